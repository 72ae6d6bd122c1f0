"""What was written down about an incident or a run, in order; what was corrected stays, marked as such."""

from collections.abc import Mapping, Sequence

from desktop.core.document import Run, Runs, Table
from desktop.core.handout import Handout
from desktop.core.watch import papers
from desktop.core.watch.evidence import Note
from desktop.core.watch.incident_state import DATA_LEAK, KIND, KNOWN, NO_LEAK, REOPENED, TITLE

HEADS = ("record_number", "record_when", "record_by", "record_note")
SHARES = (3, 6, 7, 18)

_MARKS = {
    DATA_LEAK: "incident_did_leak",
    NO_LEAK: "incident_no_leak",
    REOPENED: "incident_reopened",
    TITLE: "incident_renamed",
    KIND: "incident_rekinded",
    KNOWN: "incident_known",
}


def note_table(handout: Handout, notes: Sequence[Note], titles: Mapping[str, Runs], closed: str) -> Table:
    """A row a note. `titles` say what was ticked off, `closed` is the word for the end."""
    corrected = {note.corrects: note.number for note in notes if note.corrects}
    rows = tuple(_row(handout, note, titles, corrected, closed) for note in notes)
    return Table((papers.heads(handout, *HEADS), *rows), shares=SHARES)


def said_in(note: Note) -> Runs:
    """The words of a note, with the name of its file."""
    return papers.joined(papers.words_of(note.text), papers.file_of(note.file))


def _row(
    handout: Handout, note: Note, titles: Mapping[str, Runs], corrected: Mapping[int, int], closed: str
) -> tuple[Runs, ...]:
    marks: list[str] = []
    if note.number in corrected:
        marks.append(handout.word("tick_corrected").format(number=corrected[note.number]))
    if note.corrects:
        marks.append(handout.word("tick_corrects").format(number=note.corrects))
    if note.closes:
        marks.append(handout.word(closed))
    if note.step in _MARKS:
        marks.append(handout.word(_MARKS[note.step]))
    bold = (Run(mark[:1].upper() + mark[1:], bold=True) for mark in marks)
    said = papers.joined(*((run,) for run in bold), titles.get(note.step, ()), said_in(note))
    return (Run(str(note.number)),), (Run(papers.moment(note.on)),), papers.words_of(note.by), said
