"""Every page and dialog of an open policy, shown for the first time, against a tenth of a second."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import line, seconds
from benchmarks.window import OpenPolicy

SOON = 0.1
"""Seconds after which a person begins to wait."""


def _first_sights(policy: OpenPolicy) -> dict[str, Callable[[], object]]:
    window = policy.window
    work = window.work_page
    assert work is not None
    pages = {f"the page {page!r}": lambda page=page: work.show_page(page) for page in work.step_list.ids}
    dialogs = window.dialogs
    return pages | {
        "the dialog of Word documents": dialogs.export,
        "the settings": dialogs.settings,
        "the password": dialogs.password,
        "the copies": dialogs.copies,
        "the guide": dialogs.help,
        "about": dialogs.about,
    }


def _paint(policy: OpenPolicy, show: Callable[[], object]) -> None:
    show()
    policy.app.sendPostedEvents()
    (policy.app.activeModalWidget() or policy.window).repaint()


def run() -> None:
    """First sights, each with whatever it loads; the slowest page, and what is slower than it should be."""
    with TemporaryDirectory() as folder:
        policy = OpenPolicy(Path(folder))
        taken: dict[str, float] = {}
        for name, show in _first_sights(policy).items():
            taken[name] = seconds(lambda show=show: _paint(policy, show))
            policy.app.processEvents()  # what waits for an idle moment
            if dialog := policy.app.activeModalWidget():
                dialog.close()
                policy.app.processEvents()
        slowest = max(taken, key=lambda name: taken[name])
        for name, time in taken.items():
            if name == slowest or time > SOON:
                line(f"first sight of {name} / a tenth of a second", time, SOON, time / SOON, "aim 1.0 or less")
