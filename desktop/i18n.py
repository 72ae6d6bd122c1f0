"""The language of the interface: gettext catalogue, Babel formatting, messages. No Qt.

Source strings are English. `_("Saved {name}", name=…)` translates now; a `Message` translates when it is shown, so
that pure code can name a fault without knowing the language.
"""

import gettext
import io
import os
import re
import struct
import sys
from bisect import bisect_left
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import paths

if TYPE_CHECKING:
    from datetime import date

DOMAIN = "dasarkita"
SOURCE = "en"
"""The language source strings are written in; it needs no catalogue."""

_SETUP = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\DasarKita"
"""Where the setup for Windows keeps its language (packaging/windows/setup.nsi)."""


@dataclass(frozen=True, slots=True)
class Message:
    """Words to be translated when they are shown. Values may be messages themselves."""

    text: str
    values: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        values = {key: str(v) if isinstance(v, Message) else v for key, v in self.values}
        return _(self.text, **values)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words of the content, which come in several languages: the side that the interface speaks, else the first."""

    sides: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        sides = dict(self.sides)
        return sides.get(current()) or next(filter(None, sides.values()), "")


def spoken(text: Mapping[str, str]) -> Message:
    """Words of the content as a message."""
    return Message("{words}", (("words", Spoken(tuple(text.items()))),))


def worded(said: Message | Spoken, language: str) -> str:
    """A message in a language of its own choice, for documents; the interface may speak another."""
    if isinstance(said, Spoken):
        return dict(said.sides).get(language) or str(said)
    catalogue = gettext.NullTranslations() if language not in available() else _translations(language)
    values = {key: worded(v, language) if isinstance(v, Message | Spoken) else v for key, v in said.values}
    words = catalogue.gettext(said.text)
    return words.format(**values) if values else words


@cache
def _translations(language: str) -> gettext.NullTranslations:
    return gettext.NullTranslations() if language == SOURCE else _catalogue(language)


def message(text: str, /, **values: Any) -> Message:
    """A message to be translated later. The text is a source string with `{names}`."""
    return Message(text, tuple(values.items()))


class _Current:
    """The catalogue in use. One for the process: a window has one language at a time."""

    language = SOURCE
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def _(text: str, /, **values: Any) -> str:
    """The words in the language of the interface, with `{names}` filled in."""
    if not text:
        return ""
    words = _Current.catalogue.gettext(text)
    return words.format(**values) if values else words


def current() -> str:
    """The language of the interface: "ms" or "en"."""
    return _Current.language


def available() -> tuple[str, ...]:
    """The languages the interface speaks."""
    found = {path.parent.parent.name for path in paths.locales().glob(f"*/LC_MESSAGES/{DOMAIN}.[mp]o")}
    return tuple(sorted(found | {SOURCE}, reverse=True))


def use(language: str) -> None:
    """Switch the language of the interface. An unknown one falls back to English."""
    if language not in available():
        language = SOURCE
    _Current.language = language
    _Current.catalogue = gettext.NullTranslations() if language == SOURCE else _catalogue(language)


def lend_to_argparse() -> None:
    """Let gettext's process-wide domain, which argparse asks for its own words, speak the language in use.

    For the command line only: programs that the window opens would inherit the language from the environment.
    """
    os.environ["LANGUAGE"] = current()
    gettext.bindtextdomain(DOMAIN, paths.locales())
    gettext.textdomain(DOMAIN)


class Compiled(gettext.NullTranslations):
    """A .mo file, looked into as words are asked for; gettext's own reader takes all apart first, 4 ms."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data
        self._order = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}.get(data[:4], "")
        if not self._order:
            raise ValueError("no catalogue of gettext")
        self._count, self._sources, self._targets = struct.unpack_from(f"{self._order}3I", data, 8)
        if any(place > len(data) for place in map(self._end, (self._sources, self._targets))):
            raise ValueError("only the beginning of a catalogue")
        self._known: dict[str, str] = {}

    def gettext(self, message: str) -> str:
        """The words for a source string; itself where there are none."""
        if message not in self._known:
            self._known[message] = self._find(message.encode("utf-8", "surrogatepass")) or message
        return self._known[message]

    def _find(self, wanted: bytes) -> str:
        # the format has its source strings in the order of their bytes
        place = bisect_left(range(self._count), wanted, key=self._source)
        if place < self._count and self._source(place) == wanted:
            return self._entry(self._targets, place).decode()
        return ""

    def _source(self, place: int) -> bytes:
        return self._entry(self._sources, place)

    def _end(self, table: int) -> int:
        """Where the last entry of a table ends; a file that was cut off is shorter."""
        length, start = struct.unpack_from(f"{self._order}2I", self._data, table + 8 * (self._count - 1))
        return length + start

    def _entry(self, table: int, place: int) -> bytes:
        length, start = struct.unpack_from(f"{self._order}2I", self._data, table + 8 * place)
        return self._data[start : start + length]


def install(catalogue: gettext.NullTranslations, language: str = SOURCE) -> None:
    """Use a ready-made catalogue; the pseudo-language tests do."""
    _Current.language, _Current.catalogue = language, catalogue


def preferred(saved: str = "") -> str:
    """The language to start in: `DASARKITA_LANGUAGE`, else the saved setting, else the system's, else English."""
    known = available()
    for wish in (lambda: os.environ.get("DASARKITA_LANGUAGE", ""), lambda: saved, _system_language):
        code = re.split(r"[-_.@]", wish())[0].lower()
        if code in known:
            return code
    return SOURCE


def format_date(day: "date") -> str:
    """A date as the interface writes it: "1 January 2027"."""
    from babel.dates import format_date as babel_format_date

    return babel_format_date(day, "d MMMM y", locale=f"{current()}_MY")


def format_month(day: "date") -> str:
    """The month of a date as the interface writes it: "January 2027"."""
    from babel.dates import format_date as babel_format_date

    return babel_format_date(day, "MMMM y", locale=f"{current()}_MY")


def format_number(number: float) -> str:
    """A number as the interface writes it."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=f"{current()}_MY")


def _system_language() -> str:
    if sys.platform == "win32":
        return _windows_language()
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value
    import locale  # 1.5 ms, which most starts on Linux and those with a saved choice do without

    return _macos_language() or locale.getlocale()[0] or ""


def _macos_language() -> str:
    """The first of the languages chosen in the settings of macOS, which a program started from the Finder reads there.

    "" elsewhere.
    """
    try:
        data = (Path.home() / "Library" / "Preferences" / ".GlobalPreferences.plist").read_bytes()
    except (OSError, RuntimeError):
        return ""
    import plistlib

    try:
        return str(plistlib.loads(data)["AppleLanguages"][0])
    except Exception:  # a damaged file can fail in many ways, and none of them is worth a word
        return ""


def _catalogue(language: str) -> gettext.NullTranslations:
    folder = paths.locales() / language / "LC_MESSAGES"
    source, compiled = folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"
    if source.exists() and not _is_fresh(compiled, source):
        return Compiled(compile_catalogue(source, compiled))
    try:
        return Compiled(compiled.read_bytes())
    except (OSError, ValueError, struct.error):
        return gettext.NullTranslations()


def _is_fresh(compiled: Path, source: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


def compile_catalogue(source: Path, compiled: Path) -> bytes:
    """Turn a .po file into the .mo file gettext reads; returns its bytes. A folder that is read-only stays as it is."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    target = io.BytesIO()
    write_mo(target, catalogue)
    new = compiled.with_suffix(f".{os.getpid()}.new")
    try:
        new.write_bytes(target.getvalue())
        new.replace(compiled)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
    return target.getvalue()


if sys.platform == "win32":

    def _windows_language() -> str:
        """The language the owner chose when the program was installed, else that of Windows."""
        import ctypes
        import locale
        import winreg

        identifier = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        with suppress(OSError, ValueError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _SETUP) as key:
            identifier = int(winreg.QueryValueEx(key, "SetupLanguage")[0])
        return locale.windows_locale.get(identifier, "")
