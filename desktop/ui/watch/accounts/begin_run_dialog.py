"""Asks who joins or leaves, or which agency, on which day, and which accounts it is about."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from desktop.core.text import printable
from desktop.core.watch.evidence import Run
from desktop.core.watch.register import run_for, touched
from desktop.core.watch.secrets import looks_like_password
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import account_words, person_words
from desktop.ui.editors.base import small_label
from desktop.ui.editors.day_field import DayField
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.editors.options import Tick
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import label_control
from desktop.ui.session import Session
from desktop.ui.watch.accounts import account_words as said
from desktop.ui.watch.accounts.stored_dialog import StoredDialog

_WIDTH = 540


class BeginRunDialog(StoredDialog):
    """What is to be seen to is kept with the run as the registers are now."""

    def __init__(self, session: Session, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(session, _WIDTH, parent)
        self.kind = kind
        self.kept: Run | None = None
        """What was stored."""
        self._title_label, self._means_label = plain_label("title"), plain_label("muted")
        self._who_label, self.who_box = small_label(), CalmComboBox()
        self.who_box.setEditable(True)
        self.who_box.setInsertPolicy(CalmComboBox.InsertPolicy.NoInsert)
        for row_id, words in self._offered().items():
            self.who_box.addItem(words, row_id)
        self.who_box.setCurrentIndex(-1)
        self.who_box.setCurrentText("")
        self._day_label, self.day_field = small_label(), DayField(session.today)
        self._accounts_label = plain_label("small")
        self.account_ticks = {each.id: Tick(compact=True) for each in session.answers.accounts.values()}
        self.error_label = plain_label("error")
        self.error_label.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.begin_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.begin_button, "primary")
        self.begin_button.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.who_box.currentTextChanged.connect(self._propose)
        self._lay_out()
        self.retranslate()
        self._propose()
        self.who_box.setFocus()

    @property
    def name(self) -> str:
        """Who it is about."""
        person = self._session.answers.people.get(self.person)
        return person.name if person else printable(self.who_box.currentText()).strip()

    @property
    def person(self) -> str:
        """Id in the register of people; "" where a name is written that is not there."""
        if self.kind == "agency":
            return ""
        written = self.who_box.currentText().strip().casefold()
        people = self._session.answers.people.values()
        return next(
            (each.id for each in people if written in (each.name.casefold(), person_words(each).casefold())), ""
        )

    def accept(self) -> None:
        """Begin; where nobody is named say so and stay."""
        if not self.name or looks_like_password(self.name):
            self.error_label.setText(_("Write who it is.") if not self.name else str(said.REFUSED))
            self.error_label.show()
            self.lead_to(self.who_box)
            return
        session = self._session
        chosen = [each for each, tick in self.account_ticks.items() if tick.isChecked()]
        run = run_for(
            session.library,
            session.settled.all_facts,
            self.kind,
            self.name,
            self.day_field.day,
            person=self.person,
            accounts=chosen,
        )
        self.kept = session.watch.add_run(run)
        if self.kept is not None:
            super().accept()

    def retranslate(self) -> None:
        """Set the words."""
        agency, joiner = self.kind == "agency", self.kind == "joiner"
        title = str(said.RUN_BUTTONS[self.kind]).replace("&", "").rstrip("…")
        self.setWindowTitle(title)
        self._title_label.setText(title)
        self._means_label.setText(
            _("You get a list of all there is to see to, ready to be ticked off. What you tick is kept as evidence.")
        )
        who = _("Name of the agency or freelancer whose work ends") if agency else _("Who is it?")
        label_control(self._who_label, self.who_box, who)
        self.who_box.lineEdit().setAccessibleName(who)
        self.who_box.lineEdit().setPlaceholderText(_("Choose, or write a name"))
        label_control(self._day_label, self.day_field, _("First day") if joiner else _("Last day"))
        self._accounts_label.setText(
            _("Which accounts will they enter?")
            if joiner
            else _("Which accounts could they enter? Tick rather one too many.")
        )
        for each, tick in self.account_ticks.items():
            tick.setText(account_words(self._session.library, self._session.answers.accounts[each]))
        self.begin_button.setText(_("Make the list"))

    def _offered(self) -> dict[str, str]:
        answers = self._session.answers
        if self.kind == "agency":
            names = dict.fromkeys(each.agency for each in answers.accounts.values() if each.agency)
            return {name: name for name in names}
        return {person.id: person_words(person) for person in answers.people.values()}

    def _propose(self) -> None:
        """Tick what the register and the answers say of this person."""
        self.error_label.hide()
        found = touched(self._session.settled.all_facts, self.kind, self.person, self.name)
        for each, tick in self.account_ticks.items():
            tick.setChecked(each in found)

    def _lay_out(self) -> None:
        widgets = (self._title_label, self._means_label, self._who_label, self.who_box, self._day_label, self.day_field)
        for widget in (*widgets, self._accounts_label, *self.account_ticks.values()):
            self.column.addWidget(widget)
        self._accounts_label.setVisible(bool(self.account_ticks))
        self.column.addStretch(1)
        self.foot.addWidget(self.error_label)
        self.foot.addWidget(self._buttons)
