"""The page of an open policy: steps, questions, preview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.facts import Source
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.preview import PreviewPane
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.step_list import StepList
from desktop.ui.step_page import FIRST, StepPage


class WorkPage(Retranslated, QWidget):
    """Builds each page when it is first shown."""

    export_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._built: dict[str, StepPage] = {}
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
        self.preview.hide_wanted.connect(lambda: self.show_preview(visible=False))
        self.show_preview_button.clicked.connect(lambda: self.show_preview(visible=True))
        self.step_list.choose(FIRST)
        self.retranslate()

    @property
    def page(self) -> StepPage:
        """The page that is shown."""
        return self._built[self.step_list.page]

    def show_page(self, page_id: str) -> None:
        """Show a page and put the focus into its first open question."""
        self.step_list.choose(page_id)
        self.page.verticalScrollBar().setValue(0)
        self.page.focus_first()

    def show_question(self, question_id: str) -> None:
        """Show a question with the focus in its editor; on the page in sight if it is there."""
        if question_id not in self.page.cards:
            self.step_list.choose(self.session.library.question[question_id].step)
        self.page.show_question(question_id)

    def reveal(self, label: str) -> None:
        """Bring into sight what a step of undo changed, unless it is there already or is not asked now."""
        kind, _colon, name = label.partition(":")
        if kind == "answer":
            self._reveal_question(name)

    def _reveal_question(self, question_id: str) -> None:
        fact = self.session.facts.by_question.get(question_id)
        if fact is None or fact.source is Source.NOT_ASKED:
            return
        if not self.page.shows(question_id):
            self.show_question(question_id)

    def show_preview(self, *, visible: bool) -> None:
        """Show the preview, or give its room to the questions."""
        self.preview.setVisible(visible)
        self.show_preview_button.setVisible(not visible)
        (self.preview.hide_button if visible else self.show_preview_button).setFocus()

    def flush(self) -> None:
        """Store what is typed and not yet stored."""
        for page in self._built.values():
            page.flush()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The owner can begin to type at once."""
        super().showEvent(event)
        if not event.spontaneous() and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.page.focus_first()

    def retranslate(self) -> None:
        """Set the words."""
        self.show_preview_button.setText(_("Show the preview"))

    def _show_page(self, page_id: str) -> None:
        if self._built:
            self.flush()
        if page_id not in self._built:
            page = StepPage(self.session, page_id)
            page.page_wanted.connect(self.show_page)
            page.export_wanted.connect(self._export)
            self._built[page_id] = page
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(self._built[page_id])
        if page_id != FIRST:
            self.preview.show_step(page_id)

    def _export(self) -> None:
        self.flush()
        self.export_requested.emit()

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
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for index, (pane, stretch) in enumerate(((self.step_list, 0), (middle, 5), (self.preview, 4))):
            splitter.addWidget(pane)
            splitter.setStretchFactor(index, stretch)
        splitter.setSizes([220, 580, 480])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
