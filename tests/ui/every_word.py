"""Finds words of the interface that did not change with its language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from html import unescape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTabWidget,
    QWidget,
)

from desktop.ui.language_switch import NAMES
from desktop.ui.preview.clause_list import ClauseList

MARKED = re.compile("«[^«»]*»")
LETTERS = re.compile(r"[^\W\d_]{2}")


def unmarked(root: QWidget, own: set[str]) -> list[str]:
    """Words on and below a widget outside the marks « and ». `own` are those of the content and of the owner."""
    beside = sorted({*own, *NAMES.values(), "DasarKita"}, key=len, reverse=True)
    found = {text for widget in (root, *root.findChildren(QWidget)) for text in words_of(widget)}
    return sorted(text for text in found if LETTERS.search(without_marks(text, beside)))


def without_marks(text: str, beside: list[str]) -> str:
    text = unescape(re.sub("<[^<>]*>", "", re.sub("<style>.*?</style>", "", text)))
    while MARKED.search(text):
        text = MARKED.sub("", text)
    for known in beside:
        text = text.replace(known, "")
    return re.sub(r"&nbsp;|<[^>]*>", "", text)


def words_of(widget: QWidget) -> Iterator[str]:
    """Every text a widget shows or says, but for what its owner typed."""
    if is_inside_of_qt(widget):
        return
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    for action in widget.actions():
        yield action.text()
        yield action.toolTip() if action.toolTip() != action.text().replace("&", "") else ""
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QMenu() | QGroupBox():
            yield widget.title()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield widget.placeholderText()
            yield from (widget.itemText(index) for index in range(widget.count()))
        case QTabWidget():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QProgressBar():
            yield widget.text() if widget.isTextVisible() else ""
        case QAbstractItemView() if not isinstance(widget, ClauseList):
            yield from rows_of(widget)


def rows_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount() if model else 0):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.index(row, 0).data(role) or "")


def is_inside_of_qt(widget: QWidget) -> bool:
    """The calendar of a date field writes the names of days and months by its locale."""
    parents: list[QWidget] = [widget]
    while (parent := parents[-1].parentWidget()) is not None:
        parents.append(parent)
    return any(isinstance(each, QCalendarWidget | QAbstractSpinBox) for each in parents[1:])


def texts(value: object) -> Iterator[str]:
    """Every text in two languages inside an object of the content, and every name in it."""
    if isinstance(value, Mapping):
        for entry in value.values():
            yield from [entry] if isinstance(entry, str) else texts(entry)
    elif isinstance(value, tuple | list):
        for entry in value:
            yield from texts(entry)
    elif is_dataclass(value):
        for field in fields(value):
            entry = getattr(value, field.name)
            yield from [entry] if field.name in ("name", "handle") else texts(entry)


def own_words(*sources: object) -> set[str]:
    """The words that are not of the interface. The short ones would hide too much."""
    return {text.strip() for source in sources for text in texts(source) if len(text.strip()) > 3}
