"""The register of accounts: shown, changed, looked through."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.core.answers import Account, Person
from desktop.core.watch.evidence import AccessReview
from desktop.store.business_file import BusinessFile
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.questions.people_editor import NEW, AccountForm
from desktop.ui.session import Session
from desktop.ui.watch.accounts.account_dialog import AccountDialog
from desktop.ui.watch.accounts.account_view import AccountView
from desktop.ui.watch.accounts.review_dialog import ReviewDialog
from tests.ui.accessible import stumbles

AMINAH, RAVI = Person("aminah", "Aminah Yusof"), Person("ravi", "Ravi Kumar")
PAGE = Account("page", "facebook", "Kedai Roti", "aminah", ("ravi",), "aminah", "ravi", "app", "", "SIM in the till")


@pytest.fixture
def firm(fresh):
    """Two people and a page that is in order, but for a review."""
    fresh.save_person(AMINAH)
    fresh.save_person(RAVI)
    fresh.save_account(PAGE)
    return fresh


@pytest.fixture
def view_of(qtbot):
    def show(session):
        view = AccountView(session)
        qtbot.addWidget(view)
        view.resize(820, 640)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        return view

    return show


def cells(view):
    table = view.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def fill(dialog, platform="instagram", handle="@kedairoti"):
    dialog.platform_box.setCurrentIndex(dialog.platform_box.findData(platform))
    dialog.handle_field.setText(handle)


def test_an_empty_register_says_how_to_begin(fresh, view_of):
    view = view_of(fresh)
    view.focus_first()
    assert view.none_label.isVisible()
    assert view.table.isHidden()
    assert view.add_button.hasFocus()
    assert not view.review_button.isEnabled()


def test_an_account_stands_in_its_row_with_what_is_to_be_seen_to(firm, view_of):
    view = view_of(firm)
    assert cells(view) == [["Facebook: Kedai Roti", "Aminah Yusof", "Ravi Kumar", "App that makes codes", "Not yet"]]
    assert "every three months" in view.concern_label.text()
    assert "SIM in the till" in view.concern_label.text()
    firm.save_account(replace(PAGE, administrators=(), two_factor="none", agency="Kreatif"))
    assert cells(view)[0][2:4] == ["Kreatif", "None"]
    for words in ("Only one person", "A password alone", "Kreatif has access"):
        assert words in view.concern_label.text()
    firm.remove_person("aminah")
    assert "Nobody yet" in cells(view)[0][1] or "left" in cells(view)[0][1]


def test_an_account_in_order_is_said_to_be(firm, view_of):
    view = view_of(firm)
    firm.watch.add_review(AccessReview("page", "Facebook: Kedai Roti", firm.today, "Aminah"))
    assert cells(view)[0][4] == "Today"
    assert view.sum_label.text() == "Every account is in order."
    assert "Nothing is to be seen to" not in view.concern_label.text()  # the note stands there


def test_a_new_account_with_new_people_is_one_step(firm, view_of, opened, qtbot):
    firm.answer("has_company_accounts", True)
    dialog = opened(AccountDialog(firm))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "platform" in dialog.error_label.text()
    fill(dialog)
    dialog.owner_box.box.setCurrentIndex(dialog.owner_box.box.findData(NEW))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "person" in dialog.error_label.text()
    dialog.owner_box.name_field.setText("Siti")
    assert dialog.error_label.isHidden()
    dialog.new_administrator_field.setText("ravi kumar")
    dialog.administrator_ticks["aminah"].click()
    dialog.phone_box.box.setCurrentIndex(dialog.phone_box.box.findData(NEW))
    dialog.phone_box.name_field.setText("Siti")
    dialog.two_factor_box.setCurrentIndex(dialog.two_factor_box.findData("text_message"))
    dialog.agency_field.setText("Kreatif")
    dialog.note_field.setPlainText("Google Authenticator on Aminah's phone")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    made = Account(
        *("kedairoti", "instagram", "@kedairoti", "siti", ("aminah", "ravi"), "", "siti", "text_message", "Kreatif"),
        "Google Authenticator on Aminah's phone",
    )
    assert firm.answers.accounts["kedairoti"] == made
    assert [person.name for person in firm.answers.people.values()] == ["Aminah Yusof", "Ravi Kumar", "Siti"]
    assert firm.answers.values["company_accounts"] == ("kedairoti",)
    firm.undo()
    assert list(firm.answers.accounts) == ["page"]
    assert "siti" not in firm.answers.people


@pytest.mark.parametrize(
    ("field", "said"),
    [
        *((f"{each}_field", "password: mentega88") for each in ("handle", "new_administrator", "agency", "note")),
        ("note_field", "Roti2027!"),
        ("note_field", "roti2027"),
    ],
)
def test_no_field_takes_what_looks_like_a_password(firm, opened, qtbot, field, said):
    dialog = opened(AccountDialog(firm, PAGE))
    control = getattr(dialog, field)
    control.setText(said) if isinstance(control, QLineEdit) else control.setPlainText(said)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "looks like a password" in dialog.error_label.text()
    assert control.hasFocus()
    assert "password" in control.accessibleDescription()
    assert firm.answers.accounts["page"] == PAGE
    control.setText("Kedai") if isinstance(control, QLineEdit) else control.setPlainText("In the safe")
    assert dialog.error_label.isHidden()
    assert control.accessibleDescription() == ""
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_an_account_opened_and_saved_is_as_it_was(firm, opened, qtbot):
    dialog = opened(AccountDialog(firm, PAGE))
    before = firm.file.undo_label
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert firm.answers.accounts["page"] == PAGE
    assert firm.file.undo_label == before


def test_the_short_form_in_a_question_keeps_what_it_does_not_ask(firm, qtbot):
    form = AccountForm(firm)
    qtbot.addWidget(form)
    form.start(PAGE)
    form.handle_field.setText("Kedai Roti Baharu")
    assert form.account(form.keeper()) == replace(PAGE, handle="Kedai Roti Baharu")
    form.handle_field.setText("pw: mentega88")
    assert "looks like a password" in form.missing()


def test_an_account_is_taken_out_and_comes_back(firm, view_of, qtbot):
    view = view_of(firm)
    view.focus_first()
    assert view.table.hasFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert not firm.answers.accounts
    assert "Kedai Roti" in view.removed_label.text()
    assert view.add_button.hasFocus()
    qtbot.mouseClick(view.undo_button, Qt.MouseButton.LeftButton)
    assert firm.answers.accounts == {"page": PAGE}
    assert view.undo_button.isHidden()


def test_return_opens_the_account_in_use(firm, view_of, qtbot):
    view = view_of(firm)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    dialog = view.findChild(AccountDialog)
    assert dialog.handle_field.text() == "Kedai Roti"
    dialog.reject()


def test_accounts_are_looked_through_one_by_one(firm, opened, qtbot):
    firm.save_account(replace(PAGE, id="shop", platform="shopee", handle="kedairoti"))
    firm.watch.add_review(AccessReview("page", "Facebook: Kedai Roti", firm.today.replace(year=2026), "Ravi"))
    dialog = opened(ReviewDialog(firm, "Aminah Yusof"))
    assert "Shopee" in dialog.title_label.text()
    assert "Ravi Kumar" in dialog.facts_label.text()
    dialog.note_field.setPlainText("PIN 4471")
    qtbot.mouseClick(dialog.right_button, Qt.MouseButton.LeftButton)
    assert "looks like a password" in dialog.error_label.text()
    assert "shop" not in firm.watch.evidence.reviews()
    dialog.note_field.setPlainText("Old trainee taken out")
    qtbot.mouseClick(dialog.right_button, Qt.MouseButton.LeftButton)
    kept = firm.watch.evidence.reviews()["shop"]
    assert (kept.handle, kept.on, kept.by, kept.note) == (
        *("Shopee: kedairoti", firm.today, "Aminah Yusof"),
        "Old trainee taken out",
    )
    assert "Facebook" in dialog.title_label.text()
    assert dialog.note_field.toPlainText() == ""
    qtbot.mouseClick(dialog.skip_button, Qt.MouseButton.LeftButton)
    assert "last account" in dialog.title_label.text()
    assert not dialog.right_button.isVisible()
    assert firm.watch.evidence.reviews()["page"].by == "Ravi"


def test_the_register_is_wanted_as_a_document(firm, view_of, qtbot):
    view = view_of(firm)
    with qtbot.waitSignal(view.export_wanted) as told:
        qtbot.mouseClick(view.register_button, Qt.MouseButton.LeftButton)
    assert told.args == [ExportWish(("account-register",), for_once=True)]


def test_every_word_follows_the_language(firm, view_of, opened, marked):
    view, dialog, review = view_of(firm), opened(AccountDialog(firm, PAGE)), opened(ReviewDialog(firm))
    marked()
    assert view.add_button.text().startswith("«")
    assert view.table.horizontalHeaderItem(0).text().startswith("«")
    assert "«" in view.concern_label.text()
    assert dialog.owner_box.label.text().startswith("«")
    assert "«" in review.facts_label.text()


def test_the_keyboard_reaches_everything_and_all_is_named(firm, view_of, opened):
    assert stumbles(view_of(firm)) == []
    assert stumbles(opened(AccountDialog(firm, PAGE))) == []
    assert stumbles(opened(ReviewDialog(firm))) == []


def test_what_the_file_does_not_take_stays_in_the_dialog(firm, opened, qtbot):
    dialog = opened(AccountDialog(firm, PAGE))
    review = opened(ReviewDialog(firm))
    dialog.handle_field.setText("Kedai Baharu")
    firm.file.path.rename(firm.file.path.with_name("elsewhere.dasar"))
    with qtbot.waitSignal(firm.failed):
        dialog.accept()
    assert dialog.isVisible()
    assert dialog.banner.isVisible()
    assert dialog.handle_field.text() == "Kedai Baharu"
    with qtbot.waitSignal(firm.failed):
        review.right_button.click()
    assert "Account 1 of 1" in review.count_label.text()


def test_a_file_that_is_only_looked_at_is_not_changed(firm, view_of, library, clock, qtbot):
    path = firm.file.path
    firm.close()
    with BusinessFile.open(path, now=clock(), writable=False) as file:
        view = view_of(Session(library, file, clock))
        assert not view.add_button.isEnabled()
        assert not any(button.isEnabled() for button in view.run_buttons.values())
        qtbot.keyClick(view.table, Qt.Key.Key_Delete)
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
        assert view.table.rowCount() == 1
        assert view.findChild(AccountDialog) is None
