"""Logging a post: quick for an ordinary one, an incident with a dangerous one, nothing lost when the file refuses."""

from contextlib import ExitStack

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from desktop.ui.watch.log.entry_dialog import DONE, POST, WALK, EntryDialog
from tests.ui.accessible import stumbles
from tests.ui.every_word import own_words, unmarked
from tests.ui.logged import DRY, SEDAP, held


@pytest.fixture
def dialog(session, opened):
    return opened(EntryDialog(session))


def walk(dialog, answers):
    for answer in answers:
        dialog.walk_step.view.answer("yes" if answer == "y" else "no")


def only_entry(session):
    (entry,) = session.watch.evidence.entries()
    return entry


def test_the_places_of_the_firm_come_first(session, opened):
    session.answer("platforms", ("tiktok", "google_reviews"))
    box = opened(EntryDialog(session)).post_form.place_box
    assert [box.itemData(row) for row in range(2)] == ["tiktok", "google_reviews"]
    assert box.currentText() == "TikTok"
    assert box.count() > 5


def test_an_ordinary_comment_by_keyboard_alone(dialog, session, qtbot):
    assert dialog.post_form.text_field.hasFocus()
    qtbot.keyClicks(dialog.post_form.text_field, SEDAP)
    dialog.next_button.click()
    for key in (Qt.Key.Key_N, Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_Y):
        qtbot.keyClick(dialog.walk_step.view.yes_button, key)
    assert dialog.walk_step.reply_panel.text.startswith("Terima kasih, [nama].")
    dialog.next_button.click()
    assert dialog.done_form.advice_label.text() == "The response chart says: Say thank you, or let it stand"
    assert dialog.done_form.action_field.toPlainText() == "", "advice is no proof"
    with qtbot.waitSignal(dialog.logged) as signal:
        dialog.save_button.click()
    entry = only_entry(session)
    assert signal.args == [entry.entry]
    assert (entry.text, entry.language, entry.seen) == (SEDAP, "ms", session.today)
    assert entry.where == "facebook"
    assert entry.path[-1][0].startswith("thank")
    assert entry.reply == "", "words that nobody touched are nobody's"
    assert entry.is_open
    assert (entry.action, entry.done) == ("", None)
    assert not dialog.isVisible()


def test_it_can_be_saved_at_once(dialog, session):
    form = dialog.post_form
    form.place_box.setCurrentText("Forum Lowyat")
    form.link_field.setText(" https://example.my/1 ")
    form.writer_box.setCurrentIndex(form.writer_box.findData("press"))
    form.about_chips["product"].click()
    form.tone_radios["bad"].click()
    dialog.save_button.click()
    entry = only_entry(session)
    assert (entry.where, entry.link, entry.writer) == ("Forum Lowyat", "https://example.my/1", "press")
    assert (entry.about, entry.tone, entry.path) == (("product",), "bad", ())


def test_the_return_key_leads_on(dialog, qtbot):
    dialog.post_form.text_field.setPlainText(DRY)
    dialog.post_form.link_field.setFocus()
    qtbot.keyClick(dialog.post_form.link_field, Qt.Key.Key_Return)
    assert dialog.step == WALK
    qtbot.keyClick(dialog.walk_step.view.no_button, Qt.Key.Key_Return)
    assert len(dialog.walk_step.view.walk.answers) == 1
    dialog.show_step(DONE)
    qtbot.keyClick(dialog.done_form.day_field, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_what_is_missing_is_said_where_it_is(dialog, session):
    dialog.save_button.click()
    assert dialog.post_form.fault_label.isVisible()
    assert dialog.post_form.text_field.hasFocus()
    dialog.post_form.text_field.setPlainText(DRY)
    assert not dialog.post_form.fault_label.isVisible()
    dialog.post_form.place_box.setCurrentText(" ")
    dialog.next_button.click()
    assert dialog.step == POST
    assert dialog.post_form.fault_label.isVisible()
    assert session.watch.evidence.entries() == ()


def test_the_language_follows_the_words_until_it_is_chosen(dialog):
    form = dialog.post_form
    form.text_field.setPlainText(DRY)
    assert form.entry.language == "en"
    form.text_field.setPlainText(SEDAP)
    assert form.entry.language == "ms"
    form.language_box.setCurrentIndex(form.language_box.findData(""))
    form.language_box.activated.emit(form.language_box.currentIndex())
    form.text_field.setPlainText(DRY)
    assert form.entry.language == ""


def test_talk_of_pay_gets_a_calm_word(dialog):
    dialog.post_form.text_field.setPlainText(DRY)
    assert not dialog.post_form.work_label.isVisible()
    dialog.post_form.text_field.setPlainText("Gaji kami lambat lagi")
    assert dialog.post_form.work_label.isVisible()


def test_of_a_screenshot_only_the_name_is_kept(dialog, session, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "ulasan.png"))])
    row = dialog.post_form.file_row
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    row.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    dialog.save_button.click()
    assert only_entry(session).file == "ulasan.png"


def test_what_the_chart_says_of_the_truth_is_taken_over(dialog):
    dialog.post_form.text_field.setPlainText(DRY)
    dialog.next_button.click()
    walk(dialog, "nyy")
    dialog.next_button.click()
    assert dialog.done_form.truth_radios["true"].isChecked()
    dialog.back_button.click()
    walk_view = dialog.walk_step.view
    walk_view.back()
    walk(dialog, "nnny")
    dialog.next_button.click()
    assert dialog.done_form.truth_radios["false"].isChecked()
    assert "Correct it once" in dialog.done_form.advice_label.text()
    first, second = dialog.done_form.choices.buttons
    first.click()
    assert dialog.done_form.action_field.toPlainText() == "Corrected with a source"
    second.click()
    assert dialog.done_form.action_field.toPlainText() == "Moved to private messages"
    dialog.done_form.action_field.setPlainText("Rang the writer")
    first.click()
    first.click()
    assert dialog.done_form.action_field.toPlainText() == "Rang the writer\nCorrected with a source"


def test_the_safety_gate_opens_an_incident_with_the_entry(dialog, session):
    dialog.post_form.text_field.setPlainText("Senarai pelanggan anda ada dalam kumpulan ini")
    dialog.next_button.click()
    walk(dialog, "y")
    form = dialog.walk_step.incident_form
    assert form.kind_box.hasFocus()
    form.kind_box.setCurrentIndex(form.kind_box.findData("leak"))
    form.kind_box.activated.emit(form.kind_box.currentIndex())
    assert form.leak_tick.isChecked()
    form.time_field.setText("09.30")
    dialog.next_button.click()
    dialog.save_button.click()
    entry = only_entry(session)
    (incident,) = session.watch.evidence.incidents()
    assert (incident.kind, incident.data_leak, incident.entry) == ("leak", True, entry.entry)
    assert incident.opened == session.now.replace(hour=9, minute=30)
    assert incident.title == "Leak of personal data, Facebook"
    assert entry.incident == incident.number
    assert entry.reply == ""
    assert entry.path == (("safety", "yes"), ("stop", ""))


def test_a_time_that_is_none_is_asked_for_again(dialog, session):
    dialog.post_form.text_field.setPlainText(DRY)
    dialog.next_button.click()
    walk(dialog, "y")
    dialog.walk_step.incident_form.time_field.setText("25:99")
    dialog.next_button.click()
    assert dialog.step == WALK
    assert dialog.walk_step.incident_form.known.fault_label.isVisible()


def test_what_may_not_be_kept_is_not(dialog, session):
    dialog.post_form.text_field.setPlainText("Gaji lambat")
    dialog.next_button.click()
    walk(dialog, "nn")
    assert dialog.save_button.text() == "Close without noting it"
    assert not dialog.next_button.isVisible()
    dialog.back_button.click()
    assert not dialog.save_button.isVisible(), "no way round it"
    dialog.next_button.click()
    dialog.save_button.click()
    assert not dialog.isVisible()
    assert dialog.question is None
    assert session.watch.evidence.is_empty()


def test_the_questions_can_be_skipped(dialog, session):
    dialog.post_form.text_field.setPlainText(DRY)
    dialog.next_button.click()
    dialog.skip_button.click()
    assert dialog.step == DONE
    done = dialog.done_form
    done.action_field.setPlainText("Rang her")
    done.who_box.setCurrentText("Siti")
    done.settled_radio.click()
    dialog.save_button.click()
    assert done.fault_label.isVisible(), "how did it end?"
    done.outcome_box.setCurrentText("She came back")
    dialog.save_button.click()
    entry = only_entry(session)
    assert (entry.action, entry.by, entry.outcome) == ("Rang her", "Siti", "She came back")
    assert entry.done == session.today
    assert not entry.is_open


def test_a_file_that_refuses_loses_nothing(soon_tired, dialog, session):
    dialog.post_form.text_field.setPlainText(DRY)
    with held(session):
        dialog.save_button.click()
    assert dialog.isVisible()
    assert dialog.banner.text
    assert dialog.post_form.text_field.toPlainText() == DRY
    dialog.save_button.click()
    assert not dialog.isVisible()
    assert only_entry(session).text == DRY


def test_what_is_kept_when_the_file_refuses_the_incident_is_not_kept_twice(soon_tired, dialog, session):
    dialog.post_form.text_field.setPlainText("Ugutan")
    dialog.next_button.click()
    walk(dialog, "y")
    dialog.next_button.click()
    with ExitStack() as stack:
        once = stack.enter_context
        session.watch.changed.connect(lambda kind: once(held(session)) if kind == "log" else None)
        dialog.save_button.click()
        assert dialog.isVisible()
        session.watch.changed.disconnect()
    assert dialog.banner.text
    assert session.watch.evidence.incidents() == ()
    dialog.save_button.click()
    assert not dialog.isVisible()
    (incident,) = session.watch.evidence.incidents()
    assert (only_entry(session).incident, incident.entry) == (incident.number, only_entry(session).entry)


def test_unsaved_words_are_asked_about(dialog, session):
    dialog.reject()
    assert not dialog.isVisible(), "nothing was written"


def test_a_question_before_words_are_thrown_away(dialog, session):
    dialog.post_form.text_field.setPlainText(DRY)
    dialog.reject()
    assert dialog.isVisible()
    buttons = {button.text(): button for button in dialog.question.findChildren(QPushButton)}
    buttons["Keep writing"].click()
    assert dialog.isVisible()
    dialog.reject()
    buttons = {button.text(): button for button in dialog.question.findChildren(QPushButton)}
    buttons["Throw away"].click()
    assert not dialog.isVisible()
    assert session.watch.evidence.is_empty()


@pytest.mark.parametrize("step", [POST, WALK, DONE])
def test_by_keyboard_and_screen_reader(dialog, step, qtbot):
    dialog.post_form.text_field.setPlainText(DRY)
    dialog.show_step(step)
    assert stumbles(dialog) == []


def test_another_language_changes_every_word(dialog, session, marked):
    dialog.post_form.text_field.setPlainText("")
    marked()
    for step in (POST, WALK, DONE):
        dialog.show_step(step)
        assert unmarked(dialog, own_words(session.library, session.answers) | {"2027"}) == []
