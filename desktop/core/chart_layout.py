"""Where the boxes and arrows of the response chart stand. All arrows are straight, and no two things touch.

The measures are shared with those who draw it, so that the words fit wherever they are drawn. In millimetres.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.core.document import Arrow, Drawing, Shape
from desktop.core.letters import POINT, line_count, width

LINE = 1.22
"""From line to line, in sizes of the letters."""

PADDING = 1.5
"""Between the words of a box and its upper and lower edges."""

SIDES = {"start": 4.5, "question": 2.8, "action": 2.8, "end": 4.5}
"""Between the words of a box and its left and right edges, by its kind."""

_LARGEST, _SMALLEST = 11.0, 6.0
"""Sizes of letters tried, in points."""

_STEP = 0.5
"""Word knows half points only."""

_ON_TELEPHONES = 11.0

_SHARES = (0.5, 0.53, 0.47, 0.56, 0.44)
"""How much of the width the questions take, in the order tried."""

_ARROW = 5.0
"""Of an arrow between two columns, beside its word."""

_STRETCH = 3.0
"""How much longer than it must be an arrow becomes where there is room."""

_SPINE = 6.0
"""From the left edge to the arrow that goes past a box to the next question, on telephones."""

_INDENT = 13.0

_PAST = 3.5
"""Between what to do and the next question, on telephones."""

_KEPT = 32
"""Charts that are remembered: one takes some 70 ms, and the same one is drawn for preview, papers and pictures."""

_SLACK = 0.98
"""Part of a box's width that words may take: programs measure letters a little differently."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A question with the box beside it, and the words of the arrows to it and to the next question."""

    question: Shape
    leaf: Shape
    aside: str
    onward: str
    leaf_first: bool
    """Whether the box beside it is for those who answer yes."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """What there is to be placed, and the room for it."""

    start: Shape
    branches: tuple[Branch, ...]
    last: Shape
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """The place of the word beside an arrow."""

    left: float
    top: float
    width: float
    height: float


def note_size(points: float) -> float:
    """The size of a box's note, and of the word beside an arrow, for text of this size."""
    return points - 0.5


def label_of(arrow: Arrow, points: float) -> Label:
    """Where the word of an arrow stands, for letters of the drawing's size: beside its start, never on it."""
    (x, y), (_, below) = arrow.points[0], arrow.points[-1]
    wide, high = width(arrow.label, note_size(points), bold=True) + 1.5, _line_height(note_size(points))
    if below > y:
        return Label(x + 1.5, y + 0.4, wide, high)
    return Label(x + 0.8, y - high - 0.2, wide, high)


@lru_cache(maxsize=_KEPT)
def in_two_columns(boxes: Boxes) -> Drawing:
    """Questions one below the other, and beside each the box that ends it; in the largest letters that fit."""
    return _largest(boxes, _LARGEST, lambda points: min(_shares(boxes, points), key=lambda made: made.height))


@lru_cache(maxsize=_KEPT)
def in_one_column(boxes: Boxes) -> Drawing:
    """What to do below each question, a little to the right, with the arrow to the next question going past it."""
    return _largest(boxes, _ON_TELEPHONES, lambda points: _column(boxes, points))


def _largest(boxes: Boxes, largest: float, made: Callable[[float], Drawing]) -> Drawing:
    points = largest
    drawing = made(points)
    while boxes.height and drawing.height > boxes.height and points > _SMALLEST:
        points -= _STEP
        drawing = made(points)
    return drawing


def _shares(boxes: Boxes, points: float) -> list[Drawing]:
    return [_columns(boxes, points, share) for share in _SHARES]


def _columns(boxes: Boxes, points: float, share: float) -> Drawing:
    labels = [word for branch in boxes.branches for word in (branch.aside, branch.onward)]
    between = max(width(word, note_size(points), bold=True) for word in labels) + _ARROW
    left = (boxes.width - between) * share
    right, at = boxes.width - between - left, left + between
    start = _high(boxes.start, boxes.width, points)
    last = _high(boxes.last, left, points)
    rows = [max(_high(branch.question, left, points), _high(branch.leaf, right, points)) for branch in boxes.branches]
    gap = _gap(points)
    spare = (boxes.height - start - last - sum(rows)) / (len(rows) + 1) - gap
    gap += max(0.0, min(_STRETCH, spare))
    shapes = [_placed(boxes.start, 0, 0, boxes.width, start)]
    arrows: list[Arrow] = []
    top, word = start, ""
    for branch, high in zip(boxes.branches, rows, strict=True):
        arrows.append(Arrow(((left / 2, top), (left / 2, top + gap)), word))
        top += gap
        shapes += [_placed(branch.question, 0, top, left, high), _placed(branch.leaf, at, top, right, high)]
        middle = top + high / 2
        arrows.append(Arrow(((left, middle), (at, middle)), branch.aside))
        top, word = top + high, branch.onward
    arrows.append(Arrow(((left / 2, top), (left / 2, top + gap)), word))
    shapes.append(_placed(boxes.last, 0, top + gap, left, last))
    return Drawing(boxes.width, top + gap + last, points, tuple(shapes), tuple(arrows), "")


def _column(boxes: Boxes, points: float) -> Drawing:
    gap = _gap(points) + 1.5
    # the word beside the arrow that goes on stands left of the arrow to what to do
    aside = max(_SPINE + max(width(branch.onward, points, bold=True) for branch in boxes.branches) + 4, _INDENT + 2)
    indented = boxes.width - _INDENT
    shapes = [_placed(boxes.start, 0, 0, boxes.width, _high(boxes.start, boxes.width, points))]
    arrows: list[Arrow] = []
    begins = shapes[0].height
    top, word = begins + gap, ""
    for branch in boxes.branches:
        arrows.append(Arrow(((_SPINE, begins), (_SPINE, top)), word))
        shapes.append(_placed(branch.question, 0, top, boxes.width, _high(branch.question, boxes.width, points)))
        begins, word = top + shapes[-1].height, branch.onward
        arrows.append(Arrow(((aside, begins), (aside, begins + gap)), branch.aside))
        shapes.append(_placed(branch.leaf, _INDENT, begins + gap, indented, _high(branch.leaf, indented, points)))
        top = begins + gap + shapes[-1].height + _PAST
    arrows.append(Arrow(((_SPINE, begins), (_SPINE, top)), word))
    shapes.append(_placed(boxes.last, 0, top, boxes.width, _high(boxes.last, boxes.width, points)))
    return Drawing(boxes.width, top + shapes[-1].height, points, tuple(shapes), tuple(arrows), "")


def _placed(shape: Shape, left: float, top: float, wide: float, high: float) -> Shape:
    return replace(shape, left=left, top=top, width=wide, height=high)


def _high(shape: Shape, wide: float, points: float) -> float:
    """How high a box must be."""
    room = (wide - 2 * SIDES[shape.kind]) * _SLACK
    text = line_count(shape.text, room, points) * _line_height(points)
    note = line_count(shape.note, room, note_size(points)) * _line_height(note_size(points))
    return 2 * PADDING + text + note


def _line_height(points: float) -> float:
    return points * LINE * POINT


def _gap(points: float) -> float:
    """An arrow just long enough for the word beside it."""
    return _line_height(note_size(points)) + 1.6
