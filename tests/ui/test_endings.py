"""However the program is ended, what was typed is kept and nothing is left half made."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.business_files import create_policy
from desktop.store.business_file import BusinessFile
from tests.store.circumstances import ROOT


@pytest.fixture
def kedai(library, tmp_path, clock) -> Path:
    """A policy of one's own, closed."""
    with create_policy(tmp_path / "stick", "Kedai Roti", library, clock()) as file:
        return file.path


def name_in(path: Path, clock) -> str:
    with BusinessFile.open(path, now=clock(), writable=False) as file:
        return file.answers.values["business_name"]


PROGRAM = """
import os, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop import paths, settings
from desktop.content.load import load_library
from desktop.ui import qt_words, theme
from desktop.ui.endings import Endings
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.main_window import MainWindow

home = Path(sys.argv[2])
paths.settings_file = lambda: home / "settings.json"
paths.backups = lambda: home / "backups"
paths.documents = lambda: home / "documents"
app = QApplication(["dasarkita", *theme.ARGUMENTS])
QTimer.singleShot(30_000, lambda: os._exit(9))  # no process of a test stays behind
qt_words.install(app)
theme.apply(app)
library = load_library()
window = MainWindow(settings.Settings(), lambda: library, lambda: datetime.now().astimezone())
endings = Endings(app, window.keep, window.files.leave)
window.show()
window.begin(Path(sys.argv[1]))
window.work_page.show_question("business_name")
QTest.keyClicks(window.focusWidget(), " Ros")
assert window.session.answers.values["business_name"] == "Kedai Roti"
{more}
print("typed", flush=True)
code = app.exec()
print("ended", code, flush=True)
sys.exit(code)
"""

EXPORTING = """
dialog = ExportDialog(window.session, None, window)
dialog.documents.choose(*(kind.id for kind in library.documents))
for box in dialog.form_boxes.values():
    box.setChecked(True)
dialog.set_folder(home / "made")
dialog.open()
dialog.make()
"""

SIGNING_OUT = """
def sign_out():
    app.commitDataRequest.emit(None)
    os._exit(7)
QTimer.singleShot(0, sign_out)
"""


@pytest.fixture
def program(kedai, tmp_path):
    """The program as a process of its own, with something typed and nothing stored."""
    begun: list[subprocess.Popen[str]] = []

    def begin(more: str = "") -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.format(more=more), str(kedai), str(tmp_path / "home")],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        begun.append(process)
        assert process.stdout.readline() == "typed\n"
        return process

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


@pytest.mark.skipif(os.name != "posix", reason="sends signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_program_told_to_end_keeps_what_was_typed(program, kedai, clock, tmp_path, name):
    process = program()
    process.send_signal(getattr(signal, name))
    assert process.stdout.read() == "ended 0\n"
    assert process.wait() == 0
    assert name_in(kedai, clock) == "Kedai Roti Ros"
    assert [path.name for path in kedai.parent.iterdir()] == [kedai.name], "no lock is left"
    assert str(kedai) in (tmp_path / "home" / "settings.json").read_text("ascii")


@pytest.mark.skipif(os.name != "posix", reason="sends signals of POSIX")
def test_a_program_told_to_end_while_documents_are_made_writes_all_or_none(program, kedai, clock, tmp_path):
    process = program(EXPORTING)
    process.send_signal(signal.SIGTERM)
    assert process.stdout.read() == "ended 0\n"
    assert process.wait() == 0
    assert name_in(kedai, clock) == "Kedai Roti Ros"
    made = tmp_path / "home" / "made"
    assert not made.exists() or len(list(made.iterdir())) > 20


def test_signing_out_keeps_what_was_typed(program, kedai, clock):
    process = program(SIGNING_OUT)
    assert process.wait() == 7
    assert name_in(kedai, clock) == "Kedai Roti Ros"
