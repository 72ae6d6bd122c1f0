"""The report of one incident: when it became known, what was done first, what was kept, and how it ended."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from desktop.core.document import Block, Entry, Field, Run, Runs, Table, plain
from desktop.core.handout import Handout
from desktop.core.watch import note_paper, papers
from desktop.core.watch.done_words import done_words, offered_words
from desktop.core.watch.evidence import Incident, Note
from desktop.core.watch.incident_state import KIND, KNOWN, NOTICE, IncidentState, hours_left, state_of, steps_left
from desktop.core.watch.incident_steps import IncidentSteps, all_steps, steps_of
from desktop.core.watch.kinds import IncidentKind, Step

_FORM_ROWS = 5
"""Rows of a table that is filled in by hand."""

_SHARES = (12, 6, 6, 8)

_IN_MALAYSIA = "state != 'outside_malaysia'"


def incident_head(handout: Handout) -> tuple[Entry, ...]:
    """What it is, and when it became known."""
    incident = _incident(handout)
    kind = _kind(handout)
    state = _state(handout)
    leak: Runs = (Run(handout.word("yes" if state.is_leak else "no").capitalize()),) if state else papers.BLANK
    rows = [
        ("incident_number", (Run(str(incident.number)),) if incident else papers.BLANK),
        ("incident_kind", papers.known_text(handout, kind.title) if kind else papers.written(_kind_id(handout))),
        ("incident_title", papers.written(state.title if state else "")),
        ("incident_known", (Run(papers.moment(state.opened)),) if state else papers.BLANK),
        ("incident_by", papers.written(incident.by if incident else "")),
        ("incident_leak", leak),
        ("report_made_on", papers.day_words(handout, handout.today if incident else None)),
    ]
    return papers.made("incident-head", papers.labelled(handout, rows))


def incident_post(handout: Handout) -> tuple[Entry, ...]:
    """The post or mention it began with."""
    incident = _incident(handout)
    post = next((each for each in handout.records.entries if incident and each.entry == incident.entry), None)
    if post is None:
        return ()
    rows = [
        ("post_entry", (Run(str(post.entry)),)),
        ("post_seen", (Run(papers.short_day(post.seen)),)),
        ("post_where", papers.place_words(handout, post.where)),
        ("post_link", papers.words_of(post.link)),
        ("post_text", papers.words_of(post.text)),
        ("record_file", papers.words_of(post.file)),
        (
            "post_action",
            papers.joined(done_words(post.action, offered_words(handout)), papers.noted(handout, post.outcome)),
        ),
    ]
    return papers.made("incident-post", papers.labelled(handout, [row for row in rows if row[1]]))


def incident_first(handout: Handout) -> tuple[Entry, ...]:
    """What to do first, with when it was done and by whom; below it what a leak of personal data asks for."""
    steps = _steps(handout)
    tables = (_table(handout, "incident_first", steps.first), _table(handout, "incident_leak_steps", steps.leak))
    return _tables(handout, "incident-first", "incident_first", tables)


def incident_keep(handout: Handout) -> tuple[Entry, ...]:
    """What was to be kept as evidence, and where it is."""
    table = _table(handout, "incident_keep", _steps(handout).keep)
    return _tables(handout, "incident-keep", "incident_keep", (table,))


def incident_clock(handout: Handout) -> tuple[Entry, ...]:
    """The 72 hours, where personal data leaked; on a form, for the case that it did."""
    state = _state(handout)
    law = papers.said(handout, "clock_law")
    fields = tuple(Field(handout.word(key)) for key in _TOLD)
    if state is None:
        return papers.made("incident-clock", papers.said(handout, "clock_form"), law, *fields)
    if not state.is_leak:
        return ()
    ends = papers.moment(state.opened + NOTICE)
    known = papers.moment(state.opened)
    return papers.made("incident-clock", papers.said(handout, "clock_ends", known=known, ends=ends), law, *fields)


_TOLD = ("clock_told", "clock_people", "clock_why_not")


def incident_notes(handout: Handout) -> tuple[Entry, ...]:
    """Everything that was written down, in order; what was corrected stays, marked as such."""
    if _incident(handout) is None:
        top = papers.heads(handout, *note_paper.HEADS)
        table = Table((top, *papers.blank_rows((papers.BLANK,) * 4, _FORM_ROWS)), shares=note_paper.SHARES)
        return papers.made("incident-notes", table)
    notes = _notes(handout)
    if not notes:
        return papers.made("incident-notes", papers.said(handout, "incident_no_notes"))
    notes = [_told(handout, note) for note in notes]
    return papers.made("incident-notes", note_paper.note_table(handout, notes, _titles(handout), "incident_over"))


def incident_end(handout: Handout) -> tuple[Entry, ...]:
    """How it ended."""
    incident, state = _incident(handout), _state(handout)
    closed = state.closed if state else None
    if incident is None or state is None or closed is None:
        blank: list[Block] = [Field(handout.word("incident_ended")), Field(handout.word("incident_change"))]
        if incident:
            blank.insert(0, papers.said(handout, "incident_still_open"))
        return papers.made("incident-end", *blank)
    rows = [
        ("incident_closed_on", (Run(papers.moment(closed.on)),)),
        ("record_by", papers.written(closed.by)),
        ("incident_ended", papers.written(closed.text)),
    ]
    titles = _titles(handout)
    if missing := [titles[step] for step in steps_left(closed) if step in titles]:
        rows.append(("incident_left", papers.joined(*missing)))
    until = hours_left(state)
    if until is not None and handout.facts.holds(_IN_MALAYSIA):
        rows.append(("incident_hours", (Run(papers.moment(until)),)))
    return papers.made("incident-end", papers.labelled(handout, rows))


def _incident(handout: Handout) -> Incident | None:
    """The one the report is about. A month's records have others too, and are about none of them."""
    records = handout.records
    return records.incidents[0] if records.incident and records.incidents else None


def _notes(handout: Handout) -> Sequence[Note]:
    incident = _incident(handout)
    return handout.records.incident_notes.get(incident.number, ()) if incident else ()


def _kind(handout: Handout) -> IncidentKind | None:
    return _kinds(handout).get(_kind_id(handout))


def _kinds(handout: Handout) -> dict[str, IncidentKind]:
    return {kind.id: kind for kind in handout.settled.library.incident_kinds}


def _kind_id(handout: Handout) -> str:
    state = _state(handout)
    return state.kind if state else ""


def _told(handout: Handout, note: Note) -> Note:
    """A note to be read: of another kind, what it is called; of another moment, the moment."""
    if note.step == KNOWN:
        return replace(note, text=papers.moment(datetime.fromisoformat(note.text)))
    kind = _kinds(handout).get(note.text) if note.step == KIND else None
    return replace(note, text=plain(handout.line(kind.title))) if kind else note


def _state(handout: Handout) -> IncidentState | None:
    incident = _incident(handout)
    return state_of(incident, _notes(handout)) if incident else None


def _titles(handout: Handout) -> dict[str, Runs]:
    incident = _incident(handout)
    steps = all_steps(handout.settled.library.incident_kinds, incident) if incident else ()
    return {step.id: handout.line(step.title) for step in steps}


def _steps(handout: Handout) -> IncidentSteps:
    incident, state = _incident(handout), _state(handout)
    if incident is None or state is None:
        return IncidentSteps()
    return steps_of(handout.settled.library.incident_kinds, incident, state, handout.facts.holds)


def _table(handout: Handout, head: str, steps: Sequence[Step]) -> Table | None:
    """A row a step; None without steps."""
    state = _state(handout)
    ticked = state.ticked if state else dict[str, Note]()
    rows: list[tuple[Runs, ...]] = []
    for step in steps:
        note = ticked.get(step.id)
        title = handout.line(step.title)
        if note is None:
            rows.append((title, papers.BLANK, papers.BLANK, papers.BLANK))
            continue
        day: Runs = (Run(papers.moment(note.on)),)
        rows.append((title, day, papers.words_of(note.by), note_paper.said_in(note)))
    return Table((_heads(handout, head), *rows), shares=_SHARES) if rows else None


def _tables(handout: Handout, name: str, head: str, tables: Iterable[Table | None]) -> tuple[Entry, ...]:
    """What there is of the tables; on a form, one with room to write."""
    blocks: list[Block] = [table for table in tables if table]
    if not blocks and _incident(handout) is None:
        rows = papers.blank_rows((papers.BLANK,) * 4, _FORM_ROWS)
        blocks.append(Table((_heads(handout, head), *rows), shares=_SHARES))
    return papers.made(name, *blocks) if blocks else ()


def _heads(handout: Handout, head: str) -> tuple[Runs, ...]:
    return papers.heads(handout, head, "incident_step_on", "record_by", "record_note")
