"""Lines of a form: a label, and a line that is filled in by hand or on the screen."""

from collections.abc import Sequence

from desktop.core.document import Field, Run
from desktop.render.word import markup
from desktop.render.word.controls import ON_A_LINE
from desktop.render.word.pen import BETWEEN, Pen, joined

_LABEL_SHARE = 0.28
"""How much of the width the labels of a form take, so that its lines begin below each other."""

_LETTER = 98
"""The width of a letter of a label on the safe side, in twentieths of a point."""


def write_field(pens: Sequence[Pen], fields: Sequence[Field], *, last: bool) -> str:
    """A line to fill in, with its label in each language. `last` of some lines, one below the other."""
    first = pens[0]
    place = first.place
    label = joined([(pen, (Run(field.label),)) for pen, field in zip(pens, fields, strict=True)])
    tab = markup.tab(first.language)
    begins = int(place.width * _LABEL_SHARE)
    short = _fits(fields, begins)
    between = tab if short else first.words(" ")
    stops = ((begins, "left"), (place.width, "line")) if short else ((place.width, "line"),)
    return markup.paragraph(
        place.sign_line,
        label + between + _line(first, fields) + tab,
        keep_next=None if last or place.in_table else True,
        after=place.below_signed if last else None,
        tabs=markup.tab_stops(*stops) if place.sign_line == "SheetField" else "",
    )


def _fits(fields: Sequence[Field], width: int) -> bool:
    """Whether the labels end before the line begins."""
    labels = dict.fromkeys(field.label for field in fields)
    return len(BETWEEN.join(labels)) * _LETTER <= width


def _line(pen: Pen, fields: Sequence[Field]) -> str:
    """What stands on the line: what is known already, or room; signatures are given by hand alone."""
    field = fields[0]
    name = " / ".join(dict.fromkeys(each.label for each in fields))
    if field.value:
        return pen.controls.written(field.fill, field.value, name, pen.language) + pen.words(" ")
    return "" if field.fill == "signature" else pen.room(field.fill, name, ON_A_LINE)
