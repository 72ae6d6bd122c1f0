"""Answers that are rows of a register: chosen from a list, added and changed on the spot."""

from abc import abstractmethod

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.core.answers import Account, Person
from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.base import Editor
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.flow import FlowLayout
from desktop.ui.questions.people_editor import AccountForm, PersonForm, focus_first
from desktop.ui.session import Session


class RegisterEditor(Editor):
    """The part that both kinds share: a form for a row, opened below the list when it is wanted."""

    many = False
    """Whether any number of rows may be the answer."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.form: PersonForm | AccountForm | None = None
        self._changing: str | None = None
        self.add_button = QPushButton()
        self.add_button.setIcon(theme.icon("add", "accent"))
        self.add_button.clicked.connect(lambda: self.open_form(None))

    @abstractmethod
    def rows(self) -> dict[str, str]:
        """The rows of the register: id and words."""

    @abstractmethod
    def row(self, row_id: str) -> Person | Account:
        """One row."""

    @abstractmethod
    def make_form(self) -> PersonForm | AccountForm:
        """An empty form."""

    @abstractmethod
    def keep(self) -> bool:
        """Store what the form says; a new row becomes part of the answer. Returns whether it is kept."""

    @abstractmethod
    def take_out(self, row_id: str) -> bool:
        """Take a row out of the register. Returns whether it is done."""

    def remove(self, row_id: str) -> None:
        """Take a row out of the register as the owner asks for it."""
        self.take_out(row_id)

    def open_form(self, row_id: str | None) -> None:
        """Open the form for a new row, or to change one."""
        if self.form is None:
            self.form = self.make_form()
            self.form.set_many(many=self.many)
            self.form.kept.connect(self._keep)
            self.form.left.connect(self.close_form)
            self.form.removal_wanted.connect(self._remove)
            self.column.addWidget(self.form)
        self._changing = row_id
        self.form.start(self.row(row_id) if row_id else None)  # type: ignore[arg-type]
        self.form.show()
        self.add_button.setEnabled(False)
        self.grew.emit(self.form)
        focus_first(self.form)

    def close_form(self) -> None:
        """Close the form; the focus goes back to the list."""
        self.add_button.setEnabled(True)
        self.refresh_rows()
        self.focus_target().setFocus()  # first, for a form that hides with the focus in it passes it on anywhere
        if self.form is not None:
            self.form.hide()

    @property
    def is_typing(self) -> bool:
        """The form has its own fields, which nothing from outside touches."""
        return False

    def finish(self) -> bool:
        if self.form is None or self.form.isHidden():
            return True
        if self.form.missing() and self.form.is_blank:
            self.close_form()
            return True
        self.form.keep()
        if not self.form.isHidden() and self.form.is_blank:  # it is kept, and open for the next
            self.close_form()
        return self.form.isHidden()

    def after_keeping(self) -> None:
        """What follows when a row is kept."""
        self.close_form()

    def _keep(self) -> None:
        if self.keep():  # else the words stay in the form, and the window says why
            self.after_keeping()

    def _remove(self) -> None:
        changing = self._changing
        self.close_form()
        if changing:
            self.remove(changing)


class RegisterChoiceEditor(RegisterEditor):
    """One row of the register."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self._shown: dict[str, str] = {}
        self.box = CalmComboBox()
        self.box.activated.connect(self._chosen)
        self.change_button = QPushButton()
        theme.look(self.change_button, "quiet")
        self.change_button.clicked.connect(lambda: self.open_form(self.value()))
        buttons = FlowLayout()
        buttons.add(self.add_button, self.change_button)
        self.column.addWidget(self.box)
        self.column.addLayout(buttons)
        self.retranslate()

    def value(self) -> str | None:
        return self.box.currentData() or None

    def set_value(self, value: str | None) -> None:
        self.box.setCurrentIndex(self.box.findData(value) if value else -1)
        self._settle()

    def focus_target(self) -> QWidget:
        return self.box if self._is_filled else self.add_button

    @property
    def _is_filled(self) -> bool:
        """Whether there is anybody to choose beside "none yet"."""
        return len(self._shown) > 1

    def refresh_rows(self) -> None:
        rows, value = {"": _("None yet"), **self.rows()}, self.value()
        if rows != self._shown:
            self._shown = rows
            self.box.clear()
            for row_id, text in rows.items():
                self.box.addItem(text, row_id)
            self.box.setCurrentIndex(self.box.findData(value) if value else -1)
        self._settle()

    def retranslate(self) -> None:
        self.box.setPlaceholderText(_("Choose…"))
        self.change_button.setText(_("Change…"))
        self.refresh_rows()

    def _settle(self) -> None:
        self.box.setVisible(self._is_filled)
        self.change_button.setVisible(self._is_filled and bool(self.value()))

    def _chosen(self) -> None:
        self._settle()
        self.edited.emit()
