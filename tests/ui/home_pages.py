"""What the tests of the home page have in common."""

from PySide6.QtWidgets import QLabel

from tests.ui.document_pages import click


def settle(qtbot, page):
    qtbot.waitUntil(lambda: not page._later.isActive() and page.watch.is_done)


def titles(page):
    """What there is to do next."""
    return [card.title_label.text() for card in page.next_panel.cards if not card.isHidden()]


def shown(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def press(qtbot, page, place=0):
    click(qtbot, page.next_panel.cards[place].button)
