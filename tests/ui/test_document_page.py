"""The page of documents: what applies, in which drawer, and what is made from there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.core import forms
from desktop.core.look import Look
from desktop.core.reference import GROUPS
from desktop.store.business_file import BusinessFile
from desktop.ui.documents.document_page import DocumentPage
from desktop.ui.documents.drawers import FIRST
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.session import Session
from desktop.ui.whole_pages import DOCUMENTS
from tests.ui.document_pages import click, said, settle
from tests.ui.every_word import own_words, unmarked

FIVE = ("policy", "acknowledgement", "dos-and-donts", "before-you-post", "response-chart")


@pytest.fixture
def page(document_page):
    return document_page


def test_every_document_that_applies_is_there_in_its_drawer(page, session):
    kinds = forms.applying(session.settled)
    assert {kind.id for kind in page.kinds} == {kind.id for kind in kinds} == set(page.cards)
    assert [drawer.id for drawer in page._drawers] == list(GROUPS)
    for drawer in page._drawers:
        assert {kind.group for kind in drawer.kinds} == {drawer.id}
    assert not page.more_button.isVisible()
    assert all(page.cards[kind.id].isVisible() for kind in kinds)


def test_a_card_says_what_it_is_for_who_gets_it_and_in_which_languages(page, session):
    card, kind = page.cards["dos-and-donts"], session.library.document("dos-and-donts")
    words = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert card.box.text() == kind.title["en"]
    assert kind.purpose["en"] in words
    assert f"For: {kind.audience['en']}" in words
    assert words[-4:-1] == ["Bahasa Melayu", "English", "Side by side"]
    assert words[-1] == "Not made yet"
    assert [chip.text() for chip in page.cards["privacy-notice"]._chips] == ["Side by side"]


def test_a_firm_of_a_few_people_begins_with_five_papers(session, document_page_of, qtbot, clock):
    assert session.facts.values["staff_count"] < 10
    page = document_page_of(session)
    assert page._drawers[0].id == FIRST
    assert tuple(kind.id for kind in page._drawers[0].kinds) == FIVE
    in_sight = {name for name, card in page.cards.items() if card.isVisible()}
    assert in_sight == set(FIVE)
    assert page.more_button.text() == f"More papers ({len(page.cards) - 5})"
    click(qtbot, page.more_button)
    assert all(card.isVisible() for card in page.cards.values())
    assert page.more_button.text() == "Fewer papers"
    again = document_page_of(session)
    assert again.more_button.isChecked()
    click(qtbot, again.more_button)
    assert not again.cards["quiz"].isVisible()
    session.answer("staff_count", 10)
    assert again.cards["quiz"].isVisible()


@pytest.mark.parametrize("count", [None, "not_sure", 10])
def test_others_see_all(session, document_page_of, count):
    session.answer("staff_count", count)
    page = document_page_of(session)
    assert not page.more_button.isVisible()
    assert page.cards["quiz"].isVisible()


def test_first_pages_are_drawn_in_idle_moments(session, qtbot):
    session.answer("staff_count", 40)
    page = DocumentPage(session)
    qtbot.addWidget(page)
    page.resize(960, 640)
    page.show()
    assert all(card.thumbnail.page is None for card in page.cards.values())
    settle(qtbot, page)
    assert all(card.thumbnail.page is not None for card in page.cards.values())
    landscape = page.cards["account-register"].thumbnail.page.size()
    assert landscape.width() > landscape.height()


def test_a_first_page_is_not_drawn_again_when_it_stays_the_same(page, session, qtbot):
    before = {name: card.thumbnail.page for name, card in page.cards.items()}
    session.answer("business_name", "Kedai Lain")
    session.undo()
    settle(qtbot, page)
    assert {name for name, card in page.cards.items() if card.thumbnail.page is not before[name]} == set()
    session.answer("business_name", "Kedai Lain")
    settle(qtbot, page)
    assert all(card.thumbnail.page is not before[name] for name, card in page.cards.items())


def test_a_hidden_page_looks_at_nothing(page, session, qtbot):
    page.hide()
    session.answer("business_name", "Kedai Lain")
    assert not page.watch._idle.isActive()
    page.show()
    assert not page.watch.is_done
    page.hide()
    assert not page.watch._idle.isActive()


def test_documents_come_and_go_with_the_answers(page, session, qtbot):
    page.cards["quiz"].box.setChecked(True)
    page.cards["house-rules"].box.setChecked(True)
    quiz = page.cards["quiz"]
    session.answer("has_company_accounts", False)
    assert "house-rules" not in page.cards
    assert page.cards["quiz"] is quiz
    assert page.ticked == ("quiz",)
    session.undo()
    assert page.cards["house-rules"].isVisible()
    assert not page.cards["house-rules"].box.isChecked()


def test_one_several_or_all_are_made(page, qtbot):
    assert not page.ticked_button.isEnabled()
    with qtbot.waitSignal(page.export_wanted) as told:
        click(qtbot, page.cards["quiz"].make_button)
    assert told.args == [ExportWish(("quiz",))]
    for name in ("quiz", "policy"):
        page.cards[name].box.click()
    assert page.ticked_button.text() == "Make the ticked ones (2)…"
    with qtbot.waitSignal(page.export_wanted) as told:
        click(qtbot, page.ticked_button)
    assert told.args == [ExportWish(("policy", "quiz"))]
    with qtbot.waitSignal(page.export_wanted) as told:
        click(qtbot, page.all_button)
    assert told.args == [ExportWish(tuple(kind.id for kind in page.kinds), folders_by_language=True)]


def test_from_a_tick_to_the_file_in_the_window(window, qtbot):
    window.open_sample("bakery")
    window.menu.documents.trigger()
    page = window.work_page.page
    assert window.work_page.step_list.page == DOCUMENTS
    assert not window.work_page.preview.isVisible()
    assert page.cards["policy"].box.hasFocus()
    qtbot.keyClick(page.cards["policy"].box, Qt.Key.Key_Space)
    click(qtbot, page.ticked_button)
    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.documents.chosen == ("policy",)
    dialog.make()
    qtbot.waitUntil(lambda: dialog._job is None)
    dialog.reject()
    settle(qtbot, page)
    assert said(page, "policy") == "Made on 4 January 2027, up to date"
    window.menu.export.trigger()
    dialog = window.findChildren(ExportDialog)[-1]
    assert dialog.documents.chosen == ("policy",)


def test_undoing_a_look_shows_the_documents(window):
    window.open_sample("bakery")
    window.session.set_look(Look(design="plain"))
    assert "look of the documents" in window.menu.undo.text()
    window.menu.undo.trigger()
    assert window.session.answers.look == Look()
    assert window.work_page.step_list.page == DOCUMENTS


def test_a_file_to_look_at_can_be_made_from_but_not_dressed(session, document_page_of, clock, library, make_copies):
    path = session.file.path
    session.close()
    reader = Session(library, BusinessFile.open(path, now=clock(), writable=False), clock)
    page = document_page_of(reader)
    assert not page.look_button.isEnabled()
    make_copies(reader, "policy")
    assert said(page, "policy").startswith("Made on")
    reader.close()


def test_the_tab_key_goes_from_card_to_card_and_scrolls(page, session, qtbot):
    session.answer("has_company_accounts", False)
    session.undo()  # a card made last, and still in its place
    page.focus_first()
    for kind in page.kinds:
        card = page.cards[kind.id]
        for widget in (card.box, card.look_button, card.make_button, card.more_button):
            focused = QApplication.focusWidget()
            assert focused is widget
            assert page.area.viewport().rect().contains(focused.mapTo(page.area.viewport(), focused.rect().center()))
            qtbot.keyClick(focused, Qt.Key.Key_Tab)


def test_screen_readers_hear_which_paper_a_button_is_for(page):
    card = page.cards["quiz"]
    assert card.look_button.accessibleName() == "Look at “Quiz”"
    assert card.make_button.accessibleName() == "Make “Quiz” as a Word document"
    assert "Not made yet" in card.box.accessibleDescription()
    assert page.accessibleName() == "Documents"


def test_every_word_changes_with_the_language(page, session, qtbot, make_copies, marked, library):
    make_copies(session, "policy", "quiz")
    make_copies(session, "quiz", form="ms")
    session.answer("business_name", "Kedai Lain")
    make_copies(session, "quiz")
    settle(qtbot, page)
    page.cards["policy"].box.click()
    marked()
    names = {name for card in page.cards.values() for name in card.state_label.toolTip().split("»")}
    own = own_words(library, session.answers) | {"Bahasa Melayu"} | names
    assert unmarked(page, own) == []
    assert page.ticked_button.text().startswith("«")


@pytest.mark.parametrize("width", [420, 700, 1400])
def test_nothing_is_squeezed_however_narrow_or_long(page, qtbot, width):
    for card in page.cards.values():
        card.purpose_label.setText(card.purpose_label.text() * 2)
        card.look_button.setText(card.look_button.text() * 2)
    page.resize(width, 560)
    QApplication.processEvents()
    assert page.area.widget().width() <= page.area.viewport().width()
    for card in page.cards.values():
        for label in (card.purpose_label, card.audience_label, card.state_label):
            assert label.height() >= label.heightForWidth(label.width())
        for widget in (card.box, card.look_button, card.make_button, card.more_button):
            assert card.rect().contains(widget.geometry())


def test_cards_stand_in_columns_where_there_is_room(page):
    def columns() -> int:
        boxes = page._boxes["staff"]
        tops = [card.y() for card in page.cards.values() if card.parentWidget() is boxes]
        return tops.count(min(tops))

    page.resize(700, 600)
    QApplication.processEvents()
    assert columns() == 1
    page.resize(1060, 600)
    QApplication.processEvents()
    assert columns() == 2


def test_the_list_counts_the_papers(window, qtbot):
    window.open_sample("bakery")
    count = len(forms.applying(window.session.settled))
    qtbot.waitUntil(lambda: window.work_page.step_list.text_of(DOCUMENTS) == f"Documents, {count} papers")
