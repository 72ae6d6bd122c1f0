"""Looks through who can enter, account by account; that somebody looked is kept as evidence."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QWidget

from desktop.core.answers import Account
from desktop.core.text import printable
from desktop.core.watch.evidence import AccessReview
from desktop.core.watch.register import Concern, by_need, concerns
from desktop.core.watch.secrets import looks_like_password
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import account_words
from desktop.ui.editors.base import small_label
from desktop.ui.editors.fields import LongField
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import label_control
from desktop.ui.session import Session
from desktop.ui.watch.accounts import account_words as said
from desktop.ui.watch.accounts.account_dialog import AccountDialog
from desktop.ui.watch.accounts.stored_dialog import StoredDialog
from desktop.ui.watch.tasks.who_choice import WhoChoice

_WIDTH = 560


class ReviewDialog(StoredDialog):
    """The account nobody looked at for longest comes first. Each one is kept as soon as it is found right."""

    def __init__(self, session: Session, by: str = "", parent: QWidget | None = None) -> None:
        super().__init__(session, _WIDTH, parent)
        self._ids = [each.id for each in by_need(session.answers.accounts.values(), session.watch.evidence.reviews())]
        self._place = 0
        self.count_label, self.title_label = plain_label("small"), plain_label("title")
        self.facts_label, self.concern_label, self.ask_label = (
            plain_label(),
            plain_label("muted"),
            plain_label("strong"),
        )
        self._note_label, self.note_field = small_label(), LongField()
        self.note_field.FEWEST = 2
        self._who_label, self.who_box = small_label(), WhoChoice(session, by)
        self.error_label = plain_label("error")
        self.right_button, self.change_button, self.skip_button = QPushButton(), QPushButton(), QPushButton()
        theme.look(self.right_button, "primary")
        for button in (self.change_button, self.skip_button):
            theme.look(button, "quiet")
        self.right_button.clicked.connect(self._keep)
        self.change_button.clicked.connect(self._change)
        self.skip_button.clicked.connect(self._go_on)
        self.note_field.textChanged.connect(self.error_label.hide)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self.retranslate()
        self.right_button.setFocus()

    @property
    def account(self) -> Account | None:
        """The account in sight; None when all were looked at."""
        return self._session.answers.accounts.get(self._ids[self._place]) if self._place < len(self._ids) else None

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Look at who can enter"))
        label_control(self._note_label, self.note_field, _("What you found or changed (may stay empty)"))
        label_control(self._who_label, self.who_box, _("&Who looks?"))
        self.who_box.lineEdit().setAccessibleName(self.who_box.accessibleName())
        self.right_button.setText(_("&It is right so"))
        self.change_button.setText(_("&Change…"))
        self.skip_button.setText(_("&Later"))
        self._show()

    def _show(self) -> None:
        account, session = self.account, self._session
        parts = (self.facts_label, self.ask_label, self.note_field, self._note_label, self._who_label, self.who_box)
        for widget in (*parts, self.right_button, self.change_button, self.skip_button, self.concern_label):
            widget.setVisible(account is not None)
        self.error_label.hide()
        if account is None:
            self.count_label.setText("")
            self.title_label.setText(_("That was the last account."))
            return
        self.count_label.setText(_("Account {number} of {count}", number=self._place + 1, count=len(self._ids)))
        self.title_label.setText(account_words(session.library, account))
        self.facts_label.setText("\n".join(self._facts(account)))
        review = session.watch.evidence.reviews().get(account.id)
        found = concerns(session.answers, account, review, session.today)
        told = [said.concern_words(each, account) for each in found if each is not Concern.REVIEW_DUE]
        self.concern_label.setText("\n".join(f"• {words}" for words in told))
        self.concern_label.setVisible(bool(told))
        self.ask_label.setText(
            _(
                "Open the account’s own list of people and compare. "
                "Is everybody there still to be there, and nobody else?"
            )
        )
        self.change_button.setEnabled(not session.read_only)
        self.right_button.setEnabled(not session.read_only)

    def _facts(self, account: Account) -> list[str]:
        answers, nobody = self._session.answers, _("nobody")
        named = {
            "owner": said.people_words(answers, (account.owner,)) or nobody,
            "others": said.others_words(answers, account) or nobody,
            "email": said.people_words(answers, (account.recovery_email,)) or nobody,
            "phone": said.people_words(answers, (account.recovery_phone,)) or nobody,
        }
        review = self._session.watch.evidence.reviews().get(account.id)
        return [
            _("Kept by: {name}", name=named["owner"]),
            _("Others who can enter: {names}", names=named["others"]),
            _("Recovery: e-mail with {email}, telephone with {phone}", email=named["email"], phone=named["phone"]),
            _("Two-factor sign-in: {kind}", kind=said.TWO_FACTOR.get(account.two_factor, said.TWO_FACTOR[""])),
            _("Last looked at: {when}", when=said.review_words(review, self._session.today)),
        ]

    def _keep(self) -> None:
        account, note = self.account, printable(self.note_field.toPlainText()).strip()
        if account is None:
            return
        if looks_like_password(note, is_note=True):
            self.error_label.setText(str(said.REFUSED))
            self.error_label.show()
            self.lead_to(self.note_field)
            return
        handle = account_words(self._session.library, account)
        review = AccessReview(account.id, handle, self._session.today, printable(self.who_box.name), note)
        if self._session.watch.add_review(review) is not None:
            self._go_on()

    def _change(self) -> None:
        if (account := self.account) is not None:
            dialog = AccountDialog(self._session, account, self)
            dialog.finished.connect(self._show)
            dialog.open()

    def _go_on(self) -> None:
        self._place += 1
        self.note_field.clear()
        self._show()
        told = f"{self.count_label.text()} {self.title_label.text()}".strip()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.title_label, told))
        if self.account is None:
            self._buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        else:
            self.right_button.setFocus()

    def _lay_out(self) -> None:
        for widget in (self.count_label, self.title_label, self.facts_label, self.concern_label, self.ask_label):
            self.column.addWidget(widget)
        pairs: tuple[tuple[QLabel, QWidget], ...] = (
            (self._note_label, self.note_field),
            (self._who_label, self.who_box),
        )
        for label, control in pairs:
            self.column.addWidget(label)
            self.column.addWidget(control)
        self.column.addStretch(1)
        row = FlowLayout(last_right=True)
        row.add(self.right_button, self.change_button, self.skip_button, self._buttons)
        self.foot.addWidget(self.error_label)
        self.foot.addLayout(row)
