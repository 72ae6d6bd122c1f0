"""What commands are given: the library, a file with answers, a password, a list of names. Bad input is refused."""

import json
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.content.answers_file import read_answers
from desktop.content.faults import ContentError
from desktop.content.load import load_library
from desktop.content.public_holidays import days_of_work
from desktop.core.answers import Answers
from desktop.core.assemble import Settled, settle
from desktop.core.library import Library
from desktop.core.updates import as_kept
from desktop.core.watch.checklist import Item, checklist
from desktop.core.watch.known import KNOWN, counted, known_of, met
from desktop.core.watch.plan import PlannedTask, begins, plan_of
from desktop.core.watch.working_days import WorkingDays
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.store.business_file import BusinessFile


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
    created: date | None = None
    """The day the business file was made; None for an answers file."""


def shipped() -> Library:
    """The library of the program. Raises `Refusal`."""
    try:
        return load_library()
    except ContentError as error:
        raise Refusal([str(fault) for fault in error.faults]) from error


def read_input(file: Path, library: Library, password_file: Path | None) -> Input:
    """The answers in a business file or an answers file. Raises `Refusal`."""
    with open_input(file, library, password_file) as (source, _business):
        return source


@contextmanager
def open_input(
    file: Path, library: Library, password_file: Path | None, *, writable: bool = False
) -> "Generator[tuple[Input, BusinessFile | None]]":
    """The same, with the business file open as long as it is needed; None for an answers file. Raises `Refusal`.

    What the file does not take while it is open is a refusal too.
    """
    if file.suffix.lower() == ".toml":
        yield Input(_answers(file, library), library, None), None
        return
    from desktop.store.errors import StoreError

    try:
        with _opened(file, _password(password_file), writable=writable) as business:
            dated, created = business.changed.date(), business.created
            yield Input(business.answers, as_kept(library, business.kept_clauses), dated, created), business
    except StoreError as error:
        raise Refusal([f"{file.name}: {error.reason}"]) from error


def _answers(file: Path, library: Library) -> Answers:
    try:
        return read_answers(file, library)
    except ContentError as error:
        raise Refusal([str(fault) for fault in error.faults]) from error


def _opened(file: Path, password: str | None, *, writable: bool) -> "BusinessFile":
    """The business file. Asks for a password that is needed and was not given. Raises `StoreError` and `Refusal`."""
    from desktop.store.business_file import BusinessFile
    from desktop.store.errors import NeedsPassword

    try:
        return BusinessFile.open(file, now=now(), writable=writable, password=password)
    except NeedsPassword as error:
        if password is not None:
            raise
        if (asked := _ask_password(file)) is None:
            raise Refusal([f"{file.name}: {error.reason} " + _("Give it with --password-file.")]) from error
    return _opened(file, asked, writable=writable)


@dataclass(frozen=True, slots=True)
class Watching:
    """What a file says of watching on a day."""

    settled: Settled
    plan: tuple[PlannedTask, ...]
    """The tasks that are done here."""
    days: WorkingDays
    began: date
    """The day from which tasks count."""
    items: tuple[Item, ...]
    """The checklist."""


def watching(source: Input, business: "BusinessFile | None", day: date) -> Watching:
    """What is to be done on a day and after it. An answers file knows nothing of what was done."""
    settled = settle(source.library, source.answers)
    began = begins(settled, source.created) or day
    days = days_of_work(settled, began, day)
    plan = plan_of(settled)
    if business and (known := known_of(business.setting(KNOWN))):
        plan = counted(plan, met(known, plan, began, day))
    ticked = business.evidence.settled(day) if business else {}
    happened = business.evidence.happened(day) if business else {}
    return Watching(settled, plan, days, began, checklist(plan, days, began, ticked, day, happened))


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


def now() -> datetime:
    """The moment the computer says it is."""
    return datetime.now().astimezone()


def today() -> date:
    """The day the computer says it is."""
    return now().date()


def print_json(value: Any) -> None:
    """Print a value for scripts."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")
