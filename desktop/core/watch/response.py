"""Going through a firm's response chart, a question at a time, and the words to begin a reply with."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.core.assemble import Settled
from desktop.core.chart import Chart, chart_of
from desktop.core.document import Paragraph, plain
from desktop.core.fill import Fill
from desktop.core.reference import ChartNode
from desktop.core.template import parse_body, parse_line
from desktop.core.text import Language, Text, any_side
from desktop.core.wording import Wording

YES, NO = "yes", "no"
Path = tuple[tuple[str, str], ...]
"""As `desktop.core.watch.evidence.Entry` keeps it: id of each box with the answer given; the last box has none."""

LEAVE = "leave"
"""The box below which nothing may be kept: that people talk about pay and conditions is their right."""

_DANGER = "danger"
_TRUTHS = {("fair", YES): "true", ("facts", YES): "false"}
"""What an answer says about whether the post is true, one of `desktop.core.watch.evidence.TRUTHS`."""

_GAP = re.compile(r"\[[^\[\]]+\]")
_OWN_NAMES = ("[your name]", "[nama anda]")
"""What stands in a reply where its writer signs."""


@dataclass(frozen=True)
class Walk:
    """How far somebody came in the chart. Every answer leads one row down or to a box at the side, so each way ends."""

    chart: Chart
    answers: tuple[str, ...] = ()
    """`YES` or `NO`, in the order of the questions."""

    @property
    def question(self) -> ChartNode | None:
        """What is asked now; None at an end."""
        return None if self.end else self.chart.rows[len(self.answers)].question

    @cached_property
    def end(self) -> ChartNode | None:
        """The box the answers led to; None while there is a question left."""
        for row, answer in zip(self.chart.rows, self.answers, strict=False):
            if answer == row.answer:
                return row.leaf
        return self.chart.last if len(self.answers) == len(self.chart.rows) else None

    @property
    def passed(self) -> tuple[tuple[ChartNode, str], ...]:
        """The questions that were answered, with the answers."""
        return tuple((row.question, answer) for row, answer in zip(self.chart.rows, self.answers, strict=False))

    @property
    def path(self) -> Path:
        """The same as it is kept, with the box the way ended in."""
        passed = tuple((question.id, answer) for question, answer in self.passed)
        return (*passed, (self.end.id, "")) if self.end else passed

    @property
    def is_danger(self) -> bool:
        """Whether the safety gate stopped it: no reply, and an incident is opened."""
        return self.end is not None and self.end.tone == _DANGER

    @property
    def keeps_nothing(self) -> bool:
        """Whether the post may not be kept in the log."""
        return self.end is not None and self.end.id == LEAVE

    @property
    def truth(self) -> str:
        """Whether the post is true, as far as the answers say so; "" where they do not."""
        said = [_TRUTHS[step] for step in self.path if step in _TRUTHS]
        return said[-1] if said else ""

    def answered(self, answer: str) -> "Walk":
        """One answer further. Raises `ValueError` at an end, and for what is no answer."""
        if self.end is not None or answer not in (YES, NO):
            raise ValueError(answer)
        return Walk(self.chart, (*self.answers, answer))

    def back_to(self, number: int) -> "Walk":
        """As it was when only so many answers were given."""
        return Walk(self.chart, self.answers[: max(number, 0)])


def begin(settled: Settled) -> Walk:
    """At the first question of the firm's own chart. Raises `desktop.core.chart.ChartError`."""
    return Walk(chart_of(settled.library.chart, settled.all_facts.holds))


def resumed(walk: Walk, path: Path) -> Walk:
    """As far as a stored path leads in the chart as it is now, which may be another than when it was stored."""
    given = dict(path)
    walk = walk.back_to(0)
    while (question := walk.question) is not None:
        answer = given.get(question.id, "")
        if answer not in (YES, NO):
            return walk
        walk = walk.answered(answer)
    return walk


def boxes_of(nodes: Iterable[ChartNode], path: Path) -> tuple[tuple[ChartNode | None, str], ...]:
    """A stored path to be read: each box with the answer given. Boxes that the chart no longer has are None."""
    known = {node.id: node for node in nodes}
    return tuple((known.get(box), answer) for box, answer in path)


@dataclass(frozen=True, slots=True)
class Reply:
    """Words to begin a reply with. What stands in [brackets] is for the writer to fill in."""

    id: str
    title: str
    text: str


def has_gap(text: str) -> bool:
    """Whether something in [brackets] is left for the writer to fill in."""
    return _GAP.search(text) is not None


@dataclass(frozen=True)
class ResponseWords:
    """The words of the chart and of its replies with the firm's own answers, in one language."""

    settled: Settled
    language: Language

    def text(self, node: ChartNode) -> str:
        """What stands in a box."""
        return self._line(node.text)

    def note(self, node: ChartNode) -> str:
        """The smaller line below it; "" where there is none."""
        return self._line(node.note) if node.note else ""

    def done(self, end: ChartNode) -> tuple[str, ...]:
        """What somebody may have done at a box, in a few words each."""
        return tuple(self._line(said) for said in end.done)

    def replies(self, end: ChartNode, name: str = "") -> tuple[Reply, ...]:
        """The replies for a box, signed with a name if there is one."""
        library, facts = self.settled.library, self.settled.all_facts
        names = _stands_for(library.chart, end)
        return tuple(
            Reply(pattern.id, self._line(pattern.title), _signed(self._body(pattern.body), name))
            for pattern in library.patterns
            if pattern.node in names and facts.holds(pattern.when)
        )

    @cached_property
    def _fill(self) -> Fill:
        settled = self.settled
        return Fill(Wording(settled.library, settled.all_facts, self.language), settled.numbers)

    def _line(self, text: Text) -> str:
        return plain(self._fill.inlines(parse_line(any_side(text, self.language)[0]))).strip()

    def _body(self, text: Text) -> str:
        blocks = self._fill.blocks(parse_body(any_side(text, self.language)[0]))
        return "\n\n".join(plain(block.runs) for block in blocks if isinstance(block, Paragraph))


def _stands_for(nodes: Sequence[ChartNode], end: ChartNode) -> frozenset[str]:
    """The box, and those whose place it takes: a reply names the first of them."""
    names = {end.id}
    grows = True
    while grows:
        found = {node.id for node in nodes if node.instead in names} - names
        names |= found
        grows = bool(found)
    return frozenset(names)


def _signed(text: str, name: str) -> str:
    if name := " ".join(name.split()):
        for place in _OWN_NAMES:
            text = text.replace(place, name)
    return text
