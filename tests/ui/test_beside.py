"""Work on files beside the window."""

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.i18n import message
from desktop.store.errors import Missing
from desktop.ui.files.beside import beside

WORDS = message("The policy is being opened…")


@pytest.fixture
def owner(dressed, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_work_is_done_in_another_thread_and_its_result_comes_back(owner):
    assert beside(owner, WORDS, current_thread) is not main_thread()


def test_what_goes_wrong_is_raised_where_it_can_be_said(owner):
    def fail() -> None:
        raise Missing(WORDS)

    with pytest.raises(Missing):
        beside(owner, WORDS, fail)


def test_what_takes_long_is_said_and_the_window_goes_on(owner):
    enough, said = Event(), []

    def look() -> None:
        if (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()
            dialog.reject()
            said.append((dialog.isVisible(), dialog.busy_line.words_label.text()))
            enough.set()

    watch = QTimer(interval=5)
    watch.timeout.connect(look)
    watch.start()
    assert beside(owner, WORDS, lambda: enough.wait(20))
    assert said[0] == (True, "The policy is being opened…"), "it cannot be closed before the work is done"
    assert QApplication.activeModalWidget() is None
