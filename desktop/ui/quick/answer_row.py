"""One line of the summary: a question, its answer, and the way back to it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.facts import Source
from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import answer_words, words
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_MARKS = {
    Source.ANSWERED: ("check", "success"),
    Source.NOT_SURE: ("warning", "warning"),
    Source.SUGGESTED: ("edit", "muted"),
    Source.EMPTY: ("edit", "muted"),
}


class AnswerRow(Retranslated, QPushButton):
    """Pressed as a whole; leads to the question."""

    def __init__(self, session: Session, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.question = question
        self._mark = Picture(18)
        self._prompt_label, self.answer_label, self._change_label = QLabel(), QLabel(), QLabel()
        theme.look(self._prompt_label, "small")
        theme.look(self._change_label, "small")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for label in (self._prompt_label, self.answer_label):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            texts.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self._mark)
        row.addLayout(texts, 1)
        row.addWidget(self._change_label)
        for child in (self._mark, self._prompt_label, self.answer_label, self._change_label):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.look(self, "card")
        self.refresh()

    def refresh(self) -> None:
        """Show the answer as it is now."""
        fact = self.session.facts.by_question[self.question.id]
        self.setVisible(fact.source is not Source.NOT_ASKED)
        if fact.source is not Source.NOT_ASKED:
            self._mark.show_icon(*_MARKS[fact.source])
            self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        fact = self.session.facts.by_question[self.question.id]
        is_open = fact.source in (Source.EMPTY, Source.SUGGESTED)
        self._prompt_label.setText(words(self.question.prompt))
        self.answer_label.setText(self._answer())
        theme.look(self.answer_label, "muted" if is_open else "strong")
        self._change_label.setText("" if self.session.read_only else _("Answer") if is_open else _("Change"))
        self.setAccessibleName(f"{self._prompt_label.text()} {self.answer_label.text()}")
        self.setAccessibleDescription(_("Go to the question"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as the texts need; a button would not ask its layout."""
        return self.layout().totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """See `sizeHint`."""
        return self.layout().totalMinimumSize()

    def _answer(self) -> str:
        fact = self.session.facts.by_question[self.question.id]
        told = answer_words(self.session.library, self.session.answers, self.question, fact.value)
        match fact.source:
            case Source.NOT_SURE:
                return _("Not sure, noted for review")
            case Source.SUGGESTED:
                return _("Still open; suggested: {answer}", answer=told)
            case Source.EMPTY:
                return _("Still open")
            case _:
                return told or _("None")
