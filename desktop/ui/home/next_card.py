"""One thing to do next: what it is, and one button."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.home.next_words import StepWords
from desktop.ui.home.panel import plain_label
from desktop.ui.picture import Picture

_BIG, _SMALL = 28, 20
"""Sizes of the icons, in pixels."""


class NextCard(QFrame):
    """The first one is larger and tinted. The button stands beside the words, or below them where there is no room.

    Before `show_words` it is empty, about as high as it will be.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_first: bool = False) -> None:
        super().__init__(parent)
        self._is_first = is_first
        self._picture = Picture(_BIG if is_first else _SMALL)
        self.title_label = plain_label("heading" if is_first else "strong")
        self.sentence_label = plain_label("" if is_first else "muted")
        self.button = QPushButton()
        if is_first:
            theme.look(self.button, "primary")
        else:
            theme.look(self, "card")
        self.button.clicked.connect(self.pressed)
        self.button.hide()
        self._lay_out()

    def show_words(self, words: StepWords, icon: str) -> None:
        """Say what there is to do."""
        self._picture.show_icon(icon, "accent")
        self.button.show()
        self.title_label.setText(words.title)
        self.sentence_label.setText(words.sentence)
        self.button.setText(words.button)
        self.button.setAccessibleName(f"{words.title}: {words.button}")
        self.button.setAccessibleDescription(words.sentence)
        self.setAccessibleName(words.title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Narrow or wide."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The first one has a colour of its own."""
        super().paintEvent(event)
        if self._is_first:
            colours = theme.colours()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
            painter.end()

    def _fit(self) -> None:
        beside = self.width() >= 3 * self.button.sizeHint().width() + _BIG
        self._split.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom,
        )

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(theme.TINY)
        texts.addWidget(self.title_label)
        texts.addWidget(self.sentence_label)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(theme.MEDIUM)
        self._split.addLayout(texts, 1)
        self._split.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        margin = theme.LARGE if self._is_first else theme.MEDIUM
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._split, 1)
