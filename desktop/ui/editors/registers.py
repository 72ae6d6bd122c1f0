"""Answers that are rows of a register: chosen from a list, added and changed on the spot."""

from abc import abstractmethod

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.core.answers import Account, Person
from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.base import Editor
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.editors.options import Tick
from desktop.ui.flow import FlowLayout
from desktop.ui.people_editor import AccountForm, PersonForm, focus_first
from desktop.ui.session import Session


class RegisterEditor(Editor):
    """The part that both kinds share: a form for a row, opened below the list when it is wanted."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.form: PersonForm | AccountForm | None = None
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
    def remove(self, row_id: str) -> None:
        """Take a row out of the register."""

    def open_form(self, row_id: str | None) -> None:
        """Open the form for a new row, or to change one."""
        if self.form is None:
            self.form = self.make_form()
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

    def _keep(self) -> None:
        if self.keep():  # else the words stay in the form, and the window says why
            self.close_form()

    def _remove(self) -> None:
        if self._changing:
            self.remove(self._changing)
        self.close_form()


class RegisterChoiceEditor(RegisterEditor):
    """One row of the register."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
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
        return self.box if self.rows() else self.add_button

    def refresh_rows(self) -> None:
        rows, value = {"": _("None yet"), **self.rows()}, self.value()
        if rows != {self.box.itemData(i): self.box.itemText(i) for i in range(self.box.count())}:
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
        filled = bool(self.rows())
        self.box.setVisible(filled)
        self.change_button.setVisible(filled and bool(self.value()))

    def _chosen(self) -> None:
        self._settle()
        self.edited.emit()


class RegisterTicksEditor(RegisterEditor):
    """Any number of rows of the register."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.ticks: dict[str, Tick] = {}
        self._lines: dict[str, QWidget] = {}
        self._description = ""
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def value(self) -> tuple[str, ...] | None:
        return tuple(row_id for row_id, tick in self.ticks.items() if tick.isChecked()) or None

    def set_value(self, value: tuple[str, ...] | None) -> None:
        for row_id, tick in self.ticks.items():
            tick.setChecked(row_id in (value or ()))

    def focus_target(self) -> QWidget:
        return next(iter(self.ticks.values()), self.add_button)

    def refresh_rows(self) -> None:
        rows = self.rows()
        if list(rows) != list(self.ticks):
            chosen = self.value() or ()
            for line in self._lines.values():
                line.hide()
                line.deleteLater()
            self.ticks, self._lines = {}, {}
            for row_id in rows:
                self._add_line(row_id, chosen=row_id in chosen)
            self.name_controls(self._description)
        for row_id, text in rows.items():
            self.ticks[row_id].setText(text)

    def name_controls(self, description: str) -> None:
        self._description = description
        prompt = words(self.question.prompt)
        self.add_button.setAccessibleDescription(prompt)
        for row_id, tick in self.ticks.items():
            tick.setAccessibleDescription(f"{prompt} {description}".strip())
            button = self._lines[row_id].findChild(QToolButton)
            button.setAccessibleName(_("Change {name}…", name=self.rows().get(row_id, "")))
            button.setToolTip(button.accessibleName())

    def retranslate(self) -> None:
        self.refresh_rows()
        self.name_controls(self._description)

    def _add_line(self, row_id: str, *, chosen: bool) -> None:
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        tick = Tick()
        tick.setChecked(chosen)
        tick.clicked.connect(self.edited)
        change_button = QToolButton()
        change_button.setIcon(theme.icon("edit", "muted"))
        change_button.setIconSize(QSize(16, 16))
        change_button.clicked.connect(lambda: self.open_form(row_id))
        layout.addWidget(tick, 1)
        layout.addWidget(change_button)
        self._list.addWidget(line)
        self.ticks[row_id], self._lines[row_id] = tick, line
