"""The home page: what to do next, and how the page behaves as a whole."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.business_files import create_policy
from desktop.core.watch.evidence import Incident, Note
from desktop.store.business_file import BusinessFile
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.home import home_page
from desktop.ui.home.home_page import HomePage
from desktop.ui.session import Session
from tests.ui.document_pages import click
from tests.ui.every_word import own_words, unmarked
from tests.ui.home_pages import press, settle, shown, titles

BROAD = {"en": "Be polite at all times.", "ms": "Sopan sentiasa."}
MINE = {"en": "Manners", "ms": "Adab"}


@pytest.fixture
def said(monkeypatch):
    """What screen readers are told by the page."""
    told = []
    ear = SimpleNamespace(updateAccessibility=lambda event: told.append(event.message()))
    monkeypatch.setattr(home_page, "QAccessible", ear)
    return told


def test_a_fresh_policy_shows_the_first_questions_and_what_happens_then(fresh, home_page_of, qtbot):
    page = home_page_of(fresh)
    assert titles(page) == ["Answer the first questions"]
    assert page.then_panel.isVisible()
    for panel in (page.progress_panel, page.task_panel, page.made_panel):
        assert not panel.isVisible()
    with qtbot.waitSignal(page.page_wanted) as told:
        press(qtbot, page)
    assert told.args == ["first"]


def test_with_a_question_answered_the_owner_goes_on(fresh, home_page_of):
    fresh.answer("sector", "food")
    page = home_page_of(fresh)
    assert titles(page) == ["Go on with the first questions"]
    left = len(fresh_open(fresh))
    assert page.next_panel.cards[0].sentence_label.text().startswith(f"{left} of {left + 2} are left.")


def fresh_open(session):
    facts = session.facts.by_question.values()
    return [f for f in facts if f.question.essential and f.source in ("empty", "suggested")]


def test_the_last_first_question_makes_room_for_everything_else(session, home_page_of):
    session.answer("sector", None)
    page = home_page_of(session)
    assert page.next_panel.cards[0].sentence_label.text() == "Only one is left. With it your policy is complete."
    assert page.then_panel.isVisible()
    session.answer("sector", "food")
    assert titles(page) == ["Make the policy of this sample"]
    assert not page.then_panel.isVisible()
    assert page.progress_panel.isVisible() and page.task_panel.isVisible() and page.made_panel.isVisible()


def test_a_complete_policy_is_made(home_page, qtbot):
    page = home_page
    assert titles(page) == ["Make the policy of this sample"]
    with qtbot.waitSignal(page.export_wanted) as told:
        press(qtbot, page)
    assert told.args == [ExportWish(("policy",))]


def test_the_last_open_point_is_gone_to_at_once_and_several_are_listed(session, home_page_of, qtbot):
    page = home_page_of(session)
    session.answer("policy_owner", "not_sure")
    prompt = session.library.question["policy_owner"].prompt["en"]
    assert shown(page.next_panel.cards[0])[:2] == ["Settle the last open point", prompt]
    with qtbot.waitSignal(page.question_wanted) as told:
        press(qtbot, page)
    assert told.args == ["policy_owner"]
    clause = session.clauses.write("stance", MINE, BROAD)
    assert titles(page)[0] == f"Settle {session.open_count} open points"
    with qtbot.waitSignal(page.page_wanted) as told:
        press(qtbot, page)
    assert told.args == ["check-up"]
    session.answer("policy_owner", next(iter(session.answers.people)))
    with qtbot.waitSignal(page.clause_wanted) as told:
        press(qtbot, page)
    assert told.args == [clause]


def test_a_policy_that_was_made_is_handed_out(session, home_page, qtbot, make_copies):
    page = home_page
    make_copies(session, "policy")
    settle(qtbot, page)
    assert titles(page) == ["Hand out the policy", "Begin to watch"]
    with qtbot.waitSignal(page.export_wanted) as told:
        press(qtbot, page)
    assert told.args == [ExportWish(("acknowledgement",))]
    make_copies(session, "acknowledgement")
    settle(qtbot, page)
    assert titles(page) == ["Begin to watch"]
    with qtbot.waitSignal(page.page_wanted) as told:
        press(qtbot, page)
    assert told.args == ["watch"]
    session.watch.begin(session.today)
    settle(qtbot, page)
    assert "Begin to watch" not in titles(page)
    assert shown(page.next_panel) == ["What to do next", "All done for now. Nothing here waits for you."]


def test_nobody_signs_where_nobody_else_works(session, home_page, qtbot, make_copies):
    page = home_page
    session.answer("staff_count", 1)
    make_copies(session, "policy")
    settle(qtbot, page)
    assert "Hand out the policy" not in titles(page)


def test_what_is_out_of_date_is_made_again_in_its_languages_and_is_right_after_undo(
    session, home_page, qtbot, make_copies
):
    page = home_page
    make_copies(session, "policy", form="ms")
    make_copies(session, "acknowledgement", form="both")
    session.answer("business_name", "Kedai Lain")
    settle(qtbot, page)
    assert titles(page) == ["Make again: 2 documents are out of date", "Begin to watch"]
    with qtbot.waitSignal(page.export_wanted) as told:
        press(qtbot, page)
    assert told.args == [ExportWish(("policy", "acknowledgement"), ("ms", "both"))]
    assert page.made_panel.rows[0].text.splitlines()[1] == "Out of date: made on 4 January 2027"
    session.undo()
    settle(qtbot, page)
    assert titles(page) == ["Begin to watch"]
    assert page.made_panel.rows[0].text.splitlines()[1] == "Made on 4 January 2027, up to date"


def test_changed_clauses_lead_to_the_clauses(session, home_page_of, library, tmp_path, clock, qtbot):
    with create_policy(tmp_path, "Kedai Lain", library, clock()) as file:
        first, *rest = library.clauses
        file.begin_keeping([replace(first, body={"ms": "Dahulu.", "en": "Before."}), *rest])
        path = file.path
    opened = Session(library, BusinessFile.open(path, now=clock()), clock)
    for question, value in session.answers.values.items():
        if library.question[question].essential and library.question[question].kind not in ("person", "people"):
            opened.answer(question, value)
    for question in [fact.question for fact in fresh_open(opened)]:
        opened.answer(question.id, "not_sure")
    page = home_page_of(opened)
    assert titles(page)[0] == "Decide about one changed clause"
    with qtbot.waitSignal(page.page_wanted) as told:
        press(qtbot, page)
    assert told.args == ["clauses"]
    opened.close()


def test_a_step_with_open_questions_is_offered_last(session, home_page, qtbot):
    page = home_page
    session.answer("review_months", None)
    assert titles(page)[-1] == "Go deeper: step 10, Training"
    with qtbot.waitSignal(page.page_wanted) as told:
        press(qtbot, page, len(titles(page)) - 1)
    assert told.args == ["training"]


def test_a_past_review_comes_first_and_is_said_calmly(session, home_page_of, make_copies, clock, qtbot):
    make_copies(session, "policy", "acknowledgement")
    clock.now = clock.now.replace(year=2028, day=2)
    page = home_page_of(session)
    assert shown(page.next_panel.cards[0])[:2] == [
        "Look over your policy",
        "Its review date was 1 January 2028. After reading, give it a new starting day.",
    ]
    assert page.task_panel.review_label.text() == "The review date of the policy was 1 January 2028."
    with qtbot.waitSignal(page.question_wanted) as told:
        click(qtbot, page.task_panel.review_button)
    assert told.args == ["effective_date"]


def test_a_hidden_page_does_nothing_until_it_is_shown(session, home_page, qtbot, make_copies):
    page = home_page
    make_copies(session, "policy")
    settle(qtbot, page)
    page.hide()
    session.answer("business_name", "Kedai Lain")
    assert titles(page) == ["Hand out the policy", "Begin to watch"]
    assert not page._later.isActive() and page.watch.is_done
    assert "findings" not in session.__dict__
    page.show()
    settle(qtbot, page)
    assert titles(page) == ["Make again: one document is out of date", "Begin to watch"]


def test_the_first_sight_waits_for_neither_the_check_up_nor_the_documents(session, make_copies, saved, qtbot):
    make_copies(session, "policy")
    page = HomePage(session, saved)
    qtbot.addWidget(page)
    page.show()
    page.focus_first()
    assert "findings" not in session.__dict__
    assert page.next_panel.is_waiting and page.made_panel.rows == []
    page.activateWindow()
    settle(qtbot, page)
    assert page.next_panel.cards[0].button.hasFocus()


def test_only_what_changes_is_announced(session, home_page, qtbot, make_copies, said):
    page = home_page
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    session.answer("review_months", None)  # the best thing to do stays what it is
    settle(qtbot, page)
    assert said == []
    make_copies(session, "policy", "acknowledgement")
    settle(qtbot, page)
    session.answer("business_name", "Kedai Lain")
    settle(qtbot, page)
    assert said == ["Begin to watch", "Make again: 2 documents are out of date"]


def test_the_first_sight_announces_nothing(session, home_page_of, said):
    home_page_of(session)
    assert said == []


def test_a_card_that_goes_hands_the_focus_on(session, home_page):
    page = home_page
    session.answer("review_months", None)
    page.next_panel.cards[1].button.setFocus()
    session.undo()
    assert page.next_panel.cards[0].button.hasFocus()


def test_a_file_to_look_at_offers_nothing_that_changes_it(session, home_page_of, library, clock):
    path = session.file.path
    session.answer("policy_owner", "not_sure")
    opened = Session(library, BusinessFile.open(path, now=clock(), writable=False), clock)
    page = home_page_of(opened)
    assert titles(page) == ["Make the policy of this sample"]
    opened.close()


def test_every_word_changes_with_the_language(session, home_page_of, marked, make_copies, library, qtbot):
    make_copies(session, "policy")
    (gone,) = make_copies(session, "quiz", form="ms")
    gone.path.unlink()
    session.answer("review_months", None)
    session.answer("business_name", "Kedai Lain")
    page = home_page_of(session)
    qtbot.waitUntil(page.made_panel.rows[1].again_button.isVisible)
    marked()
    assert unmarked(page, own_words(library, session.answers)) == []
    assert page.next_panel.cards[0].button.text().startswith("«")


def test_every_word_of_a_fresh_policy_changes_too(fresh, home_page_of, marked, library):
    page = home_page_of(fresh)
    marked()
    assert unmarked(page, own_words(library, fresh.answers)) == []


def test_wide_there_are_two_columns_and_narrow_one(home_page, qtbot):
    page = home_page

    def places():
        return [panel.mapTo(page, panel.rect().topLeft()) for panel in (page.next_panel, page.progress_panel)]

    left, right = places()
    assert right.x() > left.x() and right.y() == left.y()
    page.resize(740, 500)
    qtbot.waitUntil(lambda: places()[0].x() == places()[1].x())
    assert places()[1].y() > places()[0].y()


@pytest.mark.parametrize("width", [420, 740, 1100])
def test_long_words_break_instead_of_being_cut(session, home_page_of, marked, make_copies, width, qtbot):
    make_copies(session, "policy", "acknowledgement", form="both")
    session.answer("business_name", "Perniagaan Keluarga " * 9)
    session.answer("policy_owner", "not_sure")
    page = home_page_of(session)
    marked()  # longer
    page.resize(width, 500)

    def cut():
        labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
        buttons = [button for button in page.findChildren(QPushButton) if button.isVisible()]
        return [
            *(label.text() for label in labels if label.height() < label.heightForWidth(label.width())),
            *(button.accessibleName() for button in buttons if button.width() < button.minimumSizeHint().width()),
        ]

    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())
    qtbot.waitUntil(lambda: cut() == [])


def test_the_tab_key_goes_through_the_columns_from_top_to_bottom(session, home_page, qtbot, make_copies):
    page = home_page
    make_copies(session, "policy", "acknowledgement")
    session.answer("review_months", None)
    settle(qtbot, page)
    page.focus_first()
    focused, buttons = [], [b for b in page.findChildren(QPushButton) if b.isVisible()]
    for _button in buttons:
        focused.append(QApplication.focusWidget())
        qtbot.keyClick(focused[-1], Qt.Key.Key_Tab)
    assert set(focused) == set(buttons)
    right = page.progress_panel.mapTo(page.widget(), QPoint(0, 0)).x()
    sides = [button.mapTo(page.widget(), button.rect().center()).x() > right for button in focused]
    assert sides == sorted(sides)
    made = [page.made_panel.rows[0].open_buttons["en"], page.made_panel.rows[1].open_buttons["en"]]
    assert focused[-3:] == [*made, page.made_panel.all_button]


def test_everything_that_is_pressed_has_a_name(session, home_page, qtbot, make_copies):
    page = home_page
    make_copies(session, "policy", "acknowledgement", form="both")
    session.answer("business_name", "Kedai Lain")
    settle(qtbot, page)
    names = [b.accessibleName() or b.text() for b in page.findChildren(QPushButton) if b.isVisible()]
    assert all(names)
    assert len(set(names)) == len(names)
    assert page.accessibleName() == "Home"


def test_an_open_incident_comes_first_with_the_end_of_its_hours(session, home_page, qtbot, clock):
    page, watch = home_page, session.watch
    watch.add_incident(Incident("other", clock.now, "A crowd at the door"))
    settle(qtbot, page)
    assert titles(page)[0] == "See to the incident: A crowd at the door"
    leak = watch.add_incident(Incident("leak", clock.now - timedelta(hours=2), "List sent out", data_leak=True))
    settle(qtbot, page)
    assert titles(page)[0] == "See to the incidents: List sent out, and 1 more"
    assert "72 hours end: Thursday, 7 January, 10:00" in " ".join(shown(page.next_panel))
    clock.now += timedelta(hours=80)
    session.begin_day()
    settle(qtbot, page)
    assert "72 hours are over" in " ".join(shown(page.next_panel))
    with qtbot.waitSignal(page.incidents_wanted):
        press(qtbot, page)
    watch.add_note("incident", Note(leak.number, clock.now, text="Told", closes=True))
    settle(qtbot, page)
    assert titles(page)[0] == "See to the incident: A crowd at the door"
