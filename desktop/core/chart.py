"""The response chart: which boxes stand for these answers, in which order, and what the whole of it says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.core.chart_layout import Boxes, Branch, in_one_column, in_two_columns
from desktop.core.document import Drawing, Run, Runs, Shape, plain
from desktop.core.fill import Fill
from desktop.core.library import Library
from desktop.core.reference import ChartNode
from desktop.core.template import parse_line
from desktop.core.text import side
from desktop.i18n import Message, message

LEAVES = ("action", "end")
"""Kinds of boxes that no arrow leaves."""

_LONGEST = 90
"""Letters of an answer that are printed in a box. Nobody is called that long, and the chart has to stay on its page."""


class ChartError(ValueError):
    """Boxes that do not make a chart: the id of the box at fault, and why."""

    def __init__(self, node: str, reason: Message) -> None:
        super().__init__(node, reason)
        self.node = node
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Row:
    """A question, the box that one answer leads to, and that answer; the other one leads on."""

    question: ChartNode
    leaf: ChartNode
    answer: str
    """"yes" or "no"."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The boxes that stand: from the start down the questions to the last box."""

    start: ChartNode
    rows: tuple[Row, ...]
    last: ChartNode


def lay_out(library: Library, fill: Fill, *, width: float, height: float, columns: int) -> Drawing:
    """The response chart of a firm, drawn no wider than `width` millimetres. Raises `ChartError`.

    With two columns the questions stand at the left and what to do at the right, in letters as large as `height`
    millimetres allow. With one column, for telephones, what to do stands below its question; a height of 0 is as
    high as it takes. What does not fit at any size makes a higher drawing: nothing is ever left out.
    """
    chart = chart_of(library.chart, fill.wording.facts.holds)
    start, branches, last = _drawn(chart, fill)
    boxes = Boxes(start, branches, last, width, height)
    drawing = in_two_columns(boxes) if columns > 1 else in_one_column(boxes)
    return replace(drawing, says=_says(start, branches, last, fill.wording.word("chart_go_on")))


def chart_of(nodes: Sequence[ChartNode], holds: Callable[[str], bool]) -> Chart:
    """The chart for answers by which conditions hold or not. Raises `ChartError`."""
    if not nodes or nodes[0].kind != "start":
        raise ChartError("", message("the first box must be the start"))
    stand = _Stand({node.id: node for node in nodes}, holds)
    start = stand.at(nodes[0].id, nodes[0])
    question = stand.at(start.next, start)
    rows: list[Row] = []
    used = {start.id}
    while True:
        row, following = stand.row(question, rows)
        reached = (row.leaf,) if following.kind == "question" else (row.leaf, following)
        for node in (question, *reached):
            if node.id in used:
                raise ChartError(node.id, message("two arrows lead to this box"))
            used.add(node.id)
        rows.append(row)
        if following.kind != "question":
            return Chart(start, tuple(rows), following)
        question = following


@dataclass(frozen=True, slots=True)
class _Stand:
    """Which box stands where."""

    by_id: Mapping[str, ChartNode]
    holds: Callable[[str], bool]

    def at(self, target: str, source: ChartNode) -> ChartNode:
        """The box an arrow leads to, or the one that takes its place."""
        node = self.by_id.get(target)
        passed: set[str] = set()
        while node is not None and not self.holds(node.when):
            if node.id in passed:
                raise ChartError(node.id, message("the boxes that take its place lead round in a circle"))
            passed.add(node.id)
            node = self.by_id.get(node.instead)
        if node is None:
            raise ChartError(source.id, message("an arrow leads nowhere"))
        return node

    def row(self, question: ChartNode, above: Sequence[Row]) -> tuple[Row, ChartNode]:
        """A question's row, and the box the chart goes on with."""
        if question.kind != "question":
            raise ChartError(question.id, message("a question must stand here"))
        ways = {"yes": self.at(question.yes, question), "no": self.at(question.no, question)}
        if any(node.kind not in (*LEAVES, "question") for node in ways.values()):
            raise ChartError(question.id, message("an arrow leads back to the start"))
        on = [answer for answer, node in ways.items() if node.kind == "question"]
        if len(on) == len(ways):
            raise ChartError(question.id, message("both answers lead to a question; one must end the chart"))
        # the last question has two ends: the one beside it is for the same answer as above
        beside = _OTHER[on[0]] if on else above[-1].answer if above else "yes"
        return Row(question, ways[beside], beside), ways[_OTHER[beside]]


_OTHER = {"yes": "no", "no": "yes"}


def _drawn(chart: Chart, fill: Fill) -> tuple[Shape, tuple[Branch, ...], Shape]:
    """The boxes with their words, not yet in their places."""
    words = {"yes": fill.wording.word("chart_yes"), "no": fill.wording.word("chart_no")}
    branches = tuple(
        Branch(
            _shape(row.question, fill, number),
            _shape(row.leaf, fill),
            words[row.answer],
            words[_OTHER[row.answer]],
            leaf_first=row.answer == "yes",
        )
        for number, row in enumerate(chart.rows, start=1)
    )
    return _shape(chart.start, fill), branches, _shape(chart.last, fill)


def _shape(node: ChartNode, fill: Fill, number: int = 0) -> Shape:
    text = _line(node.text, fill)
    if number:
        text = (Run(f"{number}. "), *text)
    bold = tuple(replace(run, bold=True) for run in text)
    return Shape(node.id, node.kind, node.tone, 0, 0, 0, 0, bold, _line(node.note, fill))


def _line(text: Mapping[str, str], fill: Fill) -> Runs:
    content: list[Run] = []
    for piece in parse_line(side(text, fill.wording.language)):
        content += (piece,) if isinstance(piece, Run) else _short(fill.inlines((piece,)))
    return fill.inlines(tuple(content))


def _short(runs: Runs) -> Runs:
    """An answer that is not longer than it may be."""
    kept: list[Run] = []
    room = _LONGEST
    for run in runs:
        if len(run.text) > room:
            kept.append(replace(run, text=run.text[: max(0, room - 1)].rstrip() + "…"))
            break
        kept.append(run)
        room -= len(run.text)
    return tuple(kept)


def _says(start: Shape, branches: Sequence[Branch], last: Shape, go_on: str) -> str:
    lines = [_sentences(start)]
    for number, branch in enumerate(branches, start=1):
        leaf = f"{branch.aside}: {_sentences(branch.leaf)}"
        final = number == len(branches)
        on = f"{branch.onward}: {_sentences(last) if final else go_on.format(number=number + 1)}"
        lines.append(" ".join((_sentences(branch.question), *((leaf, on) if branch.leaf_first else (on, leaf)))))
    return "\n".join(lines)


def _sentences(shape: Shape) -> str:
    parts = (plain(shape.text).strip(), plain(shape.note).strip())
    return " ".join(part if part[-1] in ".?!:…”" else f"{part}." for part in parts if part)
