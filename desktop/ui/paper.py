"""The policy as a sheet of paper on a desk. Only what changed is drawn anew."""

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextFrame,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.core.document import Clause
from desktop.render.html import CLAUSE_LINK, Piece
from desktop.ui import theme

_WIDEST = 720
"""Width of the sheet, in pixels, where there is room."""

_BAR = 4
"""Width of the mark beside a piece that changed, in pixels."""

_STYLE = """
h1 {{ font-size: {h1}pt; font-weight: 700; margin-top: 0px; margin-bottom: 12px; }}
h2 {{ font-size: {h2}pt; font-weight: 700; color: {accent}; margin-top: 14px; margin-bottom: 2px; }}
h3 {{ font-size: {h3}pt; font-weight: 600; margin-top: 2px; margin-bottom: 4px; }}
h3 a {{ color: {ink}; text-decoration: none; }}
a {{ color: {accent}; text-decoration: none; }}
p {{ margin-top: 0px; margin-bottom: 6px; }}
ul, ol {{ margin-top: 0px; margin-bottom: 6px; }}
li {{ margin-bottom: 2px; }}
.firm {{ font-size: {h3}pt; color: {muted}; }}
.gap {{ background-color: {gap}; color: {gap_ink}; }}
.term {{ font-style: italic; }}
"""


class Paper(QTextBrowser):
    """Shows pieces; a changed piece is replaced in its place, and scrolled to and marked."""

    clause_chosen = Signal(str)
    """Id of a clause whose heading was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._changed: frozenset[str] = frozenset()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        # Links by keyboard would put a hundred stops on the way of the Tab key; Return on a clause does the same.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setTabChangesFocus(True)
        self.setMinimumWidth(240)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._follow)
        self._dress()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown."""
        return self._pieces

    @property
    def changed_keys(self) -> frozenset[str]:
        """Keys of the pieces that are marked as changed."""
        return self._changed

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show another document, without marks. The piece at the top stays there if it is in both."""
        top = self._top()
        self._load(pieces)
        self._changed = frozenset()
        self._restore(top)

    def update_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show a new state of the document: patch what differs, mark it, and bring the first of it into sight."""
        old, self_changed = self._pieces, _changes(self._pieces, pieces)
        gone = {piece.key for piece in old} - {piece.key for piece in pieces}
        if not self_changed and not gone:
            self._pieces = pieces
            return
        top = self._top()
        if len(self_changed) + len(gone) > max(len(pieces) // 2, 8) or not self._patch(pieces, self_changed, gone):
            self._load(pieces)
        self._changed = frozenset(_worth_marking(old, pieces, self_changed))
        self._restore(top)
        self._reveal(_first_changed(old, pieces, self._changed or self_changed, gone))
        self.viewport().update()

    def scroll_to(self, key: str) -> None:
        """Bring a piece to the top."""
        if (index := self._index(key)) is not None:
            self.verticalScrollBar().setValue(int(self._rect(index).top()) - theme.SMALL)

    def shows(self, key: str) -> bool:
        """Whether the beginning of a piece is in sight."""
        index = self._index(key)
        if index is None:
            return False
        return 0 <= self._rect(index).top() - self.verticalScrollBar().value() <= self.viewport().height() - 40

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return on a clause does what a click on its heading does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (clause := self._clause_at_cursor()):
            self.clause_chosen.emit(clause)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the sheet in the middle of the desk."""
        top = self._top()
        super().resizeEvent(event)
        self._lay_out()
        self._restore(top)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Desk and sheet below the text, marks beside it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.colours().desk))
        sheet = self._sheet()
        painter.fillRect(sheet, QColor(theme.colours().paper))
        painter.setPen(QColor(theme.colours().line))
        painter.drawRect(sheet)
        painter.end()
        super().paintEvent(event)
        if self._changed:
            self._paint_marks(sheet)

    def _paint_marks(self, sheet: QRectF) -> None:
        painter = QPainter(self.viewport())
        scrolled = self.verticalScrollBar().value()
        for index, (piece, frame) in enumerate(zip(self._pieces, self._frames(), strict=True)):
            if piece.key in self._changed:
                rect = self._rect(index, frame)
                if rect.bottom() > scrolled and rect.top() < scrolled + self.viewport().height():
                    bar = QRectF(sheet.left() + theme.TINY, rect.top() - scrolled, _BAR, rect.height())
                    painter.fillRect(bar, QColor(theme.LIGHT.accent))
        painter.end()

    def _load(self, pieces: tuple[Piece, ...]) -> None:
        self._pieces = pieces
        self.setHtml("".join(piece.html for piece in pieces))
        self._lay_out()

    def _patch(self, pieces: tuple[Piece, ...], changed: list[str], gone: set[str]) -> bool:
        """Bring the document from the pieces it shows to these. False where it cannot be done piece by piece."""
        kept = [piece.key for piece in self._pieces if piece.key not in gone]
        known = set(kept)
        if kept != [piece.key for piece in pieces if piece.key in known]:
            return False
        frames = dict(zip((piece.key for piece in self._pieces), self._frames(), strict=True))
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        try:
            following: QTextFrame | None = None
            for piece in reversed(pieces):
                frame = frames.get(piece.key)
                if piece.key in changed:
                    _insert_before(cursor, following if frame is None else frame, piece)
                    old, frame = frame, cursor.currentFrame()
                    if old is not None:
                        _remove(old)
                    frame = _table_before(cursor)
                following = frame
            for key in gone:
                _remove(frames[key])
        finally:
            cursor.endEditBlock()
        self._pieces = pieces
        return len(self._frames()) == len(pieces)

    def _frames(self) -> list[QTextFrame]:
        return self.document().rootFrame().childFrames()

    def _index(self, key: str) -> int | None:
        return next((index for index, piece in enumerate(self._pieces) if piece.key == key), None)

    def _rect(self, index: int, frame: QTextFrame | None = None) -> QRectF:
        frame = frame or self._frames()[index]
        return self.document().documentLayout().frameBoundingRect(frame)
