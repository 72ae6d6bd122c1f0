"""What is made ready while the start page is shown."""

import subprocess
import sys

import pytest

from desktop.ui.warm_up import WarmUp
from tests.store.circumstances import ROOT

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from desktop.content.load import load_library
from desktop.core import template
from desktop.ui.warm_up import WarmUp

app = QApplication(["dasarkita", "-platform", "offscreen"])
library = load_library()
warm = WarmUp(library)
while not warm.is_done:
    app.processEvents()
ready, read = set(sys.modules), template.parse_body.cache_info().misses

from desktop.core import forms
from desktop.core.answers import Answers
from desktop.core.assemble import settle
from desktop.ui.work_page import WorkPage

late = {name for name in set(sys.modules) - ready if name.startswith("desktop")}
assert not late, late
forms.draft_policy(settle(library, Answers({"business_name": "Kedai", "detail": "full"})), "both", ())
again = template.parse_body.cache_info().misses - read
assert again < read / 10, (again, read)
print("ready")
"""


def test_what_a_policy_needs_is_loaded_and_read_beforehand():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "ready\n", done.stderr


@pytest.fixture
def cold(monkeypatch):
    monkeypatch.setattr(WarmUp, "_was_done", False)


def test_once_a_policy_is_open_its_other_pages_come_next(qapp, library, qtbot, cold, monkeypatch):
    page = "desktop.ui.documents.document_page"
    monkeypatch.delitem(sys.modules, page, raising=False)
    warm = WarmUp(library)
    warm.go_on()
    qtbot.waitUntil(lambda: warm.is_done)
    assert page in sys.modules
    assert not WarmUp(library).is_done, "what stands on the start page was not made ready"


def test_it_stops_when_it_is_told_to_and_is_done_once(qapp, library, qtbot, cold):
    warm = WarmUp(library)
    assert not warm.is_done
    warm.stop()
    assert warm.is_done
    again = WarmUp(library)
    assert not again.is_done, "it was not done yet"
    qtbot.waitUntil(lambda: again.is_done)
    assert WarmUp(library).is_done
