"""An answer of any number of rows of a register, in a table."""

from abc import abstractmethod

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.filter_field import MANY, FilterField
from desktop.ui.editors.register_model import RegisterModel
from desktop.ui.editors.register_table import RegisterTable
from desktop.ui.editors.registers import RegisterEditor
from desktop.ui.flow import FlowLayout
from desktop.ui.session import Session


class RegisterRowsEditor(RegisterEditor):
    """Rows are ticked, changed in place or in the form, added and taken out."""

    many = True

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.rows_model = self.make_model()
        self.rows_model.ticked.connect(self.edited)
        self.table = RegisterTable(self.rows_model)
        self.table.removal_wanted.connect(self.remove)
        self.table.current_changed.connect(self._settle)
        self.filter_field = FilterField()
        self.filter_field.textChanged.connect(self._look_for)
        self.change_button, self.remove_button = QPushButton(), QPushButton()
        for button in (self.change_button, self.remove_button):
            theme.look(button, "quiet")
        self.change_button.clicked.connect(lambda: self.open_form(self.table.current_id))
        self.remove_button.clicked.connect(lambda: self.remove(self.table.current_id))
        self._removed_label, self.undo_button = QLabel(), QPushButton()
        theme.look(self._removed_label, "muted")
        theme.look(self.undo_button, "link")
        self.undo_button.setMinimumHeight(theme.TARGET)
        self.undo_button.clicked.connect(self._undo)
        buttons = FlowLayout()
        buttons.add(self.add_button, self.change_button, self.remove_button, self._removed_label, self.undo_button)
        for widget in (self.filter_field, self.table):
            self.column.addWidget(widget)
        self.column.addLayout(buttons)
        self._show_removed("")
        self.retranslate()

    @abstractmethod
    def make_model(self) -> RegisterModel:
        """The rows as a table."""

    def value(self) -> tuple[str, ...] | None:
        return self.rows_model.value()

    def set_value(self, value: tuple[str, ...] | None) -> None:
        self.rows_model.choose(value or ())

    def flush(self) -> None:
        self.table.flush()

    def focus_target(self) -> QWidget:
        return self.table if self.rows_model.count else self.add_button

    def refresh_rows(self) -> None:
        before = self.table.current_id
        self.rows_model.refresh()
        if before and not self.table.current_id:  # the table was filled anew
            self.table.go_to(before)
        self._show_removed("")
        self._settle()

    def name_controls(self, description: str) -> None:
        prompt = words(self.question.prompt)
        self.table.setAccessibleName(prompt)
        self.table.setAccessibleDescription(description)
        for control in (self.add_button, self.change_button, self.remove_button, self.filter_field):
            control.setAccessibleDescription(prompt)

    def retranslate(self) -> None:
        self.change_button.setText(_("Change…"))
        self.remove_button.setText(_("Remove"))
        self.undo_button.setText(_("Undo"))
        self.rows_model.retranslate()
        self.refresh_rows()

    def allow_changes(self, *, allowed: bool) -> None:
        for button in (self.add_button, self.change_button, self.remove_button):
            button.setEnabled(allowed)

    def after_keeping(self) -> None:
        """A new row is followed by the next new one; one that was changed is done."""
        if self.form is None or not self.form.is_new:
            self.close_form()
            return
        self.refresh_rows()
        if ids := list(self.rows()):
            self.table.go_to(ids[-1])
        self.open_form(None)

    def remove(self, row_id: str) -> None:
        """Take a row out of the register, with a way back."""
        name = self.rows().get(row_id, "")
        place = self.table.currentIndex().row()
        if not self.take_out(row_id):
            return
        self.refresh_rows()
        self.table.selectRow(min(place, self.rows_model.rowCount() - 1))
        self._show_removed(name)
        self.focus_target().setFocus()

    def _look_for(self, text: str) -> None:
        self.rows_model.look_for(self.filter_field.finds if text.strip() else None)
        self._settle()

    def _undo(self) -> None:
        self.focus_target().setFocus()  # first, for the button goes
        self.session.undo()

    def _show_removed(self, name: str) -> None:
        """Say what was taken out last; the next change makes that history."""
        self._removed_label.setText(_("{name} is taken out.", name=name) if name else "")
        for widget in (self._removed_label, self.undo_button):
            widget.setVisible(bool(name))
        if name:
            told = self._removed_label.text()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._removed_label, told))

    def _settle(self) -> None:
        filled = bool(self.rows_model.count)
        self.table.setVisible(filled)
        self.filter_field.setVisible(self.rows_model.count > MANY)
        for button in (self.change_button, self.remove_button):
            button.setVisible(filled)
            button.setEnabled(bool(self.table.current_id) and not self.session.read_only)
