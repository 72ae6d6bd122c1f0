"""What is said below a question about the answer the program suggests."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.facts import Fact, Source
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import answer_words, words
from desktop.ui.flow import FlowLayout
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class SuggestionLine(Retranslated, QWidget):
    """Takes the same room whatever it says, so that nothing below jumps when an answer is given."""

    taken = Signal()
    """The owner makes the suggestion the answer."""
    wanted_back = Signal()
    """The owner gives up the answer for the suggestion."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._fact: Fact | None = None
        self.suggested_label = QLabel()
        theme.look(self.suggested_label, "chip")
        self.same_label = QLabel()
        theme.look(self.same_label, "small")
        self.same_label.setMinimumHeight(theme.TARGET)
        self.keep_button, self.back_button = QPushButton(), QPushButton()
        for button in (self.keep_button, self.back_button):
            theme.look(button, "link")
            button.setMinimumHeight(theme.TARGET)
        self.keep_button.clicked.connect(self.taken)
        self.back_button.clicked.connect(self.wanted_back)
        self.setMinimumHeight(theme.TARGET)
        line = FlowLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.add(self.suggested_label, self.same_label, self.keep_button, self.back_button)
        self.setLayout(line)

    def show_fact(self, fact: Fact, *, has_error: bool) -> None:
        """Say what holds for an answer."""
        self._fact = fact
        suggestion = self._session.facts.suggestions.get(fact.question.id)
        may_change = not self._session.read_only
        is_suggested = fact.source is Source.SUGGESTED and not has_error
        is_own = fact.source is Source.ANSWERED or has_error
        self.suggested_label.setVisible(is_suggested)
        self.keep_button.setVisible(is_suggested and may_change)
        self.same_label.setVisible(is_own and fact.value == suggestion and not has_error)
        self.back_button.setVisible(is_own and fact.value != suggestion and may_change)
        self.setVisible(suggestion is not None)
        if suggestion is not None:
            self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        if self._fact is None:
            return
        question = self._fact.question
        suggestion = self._session.facts.suggestions.get(question.id)
        told = answer_words(self._session.library, self._session.answers, question, suggestion)
        self.suggested_label.setText(_("Suggested"))
        self.same_label.setText(_("As suggested"))
        self.keep_button.setText(_("Use suggestion"))
        self.keep_button.setAccessibleDescription(words(question.prompt))
        self.back_button.setText(_("Back to the suggestion"))
        self.back_button.setToolTip(told)
        self.back_button.setAccessibleDescription(told)
