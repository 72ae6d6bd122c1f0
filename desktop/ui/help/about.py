"""What the program is: versions, one calm sentence about legal advice, and the way to the licences."""

import platform

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

import desktop
from desktop.content.glossary import month_of
from desktop.content.load import load_library
from desktop.i18n import _, format_month
from desktop.ui import theme
from desktop.ui.flow import FlowLayout
from desktop.ui.picture import Picture
from desktop.ui.scrolled_dialog import ScrolledDialog

_WIDTH = 480


class AboutDialog(ScrolledDialog):
    """Versions are read when it opens; they can be copied for whoever helps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(theme.scaled(_WIDTH), parent)
        self._library = load_library()
        self.title_label, self.intro_label, self.advice_label = QLabel(), QLabel(), QLabel()
        self.owner_label, self.qt_label = QLabel(), QLabel()
        theme.look(self.title_label, "title")
        theme.look(self.owner_label, "small")
        theme.look(self.qt_label, "small")
        for label in (self.intro_label, self.advice_label, self.owner_label, self.qt_label):
            label.setWordWrap(True)
        self._names: list[QLabel] = []
        self._values: list[QLabel] = []
        self._table = QGridLayout()
        self.copy_button, self.licences_button = QPushButton(), QPushButton()
        self.copy_button.clicked.connect(self._copy)
        self.licences_button.clicked.connect(self._show_licences)
        self.buttons = QDialogButtonBox()
        self.close_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self._copied = False
        self._lay_out()
        self.retranslate()
        self.close_button.setFocus()

    @property
    def details(self) -> str:
        """The versions as lines of text, for support."""
        return "\n".join(f"{name}: {value}" for name, value in self._versions())

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("About DasarKita"))
        self.title_label.setText(_("DasarKita {version}", version=desktop.__version__))
        self.intro_label.setText(
            _("Writes your firm's social media policy, in Malay and in English, without the internet.")
        )
        self.advice_label.setText(_("It gives general information and is no substitute for a lawyer's advice."))
        self.owner_label.setText(
            _(
                "The policies and papers you make are yours. The program, its texts and its icons "
                "are free to use and share."
            )
        )
        self.qt_label.setText(
            _(
                "It uses Qt, © The Qt Company Ltd. and other contributors, under the GNU Lesser General Public "
                "License, version 3. “Licences” says what that allows you, and whose other work is in the program."
            )
        )
        for row, (name, value) in enumerate(self._versions()):
            self._names[row].setText(name)
            self._values[row].setText(value)
            self._values[row].setAccessibleName(f"{name}: {value}")
        self._name_copy()
        self.licences_button.setText(_("&Licences…"))
        self.close_button.setText(_("Close"))

    def _versions(self) -> list[tuple[str, str]]:
        import apsw

        return [
            (_("Program"), desktop.__version__),
            (_("Questions and clauses"), self._library.version),
            (_("Facts about the law"), format_month(month_of(max(law.evidence for law in self._library.laws)))),
            (_("System"), f"{platform.system()} {platform.release()} ({platform.machine()})"),
            ("Python", platform.python_version()),
            ("Qt", qVersion()),
            ("PySide6", PySide6.__version__),
            ("SQLite", apsw.sqlite_lib_version()),
        ]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"DasarKita\n{self.details}\n")
        self._copied = True
        self._name_copy()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.copy_button.text()))

    def _name_copy(self) -> None:
        self.copy_button.setText(_("Copied") if self._copied else _("&Copy these details"))
        self.copy_button.setAccessibleDescription(_("For whoever helps you when something does not work"))
        self.copy_button.setToolTip(self.copy_button.accessibleDescription())

    def _show_licences(self) -> None:
        from desktop.ui.help.licences_dialog import LicencesDialog

        dialog = LicencesDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.LARGE)
        head.addWidget(Picture(56, "dasarkita", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.SMALL)
        for label in (self.title_label, self.intro_label, self.advice_label, self.owner_label, self.qt_label):
            words.addWidget(label)
        head.addLayout(words, 1)
        self._table.setHorizontalSpacing(theme.HUGE)
        self._table.setVerticalSpacing(theme.TINY)
        self._table.setColumnStretch(1, 1)
        for row, _version in enumerate(self._versions()):
            name, value = QLabel(), QLabel()
            theme.look(name, "muted")
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._table.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._table.addWidget(value, row, 1)
            self._names.append(name)
            self._values.append(value)
        actions = FlowLayout(last_right=True)
        actions.add(self.copy_button, self.licences_button, self.buttons)
        self.column.setSpacing(theme.LARGE)
        self.column.addLayout(head)
        self.column.addLayout(self._table)
        self.column.addStretch(1)
        self.foot.addLayout(actions)
