"""The record of somebody who joins or leaves, or of a change of agency: what was seen to, when and by whom."""

from collections.abc import Iterator

from desktop.core.document import Entry, Runs, Table
from desktop.core.document import Run as Printed
from desktop.core.handout import Handout
from desktop.core.text import side
from desktop.core.watch import note_paper, papers
from desktop.core.watch.account_paper import account_words
from desktop.core.watch.evidence import Run, RunStep
from desktop.core.watch.kinds import RunKind
from desktop.core.watch.register import state_of_run

_LEAVER = "leaver"
"""What the form is for that is filled in by hand."""

_SHARES = (13, 4, 6, 7)

_FEWEST = 3
"""Rows of a form."""

_ROW = (papers.BLANK, papers.DAY, papers.BLANK, papers.BLANK)


def run_head(handout: Handout) -> tuple[Entry, ...]:
    """Whom it is about, and the day."""
    run = handout.records.run
    kind = run.kind if run else _LEAVER
    rows = [
        (f"run_name_{kind}", papers.written(run.name if run else "")),
        (f"run_day_{kind}", papers.day_words(handout, run.day if run else None)),
    ]
    if run and run.person in handout.facts.answers.people:
        role = handout.facts.answers.people[run.person].role
        if any(role.values()):
            rows.insert(1, ("staff_role", (handout.wording.text(role),)))
    return papers.made("run-head", papers.labelled(handout, rows))


def run_access(handout: Handout) -> tuple[Entry, ...]:
    """Every access, and when it was seen to; on a form the firm's accounts."""
    run = handout.records.run
    if run is None:
        accounts = handout.facts.answers.accounts
        rows = [(account_words(handout, account), *_ROW[1:]) for account in accounts.values()]
        rows += papers.blank_rows(_ROW, max(_FEWEST - len(rows), 1))
        return _table(handout, "run-access", "run_access", rows)
    rows = [_row(handout, run, step) for step in run.steps if step.is_access]
    return _table(handout, "run-access", "run_access", rows) if rows else ()


def run_steps(handout: Handout) -> tuple[Entry, ...]:
    """What else was to be seen to, such as what was returned."""
    run = handout.records.run
    rows = (
        [_row(handout, run, step) for step in run.steps if not step.is_access]
        if run
        else [(_title(handout, step), *_ROW[1:]) for step in _form_steps(handout)]
    )
    if run is None:
        rows += papers.blank_rows(_ROW, max(_FEWEST - len(rows), 1))
    return _table(handout, "run-steps", "run_step", rows) if rows else ()


def run_notes(handout: Handout) -> tuple[Entry, ...]:
    """What was written down, in order, beside what the tables above say."""
    run, notes = handout.records.run, handout.records.run_notes
    if run is None:
        return ()
    known = {step.id: papers.known_text(handout, step.title) for step in run.steps}
    gone = {note.corrects for note in notes if note.corrects}
    more = [note for note in notes if note.corrects or note.closes or note.number in gone or note.step not in known]
    return papers.made("run-notes", note_paper.note_table(handout, more, known, "run_closed")) if more else ()


def run_open(handout: Handout) -> tuple[Entry, ...]:
    """How much is still open, which the rows show; nothing on a form, where it shows by itself."""
    run = handout.records.run
    if run is None:
        return ()
    ticked = state_of_run(run, handout.records.run_notes).ticked
    left = [step for step in run.steps if step.id not in ticked]
    if not left:
        return papers.made("run-open", papers.said(handout, "run_nothing_open"))
    key = "run_left_one" if len(left) == 1 else "run_left"
    return papers.made("run-open", papers.said(handout, key, count=len(left), all=len(run.steps)))


def _row(handout: Handout, run: Run, step: RunStep) -> tuple[Runs, ...]:
    title = papers.known_text(handout, step.title)
    notes = state_of_run(run, handout.records.run_notes).ticked.get(step.id)
    if not notes:
        return title, *_ROW[1:]
    day: Runs = (Printed(papers.short_day(notes[0].on)),)  # it was done with the first; others say more of it
    said = papers.joined(*(note_paper.said_in(note) for note in notes))
    return title, day, papers.words_of(notes[0].by), said


def _form_steps(handout: Handout) -> Iterator[RunStep]:
    kinds: tuple[RunKind, ...] = handout.settled.library.runs
    for kind in kinds:
        if kind.id == _LEAVER:
            yield from (RunStep(step.id, step.title) for step in kind.steps if handout.facts.holds(step.when))


def _title(handout: Handout, step: RunStep) -> Runs:
    """A step of the library, with its answers; whom it is about and when is not known on a form."""
    known = {"{name}": handout.word("run_the_person"), "{day}": "____"}
    title = side(step.title, handout.language)
    for hole, words in known.items():
        title = title.replace(hole, words)
    return handout.line({handout.language: title})


def _table(handout: Handout, name: str, head: str, rows: list[tuple[Runs, ...]]) -> tuple[Entry, ...]:
    top = papers.heads(handout, head, "run_done_on", "record_by", "record_note")
    return papers.made(name, Table((top, *rows), shares=_SHARES))
