"""The check-up: the verdict, what was found, and the way to where it is mended."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel

from desktop.content.answers_file import sample_answers
from desktop.core.answers import Answers, OwnClause, Person
from desktop.core.findings import Severity
from desktop.store.business_file import BusinessFile
from desktop.ui.check.check_page import CheckPage
from desktop.ui.session import Session
from tests.ui.every_word import own_words, unmarked

BROAD = {"en": "Be polite at all times.", "ms": "Sopan."}


def own(number, step, **more):
    return OwnClause(f"own.{number}", step, {"en": f"Mine {number}", "ms": f"Saya {number}"}, BROAD, **more)


@pytest.fixture
def opened(dressed, library, tmp_path, clock):
    """Opens a file with these answers."""
    sessions = []

    def opened(answers, *, writable=True):
        path = tmp_path / f"{len(sessions)}.dasar"
        file = BusinessFile.create(path, answers, content_version=library.version, now=clock())
        if not writable:
            file.close()
            file = BusinessFile.open(path, now=clock(), writable=False)
        sessions.append(Session(library, file, clock))
        return sessions[-1]

    yield opened
    for session in sessions:
        session.close()


@pytest.fixture
def page_of(qtbot):
    """The page, in sight and complete."""

    def page_of(session):
        page = CheckPage(session)
        qtbot.addWidget(page)
        page.resize(600, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        qtbot.waitUntil(lambda: not page._rest.isActive())
        return page

    return page_of


@pytest.fixture
def bakery(library):
    return sample_answers(next(sample for sample in library.samples if sample.id == "bakery"), library)


def card_about(page, words):
    return next(card for card in page.cards.values() if words in card.text)


def texts(page):
    return [label.text() for label in page.widget().findChildren(QLabel) if not label.isHidden()]


def test_a_complete_policy_is_ready_to_issue(session, page_of):
    assert session.findings == ()
    page = page_of(session)
    assert page.verdict_label.text() == "This policy is ready to issue"
    assert "Nothing is left to see to." in texts(page)
    assert page.cards == {}
    page.focus_first()
    assert page.pack_button.hasFocus()


def test_an_empty_policy_says_how_much_is_missing(fresh, page_of):
    page = page_of(fresh)
    count = fresh.open_count
    assert page.verdict_label.text() == f"{count} things keep this policy from being ready"
    further = len(fresh.findings) - count
    assert f"{count} to settle, {further} worth another look." in texts(page)
    assert sum(key[0] == Severity.OPEN for key in page.cards) == count


def test_one_thing_is_one_thing(opened, bakery, page_of):
    session = opened(replace(bakery, own={"own.1": own(1, "stance")}))
    page = page_of(session)
    assert page.verdict_label.text() == "One thing keeps this policy from being ready"
    assert "1 to settle." in texts(page)
    session.answer("has_union", "not_sure")
    assert "1 to settle, 1 worth another look." in texts(page)
    session.clauses.remove("own.1")
    assert page.verdict_label.text() == "This policy is ready to issue"
    assert "One thing is worth another look first." in texts(page)


def test_it_stands_under_its_weight_and_step(opened, bakery, page_of):
    session = opened(replace(bakery, own={"own.1": own(1, "taboo"), "own.2": own(2, "stance")}))
    session.answer("business_name", None)
    session.answer("has_union", "not_sure")
    page = page_of(session)
    shown = [widget for i in range(page._list.count()) if (widget := page._list.itemAt(i).widget())]
    words = [each.text if each in page.cards.values() else each.text() for each in shown]
    heads = [text for text in words if "\n" not in text]
    steps = {step.id: f"{step.number} {step.title['en']}" for step in session.library.steps}
    union = steps[session.library.question["has_union"].step]
    assert heads == ["Must be settled", steps["stance"], steps["taboo"], "Worth another look", union]
    assert [text.splitlines()[0].split()[-2:] for text in words if "\n" in text][1:3] == [["Mine", "2"], ["Mine", "1"]]
    assert words[2].splitlines() == [
        "What is the name of the business?",
        "This question is not answered yet.",
        "It is one of the few that make the policy yours.",
    ]


def test_each_finding_leads_to_where_it_is_mended(opened, bakery, page_of, qtbot):
    people = {key: replace(person, role={}) for key, person in bakery.people.items()}
    session = opened(replace(bakery, people=people, own={"own.1": own(1, "taboo")}))
    session.answer("business_name", None)
    page = page_of(session)
    person = next(iter(people.values()))
    for words, button, signal, place in (
        ("name of the business", "Answer", page.question_wanted, "business_name"),
        ("Mine 1", "Open the clause", page.clause_wanted, "own.1"),
        (person.name, "Write the role", page.person_wanted, person.id),
    ):
        card = card_about(page, words)
        assert card.way_button.text() == button
        with qtbot.waitSignal(signal) as told:
            qtbot.mouseClick(card.way_button, Qt.MouseButton.LeftButton)
        assert told.args == [place]


def test_an_answer_that_is_there_is_not_to_be_answered(opened, bakery, page_of):
    session = opened(replace(bakery, people={}, accounts={}))
    page = page_of(session)
    asked = next(f.place for f in session.findings if "no longer listed" in str(f.what))
    card = card_about(page, session.library.question[asked].prompt["en"])
    assert card.way_button.text() == "Go to the question"


def test_old_laws_share_one_card_that_leads_nowhere(session, clock, page_of):
    clock.now = clock.now.replace(year=2029)
    page = page_of(session)
    (card,) = page.cards.values()
    assert not card.leads
    assert card.way_button.isHidden()
    lines = card.text.splitlines()
    assert "your lawyer looks at it" in lines[0]
    assert len([line for line in lines if line.startswith("• The evidence for “")]) == len(session.findings)
    assert lines[-1].startswith("Laws change.")
    assert page.verdict_label.text() == "This policy is ready to issue"


def test_the_lawyers_pack_is_asked_for(session, page_of, qtbot):
    page = page_of(session)
    with qtbot.waitSignal(page.export_wanted):
        qtbot.mouseClick(page.pack_button, Qt.MouseButton.LeftButton)


def test_it_follows_the_answers_while_it_is_in_sight(fresh, page_of):
    page = page_of(fresh)
    before = fresh.open_count
    fresh.answer("sector", "food")
    assert page.verdict_label.text().startswith(f"{before - 1} things")
    assert not any("What kind of business" in card.text for card in page.cards.values())
    fresh.undo()
    assert page.verdict_label.text().startswith(f"{before} things")
    assert card_about(page, "What kind of business").isVisible()


def test_a_hidden_page_waits_until_it_is_shown(fresh, page_of):
    page = page_of(fresh)
    before = page.verdict_label.text()
    page.hide()
    fresh.answer("sector", "food")
    assert "findings" not in fresh.__dict__
    assert page.verdict_label.text() == before
    page.show()
    assert page.verdict_label.text() != before


def test_what_stays_keeps_the_focus_and_its_place(fresh, page_of):
    page = page_of(fresh)
    card = card_about(page, "What kind of business")
    card.way_button.setFocus()
    page.verticalScrollBar().setValue(60)
    fresh.answer("detail", "full")
    assert QApplication.focusWidget() is card.way_button
    assert page.verticalScrollBar().value() == 60


def test_the_tab_key_goes_from_top_to_bottom_and_scrolls(fresh, page_of, qtbot):
    page = page_of(fresh)
    fresh.answer("sector", "food")
    fresh.undo()  # made last, and still first in line
    page.focus_first()
    for card in page.cards.values():
        focused = QApplication.focusWidget()
        assert focused is card.way_button
        assert page.viewport().rect().contains(focused.mapTo(page.viewport(), focused.rect().center()))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    first = next(iter(page.cards.values())).way_button
    with qtbot.waitSignal(page.question_wanted):
        qtbot.keyClick(first, Qt.Key.Key_Space)


def test_screen_readers_hear_what_a_button_is_for(fresh, page_of):
    page = page_of(fresh)
    button = card_about(page, "What kind of business").way_button
    assert button.accessibleName() == "Answer: What kind of business is it?"
    assert "not answered yet" in button.accessibleDescription()
    assert page.accessibleName() == "Check-up"


def test_a_read_only_file_is_checked_too(opened, page_of):
    session = opened(Answers(), writable=False)
    assert session.read_only
    assert page_of(session).cards


def test_every_word_changes_with_the_language(opened, bakery, page_of, marked, clock, library):
    people = {key: replace(person, role={}) for key, person in bakery.people.items()}
    session = opened(replace(bakery, people=people, own={"own.1": own(1, "taboo", unchecked=("ms",))}))
    session.answer("business_name", None)
    session.answer("has_union", "not_sure")
    clock.now = clock.now.replace(year=2029)
    session._forget()
    page = page_of(session)
    marked()
    assert unmarked(page, own_words(library, session.answers)) == []
    assert page.verdict_label.text().startswith("«")


def test_a_page_that_was_never_seen_changes_language(session, marked, qtbot):
    page = CheckPage(session)
    qtbot.addWidget(page)
    marked()
    assert page.pack_button.text().startswith("«")
    assert "findings" not in session.__dict__


def test_long_words_break_instead_of_widening_the_page(opened, page_of):
    name = "Dato' " + "Muhammad " * 20
    clause = OwnClause("own.1", "stance", {"en": name, "ms": name}, BROAD)
    session = opened(Answers({"posters": ("m",)}, people={"m": Person("m", name)}, own={"own.1": clause}))
    page = page_of(session)
    page.resize(420, 400)
    assert page.widget().width() <= page.viewport().width()
    for card in page.cards.values():
        for label in card.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())
        if card.leads:
            assert QFontMetrics(card.way_button.font()).horizontalAdvance(card.way_button.text()) < card.width()


def test_sixty_findings_are_shown_at_once(opened, library, qtbot):
    """The first in sight come before the rest; all of them are there a moment later."""
    steps = [step.id for step in library.steps]
    clauses = {f"own.{number}": own(number, steps[number % 10]) for number in range(45)}
    session = opened(Answers({"detail": "full"}, own=clauses))
    assert len(session.findings) >= 60
    page = CheckPage(session)
    qtbot.addWidget(page)
    page.resize(600, 700)
    page.show()
    assert 0 < len(page.cards) < 20
    qtbot.waitUntil(lambda: len(page.cards) == len({(f.severity, f.place) for f in session.findings}))
    assert page.verticalScrollBar().maximum() > page.height()
