"""Accounts of the register."""

from desktop.core.answers import Account
from desktop.i18n import _
from desktop.ui.content_words import account_words
from desktop.ui.editors.registers import RegisterChoiceEditor, RegisterEditor, RegisterTicksEditor
from desktop.ui.people_editor import NEW, AccountForm


class _Accounts(RegisterEditor):
    """How accounts are listed and kept."""

    def rows(self) -> dict[str, str]:
        return {account.id: self._words(account) for account in self.session.answers.accounts.values()}

    def row(self, row_id: str) -> Account:
        return self.session.answers.accounts[row_id]

    def make_form(self) -> AccountForm:
        return AccountForm(self.session)

    def remove(self, row_id: str) -> None:
        self.session.remove_account(row_id)

    def keep(self) -> None:
        if not isinstance(self.form, AccountForm):
            return
        keeper = self.form.keeper()
        if keeper == NEW:
            person = self.form.new_keeper()
            self.session.save_person(person)
            keeper = person.id
        account = self.form.account(keeper)
        if self.form.is_new:
            self.session.answer_with_account(self.question.id, account, self.with_new(account.id))
        else:
            self.session.save_account(account)

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


class AccountsEditor(_Accounts, RegisterTicksEditor):
    """Any number of accounts."""

    def with_new(self, row_id: str) -> tuple[str, ...]:
        return (*(self.value() or ()), row_id)
