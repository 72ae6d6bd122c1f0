"""One account of the register: whose it is, who can enter, and how it is brought back. Never a password."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.core.answers import TWO_FACTOR, Account, Person
from desktop.core.text import printable
from desktop.core.watch.secrets import looks_like_password
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.base import small_label
from desktop.ui.editors.fields import CalmComboBox, LongField
from desktop.ui.editors.options import Tick
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.questions.people_editor import NEW, new_id
from desktop.ui.retranslate import label_control
from desktop.ui.session import Session
from desktop.ui.watch.accounts import account_words
from desktop.ui.watch.accounts.person_box import PersonBox
from desktop.ui.watch.accounts.register_changes import save_account
from desktop.ui.watch.accounts.stored_dialog import StoredDialog

_WIDTH = 600


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps the account from being stored, and where."""

    words: str
    field: QWidget


class AccountDialog(StoredDialog):
    """Adds an account or changes one, as one step together with people who are new."""

    def __init__(self, session: Session, account: Account | None = None, parent: QWidget | None = None) -> None:
        super().__init__(session, _WIDTH, parent)
        self._account = account
        self.kept: Account | None = None
        """What was stored."""
        said = account or Account("", "", "")
        self._title_label, self._never_label = plain_label("title"), plain_label("muted")
        self.platform_box, self.handle_field = CalmComboBox(), QLineEdit(said.handle)
        self._platform_label, self._handle_label = small_label(), small_label()
        platforms = session.library.question.get("platforms")
        self._platforms = platforms.choices if platforms else ()
        for choice in self._platforms:
            self.platform_box.addItem(words(choice.label), choice.code)
        self.platform_box.setCurrentIndex(self.platform_box.findData(said.platform))
        self.owner_box = PersonBox(session, said.owner)
        self._administrators_label = plain_label("small")
        self.administrator_ticks = _ticks(session, said)
        self.new_administrator_field, self._new_label = QLineEdit(), small_label()
        self.email_box, self.phone_box = (
            PersonBox(session, said.recovery_email),
            PersonBox(session, said.recovery_phone),
        )
        self.two_factor_box, self._two_factor_label = CalmComboBox(), small_label()
        for code in ("", *TWO_FACTOR):
            self.two_factor_box.addItem("", code)
        self.two_factor_box.setCurrentIndex(max(self.two_factor_box.findData(said.two_factor), 0))
        self.agency_field, self._agency_label = QLineEdit(said.agency), small_label()
        self.note_field, self._note_label = LongField(), small_label()
        self.note_field.FEWEST = 2
        self.note_field.setPlainText(said.note)
        self.error_label = plain_label("error")
        self.error_label.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.save_button, "primary")
        self.save_button.setDefault(True)
        self._lay_out()
        self._connect()
        self.retranslate()
        (self.platform_box if account is None else self.handle_field).setFocus()

    def accept(self) -> None:
        """Keep it; where something is missing or looks like a password, say so there and stay."""
        if (fault := self._fault()) is not None:
            self._say(fault)
            self.lead_to(fault.field)
            return
        people: list[Person] = []
        account = self._filled(people)
        if save_account(self._session, account, people, is_new=self._account is None):
            self.kept = account
            super().accept()

    def retranslate(self) -> None:
        """Set the words."""
        title = _("Change the account") if self._account else _("Add an account")
        self.setWindowTitle(title)
        self._title_label.setText(title)
        self._never_label.setText(_("Never a password, PIN or code: this list may be printed and shown."))
        for place, choice in enumerate(self._platforms):
            self.platform_box.setItemText(place, words(choice.label))
        self.platform_box.setPlaceholderText(_("Choose…"))
        label_control(self._platform_label, self.platform_box, _("Platform"))
        label_control(self._handle_label, self.handle_field, _("Name of the page, user name or number"))
        self.owner_box.name(_("Who keeps it"))
        self._administrators_label.setText(_("Who else can enter it"))
        label_control(self._new_label, self.new_administrator_field, _("Somebody else who can enter: name"))
        self.email_box.name(_("Who holds the recovery e-mail address"))
        self.phone_box.name(_("Who holds the recovery telephone"))
        label_control(self._two_factor_label, self.two_factor_box, _("Two-factor sign-in"))
        for place in range(self.two_factor_box.count()):
            self.two_factor_box.setItemText(place, str(account_words.TWO_FACTOR[self.two_factor_box.itemData(place)]))
        label_control(self._agency_label, self.agency_field, _("Agency or freelancer with access; empty for none"))
        label_control(self._note_label, self.note_field, _("Note"))
        self.save_button.setText(_("&Save") if self._account else _("&Add"))
        self._check_again()

    def _fault(self) -> Fault | None:
        if self.platform_box.currentIndex() < 0:
            return Fault(_("Choose the platform first."), self.platform_box)
        if not printable(self.handle_field.text()).strip():
            return Fault(_("Write the name of the page, or the number, first."), self.handle_field)
        for box in (self.owner_box, self.email_box, self.phone_box):
            if box.chosen == NEW and not box.new_name:
                return Fault(_("Write the name of the person first."), box.name_field)
        for field, said in self._written().items():
            if looks_like_password(said, is_note=field is self.note_field):
                return Fault(str(account_words.REFUSED), field)
        return None

    def _written(self) -> dict[QWidget, str]:
        fields = (self.handle_field, self.new_administrator_field, self.agency_field)
        names = (box.name_field for box in (self.owner_box, self.email_box, self.phone_box))
        return {**{field: field.text() for field in (*fields, *names)}, self.note_field: self.note_field.toPlainText()}

    def _filled(self, people: list[Person]) -> Account:
        """The account as filled in; whoever is new is put among the people."""
        handle = printable(self.handle_field.text()).strip()
        administrators = [each for each, tick in self.administrator_ticks.items() if tick.isChecked()]
        if name := printable(self.new_administrator_field.text()).strip():
            administrators.append(self._named(name, people))
        owner, email, phone = (
            self._named(box.new_name, people) if box.chosen == NEW else box.chosen
            for box in (self.owner_box, self.email_box, self.phone_box)
        )
        return Account(
            self._account.id if self._account else new_id(handle, self._session.answers.accounts),
            str(self.platform_box.currentData()),
            handle,
            owner if owner in self._session.answers.people or any(owner == each.id for each in people) else "",
            tuple(each for each in dict.fromkeys(administrators) if each != owner),
            email,
            phone,
            str(self.two_factor_box.currentData() or ""),
            printable(self.agency_field.text()).strip(),
            printable(self.note_field.toPlainText()).strip(),
        )

    def _named(self, name: str, people: list[Person]) -> str:
        """Id of a person of this name: known, new a moment ago, or new now."""
        known = {person.name.casefold(): person.id for person in (*self._session.answers.people.values(), *people)}
        if name.casefold() not in known:
            taken = {*self._session.answers.people, *(person.id for person in people)}
            people.append(Person(new_id(name, taken), name))
            return people[-1].id
        return known[name.casefold()]

    def _leave_out_owner(self) -> None:
        """Whoever keeps it can enter anyway."""
        for person, tick in self.administrator_ticks.items():
            tick.setHidden(person == self.owner_box.chosen)

    def _say(self, fault: Fault) -> None:
        self.error_label.setText(fault.words)
        self.error_label.show()
        fault.field.setAccessibleDescription(fault.words)

    def _check_again(self) -> None:
        """What was wrong may be right now."""
        if self.error_label.isHidden():
            return
        for field in self._written():
            field.setAccessibleDescription("")
        fault = self._fault()
        self.error_label.setVisible(fault is not None)
        self.error_label.setText(fault.words if fault else "")

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.platform_box.currentIndexChanged.connect(self._check_again)
        self.owner_box.box.currentIndexChanged.connect(self._leave_out_owner)
        self._leave_out_owner()
        for box in (self.owner_box, self.email_box, self.phone_box):
            box.changed.connect(self._check_again)
        for field in (self.handle_field, self.new_administrator_field, self.agency_field, self.note_field):
            field.textChanged.connect(self._check_again)

    def _lay_out(self) -> None:
        ticks = FlowLayout()
        ticks.add(*self.administrator_ticks.values())
        self.column.addWidget(self._title_label)
        self.column.addWidget(self._never_label)
        self.column.addLayout(_pair(self._platform_label, self.platform_box))
        self.column.addLayout(_pair(self._handle_label, self.handle_field))
        self.column.addWidget(self.owner_box)
        self.column.addWidget(self._administrators_label)
        self._administrators_label.setVisible(bool(self.administrator_ticks))
        self.column.addLayout(ticks)
        self.column.addLayout(_pair(self._new_label, self.new_administrator_field))
        self.column.addLayout(_pair(self._two_factor_label, self.two_factor_box))
        for box in (self.email_box, self.phone_box):
            self.column.addWidget(box)
        self.column.addLayout(_pair(self._agency_label, self.agency_field))
        self.column.addLayout(_pair(self._note_label, self.note_field))
        self.foot.addWidget(self.error_label)
        self.foot.addWidget(self._buttons)
        for box in (self.owner_box, self.email_box, self.phone_box):
            theme.look(box.label, "small")


def _pair(label: QLabel, control: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.TINY)
    column.addWidget(label)
    column.addWidget(control)
    return column


def _ticks(session: Session, account: Account) -> dict[str, Tick]:
    """A box to tick for each person of the register."""
    ticks: dict[str, Tick] = {}
    for person in session.answers.people.values():
        ticks[person.id] = Tick(compact=True)
        ticks[person.id].setText(person.name)
        ticks[person.id].setChecked(person.id in account.administrators)
    return ticks
