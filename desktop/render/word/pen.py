"""What is needed to write one language of a document, and how its runs are written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.core.document import Document, Run, Runs, plain
from desktop.core.library import Library
from desktop.core.text import Language
from desktop.render.word import markup
from desktop.render.word.numbering import Numbering

TEXT_WIDTH = 9298
"""Width between the margins of the base document."""

GUTTER = 340
"""Space between two columns: the right margin of a cell of the side-by-side form."""

BETWEEN = " · "
"""What stands between the same words in two languages."""


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
    indent: int
    width: int
    in_table: bool = False


_PAGE_LISTS = ("ListBullet", "ListNumber", "SignLine")
_COLUMN_LISTS = ("ColumnBullet", "ColumnNumber", "ColumnSignLine")

CLAUSE = Place("BodyText", "BodyText", *_PAGE_LISTS, bullet=2, letters=2, indent=680, width=TEXT_WIDTH - 680)
ANNEX = Place("AnnexText", "AnnexLead", *_PAGE_LISTS, bullet=4, letters=4, indent=0, width=TEXT_WIDTH)
COLUMN = Place(
    "ColumnText",
    "ColumnLead",
    *_COLUMN_LISTS,
    bullet=4,
    letters=4,
    indent=0,
    width=(TEXT_WIDTH - GUTTER) // 2,
    in_table=True,
)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that links lead to."""

    identity: int
    name: str

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
    """By id of section, clause or annex."""
    numbering: Numbering
    place: Place = CLAUSE

    def at(self, place: Place) -> "Pen":
        """The same pen in another place."""
        return replace(self, place=place)

    def words(self, words: str, properties: str = "") -> str:
        """Plain words in the language of the document."""
        return markup.run(words, self.language, properties)

    def runs(self, runs: Runs) -> str:
        """Runs of the text, with their links."""
        return "".join(self._run(run) for run in runs)

    def title(self, runs: Runs) -> str:
        """Runs of a heading: the style of the paragraph decides how they look, and links are left out."""
        return "".join(markup.run(run.text, self._tag(run), _GAP if run.gap else "") for run in runs)

    def bookmarked(self, part_id: str, content: str) -> str:
        """The heading of a part, as a place that links lead to."""
        return self.bookmarks[part_id].around(content)

    def link(self, part_id: str, content: str) -> str:
        """A link to the heading of a part."""
        return markup.link(self.bookmarks[part_id].name, content)

    def _run(self, run: Run) -> str:
        target = self.bookmarks.get(run.target)
        if target is None:
            return markup.run(run.text, self._tag(run), _properties(run))
        words = run.text.replace(" ", _NO_BREAK_SPACE) if len(run.text) <= _SHORT_LINK else run.text
        written = markup.run(words, self._tag(run), _HYPERLINK + (_BOLD if run.bold else ""))
        return markup.link(target.name, written)

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


def pens(documents: Sequence[Document], library: Library) -> tuple[Pen, ...]:
    """One pen for each language of what is written. They share the lists and the count of bookmarks."""
    tags = {language.id: language.word for language in library.languages}
    numbering = Numbering()
    made: list[Pen] = []
    first = 0
    for document in documents:
        marks = {part: Bookmark(first + index, name) for index, (part, name) in enumerate(_bookmark_names(document))}
        first += len(marks)
        made.append(Pen(document, tags[document.language], tags, marks, numbering))
    return tuple(made)


def _bookmark_names(document: Document) -> Iterator[tuple[str, str]]:
    def name(kind: str, number: str) -> str:
        # Word allows letters, digits and underscores, at most 40
        return re.sub(r"\W", "_", f"{kind}_{number}_{document.language}", flags=re.ASCII)[:40]

    for section in document.sections:
        yield section.id, name("section", section.number)
        for clause in section.clauses:
            yield clause.id, name("clause", clause.number)
    for annex in document.annexes:
        yield annex.id, name("annex", annex.letter)


def joined(written: Sequence[tuple[Pen, Runs]]) -> str:
    """The same words in each language, side by side on a line; words that do not differ stand once."""
    kept = [(pen, runs) for i, (pen, runs) in enumerate(written) if not _repeats(written, i)]
    between = kept[0][0].words(BETWEEN) if kept else ""
    return between.join(pen.title(runs) for pen, runs in kept)


def _repeats(written: Sequence[tuple[Pen, Runs]], index: int) -> bool:
    return any(plain(written[index][1]) == plain(runs) for _, runs in written[:index])
