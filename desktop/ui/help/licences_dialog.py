"""The licences of the libraries the program ships with, in full."""

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

from desktop.content.licences import Component, components
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.help.place_list import PlaceList
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.return_key import presses_button

_LGPL = frozenset({"Qt", "PySide6_Essentials", "shiboken6"})
_SOURCES = (
    "https://download.qt.io/official_releases/qt/{series}/{version}/",
    "https://download.qt.io/official_releases/QtForPython/pyside6/",
)


class LicencesDialog(Retranslated, QDialog):
    """A list of libraries, and the licence of the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._components = components()
        self._list_label, self.about_label, self.notice_label = QLabel(), QLabel(), QLabel()
        theme.look(self.about_label, "strong")
        flags = Qt.TextInteractionFlag
        for label in (self.about_label, self.notice_label):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.notice_label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
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
        self.notice_label.setText(_lgpl_notice(component.version) if component.name in _LGPL else "")
        self.notice_label.setVisible(component.name in _LGPL)
        self.text.setPlainText(component.text)
        self.text.setAccessibleName(_("Licence of {name}", name=component.name))

    def _lay_out(self) -> None:
        room = (self.parentWidget() or self).screen().availableSize()
        self.setMinimumSize(560, 400)
        self.resize(min(860, int(room.width() * 0.9)), min(640, int(room.height() * 0.85)))
        right = QVBoxLayout()
        right.setSpacing(theme.SMALL)
        right.addWidget(self.about_label)
        right.addWidget(self.notice_label)
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


def _lgpl_notice(version: str) -> str:
    """What the LGPL asks to be said: how the library is used, that it may be replaced, where its source is."""
    addresses = "\n".join(_SOURCES).format(series=version.rpartition(".")[0], version=version)
    return "\n\n".join(
        (
            _(
                "DasarKita uses Qt and PySide6 unchanged, under the GNU Lesser General Public License, version 3. They "
                "are libraries of their own beside the program: you may replace them with versions you have changed, "
                "and you may take the program apart to find faults in such changes."
            ),
            _("The source code of these versions is free at:") + f"\n{addresses}",
            _(
                "If you cannot get it there, whoever gave you DasarKita will give you the source code on request, for "
                "at least three years, for no more than the cost of sending it."
            ),
        )
    )
