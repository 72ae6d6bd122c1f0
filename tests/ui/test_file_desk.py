"""What opens, what does not and what is said then; and where the program goes on."""

from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop import paths, settings
from desktop.store.business_file import BusinessFile
from desktop.ui.main_window import MainWindow


def click(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_file_that_is_gone_or_not_ours_is_said_in_the_window(window, tmp_path):
    window.open_file(tmp_path / "tiada.dasar")
    assert "is not there" in window.banner.text
    (tmp_path / "surat.dasar").write_text("Dear customer, here is our price list for the coming year." * 4)
    window.open_file(tmp_path / "surat.dasar")
    assert "not a DasarKita policy file" in window.banner.text
    assert window.session is None
    assert window.pages.currentWidget() is window.start_page


def test_a_file_that_will_not_open_leaves_the_open_one_alone(window, kedai, tmp_path):
    window.open_file(kedai)
    window.open_file(tmp_path / "tiada.dasar")
    assert "is not there" in window.banner.text
    assert window.session.file.path == kedai
    window.session.answer("state", "selangor")
    assert window.session.answers.values["state"] == "selangor"


def test_a_file_open_elsewhere_can_be_looked_at(window, kedai, clock, qtbot):
    with BusinessFile.open(kedai, now=clock()):
        window.open_file(kedai)
        assert window.session is None
        assert window.banner.action_button.text() == "Open it to look at"
        click(qtbot, window.banner.action_button)
        assert window.session.file.read_only
        assert window.header.saved_label.text() == "Only to look at"
        assert "not change it here" in window.banner.text
        assert not window.menu.undo.isEnabled()
        window.session.answer("state", "selangor")
        assert "state" not in window.session.answers.values
        assert "only to look at" in window.banner.text


def test_a_damaged_file_can_be_replaced_by_its_daily_copy(window, kedai, clock, qtbot):
    window.open_file(kedai)
    window.session.answer("state", "selangor")
    window.close_policy()
    window.open_file(kedai)
    window.close_policy()
    whole = kedai.read_bytes()
    kedai.write_bytes(whole[: len(whole) // 2])
    window.open_file(kedai)
    assert "damaged" in window.banner.text
    assert window.banner.action_button.text() == "Work on with the copy"
    click(qtbot, window.banner.action_button)
    assert window.session.file.path == kedai.with_name("Kedai Roti - brought back.dasar")
    assert window.session.answers.values["business_name"] == "Kedai Roti"
    assert kedai.read_bytes() == whole[: len(whole) // 2]


@pytest.fixture
def gone(window, kedai, qtbot) -> Path:
    """A policy that has a copy and was deleted, or its folder with it."""
    window.open_file(kedai)
    window.close_policy()
    kedai.unlink()
    return kedai


def test_a_file_that_is_gone_is_brought_back_from_its_newest_copy(window, gone, qtbot):
    window.open_file(gone)
    assert "is not there" in window.banner.text
    assert "still has copies" in window.banner.text
    click(qtbot, window.banner.action_button)
    assert window.session.answers.values["business_name"] == "Kedai Roti"
    assert window.session.file.path.parent == gone.parent
    assert not window.session.read_only


def test_where_its_folder_is_gone_too_the_newest_copy_is_looked_at(window, gone, qtbot):
    away = gone.parent.with_name(f"{gone.parent.name}-away")
    gone.parent.rename(away)
    window.open_file(gone)
    assert window.banner.action_button.text() == "Look at the newest copy"
    click(qtbot, window.banner.action_button)
    away.rename(gone.parent)
    assert window.session.answers.values["business_name"] == "Kedai Roti"
    assert window.session.read_only


def test_an_answer_that_could_not_be_saved_is_said_and_work_goes_on(window, kedai, soon_tired):
    window.open_file(kedai)
    other = apsw.Connection(str(kedai))
    other.execute("BEGIN EXCLUSIVE")
    window.session.answer("state", "selangor")
    other.close()
    assert "Kedai Roti.dasar" in window.banner.text
    assert "state" not in window.session.answers.values
    window.session.answer("state", "sabah")
    assert window.session.answers.values["state"] == "sabah"


@pytest.mark.parametrize("step", ["undo", "redo"])
def test_a_step_that_cannot_be_made_is_said_and_work_goes_on(window, kedai, step, soon_tired):
    window.open_file(kedai)
    window.session.answer("state", "selangor")
    window.session.answer("state", "sabah")
    window.session.undo()
    other = apsw.Connection(str(kedai))
    other.execute("BEGIN EXCLUSIVE")
    getattr(window.session, step)()
    other.close()
    assert "Kedai Roti.dasar" in window.banner.text
    assert window.session.answers.values["state"] == "selangor"
    getattr(window.session, step)()
    assert window.session.answers.values.get("state") == {"undo": None, "redo": "sabah"}[step]


def test_a_full_disk_is_said_where_it_happens_and_nothing_before_is_lost(window, kedai, clock):
    window.open_file(kedai)
    window.session.answer("state", "selangor")
    connection = window.session.file._connection
    connection.pragma("max_page_count", connection.pragma("page_count"))
    window.work_page.show_question("business_name")
    card = window.work_page.page.cards["business_name"]
    card.editor.field.setText("Kedai " * 3_000)
    card.editor.edited.emit()
    assert "The disk is full" in window.banner.text
    assert "could not be saved" in card.error_label.text()
    assert card.editor.field.text().startswith("Kedai Kedai")
    window.close_policy()
    assert "Close again to leave without it." in window.banner.text
    window.close_policy()
    with BusinessFile.open(kedai, now=clock()) as file:
        assert file.answers.values == {"business_name": "Kedai Roti", "state": "selangor"}


def test_a_file_of_a_newer_program_is_said_and_left_alone(window, kedai):
    connection = apsw.Connection(str(kedai))
    connection.pragma("user_version", 99)
    connection.close()
    before = kedai.read_bytes()
    window.open_file(kedai)
    assert "newer DasarKita" in window.banner.text
    assert window.banner.action_button.isHidden()
    assert window.session is None
    assert kedai.read_bytes() == before


def test_a_file_that_may_not_be_written_is_shown_and_can_be_exported(window, kedai):
    window.files.open(kedai, writable=False)  # as `open` does by itself in a folder that is read-only
    before = kedai.read_bytes()
    assert "not change it here" in window.banner.text
    assert window.header.saved_label.text() == "Only to look at"
    assert window.header.export_button.isEnabled()
    card = window.work_page.page.cards["business_name"]
    assert card.editor.field.text() == "Kedai Roti"
    assert not card.editor.isEnabled()
    window.session.show_form("en")
    assert window.session.form == "en"
    assert kedai.read_bytes() == before


def test_a_form_that_this_program_does_not_know_is_passed_over(window, kedai, clock):
    with BusinessFile.open(kedai, now=clock()) as file:
        file.set_setting("form", "ta")
    window.open_file(kedai)
    assert window.session.form == "both"


def test_the_window_opens_a_file_it_is_started_with(window, kedai):
    window.begin(kedai)
    assert window.session.file.path == kedai
    assert paths.settings_file().is_file()


def test_a_program_that_was_quit_goes_on_where_it_was_left(window, kedai, library, clock, qtbot):
    window.open_file(kedai)
    window.work_page.show_question("posture")
    window.close()
    again = MainWindow(settings.load(), lambda: library, clock)
    qtbot.addWidget(again)
    again.show()
    again.begin()
    qtbot.waitUntil(lambda: again.session is not None)
    qtbot.waitUntil(again.isActiveWindow)
    assert again.session.file.path == kedai
    assert again.work_page.page.cards["posture"].isAncestorOf(again.focusWidget())
    again.close()


def test_the_preview_goes_on_at_the_step_too(window, kedai, qtbot):
    window.open_file(kedai)
    window.work_page.show_page("responsibility")
    window.close_policy()
    window.open_file(kedai)
    paper = window.work_page.preview.paper
    qtbot.waitUntil(paper.isVisible)
    assert window.work_page.step_list.page == "responsibility"
    assert paper.shows("responsibility")


def test_the_clause_read_last_and_the_question_in_use_are_found_again(window, kedai, qtbot):
    window.open_file(kedai)
    page = window.work_page
    page.step_list.choose("clauses")
    clause = page.page.rows.clause_ids[9]
    page.show_clause(clause)
    page.show_question("posture")
    window.dialogs.copies()  # it takes the focus
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or window))
    window.files.may_leave()
    dialog.reject()
    assert window.session.file.setting("question") == "posture"
    window.close_policy()
    window.open_file(kedai)
    window.work_page.step_list.choose("clauses")
    assert window.work_page.page.clause_id == clause
    assert clause in window.work_page.page.rows.clause_ids


def test_a_program_that_was_quit_without_a_file_begins_at_the_start_page(window, kedai, library, clock, qtbot):
    window.open_file(kedai)
    window.close_policy()
    window.close()
    again = MainWindow(settings.load(), lambda: library, clock)
    qtbot.addWidget(again)
    again.begin()
    assert again.session is None


def test_a_sample_left_open_is_not_what_the_next_start_goes_on_with(window, kedai, library, clock, qtbot):
    window.open_file(kedai)
    window.open_sample("bakery")
    window.close()
    again = MainWindow(settings.load(), lambda: library, clock)
    qtbot.addWidget(again)
    again.begin()
    assert settings.load().open_file == ""
    assert again.session is None


def test_a_sample_leads_back_to_the_policy_of_ones_own(window, kedai, qtbot):
    window.open_file(kedai)
    window.open_sample("bakery")
    window.open_sample("clinic")
    assert window.banner.action_button.text() == "Back to Kedai Roti"
    click(qtbot, window.banner.action_button)
    assert window.session.file.path == kedai


def test_a_sample_leads_back_to_a_policy_of_an_earlier_day(window, kedai, qtbot):
    start = window.start_page
    window.open_sample("clinic")
    assert window.banner.action_button.text() == "Start our policy"
    window.saved.remember(kedai)
    window.open_sample("bakery")
    window.close_policy()
    qtbot.waitUntil(lambda: start.own_recent == kedai)
    window.open_sample("bakery")
    assert window.banner.action_button.text() == "Back to Kedai Roti"


def test_a_file_left_open_that_is_gone_is_no_fault(window, kedai, library, clock, qtbot):
    window.open_file(kedai)
    window.close()
    kedai.unlink()
    again = MainWindow(settings.load(), lambda: library, clock)
    qtbot.addWidget(again)
    again.begin()
    qtbot.waitUntil(lambda: "Not found" in again.start_page.recent_rows[0].card.words[1])
    assert again.session is None
    assert again.banner.text == ""


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
def test_another_start_brings_the_window_to_the_front_with_its_file(window, kedai):
    window.showMinimized()
    window.take(kedai)
    assert not window.isMinimized()
    assert window.session.file.path == kedai
