"""Reading a document in the window."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument

from desktop.core import forms
from desktop.core.document import plain
from desktop.core.look import Look
from desktop.ui.documents import reading_actions
from desktop.ui.documents.document_page import DocumentPage
from desktop.ui.documents.drawings import drawings
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.documents.reading_actions import ReadingAction
from desktop.ui.documents.reading_dialog import ReadingDialog
from tests.ui.every_word import own_words, unmarked


@pytest.fixture
def read(session, qtbot):
    """Opens a document to be read."""

    def read(document):
        dialog = ReadingDialog(session, session.library.document(document))
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return read


def choose(dialog, form):
    dialog.form_box.setCurrentIndex(dialog.form_box.findData(form))


def test_the_whole_document_is_on_paper_in_the_language_of_the_preview(read, session):
    dialog = read("quiz")
    assert dialog.form == session.form == "both"
    assert dialog.views.currentWidget() is dialog.paper
    words = dialog.paper.toPlainText()
    assert "Kuiz" in words
    assert "Quiz" in words
    choose(dialog, "en")
    words = dialog.paper.toPlainText()
    assert "Kuiz" not in words
    document = forms.make_settled(session.settled, "en", document="quiz")
    for entry in document.annexes[0].entries:
        assert plain(entry.heading) in words


def test_another_language_changes_the_reading_and_not_the_preview(read, session):
    dialog = read("policy")
    choose(dialog, "ms")
    assert session.form == "both"
    assert [dialog.form_box.itemText(i) for i in range(3)] == ["Bahasa Melayu", "English", "Both, side by side"]


def test_a_document_of_one_form_has_nothing_to_choose(read):
    dialog = read("privacy-notice")
    assert not dialog.form_box.isVisible()
    assert dialog.form == "both"


def test_every_document_can_be_read_in_every_form(read, session):
    for kind in forms.applying(session.settled):
        dialog = read(kind.id)
        for form in kind.languages:
            choose(dialog, form)
            assert dialog.paper.toPlainText().strip()
        dialog.reject()


def test_the_chart_comes_first_and_large(read, qtbot):
    dialog = read("response-chart")
    choose(dialog, "en")
    assert dialog.views.currentWidget() is dialog.charts
    (view,) = dialog.charts.views
    assert "Yes" in view.accessibleDescription()
    choose(dialog, "both")
    assert len(dialog.charts.views) == 2
    qtbot.mouseClick(dialog.paper_button, Qt.MouseButton.LeftButton)
    assert dialog.views.currentWidget() is dialog.paper
    choose(dialog, "ms")
    assert dialog.views.currentWidget() is dialog.paper
    assert not read("quiz").chart_button.isVisible()


def test_each_language_has_its_own_chart_on_paper(read, session):
    session.set_look(Look(design="plain"))
    dialog = read("response-chart")
    document = forms.make_settled(session.settled, "both", document="response-chart")
    charts = drawings(document)
    assert len(set(dialog.paper._charts)) == len(charts) == 2
    images = [
        dialog.paper.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
        for address in dialog.paper._charts
    ]
    assert all(not image.isNull() and image.width() <= 300 for image in images)
    assert images[0] != images[1]
    assert images[0].allGray(), "the plain design saves ink"


def test_the_word_file_is_made_in_the_form_that_is_read(session, qtbot):
    session.answer("staff_count", 40)
    page = DocumentPage(session)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.mouseClick(page.cards["quiz"].look_button, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(ReadingDialog)
    choose(dialog, "ms")
    with qtbot.waitSignal(page.export_wanted) as told:
        qtbot.mouseClick(dialog.word_button, Qt.MouseButton.LeftButton)
    assert told.args == [ExportWish(("quiz",), ("ms",))]
    assert not dialog.isVisible()


def test_the_first_page_leads_to_reading_too(window, qtbot):
    window.open_sample("bakery")
    window.work_page.show_documents()
    page = window.work_page.page
    qtbot.mouseClick(page.cards["policy"].thumbnail, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(ReadingDialog)
    qtbot.mouseClick(dialog.word_button, Qt.MouseButton.LeftButton)
    (export,) = window.findChildren(ExportDialog)
    assert export.documents.chosen == ("policy",)


def test_a_further_way_is_a_further_button(session, qtbot, monkeypatch):
    told = []
    ways = (
        ReadingAction("document", lambda: "Print", told.append),
        ReadingAction("document", lambda: "Picture", told.append, lambda kind: kind.phone),
    )
    monkeypatch.setattr(reading_actions, "_ACTIONS", ways)
    dialog = ReadingDialog(session, session.library.document("quiz"))
    qtbot.addWidget(dialog)
    ((button, _action),) = dialog.action_buttons
    assert button.text() == "Print"
    choose(dialog, "en")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (reading,) = told
    assert (reading.kind.id, reading.form, reading.window) == ("quiz", "en", dialog)


def test_the_keyboard_is_enough(read, qtbot):
    dialog = read("policy")
    assert dialog.paper.hasFocus()
    qtbot.keyClick(dialog.paper, Qt.Key.Key_PageDown)
    assert dialog.paper.verticalScrollBar().value() > 0
    dialog.word_button.setFocus()
    with qtbot.waitSignal(dialog.export_wanted):
        qtbot.keyClick(dialog.word_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()


@pytest.mark.parametrize("document", ["quiz", "response-chart"])
def test_every_word_around_it_changes_with_the_language(read, marked, document, library):
    dialog = read(document)
    words = dialog.paper.toPlainText()
    marked()
    said = {view.accessibleDescription() for view in dialog.charts.views}
    assert unmarked(dialog, own_words(library) | said) == []
    assert dialog.word_button.text() == "«Make Word document…»"
    assert dialog.paper.toPlainText() == words
