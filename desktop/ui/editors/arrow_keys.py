"""Arrow keys among ticks beside each other."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ArrowKeys(QObject):
    """The Tab key stops at a group once, where it was left; the arrow keys lead on from there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []

    def add(self, button: QAbstractButton) -> None:
        """Make a button part of the group, at its end."""
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._buttons else Qt.FocusPolicy.StrongFocus)
        button.installEventFilter(self)
        self._buttons.append(button)

    def stop(self) -> QAbstractButton:
        """Where the Tab key stops; what a filter hides is passed over."""
        shown = [button for button in self._buttons if not button.isHidden()] or self._buttons
        return next((button for button in shown if button.focusPolicy() & Qt.FocusPolicy.TabFocus), shown[0])

    def settle(self) -> None:
        """Let the Tab key stop at a button that can be seen."""
        self._stop_at(self.stop())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the focus, and move it."""
        if isinstance(watched, QAbstractButton):
            if event.type() == QEvent.Type.FocusIn:
                self._stop_at(watched)
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                target = self._target(watched, Qt.Key(event.key()))
                if target is not None:
                    target.setFocus(Qt.FocusReason.TabFocusReason)
                    return True
        return super().eventFilter(watched, event)

    def _stop_at(self, stop: QAbstractButton) -> None:
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)

    def _target(self, button: QAbstractButton, key: Qt.Key) -> QWidget | None:
        """Where a key leads; None where it is none of the arrow keys."""
        shown = [each for each in self._buttons if not each.isHidden()]
        if key in _STEPS:
            return shown[(shown.index(button) + _STEPS[key]) % len(shown)]
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return None
        way = 1 if key == Qt.Key.Key_Down else -1
        place = button.geometry().center()

        def far(each: QAbstractButton) -> tuple[int, int]:
            return abs(each.geometry().center().y() - place.y()), abs(each.geometry().center().x() - place.x())

        beyond = [each for each in shown if (each.geometry().center().y() - place.y()) * way > 0]
        return min(beyond, key=far, default=button)
