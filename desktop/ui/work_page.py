"""The page of an open policy: steps, questions, preview, and the pages about the whole policy."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.core.facts import Fact, Source
from desktop.core.library import Kind
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.editors.registers import RegisterEditor
from desktop.ui.preview import PreviewPane
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.step_list import StepList
from desktop.ui.step_page import FIRST, StepPage
from desktop.ui.whole_pages import CHECK_UP, CLAUSES, DOCUMENTS

if TYPE_CHECKING:  # loaded when they are first shown
    from desktop.ui.check_page import CheckPage
    from desktop.ui.clauses.clause_page import ClausePage
    from desktop.ui.documents.document_page import DocumentPage


_ROOMY = (CLAUSES, DOCUMENTS)
"""Pages that need the room of the preview; they show the wording themselves."""


class WorkPage(Retranslated, QWidget):
    """Builds each page when it is first shown."""

    export_requested = Signal(object)
    """An `ExportWish`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._built: dict[str, StepPage | ClausePage | CheckPage | DocumentPage] = {}
        self._wants_preview = True
        self.step_list = StepList(session)
        self.pages = QStackedWidget()
        self.preview = PreviewPane(session)
        self.show_preview_button = QPushButton()
        theme.look(self.show_preview_button, "quiet")
        self.show_preview_button.setIcon(theme.icon("document"))
        self.show_preview_button.hide()
        self._lay_out()
        self.step_list.page_chosen.connect(self._show_page)
        self.preview.question_wanted.connect(self.show_question)
        self.preview.clause_wanted.connect(self.show_clause)
        self.preview.hide_wanted.connect(lambda: self.show_preview(visible=False))
        self.show_preview_button.clicked.connect(lambda: self.show_preview(visible=True))
        self.step_list.choose(FIRST)
        self.retranslate()

    @property
    def page(self) -> "StepPage | ClausePage | CheckPage | DocumentPage":
        """The page that is shown."""
        return self._built[self.step_list.page]

    def show_page(self, page_id: str) -> None:
        """Show a page and put the focus into its first open question."""
        self.step_list.choose(page_id)
        if isinstance(self.page, StepPage):
            self.page.verticalScrollBar().setValue(0)
        self._focus_page()

    def show_question(self, question_id: str) -> None:
        """Show a question with the focus in its editor; on the page in sight if it is there."""
        page = self.page
        if not isinstance(page, StepPage) or question_id not in page.cards:
            self.step_list.choose(self.session.library.question[question_id].step)
            page = self.page
        if isinstance(page, StepPage):
            page.show_question(question_id)

    def show_clause(self, clause_id: str) -> None:
        """Show a clause on the page of clauses."""
        self.step_list.choose(CLAUSES)
        self._clause_page().show_clause(clause_id)

    def show_person(self, person_id: str) -> None:
        """Show a person, by id, where the first answer names them, open to be changed."""
        facts = self.session.facts.by_question.values()
        fact = next((fact for fact in facts if _names(fact, person_id)), None)
        if fact is None:
            return
        self.show_question(fact.question.id)
        if isinstance(self.page, StepPage) and not self.session.read_only:
            editor = self.page.cards[fact.question.id].editor
            if isinstance(editor, RegisterEditor):
                editor.open_form(person_id)

    def find_clause(self) -> None:
        """Show the page of clauses with the focus in its search."""
        self.step_list.choose(CLAUSES)
        self._clause_page().focus_first()

    def show_documents(self) -> None:
        """Show the page of documents."""
        self.show_page(DOCUMENTS)

    def reveal(self, label: str) -> None:
        """Bring into sight what a step of undo changed, unless it is there already or is not asked now."""
        kind, _colon, name = label.partition(":")
        if kind == "answer":
            self._reveal_question(name)
        elif kind in ("clause", "update"):
            self.show_clause(name)
        elif kind == "look":
            self.step_list.choose(DOCUMENTS)

    def _reveal_question(self, question_id: str) -> None:
        fact = self.session.facts.by_question.get(question_id)
        if fact is None or fact.source is Source.NOT_ASKED:
            return
        page = self.page
        if not isinstance(page, StepPage) or not page.shows(question_id):
            self.show_question(question_id)

    def show_preview(self, *, visible: bool) -> None:
        """Show the preview, or give its room to the questions."""
        self._wants_preview = visible
        self._arrange_preview()
        (self.preview.hide_button if visible else self.show_preview_button).setFocus()

    def flush(self) -> None:
        """Store what is typed and not yet stored."""
        for page in self._built.values():
            if isinstance(page, StepPage):
                page.flush()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The owner can begin to type at once."""
        super().showEvent(event)
        if not event.spontaneous() and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._focus_page()

    def retranslate(self) -> None:
        """Set the words."""
        self.show_preview_button.setText(_("Show the preview"))

    def _focus_page(self) -> None:
        page = self.page
        if self.step_list.page == CHECK_UP:
            page.setFocus()
        else:
            page.focus_first()

    def _show_page(self, page_id: str) -> None:
        if self._built:
            self.flush()
        if page_id not in self._built:
            self._built[page_id] = page = self._make(page_id)
            self.pages.addWidget(page)
        self._arrange_preview()
        self.pages.setCurrentWidget(self._built[page_id])
        if isinstance(self.page, StepPage) and page_id != FIRST:
            self.preview.show_step(page_id)

    def _make(self, page_id: str) -> "StepPage | ClausePage | CheckPage | DocumentPage":
        if page_id == CLAUSES:
            return self._clause_page()
        if page_id == CHECK_UP:
            from desktop.ui.check_page import CheckPage

            check_page = CheckPage(self.session)
            check_page.question_wanted.connect(self.show_question)
            check_page.clause_wanted.connect(self.show_clause)
            check_page.person_wanted.connect(self.show_person)
            check_page.export_wanted.connect(lambda: self._export(ExportWish(("lawyer-pack",), for_once=True)))
            return check_page
        if page_id == DOCUMENTS:
            from desktop.ui.documents.document_page import DocumentPage

            document_page = DocumentPage(self.session)
            document_page.export_wanted.connect(self._export)
            return document_page
        page = StepPage(self.session, page_id)
        page.page_wanted.connect(self.show_page)
        page.export_wanted.connect(lambda: self._export(ExportWish()))
        return page

    def _clause_page(self) -> "ClausePage":
        """The page of clauses; made at first need."""
        from desktop.ui.clauses.clause_page import ClausePage

        built = self._built.get(CLAUSES)
        if isinstance(built, ClausePage):
            return built
        page = ClausePage(self.session)
        page.question_wanted.connect(self.show_question)
        return page

    def _arrange_preview(self) -> None:
        """Some pages need its room."""
        has_room = self.step_list.page not in _ROOMY
        for name in _ROOMY:
            if page := self._built.get(name):  # a stack is as wide as the widest of its pages, hidden ones too
                wish = QSizePolicy.Policy.Ignored if name != self.step_list.page else QSizePolicy.Policy.Expanding
                page.setSizePolicy(wish, QSizePolicy.Policy.Expanding)
        visible = self._wants_preview and has_room
        was_visible = not self.preview.isHidden()
        if was_visible and not visible:
            self._sizes = self._splitter.sizes()
        self.preview.setVisible(visible)
        if visible and not was_visible:
            self._splitter.refresh()  # the widths it knows are those without the preview
            self._splitter.setSizes(self._sizes)  # as the owner had them
        self.show_preview_button.setVisible(not self._wants_preview and has_room)

    def _export(self, wish: ExportWish) -> None:
        self.flush()
        self.export_requested.emit(wish)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self.show_preview_button)
        column.addLayout(top)
        column.addWidget(self.pages, 1)
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for index, (pane, stretch) in enumerate(((self.step_list, 0), (middle, 5), (self.preview, 4))):
            splitter.addWidget(pane)
            splitter.setStretchFactor(index, stretch)
        self._sizes = [220, 580, 480]
        splitter.setSizes(self._sizes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)


def _names(fact: Fact, person_id: str) -> bool:
    """Whether an answer that is asked for names a person."""
    if fact.source is Source.NOT_ASKED:
        return False
    match fact.question.kind:
        case Kind.PERSON:
            return fact.value == person_id
        case Kind.PEOPLE:
            return person_id in fact.value
        case _:
            return False
