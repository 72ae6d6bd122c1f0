"""A copy takes the place of its file."""

from threading import current_thread, main_thread
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.store.copies import copies_of
from desktop.store.errors import Missing
from desktop.ui.faults import Severity
from desktop.ui.protection.copy_back import CopyBack
from desktop.ui.protection.password_prompt import PasswordPrompt
from tests.ui import kept_copies

copied = kept_copies.copied


@pytest.fixture
def bring_back(copied, clock, qtbot):
    """Brings a copy back as the window does, and writes down what came of it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    told = SimpleNamespace(window=window, files=[], said=[], failed=[], threads=[])
    path = copied.file.path

    def bring(copy, harm=lambda: None):
        copied.close()
        harm()

        def watched_clock():
            told.threads.append(current_thread())
            return clock()

        back = CopyBack(path, copy, copied.file.password, watched_clock, window)
        back.opened.connect(told.files.append)
        back.said.connect(lambda words, severity: told.said.append((str(words), severity)))
        back.failed.connect(told.failed.append)
        back.begin()
        return told

    yield bring
    for file in told.files:
        file.close()


def staff(file):
    return file.answers.values.get("staff_count")


def test_a_copy_comes_back_and_what_there_was_is_kept(bring_back, copied):
    newest = copies_of(copied.file.business)[0]
    told = bring_back(newest.path)
    assert [staff(file) for file in told.files] == [6]
    assert told.said == [
        ("The policy is as it was in that copy. How it was before is kept as a copy too.", Severity.SUCCESS)
    ]
    assert any(copy.before_restore for copy in copies_of(copied.file.business))
    assert main_thread() not in told.threads, "the window would wait for the disk"


def test_a_copy_that_cannot_come_back_leaves_the_file_as_it_was(bring_back, copied):
    newest = copies_of(copied.file.business)[0]
    newest.path.write_bytes(b"nothing of the kind")
    told = bring_back(newest.path)
    assert [staff(file) for file in told.files] == [7]
    assert [severity for _words, severity in told.said] == [Severity.ERROR]


def prompt_for(told, qtbot):
    prompt = told.window.findChild(PasswordPrompt)
    qtbot.waitUntil(prompt.isVisible)
    return prompt


@pytest.fixture
def old_password(copied, clock, tmp_path):
    """A copy that kept the password the file had before."""
    copied.file.protect("tiga ekor kucing", now=clock())
    newest = copies_of(copied.file.business)[0].path
    content = newest.read_bytes()
    copied.file.protect("empat helai daun", now=clock())
    newest.write_bytes(content)
    return newest


def test_a_copy_with_another_password_asks_for_it(bring_back, old_password, qtbot):
    told = bring_back(old_password)
    assert told.files == []
    prompt = prompt_for(told, qtbot)
    qtbot.keyClicks(prompt.password_field, "salah")
    qtbot.keyClick(prompt.password_field, Qt.Key.Key_Return)
    assert prompt.banner.text
    qtbot.keyClicks(prompt.password_field, "tiga ekor kucing")
    qtbot.keyClick(prompt.password_field, Qt.Key.Key_Return)
    assert [staff(file) for file in told.files] == [6]
    assert told.files[0].password == "empat helai daun", "the file keeps its own"


def test_not_knowing_the_password_of_a_copy_leaves_the_file_as_it_was(bring_back, old_password, qtbot):
    told = bring_back(old_password)
    qtbot.keyClick(prompt_for(told, qtbot), Qt.Key.Key_Escape)
    assert [staff(file) for file in told.files] == [7]
    assert told.said == []


def test_a_file_that_is_gone_comes_back_from_its_copy(bring_back, copied):
    told = bring_back(copies_of(copied.file.business)[0].path, copied.file.path.unlink)
    assert [staff(file) for file in told.files] == [6]
    assert told.said == [("The policy is as it was in that copy.", Severity.SUCCESS)]


def test_a_damaged_file_is_put_aside(bring_back, copied):
    def harm():
        copied.file.path.write_bytes(b"SQLite format 3\0" + bytes(4096))

    told = bring_back(copies_of(copied.file.business)[0].path, harm)
    assert [staff(file) for file in told.files] == [6]
    ((words, severity),) = told.said
    assert severity == Severity.SUCCESS
    assert "The damaged file is still there" in words


def test_where_nothing_opens_any_more_it_is_said(bring_back, copied):
    newest = copies_of(copied.file.business)[0].path

    def harm():
        newest.unlink()
        copied.file.path.unlink()

    told = bring_back(newest, harm)
    assert (told.files, told.said) == ([], [])
    assert [type(error) for error in told.failed] == [Missing]
