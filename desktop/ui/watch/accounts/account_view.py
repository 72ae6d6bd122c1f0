"""The register of accounts: who can enter what, what is not safe about it, and who joins or leaves."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.core.answers import Account
from desktop.core.watch.evidence import AccessReview, Run
from desktop.core.watch.register import RunState, concerns, is_review_due, state_of_run
from desktop.i18n import _, message
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.content_words import account_words
from desktop.ui.dialogs import begin
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.accounts import account_words as said
from desktop.ui.watch.accounts.account_table import AccountTable
from desktop.ui.watch.accounts.run_list import RunList
from desktop.ui.watch.log.noted_by import noted_by

_OF_INTEREST = ("accounts", "runs")
_OWNER = "policy_owner"
"""The question that names who sees to accounts where nobody says otherwise."""

_HISTORY = 12
"""Finished runs in sight, the newest."""


class AccountView(Retranslated, QScrollArea):
    """The tab "accounts" of the page of watching."""

    export_wanted = Signal(object)
    question_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._reviews: dict[str, AccessReview] = {}
        self.intro_label = plain_label("muted")
        self.add_button, self.review_button, self.register_button = QPushButton(), QPushButton(), QPushButton()
        self.add_button.setIcon(theme.icon("add", "accent"))
        self.run_buttons = {kind: QPushButton() for kind in said.RUN_BUTTONS}
        self.open_runs = RunList(session, message("Going on"))
        self.table = AccountTable(session)
        self.none_label = plain_label("muted")
        self.concern_frame, self.concern_title, self.concern_label = QFrame(), plain_label("strong"), plain_label()
        theme.look(self.concern_frame, "card")
        self.change_button, self.remove_button, self.undo_button = QPushButton(), QPushButton(), link_button()
        for button in (self.change_button, self.remove_button):
            theme.look(button, "quiet")
        self.removed_label = plain_label("muted")
        self.sum_label = plain_label("strong")
        self.past_runs = RunList(session, message("Finished"))
        self._connect()
        self._lay_out()
        self._show_removed("")
        self.retranslate()

    def focus_first(self) -> None:
        """Where the owner goes on: what is going on, the register, else the first account to be added."""
        if self.open_runs.buttons:
            next(iter(self.open_runs.buttons.values())).setFocus()
        else:
            (self.table if self.table.rowCount() else self.add_button).setFocus()

    def flush(self) -> None:
        """Nothing is typed here that is not stored."""

    def retranslate(self) -> None:
        """Set the words."""
        self.intro_label.setText(_("Who can enter which account, and who can bring it back. Never a password."))
        self.add_button.setText(_("&Add an account…"))
        self.review_button.setText(_("Look at &who can enter…"))
        self.register_button.setText(_("Account &register…"))
        for kind, button in self.run_buttons.items():
            button.setText(str(said.RUN_BUTTONS[kind]))
        self.none_label.setText(_("No account is written down yet. Begin with the one most of your customers use."))
        self.change_button.setText(_("&Change…"))
        self.remove_button.setText(_("Take &out"))
        self.undo_button.setText(_("Undo"))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What changed meanwhile is shown now."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def refresh(self) -> None:
        """Show register and runs as they are now, at once or when it comes into sight."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        session = self._session
        accounts = session.answers.accounts
        self._reviews, runs = self._kept()
        reviews = self._reviews
        self.table.show_accounts(reviews)
        for widget in (self.table, self.change_button, self.remove_button):
            widget.setVisible(bool(accounts))
        self.none_label.setVisible(not accounts)
        due = sum(is_review_due(reviews[each].on if each in reviews else None, session.today) for each in accounts)
        wrong = sum(
            bool(concerns(session.answers, each, reviews.get(each.id), session.today)) for each in accounts.values()
        )
        self.sum_label.setText(said.sum_words(len(accounts), wrong, due))
        self.sum_label.setVisible(bool(accounts))
        theme.look(self.review_button, "primary" if due else "quiet")
        self.register_button.setEnabled(bool(accounts))
        self.review_button.setEnabled(bool(accounts))
        self.open_runs.show_runs(pair for pair in runs if pair[1].closed is None)
        self.past_runs.show_runs([pair for pair in runs if pair[1].closed is not None][:_HISTORY])
        for button in (self.add_button, self.remove_button, *self.run_buttons.values()):
            button.setEnabled(not session.read_only)
        self.show_concerns()

    @Slot()
    def show_concerns(self) -> None:
        """Say what is to be seen to for the account in use."""
        account = self._current()
        self.concern_frame.setVisible(account is not None)
        if account is None:
            return
        session = self._session
        found = concerns(session.answers, account, self._reviews.get(account.id), session.today)
        self.concern_title.setText(account_words(session.library, account))
        lines = [f"• {said.concern_words(each, account)}" for each in found]
        lines += [account.note] if account.note else []
        self.concern_label.setText("\n".join(lines) or _("Nothing is to be seen to."))

    def _kept(self) -> tuple[dict[str, AccessReview], list[tuple[Run, RunState]]]:
        """Reviews by account, and runs with where they stand; nothing while the file is out of reach."""
        book = self._session.watch.evidence
        try:
            return book.reviews(), [(run, state_of_run(run, book.notes("run", run.number))) for run in book.runs()]
        except StoreError:  # that is said when something is to be kept
            return {}, []

    @Slot(str)
    def _told(self, kind: str) -> None:
        if kind in _OF_INTEREST:
            self.refresh()

    @Slot(str)
    def _answers_changed(self, _question: str) -> None:
        self._show_removed("")
        self.refresh()

    @Slot()
    def _add(self) -> None:
        from desktop.ui.watch.accounts.account_dialog import AccountDialog

        dialog = AccountDialog(self._session, parent=self)
        dialog.accepted.connect(lambda: self.table.go_to(dialog.kept.id if dialog.kept else ""))
        begin(dialog)

    @Slot()
    def _change(self) -> None:
        from desktop.ui.watch.accounts.account_dialog import AccountDialog

        if (account := self._current()) is not None and not self._session.read_only:
            begin(AccountDialog(self._session, account, self))

    @Slot()
    def _remove(self) -> None:
        account = self._current()
        if account is None or self._session.read_only:
            return
        title = account_words(self._session.library, account)
        if self._session.remove_account(account.id):
            self._show_removed(title)
            (self.table if self.table.rowCount() else self.add_button).setFocus()

    @Slot()
    def _review(self) -> None:
        from desktop.ui.watch.accounts.review_dialog import ReviewDialog

        begin(ReviewDialog(self._session, noted_by(self._session, _OWNER), self))

    def _begin_run(self, kind: str) -> None:
        from desktop.ui.watch.accounts.begin_run_dialog import BeginRunDialog

        dialog = BeginRunDialog(self._session, kind, self)
        dialog.accepted.connect(lambda: self.show_run(dialog.kept.number if dialog.kept else 0))
        begin(dialog)

    @Slot(int)
    def show_run(self, number: int) -> None:
        """Open the list of a run."""
        from desktop.ui.watch.accounts.run_dialog import RunDialog

        run = next((run for run, _state in self._kept()[1] if run.number == number), None)
        if run is not None:
            dialog = RunDialog(self._session, run, noted_by(self._session, _OWNER), self)
            dialog.export_wanted.connect(self.export_wanted)
            begin(dialog)

    def _current(self) -> Account | None:
        return self._session.answers.accounts.get(self.table.current_id)

    @Slot()
    def _undo(self) -> None:
        (self.table if self.table.rowCount() else self.add_button).setFocus()  # first, for the button goes
        self._session.undo()

    def _show_removed(self, title: str) -> None:
        """Say what was taken out last; the next change makes that history."""
        self.removed_label.setText(_("{name} is taken out.", name=title) if title else "")
        for widget in (self.removed_label, self.undo_button):
            widget.setVisible(bool(title))
        if title:
            told = self.removed_label.text()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.removed_label, told))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.review_button.clicked.connect(self._review)
        wish = ExportWish(("account-register",), for_once=True)
        self.register_button.clicked.connect(lambda: self.export_wanted.emit(wish))
        for kind, button in self.run_buttons.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self._begin_run(kind))
        self.table.change_wanted.connect(self._change)
        self.table.removal_wanted.connect(self._remove)
        self.table.current_changed.connect(self.show_concerns)
        self.change_button.clicked.connect(self._change)
        self.remove_button.clicked.connect(self._remove)
        self.undo_button.clicked.connect(self._undo)
        for runs in (self.open_runs, self.past_runs):
            runs.opened.connect(self.show_run)
        self._session.watch.changed.connect(self._told)
        self._session.answers_changed.connect(self._answers_changed)

    def _lay_out(self) -> None:
        inside = QWidget()
        theme.look(inside, "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.HUGE, theme.LARGE, theme.HUGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        doing, rows = FlowLayout(), FlowLayout()
        doing.add(self.review_button, *self.run_buttons.values())
        rows.add(self.add_button, self.change_button, self.remove_button, self.register_button)
        rows.add(self.removed_label, self.undo_button)
        box = QVBoxLayout(self.concern_frame)
        box.addWidget(self.concern_title)
        box.addWidget(self.concern_label)
        column.addWidget(self.intro_label)
        column.addWidget(self.open_runs)
        column.addLayout(doing)
        for widget in (self.sum_label, self.none_label, self.table):
            column.addWidget(widget)
        column.addLayout(rows)
        column.addWidget(self.concern_frame)
        column.addWidget(self.past_runs)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
