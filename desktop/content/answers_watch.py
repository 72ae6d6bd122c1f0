"""What the owner decided about watching, in answers files: `[watch]` and the tables within it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, cast

from desktop.content.faults import Fault
from desktop.content.rows import rows_of
from desktop.content.values import Check, code, day, fields, number, person_id, several, words, yes_no
from desktop.core.library import Library
from desktop.core.reference import EVERY
from desktop.core.validate import AnswerError, prose
from desktop.core.watch.choices import SHIFTS, OwnTask, Rhythm, TaskChoice, WatchChoices, WatchWords, WorkCalendar
from desktop.i18n import message

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RHYTHM = ("every", "weekday", "day", "month")
_OWN = "own-"
_MONTHS = {"quarter": 3, "half_year": 6}
"""How many months a rhythm has to choose from, where it is not a year's."""

_LONGEST_TASK = 480
"""Minutes: a working day."""


def read_watch(table: Any, name: str, library: Library, people: Mapping[str, Any], faults: list[Fault]) -> WatchChoices:
    """What a `[watch]` table says. Faults are noted; what is faulty is left out."""
    said = _table(table, "watch", name, faults)
    began = fields({"began": said["began"]}, {"began": day}, "[watch]", name, faults) if "began" in said else {}
    for key in said:
        if key not in ("began", "tasks", "own", "calendar", "words"):
            faults.append(Fault(name, f"[watch] {key}", message("this key is not known")))
    who_or_nobody = person_id({*people, ""})
    return WatchChoices(
        (began or {}).get("began"),
        _tasks(said.get("tasks", []), name, library, who_or_nobody, faults),
        _own(said.get("own", []), name, library, who_or_nobody, faults),
        _calendar(said.get("calendar", {}), name, faults),
        _words(said.get("words", {}), name, person_id(people), faults),
    )


def _table(table: Any, key: str, name: str, faults: list[Fault]) -> dict[str, Any]:
    if isinstance(table, dict):
        return cast("dict[str, Any]", table)
    faults.append(Fault(name, f"[{key}]", message("this must be a table: [{key}]", key=key)))
    return {}


def _tasks(rows: Any, name: str, library: Library, who: Check, faults: list[Fault]) -> dict[str, TaskChoice]:
    known = {task.id for task in library.tasks}
    checks: dict[str, Check] = {"id": words, "on": yes_no, "who": who, "since": day, **_rhythm_checks()}
    found: dict[str, TaskChoice] = {}
    for place, row in rows_of(rows, name, "watch.tasks", set(checks), faults):
        if row["id"] not in known:
            faults.append(Fault(name, f"{place} id", message("there is no task called “{name}”", name=row["id"])))
            continue
        said = fields(row, checks, place, name, faults)
        rhythm = None if said is None else _rhythm(said, place, name, faults)
        choice = (
            TaskChoice() if said is None else TaskChoice(said.get("on"), said.get("who", ""), rhythm, said.get("since"))
        )
        if choice != TaskChoice():
            found[row["id"]] = choice
    return found


def _own(rows: Any, name: str, library: Library, who: Check, faults: list[Fault]) -> dict[str, OwnTask]:
    text = partial(prose, library)
    checks: dict[str, Check] = {
        "id": words,
        "title": text,
        "steps": several(text),
        "who": who,
        "minutes": number(1, _LONGEST_TASK),
        "keep": text,
        "since": day,
        "on": yes_no,
        **_rhythm_checks(),
    }
    found: dict[str, OwnTask] = {}
    for place, row in rows_of(rows, name, "watch.own", set(checks), faults):
        said = fields({"every": None, "title": {}, **row}, checks, place, name, faults)
        rhythm = None if said is None else _rhythm(said, place, name, faults)
        if said is None or rhythm is None:
            continue
        if not row["id"].startswith(_OWN):
            faults.append(Fault(name, f"{place} id", message("the id of a task of your own begins with “own-”")))
        elif not any(said["title"].values()):
            faults.append(Fault(name, f"{place} title", message("write what is to be done")))
        else:
            made = {key: value for key, value in said.items() if key not in _RHYTHM}
            found[row["id"]] = OwnTask(**made, rhythm=rhythm)
    return found


def _rhythm_checks() -> dict[str, Check]:
    return {
        "every": code(EVERY),
        "weekday": lambda value: WEEKDAYS.index(code(WEEKDAYS)(value)),
        "day": number(1, 31),
        "month": number(1, 12),
    }


def _rhythm(said: dict[str, Any], place: str, name: str, faults: list[Fault]) -> Rhythm | None:
    """How often, and on which day; None where nothing is said of it, and where it cannot be."""
    given = {key: said[key] for key in _RHYTHM if key in said}
    if not given:
        return None
    if "every" not in given:
        faults.append(Fault(name, f"{place} every", message("say how often: one of {known}", known=", ".join(EVERY))))
        return None
    rhythm = Rhythm(**given)
    try:
        number(1, _MONTHS.get(rhythm.every, 12))(rhythm.month)
    except AnswerError as error:
        faults.append(Fault(name, f"{place} month", error.reason))
        return None
    return rhythm


def _calendar(table: Any, name: str, faults: list[Fault]) -> WorkCalendar:
    place = "[watch.calendar]"
    checks: dict[str, Check] = {
        "rest_days": _rest_days,
        "days_off": several(_day_off),
        "working": several(day),
        "public_holidays": yes_no,
        "shift": code(SHIFTS),
    }
    said = fields(_table(table, "watch.calendar", name, faults), checks, place, name, faults)
    if said is None:
        return WorkCalendar()
    if "days_off" in said:
        said["days_off"] = dict(said["days_off"])
    if "working" in said:
        said["working"] = frozenset(said["working"])
    return replace(WorkCalendar(), **said)


def _rest_days(value: Any) -> frozenset[int]:
    rest = frozenset(WEEKDAYS.index(each) for each in several(code(WEEKDAYS))(value))
    if len(rest) == len(WEEKDAYS):
        raise AnswerError(message("at least one day of the week must be left for work"))
    return rest


def _day_off(value: Any) -> tuple[date, str]:
    row = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    if set(row) - {"day", "name"} or "day" not in row:
        raise AnswerError(
            message("each needs a day and a name, as {example}", example='{ day = 2027-01-31, name = "…" }')
        )
    return day(row["day"]), words(row.get("name", ""))


def _words(table: Any, name: str, who: Check, faults: list[Fault]) -> WatchWords:
    checks = {"added": several(words), "left_out": several(words), "people": several(who)}
    said = fields(_table(table, "watch.words", name, faults), checks, "[watch.words]", name, faults)
    return WatchWords(**(said or {}))


def tables_of_watch(watch: WatchChoices) -> list[tuple[str, dict[str, Any]]]:
    """What answers files say of it: the head of each table with its keys, only where it differs from the usual."""
    tables: list[tuple[str, dict[str, Any]]] = []
    if watch.began is not None:
        tables.append(("[watch]", {"began": watch.began}))
    if said := _said_of_calendar(watch.calendar):
        tables.append(("[watch.calendar]", said))
    if said := _differing(watch.words, WatchWords(), ("added", "left_out", "people")):
        tables.append(("[watch.words]", said))
    for key, choice in watch.tasks.items():
        said = _differing(choice, TaskChoice(), ("on", "who", "since"))
        tables.append(("[[watch.tasks]]", {"id": key, **said, **_said_of_rhythm(choice.rhythm)}))
    for own in watch.own.values():
        usual = OwnTask(own.id, own.title, own.rhythm)
        said = _differing(own, usual, ("steps", "who", "minutes", "keep", "since", "on"))
        tables.append(("[[watch.own]]", {"id": own.id, "title": own.title, **_said_of_rhythm(own.rhythm), **said}))
    return tables


def _said_of_calendar(calendar: WorkCalendar) -> dict[str, Any]:
    said = _differing(calendar, WorkCalendar(), ("rest_days", "days_off", "working", "public_holidays", "shift"))
    if "rest_days" in said:
        said["rest_days"] = [WEEKDAYS[each] for each in sorted(said["rest_days"])]
    if "days_off" in said:
        said["days_off"] = [{"day": off, "name": called} for off, called in sorted(said["days_off"].items())]
    if "working" in said:
        said["working"] = sorted(said["working"])
    return said


def _said_of_rhythm(rhythm: Rhythm | None) -> dict[str, Any]:
    if rhythm is None:
        return {}
    said: dict[str, Any] = {
        "every": rhythm.every,
        **_differing(rhythm, Rhythm(rhythm.every), ("weekday", "day", "month")),
    }
    if "weekday" in said:
        said["weekday"] = WEEKDAYS[said["weekday"]]
    return said


def _differing(value: Any, usual: Any, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: getattr(value, key) for key in keys if getattr(value, key) != getattr(usual, key)}
