"""Tints the places for answers in a text, so that they are not taken for words."""

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.core.template import Hole, Pointer, Run, TemplateError, parse_line
from desktop.ui import theme
from desktop.ui.session import Session

_PLACES = re.compile(r"\{[^{}\n]*\}?|\[\[[^\[\]\n]*(?:\]\])?|\*+")


class PlaceholderTint(QSyntaxHighlighter):
    """Known places in the colour of the program, unknown ones in the colour of faults, marks of bold faint."""

    def __init__(self, document: QTextDocument, session: Session) -> None:
        super().__init__(document)
        self._session = session

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """Qt's call for every paragraph."""
        colours = theme.colours()
        for match in _PLACES.finditer(text):
            tint = QTextCharFormat()
            if match[0].startswith("*"):
                tint.setForeground(QColor(colours.muted))
            elif self._is_known(match[0]):
                tint.setBackground(QColor(colours.accent_soft))
                tint.setForeground(QColor(colours.accent_strong))
            else:
                tint.setBackground(QColor(colours.error_soft))
                tint.setForeground(QColor(colours.error))
            start = _place(text, match.start())
            self.setFormat(start, _place(text, match.end()) - start, tint)

    def _is_known(self, part: str) -> bool:
        library, own = self._session.library, self._session.answers.own
        try:
            found = parse_line(part)
        except TemplateError:
            return False
        match found:
            case (Hole(name),):
                return name in library.question
            case (Pointer("ref", target),):
                return target in library.clause or target in own
            case (Pointer(_, target),):
                return target in library.step
            case _:
                return not any(isinstance(piece, Run) for piece in found)


def _place(text: str, index: int) -> int:
    """Qt counts letters beyond the first 65,536 as two."""
    return index + sum(ord(letter) > 0xFFFF for letter in text[:index])
