"""Two wordings compared word by word, in colours and with lines, so that nobody needs to see the colours."""

from enum import Enum
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.core.differences import Change, Piece, differences
from desktop.core.text import printable
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.rich_label import RichLabel
from desktop.ui.retranslate import Retranslated


class Shown(Enum):
    """Which of the two wordings is shown."""

    BOTH = (Change.SAME, Change.REMOVED, Change.ADDED)
    OLD = (Change.SAME, Change.REMOVED)
    NEW = (Change.SAME, Change.ADDED)


class DifferenceText(Retranslated, RichLabel):
    """What was taken out is struck through, what was put in is underlined."""

    def __init__(self, shown: Shown = Shown.BOTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._title: tuple[Piece, ...] = ()
        self._body: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of title and text that are shown."""
        return tuple(piece for piece in (*self._title, *self._body) if piece.kind in self._shown.value)

    def compare(self, old: tuple[str, str], new: tuple[str, str]) -> None:
        """Show title and text of two wordings."""
        self._title, self._body = differences(old[0], new[0]), differences(old[1], new[1])
        self.retranslate()

    def retranslate(self) -> None:
        """Draw the words, and say to screen readers what differs."""
        self.tell(f"<p><b>{self._rich(self._title)}</b></p><p>{self._rich(self._body)}</p>" if self.pieces else "")
        removed, added = self._changed(Change.REMOVED), self._changed(Change.ADDED)
        told = [_("Taken out: {words}", words=removed)] if removed else []
        told += [_("Put in: {words}", words=added)] if added else []
        self.setAccessibleDescription(" ".join(told) or _("Nothing differs."))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Light or dark: other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.tell("")
            self.retranslate()

    def _changed(self, kind: Change) -> str:
        return " … ".join(piece.text.strip() for piece in self.pieces if piece.kind is kind)

    def _rich(self, pieces: tuple[Piece, ...]) -> str:
        colours = theme.colours()
        looks = {
            Change.SAME: "",
            Change.REMOVED: f"background-color: {colours.error_soft}; color: {colours.error}; "
            "text-decoration: line-through;",
            Change.ADDED: f"background-color: {colours.success_soft}; color: {colours.success}; "
            "text-decoration: underline;",
        }
        return "".join(
            f'<span style="{looks[piece.kind]}">{_lines(piece.text)}</span>'
            for piece in pieces
            if piece.kind in self._shown.value
        )


def _lines(text: str) -> str:
    return escape(printable(text)).replace("\n", "<br>")
