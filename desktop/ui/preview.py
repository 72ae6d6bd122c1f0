"""The policy beside the questions: on paper or as a list, in the language of the document."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import i18n
from desktop.core import document, forms
from desktop.core.bilingual import SideBySide
from desktop.i18n import _
from desktop.render.html import pieces
from desktop.ui import theme
from desktop.ui.because import BecausePanel
from desktop.ui.clause_list import ClauseList
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.paper import Paper
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session


class PreviewPane(Retranslated, QWidget):
    """Follows every answer at once while it can be seen."""

    question_wanted = Signal(str)
    """Id of a question behind a clause."""
    clause_wanted = Signal(str)
    """Id of a clause to open on its page."""
    hide_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._is_stale = True
        self.paper = Paper()
        self.clause_list = ClauseList()
        self.views = QStackedWidget()
        self.views.addWidget(self.paper)
        self.views.addWidget(self.clause_list)
        self.because = BecausePanel(session)
        self.because.question_wanted.connect(self.question_wanted)
        self.because.clause_wanted.connect(self.clause_wanted)
        self.because.closed.connect(lambda: self.views.currentWidget().setFocus())
        self._make_bar()
        self._lay_out()
        self.paper.clause_chosen.connect(self.explain)
        self.clause_list.clause_chosen.connect(self.explain)
        session.answers_changed.connect(lambda _question_id: self._follow())
        session.form_changed.connect(lambda _form: self._show_form())
        self.retranslate()

    def explain(self, clause_id: str) -> None:
        """Say why a clause is there."""
        clause = next((clause for clause in self._clauses() if clause.id == clause_id), None)
        if clause is not None:
            self.because.explain(clause)
            self.layout().activate()  # the panel takes its room now
            if not self.paper.shows(clause_id):
                self.paper.scroll_to(clause_id)

    def show_step(self, step_id: str) -> None:
        """Bring the section of a step into sight."""
        if self.isVisible() and not self._is_stale:
            self.paper.scroll_to(step_id)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A preview that was hidden catches up."""
        super().showEvent(event)
        if self._is_stale:
            self._show_form()

    def retranslate(self) -> None:
        """Set the words around the document."""
        label_control(self._form_label, self.form_box, _("Document language"))
        self.list_button.setToolTip(_("Show the clauses as a plain list"))
        self.list_button.setAccessibleName(_("Show the clauses as a plain list"))
        self.hide_button.setToolTip(_("Hide the preview"))
        self.hide_button.setAccessibleName(_("Hide the preview"))
        self.paper.setAccessibleName(_("Preview of the policy"))
        self.paper.setAccessibleDescription(_("Press Return on a clause to learn why it is there."))
        self._fill_list()

    def _follow(self) -> None:
        """Show what an answer changed."""
        if not self.isVisible() or self._is_stale:
            self._is_stale = True
            return
        self.paper.update_pieces(pieces(self.session.document))
        self._fill_list()

    def _show_form(self) -> None:
        self.form_box.setCurrentIndex(self.form_box.findData(self.session.form))
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        self.paper.show_pieces(pieces(self.session.document))
        self._fill_list()

    def _fill_list(self) -> None:
        if self.views.currentWidget() is self.clause_list:
            self.clause_list.show_clauses(self._clauses())

    def _toggle_list(self) -> None:
        self.views.setCurrentWidget(self.clause_list if self.list_button.isChecked() else self.paper)
        self._fill_list()

    def _clauses(self) -> tuple[document.Clause, ...]:
        shown = self.session.document
        if isinstance(shown, SideBySide):  # the list has one column
            shown = shown.right if shown.right.language == i18n.current() else shown.left
        return shown.clauses

    def _make_bar(self) -> None:
        self._form_label = QLabel()
        theme.look(self._form_label, "small")
        self.form_box = CalmComboBox()
        self.form_box.setMinimumContentsLength(10)
        for form, name in forms.form_names(self.session.library).items():
            self.form_box.addItem(name, form)
        self.form_box.setCurrentIndex(self.form_box.findData(self.session.form))
        self.form_box.activated.connect(lambda _index: self.session.show_form(self.form_box.currentData()))
        self.form_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.form_box.setMaximumWidth(250)
        self.list_button, self.hide_button = QToolButton(), QToolButton()
        self.list_button.setCheckable(True)
        self.list_button.setIcon(theme.icon("list"))
        self.list_button.setIconSize(QSize(18, 18))
        self.list_button.clicked.connect(self._toggle_list)
        self.hide_button.setIcon(theme.icon("close"))
        self.hide_button.setIconSize(QSize(16, 16))
        self.hide_button.clicked.connect(self.hide_wanted)

    def _lay_out(self) -> None:
        bar = QFrame()
        theme.look(bar, "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.SMALL, theme.SMALL)
        row.setSpacing(theme.SMALL)
        row.addWidget(self._form_label)
        row.addWidget(self.form_box, 1)
        row.addWidget(self.list_button)
        row.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.views, 1)
        column.addWidget(self.because)
