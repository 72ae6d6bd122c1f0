"""The record of somebody who joins or leaves, or of a change of agency: what was seen to, when and by whom."""

from collections.abc import Iterator

from desktop.core.document import Entry, ListBlock, Run, Runs, Table
from desktop.core.handout import Handout
from desktop.core.text import side
from desktop.core.watch import papers
from desktop.core.watch.evidence import Note, RunStep
from desktop.core.watch.kinds import RunKind

_LEAVER = "leaver"
"""What the form is for that is filled in by hand."""

_SHARES = (11, 5, 6, 8)

_FEWEST = 3
"""Rows of a form."""

_ROW = (papers.BLANK, papers.DAY, papers.BLANK, papers.BLANK)


def record_title(handout: Handout) -> str:
    """What the record of a run is called by its kind; "" for every other document."""
    run = handout.records.run
    return handout.word(f"run_{run.kind}") if run and handout.kind.id == "leaver-record" else ""


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
        rows = [(account_words(handout, account.platform, account.handle), *_ROW[1:]) for account in accounts.values()]
        rows += papers.blank_rows(_ROW, max(_FEWEST - len(rows), 1))
        return _table(handout, "run-access", "run_access", rows)
    rows = [_row(handout, step) for step in run.steps if step.is_access]
    return _table(handout, "run-access", "run_access", rows) if rows else ()


def run_steps(handout: Handout) -> tuple[Entry, ...]:
    """What else was to be seen to, such as what was returned."""
    run = handout.records.run
    rows = (
        [_row(handout, step) for step in run.steps if not step.is_access]
        if run
        else [(_title(handout, step), *_ROW[1:]) for step in _form_steps(handout)]
    )
    if run is None:
        rows += papers.blank_rows(_ROW, max(_FEWEST - len(rows), 1))
    return _table(handout, "run-steps", "run_step", rows) if rows else ()


def run_notes(handout: Handout) -> tuple[Entry, ...]:
    """What else was written down, and how it ended, in order."""
    known = {step.id for step in handout.records.run.steps} if handout.records.run else set[str]()
    notes = [note for note in _counted(handout) if note.step not in known]
    if not notes:
        return ()
    rows = [papers.heads(handout, "record_when", "record_by", "record_note")]
    for note in notes:
        closes = (Run(f"{handout.word('run_closed')} "),) if note.closes else ()
        said = papers.joined((*closes, *papers.words_of(note.text)), papers.labelled_file(handout, note.file))
        rows.append(((Run(papers.moment(note.on)),), papers.words_of(note.by), said))
    return papers.made("run-notes", Table(tuple(rows), shares=(5, 6, 17)))


def run_open(handout: Handout) -> tuple[Entry, ...]:
    """What is still open; nothing on a form, where it shows by itself."""
    run = handout.records.run
    if run is None:
        return ()
    ticked = {note.step for note in _counted(handout)}
    left = [step for step in run.steps if step.id not in ticked]
    if not left:
        return papers.made("run-open", papers.said(handout, "run_nothing_open"))
    return papers.made("run-open", ListBlock(tuple(papers.known_text(handout, step.title) for step in left)))


def account_words(handout: Handout, platform: str, handle: str) -> Runs:
    """An account as registers name it, its name in bold."""
    return (*papers.place_words(handout, platform), Run(": "), Run(" ".join(handle.split()), bold=True))


def _row(handout: Handout, step: RunStep) -> tuple[Runs, ...]:
    title = papers.known_text(handout, step.title)
    note = next((note for note in reversed(_counted(handout)) if note.step == step.id), None)
    if note is None:
        return title, *_ROW[1:]
    said = papers.joined(papers.words_of(note.text), papers.labelled_file(handout, note.file))
    return title, (Run(papers.short_day(note.on)),), papers.words_of(note.by), said


def _counted(handout: Handout) -> list[Note]:
    """The notes of the run that still count, the oldest first."""
    notes = handout.records.run_notes
    gone = {note.corrects for note in notes if note.corrects}
    return [note for note in notes if note.number not in gone and (note.text or note.step or note.closes)]


def _form_steps(handout: Handout) -> Iterator[RunStep]:
    kinds: tuple[RunKind, ...] = handout.settled.library.runs
    for kind in kinds:
        if kind.id == _LEAVER:
            yield from (RunStep(step.id, step.title) for step in kind.steps if handout.facts.holds(step.when))


def _title(handout: Handout, step: RunStep) -> Runs:
    """A step of the library, with its answers; the name on a form is not known."""
    blank = handout.word("run_the_person")
    title = {key: words.replace("{name}", blank) for key, words in step.title.items()}
    return handout.line(title) if side(title, handout.language) else ()


def _table(handout: Handout, name: str, head: str, rows: list[tuple[Runs, ...]]) -> tuple[Entry, ...]:
    top = papers.heads(handout, head, "run_done_on", "record_by", "record_note")
    return papers.made(name, Table((top, *rows), shares=_SHARES))
