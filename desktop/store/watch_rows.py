"""What the owner decided about watching, as rows: one for each task, and one for each setting that is not the usual."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import apsw
import msgspec

from desktop.core.reference import EVERY
from desktop.core.watch.choices import SHIFTS, Rhythm, TaskChoice, WatchChoices
from desktop.store.encoding import storable
from desktop.store.sql import run

_PUT_TASK = "INSERT INTO watch_task (task_id, choice) VALUES (?, ?) ON CONFLICT DO UPDATE SET choice = excluded.choice"
_PUT_OWN = """
    INSERT INTO own_task (id, position, task)
    VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM own_task), ?)
    ON CONFLICT DO UPDATE SET task = excluded.task
"""
_PUT_SETTING = "INSERT INTO watch_setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"

_GROUPS = ("calendar", "words")
"""Parts of the choices whose fields are rows of their own."""


def read_watch(connection: apsw.Connection) -> WatchChoices:
    """What the owner decided. Raises `ValueError` for a row that makes no sense."""
    tasks, own, settings = _stored(connection)
    plain: dict[str, Any] = {"tasks": _decoded(tasks), "own": _decoded(own), **{group: {} for group in _GROUPS}}
    for key, value in _decoded(settings).items():
        group, _, name = key.rpartition(".")
        if group and group not in _GROUPS:
            raise ValueError(key)
        (plain[group] if group else plain)[name] = value
    try:
        watch = msgspec.convert(plain, WatchChoices, str_keys=True)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error
    _check(watch)
    return watch


def put_watch(connection: apsw.Connection, watch: WatchChoices) -> None:
    """Keep what the owner decided. Only rows that change are written, so that an undo step holds nothing else."""
    tasks, own, settings = _stored(connection)
    plain, usual = _plain(watch), _plain(WatchChoices())
    said = {"began": plain["began"]} | {
        f"{group}.{key}": plain[group][key] for group in _GROUPS for key in plain[group]
    }
    for group in _GROUPS:
        for key, value in usual[group].items():
            if said[f"{group}.{key}"] == value:
                del said[f"{group}.{key}"]
    if said["began"] is None:
        del said["began"]
    decided = {task: choice for task, choice in plain["tasks"].items() if watch.tasks[task] != TaskChoice()}
    _put(connection, "DELETE FROM watch_task WHERE task_id = ?", _PUT_TASK, tasks, decided)
    _put(connection, "DELETE FROM own_task WHERE id = ?", _PUT_OWN, own, plain["own"])
    _put(connection, "DELETE FROM watch_setting WHERE key = ?", _PUT_SETTING, settings, said)


def _stored(connection: apsw.Connection) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    return (
        dict(run(connection, "SELECT task_id, choice FROM watch_task ORDER BY task_id")),
        dict(run(connection, "SELECT id, task FROM own_task ORDER BY position, id")),
        dict(run(connection, "SELECT key, value FROM watch_setting ORDER BY key")),
    )


def _put(connection: apsw.Connection, drop: str, put: str, before: Mapping[str, str], after: Mapping[str, Any]) -> None:
    for key in before:
        if key not in after:
            run(connection, drop, (key,))
    for key, value in after.items():
        row = storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
        if before.get(key) != row:
            run(connection, put, (key, row))


def _plain(watch: WatchChoices) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(watch, str_keys=True)
    # sets come in any order, and equal choices shall be equal rows
    for key in ("rest_days", "working"):
        if plain["calendar"][key] is not None:
            plain["calendar"][key] = sorted(plain["calendar"][key])
    return plain


def _decoded(rows: Mapping[str, str]) -> dict[str, Any]:
    return {key: json.loads(value) for key, value in rows.items()}


def _check(watch: WatchChoices) -> None:
    """Refuse what the program would never have written. Raises `ValueError`."""
    rest = watch.calendar.rest_days or frozenset()
    if watch.calendar.shift not in SHIFTS or len(rest) > 6 or not rest <= frozenset(range(7)):
        raise ValueError(watch.calendar)
    rhythms = (choice.rhythm for choice in watch.tasks.values())
    _check_rhythms([*(rhythm for rhythm in rhythms if rhythm), *(own.rhythm for own in watch.own.values())])
    for key, own in watch.own.items():
        if key != own.id:
            raise ValueError(key)


def _check_rhythms(rhythms: Iterable[Rhythm]) -> None:
    for rhythm in rhythms:
        days = (rhythm.weekday in (None, *range(7)), 1 <= rhythm.day <= 31, 1 <= rhythm.month <= 12)
        if rhythm.every not in EVERY or not all(days):
            raise ValueError(rhythm)
