"""Editors for people and accounts, which are added and changed on the spot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop.core.answers import Account, Person
from desktop.core.library import Kind
from desktop.ui.editors.accounts import AccountEditor
from desktop.ui.people_editor import NEW, new_id

AMINAH = Person("aminah", "Aminah Yusof", {"ms": "Pemilik", "en": "Owner"})
RAVI = Person("ravi", "Ravi Kumar")


def test_a_person_is_added_on_the_spot_and_becomes_the_answer(fresh, shown, qtbot):
    editor = shown("policy_owner")
    assert editor.box.isHidden()
    qtbot.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    assert editor.form.name_field.hasFocus()
    qtbot.keyClicks(editor.form.name_field, "Aminah Yusof")
    qtbot.keyClicks(editor.form.role_fields["ms"], "Pemilik")
    qtbot.keyClick(editor.form.role_fields["ms"], Qt.Key.Key_Return)
    assert fresh.answers.values["policy_owner"] == "aminah-yusof"
    assert fresh.answers.people["aminah-yusof"] == Person("aminah-yusof", "Aminah Yusof", {"ms": "Pemilik"})
    assert editor.form.isHidden()
    editor.set_value(fresh.answers.values["policy_owner"])
    assert editor.box.currentText() == "Aminah Yusof (Pemilik)"
    fresh.undo()
    assert not fresh.answers.people
    assert "policy_owner" not in fresh.answers.values


def test_a_person_without_a_name_is_asked_for_one(fresh, shown, qtbot):
    editor = shown("policy_owner")
    editor.open_form(None)
    qtbot.mouseClick(editor.form.keep_button, Qt.MouseButton.LeftButton)
    assert editor.form.error_label.isVisible()
    assert not fresh.answers.people
    qtbot.keyClicks(editor.form.name_field, "A")
    assert not editor.form.error_label.isVisible()
    qtbot.keyClick(editor.form.name_field, Qt.Key.Key_Escape)
    assert editor.form.isHidden()
    assert editor.add_button.hasFocus()


def test_a_person_is_changed_and_removed_where_they_are_named(fresh, shown, qtbot):
    fresh.save_person(AMINAH)
    editor = shown("policy_owner")
    editor.set_value("aminah")
    qtbot.mouseClick(editor.change_button, Qt.MouseButton.LeftButton)
    assert editor.form.role_fields["en"].text() == "Owner"
    editor.form.name_field.setText("Aminah binti Yusof")
    qtbot.mouseClick(editor.form.keep_button, Qt.MouseButton.LeftButton)
    assert fresh.answers.people["aminah"].name == "Aminah binti Yusof"
    assert editor.box.currentText() == "Aminah binti Yusof (Owner)"
    qtbot.mouseClick(editor.change_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.form.remove_button, Qt.MouseButton.LeftButton)
    assert not fresh.answers.people


def test_return_on_a_button_of_the_form_presses_that_button(fresh, shown, qtbot):
    fresh.save_person(AMINAH)
    editor = shown("policy_owner")
    editor.set_value("aminah")
    editor.open_form("aminah")
    editor.form.name_field.setText("Somebody")
    editor.form.leave_button.setFocus()
    qtbot.keyClick(editor.form.leave_button, Qt.Key.Key_Return)
    assert editor.form.isHidden()
    assert fresh.answers.people["aminah"] == AMINAH
    editor.open_form("aminah")
    editor.form.remove_button.setFocus()
    qtbot.keyClick(editor.form.remove_button, Qt.Key.Key_Return)
    assert not fresh.answers.people


def test_people_are_ticked_and_added(fresh, shown, qtbot):
    fresh.save_person(AMINAH)
    fresh.save_person(RAVI)
    editor = shown("posters")
    qtbot.mouseClick(editor.ticks["ravi"], Qt.MouseButton.LeftButton)
    assert editor.times == [("ravi",)]
    qtbot.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor.form.name_field, "Mei Ling")
    qtbot.keyClick(editor.form.name_field, Qt.Key.Key_Return)
    assert fresh.answers.values["posters"] == ("ravi", "mei-ling")
    assert list(editor.ticks) == ["aminah", "ravi", "mei-ling"]


def test_an_account_is_added_with_a_keeper_named_on_the_spot(fresh, shown, qtbot):
    editor = shown("company_accounts")
    qtbot.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    form = editor.form
    qtbot.mouseClick(form.keep_button, Qt.MouseButton.LeftButton)
    assert "platform" in form.error_label.text()
    form.platform_box.setCurrentIndex(form.platform_box.findData("facebook"))
    form.handle_field.setText("Kedai Roti Seri Murni")
    assert form.keeper_field.isHidden()
    form.keeper_box.setCurrentIndex(form.keeper_box.findData(NEW))
    assert form.keeper_field.isVisible()
    form.keeper_field.setText("Aminah Yusof")
    qtbot.mouseClick(form.keep_button, Qt.MouseButton.LeftButton)
    account = Account("kedai-roti-seri-murni", "facebook", "Kedai Roti Seri Murni", "aminah-yusof")
    assert fresh.answers.accounts == {account.id: account}
    assert fresh.answers.values["company_accounts"] == (account.id,)
    assert editor.ticks[account.id].text() == "Facebook: Kedai Roti Seri Murni, kept by Aminah Yusof"
    qtbot.mouseClick(editor.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert editor.form.keeper() == "aminah-yusof"
    qtbot.mouseClick(editor.form.remove_button, Qt.MouseButton.LeftButton)
    assert not fresh.answers.accounts
    assert not editor.ticks


def test_one_account_can_be_chosen(fresh, shown):
    fresh.save_account(Account("page", "facebook", "Kedai Roti"))
    editor = shown("company_accounts", Kind.ACCOUNT)
    assert isinstance(editor, AccountEditor)
    editor.set_value("page")
    assert editor.box.currentText() == "Facebook: Kedai Roti"


def test_ids_of_rows_are_readable_and_unique():
    assert new_id("Aminah Yusof", ()) == "aminah-yusof"
    assert new_id("Aminah Yusof", ("aminah-yusof",)) == "aminah-yusof-2"
    assert new_id("مخبز 🍞", ()) == "row"


def test_an_account_and_its_new_keeper_are_one_step(fresh, shown, qtbot):
    editor = shown("company_accounts")
    editor.open_form(None)
    fill_in_with_new_keeper(editor.form)
    editor.form.keep()
    assert fresh.answers.values["company_accounts"] == ("kedairoti",)
    assert fresh.answers.accounts["kedairoti"].owner == "siti"
    fresh.undo()
    assert not fresh.answers.accounts
    assert not fresh.answers.people


def test_a_row_that_could_not_be_saved_stays_in_the_form(fresh, shown, qtbot):
    editor = shown("company_accounts")
    editor.open_form(None)
    fill_in_with_new_keeper(editor.form)
    fresh.file.path.rename(fresh.file.path.with_name("elsewhere.dasar"))
    with qtbot.waitSignal(fresh.failed):
        editor.form.keep()
    assert not editor.form.isHidden()
    assert editor.form.handle_field.text() == "kedairoti"
    assert not fresh.answers.accounts
    assert not fresh.answers.people


def fill_in_with_new_keeper(form):
    form.platform_box.setCurrentIndex(0)
    form.handle_field.setText("kedairoti")
    form.keeper_box.setCurrentIndex(form.keeper_box.findData(NEW))
    form.keeper_field.setText("Siti")
