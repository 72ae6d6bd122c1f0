"""The end of the quick way, and its words in every length."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from desktop import i18n
from desktop.core.answers import Person
from desktop.ui import qt_words
from tests.ui.quick_pages import answer_rest, in_sight, press, shown_page


@pytest.fixture
def page_of(qtbot):
    """The page for a session, in a window of its own."""
    return lambda session, **size: shown_page(qtbot, session, **size)


def test_the_summary_comes_first_when_all_is_answered_and_leads_on(session, page_of, qtbot):
    answer_rest(session)
    page = page_of(session)
    assert page.shows_summary
    assert page.summary.title_label.text() == "This sample is complete"
    assert "Nothing here becomes your own policy" in page.summary.intro_label.text()
    assert page.summary.export_button.hasFocus()
    assert not page.summary.open_button.isVisible()
    with qtbot.waitSignal(page.export_wanted):
        press(qtbot, page.summary.export_button)
    with qtbot.waitSignal(page.page_wanted) as wanted:
        press(qtbot, page.summary.deeper_button)
    assert wanted.args == ["stance"]
    with qtbot.waitSignal(page.page_wanted) as wanted:
        press(qtbot, page.summary.home_button)
    assert wanted.args == ["home"]


def test_each_line_of_the_summary_leads_to_its_question(session, page_of, qtbot):
    answer_rest(session)
    page = page_of(session)
    row = page.summary.rows["business_name"]
    assert row.answer_label.text() == "Kedai Roti Seri Murni"
    assert "Kedai Roti Seri Murni" in row.accessibleName()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert page.cards["business_name"].editor.field.hasFocus()
    page.cards["business_name"].editor.field.clear()
    qtbot.keyClicks(page.cards["business_name"].editor.field, "Kedai Baru")
    press(qtbot, page.summary_button)
    assert row.answer_label.text() == "Kedai Baru"
    session.undo()
    assert row.answer_label.text() == "Kedai Roti Seri Murni"


def test_the_summary_says_what_is_open_and_leads_there(session, page_of, qtbot):
    answer_rest(session)
    session.answer("sector", None)
    page = page_of(session)
    assert in_sight(page) == ["business_name", "sector"]
    press(qtbot, page.summary_button)
    assert page.summary.title_label.text() == "One question is still open"
    assert page.summary.rows["sector"].answer_label.text() == "Still open"
    press(qtbot, page.summary.open_button)
    press(qtbot, page.cards["sector"].editor.buttons["food"])
    press(qtbot, page.summary_button)
    assert page.summary.title_label.text() == "This sample is complete"
    session.answer("state", None)
    session.answer("sector", None)
    assert page.summary.title_label.text() == "2 questions are still open"


def test_what_was_skipped_is_counted_first_and_said_to_leave_a_gap(fresh, page_of, qtbot):
    page = page_of(fresh)
    while not page.shows_summary:
        press(qtbot, page.next_button)
    summary = page.summary
    skipped = [name for name, row in summary.rows.items() if row.answer_label.text() == "Still open"]
    assert "policy_owner" in skipped
    assert summary.title_label.text() == f"{len(skipped)} questions are still open"
    assert "a gap" in summary.intro_label.text()
    assert "suggestion" not in summary.intro_label.text()
    tops = {name: row.y() for name, row in summary.rows.items() if row.isVisible()}
    assert sorted(tops, key=tops.get)[: len(skipped)] == skipped, "they stand first, with the way to each"
    press(qtbot, summary.rows[skipped[0]])
    assert skipped[0] in in_sight(page)


def test_another_language_changes_every_word(session, page_of, marked):
    answer_rest(session)
    page = page_of(session)
    page.show_question("posture")
    page.summary.show()
    marked()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    for told in (
        page.head.count_label.text(),
        page.next_button.text(),
        page.back_button.text(),
        page.summary.title_label.text(),
        page.summary.rows["films_children"]._change_label.text(),
    ):
        assert told.startswith("«")


def test_no_screen_is_wider_than_its_room(fresh, page_of, marked):
    fresh.save_person(Person("aminah", "Aminah binti Abdul Rahman", {"en": "Assistant manager of the shop"}))
    marked()
    page = page_of(fresh, width=440)
    while not page.shows_summary:
        for card in page.scroll.shown_cards:
            card.help_button.click()
        assert page.scroll.widget().minimumSizeHint().width() <= page.scroll.viewport().width(), in_sight(page)
        page.next_button.click()
    assert page.scroll.widget().minimumSizeHint().width() <= page.scroll.viewport().width()


def test_twice_as_many_words_fit_in_a_narrow_page(session, page_of, qapp):
    doubled = type("Doubled", (i18n.gettext.NullTranslations,), {"gettext": lambda _self, text: f"{text} {text}"})
    answer_rest(session)
    page = page_of(session, width=440)
    i18n.install(doubled())
    try:
        qt_words.announce(qapp)
        QCoreApplication.sendPostedEvents()
        assert page.minimumSizeHint().width() <= 440
        assert page.scroll.widget().minimumSizeHint().width() <= page.scroll.viewport().width()
        page.show_question("posture")
        assert page.minimumSizeHint().width() <= 440
        assert page.scroll.widget().minimumSizeHint().width() <= page.scroll.viewport().width()
        assert page.next_button.geometry().right() <= page.width()
    finally:
        i18n.use("en")
        qt_words.announce(qapp)
        QCoreApplication.sendPostedEvents()
