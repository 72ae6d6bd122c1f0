"""Pieces of a document in a view that scrolls. Only what changed is drawn anew, what is in sight first."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QPropertyAnimation, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QTextFrameFormat
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.render.html import Piece
from desktop.ui import theme
from desktop.ui.preview import paper_style
from desktop.ui.preview.piece_document import PieceDocument

T = TypeVar("T")

_ENOUGH = 60
"""How much of a piece must be in sight to count as shown, in pixels."""

_FIRST = 12
"""Pieces that fill a view, more or less."""

_PAUSE, _SLICE = 40, 8
"""Milliseconds of rest before, and of work in, each turn at what is out of sight."""


class PieceView(QTextBrowser):
    """Shows pieces and comes to other pieces; what is in sight is always as it should be."""

    words_changed = Signal()
    """All is drawn, and the places of words may be others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held = PieceDocument(self)
        self._zoom = paper_style.NORMAL
        self._is_mending = False
        self._goal = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._mend_out_of_sight)
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.finished.connect(self._arrive)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setMinimumWidth(240)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # a bar that comes and goes would lay all out anew
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        self.dress()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown, or about to be where it is out of sight."""
        return self.held.wanted

    @property
    def zoom(self) -> int:
        """Size of the letters, in percent of those of the program."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Choose the size of the letters. The piece at the top stays there."""
        self._zoom = percent
        self._lay_out_at_top()

    @property
    def is_drawing(self) -> bool:
        """Whether the document is being changed just now: nothing in it has a place yet."""
        return self._is_mending

    @property
    def is_moving(self) -> bool:
        """Whether the sheet is on its way to a piece."""
        return self._glide.state() == QPropertyAnimation.State.Running

    @property
    def fit(self) -> paper_style.Fit:
        """How the pieces lie in the view as wide as it is."""
        columns = len(self.pieces[0].parts) if self.pieces else 1
        return paper_style.fit(self.viewport().width(), columns, self._zoom)

    def load(self, pieces: tuple[Piece, ...]) -> None:
        """Show pieces from nothing: those in sight now, the others soon. The piece at the top stays there."""
        top = self._top(pieces)
        keys = [piece.key for piece in pieces]
        middle = keys.index(top[0]) if top else 0
        self._is_mending = True
        self.held.begin(pieces, max(middle - 2, 0), middle + _FIRST)
        self._lay_out()
        self._restore(top)
        self._is_mending = False
        self._mend_sight()
        self._tell()

    def come_to(self, pieces: tuple[Piece, ...], goal: str = "") -> None:
        """Show other pieces where most stay the same, with the goal in sight."""
        self.held.want(pieces)
        if not self.held.is_in_order():
            self.load(pieces)
        if goal:
            self._keep_top(lambda: self.held.mend_piece(goal))
        if goal and not self.shows(goal):
            self.glide_to(goal)
        self._mend_sight()
        self._tell()

    def finish(self) -> None:
        """Draw now what would be drawn at leisure."""
        if self.held.is_whole or self._is_mending:
            return
        self._later.stop()
        self._keep_top(self.held.mend_all)
        self.words_changed.emit()

    def toPlainText(self) -> str:  # noqa: N802
        """The words of the whole document."""
        self.finish()
        return super().toPlainText()

    def scroll_to(self, key: str) -> None:
        """Bring a piece to the top."""
        self._glide.stop()
        if self.held.index(key) is None:
            self.finish()
        if self.held.index(key) is None:
            return
        self.verticalScrollBar().setValue(self._value_for(key))
        if self.verticalScrollBar().value() != self._value_for(key):  # what should stand below it is not drawn yet
            self.finish()
            self.verticalScrollBar().setValue(self._value_for(key))

    def glide_to(self, key: str) -> None:
        """Bring a piece to the top calmly: the last stretch of the way can be followed with the eyes."""
        duration = theme.motion(theme.CALM)
        start = self.verticalScrollBar().value()
        self.scroll_to(key)
        end = self.verticalScrollBar().value()
        if not duration or start == end or not self.isVisible():
            return
        stretch = self.viewport().height() // 3
        self._goal = key
        self._glide.setDuration(duration)
        self._glide.setStartValue(max(start, end - stretch) if start < end else min(start, end + stretch))
        self._glide.setEndValue(end)
        self._glide.start()

    def shows(self, key: str) -> bool:
        """Whether the beginning of a piece is in sight, or about to come into it."""
        if self.is_moving and self._goal == key:
            return True
        index = self.held.index(key)
        if index is None:
            return False
        below_top = self.held.rect(index).top() - self.verticalScrollBar().value()
        return 0 <= below_top <= self.viewport().height() - _ENOUGH

    def stop(self) -> None:
        """The owner moves the sheet now."""
        self._glide.stop()

    def dress(self) -> None:
        """Take the colours of paper, and letters as large as the system asks for."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.LIGHT.ink))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        direction = self.document().defaultTextOption()
        direction.setTextDirection(Qt.LayoutDirection.LeftToRight)  # an Arabic name does not turn its line, as in Word
        self.document().setDefaultTextOption(direction)
        self.document().setDefaultStyleSheet(paper_style.style_sheet())
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the sheet in the middle of the desk, and the same piece at the top."""
        if event.oldSize().width() == event.size().width() == self.document().textWidth():
            self._change_height(event.size().height())
            return
        top = None if self._is_mending else self._top(self.pieces)
        super().resizeEvent(event)
        self._lay_out()
        if not self._is_mending:
            self._restore(top)
            self._mend_sight()

    def _change_height(self, height: int) -> None:
        """More or less in sight of what lies as it did: Qt would lay all out anew."""
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setRange(0, max(round(self.document().size().height()) - height, 0))
        self._mend_sight()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """What comes into sight is as it should be."""
        super().scrollContentsBy(dx, dy)
        self._mend_sight()

    def _tell(self) -> None:
        self.viewport().update()
        if self.held.is_whole:
            self.words_changed.emit()
        else:
            self._later.start(_PAUSE)

    def _mend_sight(self) -> None:
        """Draw what is in sight as it should be."""
        if self._is_mending or self.held.is_whole:
            return
        for _turn in range(_FIRST):  # what is drawn anew may be less high and let more come into sight
            first, last = self._in_sight()
            if not self._keep_top(lambda first=first, last=last: self.held.mend(first, last)):
                return

    @Slot()
    def _mend_out_of_sight(self) -> None:
        """Draw a little of what is out of sight, until nothing is left."""
        if self.is_moving:
            self._later.start(_PAUSE)
            return
        spent = QElapsedTimer()
        spent.start()

        def work() -> None:
            while spent.elapsed() < _SLICE and self.held.mend_next(self._in_sight()[1]):
                pass

        self._keep_top(work)
        if self.held.is_whole:
            self.words_changed.emit()
        else:
            self._later.start(_PAUSE // 4)

    def _keep_top(self, work: Callable[[], T]) -> T:
        """Do some drawing; what is at the upper edge stays there."""
        top = self._top(self.pieces)
        was, self._is_mending = self._is_mending, True
        try:
            made = work()
            self._restore(top)
        finally:
            self._is_mending = was
        return made

    def _in_sight(self) -> tuple[int, int]:
        top = self.verticalScrollBar().value()
        return self.held.between(top, top + self.viewport().height())

    def _top(self, pieces: tuple[Piece, ...]) -> tuple[str, float] | None:
        """The piece at the upper edge that is among others too, and how far down it lies."""
        scrolled = self.verticalScrollBar().value()
        if not scrolled and self.held.has_beginning:
            return None
        wanted = {piece.key for piece in pieces}
        first, _last = self.held.between(scrolled + theme.LARGE, scrolled)  # not the last line of the one before
        for index in range(first, self.held.length):
            if (key := self.held.piece(index).key) in wanted:
                below = self.held.rect(index).top() - scrolled
                # where all that was in sight goes, what comes next takes its place
                return key, below if below < self.viewport().height() else theme.SMALL
        return None

    def _restore(self, top: tuple[str, float] | None) -> None:
        if top is not None and (index := self.held.index(top[0])) is not None:
            self.verticalScrollBar().setValue(round(self.held.rect(index).top() - top[1]))

    def _value_for(self, key: str) -> int:
        index = self.held.index(key)
        return int(self.held.rect(index).top()) - theme.SMALL if index is not None else 0

    @Slot()
    def _arrive(self) -> None:
        """What was drawn on the way may have moved the goal."""
        self.verticalScrollBar().setValue(self._value_for(self._goal))

    def _lay_out_at_top(self) -> None:
        self._keep_top(self._lay_out)
        self._mend_sight()
        self._tell()

    def _lay_out(self) -> None:
        fit = self.fit
        if self.document().defaultFont() != fit.font:
            self.document().setDefaultFont(fit.font)
        if self.document().indentWidth() != fit.indent:
            self.document().setIndentWidth(fit.indent)
        frame = self.document().rootFrame()
        layout = QTextFrameFormat(frame.frameFormat())
        layout.setTopMargin(theme.LARGE)
        layout.setBottomMargin(theme.LARGE)
        layout.setLeftMargin(fit.desk)
        layout.setRightMargin(fit.desk)
        layout.setPadding(fit.edge)
        if layout != frame.frameFormat():
            frame.setFrameFormat(layout)
