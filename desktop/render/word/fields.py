"""Lines of a form: a label, and a line that is filled in by hand or on the screen."""

import re
from collections.abc import Sequence
from itertools import takewhile

from desktop.core.document import Block, Field, Run
from desktop.render.word import markup
from desktop.render.word.controls import ON_A_LINE
from desktop.render.word.pen import BETWEEN, Pen, joined

_LABEL_SHARE = 0.28
"""How much of the width the labels of a form take, so that its lines begin below each other."""

_LONGEST_SHARE = 0.4
"""How much they take at most. The line of a longer label follows its words; a second language stands below."""

_GAP = 120
"""Between a label and its line."""

_TO_SIGN_ON = 567
"""The height of a line that is signed: 10 mm. Letters of any size leave it as it is."""

_NUMBER = re.compile(r"\d+\. ")


def together(blocks: Sequence[Block], index: int) -> list[Field]:
    """The fields that stand one below the other with the one at this place."""
    before = takewhile(lambda block: isinstance(block, Field), reversed(blocks[:index]))
    after = takewhile(lambda block: isinstance(block, Field), blocks[index:])
    return [block for block in (*before, *after) if isinstance(block, Field)]


def write_field(
    pens: Sequence[Pen], fields: Sequence[Field], *, last: bool, group: Sequence[Sequence[Field]] = ()
) -> str:
    """A line to fill in, with its label in each language. `last` of some lines, one below the other.

    `group`: for each language the lines it stands with.
    """
    first, on_sheet = pens[0], pens[0].place.sign_line == "SheetField"
    words = _labels(fields)
    stacked = on_sheet and len(words) > 1 and not _on_a_line(first, words)
    above = pens[:1] if stacked else pens[: len(words)]
    label = joined([(pen, (Run(each),)) for pen, each in zip(above, words, strict=False)])
    begins = _begins(first, group) if on_sheet else int(first.place.width * _LABEL_SHARE)
    short = first.wide(BETWEEN.join(words[: len(above)])) + _GAP <= begins
    tab = markup.tab(first.language)
    stops = ((begins, "left"), (first.place.width, "line")) if short else ((first.place.width, "line"),)
    end = None if last or first.place.in_table else True
    below = first.place.below_signed if last else None
    written = markup.paragraph(
        first.place.sign_line,
        label + (tab if short else first.words(" ")) + _line(first, fields) + tab,
        keep_next=True if stacked else end,
        after=0 if stacked else below,
        tabs=markup.tab_stops(*stops) if on_sheet else "",
        line=_TO_SIGN_ON if on_sheet and fields[0].fill == "signature" else 0,
    )
    if stacked:
        written += markup.paragraph("SecondText", pens[1].words(words[1]), keep_next=end, after=below)
    return written


def _labels(fields: Sequence[Field]) -> list[str]:
    """The label in each language; the number it begins with, and words that do not differ, stand once."""
    labels = list(dict.fromkeys(field.label for field in fields))
    number = _NUMBER.match(labels[0])
    return [labels[0], *(label.removeprefix(number[0]) if number else label for label in labels[1:])]


def _on_a_line(pen: Pen, words: Sequence[str]) -> bool:
    return pen.wide(BETWEEN.join(words)) + _GAP <= pen.place.width * _LONGEST_SHARE


def _begins(pen: Pen, group: Sequence[Sequence[Field]]) -> int:
    """Where the lines begin: behind the longest label that leaves them room enough."""
    longest, begins = int(pen.place.width * _LONGEST_SHARE), int(pen.place.width * _LABEL_SHARE)
    for fields in zip(*group, strict=False):
        words = _labels(fields)
        needed = pen.wide(BETWEEN.join(words) if _on_a_line(pen, words) else words[0]) + _GAP
        begins = max(begins, needed if needed <= longest else 0)
    return begins


def _line(pen: Pen, fields: Sequence[Field]) -> str:
    """What stands on the line: what is known already, or room; signatures are given by hand alone."""
    field = fields[0]
    name = " / ".join(dict.fromkeys(each.label for each in fields))
    if field.value:
        return pen.controls.written(field.fill, field.value, name, pen.language) + pen.words(" ")
    return pen.room(field.fill, name, ON_A_LINE)
