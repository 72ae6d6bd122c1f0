"""One step on the home page: how far it has come, and the way there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.progress import Progress
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.home.panel import plain_label


class StepTile(QPushButton):
    """Number or tick, short name, and how many of its questions are answered."""

    def __init__(self, number: int = 0, parent: QWidget | None = None) -> None:
        """Without a number it is that of the first questions."""
        super().__init__(parent)
        self._number = number
        self._badge = _Badge(number)
        self._name_label, self._count_label = plain_label("strong"), plain_label("small")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name_label)
        texts.addWidget(self._count_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SMALL, theme.TINY, theme.SMALL, theme.TINY)
        row.setSpacing(theme.SMALL)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        for child in (self._badge, self._name_label, self._count_label):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.look(self, "card")

    def show_state(self, name: str, state: Progress) -> None:
        """Say how far it has come."""
        count = _("{answered} of {asked} answered", answered=state.answered, asked=state.asked)
        self._badge.show_done(state.asked > 0 and state.answered == state.asked)
        self._name_label.setText(name)
        self._count_label.setText(count)
        full = _("Step {number}, {name}", number=self._number, name=name) if self._number else name
        self.setAccessibleName(full)
        self.setAccessibleDescription(count)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as the texts need; a button would not ask its layout."""
        return self.layout().totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """See `sizeHint`."""
        return self.layout().totalMinimumSize()


class _Badge(QWidget):
    """A circle with the number; filled with a tick when all is answered."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._done = False

    def show_done(self, done: bool) -> None:
        self._done = done
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        side = self.fontMetrics().height() + theme.SMALL
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        colours = theme.colours()
        side = self.sizeHint().width() - 2
        circle = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if self._done else colours.edge), 1.5))
        painter.setBrush(QColor(colours.accent) if self._done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if self._number and not self._done:
            painter.setPen(QColor(colours.muted))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        else:
            inset = side / 4.5
            picture = theme.icon("check" if self._done else "next", "on_accent" if self._done else "accent")
            picture.paint(painter, circle.adjusted(inset, inset, -inset, -inset).toRect())
        painter.end()
