"""One question on a page: prompt, editor, help, and what is said about the answer."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
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
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class QuestionCard(Retranslated, QFrame):
    """Keeps the answer in the session as soon as it is given, and follows the session when it changes elsewhere."""

    grew = Signal(QWidget)
    """The card opened, closed or moved this part of itself."""

    def __init__(self, session: Session, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.question = question
        self._is_committing = False
        self._error: Message | None = None
        self._before_not_sure: Any = None
        theme.look(self, "card")
        self.prompt_label = QLabel()
        self.prompt_label.setWordWrap(True)
        theme.look(self.prompt_label, "strong")
        self.editor = editor_for(session, question)
        self.editor.edited.connect(self._commit)
        self.editor.grew.connect(self.grew)
        self.editor.setEnabled(not session.read_only)
        self._make_help()
        self._make_marks()
        self._lay_out()
        self.refresh()
        self.retranslate()

    @property
    def fact(self) -> Fact:
        """What the question comes to now."""
        return self.session.facts.by_question[self.question.id]

    @property
    def note_text(self) -> str:
        """What is said while the owner is not sure; "" where that is not the answer."""
        return self._note_label.text() if self.fact.source is Source.NOT_SURE else ""

    def refresh(self) -> None:
        """Show the answer as the session has it. Words being typed are left alone."""
        self.editor.refresh_rows()
        if not self._is_committing and not self.editor.is_typing and self._error is None:
            self.editor.set_value(self._shown())
        self._show_marks()

    def flush(self) -> None:
        """Hand over what is typed and not yet stored."""
        self.editor.flush()

    def take_focus(self) -> None:
        """Put the focus into the editor."""
        target = self.editor.focus_target()
        reasons = Qt.FocusReason  # the style draws the focus of a combo box for one reason only
        target.setFocus(reasons.ShortcutFocusReason if isinstance(target, QComboBox) else reasons.OtherFocusReason)
        if isinstance(target, QLineEdit):
            target.end(False)

    def retranslate(self) -> None:
        """Set the words of the question and around it."""
        self.prompt_label.setText(words(self.question.prompt))
        self.prompt_label.setBuddy(self.editor.focus_target())
        self._why_label.setText(words(self.question.why))
        self._example_label.setText(_("Example: {words}", words=words(self.question.example)))
        self.help_button.setText(_("Why we ask"))
        self.help_button.setAccessibleDescription(words(self.question.prompt))
        self.not_sure_tick.setText(_("Not sure"))
        self.not_sure_tick.setAccessibleDescription(words(self.question.prompt))
        self.suggested_label.setText(_("Suggested"))
        self.keep_button.setText(_("Keep this answer"))
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
            self._error = None if kept else message("This answer could not be saved. It is still shown here.")
        except AnswerError as error:
            self._error = error.reason
        finally:
            self._is_committing = False
        self._show_marks()
        if self._error is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, str(self._error)))

    def _answer(self, value: Any) -> None:
        """Answer with something that is not in the editor."""
        self._error = None
        self.editor.flush()
        self.session.answer(self.question.id, value)
        self.refresh()

    def _toggle_not_sure(self) -> None:
        if self.not_sure_tick.isChecked():
            self.editor.flush()
            self._before_not_sure = self.session.answers.values.get(self.question.id)
            self._answer(NOT_SURE)
        else:
            self._answer(self._before_not_sure)
        self.grew.emit(self.not_sure_tick)  # the note pushes the tick down

    def _toggle_help(self) -> None:
        self.help_panel.setVisible(self.help_button.isChecked())
        self.help_button.setArrowType(
            Qt.ArrowType.DownArrow if self.help_button.isChecked() else Qt.ArrowType.RightArrow
        )
        self.grew.emit(self.help_panel)

    def _show_marks(self) -> None:
        fact = self.fact
        is_suggested = fact.source is Source.SUGGESTED and self._error is None
        self.suggested_label.setVisible(is_suggested)
        self.keep_button.setVisible(is_suggested and not self.session.read_only)
        default = self.session.facts.suggestions.get(self.question.id)
        differs = fact.source is Source.ANSWERED and default is not None and fact.value != default
        self.back_button.setVisible(differs and not self.session.read_only)
        if differs:
            told = answer_words(self.session.library, self.session.answers, self.question, default)
            self.back_button.setText(_("Back to the suggestion"))
            self.back_button.setToolTip(told)
            self.back_button.setAccessibleDescription(told)
        self.not_sure_tick.setChecked(fact.source is Source.NOT_SURE)
        self.note_panel.setVisible(fact.source is Source.NOT_SURE)
        if fact.source is Source.NOT_SURE:
            self._note_label.setText(self._note())
        self.error_label.setVisible(self._error is not None)
        self.error_label.setText(str(self._error or ""))
        self.editor.name_controls(" ".join(filter(None, (str(self._error or ""), self._state_words()))))

    def _note(self) -> str:
        """What happens while the owner is not sure."""
        careful = answer_words(self.session.library, self.session.answers, self.question, self.question.cautious)
        if careful:
            return _("Noted for review. Until you decide, the cautious answer counts: {answer}.", answer=careful)
        if gap := words(self.question.gap):
            return _("Noted for review. Until you decide, the policy leaves a marked space: [{words}].", words=gap)
        return _("Noted for review. Until you decide, the policy says nothing about it.")

    def _state_words(self) -> str:
        """The marks beside the answer, for screen readers."""
        if self.fact.source is Source.SUGGESTED:
            return _("Suggested")
        return self._note() if self.fact.source is Source.NOT_SURE else ""

    def _make_help(self) -> None:
        self.help_button = QToolButton()
        self.help_button.setCheckable(True)
        self.help_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.help_button.setArrowType(Qt.ArrowType.RightArrow)
        self.help_button.clicked.connect(self._toggle_help)
        self.help_panel = QFrame()
        theme.look(self.help_panel, "inset")
        self._why_label, self._example_label = _wrapping_label(), _wrapping_label()
        theme.look(self._example_label, "muted")
        column = QVBoxLayout(self.help_panel)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        column.setSpacing(theme.SMALL)
        column.addWidget(self._why_label)
        column.addWidget(self._example_label)
        self.help_panel.hide()

    def _make_marks(self) -> None:
        self.suggested_label = QLabel()
        theme.look(self.suggested_label, "chip")
        if self.question.default is not None:  # its room stays, so that nothing below jumps when it goes
            room = self.suggested_label.sizePolicy()
            room.setRetainSizeWhenHidden(True)
            self.suggested_label.setSizePolicy(room)
        self.keep_button, self.back_button = QPushButton(), QPushButton()
        for button in (self.keep_button, self.back_button):
            theme.look(button, "link")
        self.keep_button.clicked.connect(lambda: self._answer(self.fact.value))
        self.back_button.clicked.connect(lambda: self._answer(None))
        self.not_sure_tick = Tick(compact=True)
        self.not_sure_tick.setEnabled(not self.session.read_only)
        self.not_sure_tick.clicked.connect(self._toggle_not_sure)
        self.note_panel = QFrame()
        theme.look(self.note_panel, "note")
        self._note_label = _wrapping_label()
        note = QVBoxLayout(self.note_panel)
        note.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        note.addWidget(self._note_label)
        self.error_label = _wrapping_label()
        theme.look(self.error_label, "error")

    def _lay_out(self) -> None:
        marks = FlowLayout(last_right=True)
        marks.add(self.help_button, self.keep_button, self.back_button, self.not_sure_tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.SMALL)
        column.setSpacing(theme.SMALL)
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self.prompt_label, 1)
        head.addWidget(self.suggested_label, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.editor)
        column.addWidget(self.error_label)
        column.addWidget(self.note_panel)
        column.addWidget(self.help_panel)
        column.addLayout(marks)


def _wrapping_label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label
