"""What is needed to write one language of a document, and how its runs are written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from desktop.core.document import Document, Run, Runs, plain
from desktop.core.letters import POINT, width
from desktop.core.library import Library
from desktop.core.text import Language
from desktop.render.word import controls, markup
from desktop.render.word.base import Paper
from desktop.render.word.controls import Controls
from desktop.render.word.fit import enlarged
from desktop.render.word.numbering import Numbering
from desktop.render.word.page import GUTTER

BETWEEN = " · "
"""What stands between the same words in two languages."""

_POINTS = 10
"""The size of letters on forms and in tables, in points."""

_TWENTIETHS = 20


@dataclass(frozen=True, slots=True)
class Place:
    """The styles of one kind of place in the document, and the numbers of its lists in the base document."""

    text: str
    lead: str
    """The first paragraph of an annex entry that goes on below it."""
    bulleted: str
    lettered: str
    sign_line: str
    bullet: int
    """List instance of points."""
    letters: int
    """List of lettered points."""
    numbers: int
    """List of numbered points."""
    indent: int
    width: int = 0
    """What the page leaves it: see `Pen.on_page`."""
    below_signed: int = 560
    """Space below the last of some lines to fill in."""
    below_table: int = 0
    in_table: bool = False

    def on(self, paper: Paper) -> "Place":
        """The same place, as wide as the paper leaves it."""
        room = paper.page.text_width
        return replace(self, width=(room - GUTTER) // 2 if self.in_table else room - self.indent)


_PAGE_LISTS = ("ListBullet", "ListNumber", "SignLine")
_COLUMN_LISTS = ("ColumnBullet", "ColumnNumber", "ColumnSignLine")

CLAUSE = Place("BodyText", "BodyText", *_PAGE_LISTS, bullet=2, letters=2, numbers=6, indent=680)
ANNEX = Place("AnnexText", "AnnexLead", *_PAGE_LISTS, bullet=4, letters=4, numbers=7, indent=0)
SHEET = replace(
    ANNEX,
    text="SheetText",
    lead="SheetLead",
    bulleted="SheetPoint",
    lettered="SheetPoint",
    sign_line="SheetField",
    below_signed=160,
    below_table=120,
)
"""A document without sections: a handout, a form, a notice."""
COLUMN = Place(
    "ColumnText",
    "ColumnLead",
    *_COLUMN_LISTS,
    bullet=4,
    letters=4,
    numbers=7,
    indent=0,
    below_signed=160,  # a rule follows
    in_table=True,
)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that links lead to."""

    identity: int
    name: str
    number: str = ""
    """What Word counts at the heading it stands in; "" where the heading has no number."""

    def around(self, content: str) -> str:
        """Content with this bookmark around it."""
        return markup.bookmark(self.identity, self.name, content)


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes one language of a document."""

    document: Document
    language: str
    """The tag Word knows the document's language by: "ms-MY"."""
    tags: Mapping[Language, str]
    bookmarks: Mapping[str, Bookmark]
    """By id of section, clause, annex or entry."""
    numbering: Numbering
    paper: Paper
    controls: Controls = field(default_factory=Controls)
    place: Place = CLAUSE
    level: int = 1
    """Level of the next heading below those written already."""
    about: str = ""
    """The words of the heading above, which name what stands below it."""

    def at(self, place: Place) -> "Pen":
        """The same pen in another place."""
        return replace(self, place=place)

    def on_page(self, place: Place) -> "Pen":
        """The same pen in a place that is as wide as the page, or half of it, whatever the page."""
        return self.at(place.on(self.paper))

    @property
    def colours(self) -> Mapping[str, str]:
        """The colours of the design by name, as Word writes them."""
        return self.paper.colours

    def inside(self, width: int) -> "Pen":
        """The same pen inside a panel that leaves so much room."""
        style = ("BoxText", "BoxText", "BoxPoint", "BoxPoint", "SheetField")
        place = Place(*style, bullet=4, letters=4, numbers=7, indent=0, width=width, below_signed=120, in_table=True)
        return self.at(place)

    def under(self, heading: Runs, level: int) -> "Pen":
        """The same pen below a heading of this level."""
        return replace(self, about=plain(heading), level=level + 1)

    def wide(self, words: str, points: float = _POINTS, *, bold: bool = False) -> int:
        """How wide words are, in twentieths of a point.

        `points` is the size of the letters where they are not made larger; the largest they may get is what counts.
        """
        font = self.paper.font
        return ceil(
            width(words, points * enlarged(self.document.pages))
            / POINT
            * _TWENTIETHS
            * (font.bold if bold else font.wide)
        )

    def words(self, words: str, properties: str = "") -> str:
        """Plain words in the language of the document."""
        return markup.run(words, self.language, properties)

    def runs(self, runs: Runs) -> str:
        """Runs of the text, with their links, and lines to write on."""
        return "".join([self._fill(run, runs) if run.fill else self._run(run) for run in runs])

    def cell(self, runs: Runs, name: str) -> str:
        """Runs of a cell of a table; `name` says what is filled in there."""
        return "".join([self.room(run.fill, run.text or name) if run.fill else self._run(run) for run in runs])

    def room(self, fill: str, name: str, length: int = 0) -> str:
        """A place to fill in: a box to tick, a line of so many underscores, or blank room."""
        said = name or self.about or self.document.words.get("fill_in", "")
        if fill == "tick":
            return self.controls.box(said, self.language)
        if fill == "signature":
            return ""  # it is given by hand alone
        return self.controls.room(fill, said, self.language, length=length)

    def title(self, runs: Runs) -> str:
        """Runs of a heading: the style of the paragraph decides how they look, and links are left out."""
        return "".join(markup.run(run.text, self._tag(run), _GAP if run.gap else "") for run in runs)

    def bookmarked(self, part_id: str, content: str) -> str:
        """The heading of a part, as a place that links lead to."""
        return self.bookmarks[part_id].around(content)

    def link(self, part_id: str, content: str) -> str:
        """A link to the heading of a part."""
        return markup.link(self.bookmarks[part_id].name, content)

    def _fill(self, run: Run, among: Runs) -> str:
        return self.room(run.fill, run.text or said(among), controls.IN_TEXT.get(run.fill, 0))

    def _run(self, run: Run) -> str:
        target = self.bookmarks.get(run.target)
        if target is None:
            return markup.run(run.text, self._tag(run), _properties(run))
        words = run.text.replace(" ", _NO_BREAK_SPACE) if len(run.text) <= _SHORT_LINK else run.text
        properties = _HYPERLINK + (_BOLD if run.bold else "")
        return markup.link(target.name, self._reference(words, target, self._tag(run), properties))

    def _reference(self, words: str, target: Bookmark, language: str, properties: str) -> str:
        """The words of a link; the number in them is counted by Word, so that it stays right when clauses move."""
        before, number, after = words.rpartition(target.number) if target.number else ("", "", words)
        if not number or before[-1:].isdigit() or after[:1].isdigit():
            return markup.run(words, language, properties)
        return (
            markup.run(before, language, properties)
            + markup.field_in_text(f"REF {target.name} \\r \\h", number, language, properties)
            + markup.run(after, language, properties)
        )

    def _tag(self, run: Run) -> str:
        return self.tags.get(run.language, self.language)


_NO_BREAK_SPACE = "\u00a0"

_SHORT_LINK = 16
"""Letters of a link such as "clause 10.12", which is not broken over two lines."""

_BOLD = "<w:b/><w:bCs/>"
_GAP = '<w:rStyle w:val="Gap"/>'
_TERM = '<w:rStyle w:val="DefinedTerm"/>'
_HYPERLINK = '<w:rStyle w:val="Hyperlink"/>'


def _properties(run: Run) -> str:
    """A gap shows as a gap even inside a defined term: it is what the owner still has to do."""
    style = _GAP if run.gap else _TERM if run.term else ""
    return style + _BOLD if run.bold else style


def pens(documents: Sequence[Document], library: Library, paper: Paper) -> tuple[Pen, ...]:
    """One pen for each language of what is written. They share the lists and the count of bookmarks."""
    tags = {language.id: language.word for language in library.languages}
    numbering, shared = Numbering(), Controls()
    made: list[Pen] = []
    first = 0
    for document in documents:
        marks = {
            part: Bookmark(first + index, name, number)
            for index, (part, name, number) in enumerate(_bookmark_names(document))
        }
        first += len(marks)
        pen = Pen(document, tags[document.language], tags, marks, numbering, paper, shared)
        made.append(pen.on_page(CLAUSE))
    return tuple(made)


def _bookmark_names(document: Document) -> Iterator[tuple[str, str, str]]:
    """What can be pointed to: its id, the name of its bookmark, and the number that Word counts there."""

    def name(kind: str, number: str) -> str:
        # Word allows letters, digits and underscores, at most 40
        return re.sub(r"\W", "_", f"{kind}_{number}_{document.language}", flags=re.ASCII)[:40]

    for section in document.sections:
        yield section.id, name("section", section.number), section.number
        for clause in section.clauses:
            yield clause.id, name("clause", clause.number), clause.number
    count = 0
    for annex in document.annexes:
        yield annex.id, name("annex", annex.letter), ""
        for entry in annex.entries:
            if entry.heading:
                count += 1
                yield entry.id, name("part", str(count)), ""


def joined(written: Sequence[tuple[Pen, Runs]], between: str = "") -> str:
    """The same words in each language, side by side on a line; words that do not differ stand once.

    `between`: what stands between them instead.
    """
    kept = [(pen, runs) for i, (pen, runs) in enumerate(written) if not _repeats(written, i)]
    between = between or (kept[0][0].words(BETWEEN) if kept else "")
    return between.join(pen.title(runs) for pen, runs in kept)


def _repeats(written: Sequence[tuple[Pen, Runs]], index: int) -> bool:
    return any(plain(written[index][1]) == plain(runs) for _, runs in written[:index])


def said(runs: Runs) -> str:
    """The printed words of runs: those of a place to fill in only name it."""
    return "".join([run.text for run in runs if not run.fill]).strip()


def is_blank(runs: Runs) -> bool:
    """Whether nothing is printed and nothing filled in."""
    return not "".join([run.fill or run.text for run in runs]).strip()
