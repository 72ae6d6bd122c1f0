"""Files open and close, what goes wrong is said, undo has a name, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop import settings
from desktop.core.answers import Person
from desktop.store.business_file import BusinessFile
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.main_window import MainWindow


def click(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_without_a_file_only_what_can_be_done_is_offered(window):
    assert window.windowTitle() == "DasarKita"
    assert not any(a.isEnabled() for a in (window.menu.export, window.menu.close_policy, window.menu.undo))
    assert not window.header.export_button.isVisible()
    assert window.header.language_switch.isVisible()


def test_a_file_opens_and_closes(window, kedai, qtbot):
    window.open_file(kedai)
    assert window.header.name_label.text() == "Kedai Roti"
    assert window.menu.export.isEnabled()
    assert window.pages.currentWidget() is window.work_page
    assert window.banner.text == ""
    window.menu.close_policy.trigger()
    assert window.session is None
    assert window.pages.currentWidget() is window.start_page
    BusinessFile.open(kedai, now=window._clock()).close()


def test_another_file_takes_the_place_of_the_first(window, kedai):
    window.open_sample("bakery")
    first = window.session.file.path
    window.open_file(kedai)
    assert window.session.file.path == kedai
    assert window.pages.count() == 2
    BusinessFile.open(first, now=window._clock()).close()


def test_the_same_file_again_changes_nothing(window, kedai):
    window.open_file(kedai)
    session = window.session
    window.open_file(kedai)
    assert window.session is session
    assert window.banner.text == ""


def test_a_name_too_long_for_the_strip_is_cut_and_kept_in_the_tip(window, kedai):
    window.open_file(kedai)
    name = "Perniagaan Keluarga " * 20
    window.session.answer("business_name", name)
    assert window.header.name_label.text().endswith("…")
    assert window.header.name_label.toolTip() == name.strip()
    assert window.minimumSizeHint().width() <= 1280


def test_undo_says_what_it_takes_back(window, kedai, library):
    window.open_file(kedai)
    assert window.menu.undo.text() == "&Undo"
    window.session.answer("state", "selangor")
    assert window.menu.undo.text().startswith("&Undo: answer to “")
    assert window.menu.undo.toolTip() == window.header.undo_button.toolTip()
    window.menu.undo.trigger()
    assert "state" not in window.session.answers.values
    assert not window.menu.undo.isEnabled()
    assert window.menu.redo.text().startswith("&Redo: answer to “")
    window.menu.redo.trigger()
    assert window.session.answers.values["state"] == "selangor"


def test_undo_brings_the_question_into_sight(window, kedai):
    window.open_file(kedai)
    page = window.work_page
    page.show_page("training")
    window.session.answer("career_support", False)
    page.show_page("stance")
    window.menu.undo.trigger()
    assert page.page.page_id == "training"
    assert page.page.shows("career_support")
    window.menu.redo.trigger()
    assert page.page.shows("career_support")


def test_the_preview_comes_along_to_the_next_question_on_the_quick_way(window, kedai, qtbot):
    window.open_file(kedai)
    window.resize(1366, 760)
    work = window.work_page
    work.show_page("first")
    qtbot.waitUntil(lambda: not work.preview.paper.is_drawing)
    assert work.preview.paper.shows("title"), "nothing moves when the page opens"
    met = []
    work.page.question_met.connect(met.append)
    name = "document_language"
    place = next(work.preview._places_of(name))
    assert not work.preview.paper.shows(place)
    work.page.show_question(name)
    assert met[-1] == name
    qtbot.waitUntil(lambda: not work.preview.paper.is_moving)
    assert work.preview.paper.shows(place)
    assert work.preview.because.isHidden()
    work.preview.paper.scroll_to("title")
    work.page.focus_first()
    work.page.show_question(name)
    assert met.count(name) == 1
    assert not work.preview.paper.is_moving, "once is enough"


def test_undo_has_the_usual_keys(window):
    assert window.menu.undo.shortcut() in QKeySequence.keyBindings(QKeySequence.StandardKey.Undo)
    assert window.menu.redo.shortcut() in QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)


def test_the_form_of_the_preview_can_be_chosen_in_the_menu(window, kedai):
    window.open_file(kedai)
    english = window.menu._form_actions["en"]
    assert not english.isChecked()
    english.trigger()
    assert window.session.form == "en"
    window.session.show_form("ms")
    assert window.menu._form_actions["ms"].isChecked()


@pytest.mark.parametrize("leave", ["close", "close_policy", "undo"])
def test_what_is_typed_last_is_kept(window, kedai, qtbot, clock, leave):
    window.open_file(kedai)
    window.session.answer("state", "selangor")
    window.work_page.show_question("business_name")
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, " Ros")
    if leave == "undo":
        window.menu.undo.trigger()
        window.menu.redo.trigger()
    else:
        getattr(window, leave)()
    if leave == "undo":
        assert window.session.answers.values["business_name"] == "Kedai Roti Ros"
    else:
        with BusinessFile.open(kedai, now=clock()) as file:
            assert file.answers.values["business_name"] == "Kedai Roti Ros"


@pytest.mark.parametrize("leave", ["close", "close_policy", "keep"])
def test_a_form_that_is_filled_in_is_kept(window, kedai, qtbot, clock, leave):
    window.open_file(kedai)
    window.work_page.show_question("spokesperson")
    editor = window.work_page.page.cards["spokesperson"].editor
    editor.open_form(None)
    qtbot.keyClicks(editor.form.name_field, "Zaleha")
    getattr(window, leave)()
    with BusinessFile.open(kedai, now=clock(), writable=False) as file:
        assert file.answers.people[str(file.answers.values["spokesperson"])].name == "Zaleha"


@pytest.mark.parametrize("leave", ["close", "close_policy", "flush"])
def test_what_is_typed_into_a_cell_is_kept(window, kedai, qtbot, clock, leave):
    window.open_file(kedai)
    window.session.save_person(Person("aminah", "Aminah"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.work_page.show_question("posters")
    table = window.work_page.page.cards["posters"].editor.table
    table.setCurrentIndex(table.model().index(0, 2))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Tukang roti")
    getattr(window, leave)()
    with BusinessFile.open(kedai, now=clock(), writable=False) as file:
        assert "Tukang roti" in file.answers.people["aminah"].role.values()


def test_place_and_language_are_remembered(window):
    window.resize(1100, 700)
    window.use_language("en")
    window.close()
    saved = settings.load()
    assert saved.geometry
    assert saved.language == "en"


def test_a_damaged_memory_of_the_place_is_ignored(dressed, library, clock, qtbot):

    window = MainWindow(settings.Settings(geometry="zz01nothex"), lambda: library, clock)
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1280, 760)


def test_the_word_button_opens_the_dialog(window, kedai, qtbot):
    window.open_file(kedai)
    click(qtbot, window.header.export_button)
    dialog = window.findChild(ExportDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_no_button_of_the_header_is_cut_in_the_smallest_window(window, kedai, qtbot):
    window.open_file(kedai)
    window.session.answer("business_name", "Perniagaan Rempah Ratus dan Kuih-Muih Tradisional")
    window.resize(window.minimumSize())
    for language in ("ms", "en"):
        window.use_language(language)
        qtbot.wait(10)
        for button in (window.header.export_button, window.header.language_switch):
            assert button.width() >= button.sizeHint().width(), language


def test_return_presses_the_button_with_the_focus(window, kedai, qtbot):
    window.open_file(kedai)
    window.header.export_button.setFocus()
    qtbot.keyClick(window.header.export_button, Qt.Key.Key_Return)
    dialog = window.findChild(ExportDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_closed_banner_leaves_no_gap(window, kedai, tmp_path):
    window.open_file(kedai)
    assert window.pages.geometry().top() == window.header.geometry().bottom() + 1
    window.open_file(tmp_path / "tiada.dasar")
    window.centralWidget().layout().activate()
    assert window.pages.geometry().top() > window.header.geometry().bottom() + 40
    window.banner.clear()
    window.centralWidget().layout().activate()
    assert window.pages.geometry().top() == window.header.geometry().bottom() + 1


def test_a_jump_has_a_way_back(window, kedai):
    window.open_file(kedai)
    work = window.work_page
    assert not work.trail.isVisible()
    work.show_page("stance")
    work.show_clause("stance.purpose")
    assert work.trail.back_button.text() == "Back to: Stance"
    window.menu.back.trigger()
    assert work.step_list.page == "stance"
    assert not work.trail.isVisible()


def test_choosing_a_page_ends_the_way_back(window, kedai):
    window.open_file(kedai)
    window.work_page.show_clause("stance.purpose")
    window.work_page.show_page("training")
    assert not window.work_page.trail.isVisible()
