"""An entry that is gone on with, what was sent, and in whose name it is noted."""

from datetime import date, timedelta

import pytest

from desktop.core.watch.evidence import Run
from desktop.ui.watch.log.entry_dialog import DONE, WALK, EntryDialog
from desktop.ui.watch.log.noted_by import MONITORING, noted_by
from tests.ui.logged import DRY, further, log_entry


@pytest.fixture
def dialog(session, opened):
    return opened(EntryDialog(session))


def walk(dialog, answers):
    for answer in answers:
        dialog.walk_step.view.answer("yes" if answer == "y" else "no")


def only_entry(session):
    (entry,) = session.watch.evidence.entries()
    return entry


def test_going_on_with_an_entry_is_a_further_row(session, opened):
    entry = log_entry(session, DRY, ago=3, where="instagram", about=("product",), tone="bad", by="Siti")
    dialog = opened(EntryDialog(session, entry))
    dialog.settle()
    dialog.done_form.outcome_box.setCurrentText("Put right")
    dialog.save_button.click()
    rows = session.watch.evidence.history(entry.entry)
    assert [row.outcome for row in rows] == ["", "Put right"]
    before, after = rows
    assert (after.seen, after.where, after.about, after.tone) == (before.seen, "instagram", ("product",), "bad")
    assert after.seen == session.today - timedelta(days=3)


def test_a_path_of_an_older_chart_is_not_lost_by_a_change(session, opened):
    entry = log_entry(session, DRY, path=(("gone", "yes"), ("old-end", "")), done=date(2026, 12, 1), action="Rang")
    dialog = opened(EntryDialog(session, entry))
    assert not dialog.is_changed
    dialog.settle()
    dialog.done_form.outcome_box.setCurrentText("Put right")
    dialog.save_button.click()
    assert session.watch.evidence.entry(entry.entry).path == (("gone", "yes"), ("old-end", ""))


def test_an_incident_that_is_open_already_is_not_opened_again(session, opened):
    entry = further(session, log_entry(session, DRY, path=(("safety", "yes"), ("stop", ""))), incident=4)
    dialog = opened(EntryDialog(session, entry))
    dialog.show_step(WALK)
    assert not dialog.walk_step.incident_form.isVisible()
    dialog.show_step(DONE)
    dialog.save_button.click()
    assert session.watch.evidence.incidents() == ()
    assert session.watch.evidence.entry(entry.entry).incident == 4


def test_a_reply_counts_as_sent_when_the_person_says_so(dialog, session, opened):
    dialog.post_form.text_field.setPlainText(DRY)
    dialog.next_button.click()
    walk(dialog, "nyy")
    panel = dialog.walk_step.reply_panel
    panel.text_field.setPlainText("Sorry, [name]. We are baking a new one.")
    panel.sent_tick.click()
    dialog.next_button.click()
    assert dialog.step == WALK, "brackets are spoken of once"
    assert "left in it" in panel.hint_label.text()
    panel.text_field.setPlainText("Sorry, Mei. We are baking a new one.")
    dialog.next_button.click()
    dialog.save_button.click()
    entry = only_entry(session)
    assert entry.is_sent
    assert entry.reply == "Sorry, Mei. We are baking a new one."
    again = opened(EntryDialog(session, entry))
    again.show_step(WALK)
    assert not again.is_changed
    walk_view = again.walk_step.view
    walk_view.back()
    walk(again, "nny")
    assert again.walk_step.reply_panel.text == entry.reply, "what was sent stays sent"
    walk_view.back()
    walk_view.back()
    again.show_step(DONE)
    again.save_button.click()
    assert session.watch.evidence.entry(entry.entry).is_sent


def test_nobody_named_is_asked_about_once(dialog, session):
    dialog.post_form.text_field.setPlainText(DRY)
    assert dialog.done_form.who_box.name == session.answers.people[session.answers.values["monitoring_person"]].name
    dialog.done_form.who_box.setCurrentText("")
    dialog.save_button.click()
    assert dialog.step == DONE
    assert dialog.done_form.who_label.isVisible()
    assert dialog.done_form.who_box.hasFocus()
    dialog.save_button.click()
    assert only_entry(session).by == ""


def test_nobody_who_has_left_is_proposed(session):
    person, owner = session.answers.values["monitoring_person"], session.answers.values["policy_owner"]
    name = session.answers.people[person].name
    assert noted_by(session, MONITORING) == name
    session.watch.add_run(Run("leaver", name, session.today, (), person))
    assert noted_by(session, MONITORING) == name, "it is the last day"
    session.watch.add_run(Run("leaver", name, session.today - timedelta(days=1), (), person))
    assert noted_by(session, MONITORING) == session.answers.people[owner].name
    session.watch.be("Siti")
    assert noted_by(session, MONITORING) == "Siti"
