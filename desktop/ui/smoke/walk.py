"""The way through the program: open a policy, answer, make documents, switch the language and quit, as an owner does.

Each step does something in the window and says what comes of it; whoever walks goes on once that has happened.
"""

from collections.abc import Generator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop import i18n, paths
from desktop.business_files import copy_elsewhere
from desktop.core import forms
from desktop.core.facts import Source
from desktop.core.library import NOT_SURE, Kind
from desktop.i18n import _
from desktop.render.word.proof import unread_headings
from desktop.store.business_file import BusinessFile
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.questions.question_card import QuestionCard
from desktop.ui.session import Session
from desktop.ui.smoke.report import Report
from desktop.ui.smoke.spoken_words import SpokenWords
from desktop.ui.smoke.until import Until, WalkFault
from desktop.ui.work_page import WorkPage

_FORMS = ("ms", "en")
"""The languages of the documents that are made."""

_NAMES = ("Kedai Percubaan", "Kedai Cubaan")
"""New names for the firm, one of which it cannot have."""

_NAME_QUESTION, _CHOSEN = "business_name", ("posture", "films_children")
"""The question that is answered by typing; those answered with the mouse: one with a list, one with yes and no."""

_SIZE = (1366, 768)
"""Of the window where it is narrower than `_ENOUGH`, so that the preview has its place on every screen."""

_ENOUGH = 1200
"""The width of a window, in pixels, that is left as it is: Wayland ends a program that outgrows a full screen."""

_COLOURS = 12
"""How many colours the picture of a window has at least; one that was not drawn has one or two."""


def walk(window: MainWindow, file: Path | None, report: Report) -> Iterator[Until]:
    """The whole way. Raises `WalkFault` at the first thing that is not as it should be."""
    if file is not None:
        _open_copy_of(window, file, report)
    else:
        window.open_sample(window.library.samples[0].id)
    session, page = _open(window)
    if window.width() < _ENOUGH:
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setMinimumSize(*_SIZE)
    name = yield from _answer(session, page, report)
    yield from _make_documents(window, session, report)
    yield from _switch_languages(window, report)
    path = session.file.path
    window.menu.quit.trigger()
    if window.isVisible():
        raise WalkFault(f"the window does not close: {window.banner.text}")
    with BusinessFile.open(path, now=datetime.now().astimezone(), writable=False) as kept:
        if kept.answers.values.get(_NAME_QUESTION) != name:
            raise WalkFault(f"{path.name}: the answers are not in the file")


def _open(window: MainWindow) -> tuple[Session, WorkPage]:
    if window.session is None or window.work_page is None:
        asks = QApplication.activeModalWidget()
        raise WalkFault(window.banner.text or f"no policy is open, but a dialog: {asks and asks.windowTitle()}")
    return window.session, window.work_page


def _open_copy_of(window: MainWindow, file: Path, report: Report) -> None:
    """Open a file to look at, as nothing in it may be changed, and go on in a copy of it."""
    window.files.open(file, writable=False)
    session, _work = _open(window)
    report.opened = str(session.file.path)
    folder = paths.documents()
    folder.mkdir(parents=True, exist_ok=True)
    window.open_file(copy_elsewhere(session.file, folder, session.today))
    if _open(window)[0].read_only:
        raise WalkFault(window.banner.text or f"{file.name}: its copy opens only to look at")


def _answer(session: Session, page: WorkPage, report: Report) -> Generator[Until, None, str]:
    """Answer in the cards, and see the preview follow. Returns the new name of the firm."""
    name = yield from _answer_one(session, page, _NAME_QUESTION)
    yield Until("the name in the preview", lambda: name in page.preview.paper.toPlainText())
    report.answered += 1
    for question_id in _CHOSEN:
        if session.facts.by_question[question_id].source is not Source.NOT_ASKED:
            yield from _answer_one(session, page, question_id)
            report.answered += 1
    return name


def _answer_one(session: Session, page: WorkPage, question_id: str) -> Generator[Until, None, Any]:
    page.show_page(session.library.question[question_id].step)
    page.show_question(question_id)
    card = page.page.cards[question_id]
    yield Until(f"the question {question_id} and the preview", lambda: card.isVisible() and page.preview.isVisible())
    wanted = _fill_in(card)
    yield Until(f"the answer {question_id}", lambda: session.answers.values.get(question_id) == wanted)
    return wanted


def _fill_in(card: QuestionCard) -> Any:
    """Give another answer than there is, by the keyboard or the mouse; returns it."""
    editor, before = card.editor, card.fact.value
    match card.question.kind:
        case Kind.NAME:
            wanted = next(name for name in _NAMES if name != before)
            editor.field.selectAll()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, wanted)
                QCoreApplication.sendEvent(editor.field, key)
        case Kind.YES_NO:
            wanted = before is not True
            (editor.yes_button if wanted else editor.no_button).click()
        case _:
            wanted = next(code for code in editor.buttons if code not in (before, NOT_SURE))
            editor.buttons[wanted].click()
    return wanted


def _make_documents(window: MainWindow, session: Session, report: Report) -> Iterator[Until]:
    """Make the policy in each language with the dialog, and read it back."""
    window.header.export_button.click()
    dialog = window.findChild(ExportDialog)
    if dialog is None:
        raise WalkFault("the dialog that makes documents does not open")
    dialog.documents.choose(forms.POLICY)
    for form, box in dialog.form_boxes.items():
        box.setChecked(form in _FORMS)
    dialog.set_folder(report.folder / "documents")
    dialog.make_button.click()
    yield Until("the documents", dialog.make_button.isEnabled)
    if dialog.results.isHidden():
        raise WalkFault(f"no documents were made: {dialog.banner.text}")
    made = session.copies.of(forms.POLICY)
    for form in _FORMS:
        path = Path(made[form].path)
        report.documents.append(str(path))
        document = forms.make_settled(session.settled, form, session.edition, today=session.today)
        if missing := unread_headings(path.read_bytes(), document):
            raise WalkFault(f"{path.name}: {', '.join(missing)}: not in the document")
    dialog.stop_button.click()
    yield Until("the end of the dialog", lambda: QApplication.activeModalWidget() is None)


def _switch_languages(window: MainWindow, report: Report) -> Iterator[Until]:
    """From English to every other language and back, with a look at every word in sight and a picture."""
    if i18n.current() != i18n.SOURCE:
        raise WalkFault(f"the program begins in {i18n.current()}")
    words = SpokenWords(window)
    others = [language for language in i18n.available() if language != i18n.SOURCE]
    for language in (*others, i18n.SOURCE):
        window.header.language_switch.buttons[language].click()
        yield Until(f"the language {language}", lambda: window.header.export_button.text() == _("Make Word documents"))
        if i18n.current() != language:
            raise WalkFault(f"the program speaks {i18n.current()}, not {language}")
        if wrong := words.not_in(language):
            raise WalkFault("; ".join(wrong))
        report.languages.append(language)
        report.pictures.append(str(_picture(window, report.folder / "pictures" / f"{language}.png")))
    report.languages.sort()


def _picture(window: MainWindow, path: Path) -> Path:
    image = window.grab().toImage()
    points = ((x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))
    if len({image.pixel(x, y) for x, y in points}) < _COLOURS:
        raise WalkFault("the window is empty")
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path), "PNG"):
        raise WalkFault(f"{path.name}: the picture cannot be written")
    return path
