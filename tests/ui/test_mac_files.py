"""A double-click in a Mac's Finder, as the system tells the program of it."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from desktop import business_files, settings
from desktop.ui.mac_files import MacFiles
from desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")  # windows drawn nowhere


@pytest.fixture
def bakery(library, tmp_path, clock) -> Path:
    """A business file nobody has open."""
    sample = next(sample for sample in library.samples if sample.id == "bakery")
    file = business_files.open_sample(sample, tmp_path, library, clock())
    file.close()
    return file.path


@pytest.fixture
def listens(qapp):
    """Makes a window listen, until the end of the test."""
    made: list[MacFiles] = []

    def begin(window) -> None:
        made.append(MacFiles(qapp, window.take))

    yield begin
    for files in made:
        qapp.removeEventFilter(files)
        files.deleteLater()


def double_click(path: Path) -> None:
    event = QFileOpenEvent(str(path))
    assert QCoreApplication.sendEvent(QCoreApplication.instance(), event)


def test_a_double_click_opens_the_file_in_the_window_there_is(window, bakery, listens) -> None:
    listens(window)
    assert window.session is None
    double_click(bakery)
    assert window.session.file.path == bakery


def test_a_file_that_comes_while_the_program_starts_wins_over_the_one_left_open(
    dressed, library, clock, qtbot, bakery, tmp_path, listens
) -> None:
    left_open = tmp_path / "left-open.dasar"
    left_open.write_bytes(bakery.read_bytes())
    saved = settings.load()
    saved.open_file = str(left_open)
    window = MainWindow(saved, lambda: library, clock)
    qtbot.addWidget(window)
    listens(window)
    window.show()
    double_click(bakery)
    window.begin()
    # the start looks in a thread whether the file that was left open is there, and opens it if nothing else is open
    qtbot.waitUntil(lambda: not any("_look" in thread.name for thread in threading.enumerate()))
    QCoreApplication.processEvents()
    assert window.session.file.path == bakery
    window.close()


def test_a_name_that_is_no_business_file_gets_a_message(window, tmp_path, listens) -> None:
    listens(window)
    double_click(tmp_path / "gone.dasar")
    assert window.session is None
    assert window.banner.isVisible()


def test_an_address_of_the_web_is_nothing_to_open(window, qapp, listens) -> None:
    listens(window)
    assert QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl("dasarkita:hello")))
    assert window.session is None
    assert not window.banner.isVisible()
