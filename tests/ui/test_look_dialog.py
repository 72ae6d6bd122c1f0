"""How documents look: chosen in one dialog, kept in one step."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from desktop.core.letterhead import checked_letterhead
from desktop.core.look import DESIGNS, LEAST_CONTRAST, WHITE, Look, contrast
from desktop.core.picture import checked_logo
from desktop.i18n import message
from desktop.store.business_file import BusinessFile
from desktop.store.errors import StoreError
from desktop.ui.documents.designs import font_of
from desktop.ui.documents.first_page import first_page
from desktop.ui.documents.look_dialog import LookDialog
from tests.ui.every_word import own_words, unmarked


@pytest.fixture
def dialog(session, qtbot):
    dialog = LookDialog(session)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def logo(tmp_path) -> Path:
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#AA0000"))
    path = tmp_path / "tanda kami.png"
    assert image.save(str(path))
    return path


@pytest.fixture
def letterhead(tmp_path) -> Path:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Kedai Roti Seri Murni"
    path = tmp_path / "Kepala surat.docx"
    document.save(str(path))
    return path


def keep(dialog, qtbot):
    qtbot.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)


def test_it_begins_with_what_is_chosen(session, qtbot, logo):
    session.set_look(Look("classic", "#224466", None, None, cover=False, first_language="en"))
    dialog = LookDialog(session)
    qtbot.addWidget(dialog)
    assert dialog.design_cards["classic"].isChecked()
    assert dialog.colour_row.swatch.colour == "#224466"
    assert not dialog.cover_box.isChecked()
    assert dialog.order_radios["en"].isChecked()
    assert dialog.look == session.answers.look


def test_everything_chosen_is_one_step_of_undo(dialog, session, qtbot, logo, letterhead):
    qtbot.mouseClick(dialog.design_cards["plain"], Qt.MouseButton.LeftButton)
    dialog.colour_row.set_colour("#224466")
    dialog.logo_row.load(logo)
    dialog.letterhead_row.load(letterhead)
    dialog.cover_box.click()
    dialog.order_radios["en"].click()
    assert session.answers.look == Look()
    keep(dialog, qtbot)
    assert not dialog.isVisible()
    look = session.answers.look
    assert (look.design, look.colour, look.cover, look.first_language) == ("plain", "#224466", False, "en")
    assert (look.logo.name, look.logo.data) == (logo.name, logo.read_bytes())
    assert look.letterhead.name == letterhead.name
    assert session.document.left.language == "en"
    session.undo()
    assert session.answers.look == Look()


def test_leaving_it_changes_nothing(dialog, session, qtbot):
    dialog.design_cards["plain"].click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert session.answers.look == Look()
    assert session.file.undo_label is None


def test_keeping_what_there_was_is_no_step(dialog, session, qtbot):
    keep(dialog, qtbot)
    assert session.file.undo_label is None
    assert not dialog.isVisible()


def test_the_look_is_there_when_the_file_is_opened_again(dialog, session, qtbot, logo, clock):
    dialog.logo_row.load(logo)
    keep(dialog, qtbot)
    look, path = session.answers.look, session.file.path
    session.close()
    with BusinessFile.open(path, now=clock()) as file:
        assert file.answers.look == look


def test_each_design_is_shown_with_the_firms_own_policy(dialog, qtbot):
    pictures = [card._picture for card in dialog.design_cards.values()]
    qtbot.waitUntil(lambda: all(not label.pixmap().isNull() for label in pictures))
    images = [label.pixmap().toImage() for label in pictures]
    assert images[0] != images[1] != images[2] != images[0]
    dialog.colour_row.set_colour("#AA0000")
    qtbot.waitUntil(lambda: pictures[0].pixmap().toImage() != images[0])
    assert pictures[2].pixmap().toImage() == images[2], "the plain design has no colour"


def test_each_design_is_shown_in_its_own_letters():
    fonts = {design: font_of(Look(design))[0] for design in DESIGNS}
    assert fonts == {"modern": "Calibri", "classic": "Cambria", "plain": "Arial"}


def test_a_letterhead_takes_the_place_of_the_logo(session, logo, letterhead):
    picture = checked_logo(logo.name, logo.read_bytes())
    head = checked_letterhead(letterhead.name, letterhead.read_bytes())
    looks = (Look(), Look(letterhead=head), Look(logo=picture, letterhead=head), Look(logo=picture))
    pages = [first_page(session.document, look, 200).toImage() for look in looks]
    assert pages[0] == pages[1] == pages[2] != pages[3]


def test_a_colour_too_light_for_words_says_what_is_done(dialog):
    row = dialog.colour_row
    row.set_colour("#F2A900")
    assert "too light to read words in" in row.note_label.text()
    assert row.dark_swatch.isVisible()
    assert contrast(row.dark_swatch.colour, WHITE) >= LEAST_CONTRAST
    assert row.swatch.colour == "#F2A900"
    row.set_colour("#224466")
    assert not row.note_label.isVisible()
    assert not row.dark_swatch.isVisible()
    dialog.design_cards["plain"].click()
    assert "prints in black" in row.note_label.text()


def test_the_colour_of_the_design_comes_back(dialog, qtbot):
    row = dialog.colour_row
    assert not row.reset_button.isVisible()
    before = row.swatch.colour
    row.set_colour("#AA0000")
    qtbot.mouseClick(row.reset_button, Qt.MouseButton.LeftButton)
    assert row.swatch.colour == before
    assert dialog.look.colour == ""


def test_a_logo_is_shown_and_can_be_taken_away(dialog, qtbot, logo):
    row = dialog.logo_row
    assert row.name_label.text() == "None yet"
    row.load(logo)
    assert row.name_label.text() == "tanda kami.png"
    assert row.picture_label.isVisible()
    assert row.picture_label.pixmap().deviceIndependentSize().width() <= 220
    qtbot.mouseClick(row.remove_button, Qt.MouseButton.LeftButton)
    assert dialog.look.logo is None
    assert not row.picture_label.isVisible()


@pytest.mark.parametrize(("row", "name"), [("logo_row", "surat.docx"), ("letterhead_row", "gambar.png")])
def test_a_file_that_cannot_serve_says_why_and_the_old_one_stays(dialog, tmp_path, logo, row, name):
    dialog.logo_row.load(logo)
    before = dialog.look
    (tmp_path / name).write_bytes(b"nothing of the kind")
    getattr(dialog, row).load(tmp_path / name)
    assert f"“{name}”" in dialog.banner.text
    assert dialog.look == before
    dialog.cover_box.click()
    dialog.design_cards["classic"].click()
    assert dialog.banner.text == ""


def test_a_file_that_is_gone_is_said(dialog, tmp_path):
    dialog.logo_row.load(tmp_path / "hilang.png")
    assert dialog.banner.text == "“hilang.png” cannot be read. Is it open elsewhere?"


def test_a_look_that_cannot_be_kept_stays_in_the_dialog(dialog, session, qtbot):
    dialog.design_cards["plain"].click()
    session.failed.emit(StoreError(message("The disk is full.")))
    assert dialog.banner.text == "The disk is full."


def test_designs_are_chosen_with_the_arrow_keys(dialog, qtbot):
    dialog.design_cards["modern"].setFocus()
    qtbot.keyClick(dialog.design_cards["modern"], Qt.Key.Key_Right)
    assert dialog.look.design == "classic"
    dialog.keep_button.setFocus()
    qtbot.keyClick(dialog.keep_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_screen_readers_hear_which_file_a_button_is_for(dialog):
    assert dialog.logo_row.choose_button.accessibleName() == "Logo: Choose…"
    assert dialog.letterhead_row.choose_button.accessibleName() == "Letterhead: Choose…"
    assert dialog.design_cards["plain"].accessibleName() == "Plain"


def test_every_word_changes_with_the_language(dialog, marked, logo, tmp_path, library):
    dialog.logo_row.load(logo)
    dialog.colour_row.set_colour("#F2A900")
    dialog.letterhead_row.load(tmp_path / "tiada.docx")
    marked()
    assert unmarked(dialog, own_words(library) | {"tanda kami.png", "tiada.docx"}) == []


def test_nothing_is_cut_at_its_smallest(dialog, qtbot, logo):
    dialog.logo_row.load(logo)
    dialog.colour_row.set_colour("#F2A900")
    dialog.resize(dialog.minimumSize())
    body = dialog._area.widget()
    qtbot.waitUntil(lambda: body.width() <= dialog._area.viewport().width())
    for label in body.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())
