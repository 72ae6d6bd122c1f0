"""The choices of the start page."""

import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialogButtonBox, QToolButton

from desktop import paths, settings
from desktop.business_files import SAMPLE
from desktop.settings import Settings
from desktop.store.business_file import BusinessFile
from desktop.ui.main_window import MainWindow
from desktop.ui.start.new_policy import NewPolicyDialog
from desktop.ui.start.recent_files import changed_words
from desktop.ui.start.start_page import StartPage


@pytest.fixture
def start(window):
    return window.start_page


def restarted(library, clock, qtbot) -> MainWindow:
    """The window of the next start."""
    window = MainWindow(settings.load(), lambda: library, clock)
    qtbot.addWidget(window)
    window.begin()
    return window


def test_a_first_start_offers_to_begin_to_open_and_every_sample(start, library):
    assert start.new_card.words[0] == "Start our policy"
    assert start.sample_card.words[0] == "Look at a sample"
    assert start.open_card.words[0] == "Open a policy"
    assert start.steps.isVisible()
    assert not start.recent_rows
    assert list(start.sample_cards) == [sample.id for sample in library.samples]
    for sample in library.samples:
        assert start.sample_cards[sample.id].words == (sample.title["en"], sample.summary["en"])


def test_the_return_key_begins_at_once(window, start, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert start.new_card.hasFocus()


def test_samples_come_in_sight_when_they_are_asked_for(start, qtbot):
    first = next(iter(start.sample_cards.values()))
    assert not first.isVisible()
    start.new_card.setFocus()
    qtbot.keyClick(start.sample_card, Qt.Key.Key_Space)
    assert first.isVisible()
    assert first.hasFocus()
    assert not start.steps.isVisible()
    qtbot.mouseClick(start.sample_card, Qt.MouseButton.LeftButton)
    assert not first.isVisible()
    assert start.steps.isVisible()


def test_samples_are_put_away_once_a_policy_is_closed_and_stay_below_what_was_left(window, start, qtbot):
    qtbot.mouseClick(start.sample_card, Qt.MouseButton.LeftButton)
    assert start.new_card.property("first") == "", "one choice stands out"
    window.open_sample("bakery")
    window.close_policy()
    first = start.sample_cards["bakery"]
    assert not first.isVisible()
    assert start.new_card.property("first") == "true"
    qtbot.mouseClick(start.sample_card, Qt.MouseButton.LeftButton)
    top = QPoint(0, 0)
    (row,) = start.recent_rows
    assert row.mapTo(start, top).y() < first.mapTo(start, top).y()


def test_every_choice_can_be_reached_and_named_without_a_mouse(start):
    for card in (start.new_card, start.sample_card, start.open_card, *start.sample_cards.values()):
        assert card.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert card.accessibleName()
        assert card.accessibleDescription()


def new_policy(window, qtbot, name) -> NewPolicyDialog:
    qtbot.mouseClick(window.start_page.new_card, Qt.MouseButton.LeftButton)
    dialog = window.findChild(NewPolicyDialog)
    qtbot.keyClicks(dialog.name_edit, name)
    return dialog


def test_starting_a_policy_makes_its_file_and_opens_it(window, qtbot):
    dialog = new_policy(window, qtbot, "Kedai Roti Puan Ros")
    expected = paths.documents() / "Kedai Roti Puan Ros.dasar"
    assert dialog.place.text() == str(expected)
    qtbot.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)
    assert expected.is_file()
    assert window.session.file.path == expected
    assert window.session.answers.values == {"business_name": "Kedai Roti Puan Ros"}
    assert window.windowTitle() == "Kedai Roti Puan Ros - DasarKita"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Klinik A/B: “Sri”?", "Klinik A-B “Sri”.dasar"),
        ("  Bengkel \t Din  ", "Bengkel Din.dasar"),
        ("CON", "CON_.dasar"),
        ("???", "Our policy.dasar"),
        ("Kedai 🍞 Roti", "Kedai 🍞 Roti.dasar"),
        ("x" * 190, "x" * 120 + ".dasar"),
    ],
)
def test_a_name_becomes_a_file_name_every_system_accepts(window, qtbot, name, file):
    dialog = new_policy(window, qtbot, "")
    dialog.name_edit.setText(name)
    dialog.accept()
    assert window.session.file.path.name == file
    assert window.session.answers.values["business_name"] == name.strip()


def test_a_second_business_of_the_same_name_gets_a_file_of_its_own(window, qtbot):
    new_policy(window, qtbot, "Kedai").accept()
    first = window.session.file.path
    window.close_policy()
    dialog = NewPolicyDialog(window.library, paths.documents(), window._clock, window)
    dialog.name_edit.setText("Kedai")
    dialog.accept()
    with dialog.file as second:
        assert second.path.name == "Kedai (2).dasar"
        assert first.is_file()


def test_a_name_that_is_taken_is_said_and_its_policy_is_one_click_away(window, qtbot):
    new_policy(window, qtbot, "Kedai").accept()
    first = window.session.file.path
    window.close_policy()
    dialog = NewPolicyDialog(window.library, paths.documents(), window._clock, window)
    dialog.existing_wanted.connect(window.open_file)
    dialog.show()
    qtbot.keyClicks(dialog.name_edit, "Keda")
    assert dialog.banner.text == ""
    qtbot.keyClicks(dialog.name_edit, "i")
    assert "already a policy with this name" in dialog.banner.text
    assert dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width())
    qtbot.mouseClick(dialog.banner.action_button, Qt.MouseButton.LeftButton)
    assert dialog.isHidden()
    assert window.session.file.path == first


def test_a_policy_without_a_name_is_asked_for_one(window, qtbot):
    dialog = new_policy(window, qtbot, "   ")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "name of your business" in dialog.banner.text
    assert dialog.isVisible()
    assert not paths.documents().exists()
    qtbot.keyClicks(dialog.name_edit, "K")
    assert dialog.banner.text == ""
    qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    assert window.session is None


def test_a_folder_that_cannot_hold_the_file_is_said_in_the_dialog(window, qtbot, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    dialog = new_policy(window, qtbot, "Kedai")
    dialog.set_folder(tmp_path / "file")
    dialog.accept()
    assert "Kedai.dasar" in dialog.banner.text
    assert dialog.banner.action_button.text() == "Choose another folder"
    assert window.session is None


def test_a_sample_opens_as_a_copy_that_says_so(window, qtbot, library):
    qtbot.mouseClick(window.start_page.sample_card, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.start_page.sample_cards["bakery"], Qt.MouseButton.LeftButton)
    assert window.session.file.path.name == "Sample - Kedai Roti Seri Murni.dasar"
    assert "not your policy" in window.banner.text
    assert window.header.sample_badge.isVisible()
    window.close_policy()
    assert window.banner.text == ""
    assert not window.header.sample_badge.isVisible()


def test_an_unchanged_sample_is_used_again_and_a_changed_one_is_left_alone(window):
    window.open_sample("bakery")
    window.close_policy()
    window.open_sample("bakery")
    window.session.answer("business_name", "Kedai Saya")
    window.open_sample("bakery")
    assert window.session.file.path.name == "Sample - Kedai Roti Seri Murni (2).dasar"
    assert window.session.answers.values["business_name"] == "Kedai Roti Seri Murni"


def test_a_file_that_only_looks_like_a_sample_is_left_alone(window, clock):
    path = paths.documents() / "Sample - Kedai Roti Seri Murni.dasar"
    BusinessFile.create(path, now=clock()).close()
    window.open_sample("bakery")
    assert window.session.file.path != path
    assert window.session.file.setting(SAMPLE) == "bakery"


def test_files_opened_before_are_offered_with_their_folder(window, library, clock, qtbot):
    window.open_sample("clinic")
    path = window.session.file.path
    window.close()
    again = restarted(library, clock, qtbot)
    (row,) = again.start_page.recent_rows
    qtbot.waitUntil(lambda: row.card.mark == "Sample")
    assert row.card.words == (path.stem, f"Changed today, in the folder {path.parent.name}")
    assert row.card.toolTip() == str(path)
    assert row.card.accessibleName() == f"{path.stem}, Sample"
    qtbot.mouseClick(row.card, Qt.MouseButton.LeftButton)
    assert again.session.file.path == path
    again.close()


def test_a_file_that_is_gone_is_said_calmly_and_can_leave_the_list(library, clock, qtbot, dressed):
    gone = Path.home() / "usb" / "Kedai Lama.dasar"
    saved = Settings()
    saved.remember(gone)
    settings.save(saved)
    window = restarted(library, clock, qtbot)
    (row,) = window.start_page.recent_rows
    assert row.card.words == ("Kedai Lama", "In the folder usb"), "not known yet"
    qtbot.waitUntil(lambda: "Not found" in row.card.words[1])
    assert row.card.words == (
        "Kedai Lama",
        f"Not found in {gone.parent}. Perhaps it was moved, or its drive is not connected.",
    )
    qtbot.mouseClick(row.card, Qt.MouseButton.LeftButton)
    window.show()
    assert "“Kedai Lama.dasar” is not there" in window.banner.text
    assert window.session is None
    qtbot.mouseClick(window.banner.action_button, Qt.MouseButton.LeftButton)
    assert not window.start_page.recent_rows
    assert settings.load().recent == []
    window.close()


def test_a_file_can_leave_the_list_and_stays_on_the_disk(window, qtbot):
    window.open_sample("bakery")
    path = window.session.file.path
    window.close_policy()
    (row,) = window.start_page.recent_rows
    qtbot.mouseClick(row.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not window.start_page.recent_rows
    assert path.is_file()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 1, 4), "Changed today"),
        (date(2027, 1, 3), "Changed yesterday"),
        (date(2026, 12, 29), "Changed 6 days ago"),
        (date(2026, 12, 28), "Changed on 28 December 2026"),
        (date(2027, 1, 9), "Changed on 9 January 2027"),  # the clock of another computer
    ],
)
def test_the_date_of_the_last_change_is_said_in_words(day, words):
    assert changed_words(day, date(2027, 1, 4)) == words


def test_recent_files_follow_the_language_and_the_firms_own_carry_no_mark(dressed, clock, tmp_path, qtbot, marked):
    path = tmp_path / "Kedai.dasar"
    BusinessFile.create(path, now=clock()).close()
    os.utime(path, (clock().timestamp(), clock().timestamp() - 86400))
    (tmp_path / "Rosak.dasar").write_bytes(b"no policy")
    page = StartPage(clock=clock)
    qtbot.addWidget(page)
    page.show()
    page.show_recent([str(path), str(tmp_path / "Rosak.dasar")])
    qtbot.waitUntil(lambda: all("Changed" in row.card.words[1] for row in page.recent_rows))
    row = page.recent_rows[0]
    assert row.card.words == ("Kedai", f"Changed yesterday, in the folder {tmp_path.name}")
    assert [row.card.mark for row in page.recent_rows] == ["", ""]
    marked()
    assert "«Changed yesterday»" in row.card.words[1]


def test_everything_that_matters_is_in_sight_on_a_small_screen(dressed, clock, tmp_path, qtbot, library):
    page = StartPage(clock=clock)
    qtbot.addWidget(page)
    page.resize(960, 510)  # what a window of 960 by 600 leaves
    page.show_samples(library.samples)
    names = [tmp_path / f"Kedai Roti dan Kek Puan Ros {number}.dasar" for number in range(6)]
    for name in names:
        name.touch()
    page.show_recent([str(name) for name in names])
    page.show()
    assert page.verticalScrollBar().maximum() == 0
    assert page.horizontalScrollBar().maximum() == 0
