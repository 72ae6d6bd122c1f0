"""A protected file and its copies in the window: opened, looked at, brought back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from desktop import settings
from desktop.business_files import SAMPLE
from desktop.store.copies import copies_of
from desktop.ui.protection.copies_dialog import CopiesDialog
from desktop.ui.protection.password_dialog import PasswordDialog
from desktop.ui.protection.password_prompt import PasswordPrompt
from desktop.ui.settings.settings_dialog import SettingsDialog
from tests.ui.kept_copies import click

RIGHT = "tiga ekor kucing"


@pytest.fixture
def worked_on(window, clock):
    """The window with a file that has copies of two days."""
    window.open_sample("bakery")
    window.session.file.set_setting(SAMPLE, "")  # a policy of one's own: with a sample the next start does not go on
    for day in (5, 6):
        clock.now = clock.now.replace(day=day)
        window.session.answer("staff_count", day)
    return window


def in_sight(window, kind, qtbot):
    dialog = next(each for each in reversed(window.findChildren(kind)) if each.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def enter(window, qtbot, password):
    prompt = in_sight(window, PasswordPrompt, qtbot)
    qtbot.keyClicks(prompt.password_field, password)
    qtbot.keyClick(prompt.password_field, Qt.Key.Key_Return)


def test_a_password_is_set_from_the_settings_and_asked_for_the_next_time(worked_on, qtbot):
    window, path = worked_on, worked_on.session.file.path
    window.dialogs.settings()
    click(qtbot, in_sight(window, SettingsDialog, qtbot).file_section.password_button)
    dialog = in_sight(window, PasswordDialog, qtbot)
    for field in (dialog.form.new_field, dialog.form.again_field):
        qtbot.keyClicks(field, RIGHT)
    dialog.note.written_box.click()
    click(qtbot, dialog.keep_button)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    click(qtbot, dialog.close_button)
    assert window.session.answer("staff_count", 9)
    window.close_policy()
    window.open_file(path)
    assert window.session is None
    enter(window, qtbot, RIGHT)
    assert window.session.file.path == path
    assert window.session.answers.values["staff_count"] == 9
    assert not window.session.read_only


def test_leaving_the_prompt_leaves_the_window_as_it_was(worked_on, qtbot, clock):
    path = worked_on.session.file.path
    worked_on.session.file.protect(RIGHT, now=clock())
    worked_on.close_policy()
    worked_on.open_file(path)
    qtbot.keyClick(in_sight(worked_on, PasswordPrompt, qtbot), Qt.Key.Key_Escape)
    assert worked_on.session is None
    assert worked_on.banner.text == ""


def test_a_protected_file_that_is_open_elsewhere_can_be_looked_at(worked_on, qtbot, clock, dressed, library):
    file = worked_on.session.file
    file.protect(RIGHT, now=clock())
    path = file.path
    other = type(worked_on)(settings.load(), lambda: library, clock)
    qtbot.addWidget(other)
    other.show()
    other.begin()
    other.open_file(path)
    enter(other, qtbot, RIGHT)
    assert "open in another window" in other.banner.text
    click(qtbot, other.banner.action_button)
    enter(other, qtbot, RIGHT)
    assert other.session.read_only
    other.close()


def look_at_newest(window, qtbot):
    window.dialogs.copies()
    click(qtbot, in_sight(window, CopiesDialog, qtbot).look_button)


@pytest.mark.parametrize("password", [None, RIGHT])
def test_a_copy_is_looked_at_and_the_way_back_is_shown(worked_on, qtbot, clock, password):
    window, path = worked_on, worked_on.session.file.path
    if password:
        window.session.file.protect(password, now=clock())
    newest = copies_of(window.session.file.business)[0]
    look_at_newest(window, qtbot)
    assert window.session.file.path == newest.path
    assert window.session.read_only
    assert window.session.answers.values["staff_count"] == 5
    window.keep()
    assert settings.load().open_file == str(path)
    assert str(newest.path) not in settings.load().recent
    assert "This is a copy" in window.banner.text
    click(qtbot, window.banner.action_button)
    assert window.session.file.path == path
    assert not window.session.read_only
    assert window.session.answers.values["staff_count"] == 6


@pytest.mark.parametrize("password", [None, RIGHT])
def test_a_copy_is_brought_back(worked_on, qtbot, clock, password):
    window, path = worked_on, worked_on.session.file.path
    if password:
        window.session.file.protect(password, now=clock())
    window.dialogs.copies()
    dialog = in_sight(window, CopiesDialog, qtbot)
    click(qtbot, dialog.restore_button)
    box = dialog.findChild(QMessageBox)
    click(qtbot, next(button for button in box.buttons() if button.text() == "Bring it back"))
    assert window.session.file.path == path
    assert window.session.answers.values["staff_count"] == 5
    assert window.session.file.password == password
    assert window.banner.text.startswith("The policy is as it was in that copy.")
    assert [copy.before_restore for copy in copies_of(window.session.file.business)].count(True) == 1


def test_from_one_copy_to_another_the_way_back_is_that_to_the_policy(worked_on, qtbot):
    window, path = worked_on, worked_on.session.file.path
    newest, older = (copy.path for copy in copies_of(window.session.file.business)[:2])
    look_at_newest(window, qtbot)
    assert window.session.file.path == newest
    window.dialogs.copies()
    dialog = in_sight(window, CopiesDialog, qtbot)
    dialog.list.setCurrentRow(1)
    click(qtbot, dialog.look_button)
    assert window.session.file.path == older
    window.keep()
    assert settings.load().open_file == str(path)
    click(qtbot, window.banner.action_button)
    assert window.session.file.path == path


def test_a_copy_is_only_looked_at_however_it_is_opened(worked_on):
    copy = copies_of(worked_on.session.file.business)[0].path
    worked_on.close_policy()
    worked_on.open_file(copy)
    assert worked_on.session.file.path == copy
    assert worked_on.session.read_only


def test_a_copy_does_not_lead_back_to_another_policy(worked_on, qtbot):
    window = worked_on
    copy = copies_of(window.session.file.business)[0].path
    look_at_newest(window, qtbot)
    window.open_sample("clinic")
    window.keep()
    assert settings.load().open_file == ""
    window.open_file(copy)
    assert "This is a copy" not in window.banner.text


def test_a_policy_looked_at_is_worked_on_once_the_other_window_is_closed(worked_on, qtbot, dressed, library, clock):
    path = worked_on.session.file.path
    other = type(worked_on)(settings.load(), lambda: library, clock)
    qtbot.addWidget(other)
    other.show()
    other.begin()
    other.files.open(path, writable=False)
    assert other.session.read_only
    other.open_file(path)
    assert "open in another window" in other.banner.text
    assert other.session.read_only
    worked_on.close_policy()
    other.open_file(path)
    assert other.session.file.path == path
    assert not other.session.read_only
    other.close()
