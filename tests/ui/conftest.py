"""An open sample, and the window."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from desktop import business_files, i18n, settings
from desktop.content.load import load_library
from desktop.core.answers import Answers
from desktop.export import export_documents
from desktop.store import opening
from desktop.store.business_file import BusinessFile
from desktop.ui import qt_words, theme
from desktop.ui.clauses.clause_page import ClausePage
from desktop.ui.documents.document_page import DocumentPage
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.editors import editor_for
from desktop.ui.home.home_page import HomePage
from desktop.ui.main_window import MainWindow
from desktop.ui.session import Session
from tests.ui import home_pages
from tests.ui.document_pages import settle
from tests.ui.exporting import Opener

NOON = datetime(2027, 1, 4, 12, 0, tzinfo=timezone(timedelta(hours=8)))


class Clock:
    """Stands still unless a test moves it."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


class Marked(i18n.gettext.NullTranslations):
    """A made-up language that marks every text of the interface."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"


@pytest.fixture(scope="session")
def library():
    return load_library()


@pytest.fixture(scope="session")
def qapp_args():
    return ["dasarkita", *theme.ARGUMENTS]


@pytest.fixture(scope="session")
def dressed(qapp):
    """The program as its owner sees it."""
    qt_words.install(qapp)
    theme.apply(qapp)
    return qapp


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(dressed, library, tmp_path, clock):
    """The bakery, in a file of its own."""
    sample = next(sample for sample in library.samples if sample.id == "bakery")
    opened = Session(library, business_files.open_sample(sample, tmp_path, library, clock()), clock)
    yield opened
    opened.close()


@pytest.fixture
def fresh(dressed, library, tmp_path, clock):
    """A policy that has a name and nothing else."""
    answers = Answers({"business_name": "Kedai Roti Seri Murni"})
    file = BusinessFile.create(tmp_path / "fresh.dasar", answers, content_version=library.version, now=clock())
    opened = Session(library, file, clock)
    yield opened
    opened.close()


@pytest.fixture
def shown(fresh, qtbot):
    """An editor for a question, in sight and with a record of how often it was edited."""

    def show(question_id, kind=None):
        question = fresh.library.question[question_id]
        editor = editor_for(fresh, replace(question, kind=kind) if kind else question)
        editor.times = []
        editor.edited.connect(lambda: editor.times.append(editor.value()))
        editor.resize(500, 400)
        qtbot.addWidget(editor)
        editor.show()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        return editor

    return show


@pytest.fixture
def window(dressed, library, clock, qtbot):
    """The window on its start page, as after a first start."""
    made = MainWindow(settings.load(), lambda: library, clock)
    made.setWindowState(Qt.WindowState.WindowNoState)  # not as large as the small screen of the tests
    qtbot.addWidget(made)
    made.show()
    made.begin()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def marked(qapp):
    """Switch to the made-up language, in place."""

    def switch() -> None:
        i18n.install(Marked())
        qt_words.announce(qapp)
        qapp.processEvents()

    yield switch
    i18n.use("en")
    qt_words.announce(qapp)
    qapp.processEvents()


@pytest.fixture
def clause_page_of(qtbot):
    """The page of clauses for a session."""

    def show(session):
        page = ClausePage(session)
        qtbot.addWidget(page)
        page.resize(1060, 680)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return show


@pytest.fixture
def clause_page(session, clause_page_of):
    return clause_page_of(session)


@pytest.fixture
def document_page_of(qtbot):
    """The page of documents for a session, in sight; and everything on it looked at."""

    def show(session):
        page = DocumentPage(session)
        qtbot.addWidget(page)
        page.resize(960, 640)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        settle(qtbot, page)
        return page

    return show


@pytest.fixture
def document_page(session, document_page_of):
    """The page for a firm of many people, so that every drawer is open."""
    session.answer("staff_count", 40)
    return document_page_of(session)


@pytest.fixture
def saved():
    """The settings of a first start."""
    return settings.Settings()


@pytest.fixture
def home_page_of(qtbot, saved):
    """The home page for a session, in sight; and everything on it looked at."""

    def show(session):
        page = HomePage(session, saved)
        qtbot.addWidget(page)
        page.resize(1100, 640)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        home_pages.settle(qtbot, page)
        return page

    return show


@pytest.fixture
def home_page(session, home_page_of):
    return home_page_of(session)


@pytest.fixture
def make_copies(tmp_path):
    """Makes documents as the dialog does."""

    def make(session, *documents, form="en"):
        exported = export_documents(
            session.library,
            session.answers,
            documents,
            (form,),
            tmp_path / "made",
            session.edition,
            today=session.today,
        )
        session.copies.note(exported)
        return exported

    return make


@pytest.fixture
def opener():
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def export_dialog(session, qtbot):
    """The dialog that makes documents, set to make the policy alone."""
    dialog = ExportDialog(session)
    qtbot.addWidget(dialog)
    dialog.documents.choose("policy")
    dialog.show()
    return dialog


@pytest.fixture
def kedai(library, tmp_path, clock) -> Path:
    """A policy of one's own, closed."""
    with business_files.create_policy(tmp_path, "Kedai Roti", library, clock()) as file:
        return file.path


@pytest.fixture
def soon_tired(monkeypatch):
    """The program waits for a file that is in use, but not for two seconds."""
    monkeypatch.setattr(opening, "_BUSY_MILLISECONDS", 10)


@pytest.fixture
def opened(dressed, qtbot):
    """Opens a dialog, in front."""

    def open_dialog(dialog):
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_dialog
