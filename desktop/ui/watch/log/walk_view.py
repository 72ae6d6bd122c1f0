"""The response chart, one question at a time, the safety gate first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import i18n
from desktop.core.chart import ChartError
from desktop.core.watch.response import NO, YES, Path, ResponseWords, Walk, begin, resumed
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class WalkView(Retranslated, QWidget):
    """The questions so far lead back to themselves. The first letters of Yes and No answer too."""

    moved = Signal()
    """Another question, or an end."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        try:
            self.walk: Walk | None = begin(session.settled)
        except ChartError:  # the content checker keeps this from happening
            self.walk = None
        self._way = QVBoxLayout()
        self._way.setSpacing(0)
        self.way_buttons: list[QPushButton] = []
        self._card = QFrame()
        theme.look(self._card, "card")
        self.title_label, self.note_label = plain_label("heading"), plain_label()
        self.yes_button, self.no_button = QPushButton(), QPushButton()
        for button, answer in ((self.yes_button, YES), (self.no_button, NO)):
            button.setMinimumHeight(theme.scaled(44))
            button.clicked.connect(lambda _checked=False, given=answer: self.answer(given))
        self._lay_out()
        self.retranslate()

    def start(self, path: Path) -> None:
        """Begin where a stored path leads."""
        if self.walk is not None:
            self._go(resumed(self.walk, path), tell=False)

    def answer(self, answer: str) -> None:
        """Answer the question that is asked."""
        if self.walk is not None and self.walk.question is not None:
            self._go(self.walk.answered(answer))

    def back(self) -> bool:
        """One question back. Returns whether there was one."""
        if self.walk is None or not self.walk.answers:
            return False
        self._go(self.walk.back_to(len(self.walk.answers) - 1))
        return True

    def focus_first(self) -> None:
        """The focus to the question, or to the way back at an end."""
        if self.yes_button.isVisibleTo(self):
            self.yes_button.setFocus()
        elif self.way_buttons:
            self.way_buttons[-1].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The first letter of an answer gives it."""
        for button, answer in ((self.yes_button, YES), (self.no_button, NO)):
            if event.text() and event.text().casefold() == button.text().replace("&", "")[:1].casefold():
                self.answer(answer)
                return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self.yes_button.setText(_("&Yes"))
        self.no_button.setText(_("&No"))
        self._show()

    @property
    def _words(self) -> ResponseWords:
        known = self._session.library.language
        language = i18n.current() if i18n.current() in known else next(iter(known))
        return ResponseWords(self._session.settled, language)

    def _go(self, walk: Walk, *, tell: bool = True) -> None:
        self.walk = walk
        self._show()
        self.moved.emit()
        if tell and self.isVisible():
            if walk.question is not None:
                self.yes_button.setFocus()
            told = f"{self.title_label.text()} {self.note_label.text()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.title_label, told))

    def _show(self) -> None:
        walk, words = self.walk, self._words
        if walk is None:
            self._card.hide()
            return
        self._show_way(walk, words)
        node = walk.end or walk.question
        assert node is not None  # a walk is at a question or at its end
        number = "" if walk.end else f"{len(walk.answers) + 1}. "
        self.title_label.setText(number + words.text(node))
        self.note_label.setText(words.note(node))
        self.note_label.setVisible(bool(self.note_label.text()))
        for button in (self.yes_button, self.no_button):
            button.setVisible(walk.end is None)
            button.setAccessibleDescription(f"{self.title_label.text()} {self.note_label.text()}")
        theme.set_property(self._card, "banner", {"danger": "error", "good": "success"}.get(node.tone, "info"))

    def _show_way(self, walk: Walk, words: ResponseWords) -> None:
        """The questions that were answered, a button each: pressed, it is asked again."""
        while len(self.way_buttons) > len(walk.answers):
            button = self.way_buttons.pop()
            button.hide()
            button.deleteLater()
        while len(self.way_buttons) < len(walk.answers):
            button = QPushButton(self)
            theme.look(button, "link")
            button.setAutoDefault(False)
            button.setIcon(theme.icon("back", "accent"))
            at = len(self.way_buttons)
            button.clicked.connect(lambda _checked=False, at=at: self._ask_again(at))
            self._way.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.way_buttons.append(button)
        for number, (button, (question, answer)) in enumerate(zip(self.way_buttons, walk.passed, strict=True), start=1):
            said = _("Yes") if answer == YES else _("No")
            told = f"{number}. {words.text(question)} {said}"
            button.setText(told)
            button.setAccessibleName(_("Ask again: {question}", question=told))

    def _ask_again(self, at: int) -> None:
        if self.walk is not None:
            self._go(self.walk.back_to(at))

    def _lay_out(self) -> None:
        answers = QHBoxLayout()
        answers.setSpacing(theme.MEDIUM)
        answers.addWidget(self.yes_button, 1)
        answers.addWidget(self.no_button, 1)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        inside.setSpacing(theme.MEDIUM)
        inside.addWidget(self.title_label)
        inside.addWidget(self.note_label)
        inside.addLayout(answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(self._way)
        column.addWidget(self._card)
