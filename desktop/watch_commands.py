"""The commands of watching: what is to be done, that it was done, the calendar file, the log as a table."""

import sys
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import i18n
from desktop.command_input import (
    Input,
    Refusal,
    Watching,
    now,
    open_input,
    print_json,
    shipped,
    today,
    watching,
)
from desktop.core.library import Library
from desktop.core.text import Text, any_side
from desktop.core.watch.checklist import Item, Status, missed_days, tick_of
from desktop.core.watch.evidence import DONE, SKIPPED
from desktop.core.watch.plan import plan_of
from desktop.export import business_name, write_reason
from desktop.i18n import _, message

if TYPE_CHECKING:
    from desktop.store.evidence_book import EvidenceBook

_HEADINGS = {
    Status.OVERDUE: message("Overdue"),
    Status.TODAY: message("Today"),
    Status.THIS_WEEK: message("This week"),
    Status.LATER: message("Later"),
    Status.ON_EVENT: message("When it happens"),
}


def list_tasks(file: Path, day: date | None, password_file: Path | None, as_json: bool) -> int:
    """List what is to be done, the most urgent first."""
    library = shipped()
    with open_input(file, library, password_file) as (source, business):
        items = watching(source, business, day or today()).items
    if as_json:
        print_json([_row(item, library) for item in items])
        return 0
    width = max((len(item.task.id) for item in items), default=0)
    for status, heading in _HEADINGS.items():
        found = [item for item in items if item.status is status]
        if found:
            sys.stdout.write(f"\n{heading}\n")
            sys.stdout.writelines(f"  {item.task.id:<{width}}  {_told(item)}\n" for item in found)
    if not items:
        sys.stdout.write(_("There are no tasks.") + "\n")
    return 0


def _row(item: Item, library: Library) -> dict[str, Any]:
    """What scripts are told of a task. Its title has every language; an owner may have written it in one."""
    return {
        "id": item.task.id,
        "title": {language: any_side(item.task.title, language)[0] for language in library.language},
        "due": item.due.isoformat() if item.due else None,
        "status": item.status.value,
        "missed": item.missed,
        "assignee": item.task.assignee.name if item.task.assignee else "",
    }


def _told(item: Item) -> str:
    """A task in a line: what, by when, how often it was missed, who."""
    more = [i18n.format_date(item.due)] if item.due else []
    if item.missed:
        more.append(_("missed before: {count}", count=item.missed))
    if item.task.assignee:
        more.append(item.task.assignee.name)
    return " · ".join([_said(item.task.title), *more])


def tick_off(file: Path, task: str, day: date | None, by: str, note: str, password_file: Path | None) -> int:
    """Write down that a task was done, and say what comes next."""
    library = shipped()
    if file.suffix.lower() == ".toml":
        raise Refusal([f"{file.name}: " + _("what was done is kept in a policy file (.dasar), not in an answers file")])
    with open_input(file, library, password_file, writable=True) as (source, business):
        assert business is not None
        on = day or today()
        state = watching(source, business, on)
        item = _item(file.name, state, task)
        _refuse_before(file.name, source, state, on)
        _refuse_twice(file.name, business.evidence, item, on)
        missed = missed_days(item, state.days, state.began)
        tick = tick_of(item, DONE, on=on, by=by.strip(), note=note.strip(), missed=missed)
        business.evidence.add_tick(tick, item.task.title, now=now())
        items = watching(source, business, on).items
    if on > today():
        sys.stderr.write(_("{day} is still to come by the clock of this computer.", day=i18n.format_date(on)) + "\n")
    following = next(each for each in items if each.task.id == item.task.id)
    sys.stdout.write(_("Done: {task}", task=_said(item.task.title)) + "\n")
    if following.due:
        sys.stdout.write(_("It comes next on {day}.", day=i18n.format_date(following.due)) + "\n")
    else:
        sys.stdout.write(_("It comes again when it happens.") + "\n")
    return 0


def _item(name: str, state: Watching, task: str) -> Item:
    """The item of a task. Raises `Refusal`, which names the task that was likely meant."""
    found = next((item for item in state.items if item.task.id == task), None)
    if found is not None:
        return found
    if any(each.id == task for each in plan_of(state.settled, with_off=True)):
        raise Refusal([f"{name}: " + _("the task “{task}” is switched off", task=task)])
    if any(each.id == task for each in state.settled.library.tasks):
        cause = _("the task “{task}” does not apply to these answers.", task=task)
    else:
        cause = _("there is no task called “{task}”.", task=task)
    near = _near(state, task)
    hint = " " + _("Did you mean “{task}”?", task=near) if near else ""
    raise Refusal([f"{name}: {cause}{hint}"])


def _near(state: Watching, task: str) -> str:
    """The id of a task whose id or title is close to what was given; "" where none is."""
    ids: dict[str, str] = {}
    for item in state.items:
        for called in (item.task.id, *item.task.title.values()):
            ids.setdefault(called.casefold(), item.task.id)
    wanted = task.strip().casefold()
    near = get_close_matches(wanted, ids, 1) or [called for called in ids if wanted and wanted in called]
    return ids[near[0]] if near else ""


def _refuse_before(name: str, source: Input, state: Watching, on: date) -> None:
    """Nothing can have been done before there was anything to do."""
    first = min(state.began, source.created or state.began)
    if on.toordinal() < first.toordinal() - 1:  # a clock of another time zone may be a day behind
        cause = _(
            "tasks count from {first}; {day} lies before it", first=i18n.format_date(first), day=i18n.format_date(on)
        )
        raise Refusal([f"{name}: --date: {cause}"])


def _refuse_twice(name: str, book: "EvidenceBook", item: Item, on: date) -> None:
    """A task that was seen to on this day, and is not open again, is not done a second time by mistake."""
    if item.status not in (Status.THIS_WEEK, Status.LATER):
        return
    ticks = book.ticks(task=item.task.id, since=on, until=on)
    taken_back = book.corrected(tick.number for tick in ticks)
    if any(tick.outcome in (DONE, SKIPPED) and tick.number not in taken_back for tick in ticks):
        due = i18n.format_date(item.due) if item.due else ""
        said = _("“{task}” was seen to on {day} already; it comes next on {due}")
        cause = said.format(task=item.task.id, day=i18n.format_date(on), due=due)
        raise Refusal([f"{name}: {cause}"])


def write_calendar(file: Path, target: Path, day: date | None, language: str | None, password_file: Path | None) -> int:
    """Write the tasks of 24 months as a calendar file."""
    from desktop.render.calendar_file import CalendarLook, calendar_file

    library = shipped()
    chosen = _language(library, language)
    first = day or today()
    with open_input(file, library, password_file) as (source, business):
        state = watching(source, business, first)
        settled = business.evidence.settled(first) if business else {}
    look = CalendarLook(library, chosen, business_name(source.answers), business.business if business else "")
    data = calendar_file(state.plan, state.days, state.began, first, look, now=now(), settled=settled)
    return _write(file, target, data)


def _language(library: Library, wanted: str | None) -> str:
    """The language asked for, else that of the interface."""
    if wanted is None:
        return i18n.current() if i18n.current() in library.language else library.languages[0].id
    if wanted not in library.language:
        known = ", ".join(library.language)
        raise Refusal([f"--language {wanted}: " + _("is not one of {known}", known=known)])
    return wanted


def write_log(file: Path, target: Path, password_file: Path | None) -> int:
    """Write the log as a table."""
    from desktop.render.log_table import log_table

    library = shipped()
    with open_input(file, library, password_file) as (_source, business):
        if business is None:
            raise Refusal([f"{file.name}: " + _("the log is kept in a policy file (.dasar), not in an answers file")])
        entries = business.evidence.entries()
    return _write(file, target, log_table(library, entries))


def _write(source: Path, target: Path, data: bytes) -> int:
    """Write a file and say where. Raises `Refusal`."""
    from desktop.render.files import write_file

    if target.suffix.lower() in (".dasar", ".toml") or target.absolute() == source.absolute():
        raise Refusal([f"{target}: " + _("this name would replace a file that the program reads; choose another")])
    if target.is_dir():
        raise Refusal([f"{target}: " + _("this is a folder; give the name of a file in it")])
    try:
        written = write_file(target, data)
    except OSError as error:
        raise Refusal([f"{target}: {write_reason(error, target.parent)}"]) from error
    if written != target:
        note = _(
            "“{wished}” is open in another program, so it was written as “{name}”.",
            wished=target.name,
            name=written.name,
        )
        sys.stderr.write(f"{note}\n")
    sys.stdout.write(f"{written}\n")
    return 0


def _said(text: Text) -> str:
    """What a task is called, in the language of the interface where it can be; in one line, for owners write it too."""
    return " ".join(any_side(text, i18n.current())[0].split())
