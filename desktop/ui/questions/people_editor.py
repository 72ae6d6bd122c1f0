"""Small forms inside a question: a person, an account."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.core.answers import Account, Person
from desktop.core.forms import BOTH, chosen_form
from desktop.core.text import Language
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import in_reading_order, person_words, words
from desktop.ui.editors.base import small_label
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.editors.options import Tick
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.return_key import presses_button
from desktop.ui.session import Session

NEW = "new"
"""What the list of keepers holds for "Someone else"."""


class RowForm(Retranslated, QFrame):
    """Fields, and buttons to keep, to leave, and to remove the row. Return keeps, Escape leaves."""

    kept = Signal()
    left = Signal()
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("row_form")
        theme.look(self, "inset")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.MEDIUM, theme.MEDIUM)
        self.column.setSpacing(theme.TINY)
        self.is_new = True
        self._many = False
        self.error_label = QLabel()
        self.error_label.setWordWrap(True)
        theme.look(self.error_label, "error")
        self.error_label.hide()
        self.keep_button = QPushButton()
        self.leave_button = QPushButton()
        self.remove_button = QPushButton()
        theme.look(self.keep_button, "primary")
        theme.look(self.remove_button, "quiet")
        self.keep_button.clicked.connect(self.keep)
        self.leave_button.clicked.connect(self.left)
        self.remove_button.clicked.connect(self.removal_wanted)

    def finish(self) -> None:
        """Put error line and buttons below the fields."""
        self.column.addWidget(self.error_label)
        self.column.addSpacing(theme.TINY)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for button in (self.keep_button, self.leave_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.remove_button)
        self.column.addLayout(row)
        self.retranslate()

    def add_field(self, control: QLineEdit | CalmComboBox, column: QVBoxLayout | None = None) -> QLabel:
        """Put a field below the others, or into a column of its own; its label is given words later."""
        label = QLabel()
        label.setWordWrap(True)
        theme.look(label, "small")
        for widget in (label, control):
            (column or self.column).addWidget(widget)
        changed = control.currentIndexChanged if isinstance(control, CalmComboBox) else control.textChanged
        changed.connect(lambda *_ignored: self._check_again())
        return label

    def missing(self) -> str:
        """What still has to be filled in; "" where the form is complete."""
        raise NotImplementedError

    def set_many(self, *, many: bool) -> None:
        """Whether the form stays open for one new row after the other."""
        self._many = many
        self.retranslate()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return not any(field.text().strip() for field in self.findChildren(QLineEdit))

    def keep(self) -> None:
        """Hand the row over if it is complete."""
        missing = self.missing()
        self.error_label.setText(missing)
        self.error_label.setVisible(bool(missing))
        if not missing:
            self.kept.emit()

    def retranslate(self) -> None:
        self.leave_button.setText(_("Done") if self._many and self.is_new else _("Cancel"))
        self.keep_button.setText(_("Add") if self.is_new else _("Save"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setVisible(not self.is_new)
        self._check_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return keeps, Escape leaves; on a button Return presses it."""
        if presses_button(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _check_again(self) -> None:
        """What was missing may be there now."""
        if not self.error_label.isHidden():
            self.error_label.setText(self.missing())
            self.error_label.setVisible(bool(self.error_label.text()))


class PersonForm(RowForm):
    """A person: name, and role in one language or more; where many are the answer, whether a new one is part of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._id = ""
        self.name_field = QLineEdit()
        self._name_label = self.add_field(self.name_field)
        self.role_fields: dict[Language, QLineEdit] = {}
        self._role_labels: dict[Language, QLabel] = {}
        roles = QHBoxLayout()
        roles.setSpacing(theme.SMALL)
        for language in in_reading_order(session.library):
            column = QVBoxLayout()
            column.setSpacing(theme.TINY)
            roles.addLayout(column, 1)
            self.role_fields[language.id] = QLineEdit()
            self._role_labels[language.id] = self.add_field(self.role_fields[language.id], column)
        self.column.addLayout(roles)
        self._hint = small_label()
        self.column.addWidget(self._hint)
        self.tick = Tick(compact=True)
        self.tick.setChecked(True)
        self.column.addWidget(self.tick)
        self.finish()

    def start(self, person: Person | None) -> None:
        """Fill in a person to change, or nobody for a new one."""
        self.is_new = person is None
        self._id = person.id if person else ""
        self.name_field.setText(person.name if person else "")
        for language, field in self.role_fields.items():
            field.setText(person.role.get(language, "") if person else "")
        self.error_label.hide()
        self.retranslate()

    def person(self) -> Person:
        """The person as filled in."""
        name = self.name_field.text().strip()
        role = {language: text for language, field in self.role_fields.items() if (text := field.text().strip())}
        return Person(self._id or new_id(name, self._session.answers.people), name, role)

    def missing(self) -> str:
        return "" if self.name_field.text().strip() else _("Write the name first.")

    def retranslate(self) -> None:
        super().retranslate()
        label_control(self._name_label, self.name_field, _("Name"))
        for language in self._session.library.languages:
            label = self._role_labels[language.id]
            label_control(label, self.role_fields[language.id], _("Job or role, {language}", language=language.name))
        form = chosen_form(self._session.library, self._session.facts)
        if form == BOTH:
            hint = _("The role in one language is enough to begin with; the documents are in both.")
        else:
            hint = _("The role in {language} is enough.", language=self._session.library.language[form].name)
        self._hint.setText(hint)
        self.tick.setText(_("Tick this person as part of the answer"))
        self.tick.setVisible(self._many and self.is_new)


class AccountForm(RowForm):
    """An account: platform, name of the page or number, and who keeps it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._account: Account | None = None
        self.platform_box = CalmComboBox()
        platforms = session.library.question.get("platforms")
        for choice in platforms.choices if platforms else ():
            self.platform_box.addItem("", choice.code)
        self._platform_label = self.add_field(self.platform_box)
        self.handle_field = QLineEdit()
        self._handle_label = self.add_field(self.handle_field)
        self.keeper_box = CalmComboBox()
        self._keeper_label = self.add_field(self.keeper_box)
        self.keeper_field = QLineEdit()
        self._new_keeper_label = self.add_field(self.keeper_field)
        self.keeper_box.currentIndexChanged.connect(self._show_new_keeper)
        self.finish()
        self.start(None)

    def start(self, account: Account | None) -> None:
        """Fill in an account to change, or nothing for a new one."""
        self.is_new = account is None
        self._account = account
        self.platform_box.setCurrentIndex(self.platform_box.findData(account.platform) if account else -1)
        self.handle_field.setText(account.handle if account else "")
        self.keeper_field.clear()
        self._fill_keepers(account.owner if account else "")
        self.error_label.hide()
        self.retranslate()

    def account(self, keeper: str) -> Account:
        """The account as filled in, kept by the person with this id. What the form does not ask stays as it was."""
        platform, handle = str(self.platform_box.currentData()), self.handle_field.text().strip()
        if self._account is not None:
            return replace(self._account, platform=platform, handle=handle, owner=keeper)
        return Account(new_id(handle, self._session.answers.accounts), platform, handle, keeper)

    def keeper(self) -> str:
        """The id of the chosen keeper; "" for nobody, `NEW` for a new person."""
        return str(self.keeper_box.currentData() or "")

    def new_keeper(self) -> Person:
        """The person named in the form."""
        name = self.keeper_field.text().strip()
        return Person(new_id(name, self._session.answers.people), name)

    def missing(self) -> str:
        if self.platform_box.currentIndex() < 0:
            return _("Choose the platform first.")
        if not self.handle_field.text().strip():
            return _("Write the name of the page, or the number, first.")
        if self.keeper() == NEW and not self.keeper_field.text().strip():
            return _("Write the name of the person first.")
        from desktop.core.watch.secrets import looks_like_password  # its patterns take a while to load

        if looks_like_password(self.handle_field.text()):
            return _("This looks like a password or code. Write the name of the page, or the number.")
        return ""

    def retranslate(self) -> None:
        super().retranslate()
        label_control(self._platform_label, self.platform_box, _("Platform"))
        label_control(self._handle_label, self.handle_field, _("Name of the page, user name or number"))
        label_control(self._keeper_label, self.keeper_box, _("Who keeps it"))
        label_control(self._new_keeper_label, self.keeper_field, _("Name of the person"))
        self.platform_box.setPlaceholderText(_("Choose…"))
        platforms = self._session.library.question.get("platforms")
        for index, choice in enumerate(platforms.choices if platforms else ()):
            self.platform_box.setItemText(index, words(choice.label))
        self._name_keepers()

    def _fill_keepers(self, chosen: str) -> None:
        self.keeper_box.clear()
        self.keeper_box.addItem("", "")
        for person in self._session.answers.people.values():
            self.keeper_box.addItem(person_words(person), person.id)
        self.keeper_box.addItem("", NEW)
        self.keeper_box.setCurrentIndex(max(self.keeper_box.findData(chosen), 0))
        self._name_keepers()

    def _name_keepers(self) -> None:
        self.keeper_box.setItemText(0, _("Nobody yet"))
        self.keeper_box.setItemText(self.keeper_box.count() - 1, _("Someone else…"))
        for index in range(1, self.keeper_box.count() - 1):
            if person := self._session.answers.people.get(self.keeper_box.itemData(index)):
                self.keeper_box.setItemText(index, person_words(person))

    def _show_new_keeper(self) -> None:
        for widget in (self._new_keeper_label, self.keeper_field):
            widget.setVisible(self.keeper() == NEW)


def new_id(name: str, taken: Collection[str]) -> str:
    """An id for a new row, readable where the name is: "aminah-yusof", "aminah-yusof-2"."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall("[a-z0-9]+", letters))[:40] or "row"
    number, found = 1, base
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    return found


def focus_first(form: PersonForm | AccountForm) -> None:
    """Put the focus into the first field; of a person who is known, into the first that is empty."""
    if isinstance(form, PersonForm):
        fields = (form.name_field, *form.role_fields.values())
        next((field for field in fields if not field.text().strip()), form.name_field).setFocus()
    else:  # for this reason the style draws the focus of a combo box
        form.platform_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
