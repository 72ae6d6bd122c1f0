"""A password is set, changed and removed."""

import pytest
from PySide6.QtCore import Qt

from desktop.store.business_file import BusinessFile
from desktop.store.copies import copies_of
from desktop.store.errors import NeedsPassword
from desktop.ui.protection.password_dialog import PasswordDialog
from desktop.ui.protection.password_field import PasswordField
from tests.ui import kept_copies
from tests.ui.accessible import stumbles
from tests.ui.every_word import unmarked
from tests.ui.kept_copies import cut_labels, press

RIGHT, OTHER = "tiga ekor kucing", "empat helai daun"

copied = kept_copies.copied


def fill(dialog, qtbot, password, again=None, *, written=True):
    dialog.form.new_field.clear()
    dialog.form.again_field.clear()
    qtbot.keyClicks(dialog.form.new_field, password)
    qtbot.keyClicks(dialog.form.again_field, password if again is None else again)
    dialog.note.written_box.setChecked(written)


def keep(dialog, qtbot):
    qtbot.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.is_busy)


def opens(path, password, clock):
    try:
        BusinessFile.open(path, now=clock(), writable=False, password=password).close()
    except NeedsPassword:
        return False
    return True


def all_of(session):
    return [session.file.path, *(copy.path for copy in copies_of(session.file.business))]


def test_the_tab_key_stops_at_the_chosen_way_and_arrows_choose_the_other(opened, copied, qtbot, clock):
    copied.file.protect(RIGHT, now=clock())
    dialog = opened(PasswordDialog(copied))
    qtbot.keyClick(dialog.present_field, Qt.Key.Key_Backtab)
    assert dialog.change_radio.hasFocus()
    qtbot.keyClick(dialog.change_radio, Qt.Key.Key_Right)
    assert dialog.remove_radio.hasFocus()
    assert dialog.removes
    assert not dialog.form.isVisible()
    qtbot.keyClick(dialog.remove_radio, Qt.Key.Key_Left)
    assert dialog.form.isVisible()


def test_a_new_password_that_is_missing_is_asked_for(opened, copied, qtbot, clock):
    copied.file.protect(RIGHT, now=clock())
    dialog = opened(PasswordDialog(copied))
    qtbot.keyClicks(dialog.present_field, RIGHT)
    keep(dialog, qtbot)
    assert dialog.banner.text == "Please type the new password, and the same again below it."
    assert dialog.form.new_field.hasFocus()


def test_a_password_is_set_for_the_file_and_its_copies(opened, copied, qtbot, clock):
    dialog = opened(PasswordDialog(copied))
    fill(dialog, qtbot, RIGHT)
    keep(dialog, qtbot)
    assert dialog.banner.text.startswith("The password is set.")
    assert "changed too: 3." in dialog.banner.text
    for path in all_of(copied):
        assert not opens(path, None, clock)
        assert opens(path, RIGHT, clock)
    assert copied.answer("staff_count", 9), "the file stays open for work"
    assert dialog.close_button.hasFocus()
    assert not dialog.form.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_while_it_is_written_the_window_lives_and_the_dialog_stays(opened, copied, qtbot):
    dialog = opened(PasswordDialog(copied))
    fill(dialog, qtbot, RIGHT)
    qtbot.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    assert dialog.is_busy
    assert dialog.busy_line.isVisible()
    assert not dialog.form.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert not dialog.busy_line.isVisible()


@pytest.mark.parametrize(
    ("password", "again", "written", "said", "leads_to"),
    [
        ("", "", True, "new password", "new_field"),
        ("abc", "abc", True, "too short", "new_field"),
        (RIGHT, "", True, "a second time", "again_field"),
        (RIGHT, OTHER, True, "differ", "again_field"),
        (RIGHT, RIGHT, False, "write the password down", "written_box"),
    ],
)
def test_what_is_missing_is_said_and_led_to(opened, session, qtbot, password, again, written, said, leads_to):
    dialog = opened(PasswordDialog(session))
    fill(dialog, qtbot, password, again, written=written)
    keep(dialog, qtbot)
    assert said in dialog.banner.text
    assert getattr(dialog.note if leads_to == "written_box" else dialog.form, leads_to).hasFocus()
    assert not session.file.is_protected


def test_what_is_lost_is_said_before(opened, session):
    dialog = opened(PasswordDialog(session))
    assert dialog.note.words_label.isVisible()
    assert dialog.note.words_label.text().startswith("Nobody, we included, can open the file without it.")


def test_the_password_is_changed_by_who_knows_it(opened, copied, qtbot, clock):
    copied.file.protect(RIGHT, now=clock())
    dialog = opened(PasswordDialog(copied))
    assert dialog.present_field.hasFocus()
    fill(dialog, qtbot, OTHER)
    keep(dialog, qtbot)
    assert dialog.banner.text == "Please type the present password."
    qtbot.keyClicks(dialog.present_field, "salah")
    keep(dialog, qtbot)
    assert "not the present password" in dialog.banner.text
    assert dialog.present_field.selectedText() == "salah"
    qtbot.keyClicks(dialog.present_field, RIGHT)
    keep(dialog, qtbot)
    assert dialog.banner.text.startswith("The password is changed.")
    assert all(opens(path, OTHER, clock) and not opens(path, RIGHT, clock) for path in all_of(copied))


def test_the_password_is_removed_by_who_knows_it(opened, copied, qtbot, clock):
    copied.file.protect(RIGHT, now=clock())
    dialog = opened(PasswordDialog(copied))
    qtbot.mouseClick(dialog.remove_radio, Qt.MouseButton.LeftButton)
    assert not dialog.form.isVisible()
    assert "can read it" in dialog.note.words_label.text()
    assert not dialog.note.written_box.isVisible()
    keep(dialog, qtbot)
    assert copied.file.is_protected
    qtbot.keyClicks(dialog.present_field, RIGHT)
    keep(dialog, qtbot)
    assert dialog.banner.text.startswith("The password is removed.")
    assert all(opens(path, None, clock) for path in all_of(copied))


def test_copies_that_could_not_follow_are_named(opened, copied, qtbot, clock, opener):
    newest = copies_of(copied.file.business)[0]
    content = bytearray(newest.path.read_bytes())
    content[4096:8192] = bytes(4096)
    newest.path.write_bytes(bytes(content))
    dialog = opened(PasswordDialog(copied))
    fill(dialog, qtbot, RIGHT)
    keep(dialog, qtbot)
    assert f"“{newest.path.name}”" in dialog.banner.text
    assert "changed too: 2." in dialog.banner.text
    qtbot.mouseClick(dialog.banner.action_button, Qt.MouseButton.LeftButton)
    assert opener.opened == [newest.path.parent]


def test_a_file_that_cannot_be_written_keeps_the_state_it_has(opened, session, qtbot, clock):
    path = session.file.path
    session.close()
    session.file = BusinessFile.open(path, now=clock(), writable=False)
    dialog = opened(PasswordDialog(session))
    fill(dialog, qtbot, RIGHT)
    keep(dialog, qtbot)
    assert "open only to look at" in dialog.banner.text
    assert dialog.form.isVisible()
    assert opens(path, None, clock)


def test_closing_it_changes_nothing(opened, session, qtbot, clock):
    dialog = opened(PasswordDialog(session))
    fill(dialog, qtbot, RIGHT)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert opens(session.file.path, None, clock)


def test_nothing_typed_stays_in_the_dialog(opened, session, qtbot):
    dialog = opened(PasswordDialog(session))
    fill(dialog, qtbot, RIGHT)
    keep(dialog, qtbot)
    assert {field.text() for field in dialog.findChildren(PasswordField)} == {""}


@pytest.mark.parametrize("removes", [False, True])
def test_everything_is_reached_and_named_without_a_mouse(opened, session, clock, removes):
    session.file.protect(RIGHT, now=clock())
    dialog = opened(PasswordDialog(session))
    if removes:
        dialog.remove_radio.click()
    assert stumbles(dialog) == []


def test_every_word_of_the_dialog_changes_with_the_language(opened, copied, qtbot, marked, clock):
    dialog = opened(PasswordDialog(copied))
    fill(dialog, qtbot, RIGHT)
    press(dialog.form.new_field, "A")
    marked()
    assert unmarked(dialog, set()) == []
    fill(dialog, qtbot, RIGHT)
    keep(dialog, qtbot)
    assert unmarked(dialog, set()) == []


@pytest.mark.parametrize("width", [None, 900])
def test_nothing_is_cut(opened, session, qtbot, clock, width):
    session.file.protect(RIGHT, now=clock())
    dialog = opened(PasswordDialog(session))
    keep(dialog, qtbot)
    if width:
        dialog.resize(width, 500)
    qtbot.waitUntil(lambda: dialog.area.widget().width() <= dialog.area.viewport().width())

    qtbot.waitUntil(lambda: not cut_labels(dialog))  # the layout follows in its own time
