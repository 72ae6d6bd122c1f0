"""One question on a page: prompt, editor, help, and what is said about the answer."""

from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.facts import Fact, Source
from desktop.core.library import NOT_SURE, Question
from desktop.core.validate import AnswerError
from desktop.i18n import Message, _, message
from desktop.ui import theme
from desktop.ui.content_words import answer_words, words
from desktop.ui.editors import editor_for
from desktop.ui.editors.options import Tick
from desktop.ui.flow import FlowLayout
from desktop.ui.questions.card_desk import CardDesk
from desktop.ui.questions.question_help import QuestionHelp
from desktop.ui.questions.suggestion_line import SuggestionLine
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_BELOW_EDITOR = 3
"""Place of what is wrong with the answer."""


class QuestionCard(Retranslated, QFrame):
    """Keeps the answer in the session as soon as it is given, and follows the session when it changes elsewhere."""

    grew = Signal(QWidget)
    """The card opened, closed or moved this part of itself."""
    clause_wanted = Signal(str)
    """Id of the question; the owner wants to see what it does in the policy."""

    def __init__(self, session: Session, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.question = question
        self._desk = CardDesk.of(session)
        self._is_committing = False
        self._error: Message | None = None
        self._is_refused = False
        self._before_not_sure: Any = None
        theme.look(self, "card")
        self.prompt_label = QLabel()
        self.prompt_label.setWordWrap(True)
        theme.look(self.prompt_label, "strong")
        self.editor = editor_for(session, question)
        self.editor.edited.connect(self._commit)
        self.editor.grew.connect(self.grew)
        session.moved.connect(self.flush)
        self.editor.allow_changes(allowed=not session.read_only)
        self._make_marks()
        self._lay_out()
        self.refresh()
        self.retranslate()
        if self._desk.help_open:
            self.show_help(is_open=True)

    @property
    def fact(self) -> Fact:
        """What the question comes to now."""
        return self.session.facts.by_question[self.question.id]

    @property
    def note_text(self) -> str:
        """What is said while the owner is not sure; "" where that is not the answer."""
        return self.note_label.text() if self.fact.source is Source.NOT_SURE else ""

    @property
    def is_open(self) -> bool:
        """Whether it is asked and the owner has not answered, be there a suggestion or not."""
        return self.fact.source in (Source.EMPTY, Source.SUGGESTED)

    @property
    def has_error(self) -> bool:
        """Whether what is shown could not be kept."""
        return self._error is not None

    # what most cards never show is made when it is first needed

    @cached_property
    def help_panel(self) -> QuestionHelp:
        """Why the question is asked, and an example."""
        panel = QuestionHelp(self.question, self._desk)
        panel.hide()
        self._column.addWidget(panel)  # below the button, which stays where it is under the mouse
        return panel

    @cached_property
    def note_label(self) -> QLabel:
        """What counts while the owner is not sure."""
        label = self._remark("note", self._column.indexOf(self._marks) + 1)  # below the tick: see `help_panel`
        label.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        return label

    @cached_property
    def error_label(self) -> QLabel:
        """Why the answer could not be kept."""
        return self._remark("error", _BELOW_EDITOR)

    def refresh(self, changed: str = "") -> None:
        """Show the answer as the session has it, `changed` being the question that was answered or undone.

        Words being typed are left alone, and what could not be kept until this question has another answer.
        """
        if changed == self.question.id and not self._is_committing:
            self._error, self._is_refused = None, False
        self.editor.refresh_rows()
        if not self._is_committing and not self.editor.is_typing and self._error is None:
            self.editor.set_value(self._shown())
        self._show_marks()

    def flush(self) -> None:
        """Hand over what is typed and not yet stored, and once more what the file did not take."""
        if self._is_refused and not self.editor.is_typing:
            self._commit()
        else:
            self.editor.flush()

    def take_focus(self) -> None:
        """Put the focus into the editor."""
        target = self.editor.focus_target()
        reasons = Qt.FocusReason  # the style draws the focus of a combo box for one reason only
        target.setFocus(reasons.ShortcutFocusReason if isinstance(target, QComboBox) else reasons.OtherFocusReason)
        if isinstance(target, QLineEdit):
            target.end(False)
        elif isinstance(target, QPlainTextEdit):
            target.moveCursor(QTextCursor.MoveOperation.End)

    def retranslate(self) -> None:
        """Set the words of the question and around it."""
        self.prompt_label.setText(words(self.question.prompt))
        self.prompt_label.setBuddy(self.editor.focus_target())
        self.help_button.setText(_("Why we ask"))
        self.help_button.setAccessibleDescription(words(self.question.prompt))
        self.not_sure_tick.setText(_("Not sure"))
        self.not_sure_tick.setAccessibleDescription(words(self.question.prompt))
        self.clause_button.setText(_("See it in the policy"))
        self.clause_button.setAccessibleDescription(words(self.question.prompt))
        self._show_marks()

    def _shown(self) -> Any:
        """The value the editor shows."""
        fact = self.fact
        if fact.source in (Source.ANSWERED, Source.SUGGESTED):
            return fact.value
        if fact.source is Source.NOT_ASKED:  # kept until it is asked again
            value = self.session.answers.values.get(self.question.id)
            return None if value == NOT_SURE else value
        return None

    def _commit(self) -> None:
        self._is_committing = True
        try:
            kept = self.session.answer(self.question.id, self.editor.value())
            self._is_refused = not kept
            self._error = None if kept else message("This answer could not be saved. It is still shown here.")
        except AnswerError as error:
            self._error, self._is_refused = error.reason, False
        finally:
            self._is_committing = False
        self._show_marks()
        if self._error is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, str(self._error)))

    def use_suggestion(self) -> bool:
        """Take what is suggested as the owner's answer. Returns whether it is kept."""
        return self._answer(self.fact.value)

    def _answer(self, value: Any) -> bool:
        """Answer with something that is not in the editor. Returns whether it is kept."""
        self._error, self._is_refused = None, False
        self.editor.flush()
        kept = self.session.answer(self.question.id, value)
        self.refresh()
        return kept

    def _toggle_not_sure(self) -> None:
        if self.not_sure_tick.isChecked():
            self.editor.flush()
            self._before_not_sure = self.session.answers.values.get(self.question.id)
            self._answer(NOT_SURE)
        else:
            self._answer(self._before_not_sure)
        if self.note_text:
            self.grew.emit(self.note_label)

    def show_help(self, *, is_open: bool) -> None:
        """Open or close the help. It stays open while the keyboard is in it."""
        if not is_open and not self.is_help_open:
            return
        self.help_panel.follow_desk()
        if not is_open and self.help_panel.isAncestorOf(QApplication.focusWidget() or self):
            return
        self.help_panel.setVisible(is_open)
        self.help_button.setChecked(is_open)
        self.help_button.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)

    @property
    def is_help_open(self) -> bool:
        """Whether the help is shown."""
        return self.help_button.isChecked()

    def _toggle_help(self, is_open: bool) -> None:
        self.show_help(is_open=is_open)
        self.grew.emit(self.help_panel)

    def _show_marks(self) -> None:
        fact = self.fact
        self._suggestion.show_fact(fact, has_error=self._error is not None)
        self.not_sure_tick.setChecked(fact.source is Source.NOT_SURE)
        self._tell("note_label", self._note() if fact.source is Source.NOT_SURE else "")
        self._tell("error_label", str(self._error or ""))
        self.clause_button.setVisible(fact.source is not Source.NOT_ASKED and self._desk.is_in_policy(self.question.id))
        self.editor.name_controls(" ".join(filter(None, (str(self._error or ""), self._state_words()))))

    def _tell(self, name: str, told: str) -> None:
        """Show a remark, or hide it where there is nothing to say."""
        if told or name in self.__dict__:
            label: QLabel = getattr(self, name)
            label.setText(told)
            label.setVisible(bool(told))

    def _remark(self, look: str, place: int) -> QLabel:
        """A line of words at a place in the card, hidden at first."""
        label = QLabel()
        label.setWordWrap(True)
        theme.look(label, look)
        label.hide()
        self._column.insertWidget(place, label)
        return label

    def _note(self) -> str:
        """What happens while the owner is not sure."""
        if gap := words(self.question.gap):  # a cautious guess is not printed as the firm's word
            return _("Noted for review. Until you decide, the policy leaves a marked space: [{words}].", words=gap)
        careful = answer_words(self.session.library, self.session.answers, self.question, self.question.cautious)
        if careful:
            return _("Noted for review. Until you decide, the cautious answer counts: {answer}.", answer=careful)
        return _("Noted for review. Until you decide, the policy says nothing about it.")

    def _state_words(self) -> str:
        """The marks beside the answer, for screen readers."""
        if self.fact.source is Source.SUGGESTED:
            return _("Suggested")
        return self._note() if self.fact.source is Source.NOT_SURE else ""

    def _make_marks(self) -> None:
        self._suggestion = SuggestionLine(self.session)
        self._suggestion.taken.connect(self.use_suggestion)
        self._suggestion.wanted_back.connect(lambda: self._answer(None))
        self.suggested_label = self._suggestion.suggested_label
        self.keep_button, self.back_button = self._suggestion.keep_button, self._suggestion.back_button
        self.help_button = QToolButton()
        self.help_button.setCheckable(True)
        self.help_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.help_button.setArrowType(Qt.ArrowType.RightArrow)
        self.help_button.clicked.connect(self._toggle_help)
        self.clause_button = QPushButton()
        theme.look(self.clause_button, "link")
        for button in (self.help_button, self.clause_button):
            button.setMinimumHeight(theme.TARGET)
        self.clause_button.clicked.connect(lambda: self.clause_wanted.emit(self.question.id))
        self.not_sure_tick = Tick(quiet=True)
        self.not_sure_tick.setEnabled(not self.session.read_only)
        self.not_sure_tick.clicked.connect(self._toggle_not_sure)

    def _lay_out(self) -> None:
        self._marks = marks = FlowLayout(last_right=True)
        marks.add(self.help_button, self.clause_button, self.not_sure_tick)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.SMALL)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.prompt_label)
        column.addWidget(self._suggestion)
        column.addWidget(self.editor)
        column.addLayout(marks)
