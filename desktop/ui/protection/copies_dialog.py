"""The copies of the open file: looked at, brought back, and put elsewhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMessageBox, QPushButton, QWidget

from desktop import paths
from desktop.i18n import _, message
from desktop.settings import Settings
from desktop.store.copies import Copy, copies_of, is_copy
from desktop.ui import theme
from desktop.ui.days import day_words
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.folders import nearest
from desktop.ui.files.open_outside import open_outside
from desktop.ui.flow import FlowLayout
from desktop.ui.help.on_call import offer_help
from desktop.ui.protection.copy_elsewhere import CopyElsewhereDialog
from desktop.ui.protection.copy_list import CopyList
from desktop.ui.protection.copy_offer import last_copy
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session

_ROWS = 4
"""Copies in sight at least, in a small window."""


class CopiesDialog(ScrolledDialog):
    """Says which copy is wanted, and closes; whoever listens closes the file and opens it again."""

    restore_wanted = Signal(object)
    """Path of the copy that is to take the place of the file. The owner was asked already."""
    open_wanted = Signal(object)
    """Path of a copy to look at."""

    def __init__(self, session: Session, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme.scaled(560), parent)
        offer_help(self, "copies")
        self._session, self._saved = session, saved
        self._folder = paths.backups() / session.file.business
        copies = copies_of(session.file.business, today=session.today)
        self.title_label, self.intro_label, self.elsewhere_label = QLabel(), QLabel(), QLabel()
        self.list_label, self.none_label, self.reason_label = QLabel(), QLabel(), QLabel()
        theme.look(self.title_label, "title")
        theme.look(self.list_label, "strong")
        for label in (self.intro_label, self.elsewhere_label, self.none_label, self.reason_label):
            theme.look(label, "muted")
            label.setWordWrap(True)
        self.elsewhere_button = QPushButton()
        self.list = CopyList(copies, session.file.path, session.today)
        self.look_button, self.restore_button, self.folder_button = QPushButton(), QPushButton(), QPushButton()
        self.banner = Banner(closable=False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.none_label.setVisible(not copies)
        self.list.setVisible(bool(copies))
        for button in (self.look_button, self.restore_button):
            button.setEnabled(bool(copies))
        if session.read_only:
            self.restore_button.setEnabled(False)
        self.reason_label.setVisible(session.read_only and bool(copies))
        self._connect()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Copies"))
        self.title_label.setText(_("Copies of this policy"))
        self.intro_label.setText(
            _(
                "A copy elsewhere is still there when this computer breaks or is stolen. It takes a moment; "
                "once a month is enough."
            )
        )
        self.elsewhere_button.setText(_("&Put a copy on a USB stick or in another folder…"))
        day = last_copy(self._saved, self._session.file.business)
        self.elsewhere_label.setText(
            _("Last copy put elsewhere: {day}.", day=day_words(day, self._session.today))
            if day
            else _("No copy was put elsewhere yet.")
        )
        self.list_label.setText(_("Copies that DasarKita made by itself"))
        self.none_label.setText(
            _(
                "None yet. DasarKita makes the first one when you next open the policy, and then one on each day you "
                "work on it."
            )
        )
        self.look_button.setText(_("&Look at this one"))
        self.restore_button.setText(_("&Bring this one back…"))
        self.folder_button.setText(_("Open the &folder"))
        self._give_reason()

    def _give_reason(self) -> None:
        """Say why no copy can be brought back now."""
        if not self._session.read_only:
            return
        if is_copy(self._session.file.path):
            words = _("You are looking at a copy. Go back to your policy first; then you can bring a copy back.")
        else:
            words = _("The policy is open only to look at, so no copy can be brought back now.")
        self.reason_label.setText(words)
        self.restore_button.setToolTip(words)
        self.restore_button.setAccessibleDescription(words)

    def ask_restore(self) -> None:
        """Ask once whether the chosen copy is to take the place of the file."""
        if (copy := self.list.chosen) is None:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Bring a copy back"))
        box.setText(_("Shall the policy be as it was in this copy?\n{when}", when=self.list.when_words(copy)))
        box.setInformativeText(_("The policy as it is now is kept as a copy first, so that you can come back to it."))
        bring = box.addButton(_("Bring it back"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bring.clicked.connect(lambda: self._restore(copy))
        box.open()

    def _restore(self, copy: Copy) -> None:
        self.accept()
        self.restore_wanted.emit(copy.path)

    def _look(self) -> None:
        if (copy := self.list.chosen) is not None:
            self.accept()
            self.open_wanted.emit(copy.path)

    def _open_folder(self) -> None:
        self.banner.clear()
        folder = nearest(self._folder)
        if not open_outside(folder):
            words = message("This computer has no program that opens “{name}”.", name=str(folder))
            self.banner.say(words, Severity.WARNING)
            self.fit()

    def _put_elsewhere(self) -> None:
        dialog = CopyElsewhereDialog(self._session, self._saved, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.retranslate)
        dialog.open()

    def _connect(self) -> None:
        self.elsewhere_button.clicked.connect(self._put_elsewhere)
        self.look_button.clicked.connect(self._look)
        self.restore_button.clicked.connect(self.ask_restore)
        self.folder_button.clicked.connect(self._open_folder)
        self.list.itemActivated.connect(lambda _item: self._look())
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        theme.look(self.elsewhere_button, "primary")
        actions = FlowLayout()
        for button in (self.look_button, self.restore_button, self.folder_button):
            button.setAutoDefault(False)
            actions.add(button)
        self.elsewhere_button.setAutoDefault(False)
        row = FlowLayout()
        row.add(self.elsewhere_button)
        self.list.setMinimumHeight(_ROWS * 2 * self.list.fontMetrics().lineSpacing() + 2 * theme.LARGE)
        for widget in (self.title_label, self.intro_label):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.column.addWidget(self.elsewhere_label)
        self.column.addSpacing(theme.SMALL)
        for widget in (self.list_label, self.none_label):
            self.column.addWidget(widget)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(actions)
        self.column.addWidget(self.reason_label)
        self.column.addWidget(self.banner)
        self.foot.addWidget(self.buttons)
