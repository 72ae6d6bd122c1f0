"""The places of the words that are looked for in the preview, tinted as far as they are in sight."""

from bisect import bisect_left

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.ui import theme
from desktop.ui.preview.paper import Paper
from desktop.ui.preview.text_search import hits

_TINT = 0.3
"""How strongly a hit is tinted that is not the one looked at, from 0 to 1."""


class Finder(QObject):
    """Follows the words of the paper: after an edit the places are looked for anew."""

    changed = Signal()
    """There are other hits, or another one is looked at."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper)
        self._paper = paper
        self._words = ""
        self.hits: tuple[tuple[int, int], ...] = ()
        self.current = -1
        """The hit that is looked at, from 0; -1 for none."""
        paper.words_changed.connect(self._look_again)
        paper.verticalScrollBar().valueChanged.connect(self._tint)
        paper.verticalScrollBar().rangeChanged.connect(self._tint)

    @property
    def is_looking(self) -> bool:
        """Whether words are looked for."""
        return bool(self._words)

    def look_for(self, words: str) -> None:
        """Find words, from what is in sight on; none for ""."""
        self._words = words.strip()
        self._paper.finish()
        self._find(self._start_of_sight() if self.current < 0 else self.hits[self.current][0])
        self._bring_into_sight()
        self.changed.emit()

    def step(self, *, forward: bool) -> None:
        """Look at the next hit, or the one before; after the last comes the first."""
        if self.hits:
            self.current = (self.current + (1 if forward else -1)) % len(self.hits)
            self._tint()
            self._bring_into_sight()
            self.changed.emit()

    def leave(self) -> None:
        """Look for nothing; the cursor stands where the words were that were looked at."""
        if self.current >= 0:
            place = self._paper.verticalScrollBar().value()
            cursor = self._cursor(self.current)
            cursor.setPosition(cursor.selectionStart())
            self._paper.setTextCursor(cursor)
            self._paper.verticalScrollBar().setValue(place)
        self._words, self.hits, self.current = "", (), -1
        self._tint()

    @Slot()
    def _look_again(self) -> None:
        if self._words:
            before = self.hits, self.current
            self._find(self.hits[self.current][0] if self.current >= 0 else 0)
            if (self.hits, self.current) != before:
                self.changed.emit()

    def _find(self, start: int) -> None:
        """Find the words; the first hit from a place on is looked at."""
        self.hits = hits(self._paper.document().toRawText(), self._words) if self._words else ()
        after = bisect_left(self.hits, (start, 0))
        self.current = after % len(self.hits) if self.hits else -1
        self._tint()

    def _start_of_sight(self) -> int:
        held, frames = self._paper.held, self._paper.held.frames()
        first, _last = held.between(self._paper.verticalScrollBar().value(), 0)
        return frames[first].firstPosition() if first < len(frames) else 0

    @Slot()
    def _tint(self) -> None:
        """Tint the hits in sight: hundreds of tints out of sight would slow down every edit."""
        if self._paper.is_drawing:
            return  # the words are looked for anew when it is done
        tints: list[QTextEdit.ExtraSelection] = []
        held, top = self._paper.held, self._paper.verticalScrollBar().value()
        first, last = held.between(top, top + self._paper.viewport().height()) if self.hits else (0, -1)
        if first <= last:
            frames = held.frames()
            begin = bisect_left(self.hits, (frames[first].firstPosition(), 0))
            end = bisect_left(self.hits, (frames[last].lastPosition(), 0))
            tints = [self._tinted(index) for index in range(begin, end)]
        if tints or self._paper.extraSelections():
            self._paper.setExtraSelections(tints)

    def _tinted(self, index: int) -> QTextEdit.ExtraSelection:
        tint = QTextEdit.ExtraSelection()
        tint.cursor = self._cursor(index)
        colour = QColor(theme.LIGHT.accent)
        if index == self.current:
            tint.format.setForeground(QColor(theme.LIGHT.on_accent))
        else:
            colour.setAlphaF(_TINT)
        tint.format.setBackground(colour)
        return tint

    def _cursor(self, index: int) -> QTextCursor:
        cursor = QTextCursor(self._paper.document())
        start, end = self.hits[index]
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _bring_into_sight(self) -> None:
        if self.current < 0:
            return
        line = self._paper.cursorRect(self._cursor(self.current))
        height = self._paper.viewport().height()
        if line.top() < theme.SMALL or line.bottom() > height - theme.SMALL:
            bar = self._paper.verticalScrollBar()
            bar.setValue(bar.value() + line.top() - height // 3)
