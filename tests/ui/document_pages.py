"""What the tests of the page of documents have in common."""

from PySide6.QtCore import Qt


def settle(qtbot, page):
    qtbot.waitUntil(lambda: page.watch.is_done)


def said(page, document):
    return page.cards[document].state_label.text()


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
