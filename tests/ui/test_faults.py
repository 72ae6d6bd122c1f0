"""What nobody expected: logged, and said in a short plain dialog."""

import logging
import sys
from threading import Thread

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from desktop import paths
from desktop.i18n import message
from desktop.store.business_file import BusinessFile
from desktop.ui.faults import Banner, FaultReporter, Severity, keep_notes


@pytest.fixture
def reporter(dressed):
    reporter = FaultReporter()
    yield reporter
    if reporter.dialog:
        reporter.dialog.close()


def report(reporter, error: Exception) -> None:
    try:
        raise error
    except type(error) as caught:
        reporter.report(type(caught), caught, caught.__traceback__)


def shown(reporter, qtbot) -> QMessageBox:
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    return reporter.dialog


def button(dialog: QMessageBox, words: str):
    return next(button for button in dialog.buttons() if button.text() == words)


def test_an_unexpected_fault_is_logged_and_said_without_a_traceback(reporter, qtbot):
    report(reporter, ZeroDivisionError("the recipe"))
    dialog = shown(reporter, qtbot)
    for words in (dialog.text(), dialog.informativeText(), dialog.windowTitle()):
        assert "ZeroDivisionError" not in words
        assert "Traceback" not in words
    log = (paths.logs() / "dasarkita.log").read_text("utf-8")
    assert "ZeroDivisionError: the recipe" in log
    assert "test_faults.py" in log


def test_details_can_be_copied_and_the_dialog_stays(reporter, qtbot):
    report(reporter, ValueError("the recipe"))
    dialog = shown(reporter, qtbot)
    button(dialog, "Copy details").click()
    assert dialog.isVisible()
    assert "ValueError: the recipe" in QGuiApplication.clipboard().text()
    button(dialog, "Close").click()
    assert reporter.dialog is None


def test_many_faults_open_one_dialog_and_are_all_logged(reporter, qtbot):
    for number in range(5):
        report(reporter, ValueError(f"fault {number}"))
    shown(reporter, qtbot)
    assert (
        len([w for w in QGuiApplication.topLevelWindows() if w.isVisible() and w.title() == "Something went wrong"])
        == 1
    )
    log = (paths.logs() / "dasarkita.log").read_text("utf-8")
    assert all(f"ValueError: fault {number}" in log for number in range(5))


def test_a_fault_of_another_thread_is_shown_in_ours(reporter, qtbot):
    thread = Thread(target=report, args=(reporter, OSError("in the background")))
    thread.start()
    thread.join()
    assert shown(reporter, qtbot).isVisible()


def test_a_log_that_cannot_be_written_does_not_hide_the_fault(reporter, qtbot):
    paths.logs().parent.mkdir(parents=True, exist_ok=True)
    paths.logs().write_text("in the way")
    report(reporter, ValueError("the recipe"))
    assert shown(reporter, qtbot).isVisible()


def test_the_log_does_not_grow_without_end(reporter):
    for _number in range(12):
        report(reporter, ValueError("x" * 200_000))
    assert sum(file.stat().st_size for file in paths.logs().iterdir()) < 3_000_000


def test_the_program_catches_what_a_button_raises(dressed, reporter, qtbot, qapp):
    from PySide6.QtWidgets import QPushButton

    before = sys.excepthook
    reporter.install()
    try:
        pressed = QPushButton()
        qtbot.addWidget(pressed)
        pressed.clicked.connect(lambda: 1 / 0)
        pressed.click()
    finally:
        sys.excepthook = before
    assert shown(reporter, qtbot).isVisible()


def test_a_daily_copy_that_could_not_be_made_is_noted_and_work_goes_on(dressed, tmp_path, clock):
    logger = logging.getLogger("desktop")
    before = list(logger.handlers)
    keep_notes()
    try:
        path = tmp_path / "Kedai.dasar"
        BusinessFile.create(path, now=clock()).close()
        (tmp_path / "copies").write_text("a file, not a folder")
        with BusinessFile.open(path, now=clock(), backup_folder=tmp_path / "copies") as file:
            file.set_answer("state", "selangor", "answer:state", now=clock())
    finally:
        logger.handlers = before
    log = (paths.logs() / "dasarkita.log").read_text("utf-8")
    assert "no copy of" in log
    assert "Kedai.dasar" in log


@pytest.fixture
def banner(dressed, qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    return banner


def test_a_banner_says_its_words_until_it_is_closed(banner, qtbot):
    assert banner.isHidden()
    done: list[str] = []
    banner.say(message("The disk is {how}.", how="full"), Severity.ERROR, (message("Retry"), lambda: done.append("x")))
    assert banner.text == banner.accessibleName() == "The disk is full."
    banner.action_button.click()
    assert done == ["x"]
    with qtbot.waitSignal(banner.closed):
        banner._close_button.click()
    assert banner.text == ""
    assert banner.isHidden()


def test_a_banner_changes_its_language(banner, marked):
    banner.say(message("The disk is full."), "warning", (message("Retry"), lambda: None))
    marked()
    assert banner.text == "«The disk is full.»"
    assert banner.action_button.text() == "«Retry»"
