"""Writing: the wording of a clause in every language side by side, or a clause of the owner's own."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from desktop.core.selection import library_wording, wording_of
from desktop.core.text import Language
from desktop.core.validate import AnswerError
from desktop.i18n import _, message
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.clauses.own_place import OwnPlace
from desktop.ui.clauses.reading import Draft, faults
from desktop.ui.clauses.wording_form import WordingForm
from desktop.ui.faults import Banner, Severity
from desktop.ui.help.on_call import offer_help
from desktop.ui.preview.reasons import title_words
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button
from desktop.ui.session import Session
from desktop.ui.unsaved_question import ask_unsaved


class WordingDialog(Retranslated, QDialog):
    """Keeps nothing before Save. Without a clause it writes a new one, in the step given."""

    saved = Signal(str)
    """Id of the clause that was kept."""

    def __init__(
        self, session: Session, clause_id: str | None, step_id: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        offer_help(self, "clauses")
        self._session, self._clause_id = session, clause_id or ""
        self.question: QMessageBox | None = None
        """What is asked before unsaved words are thrown away, while it is open."""
        own = session.answers.own.get(self._clause_id)
        self.is_own = own is not None or not self._clause_id
        self._locked = not self.is_own and session.library.clause[self._clause_id].locked
        draft, original = self._begin(step_id)
        self._title_label = QLabel()
        theme.look(self._title_label, "heading")
        self._title_label.setWordWrap(True)
        self._title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.form = WordingForm(session, draft, original)
        self.place = OwnPlace(session, draft.step, draft.after) if self.is_own else None
        self.banner = Banner(closable=False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.save_button, "primary")
        self._connect()
        self._lay_out()
        self._allow()
        self.form.take_focus()
        self.retranslate()

    @property
    def can_write(self) -> bool:
        """Whether the words can be changed."""
        return not self._session.read_only and not self._locked

    def accept(self) -> None:
        """Keep the words and close; on a fault say it and stay."""
        draft = self.form.draft
        found = faults(self._session, draft.title, draft.body)
        self.form.say_faults(found)
        if found:
            if "" in found:
                self.banner.say(found[""], Severity.WARNING)
            return
        self.banner.clear()
        try:
            kept = self._keep(draft)
        except AnswerError as error:
            self.banner.say(error.reason, Severity.WARNING)
            return
        if kept:
            super().accept()
            self.saved.emit(kept)

    def reject(self) -> None:
        """Close; where words would be lost, ask first."""
        if not (self.can_write and self.form.is_changed):
            super().reject()
        elif self.question is None:
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        if self.is_own:
            title = _("A clause of your own")
        elif self.can_write:
            title = _("Change the wording")
        else:
            title = _("Read the wording")
        self.setWindowTitle(title)
        clause = self._session.library.clause.get(self._clause_id)
        self._title_label.setText(title_words(self._session, clause.title) if clause else title)
        self.save_button.setText(_("&Save"))
        close = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        close.setText(_("Cancel") if self.can_write else _("Close"))

    def _begin(self, step_id: str | None) -> tuple[Draft, tuple | None]:
        """The words to begin with, and those of the library."""
        session, clause_id = self._session, self._clause_id
        if self.is_own:
            own = session.answers.own.get(clause_id)
            if own is None:
                return Draft("", {}, {}, step_id or session.library.steps[0].id), None
            return Draft(own.id, own.title, own.body, own.step, own.after), None
        clause = session.library.clause[clause_id]
        now = wording_of(clause, session.facts)
        original = library_wording(clause, now.variant)
        return Draft(clause_id, now.title, now.body), (original.title, original.body)

    def _keep(self, draft: Draft) -> str:
        """Store the words. Returns the id of the clause, or "" where they are not kept, which is said."""
        desk = self._session.clauses
        if self.is_own:
            return desk.write(draft.step, draft.title, draft.body, clause_id=draft.clause_id, after=draft.after)
        return draft.clause_id if desk.edit(draft.clause_id, draft.title, draft.body) else ""

    def _unchecked(self) -> tuple[Language, ...]:
        answers = self._session.answers
        written = answers.own.get(self._clause_id) or answers.edits.get(self._clause_id)
        return written.unchecked if written and self.can_write else ()

    def _look(self, language: Language) -> None:
        if self._session.clauses.looked_at(self._clause_id, language):
            self.form.ask_to_look(self._unchecked())
            self.form.columns[language].text_edit.setFocus()

    def _follow(self) -> None:
        self.save_button.setEnabled(self.can_write and self.form.is_changed)
        if any(column.fault for column in self.form.columns.values()):
            draft = self.form.draft
            found = faults(self._session, draft.title, draft.body)
            for language, column in self.form.columns.items():
                column.say_fault(found.get(language))

    def _allow(self) -> None:
        """Say why the words can only be read, where that is so."""
        self.form.allow(writing=self.can_write)
        self.form.ask_to_look(self._unchecked())
        self.save_button.setVisible(self.can_write)
        if self.place is not None:
            self.place.setEnabled(self.can_write)
        if self._session.read_only:
            self.banner.say(message("This policy is open only to look at, so its words cannot be changed here."))
        elif self._locked:
            self.banner.say(
                message("This clause is locked: it guards the rights of your staff. You can read it, not change it.")
            )
        self._follow()

    def _ask(self) -> None:
        self.question = ask_unsaved(self, self._throw_away)
        self.question.finished.connect(self._answered)

    def _throw_away(self) -> None:
        super().reject()

    def _answered(self) -> None:
        self.question = None

    def _say_not_saved(self, error: StoreError) -> None:
        self.banner.say(error.reason, Severity.ERROR)

    def _connect(self) -> None:
        self.form.edited.connect(self._follow)
        self.form.looked_at.connect(self._look)
        if self.place is not None:
            place = self.place
            place.edited.connect(lambda: self.form.stand_at(place.step, place.after))
        self._session.failed.connect(self._say_not_saved)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        self.setMinimumSize(720, 480)
        self.resize(QSize(980, 700).boundedTo(self.screen().availableSize() * 0.92))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self._title_label)
        if self.place is not None:
            layout.addWidget(self.place)
        layout.addWidget(self.form, 1)
        layout.addWidget(self.banner)
        layout.addWidget(self.buttons)
