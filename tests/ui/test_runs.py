"""Somebody joins or leaves, or the agency changes: the list is made, ticked off and finished."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.core.answers import Account, Person
from desktop.core.watch.choices import TaskChoice
from desktop.core.watch.register import run_for
from desktop.ui.watch.accounts.account_view import AccountView
from desktop.ui.watch.accounts.begin_run_dialog import BeginRunDialog
from desktop.ui.watch.accounts.note_dialog import NoteDialog
from desktop.ui.watch.accounts.run_dialog import RunDialog
from tests.ui.accessible import stumbles
from tests.ui.watch_pages import DAILY

PAGE = Account("page", "facebook", "Kedai Roti", "aminah", ("ravi",), "ravi", "aminah", "app")
CLIP = Account("clip", "tiktok", "@roti", "aminah", agency="Kreatif")


@pytest.fixture
def firm(fresh):
    for person in (Person("aminah", "Aminah Yusof"), Person("ravi", "Ravi Kumar", {"en": "Baker"})):
        fresh.save_person(person)
    fresh.save_account(PAGE)
    fresh.save_account(CLIP)
    fresh.answer("policy_owner", "aminah")
    fresh.answer("deputy", "ravi")
    return fresh


@pytest.fixture
def run_of(firm):
    def begin(kind, name="Ravi Kumar", person="ravi", accounts=("page",)):
        facts = firm.settled.all_facts
        return firm.watch.add_run(
            run_for(firm.library, facts, kind, name, firm.today, person=person, accounts=accounts)
        )

    return begin


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def say(qtbot, dialog, words):
    """Write into the small dialog that is open, and accept it."""
    small = next(each for each in dialog.findChildren(NoteDialog) if each.isVisible())
    small.field.setPlainText(words)
    click(qtbot, small.done_button)
    return small


def test_a_leaver_is_chosen_with_the_accounts_they_enter(firm, opened, qtbot):
    firm.answer("deputy", None)
    dialog = opened(BeginRunDialog(firm, "leaver"))
    click(qtbot, dialog.begin_button)
    assert "who" in dialog.error_label.text()
    dialog.who_box.setCurrentIndex(dialog.who_box.findData("ravi"))
    assert dialog.person == "ravi"
    assert dialog.error_label.isHidden()
    assert [each for each, tick in dialog.account_ticks.items() if tick.isChecked()] == ["page"]
    dialog.account_ticks["clip"].click()
    click(qtbot, dialog.begin_button)
    (run,) = firm.watch.evidence.runs()
    assert (run.kind, run.name, run.person, run.day) == ("leaver", "Ravi Kumar", "ravi", firm.today)
    assert [step.id for step in run.steps if step.is_access] == ["access:page", "access:clip"]


def test_somebody_who_is_in_no_register_can_leave_too(firm, opened, qtbot):
    dialog = opened(BeginRunDialog(firm, "leaver"))
    qtbot.keyClicks(dialog.who_box, "Intern Zul")
    click(qtbot, dialog.begin_button)
    assert dialog.kept.name == "Intern Zul"
    assert dialog.kept.person == ""


def test_an_agency_is_offered_by_its_name(firm, opened, qtbot):
    dialog = opened(BeginRunDialog(firm, "agency"))
    dialog.who_box.setCurrentIndex(0)
    assert dialog.name == "Kreatif"
    assert [each for each, tick in dialog.account_ticks.items() if tick.isChecked()] == ["clip"]
    click(qtbot, dialog.begin_button)
    assert dialog.kept.person == ""


def test_a_tick_is_kept_with_name_and_time(firm, run_of, opened, qtbot, clock):
    run = run_of("leaver")
    dialog = opened(RunDialog(firm, run, "Aminah Yusof"))
    row = dialog.rows["access:page"]
    assert row.tick.hasFocus()
    assert "Access to one account" in dialog.state_label.text()
    qtbot.keyClick(row.tick, Qt.Key.Key_Space)
    (note,) = firm.watch.evidence.notes("run", run.number)
    assert (note.step, note.by, note.on) == ("access:page", "Aminah Yusof", clock())
    assert row.tick.isChecked()
    assert not row.tick.isEnabled()
    assert "Aminah Yusof" in row.when_label.text()
    assert "All access is removed." in dialog.state_label.text()
    click(qtbot, row.note_button)
    say(qtbot, dialog, "Role removed at noon")
    assert "Role removed at noon" in row.note_label.text()


def test_a_mistaken_tick_is_put_right_by_a_further_note(firm, run_of, opened, qtbot):
    run = run_of("leaver")
    dialog = opened(RunDialog(firm, run))
    row = dialog.rows["access:page"]
    row.tick.click()
    click(qtbot, row.mistake_button)
    small = next(each for each in dialog.findChildren(NoteDialog) if each.isVisible())
    click(qtbot, small.done_button)
    assert small.error_label.isVisible()
    assert row.tick.isChecked()
    say(qtbot, dialog, "password: mentega88")
    assert small.isVisible()
    say(qtbot, dialog, "It was another page")
    assert not row.tick.isChecked()
    assert row.tick.isEnabled()
    assert len(firm.watch.evidence.notes("run", run.number)) == 2


def test_the_hours_that_are_left_are_counted(firm, run_of, opened, qtbot, clock):
    firm.answer("access_removal_hours", 4)
    run = run_of("leaver")
    dialog = opened(RunDialog(firm, run))
    assert "16 hours" in dialog.state_label.text()
    dialog.reject()
    clock.now += timedelta(hours=17)
    late = opened(RunDialog(firm, run))
    assert "was over" in late.state_label.text()


def test_a_list_whose_time_is_over_says_so_among_the_others(firm, run_of, qtbot, clock):
    run = run_of("leaver")
    view = AccountView(firm)
    qtbot.addWidget(view)
    view.show()
    assert "was over" not in view.open_runs.buttons[run.number].accessibleDescription()
    clock.now += timedelta(days=3)
    firm.begin_day()
    assert "was over" in view.open_runs.buttons[run.number].accessibleDescription()


def test_the_register_follows_only_when_it_is_asked_to(firm, run_of, opened, qtbot):
    dialog = opened(RunDialog(firm, run_of("leaver")))
    row = dialog.rows["access:page"]
    assert row.register_button.isHidden()
    row.tick.click()
    assert firm.answers.accounts["page"] == PAGE
    click(qtbot, row.register_button)
    assert firm.answers.accounts["page"] == replace(PAGE, administrators=(), recovery_email="")
    assert row.register_button.isHidden()
    firm.undo()
    assert firm.answers.accounts["page"] == PAGE


def test_an_agency_goes_out_of_the_register_and_somebody_new_comes_in(firm, run_of, opened, qtbot):
    agency = opened(RunDialog(firm, run_of("agency", "Kreatif", "", ("clip",))))
    agency.rows["access:clip"].tick.click()
    click(qtbot, agency.rows["access:clip"].register_button)
    assert firm.answers.accounts["clip"] == replace(CLIP, agency="")
    joiner = opened(RunDialog(firm, run_of("joiner", accounts=("clip",))))
    joiner.rows["access:clip"].tick.click()
    click(qtbot, joiner.rows["access:clip"].register_button)
    assert firm.answers.accounts["clip"].administrators == ("ravi",)


def test_a_person_is_taken_out_at_the_end_with_what_it_means(firm, run_of, opened, qtbot):
    assert firm.watch.choose(DAILY, TaskChoice(who="ravi"))
    dialog = opened(RunDialog(firm, run_of("leaver")))
    assert dialog.removal_frame.isHidden()
    dialog.rows["access:page"].tick.click()
    assert dialog.removal_frame.isVisible()
    assert "Kedai Roti" in dialog.removal_label.text()
    deputy = next(question for question in firm.library.questions if question.id == "deputy")
    assert deputy.prompt["en"] in dialog.removal_label.text()
    task = firm.watch.title(DAILY)["en"]
    assert f"stay with Ravi Kumar until you do, or name somebody else: {task}." in dialog.removal_label.text()
    click(qtbot, dialog.removal_button)
    assert list(firm.answers.people) == ["aminah"]
    assert firm.answers.accounts["page"] == replace(PAGE, administrators=(), recovery_email="")
    assert dialog.removal_frame.isHidden()
    firm.undo()
    assert firm.answers.accounts["page"] == PAGE
    assert "ravi" in firm.answers.people


def test_a_run_is_finished_with_a_reason_for_what_is_left_and_opened_again(firm, run_of, opened, qtbot):
    run = run_of("leaver")
    dialog = opened(RunDialog(firm, run, "Aminah Yusof"))
    click(qtbot, dialog.finish_button)
    small = next(each for each in dialog.findChildren(NoteDialog) if each.isVisible())
    click(qtbot, small.done_button)
    assert small.error_label.isVisible()
    say(qtbot, dialog, "He never started")
    assert "He never started" in dialog.state_label.text()
    assert firm.watch.evidence.is_closed("run", run.number)
    assert not dialog.rows["access:page"].tick.isEnabled()
    click(qtbot, dialog.reopen_button)
    say(qtbot, dialog, "He came after all")
    assert dialog.finish_button.isVisible()
    assert dialog.rows["access:page"].tick.isEnabled()
    assert not firm.watch.evidence.is_closed("run", run.number)


def test_the_record_is_wanted_as_a_document(firm, run_of, opened, qtbot):
    run = run_of("leaver")
    dialog = opened(RunDialog(firm, run))
    with qtbot.waitSignal(dialog.export_wanted) as told:
        click(qtbot, dialog.record_button)
    (wish,) = told.args
    assert wish.documents == ("leaver-record",)
    assert wish.records.run == run


def test_open_runs_stand_on_top_and_finished_ones_below(firm, run_of, qtbot):
    view = AccountView(firm)
    qtbot.addWidget(view)
    view.resize(820, 640)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    assert view.open_runs.isHidden()
    run = run_of("leaver")
    assert list(view.open_runs.buttons) == [run.number]
    view.focus_first()
    assert view.open_runs.buttons[run.number].hasFocus()
    click(qtbot, view.open_runs.buttons[run.number])
    dialog = view.findChild(RunDialog)
    click(qtbot, dialog.finish_button)
    say(qtbot, dialog, "Done by telephone")
    assert not view.open_runs.buttons
    assert list(view.past_runs.buttons) == [run.number]
    dialog.reject()


def test_every_word_follows_the_language(firm, run_of, opened, marked):
    begin, dialog = opened(BeginRunDialog(firm, "joiner")), opened(RunDialog(firm, run_of("leaver")))
    marked()
    assert begin.begin_button.text().startswith("«")
    assert dialog.state_label.text().startswith("«")
    assert dialog.rows["access:page"].note_button.text().startswith("«")


def test_the_keyboard_reaches_everything_and_all_is_named(firm, run_of, opened):
    assert stumbles(opened(BeginRunDialog(firm, "leaver"))) == []
    dialog = opened(RunDialog(firm, run_of("leaver")))
    dialog.rows["access:page"].tick.click()
    assert stumbles(dialog) == []
