"""What happens around the work: the program ends, the day turns, a drive is gone or full. Nothing is lost."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from desktop import paths, settings
from desktop.business_files import create_policy
from desktop.core import forms
from desktop.i18n import message
from desktop.store.business_file import BusinessFile
from desktop.ui.copies.copy_dialog import CopyDialog
from desktop.ui.copies.copy_job import CopyOrder
from desktop.ui.copies.paper import write_pdf
from desktop.ui.day_watch import DayWatch
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.files import rescue
from desktop.ui.main_window import MainWindow
from tests import disks
from tests.disks import fill, needs_proc, unplugged
from tests.ui.exporting import finish

small_disk = disks.small_disk


@pytest.fixture
def kedai(library, tmp_path, clock) -> Path:
    """A policy of one's own, closed."""
    with create_policy(tmp_path / "stick", "Kedai Roti", library, clock()) as file:
        return file.path


def begin_typing(window, qtbot, words: str = " Ros") -> QLineEdit:
    """Type into the name of the business, without a pause at the end."""
    window.work_page.show_question("business_name")
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, words)
    return field


def name_in(path: Path, clock) -> str:
    with BusinessFile.open(path, now=clock(), writable=False) as file:
        return file.answers.values["business_name"]


# the drive is gone, moved or full


@needs_proc
def test_after_the_stick_is_pulled_everything_is_saved_elsewhere_and_work_goes_on(
    window, kedai, tmp_path, qtbot, clock, monkeypatch
):
    window.open_file(kedai)
    window.session.answer("state", "selangor")
    with unplugged(kedai):
        begin_typing(window, qtbot)
        window.work_page.flush()
        assert "could not be written" in window.banner.text
        assert window.header.saved_label.text() == "The last change is not saved"
        assert window.banner.action_button.text() == "Save everything elsewhere…"
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path / "desk"))
        qtbot.mouseClick(window.banner.action_button, Qt.MouseButton.LeftButton)
        new = tmp_path / "desk" / "Kedai Roti.dasar"
        assert window.session.file.path == new
        assert "Everything is saved." in window.banner.text
        assert window.header.saved_label.text() == "Every answer is saved at once"
    assert window.windowTitle() == "Kedai Roti - DasarKita"
    assert settings.load().recent[0] == str(new)
    values = window.session.answers.values
    assert (values["state"], values["business_name"]) == ("selangor", "Kedai Roti Ros"), "with what was refused"
    assert not window.work_page.page.cards["business_name"].has_error
    window.session.answer("state", "perak")
    window.close()
    assert name_in(new, clock) == "Kedai Roti Ros"


def test_a_file_that_was_renamed_goes_on_with_all_its_steps(window, kedai, tmp_path):
    window.open_file(kedai)
    window.session.answer("state", "selangor")
    kedai.rename(kedai.with_name("Lain.dasar"))
    assert not window.session.answer("state", "perak")
    assert "was moved, renamed or deleted" in window.banner.text
    said = rescue.go_on_in(window.session, tmp_path / "desk")
    assert "Kedai Roti.dasar" in str(said)
    assert window.session.undo() == "answer:state"
    assert "state" not in window.session.answers.values


def test_a_folder_that_takes_nothing_either_leaves_everything_as_it_was(window, kedai, tmp_path, monkeypatch):
    window.open_file(kedai)
    kedai.rename(kedai.with_name("Lain.dasar"))
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path / "file"))
    window.files.save_elsewhere()
    assert "cannot be kept here" in window.banner.text
    assert window.banner.action_button.isVisible()
    assert window.session.file.path == kedai
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: "")
    window.files.save_elsewhere()
    assert window.session.file.path == kedai


def test_a_full_disk_refuses_an_answer_and_takes_it_once_there_is_room(window, kedai, small_disk, qtbot, clock):
    policy = small_disk / "Kedai.dasar"
    policy.write_bytes(kedai.read_bytes())
    window.open_file(policy)
    filler = fill(small_disk)
    begin_typing(window, qtbot, " Ros" * 900)
    window.work_page.flush()
    assert "The disk is full." in window.banner.text
    assert window.work_page.page.cards["business_name"].has_error
    assert name_in(policy, clock) == "Kedai Roti"
    filler.unlink()
    window.close()
    assert name_in(policy, clock).startswith("Kedai Roti Ros Ros")


def test_what_cannot_be_stored_keeps_the_window_open_once(window, kedai, qtbot):
    window.open_file(kedai)
    begin_typing(window, qtbot)
    kedai.rename(kedai.with_name("Lain.dasar"))
    assert not window.close()
    assert "Close again to leave without it." in window.banner.text
    assert window.banner.action_button.isVisible()
    assert window.close()


@pytest.mark.parametrize("way", ["close_policy", "open_sample"])
def test_another_file_waits_for_what_cannot_be_stored(window, kedai, qtbot, way):
    window.open_file(kedai)
    begin_typing(window, qtbot)
    kedai.rename(kedai.with_name("Lain.dasar"))
    arguments = ("bakery",) if way == "open_sample" else ()
    getattr(window, way)(*arguments)
    assert window.session.file.path == kedai
    getattr(window, way)(*arguments)
    assert window.session is None or window.session.file.path != kedai


def test_a_full_disk_leaves_no_half_documents(session, small_disk, qtbot):
    dialog = ExportDialog(session)
    qtbot.addWidget(dialog)
    dialog.documents.choose("policy", "acknowledgement")
    old = small_disk / "Dasar.docx"
    old.write_bytes(b"older")
    filler = fill(small_disk)
    dialog.set_folder(small_disk)
    dialog.make()
    finish(dialog, qtbot)
    assert "The disk is full." in dialog.banner.text
    assert sorted(small_disk.iterdir()) == sorted([old, filler])


def test_a_full_disk_leaves_no_half_copy(session, small_disk, qtbot):
    filler = fill(small_disk)
    said = made_pdf(session, small_disk / "Dasar.pdf", qtbot)
    assert "The disk is full." in said
    assert list(small_disk.iterdir()) == [filler]


def test_a_copy_that_is_stopped_is_not_written(session, tmp_path, qtbot):
    assert made_pdf(session, tmp_path / "Dasar.pdf", qtbot, stop=True) == "Stopped."
    assert not list(tmp_path.glob("*.pdf"))


def made_pdf(session, target: Path, qtbot, *, stop: bool = False) -> str:
    """Make a reading copy of the policy as its dialog does. Returns what the dialog says in the end."""
    kind = session.library.document("policy")
    document = forms.make_settled(session.settled, "both", session.edition, kind.id, session.today)

    def work(cancelled) -> list[Path]:
        return [write_pdf(document, session.library, session.answers.look, target, cancelled)]

    order = CopyOrder(work, message("…"), message("Done."), target.parent, (target,))
    dialog = CopyDialog(lambda: "PDF", order)
    qtbot.addWidget(dialog)
    dialog.begin()
    if stop:
        dialog.reject()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20_000)
    return dialog.banner.text


# a second start


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
def test_a_later_start_brings_the_window_up_with_its_file(window, kedai):
    window.showMinimized()
    window.take(None)
    assert not window.isMinimized()
    assert window.session is None
    window.take(kedai)
    assert window.session.file.path == kedai


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
def test_a_file_of_a_later_start_waits_for_the_dialog_that_is_open(window, kedai, qtbot):
    window.open_sample("bakery")
    sample = window.session.file.path
    window.menu.export.trigger()
    dialog = window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    window.take(kedai)
    assert window.session.file.path == sample
    dialog.reject()
    assert window.session.file.path == kedai


# closing under a dialog


def test_closing_while_documents_are_made_stops_that_first_and_leaves_nothing_half_made(
    window, kedai, tmp_path, qtbot, clock
):
    window.open_file(kedai)
    begin_typing(window, qtbot)
    window.menu.export.trigger()
    dialog = window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    dialog.documents.choose(*(kind.id for kind in window.session.library.documents))
    dialog.set_folder(tmp_path / "made")
    dialog.make()
    assert not window.close()
    finish(dialog, qtbot)
    assert dialog.banner.text in ("Stopped. No document was written.", "The documents are ready.")
    assert dialog.banner.text != "The documents are ready." or len(list((tmp_path / "made").iterdir())) > 10
    assert not list(tmp_path.rglob("*.tmp"))
    assert window.close()
    assert name_in(kedai, clock) == "Kedai Roti Ros"


# the day turns, the clock is set


def test_midnight_is_noticed_and_the_next_change_makes_the_copy_of_the_day(window, kedai, clock):
    window.open_file(kedai)
    session = window.session
    session.answer("state", "selangor")
    told: list[str] = []
    session.answers_changed.connect(told.append)
    watch = window.findChild(DayWatch)
    clock.now += timedelta(hours=13)
    watch.look()
    watch.look()
    assert told == [""], "once a day"
    assert session.today == clock.now.date()
    assert session.edition.dated == (clock.now - timedelta(hours=13)).date(), "a draft has the day of its last change"
    session.answer("state", "perak")
    assert session.edition.dated == clock.now.date()
    copies = sorted(path.name for path in (paths.backups() / session.file.business).iterdir())
    assert [name[:10] for name in copies] == ["2027-01-04", "2027-01-05"]
    with BusinessFile.open(
        paths.backups() / session.file.business / copies[1], now=clock(), writable=False
    ) as yesterday:
        assert yesterday.answers.values["state"] == "selangor"


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(days=-1), timedelta(days=-400), timedelta(days=400)])
def test_a_clock_that_is_set_stops_nothing(window, kedai, clock, jump):
    window.open_file(kedai)
    window.session.answer("state", "selangor")
    clock.now += jump
    window.findChild(DayWatch).look()
    assert window.session.answer("state", "perak")
    assert window.session.undo() == "answer:state"
    assert window.session.answers.values["state"] == "selangor"
    assert window.banner.text == ""
    window.close_policy()
    window.open_file(kedai)
    assert window.session.answers.values["state"] == "selangor"


# screens


def test_a_window_left_on_a_screen_that_is_gone_comes_back_into_sight(dressed, library, clock, qtbot):
    saved = settings.Settings()
    first = MainWindow(saved, lambda: library, clock)
    qtbot.addWidget(first)
    first.setWindowState(Qt.WindowState.WindowNoState)
    first.show()
    first.move(9000, 7000)
    first.resize(1000, 620)
    first.close()
    again = MainWindow(saved, lambda: library, clock)
    qtbot.addWidget(again)
    again.show()
    screen = again.screen().availableGeometry()
    assert screen.contains(again.frameGeometry().topLeft() + QPoint(1, 1))
    assert screen.intersected(again.frameGeometry()).width() >= 400
