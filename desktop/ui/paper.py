"""The policy as a sheet of paper on a desk. Only what changed is drawn anew."""

from PySide6.QtCore import QEvent, QRectF, Qt, QUrl, Signal
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
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QWidget

from desktop.core.document import Clause
from desktop.render.html import CLAUSE_LINK, Piece
from desktop.ui import theme
from desktop.ui.difference import Difference, compare

_WIDEST = 720
"""Width of the sheet, in pixels, where there is room."""

_BAR = 4
"""Width of the mark beside a piece that changed, in pixels."""

_ROOMY = 560
"""Width of the view from which the sheet has wide margins, in pixels."""

_ENOUGH = 60
"""How much of a piece must be in sight to count as shown, in pixels."""

_MOST_PATCHES = 40
"""Changed pieces from which the whole document is loaded instead: as fast, and simpler."""

_INDENT = 22
"""Indent of lists, in pixels; Qt's own takes a fifth of a narrow column."""

# Sizes of headings are words: Qt multiplies a size in points by one of its own. "large" is 1.2 times the text.
_STYLE = """
h1 {{ font-size: x-large; font-weight: 700; margin-top: 0px; margin-bottom: 12px; }}
h2 {{ font-size: large; font-weight: 700; color: {accent}; margin-top: 14px; margin-bottom: 2px; }}
h3 {{ font-size: medium; font-weight: 600; margin-top: 2px; margin-bottom: 4px; }}
h3 a {{ color: {ink}; text-decoration: none; }}
h4 {{ font-size: medium; font-weight: 600; margin-top: 0px; margin-bottom: 4px; }}
a {{ color: {accent}; text-decoration: none; }}
p {{ margin-top: 0px; margin-bottom: 6px; }}
ul, ol {{ margin-top: 0px; margin-bottom: 6px; }}
li {{ margin-bottom: 2px; }}
.firm {{ color: {muted}; }}
.label {{ color: {muted}; padding-right: 8px; }}
.gap {{ background-color: {gap}; color: {gap_ink}; }}
.term {{ font-style: italic; }}
.plain {{ background-color: {plain}; padding: 8px; }}
.good {{ background-color: {good}; padding: 8px; }}
.bad {{ background-color: {bad}; padding: 8px; }}
.warning {{ background-color: {gap}; padding: 8px; }}
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
        old = self._pieces
        difference = compare(old, pieces)
        if not difference:
            self._pieces = pieces
            return
        top = self._top()
        if difference.size > _MOST_PATCHES or not difference.in_order:
            self._load(pieces)
        else:
            self._patch(pieces, difference)
        self._changed = difference.reworded
        self._restore(top)
        if difference.first and not self.shows(difference.first):
            self.scroll_to(difference.first)
        self.viewport().update()

    def scroll_to(self, key: str) -> None:
        """Bring a piece to the top."""
        self._finish_layout()
        if (index := self._index(key)) is not None:
            self.verticalScrollBar().setValue(int(self._rect(self._frames()[index]).top()) - theme.SMALL)

    def shows(self, key: str) -> bool:
        """Whether the beginning of a piece is in sight."""
        index = self._index(key)
        if index is None:
            return False
        below_top = self._rect(self._frames()[index]).top() - self.verticalScrollBar().value()
        return 0 <= below_top <= self.viewport().height() - _ENOUGH

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return on a clause does what a click on its heading does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (clause := self._clause_at_cursor()):
            self.clause_chosen.emit(clause)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another size of letters in the system is another size of letters on paper."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._pieces:
            self._dress()
            self._load(self._pieces)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the sheet in the middle of the desk, and the same piece at the top."""
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
        for piece, frame in zip(self._pieces, self._frames(), strict=True):
            if piece.key in self._changed:
                rect = self._rect(frame).translated(0, -scrolled)
                bar = QRectF(sheet.left() + theme.SMALL, rect.top() + theme.TINY, _BAR, rect.height() - theme.SMALL)
                painter.fillRect(bar, QColor(theme.LIGHT.accent))
        painter.end()

    def _load(self, pieces: tuple[Piece, ...]) -> None:
        self._pieces = pieces
        self.setHtml("".join(piece.html for piece in pieces))
        self._lay_out()

    def _patch(self, pieces: tuple[Piece, ...], difference: Difference) -> None:
        """Bring the document from the pieces it shows to these, from the end so that places before it stay true."""
        frames = dict(zip((piece.key for piece in self._pieces), self._frames(), strict=True))
        cursor = QTextCursor(self.document())
        place = self.document().characterCount() - 1
        for piece in reversed(pieces):
            frame = frames.get(piece.key)
            if frame is not None:
                place = frame.firstPosition() - 1
            if piece.key in difference.changed:
                # one edit a piece: all that lies between the first and the last place of an edit is laid out anew
                cursor.beginEditBlock()
                cursor.setPosition(place)
                cursor.insertHtml(piece.html)
                if frame is not None:
                    _remove(cursor, frame)
                cursor.endEditBlock()
        for key in difference.gone:
            _remove(cursor, frames[key])
        self._pieces = pieces

    def _frames(self) -> list[QTextFrame]:
        """One table a piece, in order."""
        return self.document().rootFrame().childFrames()

    def _index(self, key: str) -> int | None:
        return next((index for index, piece in enumerate(self._pieces) if piece.key == key), None)

    def _rect(self, frame: QTextFrame) -> QRectF:
        return self.document().documentLayout().frameBoundingRect(frame)

    def _top(self) -> tuple[str, float] | None:
        """The piece at the upper edge, and how far down it lies."""
        scrolled = self.verticalScrollBar().value()
        if not scrolled:
            return None
        for piece, frame in zip(self._pieces, self._frames(), strict=True):
            rect = self._rect(frame)
            if rect.bottom() > scrolled + theme.LARGE:  # not the last line of the one before
                return piece.key, rect.top() - scrolled
        return None

    def _finish_layout(self) -> None:
        """Qt lays long documents out bit by bit; places below are not known before."""
        self.document().size()

    def _restore(self, top: tuple[str, float] | None) -> None:
        if top is None:
            return
        self._finish_layout()
        if (index := self._index(top[0])) is not None:
            self.verticalScrollBar().setValue(round(self._rect(self._frames()[index]).top() - top[1]))

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(CLAUSE_LINK):
            self.clause_chosen.emit(target.removeprefix(CLAUSE_LINK))
        else:
            self.scroll_to(target.removeprefix("#"))

    def _clause_at_cursor(self) -> str:
        place = self.textCursor().position()
        for piece, frame in zip(self._pieces, self._frames(), strict=True):
            if frame.firstPosition() <= place <= frame.lastPosition():
                return piece.key if isinstance(piece.parts[0], Clause) else ""
        return ""

    def _sheet(self) -> QRectF:
        """Where the sheet lies now, in pixels of the viewport."""
        side = self._side()
        height = max(self.document().size().height() - 2 * theme.LARGE, 0)
        top = theme.LARGE - self.verticalScrollBar().value()
        return QRectF(side, top, self.viewport().width() - 2 * side, height)

    def _side(self) -> int:
        """Desk to the left of the sheet, in pixels."""
        return max(theme.MEDIUM, (self.viewport().width() - _WIDEST) // 2)

    def _lay_out(self) -> None:
        frame = self.document().rootFrame()
        layout = QTextFrameFormat(frame.frameFormat())
        edge = theme.HUGE if self.viewport().width() > _ROOMY else theme.MEDIUM
        layout.setTopMargin(theme.LARGE)
        layout.setBottomMargin(theme.LARGE)
        layout.setLeftMargin(self._side())
        layout.setRightMargin(self._side())
        layout.setPadding(edge)
        if layout != frame.frameFormat():
            frame.setFrameFormat(layout)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.LIGHT.ink))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        points = max(QApplication.font().pointSizeF() - 0.5, 9.0)
        font = QFont(QApplication.font())
        font.setPointSizeF(points)
        self.document().setDefaultFont(font)
        direction = self.document().defaultTextOption()
        direction.setTextDirection(Qt.LayoutDirection.LeftToRight)  # an Arabic name does not turn its line, as in Word
        self.document().setDefaultTextOption(direction)
        self.document().setIndentWidth(_INDENT)
        light = theme.LIGHT
        self.document().setDefaultStyleSheet(
            _STYLE.format(
                accent=light.accent,
                ink=light.ink,
                muted=light.muted,
                gap=light.warning_soft,
                gap_ink=light.warning,
                plain=light.raised,
                good=light.success_soft,
                bad=light.error_soft,
            )
        )


def _remove(cursor: QTextCursor, frame: QTextFrame) -> None:
    cursor.setPosition(frame.firstPosition() - 1)
    cursor.setPosition(frame.lastPosition() + 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
