"""The policy beside the questions: on paper or as a list, in the language of the document."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop import i18n, settings
from desktop.core import document
from desktop.core.bilingual import SideBySide
from desktop.core.drafts import printed_questions
from desktop.i18n import _
from desktop.render.html import pieces
from desktop.settings import Settings
from desktop.ui.preview.bar import PreviewBar
from desktop.ui.preview.because import BecausePanel
from desktop.ui.preview.clause_list import ClauseList
from desktop.ui.preview.find_bar import FindBar
from desktop.ui.preview.finder import Finder
from desktop.ui.preview.paper import Paper
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_TITLE = "title"
"""Key of the piece above the first section."""

_IN_TITLE = ("business_name", "effective_date", "policy_owner", "contact_person")
"""Questions whose answers stand above the first section."""


class PreviewPane(Retranslated, QWidget):
    """Follows every answer at once while it can be seen."""

    question_wanted = Signal(str)
    """Id of a question behind a clause."""
    clause_wanted = Signal(str)
    """Id of a clause to open on its page."""
    hide_wanted = Signal()

    def __init__(self, session: Session, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._saved = saved
        self._is_stale = True
        self._step_wanted = ""
        """Id of a step to bring into sight as soon as there is something to see."""
        self.bar = PreviewBar(session, saved.preview_zoom)
        self.form_box, self.list_button, self.hide_button = (
            self.bar.form_box,
            self.bar.list_button,
            self.bar.hide_button,
        )
        self.paper = Paper()
        self.paper.set_zoom(self.bar.zoom.percent)
        self.find_bar = FindBar(Finder(self.paper))
        self.clause_list = ClauseList()
        self.views = QStackedWidget()
        self.views.addWidget(self.paper)
        self.views.addWidget(self.clause_list)
        self.because = BecausePanel(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.find_bar, self.views, self.because):
            column.addWidget(widget, 1 if widget is self.views else 0)
        self._connect()
        self._make_shortcuts()
        self.retranslate()

    def explain(self, clause_id: str) -> None:
        """Say why a clause is there."""
        clause = next((clause for clause in self._clauses() if clause.id == clause_id), None)
        if clause is not None:
            self.because.explain(clause)
            self.paper.marks.choose(clause_id)
            self.layout().activate()  # the panel takes its room now
            if not self.paper.shows(clause_id):
                self.paper.glide_to(clause_id)

    def show_step(self, step_id: str) -> None:
        """Bring the section of a step into sight."""
        self._step_wanted = step_id
        if self.isVisible() and not self._is_stale:
            self._show_wanted()

    def show_question(self, question_id: str) -> None:
        """Bring the first clause into sight that an answer brings in or that prints it; say so where none does."""
        if not self.isVisible():
            return
        self._show_list(visible=False)
        place = next(self._places_of(question_id), None)
        if place is None:
            self.because.say_unused(self.session.library.question[question_id])
            return
        self.because.close_quietly()
        self._let_rest()
        if not self.paper.shows(place):
            self.paper.glide_to(place)
        self.paper.marks.flash(place)

    def follow_question(self, question_id: str) -> None:
        """Bring the first clause of a question into sight without a word; not while something else leads there."""
        if not self.isVisible() or self._is_stale or self.views.currentWidget() is not self.paper:
            return
        place = next(self._places_of(question_id), None) if question_id not in _IN_TITLE else _TITLE
        if place is not None and not self.paper.is_moving and not self.paper.shows(place):
            self.paper.glide_to(place)

    def find(self) -> None:
        """Put the focus into the search."""
        self._show_list(visible=False)
        self.find_bar.begin()

    def zoom_in(self) -> None:
        """Make the preview larger."""
        self.bar.zoom.step(1)

    def zoom_out(self) -> None:
        """Make the preview smaller."""
        self.bar.zoom.step(-1)

    def zoom_normal(self) -> None:
        """Make the preview as large as usual."""
        self.bar.zoom.normal_button.click()

    def show_marks(self) -> None:
        """Bring what changed last into sight; the next of several places each time."""
        self._show_list(visible=False)
        marked = [piece.key for piece in self.paper.pieces if piece.key in self.paper.changed_keys]
        if marked:
            following = marked.index(self._marked_last) + 1 if self._marked_last in marked else 0
            self._marked_last = marked[following % len(marked)]
            self.paper.glide_to(self._marked_last)
            self.paper.marks.flash(self._marked_last)

    def clear_marks(self) -> None:
        """Take the marks away of what changed."""
        self.paper.marks.clear()
        self.bar.show_marks(0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A preview that was hidden catches up."""
        super().showEvent(event)
        self._catch_up()

    @contextmanager
    def kept_still(self) -> Iterator[None]:
        """While the room around it changes several times. Every other width lays out the whole document anew."""
        layout = self.layout()
        layout.setEnabled(False)
        self.views.setVisible(not self.isHidden())  # the first size of what comes into sight would be laid out too
        try:
            yield
        finally:
            layout.setEnabled(True)
            self.views.show()
            layout.invalidate()
            layout.activate()
            self._catch_up()

    def retranslate(self) -> None:
        """Set the words around the document."""
        self.paper.setAccessibleName(_("Preview of the policy"))
        self.paper.setAccessibleDescription(_("Press Return on a clause to learn why it is there."))
        self._fill_list()

    def _catch_up(self) -> None:
        if self._is_stale and self.layout().isEnabled():
            self._show_form()

    def _follow(self) -> None:
        """Show what an answer changed."""
        if not self.isVisible() or self._is_stale:
            self._is_stale = True
            return
        self.paper.update_pieces(pieces(self.session.document))
        self._told_changed()
        self._fill_list()

    def _show_form(self) -> None:
        self.bar.show_form()
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        self.paper.show_pieces(pieces(self.session.document))
        self._told_changed()
        self._fill_list()
        self._show_wanted()

    def _show_wanted(self) -> None:
        """Bring the step into sight that was asked for, once; a preview that was hidden does it when it is shown."""
        if step_id := self._step_wanted:
            self._step_wanted = ""
            self.paper.scroll_to(step_id)

    def _told_changed(self) -> None:
        self.bar.show_marks(len(self.paper.changed_keys))
        if self.find_bar.isVisible():  # the places found are never those of another wording
            self.paper.finish()
        self.because.follow(self._clauses())
        self._let_rest()

    def _let_rest(self) -> None:
        """No clause stands out for an explanation that is over."""
        if self.because.isHidden():
            self.paper.marks.choose("")

    def _fill_list(self) -> None:
        if self.views.currentWidget() is self.clause_list:
            self.clause_list.show_clauses(self._clauses())

    def _show_list(self, *, visible: bool) -> None:
        self.bar.list_button.setChecked(visible)
        self.views.setCurrentWidget(self.clause_list if visible else self.paper)
        self._fill_list()

    def _clauses(self) -> tuple[document.Clause, ...]:
        shown = self.session.document
        if isinstance(shown, SideBySide):  # the list has one column
            shown = shown.right if shown.right.language == i18n.current() else shown.left
        return shown.clauses

    def _places_of(self, question_id: str) -> Iterator[str]:
        """Keys of the pieces that hang on an answer, those it brings in first."""
        chosen = [chosen for section in self.session.settled.selection for chosen in section.clauses]
        yield from (each.clause.id for each in chosen if question_id in each.because)
        yield from (each.clause.id for each in chosen if question_id in printed_questions(each))
        if question_id in _IN_TITLE:
            yield _TITLE

    def _zoom(self, percent: int) -> None:
        self.paper.set_zoom(percent)
        self._saved.preview_zoom = percent
        settings.save(self._saved)

    def _connect(self) -> None:
        self._marked_last = ""
        bar, session = self.bar, self.session
        bar.form_chosen.connect(session.show_form)
        bar.list_toggled.connect(lambda visible: self._show_list(visible=visible))
        bar.find_wanted.connect(self.find)
        bar.marks_wanted.connect(self.show_marks)
        bar.clear_wanted.connect(self.clear_marks)
        bar.hide_wanted.connect(self.hide_wanted)
        bar.zoom.zoomed.connect(self._zoom)
        self.paper.zoom_turned.connect(bar.zoom.step)
        self.paper.clause_chosen.connect(self.explain)
        self.clause_list.clause_chosen.connect(self.explain)
        self.find_bar.closed.connect(self.paper.setFocus)
        self.because.question_wanted.connect(self.question_wanted)
        self.because.clause_wanted.connect(self.clause_wanted)
        self.because.closed.connect(self._leave_explanation)
        session.answers_changed.connect(lambda _question_id: self._follow())
        session.form_changed.connect(lambda _form: self._show_form())

    def _leave_explanation(self) -> None:
        self.paper.marks.choose("")
        self.views.currentWidget().setFocus()

    def _make_shortcuts(self) -> None:
        """Wherever the focus is, as long as the preview is in sight."""
        for keys, act in (
            ((QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")), self.zoom_in),
            ((QKeySequence("Ctrl+-"),), self.zoom_out),
            ((QKeySequence("Ctrl+0"),), self.zoom_normal),
        ):
            for key in keys:
                QShortcut(key, self, act, context=Qt.ShortcutContext.WindowShortcut)
