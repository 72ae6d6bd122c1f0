"""Content controls: places that are filled in on the screen, and by hand on paper.

They hold room that prints clean until something is written: a line in running text and on forms, nothing at all in the
cells of a table. Their names are what a screen reader says.
"""

from dataclasses import dataclass

from desktop.render.word import markup

_LONGEST_NAME = 64
"""Letters that Word takes in the name of a control."""

_BOX_FONT = "MS Gothic"
"""Word's own font for boxes to tick."""

_BOX = "\u2610"
_TICKED = "\u2612"

_LINE = "_"
_BLANK = "\u2002"
_BLANKS = 5
"""Spaces that are room enough to find a control in a cell of a table."""

ON_A_LINE = 8
"""Underscores that begin the line of a form; the leader of a tab carries it on."""

IN_TEXT = {"text": 24, "date": 16}
"""Underscores in running text, by what is filled in."""


@dataclass(slots=True)
class Controls:
    """Counts the controls of a document: each has a number of its own."""

    _count: int = 0

    def room(self, fill: str, name: str, language: str, *, length: int = 0, properties: str = "") -> str:
        """A control for words ("text") or a day ("date"): a line of so many underscores, or blank room."""
        inside = _LINE * length if length else _BLANK * _BLANKS
        kind = _day(language) if fill == "date" else "<w:text/>"
        shown = markup.run(inside, language, properties)
        return self._control(fill, name, language, "<w:showingPlcHdr/>" + kind, shown, properties)

    def written(self, fill: str, words: str, name: str, language: str) -> str:
        """A control for words or a day that holds words already."""
        kind = _day(language) if fill == "date" else "<w:text/>"
        return self._control(fill, name, language, kind, markup.run(words, language))

    def box(self, name: str, language: str) -> str:
        """A box to tick."""
        font = f'<w:rFonts w:ascii="{_BOX_FONT}" w:eastAsia="{_BOX_FONT}" w:hAnsi="{_BOX_FONT}" w:hint="eastAsia"/>'
        states = "".join(
            f'<w14:{state} w14:val="{ord(sign):04X}" w14:font="{_BOX_FONT}"/>'
            for state, sign in (("checkedState", _TICKED), ("uncheckedState", _BOX))
        )
        kind = f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox>'
        return self._control("tick", name, language, kind, markup.run(_BOX, language, font), font)

    def _control(self, fill: str, name: str, language: str, kind: str, shown: str, properties: str = "") -> str:
        self._count += 1
        alias = markup.escaped(_shortened(name))
        return (
            f'<w:sdt><w:sdtPr><w:rPr>{properties}<w:lang w:val="{language}"/></w:rPr><w:alias w:val="{alias}"/>'
            f'<w:tag w:val="{fill}_{self._count}"/><w:id w:val="{self._count}"/>{kind}</w:sdtPr>'
            f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
        )


def _day(language: str) -> str:
    """A calendar to pick a day from, in the language."""
    return (
        f'<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="{language}"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )


def _shortened(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= _LONGEST_NAME else words[: _LONGEST_NAME - 1].rstrip() + "…"
