"""The Tab key goes as the eye does: list of pages, page, preview, and round again over the header."""

from itertools import groupby

import pytest
from PySide6.QtCore import Qt

FORTH, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


@pytest.fixture
def work(window, qtbot):
    window.open_sample("bakery")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.work_page


def place(work):
    focused = work.window().focusWidget()
    if focused is work.step_list:
        return "list"
    inside = {"page": work.pages, "preview": work.preview}
    return next((name for name, area in inside.items() if area.isAncestorOf(focused)), "header")


def way(work, qtbot, key):
    places = []
    for _press in range(70):
        qtbot.keyClick(work.window().focusWidget(), key)
        places.append(place(work))
    return [name for name, _presses in groupby(places)][:5]


@pytest.mark.parametrize("page", ["confidentiality", "first", "check-up"])
def test_forth_and_back(work, qtbot, page):
    work.show_page(page)
    work.step_list.setFocus()
    assert way(work, qtbot, FORTH)[:4] == ["page", "preview", "header", "list"]
    work.step_list.setFocus()
    assert way(work, qtbot, BACK)[:3] == ["header", "preview", "page"]


def test_a_page_made_later_keeps_the_order(work, qtbot):
    for page in ("stance", "taboo", "stance"):
        work.show_page(page)
    work.step_list.setFocus()
    assert way(work, qtbot, FORTH)[:3] == ["page", "preview", "header"]


def test_without_the_preview_the_page_leads_out(work, qtbot):
    work.show_page("home")
    work.step_list.setFocus()
    assert way(work, qtbot, FORTH)[:3] == ["page", "header", "list"]
