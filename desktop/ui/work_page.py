"""The page of an open policy: steps, questions, preview, and the pages about the whole policy."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
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

from desktop.core.facts import Source, first_naming
from desktop.core.progress import progress
from desktop.i18n import _
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.editors.registers import RegisterEditor
from desktop.ui.page import Page, QuestionPage, TypingPage
from desktop.ui.pages import make_page
from desktop.ui.preview.pane import PreviewPane
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.step_list import StepList
from desktop.ui.tab_way import lead_on
from desktop.ui.trail import Place, Trail
from desktop.ui.whole_pages import CLAUSES, DOCUMENTS, FIRST, HOME, WATCH

if TYPE_CHECKING:  # loaded when it is first shown
    from desktop.ui.clauses.clause_page import ClausePage

_ROOMY = (HOME, CLAUSES, DOCUMENTS, WATCH)
"""Pages that need the room of the preview."""

_PANES = (232, 602, 446)
"""Usual widths of steps, page and preview, in pixels, beside words of normal size."""


class WorkPage(Retranslated, QWidget):
    """Builds each page when it is first shown."""

    export_requested = Signal(object)
    """An `ExportWish`."""
    settings_wanted = Signal()

    def __init__(self, session: Session, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._saved = saved
        self._built: dict[str, Page] = {}
        self._wants_preview = True
        self._sizes = saved.panes if len(saved.panes) == len(_PANES) else _usual_panes()
        self.step_list = StepList(session)
        self.trail = Trail(self.step_list.title_of)
        self.pages = QStackedWidget()
        self.preview = PreviewPane(session, saved)
        self.show_preview_button = QPushButton()
        theme.look(self.show_preview_button, "quiet")
        self.show_preview_button.setIcon(theme.icon("document"))
        self.show_preview_button.hide()
        self._lay_out()
        self._connect()
        self.step_list.choose(self._page_left())
        self.retranslate()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._built[self.step_list.page]

    @property
    def help_topic(self) -> str:
        """The topic of the guide about what is in use: the preview, else the page that is shown."""
        if self.preview.isAncestorOf(QApplication.focusWidget() or self):
            return "preview"
        page = self.step_list.page
        if page == WATCH:
            return self.page.help_topic
        return "step" if page in self.session.library.step else page

    def go_on(self) -> None:
        """Put the focus where the owner left this file."""
        question = self.session.file.setting("question")
        self.page.focus_first()
        if isinstance(self.page, QuestionPage) and question in self.page.cards and self._is_asked(question):
            self.page.show_question(question)

    def leave(self) -> None:
        """Hand over what is typed, in open forms too, and remember where the owner is."""
        for page in self._built.values():
            if isinstance(page, QuestionPage):
                page.cards.finish()
            elif isinstance(page, TypingPage):
                page.flush()
        self.note_sizes()
        question = self.page.question_in_use() if isinstance(self.page, QuestionPage) else ""
        clause = self._clause_page().clause_id if CLAUSES in self._built else ""
        self.session.remember_place(self.step_list.page, question, clause)

    def note_sizes(self) -> None:
        """Keep the widths of the panes in the settings."""
        self._saved.panes = self._splitter.sizes() if not self.preview.isHidden() else self._sizes

    def show_sizes(self) -> None:
        """Show preview and panes as large as the settings have them."""
        self.preview.bar.zoom.choose(self._saved.preview_zoom)
        self._sizes = self._saved.panes or _usual_panes()
        if not self.preview.isHidden():
            self._splitter.setSizes(self._sizes)

    def show_page(self, page_id: str) -> None:
        """Show a page and put the focus into its first open question."""
        self.step_list.choose(page_id)
        self.page.focus_first()

    def show_home(self) -> None:
        """Show what to do next."""
        self.show_page(HOME)

    def show_question(self, question_id: str) -> None:
        """Show a question with the focus in its editor; on the page in sight if it is there."""
        page = self.page
        if not isinstance(page, QuestionPage) or question_id not in page.cards:
            self._jump(self.session.library.question[question_id].step)
            page = self.page
        if isinstance(page, QuestionPage):
            page.show_question(question_id)

    def show_clause(self, clause_id: str) -> None:
        """Show a clause on the page of clauses."""
        self._jump(CLAUSES)
        self._clause_page().show_clause(clause_id)

    def show_person(self, person_id: str) -> None:
        """Show a person, by id, where the first answer names them, open to be changed."""
        fact = first_naming(self.session.facts, person_id)
        if fact is None:
            return
        self.show_question(fact.question.id)
        if isinstance(self.page, QuestionPage) and not self.session.read_only:
            editor = self.page.cards[fact.question.id].editor
            if isinstance(editor, RegisterEditor):
                editor.open_form(person_id)

    def go_back(self) -> None:
        """Back to where the last jump began."""
        self.trail.go_back()

    def find_clause(self) -> None:
        """Show the page of clauses with the focus in its search."""
        self.step_list.choose(CLAUSES)
        self._clause_page().focus_first()

    def show_in_policy(self, question_id: str) -> None:
        """Show in the preview what a question does there."""
        if self.preview.isHidden():
            self.show_preview(visible=True)
        self.preview.show_question(question_id)

    def find_in_policy(self) -> None:
        """Show the preview with the focus in its search; beside the questions if the page needs its room."""
        if self.step_list.page in _ROOMY:
            self.step_list.choose(FIRST)
        if self.preview.isHidden():
            self.show_preview(visible=True)
        self.preview.find()

    def show_documents(self) -> None:
        """Show the page of documents."""
        self.show_page(DOCUMENTS)

    def show_watch(self, tab: str = "tasks") -> None:
        """Show a tab of the page of watching."""
        self.show_page(WATCH)
        self.page.show_tab(tab)

    def reveal(self, label: str) -> None:
        """Bring into sight what a step of undo changed, unless it is there already or is not asked now."""
        kind, _colon, name = label.partition(":")
        if kind == "answer":
            self._reveal_question(name)
        elif kind in ("clause", "update"):
            self.show_clause(name)
        elif page := {"look": DOCUMENTS, "watch": WATCH}.get(kind):
            self.step_list.choose(page)

    def show_preview(self, *, visible: bool) -> None:
        """Show the preview, or give its room to the questions."""
        self._wants_preview = visible
        with self.preview.kept_still():
            self._arrange_preview()
        (self.preview.hide_button if visible else self.show_preview_button).setFocus()

    def flush(self) -> None:
        """Store what is typed and not yet stored."""
        for page in self._built.values():
            if isinstance(page, TypingPage):
                page.flush()

    def export(self, wish: ExportWish) -> None:
        """Ask for documents of all that is typed."""
        self.flush()
        self.export_requested.emit(wish)

    def come_in(self, before: QWidget | None, *, forward: bool) -> None:
        """The Tab key just came from `before`: lead it on as the eye goes."""
        lead_on(self, before, forward=forward)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The owner can begin to type at once."""
        super().showEvent(event)
        self._fit_preview()
        if not event.spontaneous() and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.page.focus_first()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as without the preview, which goes where there is no room for it."""
        return QSize(self._narrowest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The preview comes and goes with the room for it."""
        super().resizeEvent(event)
        self._fit_preview()

    def retranslate(self) -> None:
        """Set the words."""
        self.show_preview_button.setText(_("Show the preview"))

    def _page_left(self) -> str:
        """The page where the owner left this file; in a new one the first questions, as long as they are open."""
        page = self.session.file.setting("page")
        usual = HOME if progress(self.session.facts).complete else FIRST
        return page if page in self.step_list.ids else usual

    def _is_asked(self, question_id: str) -> bool:
        fact = self.session.facts.by_question.get(question_id)
        return fact is not None and fact.source is not Source.NOT_ASKED

    def _reveal_question(self, question_id: str) -> None:
        page = self.page
        if self._is_asked(question_id) and (not isinstance(page, QuestionPage) or not page.shows(question_id)):
            self.show_question(question_id)

    def _jump(self, page_id: str) -> None:
        """Leave the page in sight for another, with a way back."""
        if page_id == self.step_list.page:
            return
        place = Place(self.step_list.page, self.window().focusWidget())
        places = self.trail.places
        self.step_list.choose(page_id)
        self.trail.restore((*places, place))

    def _return_to(self, place: Place) -> None:
        places = self.trail.places
        self.step_list.choose(place.page)
        self.trail.restore(places)
        if not place.take_focus():
            self.page.focus_first()

    def _show_page(self, page_id: str) -> None:
        if self._built:
            self.flush()
        if page_id not in self._built:
            self._built[page_id] = page = make_page(self, page_id, self._saved)
            self.pages.addWidget(page)
            page.neighbours = self.step_list, self.preview
        self.trail.forget()
        with self.preview.kept_still():
            self._arrange_preview()
            self.pages.setCurrentWidget(self._built[page_id])
        if page_id in self.session.library.step:
            self.preview.show_step(page_id)

    def _clause_page(self) -> "ClausePage":
        return self._built[CLAUSES]  # only called once it was shown

    def _fit_preview(self) -> None:
        wanted = self._wants_preview and self._has_room()
        if wanted == self.preview.isHidden() and self._built:
            with self.preview.kept_still():
                self._arrange_preview()

    def _narrowest(self) -> int:
        """Width of steps and page where neither is cut off, in pixels."""
        return self.step_list.minimumWidth() + self.pages.minimumSizeHint().width() + self._splitter.handleWidth()

    def _has_room(self) -> bool:
        """Whether the preview has its place beside the page in sight."""
        beside = self.preview.minimumSizeHint().width() + self._splitter.handleWidth()
        is_wide = not self.isVisible() or self.width() >= self._narrowest() + beside
        return is_wide and self.step_list.page not in _ROOMY

    def _arrange_preview(self) -> None:
        """Some pages need its room."""
        for name in _ROOMY:
            if page := self._built.get(name):  # a stack is as wide as the widest of its pages, hidden ones too
                wish = QSizePolicy.Policy.Ignored if name != self.step_list.page else QSizePolicy.Policy.Expanding
                page.setSizePolicy(wish, QSizePolicy.Policy.Expanding)
        has_room = self._has_room()
        visible = self._wants_preview and has_room
        was_visible = not self.preview.isHidden()
        if was_visible and not visible and self._splitter.isVisible():  # before, nothing has its width
            self._sizes = self._splitter.sizes()
        self.preview.setVisible(visible)
        if visible and not was_visible:
            self._splitter.refresh()  # the widths it knows are those without the preview
            self._splitter.setSizes(self._sizes)  # as the owner had them
        self.show_preview_button.setVisible(not self._wants_preview and has_room)

    def _connect(self) -> None:
        self.step_list.page_chosen.connect(self._show_page)
        self.trail.back_wanted.connect(self._return_to)
        self.preview.question_wanted.connect(self.show_question)
        self.preview.clause_wanted.connect(self.show_clause)
        self.preview.hide_wanted.connect(lambda: self.show_preview(visible=False))
        self.show_preview_button.clicked.connect(lambda: self.show_preview(visible=True))

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(self.trail, 1)
        top.addStretch()
        top.addWidget(self.show_preview_button)
        column.addLayout(top)
        column.addWidget(self.pages, 1)
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for index, (pane, stretch) in enumerate(((self.step_list, 0), (middle, 5), (self.preview, 4))):
            splitter.addWidget(pane)
            splitter.setStretchFactor(index, stretch)
        splitter.setSizes(self._sizes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)


def _usual_panes() -> list[int]:
    """Widths of steps, page and preview that nobody changed, in pixels."""
    steps, page, preview = _PANES
    return [max(steps, theme.scaled(190)), page, preview]
