"""A copy is put on a USB stick or in another folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop import settings
from desktop.business_files import SAMPLE
from desktop.store.business_file import BusinessFile
from desktop.store.copies import copies_of
from desktop.ui.protection.copy_elsewhere import CopyElsewhereDialog
from desktop.ui.protection.copy_offer import last_copy
from desktop.ui.protection.drives import Drive, is_same_disk, removable_drives
from tests import disks
from tests.ui import kept_copies
from tests.ui.accessible import stumbles
from tests.ui.every_word import unmarked
from tests.ui.kept_copies import click, cut_labels, make

saved = kept_copies.saved
small_disk = disks.small_disk


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return Drive(folder, "KINGSTON", 12_400_000_000)


@pytest.fixture
def plugged():
    """The drives plugged in, for the test to change."""
    return []


@pytest.fixture
def elsewhere(opened, session, saved, plugged):
    session.file.set_setting(SAMPLE, "")
    return opened(CopyElsewhereDialog(session, saved, lambda: tuple(plugged)))


def test_a_stick_is_offered_and_a_whole_copy_put_on_it(plugged, stick, opened, session, saved, qtbot, opener, clock):
    session.file.set_setting(SAMPLE, "")
    plugged.append(stick)
    dialog = opened(CopyElsewhereDialog(session, saved, lambda: tuple(plugged)))
    radio = dialog.places.drive_radios[stick.folder]
    assert radio.isChecked()
    assert radio.hasFocus()
    assert radio.text() == "USB stick “KINGSTON”, 12.4 GB free"
    make(dialog, qtbot)
    (copy,) = stick.folder.iterdir()
    assert copy.name == f"{session.file.path.stem} 2027-01-04.dasar"
    assert (
        dialog.banner.text
        == f"Complete and checked: “{copy.name}”. Let the system eject the stick before you pull it out."
    )
    with BusinessFile.open(copy, now=clock(), writable=False) as file:
        assert file.answers == session.answers
    assert last_copy(settings.load(), session.file.business) == session.today
    assert dialog.banner.action_button.hasFocus()
    qtbot.keyClick(dialog.banner.action_button, Qt.Key.Key_Return)
    assert opener.opened == [stick.folder]
    assert dialog.close_button.text() == "Close"


def test_a_second_copy_takes_another_name(elsewhere, session, qtbot, tmp_path, opened, saved):
    (tmp_path / "lain").mkdir()
    for _time in range(2):
        dialog = opened(CopyElsewhereDialog(session, saved, tuple))
        dialog.places.set_folder(tmp_path / "lain")
        make(dialog, qtbot)
    assert len(list((tmp_path / "lain").iterdir())) == 2


def test_a_copy_of_a_protected_file_opens_with_its_password(elsewhere, session, qtbot, tmp_path, clock):
    session.file.protect("tiga ekor kucing", now=clock())
    elsewhere.retranslate()
    assert "opens with the password of the file" in elsewhere.intro_label.text()
    (tmp_path / "lain").mkdir()
    elsewhere.places.set_folder(tmp_path / "lain")
    make(elsewhere, qtbot)
    BusinessFile.open(elsewhere.copy, now=clock(), writable=False, password="tiga ekor kucing").close()


def test_a_stick_plugged_in_meanwhile_is_offered_and_one_taken_out_no_longer(elsewhere, plugged, stick):
    assert elsewhere.places.none_label.isVisible()
    assert elsewhere.places.folder is None
    plugged.append(stick)
    elsewhere.look_for_drives()
    assert elsewhere.places.folder == stick.folder
    assert not elsewhere.places.none_label.isVisible()
    plugged.clear()
    elsewhere.look_for_drives()
    assert elsewhere.places.folder is None
    assert elsewhere.places.none_label.isVisible()


def test_a_folder_chosen_stays_chosen_when_a_stick_comes(elsewhere, plugged, stick, tmp_path, qtbot):
    elsewhere.places.set_folder(tmp_path)
    plugged.append(stick)
    elsewhere.look_for_drives()
    assert elsewhere.places.folder == tmp_path
    click(qtbot, elsewhere.places.drive_radios[stick.folder])
    assert elsewhere.places.folder == stick.folder
    click(qtbot, elsewhere.places.folder_radio)
    assert elsewhere.places.folder == tmp_path


def test_without_a_place_it_is_asked_for(elsewhere, qtbot):
    make(elsewhere, qtbot)
    assert elsewhere.banner.text == "Please plug in a USB stick, or choose a folder."
    assert elsewhere.places.folder_button.hasFocus()


def test_a_folder_is_chosen(elsewhere, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_ignored: str(tmp_path))
    click(qtbot, elsewhere.places.folder_button)
    assert elsewhere.places.folder == tmp_path
    assert "same disk" in elsewhere.same_disk.text


def test_choosing_begins_where_there_is_a_folder(elsewhere, qtbot, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: asked.append(given[-1]) or "")
    for gone in ("gone", "x" * 300):
        elsewhere.places.set_folder(tmp_path / gone / "further")
        click(qtbot, elsewhere.places.folder_button)
    assert asked == [str(tmp_path)] * 2


def test_a_stick_pulled_out_is_said_and_another_place_works(elsewhere, plugged, stick, qtbot, saved, session, tmp_path):
    plugged.append(stick)
    elsewhere.look_for_drives()
    stick.folder.rmdir()
    make(elsewhere, qtbot)
    assert elsewhere.banner.text == "The stick or folder is gone. Plug it in again, or choose another place."
    assert last_copy(saved, session.file.business) is None
    stick.folder.mkdir()
    make(elsewhere, qtbot)
    assert elsewhere.copy.parent == stick.folder


def test_a_full_stick_is_said_and_nothing_is_left_on_it(elsewhere, qtbot, small_disk, saved):
    disks.fill(small_disk)
    before = list(small_disk.iterdir())
    elsewhere.places.set_folder(small_disk)
    make(elsewhere, qtbot)
    assert "not enough room" in elsewhere.banner.text
    assert list(small_disk.iterdir()) == before
    assert saved.copied == {}


def test_a_place_that_takes_nothing_is_said(elsewhere, qtbot, tmp_path):
    elsewhere.places.set_folder(Path("/proc"))
    make(elsewhere, qtbot)
    assert "could not be put into “/proc”" in elsewhere.banner.text
    assert elsewhere.make_button.isEnabled()


def test_stopping_leaves_nothing(elsewhere, session, saved, qtbot, tmp_path):
    (tmp_path / "lain").mkdir()
    elsewhere.places.set_folder(tmp_path / "lain")
    click(qtbot, elsewhere.make_button)
    assert elsewhere.close_button.text() == "Stop"
    qtbot.keyClick(elsewhere, Qt.Key.Key_Escape)
    assert elsewhere.isVisible()
    qtbot.waitUntil(lambda: not elsewhere.is_busy)
    assert elsewhere.banner.text == "Stopped. No copy was made."
    assert list((tmp_path / "lain").iterdir()) == []
    assert last_copy(saved, session.file.business) is None
    make(elsewhere, qtbot)
    assert elsewhere.copy is not None


def test_a_sample_is_copied_and_not_counted(opened, session, saved, qtbot, tmp_path):
    dialog = opened(CopyElsewhereDialog(session, saved, tuple))
    dialog.places.set_folder(tmp_path)
    make(dialog, qtbot)
    assert dialog.copy.is_file()
    assert saved.copied == {}


def test_what_an_older_copy_says_does_not_count_as_a_copy_of_today(opened, session, saved, qtbot, tmp_path, clock):
    session.file.set_setting(SAMPLE, "")
    clock.now = clock.now.replace(day=5)
    session.answer("staff_count", 7)
    session.close()
    session.file = BusinessFile.open(copies_of(session.file.business)[0].path, now=clock(), writable=False)
    dialog = opened(CopyElsewhereDialog(session, saved, tuple))
    dialog.places.set_folder(tmp_path)
    make(dialog, qtbot)
    assert dialog.copy.is_file()
    assert saved.copied == {}


def test_every_word_changes_with_the_language(elsewhere, plugged, stick, marked, qtbot):
    plugged.append(stick)
    elsewhere.look_for_drives()
    marked()
    assert unmarked(elsewhere, {"KINGSTON"}) == []
    make(elsewhere, qtbot)
    assert unmarked(elsewhere, {elsewhere.copy.name}) == []


def test_nothing_is_cut(elsewhere, plugged, stick, qtbot, marked):
    marked()
    plugged.append(stick)
    elsewhere.look_for_drives()
    make(elsewhere, qtbot)
    qtbot.waitUntil(lambda: not cut_labels(elsewhere))  # the layout follows in its own time
    assert elsewhere.area.widget().width() <= elsewhere.area.viewport().width()


def test_everything_is_reached_and_named_without_a_mouse(elsewhere, plugged, stick):
    assert stumbles(elsewhere) == []
    plugged.append(stick)
    elsewhere.look_for_drives()
    assert stumbles(elsewhere) == []


def test_what_is_plugged_in_can_be_asked_of_the_system():
    assert all(drive.folder.is_absolute() and drive.name for drive in removable_drives())


def test_folders_beside_each_other_are_on_one_disk(tmp_path):
    assert is_same_disk(tmp_path, tmp_path / "hilang" / "jauh")
