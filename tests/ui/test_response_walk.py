"""The response chart, one question at a time: keys, the way back, replies, and what may not be kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.core.watch.evidence import Entry
from desktop.core.watch.response import LEAVE
from desktop.ui.watch.log.walk_step import WalkStep
from desktop.ui.watch.log.walk_view import WalkView
from tests.ui.every_word import own_words, unmarked


@pytest.fixture
def shown(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.resize(600, 600)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def view(session, shown):
    view = shown(WalkView(session))
    view.focus_first()
    return view


@pytest.fixture
def step(session, shown):
    def start(language="en", **fields):
        entry = Entry(session.today, "facebook", text="The cake was dry", language=language, **fields)
        step = shown(WalkStep(session, entry, "Siti"))
        step.enter(entry)
        return step

    return start


def give(step, answers):
    for answer in answers:
        step.view.answer("yes" if answer == "y" else "no")


def test_the_safety_gate_comes_first_and_one_question_at_a_time(view):
    assert view.title_label.text() == "1. Is it a matter of safety or of the law?"
    assert view.yes_button.hasFocus()
    assert view.way_buttons == []


def test_letters_answer(view, qtbot):
    qtbot.keyClick(view.yes_button, Qt.Key.Key_N)
    assert view.title_label.text().startswith("2. Is it about our business?")
    assert view.yes_button.hasFocus()
    qtbot.keyClick(view.yes_button, Qt.Key.Key_Y)
    assert view.title_label.text().startswith("3. ")
    qtbot.keyClick(view.yes_button, Qt.Key.Key_X)
    assert view.title_label.text().startswith("3. ")


def test_the_way_so_far_leads_back(view, qtbot):
    for answer in ("no", "yes", "no"):
        view.answer(answer)
    assert [button.text() for button in view.way_buttons][:2] == [
        "1. Is it a matter of safety or of the law? No",
        "2. Is it about our business? Yes",
    ]
    qtbot.mouseClick(view.way_buttons[1], Qt.MouseButton.LeftButton)
    assert view.title_label.text().startswith("2. ")
    assert len(view.way_buttons) == 1
    assert view.walk.path == (("safety", "no"),)


def test_at_an_end_nothing_is_asked(view):
    view.answer("yes")
    assert view.title_label.text() == "No reply: tell at once"
    assert not view.yes_button.isVisible()
    assert "decides on a report" in view.note_label.text()


def test_another_language_changes_every_word(view, session, marked):
    view.answer("no")
    marked()
    assert unmarked(view, own_words(session.library.chart)) == []


def test_a_reply_in_the_language_of_the_post_signed_by_name(step, session):
    english = step()
    assert not english.reply_panel.isVisible()
    give(english, "nyy")
    assert english.reply_panel.isVisible()
    assert english.reply_panel.text.startswith("You are right, [name]")
    assert english.reply_panel.text.endswith("Siti")
    malay = step("ms")
    give(malay, "nyy")
    assert malay.reply_panel.text.startswith("Terima kasih kerana menegur, [nama]")
    assert malay.written_to(Entry(session.today, "x")).reply == "", "nobody touched it"
    malay.reply_panel.sent_tick.click()
    written = malay.written_to(Entry(session.today, "x"))
    assert (written.reply, written.is_sent) == (malay.reply_panel.text, True)


def test_other_words_another_name_and_a_copy(step):
    walk = step()
    give(walk, "nyy")
    panel = walk.reply_panel
    assert panel.hint_label.isVisible()
    panel.who_box.setCurrentText("Aminah")
    assert panel.text.endswith("Aminah")
    panel.pattern_box.setCurrentIndex(1)
    panel.pattern_box.activated.emit(1)
    assert panel.text.startswith("Thank you for telling us, [name].")
    panel.text_field.setPlainText("Thank you, Mei. You will hear from us today.")
    assert not panel.hint_label.isVisible()
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Thank you, Mei. You will hear from us today."
    assert panel.copied_label.isVisible()


def test_a_draft_belongs_to_its_end_and_own_words_can_be_had_back(step, session):
    walk = step()
    give(walk, "nyy")
    walk.reply_panel.text_field.setPlainText("My own words")
    walk.reply_panel.who_box.setCurrentText("Aminah")
    assert walk.reply_panel.text == "My own words"
    walk.view.back()
    give(walk, "nnnny")
    panel = walk.reply_panel
    assert walk.view.walk.end.id.startswith("restore")
    assert panel.text.startswith("We are sorry that it went badly")
    assert panel.own_label.isVisible()
    assert walk.written_to(Entry(session.today, "x")).reply == ""
    last = panel.pattern_box.count() - 1
    assert panel.pattern_box.itemText(last) == "My own words from before"
    panel.pattern_box.setCurrentIndex(last)
    panel.pattern_box.activated.emit(last)
    assert panel.text == "My own words"
    panel.pattern_box.setCurrentIndex(0)
    panel.pattern_box.activated.emit(0)
    assert panel.text != "My own words"
    for _question in range(5):
        walk.view.back()
    give(walk, "y")
    assert walk.view.walk.end.id.startswith("apologise")
    assert panel.text == "My own words"
    assert walk.written_to(Entry(session.today, "x")).reply == "My own words"


def test_another_language_of_the_post_keeps_own_words(step, session):
    walk = step()
    give(walk, "nyy")
    walk.reply_panel.text_field.setPlainText("My own words")
    walk.enter(Entry(session.today, "facebook", text="Kek kering", language="ms"))
    assert walk.reply_panel.text == "My own words"


def test_brackets_are_spoken_of_when_it_is_copied(step):
    walk = step()
    give(walk, "nyy")
    walk.reply_panel.copy_button.click()
    assert "[brackets]" in walk.reply_panel.copied_label.text()


def test_danger_asks_for_an_incident_and_drafts_no_reply(step, session):
    walk = step(reply="An older draft")
    give(walk, "y")
    assert walk.is_danger
    assert walk.incident_form.isVisible()
    assert not walk.reply_panel.isVisible()
    assert walk.incident.title == "Threat or self-harm, Facebook"
    walk.incident_form.kind_box.setCurrentIndex(1)
    walk.incident_form.kind_box.activated.emit(1)
    assert walk.incident.title == "Child at risk, Facebook"
    walk.incident_form.title_field.setText("My name for it")
    walk.incident_form.kind_box.setCurrentIndex(0)
    walk.incident_form.kind_box.activated.emit(0)
    assert walk.incident.title == "My name for it"
    assert walk.written_to(Entry(session.today, "x")).reply == ""
    walk.view.back()
    assert not walk.incident_form.isVisible()
    assert walk.incident is None


def test_talk_of_work_is_not_kept_and_that_is_said(step):
    walk = step()
    give(walk, "nn")
    assert walk.view.walk.end.id == LEAVE
    assert walk.keeps_nothing
    assert walk.leave_label.isVisible()


def test_a_kept_way_and_reply_are_gone_on_with(step):
    path = (("safety", "no"), ("about", "yes"), ("fair", "yes"), ("apologise", ""))
    walk = step(path=path, reply="Sorry, Mei.", entry=7)
    assert walk.is_at_end
    assert walk.reply_panel.text == "Sorry, Mei."
    assert walk.truth == "true"
