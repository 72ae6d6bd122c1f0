"""The password of the open file: set, changed, removed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.i18n import Message, _, message
from desktop.store.passwords import check_password, normal
from desktop.store.protection import Rekeyed
from desktop.ui import theme
from desktop.ui.editors.options import Radio, Tick
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.open_outside import open_outside
from desktop.ui.flow import FlowLayout
from desktop.ui.help.on_call import offer_help
from desktop.ui.protection.busy_line import BusyLine
from desktop.ui.protection.caps_lock_label import CapsLockLabel
from desktop.ui.protection.file_job import FileJob
from desktop.ui.protection.loss_note import LossNote
from desktop.ui.protection.password_field import PasswordField
from desktop.ui.protection.password_form import PasswordForm
from desktop.ui.protection.rekeyed_words import rekeyed_words
from desktop.ui.retranslate import label_control
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session


class PasswordDialog(ScrolledDialog):
    """Nothing is changed before its button is pressed. The copies of the file follow, which takes a moment."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(theme.scaled(520), parent)
        offer_help(self, "password")
        self._session = session
        self._was_protected = session.file.is_protected
        self._job: FileJob | None = None
        self._is_done = False
        self.title_label, self.intro_label, self.present_label = QLabel(), QLabel(), QLabel()
        theme.look(self.title_label, "title")
        theme.look(self.intro_label, "muted")
        theme.look(self.present_label, "strong")
        self.title_label.setWordWrap(True)
        self.intro_label.setWordWrap(True)
        self.change_radio, self.remove_radio = Radio(), Radio()
        self.present_field = PasswordField()
        self.form = PasswordForm()
        self._fields = (self.present_field, self.form.new_field, self.form.again_field)
        self.caps_label = CapsLockLabel(*self._fields)
        self.show_box = Tick(compact=True)
        self.note = LossNote()
        self.busy_line = BusyLine(message("The file and its copies are being written…"))
        self.banner = Banner(closable=False)
        self.buttons = QDialogButtonBox()
        self.keep_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.close_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        theme.look(self.keep_button, "primary")
        self.keep_button.setDefault(True)
        self.change_radio.setChecked(True)
        (self.present_field if self._was_protected else self.form.new_field).setFocus()
        self.retranslate()

    @property
    def is_busy(self) -> bool:
        """Whether file and copies are being written."""
        return self._job is not None

    @property
    def removes(self) -> bool:
        """Whether the password is to go."""
        return self._was_protected and self.remove_radio.isChecked()

    def accept(self) -> None:
        """Set, change or remove the password, in the background; where something is missing, say so and stay."""
        if self.is_busy or self._found_missing():
            return
        file, now = self._session.file, self._session.now
        if self.removes:
            self._start(lambda: file.unprotect(now=now))
        else:
            password = self.form.password
            self._start(lambda: file.protect(password, now=now))

    def reject(self) -> None:
        """Close; what is being written is finished first."""
        if not self.is_busy:
            super().reject()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Password"))
        if self._was_protected:
            title = _("Change or remove the password")
            intro = _("Copies you put elsewhere keep the password they have.")
        else:
            title = _("Protect this policy with a password")
            intro = _(
                "DasarKita asks for it whenever the file is opened. The copies it keeps on this computer follow; "
                "copies you put elsewhere stay as they are. Word documents are not protected."
            )
        self.title_label.setText(_("Password") if self._is_done else title)
        self.intro_label.setText(intro)
        self.change_radio.setText(_("Change the password"))
        self.remove_radio.setText(_("Remove the password"))
        label_control(self.present_label, self.present_field, _("&Present password"))
        self.show_box.setText(_("Show what I type"))
        self._show_state()

    def _show_state(self) -> None:
        """What can be done now."""
        asking = not self._is_done
        self._present_box.setVisible(asking and self._was_protected)
        self.intro_label.setVisible(asking)
        self.form.setVisible(asking and not self.removes)
        self.show_box.setVisible(asking)
        self.note.setVisible(asking)
        self.note.show_for(removal=self.removes)
        for widget in (self.change_radio, self.remove_radio, self.present_field, self.form, self.show_box, self.note):
            widget.setEnabled(not self.is_busy)
        self.busy_line.show_busy(busy=self.is_busy)
        self.keep_button.setVisible(asking)
        self.keep_button.setEnabled(not self.is_busy)
        self.keep_button.setText(self._wish())
        self.close_button.setEnabled(not self.is_busy)
        self.close_button.setText(_("Cancel") if asking else _("Close"))

    def _wish(self) -> str:
        if not self._was_protected:
            return _("Set the password")
        return _("Remove the password") if self.removes else _("Change the password")

    def _found_missing(self) -> bool:
        """Say the first thing that is missing, and lead to it."""
        if self._was_protected and (fault := self._present_fault()):
            self.present_field.selectAll()
            return self._missing(fault, self.present_field)
        if self.removes:
            return False
        if not self.form.password:
            words = message("Please type the new password, and the same again below it.")
            return self._missing(words, self.form.new_field)
        if fault := check_password(self.form.password):
            return self._missing(fault, self.form.new_field)
        if fault := self.form.mismatch():
            self.form.again_field.selectAll()
            return self._missing(fault, self.form.again_field)
        if not self.note.written_box.isChecked():
            words = message("Please write the password down first, then tick that you have.")
            return self._missing(words, self.note.written_box)
        return False

    def _present_fault(self) -> Message | None:
        """Why the present password is not right. Who finds the program open shall not lock its owner out."""
        if not self.present_field.text():
            return message("Please type the present password.")
        if normal(self.present_field.text()) != self._session.file.password:
            return message("This is not the present password. Capital and small letters count.")
        return None

    def _missing(self, words: Message, place: QWidget) -> bool:
        self._say(words, Severity.WARNING)
        self.lead_to(place)
        return True

    def _start(self, work: Callable[[], Rekeyed]) -> None:
        self.banner.clear()
        job = FileJob(lambda _stopped: work(), self._session.file.path.parent, self)
        job.written.connect(self._done)
        job.refused.connect(self._refused)
        job.broken.connect(self._broken)
        job.finished.connect(self._finished)
        self._job = job
        self._show_state()
        job.start()

    # what a thread sends goes to slots of the dialog: anything else, such as a lambda, would run in the thread
    @Slot(object)
    def _done(self, rekeyed: Rekeyed) -> None:
        self._is_done = True
        for field in self._fields:
            field.clear()
        words = rekeyed_words(rekeyed, was_protected=self._was_protected, removed=self.removes)
        if rekeyed.left:
            folder = rekeyed.left[0].parent
            self._say(words, Severity.WARNING, (message("Open the folder"), lambda: self._open(folder)))
        else:
            self._say(words, Severity.SUCCESS)
        self.caps_label.hide()

    @Slot(object)
    def _refused(self, reason: Message) -> None:
        self._say(reason, Severity.ERROR)

    @Slot(object)
    def _broken(self, error: Exception) -> None:
        self._say(message("The password stays as it was. Your answers are safe."), Severity.ERROR)
        raise error  # on to the log and the dialog with details

    @Slot()
    def _finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self.retranslate()
        self.fit()
        if self._is_done:
            self.close_button.setDefault(True)
            self.close_button.setFocus()

    def _open(self, folder: Path) -> None:
        if not open_outside(folder):
            self._say(message("This computer has no program that opens “{name}”.", name=folder), Severity.WARNING)

    def _say(
        self, words: Message, severity: Severity, action: tuple[Message, Callable[[], None]] | None = None
    ) -> None:
        self.banner.say(words, severity, action)
        self.fit()

    def _follow(self) -> None:
        self.banner.clear()
        self._show_state()
        self.fit()

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for radio in (self.change_radio, self.remove_radio):
            group.addButton(radio)
            # the Tab key stops at the chosen one, from either side; the arrow keys choose the other
            radio.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            radio.toggled.connect(
                lambda on, radio=radio: radio.setFocusPolicy(
                    Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
                )
            )
            radio.clicked.connect(self._follow)
        for field in self._fields:
            self.show_box.toggled.connect(lambda on, field=field: field.show_letters(shown=on))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        self._present_box = QWidget()
        present = QVBoxLayout(self._present_box)
        present.setContentsMargins(0, 0, 0, 0)
        present.setSpacing(theme.SMALL)
        radios = FlowLayout()
        radios.add(self.change_radio, self.remove_radio)
        present.addLayout(radios)
        present.addWidget(self.present_label)
        present.addWidget(self.present_field)
        typed = QVBoxLayout()
        typed.setSpacing(theme.SMALL)
        for widget in (self._present_box, self.form, self.caps_label, self.show_box):
            typed.addWidget(widget)
        for widget in (self.title_label, self.intro_label):
            self.column.addWidget(widget)
        self.column.addLayout(typed)
        for widget in (self.note, self.busy_line):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.foot.addWidget(self.banner)
        self.foot.addWidget(self.buttons)
