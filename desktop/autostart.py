"""Whether the program starts with the computer: an entry of the user's own, where each system looks for it. No Qt."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop import paths

BACKGROUND = "--in-background"
"""With this argument the window begins small, and asks for nothing."""

_NAME = "dasarkita"
_WINDOWS_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


def command() -> tuple[str, ...]:
    """What starts this program: the frozen one by itself, else Python with the package."""
    if getattr(sys, "frozen", False):
        return (sys.executable, BACKGROUND)
    return (sys.executable, "-m", "desktop", BACKGROUND)


def is_on() -> bool:
    """Whether the program starts with the computer."""
    if sys.platform == "win32":
        return _in_registry()
    return _entry().is_file()


def switch(*, on: bool) -> None:
    """Let the program start with the computer, or no longer. Raises `OSError`."""
    if sys.platform == "win32":
        _put_in_registry(on=on)
        return
    entry = _entry()
    if not on:
        entry.unlink(missing_ok=True)
        return
    entry.parent.mkdir(parents=True, exist_ok=True)
    new = entry.with_name(f".{entry.name}.{os.getpid()}.new")
    try:
        new.write_bytes(property_list(command()) if sys.platform == "darwin" else desktop_entry(command()))
        new.replace(entry)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _entry() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / "my.dasarkita.plist"
    return paths.autostart_folder() / f"{_NAME}.desktop"


def desktop_entry(words: Sequence[str]) -> bytes:
    """By the Desktop Entry Specification: arguments in quotation marks, with what is special in them escaped twice."""
    quoted = " ".join(f'"{_escaped(word)}"' for word in words)
    lines = ("[Desktop Entry]", "Type=Application", "Name=DasarKita", f"Exec={quoted}", "Terminal=false")
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape")


def _escaped(word: str) -> str:
    inside = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return inside.replace("\\", "\\\\").replace("%", "%%")


def property_list(words: Sequence[str]) -> bytes:
    """What starts a program on a Mac when its user signs in."""
    import plistlib  # takes time to load, and one system alone needs it

    return plistlib.dumps({"Label": "my.dasarkita", "ProgramArguments": list(words), "RunAtLoad": True})


if sys.platform == "win32":
    import winreg
    from subprocess import list2cmdline

    def _in_registry() -> bool:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY) as key:
                winreg.QueryValueEx(key, _NAME)
        except OSError:
            return False
        return True

    def _put_in_registry(*, on: bool) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY) as key:
            if on:
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, list2cmdline(command()))
            else:
                with suppress(FileNotFoundError):
                    winreg.DeleteValue(key, _NAME)
