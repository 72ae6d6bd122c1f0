"""Documents made of parts rather than clauses: handouts, forms, registers, the privacy notice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from desktop.core.assemble import Edition, Settled, status, write_clause
from desktop.core.document import (
    Annex,
    Block,
    Box,
    Columns,
    Document,
    Entry,
    Field,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    Table,
)
from desktop.core.everyday import Everyday
from desktop.core.facts import Facts
from desktop.core.fill import Fill
from desktop.core.reference import DocumentKind, Part, Point
from desktop.core.selection import Chosen
from desktop.core.template import Hole, Inline, TemplateParagraph, parse_body, parse_line
from desktop.core.text import Language, Text, side
from desktop.core.watch.evidence import Records
from desktop.core.wording import Wording

NO_BREAK_SPACE = "\u00a0"

_TONES = {"do": "good", "dont": "bad", "box": "plain", "warning": "warning"}
"""The panels some shapes are drawn as."""


@dataclass(frozen=True)
class Handout:
    """One document of one business in one language, while it is made."""

    settled: Settled
    facts: Facts
    """What every question comes to, also those that only a longer policy asks."""
    kind: DocumentKind
    language: Language
    records: Records = field(default_factory=Records)
    """What is told of the evidence; empty for what is made of answers alone."""
    today: date | None = None
    """The day it is made; None where it is not known."""

    @cached_property
    def wording(self) -> Wording:
        """How answers read here."""
        return Wording(self.settled.library, self.facts, self.language)

    @cached_property
    def fill(self) -> Fill:
        """Puts answers and clause numbers into texts."""
        return Fill(self.wording, self.settled.numbers)

    @cached_property
    def everyday(self) -> Everyday:
        """Adds the everyday word at the first use of a stiff one."""
        return Everyday(self.settled.library, self.language)

    @cached_property
    def chosen(self) -> dict[str, Chosen]:
        """The clauses of the policy, by id, in order."""
        return {each.clause.id: each for section in self.settled.selection for each in section.clauses}

    def word(self, key: str) -> str:
        """A fixed word of documents. Raises `KeyError`."""
        return self.wording.word(key)

    def blocks(self, text: Text) -> tuple[Block, ...]:
        """A body with its answers."""
        body = side(text, self.language)
        return self.everyday.beside(body, self.fill.blocks(parse_body(body)))

    def line(self, text: Text) -> Runs:
        """A line with its answers."""
        return self.fill.inlines(parse_line(side(text, self.language)))

    def lines(self, text: Text) -> tuple[Runs, ...]:
        """A point with its answers: one line, or one for every entry of the list it repeats."""
        body = side(text, self.language)
        return tuple(
            runs
            for item in self.fill.items(_content(body))
            for block in self.everyday.beside(body, (Paragraph(item),))
            if isinstance(block, Paragraph) and (runs := block.runs)
        )

    def clause_number(self, *clause_ids: str) -> str:
        """The numbers of the clauses that the policy has, as a reader looks them up: "clause 4.2"; "" for none."""
        numbers = [self.settled.numbers[name] for name in clause_ids if name in self.settled.numbers]
        if not numbers:
            return ""
        if len(numbers) == 1:
            said = self.word("clause_number").format(number=numbers[0])
        else:
            said = self.word("clause_numbers").format(numbers=", ".join(numbers))
        return said.replace(" ", NO_BREAK_SPACE, 1)

    def stands(self, point: Point) -> bool:
        """Whether a point is printed: its condition holds and the policy has its clause."""
        return self.facts.holds(point.when) and (not point.clause or point.clause in self.settled.numbers)

    def points(self, part: Part) -> tuple[Point, ...]:
        """The points of a part that are printed."""
        standing = tuple(point for point in part.points if self.stands(point))
        return standing[: part.at_most] if part.at_most else standing


def in_parts(handout: Handout, edition: Edition, made: Iterable[tuple[Part, tuple[Entry, ...]]]) -> Document:
    """A document of its parts and what they were made into. Parts that come to nothing are left out."""
    kind, language, library = handout.kind, handout.language, handout.settled.library
    return Document(
        kind=kind.id,
        language=language,
        business_name="".join(run.text for run in handout.wording.runs(Hole("business_name"))),
        title=side(kind.title, language),
        status=status(library, language, edition),
        details=Table((), header=False),
        sections=(),
        annexes=(Annex(kind.id, "", (), tuple(_numbered(kind, _joined(made)))),),
        words={key: side(words, language) for key, words in library.words.items()},
        dated=edition.dated,
        pages=kind.pages,
        landscape=kind.landscape,
    )


def standing(handout: Handout) -> Iterator[Part]:
    """The parts that are printed: conditions hold, clauses are there, and at least one point applies if it has any."""
    for part in handout.settled.library.parts_of(handout.kind.id):
        wanted = (*part.clauses, part.quotes) if part.quotes else part.clauses
        if not handout.facts.holds(part.when) or any(name not in handout.settled.numbers for name in wanted):
            continue
        if part.points and not part.blank_rows and not any(map(handout.stands, part.points)):
            continue
        yield part


def entry_of(handout: Handout, part: Part) -> Entry:
    """What a part says by itself: heading, body, quoted clause, points."""
    blocks: list[Block] = list(handout.blocks(part.body)) if part.body else []
    if part.quotes:
        blocks += write_clause(handout.chosen[part.quotes], handout.fill, handout.everyday).blocks
    blocks += _points(handout, part)
    heading = handout.line(part.title) if part.title else ()
    if tone := _TONES.get(part.shape):
        inside = tuple(block for block in blocks if isinstance(block, Paragraph | ListBlock | Field))
        return Entry(part.id, (Box(tone, heading, inside),), new_page=part.new_page)
    return Entry(part.id, tuple(blocks), heading, part.new_page)


def _points(handout: Handout, part: Part) -> Iterator[Block]:
    points = handout.points(part)
    match part.shape:
        case "table":
            yield from _table(handout, part, points)
        case "form":
            yield from (
                Field("".join(run.text for run in handout.line(point.text)), point.fill or "text") for point in points
            )
        case _:
            items = tuple(item for point in points for item in _cited(handout, point))
            mark = {"numbers": "number", "ticks": "tick"}.get(part.shape, "")
            if items:
                yield ListBlock(items, part.shape == "letters", mark)


def _cited(handout: Handout, point: Point) -> Iterator[Runs]:
    """The lines of a point, each with the number of its clause."""
    number = handout.clause_number(point.clause)
    for line in handout.lines(point.text):
        yield cited(line, number) if number else line


def cited(line: Runs, number: str) -> Runs:
    """A line with the number of its clause, inside its full stop."""
    last = line[-1]
    if last.text.endswith(".") and not last.text.endswith(".."):
        return (*line[:-1], replace(last, text=last.text[:-1]), Run(f" ({number})."))
    return (*line, Run(f" ({number})"))


def _table(handout: Handout, part: Part, points: tuple[Point, ...]) -> Iterator[Table]:
    rows = [tuple(handout.line(head) for head in part.heads)] if part.heads else []
    for point in points:
        if part.columns_in:
            rows.append(tuple(_in_language(handout, point.text, language) for language in part.columns_in))
            continue
        cells = tuple(_cell(handout, text) for text in point.more)
        rows += [(first, *cells) for first in _cited(handout, point)]
    columns = max((len(row) for row in rows), default=0)
    rows += [tuple((Run("", fill="text"),) for _ in range(columns))] * part.blank_rows
    if rows:
        yield Table(tuple(rows), header=bool(part.heads), shares=part.shares)


def _in_language(handout: Handout, text: Text, language: Language) -> Runs:
    """A line in a language that need not be the document's."""
    if language == handout.language:
        return handout.line(text)
    return tuple(
        replace(run, language=run.language or language) for run in replace(handout, language=language).line(text)
    )


def _cell(handout: Handout, text: Text) -> Runs:
    """A further cell of a row; one without words is filled in by hand."""
    return handout.line(text) if any(text.values()) else (Run("", fill="text"),)


def _joined(made: Iterable[tuple[Part, tuple[Entry, ...]]]) -> list[Entry]:
    """All entries; a panel of dos and the don'ts after it stand side by side."""
    entries: list[Entry] = []
    before = ""
    for part, own in made:
        if part.shape == "dont" and before == "do" and own:
            last = entries.pop()
            panels = (*last.blocks, *own[0].blocks)
            entries.append(replace(last, blocks=(Columns(tuple(box for box in panels if isinstance(box, Box))),)))
            entries += own[1:]
        else:
            entries += own
        before = part.shape
    return entries


def _numbered(kind: DocumentKind, entries: list[Entry]) -> Iterator[Entry]:
    number = 0
    for entry in entries:
        if kind.numbered and entry.heading:
            number += 1
            entry = replace(entry, heading=(Run(f"{number}. "), *entry.heading))  # noqa: PLW2901 - the same entry
        yield entry


def _content(body: str) -> tuple[Inline, ...]:
    """The content of a point: one paragraph, bold words and all."""
    return tuple(piece for block in parse_body(body) if isinstance(block, TemplateParagraph) for piece in block.content)
