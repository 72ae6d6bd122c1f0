"""A dialog that is as high as its words need, and scrolls where the screen is too small for them."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QStyle, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button

_SHARE = 0.9
"""Of the screen, at most."""


class ScrolledDialog(Retranslated, QDialog):
    """What is put into `column` scrolls; what is put into `foot`, such as the buttons, is always in sight."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body, self._base = QWidget(), QWidget()
        theme.look(self._body, "clear")
        self.column, self.foot = QVBoxLayout(self._body), QVBoxLayout(self._base)
        self.column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.SMALL)
        self.column.setSpacing(theme.MEDIUM)
        self.foot.setContentsMargins(theme.HUGE, 0, theme.HUGE, 0)
        self.foot.setSpacing(theme.SMALL)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.LARGE)
        whole.setSpacing(theme.MEDIUM)
        whole.addWidget(self.area, 1)
        whole.addWidget(self._base)
        self.setMinimumWidth(min(width, int(self.screen().availableSize().width() * _SHARE)))
        self._growing = QTimer(self)
        self._growing.setSingleShot(True)
        self._growing.setInterval(0)
        self._growing.timeout.connect(lambda: self._resize_to(self.height()))
        for widget in (self._body, self._base):
            widget.installEventFilter(self)

    def fit(self) -> None:
        """Be as high as the words need, or as the screen allows; a dialog does not ask wrapped lines by itself."""
        self._resize_to(0)

    def lead_to(self, widget: QWidget) -> None:
        """Put the focus on something that scrolls, in sight."""
        widget.setFocus()
        self._body.layout().activate()
        self.area.ensureWidgetVisible(widget)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The size is known once the letters are."""
        super().showEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Grow with the words inside."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._growing.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def _resize_to(self, least: int) -> None:
        """Be as large as needed, at least so high, and no larger than the screen allows."""
        screen = self.screen().availableSize() * _SHARE
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        inside = max(self._body.minimumSizeHint().width() + bar, self._base.minimumSizeHint().width())
        width = min(max(self.width(), self.minimumWidth(), inside), max(screen.width(), self.minimumWidth()))
        around = _height(self._base, width) + theme.MEDIUM + theme.LARGE
        # beside the scroll bar: the area keeps it where the words need one line more there
        scrolled = max(_height(self._body, width - bar), self.area.minimumSizeHint().height())
        self.resize(width, min(max(scrolled + around, least), screen.height()))


def _height(widget: QWidget, width: int) -> int:
    layout = widget.layout()
    layout.activate()
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
