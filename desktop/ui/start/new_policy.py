"""Starting a policy: the name of the business, and where its file goes."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.business_files import create_policy, existing_path, new_path
from desktop.core.library import Library
from desktop.core.text import printable
from desktop.i18n import Message, _, message
from desktop.store.business_file import BusinessFile
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.folders import ask_folder
from desktop.ui.help.on_call import offer_help
from desktop.ui.retranslate import Retranslated, label_control


class NewPolicyDialog(Retranslated, QDialog):
    """Makes the file; `file` is it once the dialog is accepted."""

    existing_wanted = Signal(object)
    """The owner would rather open the policy that has this name already; its path."""

    def __init__(
        self, library: Library, folder: Path, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        offer_help(self, "start")
        self.file: BusinessFile | None = None
        self._library = library
        self._folder = folder
        self._clock = clock
        self._title, self._intro, self._name_label, self._place_label = QLabel(), QLabel(), QLabel(), QLabel()
        theme.look(self._title, "title")
        theme.look(self._name_label, "strong")
        theme.look(self._place_label, "strong")
        theme.look(self._intro, "muted")
        for label in (self._title, self._intro):
            label.setWordWrap(True)
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(200)
        self.name_edit.textChanged.connect(self._show_place)
        self.place = QLineEdit()
        self.place.setReadOnly(True)
        self.folder_button = QPushButton()
        self.folder_button.setAutoDefault(False)
        self.folder_button.clicked.connect(self._ask_folder)
        self.banner = Banner(closable=False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.start_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.start_button, "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.start_button.setDefault(True)  # only counts once it is part of the dialog
        self.retranslate()

    def set_folder(self, folder: Path) -> None:
        """Put the file there."""
        self._folder = folder
        self._show_place()

    def accept(self) -> None:
        """Make the file and close; on a fault say it and stay."""
        name = printable(self.name_edit.text()).strip()
        if not name:
            self._say(message("Please write the name of your business first."), Severity.WARNING)
            self.name_edit.setFocus()
            return
        try:
            self.file = create_policy(self._folder, name, self._library, self._clock())
        except StoreError as error:
            self._say(error.reason, Severity.ERROR, (message("Choose another folder"), self._ask_folder))
            return
        super().accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Start our policy"))
        self._title.setText(_("What is your business called?"))
        self._intro.setText(_("Write it as it stands on your signboard or your invoices. You can change it later."))
        label_control(self._name_label, self.name_edit, _("&Name of the business"))
        self.name_edit.setPlaceholderText(_("for example Kedai Roti Seri Murni"))
        label_control(self._place_label, self.place, _("Where it is kept"))
        self.folder_button.setText(_("&Other folder…"))
        self.folder_button.setAccessibleName(_("Keep it in another folder"))
        self.start_button.setText(_("&Start"))
        self._show_place()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """As high as the words need; a dialog does not ask wrapped lines by itself."""
        super().showEvent(event)
        self.resize(self.width(), self.layout().totalHeightForWidth(self.width()))

    def _say(
        self, words: Message, severity: Severity, action: tuple[Message, Callable[[], None]] | None = None
    ) -> None:
        """Say it in the dialog, which grows where the words need more room."""
        self.banner.say(words, severity, action)
        needed = self.layout().totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _show_place(self) -> None:
        self.banner.clear()
        name = self.name_edit.text().strip()
        self.place.setText(str(new_path(self._folder, name) if name else self._folder))
        if name and existing_path(self._folder, name):
            words = message("There is already a policy with this name. If you start here, you get a second one.")
            self._say(words, Severity.INFO, (message("Open that policy"), self._open_existing))

    def _open_existing(self) -> None:
        path = existing_path(self._folder, self.name_edit.text().strip())
        self.reject()
        if path:
            self.existing_wanted.emit(path)

    def _ask_folder(self) -> None:
        if chosen := ask_folder(self, _("Where shall the file be kept?"), self._folder):
            self.set_folder(chosen)

    def _lay_out(self) -> None:
        self.setMinimumWidth(theme.scaled(560))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.HUGE)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self._title)
        layout.addWidget(self._intro)
        layout.addSpacing(theme.MEDIUM)
        layout.addWidget(self._name_label)
        layout.addWidget(self.name_edit)
        layout.addSpacing(theme.MEDIUM)
        layout.addWidget(self._place_label)
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.folder_button)
        layout.addLayout(row)
        layout.addSpacing(theme.SMALL)
        layout.addWidget(self.banner)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
