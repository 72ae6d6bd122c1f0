"""The licences of what the program is made of, in full, and what has to be said of those under the LGPL."""

import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.content import lgpl
from desktop.content.licences import Component, components
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.help.place_list import PlaceList
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.return_key import presses_button

_RULE = f"\n\n{'=' * 72}\n\n"


class LicencesDialog(Retranslated, QDialog):
    """A list of libraries, and the licence of the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._components = components()
        self._list_label, self.about_label = QLabel(), QLabel()
        theme.look(self.about_label, "strong")
        self.about_label.setWordWrap(True)
        self.about_label.setTextFormat(Qt.TextFormat.PlainText)
        self.list = PlaceList()
        self.list.show_places([(each.name, _name(each), each.licence) for each in self._components])
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.buttons = QDialogButtonBox()
        self.close_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.retranslate()
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def component(self) -> Component:
        """The library that is chosen."""
        return self._components[max(self.list.currentRow(), 0)]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words; licences stay in the language they are written in."""
        self.setWindowTitle(_("Licences"))
        label_control(
            self._list_label, self.list, _("DasarKita is built on the work of others. These are the libraries it uses:")
        )
        self.close_button.setText(_("Close"))
        self._show()

    def _show(self) -> None:
        component = self.component
        self.about_label.setText(f"{_name(component)}: {component.licence}")
        self.text.setPlainText(_notice(component) + component.text)
        self.text.setAccessibleName(_("Licence of {name}", name=component.name))

    def _lay_out(self) -> None:
        room = (self.parentWidget() or self).screen().availableSize()
        self.setMinimumSize(560, 400)
        self.resize(min(960, int(room.width() * 0.9)), min(640, int(room.height() * 0.85)))
        right = QVBoxLayout()
        right.setSpacing(theme.SMALL)
        right.addWidget(self.about_label)
        right.addWidget(self.text, 1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.LARGE)
        middle.addWidget(self.list, 2)
        middle.addLayout(right, 5)
        self._list_label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(self._list_label)
        column.addLayout(middle, 1)
        column.addWidget(self.buttons)


def _name(component: Component) -> str:
    return f"{component.name} {component.version}".strip()


def _notice(component: Component) -> str:
    """What the LGPL asks to be said above its text; "" for what is under another licence."""
    if not lgpl.applies_to(component.name):
        return ""
    folder = str(Path(PySide6.__file__).parent)
    said = lgpl.notice(component.name, component.version, folder, mac=sys.platform == "darwin")
    return "\n\n".join(map(str, said)) + _RULE
