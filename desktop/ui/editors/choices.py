"""Any number of several answers."""

from PySide6.QtWidgets import QGridLayout

from desktop.core.library import Question
from desktop.ui.content_words import words
from desktop.ui.editors.base import Editor
from desktop.ui.editors.options import Tick
from desktop.ui.session import Session

_SHORT = 26
"""Letters of a label that fits half the page."""


def _columns(question: Question) -> int:
    """Two columns for many short labels."""
    longest = max((len(label) for choice in question.choices for label in choice.label.values()), default=0)
    return 2 if len(question.choices) > 7 and longest <= _SHORT else 1


class ChoicesEditor(Editor):
    """Tick boxes below each other. None ticked is an answer too."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.ticks: dict[str, Tick] = {}
        grid = QGridLayout()
        grid.setSpacing(0)
        columns = _columns(question)
        for number, choice in enumerate(question.choices):
            tick = Tick()
            tick.clicked.connect(self.edited)
            self.ticks[choice.code] = tick
            grid.addWidget(tick, number // columns, number % columns)
        self.column.addLayout(grid)
        self.retranslate()

    def value(self) -> tuple[str, ...]:
        return tuple(code for code, tick in self.ticks.items() if tick.isChecked())

    def set_value(self, value: tuple[str, ...] | None) -> None:
        for code, tick in self.ticks.items():
            tick.setChecked(code in (value or ()))

    def focus_target(self) -> Tick:
        return next(iter(self.ticks.values()))

    def name_controls(self, description: str) -> None:
        for choice in self.question.choices:
            tick = self.ticks[choice.code]
            tick.setAccessibleName(words(choice.label))
            tick.setAccessibleDescription(f"{words(self.question.prompt)} {description}".strip())

    def retranslate(self) -> None:
        for choice in self.question.choices:
            self.ticks[choice.code].setText(words(choice.label))
