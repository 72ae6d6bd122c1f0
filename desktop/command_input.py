"""What commands are given: the library, a file with answers, a password, a list of names. Bad input is refused."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop.content.answers_file import read_answers
from desktop.content.faults import ContentError
from desktop.content.load import load_library
from desktop.core.answers import Answers
from desktop.core.library import Library
from desktop.core.updates import as_kept
from desktop.i18n import _


class Refusal(Exception):  # noqa: N818 - what the command says, not what went wrong in it
    """Bad input, with a line for each fault. Nothing was written."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


@dataclass(frozen=True, slots=True)
class Input:
    """What a file given on the command line holds."""

    answers: Answers
    library: Library
    """The library as it stands in this file: changes of newer content that are not decided yet are left out."""
    dated: date | None
    """When its answers last changed; None for an answers file, which does not say."""


def shipped() -> Library:
    """The library of the program. Raises `Refusal`."""
    try:
        return load_library()
    except ContentError as error:
        raise Refusal([str(fault) for fault in error.faults]) from error


def read_input(file: Path, library: Library, password_file: Path | None) -> Input:
    """The answers in a business file or an answers file. Raises `Refusal`."""
    if file.suffix.lower() == ".toml":
        try:
            return Input(read_answers(file, library), library, None)
        except ContentError as error:
            raise Refusal([str(fault) for fault in error.faults]) from error
    return _read_business_file(file, library, _password(password_file))


def _read_business_file(file: Path, library: Library, password: str | None) -> Input:
    from desktop.store.business_file import BusinessFile
    from desktop.store.errors import NeedsPassword, StoreError

    now = datetime.now().astimezone()
    try:
        with BusinessFile.open(file, now=now, writable=False, password=password) as business:
            return Input(business.answers, as_kept(library, business.kept_clauses), business.changed.date())
    except NeedsPassword as error:
        if password is not None:
            raise Refusal([f"{file.name}: {error.reason}"]) from error
        if (asked := _ask_password(file)) is None:
            raise Refusal([f"{file.name}: {error.reason} " + _("Give it with --password-file.")]) from error
    except StoreError as error:
        raise Refusal([f"{file.name}: {error.reason}"]) from error
    return _read_business_file(file, library, asked)


def _ask_password(file: Path) -> str | None:
    """The password as someone types it; None where nobody does."""
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    import getpass

    try:
        return getpass.getpass(_("Password of {file}: ", file=file.name))
    except EOFError:
        return None


def _password(password_file: Path | None) -> str | None:
    if password_file is None:
        return None
    return "".join(lines_of(password_file)[:1])


def lines_of(file: Path) -> list[str]:
    """The lines of a text file. Raises `Refusal`."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal([f"{file.name}: " + _("this is not a text file in UTF-8")]) from error
    except OSError as error:
        raise Refusal([f"{file.name}: " + _("cannot be read: {reason}", reason=error.strerror or error)]) from error
    return [line.rstrip("\r") for line in text.split("\n")]


def today() -> date:
    """The day the computer says it is."""
    return datetime.now().astimezone().date()


def print_json(value: Any) -> None:
    """Print a value for scripts."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")
