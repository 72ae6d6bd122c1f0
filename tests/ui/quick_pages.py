"""The quick way for tests."""

from PySide6.QtCore import Qt

from desktop.ui.quick.quick_page import QuickPage


def shown_page(qtbot, session, width=620, height=640):
    """The page in a window of its own, in use."""
    page = QuickPage(session)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    return page


def essential(session):
    return [question.id for question in session.library.questions if question.essential]


def answer_rest(session, *, but=()):
    for question_id in essential(session):
        if question_id not in session.answers.values and question_id not in but:
            session.answer(question_id, "not_sure")


def in_sight(page):
    return [question_id for question_id, card in page.cards.made.items() if card.isVisible()]


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
