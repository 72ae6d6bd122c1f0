"""What helps with a question: why it is asked, and an example."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.options import Tick
from desktop.ui.questions.card_desk import CardDesk
from desktop.ui.retranslate import Retranslated


class QuestionHelp(Retranslated, QFrame):
    """Words, and a tick to keep the help of every question open."""

    def __init__(self, question: Question, desk: CardDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._desk = desk
        theme.look(self, "inset")
        self.why_label, self._example_label = QLabel(), QLabel()
        for label in (self.why_label, self._example_label):
            label.setWordWrap(True)
        theme.look(self._example_label, "muted")
        self.keep_tick = Tick(quiet=True)
        self.keep_tick.clicked.connect(lambda keep: desk.keep_help_open(keep=keep))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.TINY)
        column.setSpacing(theme.SMALL)
        for widget in (self.why_label, self._example_label, self.keep_tick):
            column.addWidget(widget)
        self.follow_desk()
        self.retranslate()

    def follow_desk(self) -> None:
        """Tick what holds for all cards."""
        self.keep_tick.setChecked(self._desk.help_open)

    def retranslate(self) -> None:
        """Set the words; those of the law become links."""
        from desktop.ui.help.glossary_popover import tell_linked  # with the first help, not with the first question

        tell_linked(self.why_label, words(self._question.why), self._desk.library)
        example = words(self._question.example)
        self._example_label.setText(_("Example: {words}", words=example))
        self._example_label.setVisible(bool(example))
        self.keep_tick.setText(_("Keep help open"))
        self.keep_tick.setAccessibleDescription(_("Shows the help of every question"))
