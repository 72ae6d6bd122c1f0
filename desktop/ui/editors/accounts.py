"""Accounts of the register."""

from desktop.core.answers import Account
from desktop.i18n import _
from desktop.ui.content_words import account_words
from desktop.ui.editors.register_model import AccountsModel
from desktop.ui.editors.register_rows import RegisterRowsEditor
from desktop.ui.editors.registers import RegisterChoiceEditor, RegisterEditor
from desktop.ui.questions.people_editor import NEW, AccountForm


class _Accounts(RegisterEditor):
    """How accounts are listed and kept."""

    def rows(self) -> dict[str, str]:
        return {account.id: self._words(account) for account in self.session.answers.accounts.values()}

    def row(self, row_id: str) -> Account:
        return self.session.answers.accounts[row_id]

    def make_form(self) -> AccountForm:
        return AccountForm(self.session)

    def take_out(self, row_id: str) -> bool:
        return self.session.remove_account(row_id)

    def keep(self) -> bool:
        if not isinstance(self.form, AccountForm):
            return True
        new_keeper = self.form.new_keeper() if self.form.keeper() == NEW else None
        account = self.form.account(new_keeper.id if new_keeper else self.form.keeper())
        if self.form.is_new:
            value = self.with_new(account.id)
            return self.session.answer_with_account(self.question.id, account, value, new_keeper)
        return self.session.save_account(account, new_keeper)

    def with_new(self, row_id: str) -> str | tuple[str, ...]:
        """The answer with a new row in it."""
        raise NotImplementedError

    def retranslate(self) -> None:
        super().retranslate()
        self.add_button.setText(_("Add an account…"))

    def _words(self, account: Account) -> str:
        told = account_words(self.session.library, account)
        keeper = self.session.answers.people.get(account.owner)
        return _("{account}, kept by {name}", account=told, name=keeper.name) if keeper else told


class AccountEditor(_Accounts, RegisterChoiceEditor):
    """One account."""

    def with_new(self, row_id: str) -> str:
        return row_id


class AccountsEditor(_Accounts, RegisterRowsEditor):
    """Any number of accounts."""

    def make_model(self) -> AccountsModel:
        return AccountsModel(self.session, self)

    def with_new(self, row_id: str) -> tuple[str, ...]:
        return (*(self.value() or ()), row_id)
