"""Invented evidence of one month: what reports are made of in tests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from desktop.core.answers import Answers
from desktop.core.assemble import settle
from desktop.core.library import Library
from desktop.core.watch.evidence import (
    DONE,
    SKIPPED,
    WITHDRAWN,
    AccessReview,
    Cleared,
    Entry,
    Incident,
    Note,
    Records,
    Run,
    RunStep,
    Tick,
)
from desktop.core.watch.plan import plan_of

MONTH = date(2027, 1, 1)
KNOWN = datetime(2027, 1, 8, 14, 5, tzinfo=timezone(timedelta(hours=8)))
BY = ("Aminah Yusof", "Lim Wei Jie")
LONG = ("Tengku Nur Syafiqah Humairah binti Tengku Ahmad Kamaruzzaman", "Lim")
FILE = "tangkap-layar-komen_2027-01-14_09.42.13-facebook.png"


def records_of(library: Library, answers: Answers, *, ticks: int = 40, names: Sequence[str] = BY) -> Records:
    """Of January 2027: ticks in time, late, skipped, withdrawn; posts, two incidents, a run, a review, a deletion."""
    plan = plan_of(settle(library, answers))
    kind = next(each for each in library.incident_kinds if each.data_leak)
    incident = Incident(kind.id, KNOWN, "Customer list sent to the wrong group", True, entry=8, by=names[0], number=2)
    other = Incident("not-known-any-more", KNOWN, "A fake page", number=1)
    account = next(iter(answers.accounts.values()))
    return Records(
        MONTH,
        ticks=_ticks([task.id for task in plan], ticks, names),
        overdue={plan[2].id: (date(2027, 1, 20),)},
        entries=_entries(names),
        incident=2,
        incidents=(incident, other),
        incident_notes={2: _incident_notes(kind.first[0].id, kind.keep[0].id, names)},
        run=_run(answers, names[0]),
        run_notes=_run_notes(answers, names[1]),
        reviews={account.id: AccessReview(account.id, account.handle, date(2027, 1, 12), names[0], "One removed")},
        cleared=(Cleared(date(2026, 1, 1), 41, names[0], KNOWN, 1),),
    )


def _ticks(tasks: Sequence[str], count: int, names: Sequence[str]) -> tuple[Tick, ...]:
    made: list[Tick] = []
    for number in range(1, count + 1):
        due = date(2027, 1, 1 + number * 29 // (count + 1))
        late = timedelta(days=2 if number % 11 == 0 else 0)
        skipped = number % 17 == 0
        made.append(
            Tick(
                tasks[number % len(tasks)],
                due,
                due,
                due + late,
                SKIPPED if skipped else DONE,
                missed=2 if number % 23 == 0 else 0,
                by=names[number % 2],
                note="Kedai tutup kerana banjir" if skipped else "",
                file=FILE if number % 13 == 0 else "",
                number=number,
            )
        )
    first, last = made[0], date(2027, 1, 31)
    mistake = replace(first, on=last, outcome=WITHDRAWN, note="Tersilap", corrects=1, number=count + 1)
    return (*made, mistake)


def _entries(names: Sequence[str]) -> tuple[Entry, ...]:
    made: list[Entry] = []
    for number in range(1, 13):
        seen = date(2027, 1, number)
        done = seen + timedelta(days=number % 4) if number % 5 else None
        made.append(
            Entry(
                seen,
                "facebook" if number % 3 else "Kumpulan Taman Melati",
                text="Roti basi, layanan kasar",
                link="https://www.facebook.com/kedairotiserimurni/posts/pfbid02abcdefghijk1234567890?comment_id=1",
                tone=("good", "neutral", "bad")[number % 3],
                action="Replied within the hour",
                by=names[number % 2],
                done=done,
                outcome="Settled" if done else "",
                incident=2 if number == 8 else 0,
                entry=number,
            )
        )
    return tuple(made)


def _incident_notes(first: str, keep: str, names: Sequence[str]) -> tuple[Note, ...]:
    return (
        Note(2, KNOWN + timedelta(minutes=10), step=first, text="Deleted for everyone", by=names[0], number=5),
        Note(2, KNOWN + timedelta(minutes=20), text="Called Mr Tan", by=names[1], number=6),
        Note(2, KNOWN + timedelta(minutes=30), step=keep, file=FILE, by=names[1], number=7),
        Note(2, KNOWN + timedelta(hours=30), text="It was Mr Teh", corrects=6, by=names[1], number=8),
        Note(2, KNOWN + timedelta(days=3), text="All customers were told", closes=True, by=names[0], number=9),
    )


def _run(answers: Answers, name: str) -> Run:
    access = tuple(
        RunStep(f"access:{each.id}", {"ms": f"Keluarkan {name}: {each.handle}", "en": f"Take out {name}"}, True)
        for each in answers.accounts.values()
    )
    steps = (*access, RunStep("phone", {"ms": "Telefon dipulangkan", "en": "Telephone handed back"}))
    return Run("leaver", name, date(2027, 1, 15), steps, number=4)


def _run_notes(answers: Answers, by: str) -> tuple[Note, ...]:
    first = next(iter(answers.accounts))
    return (
        Note(4, KNOWN, step=f"access:{first}", text="Role removed", by=by, number=1),
        Note(4, KNOWN, text="Password of the shop changed", by=by, number=2),
    )
