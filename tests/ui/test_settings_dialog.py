"""The settings: each counts at once, and is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop import paths, settings
from desktop.settings import Settings
from desktop.store.business_file import BusinessFile
from desktop.ui import theme
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.editors.options import Radio, Tick
from desktop.ui.session import Session
from desktop.ui.settings.settings_dialog import SettingsDialog
from tests.ui.accessible import stumbles
from tests.ui.every_word import unmarked
from tests.ui.exporting import make


@pytest.fixture
def saved():
    yield Settings()
    theme.use("system")
    theme.set_calm(False)


@pytest.fixture
def settings_of(dressed, qtbot, saved):
    shown = []

    def show(session):
        dialog = SettingsDialog(saved, session)
        shown.append(dialog)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return show


@pytest.fixture
def dialog(settings_of, session):
    return settings_of(session)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_light_or_dark_is_worn_at_once_and_kept(dialog, qtbot, saved):
    click(qtbot, dialog.look_section.look_radios["dark"])
    assert theme.dark()
    click(qtbot, dialog.look_section.look_radios["light"])
    assert not theme.dark()
    assert saved.look == settings.load().look == "light"


def test_calm_stops_what_moves(dialog, qtbot, saved):
    assert theme.motion(200) == 200
    click(qtbot, dialog.look_section.calm_box)
    assert theme.motion(200) == 0
    assert settings.load().calm
    click(qtbot, dialog.look_section.calm_box)
    assert theme.motion(200) == 200
    assert not settings.load().calm


def test_the_language_is_asked_for(dialog, qtbot):
    with qtbot.waitSignal(dialog.language_chosen) as asked:
        click(qtbot, dialog.look_section.language_switch.buttons["ms"])
    assert asked.args == ["ms"]


def test_it_begins_with_what_is_kept(settings_of, session, saved):
    saved.look, saved.calm, saved.reminders, saved.copy_offers = "dark", True, False, False
    dialog = settings_of(session)
    assert dialog.look_section.look_radios["dark"].isChecked()
    assert dialog.look_section.calm_box.isChecked()
    assert not dialog.reminders_section.tasks_box.isChecked()
    assert not dialog.reminders_section.copies_box.isChecked()


def test_back_to_the_first_look_can_be_undone(settings_of, session, qtbot, saved):
    saved.look, saved.calm, saved.preview_zoom, saved.panes = "dark", True, 140, [200, 500, 400]
    saved.documents, saved.language = "somewhere", "ms"
    section = settings_of(session).look_section
    with qtbot.waitSignal(section.sizes_changed):
        click(qtbot, section.reset_button)
    usual = Settings(documents="somewhere", language="ms")
    assert settings.load() == saved == usual
    assert not section.reset_button.isEnabled()
    assert section.banner.action_button.hasFocus()
    with qtbot.waitSignal(section.sizes_changed):
        click(qtbot, section.banner.action_button)
    assert (saved.look, saved.calm, saved.preview_zoom, saved.panes) == ("dark", True, 140, [200, 500, 400])
    assert settings.load() == saved
    assert theme.dark()
    assert section.look_radios["dark"].isChecked()
    assert section.banner.text == ""


def test_panes_and_preview_follow_the_way_back_and_its_undo(window, qtbot):
    window.resize(1300, 760)
    window.open_sample("bakery")
    page = window.work_page
    page.show_page("stance")
    usual = page._splitter.sizes()
    page._splitter.setSizes([300, 400, 600])
    moved = page._splitter.sizes()
    assert moved != usual
    page.preview.zoom_in()
    zoomed = page.preview.bar.zoom.percent
    window.dialogs.settings()
    section = window.findChild(SettingsDialog).look_section
    click(qtbot, section.reset_button)
    assert page._splitter.sizes() == usual
    assert page.preview.bar.zoom.percent == 100 != zoomed
    click(qtbot, section.banner.action_button)
    assert page._splitter.sizes() == moved
    assert page.preview.bar.zoom.percent == zoomed == settings.load().preview_zoom


def test_there_is_no_way_back_where_nothing_was_changed(dialog):
    assert not dialog.look_section.reset_button.isEnabled()


def test_reminders_are_kept(dialog, qtbot, saved):
    click(qtbot, dialog.reminders_section.tasks_box)
    assert (settings.load().reminders, settings.load().copy_offers) == (False, True)
    click(qtbot, dialog.reminders_section.copies_box)
    assert (settings.load().reminders, settings.load().copy_offers) == (False, False)


def test_a_folder_for_documents_is_kept_and_given_up_again(dialog, qtbot, tmp_path, monkeypatch):
    section = dialog.documents_section
    assert section.usual_label.isVisible()
    assert not section.usual_button.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_ignored: str(tmp_path))
    click(qtbot, section.choose_button)
    assert settings.load().documents == section.folder_edit.text() == str(tmp_path)
    assert not section.usual_label.isVisible()
    click(qtbot, section.usual_button)
    assert settings.load().documents == ""
    assert section.usual_label.isVisible()
    assert section.choose_button.hasFocus()


def test_leaving_the_choice_of_a_folder_changes_nothing(dialog, qtbot, tmp_path, monkeypatch, saved):
    dialog.documents_section.set_folder(tmp_path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_ignored: "")
    click(qtbot, dialog.documents_section.choose_button)
    assert saved.documents == str(tmp_path)


def test_a_folder_that_cannot_be_used_is_said_and_the_old_one_stays(dialog, tmp_path, saved):
    section = dialog.documents_section
    section.set_folder(tmp_path)
    section.set_folder(tmp_path / "hilang")
    assert "cannot be reached" in section.banner.text
    assert saved.documents == section.folder_edit.text() == str(tmp_path)
    section.set_folder(tmp_path)
    assert section.banner.text == ""


def test_a_folder_that_has_gone_is_said_when_the_settings_are_opened(settings_of, session, tmp_path, saved):
    saved.documents = str(tmp_path / "stick")
    section = settings_of(session).documents_section
    assert str(tmp_path / "stick") in section.banner.text
    assert "Until then documents go beside your policy file." in section.banner.text


@pytest.mark.parametrize("way", ["password", "copies"])
def test_it_leads_on_to_password_and_copies(dialog, qtbot, way):
    with qtbot.waitSignal(getattr(dialog, f"{way}_wanted")):
        click(qtbot, getattr(dialog.file_section, f"{way}_button"))
    assert not dialog.isVisible()


def test_without_an_open_file_it_says_what_password_and_copies_belong_to(settings_of):
    section = settings_of(None).file_section
    assert not section.password_button.isVisible()
    assert not section.copies_button.isVisible()
    assert "belong to a policy file" in section.state_label.text()


def test_it_says_whether_the_file_has_a_password(settings_of, session, clock):
    assert "has no password" in settings_of(session).file_section.state_label.text()
    session.file.protect("tiga ekor kucing", now=clock())
    assert "is protected by a password" in settings_of(session).file_section.state_label.text()


def test_a_file_open_to_look_at_keeps_its_password(settings_of, session, library, clock):
    path = session.file.path
    session.close()
    with BusinessFile.open(path, now=clock(), writable=False) as file:
        section = settings_of(Session(library, file, clock)).file_section
        assert not section.password_button.isEnabled()
        assert section.copies_button.isEnabled()


def test_folders_are_shown_and_opened(dialog, qtbot, opener):
    section = dialog.places_section
    places = [paths.backups(), paths.settings_file().parent, paths.logs()]
    assert [edit.text() for edit in section.path_edits] == [str(place) for place in places]
    assert not paths.logs().exists()
    for button in section.open_buttons:
        click(qtbot, button)
    assert opener.opened == places
    assert paths.logs().is_dir()


def test_everything_is_reached_and_named_without_a_mouse(settings_of, session, saved, tmp_path):
    saved.look, saved.documents = "light", str(tmp_path)
    assert stumbles(settings_of(session)) == []


def test_escape_closes_and_return_presses(dialog, qtbot, opener):
    dialog.places_section.open_buttons[0].setFocus()
    qtbot.keyClick(dialog.places_section.open_buttons[0], Qt.Key.Key_Return)
    assert opener.opened == [paths.backups()]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.fixture
def export_to(session, qtbot):
    """Makes documents as the owner does who chose a folder in the settings."""

    def make_there(documents):
        dialog = ExportDialog(session, documents=documents)
        qtbot.addWidget(dialog)
        dialog.documents.choose("policy")
        dialog.show()
        make(dialog, qtbot)
        return dialog.folder

    return make_there


def test_documents_go_into_the_folder_of_the_settings(export_to, session, tmp_path):
    usual, first, second = tmp_path / "Word documents", tmp_path / "satu", tmp_path / "dua"
    first.mkdir()
    second.mkdir()
    assert export_to("") == usual
    assert export_to(str(first)) == first
    assert export_to(str(second)) == second
    assert export_to(str(tmp_path / "hilang")) == usual


def test_a_folder_chosen_for_this_file_goes_before_that_of_the_settings(session, qtbot, tmp_path, export_to):
    dialog = ExportDialog(session, documents=str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.documents.choose("policy")
    dialog.set_folder(tmp_path / "khas")
    dialog.show()
    make(dialog, qtbot)
    assert export_to(str(tmp_path)) == tmp_path / "khas"


def test_every_word_changes_with_the_language(dialog, qtbot, marked, saved, tmp_path):
    click(qtbot, dialog.look_section.look_radios["dark"])
    click(qtbot, dialog.look_section.reset_button)
    dialog.documents_section.set_folder(tmp_path / "tiada")
    marked()
    own = {str(tmp_path / "tiada"), str(paths.logs()), "Sample - Kedai Roti Seri Murni.dasar"}
    assert unmarked(dialog, own) == []


def test_nothing_is_cut_in_a_small_window_with_long_words(dialog, qtbot, marked, saved, tmp_path):
    marked()
    dialog.documents_section.set_folder(tmp_path / "tiada")
    dialog.resize(dialog.minimumWidth(), 480)
    qtbot.waitUntil(lambda: dialog.area.widget().width() <= dialog.area.viewport().width())
    for kind in (QLabel, Radio, Tick):
        for widget in dialog.area.widget().findChildren(kind):
            if widget.isVisible() and widget.hasHeightForWidth():
                assert widget.height() >= widget.heightForWidth(widget.width())
