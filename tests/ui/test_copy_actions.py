"""From a document in the window to its copies: PDF, print, pictures for telephones."""

import errno
import os
import sys
from pathlib import Path
from subprocess import run

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.export import ExportCancelledError
from desktop.i18n import message
from desktop.ui.copies.copy_button import CopyButton
from desktop.ui.copies.copy_dialog import CopyDialog
from desktop.ui.copies.copy_job import CopyOrder, PrinterError
from desktop.ui.copies.places import usual_folder
from desktop.ui.copies.printing import prepare, wanted_pages
from desktop.ui.documents.document_page import DocumentPage
from desktop.ui.documents.reading_actions import reading_actions
from desktop.ui.documents.reading_dialog import ReadingDialog
from tests.ui.copies import page_count
from tests.ui.every_word import own_words, unmarked


class Opener(QObject):
    """Takes the place of the program that shows PDF files, and of the file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def opener():
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def read(session, qtbot):
    """Opens a document to be read, in a form."""

    def read(document, form="ms"):
        dialog = ReadingDialog(session, session.library.document(document))
        qtbot.addWidget(dialog)
        dialog.form_box.setCurrentIndex(dialog.form_box.findData(form))
        dialog.open()
        return dialog

    return read


@pytest.fixture
def answer_file(monkeypatch):
    """What the owner answers when asked for a file; notes what was proposed."""
    asked = []

    def answer(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (asked.append(given), (str(path), ""))[1])
        return asked

    return answer


@pytest.fixture
def answer_folder(monkeypatch):
    def answer(path):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(path))

    return answer


def press(dialog, words):
    (button,) = [button for button, action in dialog.action_buttons if action.words() == words]
    button.click()


def result(qtbot):
    """The dialog with what came of it, once it is done."""
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CopyDialog)]
    (dialog,) = [widget for widget in found if widget.isVisible()]
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return dialog


def close(qtbot, dialog):
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_each_document_has_the_ways_that_fit_it(session):
    def words(document):
        return [action.words() for action in reading_actions(session.library.document(document))]

    assert words("policy") == ["Reading copy (PDF)…", "Print…"]
    assert words("dos-and-donts") == ["Reading copy (PDF)…", "Print…", "Picture for telephones…"]
    assert words("acknowledgement") == ["Reading copy (PDF)…", "Print…", "One page a person…"]


def test_a_reading_copy_is_written_where_the_owner_says(read, qtbot, tmp_path, answer_file, opener, session):
    asked = answer_file(tmp_path / "my copy")
    press(read("quiz"), "Reading copy (PDF)…")
    dialog = result(qtbot)
    target = tmp_path / "my copy.pdf"
    assert target.read_bytes().startswith(b"%PDF")
    assert Path(asked[0][2]).name == "Kuiz - Kedai Roti Seri Murni.pdf"
    assert dialog.banner.text == "The reading copy is ready."
    assert dialog.banner.action_button.text() == "Open"
    qtbot.mouseClick(dialog.banner.action_button, Qt.MouseButton.LeftButton)
    assert opener.opened == [target]
    assert usual_folder(session) == tmp_path
    close(qtbot, dialog)


def test_changing_ones_mind_writes_nothing(read, tmp_path, answer_file, answer_folder):
    answer_file("")
    answer_folder("")
    before = sorted(tmp_path.iterdir())
    dialog = read("dos-and-donts")
    press(dialog, "Reading copy (PDF)…")
    press(dialog, "Picture for telephones…")
    assert sorted(tmp_path.iterdir()) == before
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, CopyDialog) and each.isVisible()]


def test_what_goes_wrong_is_said_in_plain_words(read, qtbot, tmp_path, answer_file):
    answer_file(tmp_path / "gone" / "copy.pdf")
    press(read("quiz"), "Reading copy (PDF)…")
    dialog = result(qtbot)
    assert dialog.banner.text == f"The folder {tmp_path / 'gone'} cannot be reached. Please choose another folder."
    assert not dialog.banner.action_button.isVisible()
    assert dialog.files == []
    close(qtbot, dialog)


def test_a_full_disk_leaves_the_older_copy(read, qtbot, tmp_path, answer_file, monkeypatch):
    def refuse(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / "copy.pdf"
    target.write_bytes(b"older")
    answer_file(target)
    dialog = read("quiz")
    monkeypatch.setattr(os, "fsync", refuse)
    press(dialog, "Reading copy (PDF)…")
    done = result(qtbot)
    assert done.banner.text == "The disk is full. Make some room, or choose a folder on another disk."
    assert target.read_bytes() == b"older"
    close(qtbot, done)


def test_a_file_that_another_program_holds_gets_a_second_name(qtbot, tmp_path):
    order = CopyOrder(
        lambda _cancelled: [tmp_path / "copy (2).pdf"],
        message("Busy"),
        message("Done"),
        tmp_path,
        (tmp_path / "copy.pdf",),
    )
    dialog = CopyDialog(lambda: "Copy", order)
    qtbot.addWidget(dialog)
    dialog.begin()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert dialog.banner.text == (
        "“copy.pdf” is open in another program, so the new copy was written as “copy (2).pdf”."
    )


@pytest.mark.parametrize(("form", "files"), [("en", ["telephone"]), ("both", ["telefon", "telephone"])])
def test_pictures_for_telephones_go_into_a_folder(read, qtbot, tmp_path, answer_folder, opener, form, files):
    folder = tmp_path / "pictures"
    folder.mkdir()
    answer_folder(folder)
    press(read("dos-and-donts", form), "Picture for telephones…")
    dialog = result(qtbot)
    names = [path.name for path in folder.iterdir()]
    for word in files:
        assert sum(word in name for name in names) >= 3
    assert sum(name.endswith(".pdf") for name in names) == len(files)
    assert all(QImage(str(path)).width() == 1080 for path in folder.glob("*.png"))
    assert dialog.files_label.text().splitlines() == [path.name for path in dialog.files]
    assert dialog.banner.action_button.text() == "Open the folder"
    dialog.banner.action_button.click()
    assert opener.opened == [folder]
    close(qtbot, dialog)


def test_many_files_scroll_and_their_folder_comes_first(qtbot, tmp_path):
    files = [tmp_path / f"Page {number}.png" for number in range(15)]
    order = CopyOrder(lambda _cancelled: files, message("Busy"), message("Done"), tmp_path)
    dialog = CopyDialog(lambda: "Copy", order)
    qtbot.addWidget(dialog)
    dialog.begin()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert dialog.files_area.height() <= 8 * dialog.files_label.fontMetrics().lineSpacing()
    assert dialog.files_area.verticalScrollBar().maximum() > 0
    assert dialog.height() < 420
    assert dialog.banner.action_button.hasFocus()
    assert dialog.banner.y() < dialog.files_area.y()
    qtbot.keyClick(dialog.files_area, Qt.Key.Key_Down)
    assert dialog.files_area.verticalScrollBar().value() > 0


def test_the_window_stays_alive_while_a_long_copy_is_made(read, qtbot, tmp_path, answer_file):
    answer_file(tmp_path / "policy.pdf")
    dialog = read("policy", "both")
    ticks = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    press(dialog, "Reading copy (PDF)…")
    assert not (tmp_path / "policy.pdf").exists()
    done = result(qtbot)
    timer.stop()
    assert page_count((tmp_path / "policy.pdf").read_bytes()) > 20
    assert len(ticks) > 5
    close(qtbot, done)


def test_a_copy_can_be_stopped(qtbot, tmp_path):
    def work(cancelled):
        while not cancelled():
            pass
        raise ExportCancelledError

    dialog = CopyDialog(lambda: "Copy", CopyOrder(work, message("Busy"), message("Done"), tmp_path))
    qtbot.addWidget(dialog)
    dialog.begin()
    assert dialog.close_button.text() == "Stop"
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert dialog.banner.text == "Stopped."
    assert dialog.close_button.text() == "Close"
    dialog.reject()
    assert not dialog.isVisible()


def test_what_nobody_expected_goes_to_the_log_too(qtbot, tmp_path):
    def work(_cancelled):
        raise ZeroDivisionError

    dialog = CopyDialog(lambda: "Copy", CopyOrder(work, message("Busy"), message("Done"), tmp_path))
    qtbot.addWidget(dialog)
    with qtbot.captureExceptions() as caught:
        dialog.begin()
        qtbot.waitUntil(lambda: not dialog.is_busy)
    assert [kind for kind, *_more in caught] == [ZeroDivisionError]
    assert dialog.banner.text == "The copy could not be made. Your answers are safe."


def test_a_printer_that_does_not_answer_is_said_so(qtbot, tmp_path):
    def work(_cancelled):
        raise PrinterError

    dialog = CopyDialog(lambda: "Print", CopyOrder(work, message("Busy"), message("Done"), tmp_path))
    qtbot.addWidget(dialog)
    dialog.begin()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert "printer does not answer" in dialog.banner.text


def test_printing_goes_through_the_dialog_of_the_system(read, qtbot, tmp_path):
    print_support = pytest.importorskip("PySide6.QtPrintSupport")
    press(read("quiz"), "Print…")
    (asked,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, print_support.QPrintDialog)]
    printer = asked.printer()
    assert printer.docName() == "Quiz - Kedai Roti Seri Murni"
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    asked.done(asked.DialogCode.Accepted)
    dialog = result(qtbot)
    assert dialog.banner.text == "The reading copy was printed to a file."
    assert page_count((tmp_path / "print.pdf").read_bytes()) >= 2
    close(qtbot, dialog)


def test_only_the_pages_that_are_wanted_are_printed(dressed, session, qtbot):
    print_support = pytest.importorskip("PySide6.QtPrintSupport")
    printer = print_support.QPrinter(print_support.QPrinter.PrinterMode.HighResolution)
    prepare(printer, "Policy", landscape=True)
    assert printer.pageLayout().orientation() == printer.pageLayout().Orientation.Landscape
    assert list(wanted_pages(printer, 3)) == [1, 2, 3]
    printer.setPrintRange(printer.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert list(wanted_pages(printer, 3)) == [2, 3]
    printer.setFromTo(2, 2)
    assert list(wanted_pages(printer, 3)) == [2]


def test_the_print_library_is_loaded_only_when_somebody_prints():
    program = (
        "import sys; import desktop.ui.copies.reading_copy, desktop.ui.documents.document_page; "
        "sys.exit('PySide6.QtPrintSupport' in sys.modules)"
    )
    assert run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_card_offers_the_same_ways(session, qtbot, tmp_path, answer_file):
    page = DocumentPage(session)
    qtbot.addWidget(page)
    page.show()
    card = page.cards["quiz"]
    assert isinstance(card.more_button, CopyButton)
    assert card.more_button.accessibleName() == "More ways to use “Quiz”"
    menu = card.more_button.copy_menu
    menu.aboutToShow.emit()
    assert [entry.text() for entry in menu.actions()] == ["Reading copy (PDF)…", "Print…"]
    answer_file(tmp_path / "card.pdf")
    menu.actions()[0].trigger()
    dialog = result(qtbot)
    assert dialog.files == [tmp_path / "card.pdf"]
    close(qtbot, dialog)


def test_the_dialog_speaks_the_language_of_the_interface(read, qtbot, tmp_path, answer_file, marked, session):
    answer_file(tmp_path / "copy.pdf")
    press(read("quiz"), "Reading copy (PDF)…")
    dialog = result(qtbot)
    marked()
    assert not unmarked(dialog, own_words(session.library) | {"copy.pdf"})
    close(qtbot, dialog)
