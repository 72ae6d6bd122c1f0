"""Checks of the response chart: that its boxes make one chart, whatever the answers, and that their words fit."""

from collections import Counter
from collections.abc import Iterator
from itertools import product

from desktop.content.faults import Fault
from desktop.content.reach import possible
from desktop.core.chart import LEAVES, ChartError, chart_of
from desktop.core.library import Library
from desktop.core.reference import ChartNode
from desktop.core.text import side
from desktop.i18n import Message, message

FILE = "training/response-chart.toml"

KINDS = ("start", "question", *LEAVES)

TONES = ("", "danger", "good")

LONGEST = {"text": 70, "note": 160}
"""Letters of a box's texts; with these a chart of eight questions fits on a page in letters that can be read."""

_TOO_MANY = 12
"""Conditions that are tried in every combination at most."""


def chart_faults(library: Library) -> Iterator[Fault]:
    """Faults in the response chart. Conditions are known to be sound; a library need not have a chart."""
    if not library.chart:
        return
    broken = [*_box_faults(library), *_way_faults(library)]
    yield from broken
    yield from _length_faults(library)
    if broken:  # what follows goes along the arrows
        return
    yield from _shape_faults(library)


def _box_faults(library: Library) -> Iterator[Fault]:
    counts = Counter(node.id for node in library.chart)
    for node in library.chart:
        if counts[node.id] > 1:
            yield _fault(node, "id", message("this id is used more than once"))
        if node.kind not in KINDS:
            yield _fault(node, "kind", _not_one_of(node.kind, KINDS))
        if node.tone not in TONES:
            yield _fault(node, "tone", _not_one_of(node.tone, TONES[1:]))
        if node.done and node.kind not in LEAVES:
            yield _fault(node, "done", message("only a box that ends the way has this"))
    first, *others = library.chart
    if first.kind != "start":
        yield _fault(first, "kind", message("the first box must be the start"))
    for node in others:
        if node.kind == "start":
            yield _fault(node, "kind", message("only the first box is a start"))


def _way_faults(library: Library) -> Iterator[Fault]:
    """Every box has the arrows of its kind, and they lead to boxes."""
    known = {node.id for node in library.chart}
    for node in library.chart:
        wanted = {"start": ("next",), "question": ("yes", "no")}.get(node.kind, ())
        for key, target in (("next", node.next), ("yes", node.yes), ("no", node.no)):
            if target and target not in known:
                yield _fault(node, key, _no_box(target))
            elif key in wanted and not target:
                yield _fault(node, key, message("the box this leads to is missing"))
            elif target and key not in wanted:
                yield _fault(node, key, message("a box of this kind has no such arrow"))
        if node.instead and node.instead not in known:
            yield _fault(node, "instead", _no_box(node.instead))
        elif node.when and not node.instead:
            yield _fault(node, "instead", message("the box that takes its place is missing"))
        elif node.instead and not node.when:
            yield _fault(node, "instead", message("without `when` no other box takes its place"))


def _shape_faults(library: Library) -> Iterator[Fault]:
    """What is wrong with the chart for some answers, and boxes that no answers bring in."""
    conditions = list(dict.fromkeys(node.when for node in library.chart if node.when))[:_TOO_MANY]
    found: dict[Fault, None] = {}
    reached: set[str] = set()
    for truths in product((True, False), repeat=len(conditions)):
        holding = dict(zip(conditions, truths, strict=True))
        if not possible(library, [text if holds else f"not ({text})" for text, holds in holding.items()]):
            continue
        try:
            chart = chart_of(library.chart, lambda when, holding=holding: holding.get(when, True))
        except ChartError as error:
            found[Fault(FILE, error.node, error.reason)] = None
            continue
        reached |= {chart.start.id, chart.last.id}
        reached |= {node.id for row in chart.rows for node in (row.question, row.leaf)}
    yield from found
    if not found:
        for node in library.chart:
            if node.id not in reached:
                yield _fault(node, "", message("no arrow leads to this box, whatever the answers"))


def _length_faults(library: Library) -> Iterator[Fault]:
    for node in library.chart:
        for key, text in (("text", node.text), ("note", node.note)):
            for language in library.languages:
                if len(side(text, language.id)) > LONGEST[key]:
                    cause = message("the text is longer than {limit} letters", limit=LONGEST[key])
                    yield _fault(node, f"{key}.{language.id}", cause)


def _fault(node: ChartNode, key: str, cause: Message) -> Fault:
    return Fault(FILE, f"{node.id} {key}".strip(), cause)


def _no_box(name: str) -> Message:
    return message("there is no box called “{name}”", name=name)


def _not_one_of(name: str, known: tuple[str, ...]) -> Message:
    return message("“{name}” is not one of {known}", name=name, known=", ".join(known))
