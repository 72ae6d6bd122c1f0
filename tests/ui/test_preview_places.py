"""Clicks on the preview, the way from a question to its clause, marks and size."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop import settings
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.preview.paper_style import ZOOMS, fit
from tests.ui.previews import key_of, shown_pane


@pytest.fixture
def pane(session, qtbot):
    session.answer("detail", "full")
    return shown_pane(session, qtbot)


@pytest.fixture
def calm():
    theme.set_calm(True)
    yield
    theme.set_calm(False)


def place_in(pane, clause_id, down=40, part=0.5):
    """A place within a clause, in the pixels of the view."""
    pane.paper.scroll_to(clause_id)
    rect = pane.paper.held.rect(pane.paper.held.index(clause_id))
    top = rect.top() - pane.paper.verticalScrollBar().value()
    return QPoint(int(rect.left() + rect.width() * part), int(top + down))


def drag(view, start, end):
    """Choose words with the mouse."""
    for kind, place, buttons in (
        (QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, end, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton),
    ):
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        where = QPointF(place)
        event = QMouseEvent(kind, where, view.mapToGlobal(where), button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, event)


@pytest.mark.parametrize("form", ["en", "both"])
@pytest.mark.parametrize("part", [0.2, 0.8])
def test_a_click_anywhere_in_a_clause_tells_why_it_is_there(session, pane, qtbot, form, part):
    session.show_form(form)
    clause = key_of(pane, "use_at_work")
    qtbot.mouseClick(pane.paper.viewport(), Qt.MouseButton.LeftButton, pos=place_in(pane, clause, part=part))
    assert pane.because.isVisible()
    assert "use_at_work" in pane.because.text_label.text()
    assert pane.paper.marks.chosen == clause
    pane.because.close_button.click()
    assert pane.paper.marks.chosen == ""


def test_words_can_still_be_chosen_with_the_mouse(pane):
    clause = key_of(pane, "use_at_work")
    start = place_in(pane, clause, down=50)
    drag(pane.paper.viewport(), start, start + QPoint(60, 30))
    assert pane.paper.textCursor().hasSelection()
    assert pane.because.isHidden()


def test_the_menu_of_the_mouse_offers_no_address_of_a_clause(pane):
    start = place_in(pane, key_of(pane, "use_at_work"), down=50)
    menu = pane.paper.menu_at(start)
    names = {action.objectName() for action in menu.actions()}
    assert "edit-copy" in names
    assert "link-copy" not in names


def test_a_click_beside_the_clauses_tells_nothing(pane, qtbot):
    pane.paper.verticalScrollBar().setValue(0)
    qtbot.mouseClick(pane.paper.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
    assert pane.because.isHidden()


def test_a_question_leads_to_the_clause_it_brings_in(session, pane):
    pane.show_question("use_at_work")
    clause = key_of(pane, "use_at_work")
    assert pane.paper.shows(clause)
    assert pane.paper.marks.flashed == clause


def test_a_question_leads_to_the_clause_that_prints_it(session, pane):
    session.answer("reply_hours", 7)
    pane.paper.verticalScrollBar().setValue(0)
    pane.show_question("reply_hours")
    key = pane.paper.marks.flashed
    clause = next(clause for clause in pane._clauses() if clause.id == key)
    assert pane.paper.shows(key)
    assert "reply_hours" in clause.because or "7" in str(clause.blocks)


def test_a_name_above_the_first_section_is_found(session, pane):
    pane.paper.scroll_to("taboo")
    pane.show_question("effective_date")
    assert pane.paper.marks.flashed


def test_an_answer_that_no_clause_uses_is_told(session, pane):
    session.answer("detail", "short")
    used = {name for clause in pane._clauses() for name in clause.because}
    question = next(q for q in session.library.questions if not list(pane._places_of(q.id)))
    assert question.id not in used
    pane.show_question(question.id)
    assert pane.because.isVisible()
    assert "No clause" in pane.because.text_label.text()
    pane.explain(pane._clauses()[0].id)
    assert "No clause" not in pane.because.text_label.text()


def test_the_way_to_a_far_change_ends_there(session, pane, qtbot):
    session.show_form("en")
    session.answer("refresher_months", 7)
    key = next(piece.key for piece in pane.paper.pieces if piece.key in pane.paper.changed_keys)
    assert pane.paper.shows(key)
    qtbot.waitUntil(lambda: pane.paper._glide.state() == pane.paper._glide.State.Stopped)
    assert pane.paper.shows(key)


def test_without_motion_the_view_is_there_at_once(session, pane, calm):
    session.show_form("en")
    session.answer("refresher_months", 7)
    assert pane.paper._glide.state() == pane.paper._glide.State.Stopped
    key = next(piece.key for piece in pane.paper.pieces if piece.key in pane.paper.changed_keys)
    assert pane.paper.shows(key)


def test_marks_stay_until_the_next_change_or_until_they_are_taken_away(session, pane):
    session.show_form("both")
    session.answer("use_at_work", "reasonable")
    first = pane.paper.changed_keys
    assert first == {key_of(pane, "use_at_work")}
    assert pane.paper.marks.changed[next(iter(first))] == {0, 1}
    pane.paper.scroll_to("taboo")
    assert pane.paper.changed_keys == first
    session.answer("refresher_months", 7)
    second = pane.paper.changed_keys
    assert second
    assert not second & first
    assert pane.bar.clear_action.isEnabled()
    pane.bar.clear_action.trigger()
    assert not pane.paper.changed_keys
    assert not pane.bar.clear_action.isEnabled()
    assert not pane.bar.marks_action.isEnabled()


def test_what_changed_is_gone_to_one_after_the_other(session, pane, calm):
    session.show_form("ms")
    session.answer("business_name", "Kedai Zamrud")
    pane.paper.verticalScrollBar().setValue(0)
    marked = [piece.key for piece in pane.paper.pieces if piece.key in pane.paper.changed_keys]
    assert len(marked) > 2
    for key in [*marked, marked[0]]:
        pane.bar.marks_action.trigger()
        assert pane.paper.marks.flashed == key
        assert key == marked[0] or pane.paper.shows(key)


def test_only_the_column_that_changed_is_marked(session, pane):
    session.show_form("both")
    clause = next(clause for clause in pane._clauses() if not clause.locked)
    original = session.library.clause[clause.id]
    session.clauses.edit(clause.id, dict(original.title), dict(original.body) | {"en": "Another wording."})
    column = 0 if session.document.left.language == "en" else 1
    assert pane.paper.marks.changed[clause.id] == {column}


def test_the_keys_for_the_size_work_from_the_questions_too(window, qtbot):
    window.open_sample("bakery")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.work_page.show_question("business_name")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.work_page.preview.paper.zoom == 110


def test_the_size_is_chosen_by_buttons_keys_and_wheel_and_remembered(session, qtbot):
    saved = Settings(preview_zoom=110)
    pane = shown_pane(session, qtbot, saved)
    assert pane.paper.zoom == 110
    size = pane.paper.document().defaultFont().pointSizeF()
    pane.bar.zoom.larger_button.click()
    assert pane.paper.zoom == saved.preview_zoom == settings.load().preview_zoom == 125
    assert pane.paper.document().defaultFont().pointSizeF() > size
    pane.paper.setFocus()
    qtbot.keyClick(pane.paper, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.paper, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert pane.paper.zoom == 100
    qtbot.keyClick(pane.paper, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pane.paper.zoom == 110
    qtbot.keyClick(pane.paper, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.paper.zoom == 100
    place = QPointF(pane.paper.viewport().rect().center())
    turn = QWheelEvent(
        place,
        pane.paper.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.paper.viewport(), turn)
    assert pane.bar.zoom.percent == pane.paper.zoom == 110
    assert pane.bar.zoom.normal_button.text() == "110 %"


def test_the_size_ends_somewhere(pane):
    for _step in ZOOMS:
        pane.zoom_in()
    assert pane.paper.zoom == ZOOMS[-1] == 200
    assert not pane.bar.zoom.larger_button.isEnabled()
    for _step in ZOOMS:
        pane.zoom_out()
    assert pane.paper.zoom == ZOOMS[0] == 60
    assert not pane.bar.zoom.smaller_button.isEnabled()


def test_another_size_keeps_the_clause_at_the_top(pane):
    pane.paper.scroll_to("taboo")
    pane.zoom_in()
    assert pane.paper.shows("taboo")
    pane.zoom_normal()
    assert pane.paper.shows("taboo")


def test_a_damaged_size_is_one_that_can_be_read(session, qtbot):
    assert shown_pane(session, qtbot, Settings(preview_zoom=3)).paper.zoom == ZOOMS[0]


@pytest.mark.parametrize("width", [340, 380, 480, 620])
def test_nothing_above_the_preview_is_cut(pane, width):
    pane.resize(width, 600)
    QApplication.processEvents()
    assert pane.width() == width
    bar = pane.bar
    always = (bar.form_box, bar.find_button, bar.more_button, bar.hide_button)
    for control in (*always, bar.zoom, bar.list_button):
        if control in always or control.isVisible():
            assert control.width() >= control.minimumSizeHint().width()
            assert control.geometry().right() <= bar.width()
    assert bar.zoom.isVisible() == (width >= 480)
    assert bar.larger_action.isEnabled()


def test_the_menu_and_the_button_of_the_list_agree(pane):
    pane.bar.list_action.trigger()
    assert pane.list_button.isChecked()
    assert pane.clause_list.isVisible()
    pane.list_button.click()
    assert not pane.bar.list_action.isChecked()
    assert pane.paper.isVisible()


def test_two_languages_have_letters_that_fit_their_columns():
    assert fit(380, 2, 100).points < fit(700, 2, 100).points == fit(700, 1, 100).points
    assert fit(380, 1, 100).points == fit(700, 1, 100).points
    assert fit(380, 2, 200).points > fit(380, 2, 100).points


def test_a_clause_that_prints_an_answer_leads_to_its_question(fresh, qtbot):
    pane = shown_pane(fresh, qtbot)
    pane.explain("stance.purpose")
    assert "It prints your answer to “What kind of business is it?”" in pane.because.text_label.text()
    assert "question:sector" in pane.because.text_label.text()
