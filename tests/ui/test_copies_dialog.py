"""Copies are listed, looked at, brought back and put elsewhere."""

import os
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from desktop import business_files, i18n, paths
from desktop.business_files import SAMPLE
from desktop.store.business_file import BusinessFile
from desktop.store.copies import copies_of
from desktop.ui.days import day_words, moment_words
from desktop.ui.protection.copies_dialog import CopiesDialog
from desktop.ui.protection.copy_elsewhere import CopyElsewhereDialog
from desktop.ui.protection.size_words import size_words
from tests.ui import kept_copies
from tests.ui.accessible import stumbles
from tests.ui.every_word import unmarked
from tests.ui.kept_copies import click, cut_labels, make

MONDAY = date(2026, 11, 23)


saved, copied = kept_copies.saved, kept_copies.copied


def rename(copy, ending):
    return copy.path.rename(copy.path.with_name(f"{copy.path.stem}{ending}.dasar"))


def rows_of(dialog):
    return [dialog.list.item(row).text().splitlines() for row in range(dialog.list.count())]


def test_the_copies_are_listed_with_day_kind_and_size(opened, copied, saved):
    today, yesterday, before = copies_of(copied.file.business)
    moment = datetime(2027, 1, 6, 14, 5).astimezone().timestamp()
    os.utime(yesterday.path, (moment, moment))
    rename(before, " (form 2)")
    dialog = opened(CopiesDialog(copied, saved))
    rows = rows_of(dialog)
    assert [row[0] for row in rows] == ["Today", "Yesterday, 14:05", "Tuesday, 5 January"]
    assert rows[0][1] == f"Copy of the day, {size_words(today.size)}"
    assert rows[2][1].startswith("Kept before a newer DasarKita updated the file")
    assert dialog.list.currentRow() == 0
    assert not dialog.none_label.isVisible()


def test_a_copy_of_what_was_replaced_and_one_of_another_name_say_so(opened, copied, saved):
    newest, *_others, oldest = copies_of(copied.file.business)
    rename(newest, " (replaced)")
    oldest.path.rename(oldest.path.with_name("2027-01-05 Kedai lama.dasar"))
    rows = rows_of(opened(CopiesDialog(copied, saved)))
    assert rows[0][1].startswith("Kept before another copy was brought back")
    assert rows[2][1].endswith("the file was named “Kedai lama” then")
    assert "named" not in rows[1][1]


def test_without_copies_it_says_when_there_will_be_some(opened, session, saved):
    dialog = opened(CopiesDialog(session, saved))
    assert dialog.none_label.isVisible()
    assert "when you next open the policy" in dialog.none_label.text()
    assert not dialog.list.isVisible()
    assert not dialog.look_button.isEnabled()
    assert not dialog.restore_button.isEnabled()
    assert dialog.elsewhere_button.isEnabled()


def test_one_is_opened_to_look_at(opened, copied, saved, qtbot):
    dialog = opened(CopiesDialog(copied, saved))
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.open_wanted) as wanted:
        click(qtbot, dialog.look_button)
    assert wanted.args == [copies_of(copied.file.business)[1].path]
    assert not dialog.isVisible()


def asked(dialog, qtbot) -> QMessageBox:
    click(qtbot, dialog.restore_button)
    box = dialog.findChild(QMessageBox)
    qtbot.waitUntil(box.isVisible)
    return box


def test_bringing_back_is_asked_for_once_and_no_is_what_return_says(opened, copied, saved, qtbot):
    dialog = opened(CopiesDialog(copied, saved))
    said = []
    dialog.restore_wanted.connect(said.append)
    box = asked(dialog, qtbot)
    assert "kept as a copy first" in box.informativeText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert said == []


def test_the_copy_that_was_chosen_is_wanted_back(opened, copied, saved, qtbot, clock):
    dialog = opened(CopiesDialog(copied, saved))
    dialog.list.setCurrentRow(2)
    box = asked(dialog, qtbot)
    assert "Tuesday, 5 January" in box.text()
    bring = next(button for button in box.buttons() if button.text() == "Bring it back")
    with qtbot.waitSignal(dialog.restore_wanted) as wanted:
        click(qtbot, bring)
    assert not dialog.isVisible()
    path = copied.file.path
    copied.close()
    business_files.restore(path, wanted.args[0], now=clock())
    with BusinessFile.open(path, now=clock()) as file:
        assert file.answers.values.get("staff_count") != 7


def test_a_file_open_to_look_at_is_not_replaced(opened, copied, saved, clock):
    path = copied.file.path
    copied.close()
    copied.file = BusinessFile.open(path, now=clock(), writable=False)
    dialog = opened(CopiesDialog(copied, saved))
    assert not dialog.restore_button.isEnabled()
    assert dialog.reason_label.isVisible()
    assert "only to look at" in dialog.reason_label.text()
    assert dialog.restore_button.toolTip() == dialog.reason_label.text()
    assert dialog.look_button.isEnabled()


def test_the_folder_of_copies_is_opened(opened, copied, saved, qtbot, opener):
    click(qtbot, opened(CopiesDialog(copied, saved)).folder_button)
    assert opener.opened == [paths.backups() / copied.file.business]


def test_a_copy_put_elsewhere_is_told_when_coming_back(opened, copied, saved, qtbot, tmp_path):
    copied.file.set_setting(SAMPLE, "")
    dialog = opened(CopiesDialog(copied, saved))
    assert dialog.elsewhere_label.text() == "No copy was put elsewhere yet."
    click(qtbot, dialog.elsewhere_button)
    other = dialog.findChild(CopyElsewhereDialog)
    other.places.set_folder(tmp_path)
    make(other, qtbot)
    click(qtbot, other.close_button)
    assert dialog.elsewhere_label.text() == "Last copy put elsewhere: Today."


def test_every_word_of_the_list_changes_with_the_language(opened, copied, saved, marked):
    dialog = opened(CopiesDialog(copied, saved))
    marked()
    assert unmarked(dialog, {"Tuesday, 5 January"}) == []


def test_everything_is_reached_and_named_without_a_mouse(opened, copied, saved):
    assert stumbles(opened(CopiesDialog(copied, saved))) == []


def test_nothing_is_cut(opened, copied, saved, qtbot, marked):
    marked()
    dialog = opened(CopiesDialog(copied, saved))
    qtbot.waitUntil(lambda: not cut_labels(dialog))  # the layout follows in its own time
    assert dialog.area.widget().width() <= dialog.area.viewport().width()


def test_in_a_copy_the_others_do_not_bear_another_name(opened, copied, saved, clock):
    path = copies_of(copied.file.business)[0].path
    copied.close()
    copied.file = BusinessFile.open(path, now=clock(), writable=False)
    dialog = opened(CopiesDialog(copied, saved))
    assert "was named" not in str(rows_of(dialog))


def test_days_and_moments_in_words():
    i18n.use("en")
    assert day_words(MONDAY, MONDAY) == "Today"
    assert day_words(date(2026, 11, 22), MONDAY) == "Yesterday"
    noon = datetime(2026, 11, 23, 12, 5, tzinfo=UTC)
    assert moment_words(noon, date(2026, 12, 1)) == "Monday, 23 November, 12:05"
    assert moment_words(datetime(2026, 11, 23, 4, 5, tzinfo=UTC), MONDAY) == "Today, 04:05"
    i18n.use("ms")
    assert day_words(MONDAY, date(2026, 12, 1)) == "Isnin, 23 November"


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 KB"), (65_536, "66 KB"), (1_430_000, "1.4 MB"), (12_400_000_000, "12.4 GB")]
)
def test_sizes_in_words(size, words):
    assert size_words(size) == words
