"""The box that is pressed when a task is done."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.core.watch.evidence import DONE, SKIPPED
from desktop.ui import theme

_TARGET = 40
"""Width and height that answer to the finger, in pixels beside words of normal size."""

_BOX = 24
_LINE = 1.5

_MARKS = {DONE: ("check", "success"), SKIPPED: ("minus", "muted")}
"""Sign and colour of what became of a task: what was skipped looks like nothing that was done."""


class TickButton(QAbstractButton):
    """A large target with a box in it; below the pointer it shows the mark it would make.

    With an `outcome` it tells what became of a task, and does nothing.
    """

    def __init__(self, parent: QWidget | None = None, *, outcome: str = "") -> None:
        super().__init__(parent)
        self._outcome = outcome
        self._over = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if outcome else Qt.FocusPolicy.StrongFocus)
        if not outcome:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The whole target."""
        return QSize(tick_size(), tick_size())

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The mark shows faintly."""
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The mark goes with the pointer."""
        self._over = False
        self.update()
        super().leaveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The second click of a double click would tick the task that moved below the pointer."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Box, mark, and the ring of the focus."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.scaled(_BOX)
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        hot = (self._over or self.isDown()) and self.isEnabled() and not self._outcome
        is_done = self._outcome == DONE
        fill = colours.success_soft if is_done else colours.accent_soft if hot else colours.surface
        edge = colours.success if is_done else colours.accent if hot else colours.edge
        if not self.isEnabled() or (self._outcome and not is_done):
            fill, edge = colours.window, colours.line
        painter.setPen(QPen(QColor(edge), _LINE))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, theme.CORNER, theme.CORNER)
        name, colour = _MARKS.get(self._outcome or (DONE if hot else ""), ("", ""))
        if name:
            inner = box.adjusted(4, 4, -4, -4).toRect()
            theme.icon(name, "accent" if hot else colour).paint(painter, inner)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), theme.RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.CORNER, theme.CORNER)
        painter.end()


def tick_size() -> int:
    """Width and height of the whole target, in pixels."""
    return theme.scaled(_TARGET)
