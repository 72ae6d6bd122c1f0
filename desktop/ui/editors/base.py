"""What every editor has in common."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.library import Question
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

PAUSE = 300
"""How long typing must rest before the words are stored, in milliseconds."""


class Editor(Retranslated, QWidget):
    """Shows and changes the answer to one question. It stores nothing itself."""

    edited = Signal()
    """The owner changed the answer; `value()` says what it is now."""
    grew = Signal(QWidget)
    """The editor opened or closed this part of itself."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__()
        self.session = session
        self.question = question
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.SMALL)

    def value(self) -> Any:
        """The answer as `Session.answer` takes it; None where there is none."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show an answer that came from elsewhere; None shows none. Emits nothing."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """The widget that the label belongs to, and that takes the focus."""
        raise NotImplementedError

    def flush(self) -> None:
        """Hand over at once what is typed and not yet handed over."""

    def allow_changes(self, *, allowed: bool) -> None:
        """Let the owner change the answer, or only look at it."""
        self.setEnabled(allowed)

    def finish(self) -> bool:
        """Bring to an end what is begun, for the owner goes on. Returns whether nothing is left to be done."""
        return True

    @property
    def is_typing(self) -> bool:
        """Whether there are words that are not handed over yet."""
        return False

    def refresh_rows(self) -> None:
        """Show the people and accounts as they are in the registers now."""

    def name_controls(self, description: str) -> None:
        """Tell screen readers what the controls are for: the question, and more about it."""
        control = self.focus_target()
        control.setAccessibleName(words(self.question.prompt))
        control.setAccessibleDescription(description)


class TypingPause(QObject):
    """Waits until typing rests, or the words are wanted at once."""

    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.rested)

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is not handed over yet."""
        return self._timer.isActive()

    def typed(self) -> None:
        """Something was typed."""
        self._timer.start()

    def flush(self) -> None:
        """Do not wait any longer."""
        if self._timer.isActive():
            self._timer.stop()
            self.rested.emit()

    def forget(self) -> None:
        """What was typed is no longer wanted."""
        self._timer.stop()


class TypedEditor(Editor):
    """An editor that hands over what is typed once typing rests, or at once when the field is left."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self._pause = TypingPause(self)
        self._pause.rested.connect(self.edited)

    def flush(self) -> None:
        self._pause.flush()

    @property
    def is_typing(self) -> bool:
        return self._pause.is_waiting


def small_label() -> QLabel:
    """A label for side remarks, which wraps."""
    label = QLabel()
    label.setWordWrap(True)
    theme.look(label, "small")
    return label
