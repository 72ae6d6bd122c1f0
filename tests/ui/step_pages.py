"""Pages of questions for tests."""

from PySide6.QtCore import QPoint, Qt

from desktop.ui.questions.step_page import StepPage


def shown_page(qtbot, session, page_id, height=600):
    """A page in a window of its own, in use."""
    page = StepPage(session, page_id)
    qtbot.addWidget(page)
    page.resize(560, height)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def place(page, card):
    """How far a card is below the upper edge of what is in sight, once all has found its place."""
    page.settle()
    return card.mapTo(page.viewport(), QPoint(0, 0)).y()


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
