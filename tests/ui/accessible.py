"""Walks through a window as a screen reader and a keyboard see it, and says what they would stumble over."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox),
    *(QLineEdit, QPlainTextEdit, QTextEdit),
)
_Role = QAccessible.Role
_NO_ROLE = (_Role.NoRole, _Role.Client, _Role.Grouping, _Role.LayeredPane, _Role.Pane, _Role.Window, _Role.StaticText)


class Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's own
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False

    def strays(self):
        """Those that turned out to be parts of something; each is told once."""
        parts = [type(widget).__name__ for widget in self.shown if isValid(widget) and not widget.isWindow()]
        self.shown.clear()
        return [f"shown before it has its place, which flashes and takes the keyboard away: {name}" for name in parts]


def stumbles(root: QWidget) -> list[str]:
    """What is wrong with the controls in sight on and below a window: name, role, or no way there by keyboard."""
    found = [*_unnamed(root), *_clashes(root)]
    reached = set(_reached(root))
    for control in controls(root):
        if control.isEnabled() and control not in reached and not _has_another_way(control, reached):
            found.append(f"not reached by keyboard: {_said(control)}")
    return found


def controls(root: QWidget) -> list[QWidget]:
    """The controls in sight that somebody may want to use. Parts of a larger control are not counted."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, _CONTROLS)
        and widget.isVisibleTo(root)
        and not isinstance(widget, QScrollBar | QMenuBar | QMenu)
        and not _is_part(widget)
    ]


def _unnamed(root: QWidget) -> Iterator[str]:
    for control in controls(root):
        spoken = QAccessible.queryAccessibleInterface(control)
        name = spoken.text(QAccessible.Text.Name)
        if not name.strip():
            yield f"no name: {_said(control)}"
        if spoken.role() in _NO_ROLE and not isinstance(control, QTextEdit):
            yield f"no role ({spoken.role()}): {_said(control)}"
        if spoken.rect().isEmpty():
            yield f"no place on the screen: {_said(control)}"


def _reached(root: QWidget) -> Iterator[QWidget]:
    """Every widget that Tab comes to, once round."""
    window = root.window()
    first = _tab(window)
    seen = {first}
    yield first
    for _press in range(600):
        before, widget = window.focusWidget(), _tab(window)
        if widget is before:
            continue  # from the day to the month, from one link to the next
        if widget is None or widget in seen:
            return
        seen.add(widget)
        yield widget


def _tab(window: QWidget) -> QWidget | None:
    _press_key(window.focusWidget() or window, Qt.Key.Key_Tab)
    return window.focusWidget()


def _press_key(target: QWidget, key: Qt.Key) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def _has_another_way(control: QWidget, reached: set[QWidget]) -> bool:
    """Arrow keys go from one control of a group to the next; some are a second way to what has a first one."""
    if control.property("beside_keyboard") or any(control.isAncestorOf(widget) for widget in reached):
        return True
    near = [widget for widget in control.parentWidget().findChildren(type(control)) if widget in reached]
    group = control.group() if isinstance(control, QAbstractButton) else None
    if (group is not None and group.exclusive()) or isinstance(control, QRadioButton):
        return bool(near)  # Qt's own; pressing the keys would change the answer
    return any(_arrows_lead(start, control, key) for start in near for key in (Qt.Key.Key_Right, Qt.Key.Key_Down))


def _arrows_lead(start: QWidget, control: QWidget, key: Qt.Key) -> bool:
    """Whether an arrow key goes from one control to the other."""
    start.setFocus()
    for _press in range(60):
        focused = start.window().focusWidget()
        if focused is control:
            return True
        _press_key(focused or start, key)
        if start.window().focusWidget() in (start, focused):
            return False
    return False


def _clashes(root: QWidget) -> Iterator[str]:
    """Mnemonics that two controls in sight share."""
    taken: dict[str, str] = {}
    for control in root.findChildren(QAbstractButton):
        letter = _mnemonic(control.text())
        if letter and control.isVisibleTo(root) and control.isEnabled():
            if letter in taken:
                yield f"Alt+{letter} for {taken[letter]!r} and {control.text()!r}"
            taken[letter] = control.text()


def _mnemonic(text: str) -> str:
    at = text.replace("&&", "").find("&")
    return text.replace("&&", "")[at + 1].casefold() if at >= 0 else ""


def _is_part(widget: QWidget) -> bool:
    """Whether a widget belongs inside another control, such as the field of a combo box or the header of a list."""
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QAbstractSpinBox | QComboBox | QAbstractItemView | QLineEdit):
            return True
        parent = parent.parentWidget()
    return False


def _said(widget: QWidget) -> str:
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    parents = type(widget.parentWidget()).__name__ if widget.parentWidget() else ""
    return f"{type(widget).__name__} {widget.objectName()!r} {words!r} in {parents}"
