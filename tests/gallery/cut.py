"""Finds words that are cut off: what a widget writes needs more room than it has."""

import re
from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

_SLACK = 2
"""Pixels that nobody sees."""


def cut_texts(root: QWidget) -> list[str]:
    """A line for each text below a widget that is cut off. Shortened is allowed where a tool tip holds the whole."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root) and not _is_inside_of_qt(widget):
            found += [f"{_name(widget)} “{text}”: {why}" for text, why in _cut(widget)]
    return sorted(set(found))


def _cut(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QLabel() if widget.text():
            yield from _label(widget)
        case QAbstractButton() if widget.text():
            yield from _button(widget)
        case QComboBox():
            yield from _combo_box(widget)
        case QLineEdit() if not widget.text() and widget.placeholderText():
            room = widget.contentsRect().width() - 4
            yield from _too_wide(widget, widget.placeholderText(), _wide(widget, widget.placeholderText()), room)
        case QTabBar():
            for index in range(widget.count()):
                text = widget.tabText(index)
                yield from _too_wide(widget, text, _wide(widget, text), widget.tabRect(index).width())
        case QHeaderView() if widget.orientation() == Qt.Orientation.Horizontal and widget.model():
            for index in range(widget.count()):
                text = str(widget.model().headerData(index, widget.orientation()) or "")
                told = widget.model().headerData(index, widget.orientation(), Qt.ItemDataRole.ToolTipRole)
                if text and told != text:
                    yield from _too_wide(widget, text, _wide(widget, text), widget.sectionSize(index))


def _label(label: QLabel) -> Iterator[tuple[str, str]]:
    text = _plain(label.text())
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + _SLACK and not _is_told(label, text):
            yield text, f"needs {needed} pixels of height, has {label.height()}"
        widest = max((_wide(label, word) for word in re.split(r"[\s\-/]+", text)), default=0)
        yield from _too_wide(label, text, widest, label.contentsRect().width())
    else:
        yield from _too_wide(label, text, label.sizeHint().width(), label.width())
        if label.sizeHint().height() > label.height() + _SLACK:
            yield text, f"needs {label.sizeHint().height()} pixels of height, has {label.height()}"
    yield from _outside(label, text)


def _button(button: QAbstractButton) -> Iterator[tuple[str, str]]:
    text = button.text()
    if isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return
    if button.hasHeightForWidth():
        needed = button.heightForWidth(button.width())
        if needed > button.height() + _SLACK:
            yield text, f"needs {needed} pixels of height, has {button.height()}"
    elif isinstance(button, QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).width()
        icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
        yield from _too_wide(button, text, _wide(button, text) + icon, room)
    elif isinstance(button, QToolButton | QCheckBox | QRadioButton):
        yield from _too_wide(button, text, button.sizeHint().width(), button.width())
    yield from _outside(button, text)


def _combo_box(box: QComboBox) -> Iterator[tuple[str, str]]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    yield from _too_wide(box, box.currentText(), _wide(box, box.currentText()), room.width())


def _too_wide(widget: QWidget, text: str, needed: int, room: int) -> Iterator[tuple[str, str]]:
    if needed > room + _SLACK and not _is_told(widget, text):
        yield text, f"needs {needed} pixels of width, has {room}"


def _outside(widget: QWidget, text: str) -> Iterator[tuple[str, str]]:
    """A widget that reaches beyond what it lies in, where nobody can scroll sideways to it."""
    rect = QRect(QPoint(0, 0), widget.size())
    child, parent = widget, widget.parentWidget()
    while parent is not None and not child.isWindow():
        rect.translate(child.pos())
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            if parent.parentWidget().horizontalScrollBar().isVisible():
                return
            rect.setHeight(0)  # up and down it can be scrolled
            rect.moveTop(0)
        over = max(rect.right() - parent.width(), -rect.left(), rect.bottom() - parent.height())
        if over > _SLACK:
            yield text, f"reaches {over} pixels beyond {_name(parent)}"
            return
        child, parent = parent, parent.parentWidget()


def _wide(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()


def _is_told(widget: QWidget, text: str) -> bool:
    """Whether a tool tip holds the whole text."""
    start = text.rstrip("…").strip()
    return bool(widget.toolTip()) and start in _plain(widget.toolTip())


def _plain(text: str) -> str:
    text = re.sub(r"<style>.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL)
    return " ".join(unescape(text).split())


def _name(widget: QWidget) -> str:
    name = widget.objectName()
    return f"{type(widget).__name__}#{name}" if name else type(widget).__name__


def _is_inside_of_qt(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QCalendarWidget | QAbstractSpinBox | QComboBox):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QWidget) and widget.size() == QSize(0, 0)
