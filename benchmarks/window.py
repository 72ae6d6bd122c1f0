"""The window: start against a bare QMainWindow, an answer to the updated preview, the language switch, memory."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.timing import in_turn, line, seconds

if TYPE_CHECKING:
    from desktop.core.answers import Answers
    from desktop.core.library import Library

CLAUSES = 200
"""A long policy."""

FRAME = 1 / 60
"""Seconds of one picture on the screen."""

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1180, 760)
window.show()
"""

SHOWN = """
while not window.windowHandle().isExposed():
    app.processEvents()
window.repaint()
"""

OURS = """
import os
from desktop import app, cli
begin = app._begin
def stop(*given):
    {stop}
app._begin = stop
cli.main([])
"""
"""The program as it starts; `_begin` is called when the window was painted for the first time."""

PAINTED = OURS.format(stop="os._exit(0)")
READY = OURS.format(stop="begin(*given); given[1].repaint(); os._exit(0)")

PEAK = "print(next(l.split()[1] for l in open('/proc/self/status') if l.startswith('VmHWM')), flush=True)"
"""Peak memory in KiB, as Linux counts it; what `resource` says a child inherits from its parent."""

WEIGHED = OURS.format(stop=f"begin(*given); given[1].repaint(); {PEAK}; os._exit(0)")
MEMORY = f"\n{PEAK}\n"

LEAVE = """
import os
os._exit(0)
"""


def _process(script: str) -> str:
    call = [sys.executable, "-c", script + LEAVE]
    return subprocess.run(call, check=True, capture_output=True, text=True, env=_environment()).stdout


def _environment() -> dict[str, str]:
    # an installed program has its modules compiled; the round that is not counted compiles them here
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen"} | kept | {"DASARKITA_LANGUAGE": "ms"}


def start() -> None:
    """From the start of the process to the painted window, and until samples and recent files are there."""
    result = in_turn(lambda: _process(PAINTED), lambda: _process(BARE + SHOWN), 9)
    line("start to painted window / bare QMainWindow", *result, "aim 1.3 or less")
    result = in_turn(lambda: _process(READY), lambda: _process(BARE + SHOWN), 9)
    line("start to everything there / bare QMainWindow", *result, "(content as kept from an earlier start)")


def grown(library: "Library", answers: "Answers", size: int) -> "Library":
    """The library with copies of clauses that are in every policy, so that a policy has so many clauses at least."""
    from desktop.core.assemble import settle

    missing = size - sum(len(section.clauses) for section in settle(library, answers).selection)
    rules = [clause for clause in library.clauses if not clause.when]
    copies = [
        replace(rules[i % len(rules)], id=f"{rules[i % len(rules)].step}.copy-{i}", needs=()) for i in range(missing)
    ]
    return replace(library, clauses=(*library.clauses, *copies))


class OpenPolicy:
    """The bakery's full policy in the real window: every clause that fits it; or one of so many clauses at least."""

    def __init__(self, folder: Path, size: int = 0) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication

        from desktop import settings
        from desktop.content.answers_file import sample_answers
        from desktop.content.load import load_library
        from desktop.store.business_file import BusinessFile
        from desktop.ui import qt_words, theme
        from desktop.ui.main_window import MainWindow

        def now() -> datetime:
            return datetime.now(UTC)

        app = QApplication.instance() or QApplication([*sys.argv[:1], *theme.ARGUMENTS])
        assert isinstance(app, QApplication)
        qt_words.install(app)
        theme.apply(app)
        library = load_library()
        sample = next(sample for sample in library.samples if sample.id == "bakery")
        answers = sample_answers(sample, library).answered("detail", "full").answered("document_language", "ms")
        library = grown(library, answers, size)
        path = folder / f"Kedai {size}.dasar"
        BusinessFile.create(path, answers, now=now(), backup_folder=folder / "backups").close()
        self.window = MainWindow(settings.Settings(), lambda: library, now)
        self.window.show()
        self.window.setWindowState(Qt.WindowState.WindowNoState)  # the screen that is not there is a small one
        self.window.resize(1366, 728)
        self.window.begin(path)
        assert self.window.session is not None
        assert self.window.work_page is not None
        self.session = self.window.session
        self.window.work_page.show_question("reply_hours")  # where owners answer
        app.processEvents()
        self.app = app
        self._switch = qt_words.switch

    def answer(self, question: str, value: object) -> float:
        """Seconds from an answer to its painted preview, the write to the disk included.

        What is out of sight is drawn after that, while the owner reads; `finish` says how long that takes.
        """

        def work() -> None:
            self.session.answer(question, value)
            self.app.processEvents()

        spent = seconds(work)
        self.finish()
        return spent

    def finish(self) -> float:
        """Seconds until the preview is drawn to its end."""
        assert self.window.work_page is not None
        paper = self.window.work_page.preview.paper
        spent = seconds(paper.finish)
        while paper.is_moving:
            self.app.processEvents()
        return spent

    def switch(self, language: str) -> float:
        """Seconds of a switch of the interface language, painted."""

        def work() -> None:
            self._switch(self.app, language)
            self.app.processEvents()

        return seconds(work)


def use() -> None:
    """Answers and a language switch, in one window, against one frame."""
    with TemporaryDirectory() as folder:
        for size in (0, CLAUSES):
            policy = OpenPolicy(Path(folder), size)
            for form, name in (("ms", "one language"), ("both", "side by side")):
                _answers(policy, form, f"{name}, {size} clauses" if size else name)
            if not size:
                _switches(policy)
            policy.window.close()


def _answers(policy: OpenPolicy, form: str, name: str) -> None:
    policy.session.show_form(form)
    policy.answer("reply_hours", 30)
    times = [policy.answer("reply_hours", hours) for hours in range(31, 61)]
    _against_a_frame(f"answer to preview, {name} / one frame", times, "aim 1.0")
    times = [policy.answer("uses_influencers", comes) for comes in (True, False) * 10]
    _against_a_frame(f"... adding a clause, {name} / one frame", times, "aim 1.0")
    times = [policy.answer("posture", posture) for posture in ("strict", "balanced") * 5]
    _against_a_frame(f"... rewording half, {name} / one frame", times, "")


def _switches(policy: OpenPolicy) -> None:
    policy.switch("en")
    times = [policy.switch(language) for language in ("ms", "en") * 8]
    _against_a_frame("language switch, painted / one frame", times, "")


def _against_a_frame(name: str, times: list[float], aim: str) -> None:
    line(name, median(times), FRAME, median(times) / FRAME, aim)


def memory() -> None:
    """Peak memory of the process with the start window, against a bare QMainWindow."""
    ours, bare = (int(_process(script)) / 1024 for script in (WEIGHED, BARE + SHOWN + MEMORY))
    _megabytes("memory with the start window / bare QMainWindow", ours, bare)
    script = "from pathlib import Path\nfrom tempfile import mkdtemp\nfrom benchmarks.window import OpenPolicy\n"
    ours = int(_process(script + "OpenPolicy(Path(mkdtemp())).answer('reply_hours', 30)\n" + MEMORY)) / 1024
    _megabytes("memory with a full policy open / bare QMainWindow", ours, bare)


def _megabytes(name: str, ours: float, bare: float) -> None:
    print(f"{name:<58} {ours:>9.1f} MB {bare:>9.1f} MB {ours / bare:>7.2f}")


def run() -> None:
    start()
    use()
    memory()
