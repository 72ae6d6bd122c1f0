"""Editors for people and accounts, which are added and changed on the spot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.core.answers import Account, Person
from desktop.core.library import Kind
from desktop.store.business_file import BusinessFile
from desktop.ui.editors.accounts import AccountEditor
from desktop.ui.questions.people_editor import NEW, new_id
from desktop.ui.questions.question_card import QuestionCard
from desktop.ui.session import Session

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


def test_people_are_ticked_and_added_one_after_the_other(fresh, shown, qtbot):
    fresh.save_person(AMINAH)
    fresh.save_person(RAVI)
    editor = shown("posters")
    click_cell(qtbot, editor.table, 1, 0)
    assert editor.times == [("ravi",)]
    qtbot.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    assert editor.form.leave_button.text() == "Done"
    qtbot.keyClicks(editor.form.name_field, "Mei Ling")
    qtbot.keyClick(editor.form.name_field, Qt.Key.Key_Return)
    assert fresh.answers.values["posters"] == ("ravi", "mei-ling")
    assert cells(editor, 1) == ["Aminah Yusof", "Ravi Kumar", "Mei Ling"]
    editor.set_value(fresh.answers.values["posters"])
    assert editor.form.name_field.hasFocus()
    assert editor.form.is_blank
    qtbot.keyClicks(editor.form.name_field, "Siti")
    qtbot.keyClick(editor.form.name_field, Qt.Key.Key_Return)
    assert fresh.answers.values["posters"] == ("ravi", "mei-ling", "siti")
    qtbot.keyClick(editor.form.name_field, Qt.Key.Key_Escape)
    assert editor.form.isHidden()
    assert editor.table.hasFocus()


def test_the_table_is_worked_with_the_keyboard_alone(fresh, shown, qtbot):
    fresh.save_person(AMINAH)
    fresh.save_person(RAVI)
    editor = shown("posters")
    editor.focus_target().setFocus()
    assert editor.table.current_id == "aminah"
    qtbot.keyClick(editor.table, Qt.Key.Key_Space)
    assert editor.times == [("aminah",)]
    qtbot.keyClick(editor.table, Qt.Key.Key_Space)
    assert editor.times[-1] is None
    qtbot.keyClick(editor.table, Qt.Key.Key_Down)
    qtbot.keyClick(editor.table, Qt.Key.Key_Right)
    qtbot.keyClick(editor.table, Qt.Key.Key_F2)
    field = editor.table.findChild(QLineEdit)
    qtbot.keyClicks(field, "Ravi a/l Kumar")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: fresh.answers.people["ravi"] == Person("ravi", "Ravi a/l Kumar"))
    assert cells(editor, 1) == ["Aminah Yusof", "Ravi a/l Kumar"]
    fresh.undo()
    editor.refresh_rows()
    assert cells(editor, 1) == ["Aminah Yusof", "Ravi Kumar"]
    qtbot.keyClick(editor.change_button, Qt.Key.Key_Space)
    assert editor.form.name_field.text() == "Ravi Kumar"
    qtbot.keyClick(editor.form.name_field, Qt.Key.Key_Escape)
    assert editor.table.hasFocus()
    qtbot.keyClick(editor.table, Qt.Key.Key_Delete)
    assert list(fresh.answers.people) == ["aminah"]


def test_a_role_is_written_in_its_cell_for_one_language(fresh, shown):
    fresh.save_person(AMINAH)
    model = shown("posters").rows_model
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in (1, 2, 3)] == [
        "Name",
        "Role\nBahasa Melayu",
        "Role\nEnglish",
    ]
    assert model.setData(model.index(0, 3), " Manager ")
    assert fresh.answers.people["aminah"].role == {"ms": "Pemilik", "en": "Manager"}
    assert model.setData(model.index(0, 2), "")
    assert fresh.answers.people["aminah"].role == {"en": "Manager"}
    assert not model.setData(model.index(0, 1), "  ")
    assert fresh.answers.people["aminah"].name == "Aminah Yusof"


def test_who_is_taken_out_is_said_and_can_come_back(fresh, shown, qtbot):
    fresh.save_person(AMINAH)
    fresh.save_person(RAVI)
    editor = shown("posters")
    fresh.answers_changed.connect(lambda _question: editor.refresh_rows())  # as its card does
    editor.table.go_to("ravi")
    qtbot.mouseClick(editor.remove_button, Qt.MouseButton.LeftButton)
    assert cells(editor, 1) == ["Aminah Yusof"]
    assert "Ravi Kumar" in editor._removed_label.text()
    assert editor.table.current_id == "aminah"
    qtbot.mouseClick(editor.undo_button, Qt.MouseButton.LeftButton)
    assert cells(editor, 1) == ["Aminah Yusof", "Ravi Kumar"]
    assert editor.undo_button.isHidden()


def test_a_long_register_is_looked_through_and_ticks_that_are_not_in_sight_stay(fresh, shown, qtbot):
    for number in range(20):
        fresh.save_person(Person(f"p{number}", f"Person {number}", {"en": "Cook" if number % 2 else "Driver"}))
    editor = shown("posters")
    assert editor.filter_field.isVisible()
    editor.set_value(("p0", "p7"))
    qtbot.keyClicks(editor.filter_field, "cook 1")
    assert cells(editor, 1) == [f"Person {number}" for number in (1, 11, 13, 15, 17, 19)]
    click_cell(qtbot, editor.table, 0, 0)
    assert editor.times == [("p0", "p1", "p7")]
    qtbot.keyClick(editor.filter_field, Qt.Key.Key_Escape)
    assert len(cells(editor, 1)) == 20


def test_what_is_begun_in_the_form_is_kept_when_the_owner_goes_on(fresh, shown, qtbot):
    editor = shown("posters")
    editor.open_form(None)
    assert editor.finish()
    assert editor.form.isHidden()
    editor.open_form(None)
    qtbot.keyClicks(editor.form.role_fields["en"], "Cook")
    assert not editor.finish()
    assert editor.form.error_label.isVisible()
    qtbot.keyClicks(editor.form.name_field, "Siti")
    assert editor.finish()
    assert editor.form.isHidden()
    assert fresh.answers.people["siti"].role == {"en": "Cook"}


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
    assert [cells(editor, column)[0] for column in (1, 2, 3)] == ["Facebook", account.handle, "Aminah Yusof"]
    editor.table.go_to(account.id)
    qtbot.mouseClick(editor.change_button, Qt.MouseButton.LeftButton)
    assert editor.form.keeper() == "aminah-yusof"
    qtbot.mouseClick(editor.form.remove_button, Qt.MouseButton.LeftButton)
    assert not fresh.answers.accounts
    assert not editor.table.isVisible()
    assert editor.add_button.hasFocus()


def test_an_account_is_changed_in_its_cells(fresh, shown, qtbot):
    fresh.save_person(AMINAH)
    fresh.save_account(Account("page", "facebook", "Kedai Roti"))
    editor = shown("company_accounts")
    table, model = editor.table, editor.rows_model
    table.edit(model.index(0, 3))
    box = table.findChild(QComboBox)
    assert box.currentText() == "Nobody yet"
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert fresh.answers.accounts["page"].owner == "aminah"
    assert model.setData(model.index(0, 1), "tiktok")
    editor.refresh_rows()
    assert model.setData(model.index(0, 2), "Kedai Roti Murni")
    assert fresh.answers.accounts["page"] == Account("page", "tiktok", "Kedai Roti Murni", "aminah")


def test_a_table_to_look_at_can_be_read_but_not_changed(fresh, library, clock, qtbot):
    fresh.save_person(AMINAH)
    fresh.answer("posters", ("aminah",))
    file = BusinessFile.open(fresh.file.path, now=clock(), writable=False)
    looked_at = Session(library, file, clock)
    card = QuestionCard(looked_at, library.question["posters"])
    qtbot.addWidget(card)
    card.show()
    assert card.editor.value() == ("aminah",)
    assert card.editor.table.isEnabled()
    assert not card.editor.add_button.isEnabled()
    card.editor.table.setFocus()
    qtbot.keyClick(card.editor.table, Qt.Key.Key_Space)
    qtbot.keyClick(card.editor.table, Qt.Key.Key_F2)
    assert card.editor.table.findChild(QLineEdit) is None
    assert card.editor.value() == ("aminah",)
    looked_at.close()


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


def cells(editor, column):
    """What a column of the table shows."""
    model = editor.rows_model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def click_cell(qtbot, table, row, column):
    place = table.visualRect(table.model().index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
