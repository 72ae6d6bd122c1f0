"""Any number of several answers."""

from PySide6.QtWidgets import QVBoxLayout

from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.arrow_keys import ArrowKeys
from desktop.ui.editors.base import Editor, small_label
from desktop.ui.editors.filter_field import MANY, FilterField
from desktop.ui.editors.options import Chip, Tick
from desktop.ui.flow import FlowLayout
from desktop.ui.session import Session

_SHORT = 40
"""Letters of a label that reads well beside others; longer ones stand below each other."""


class ChoicesEditor(Editor):
    """Chips to tick, and one for "none of these", which is an answer too. Arrow keys lead from one to the next."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.ticks: dict[str, Tick] = {}
        self._keys = ArrowKeys(self)
        longest = max((len(label) for choice in question.choices for label in choice.label.values()), default=0)
        kind = Chip if longest <= _SHORT else Tick
        self.filter_field = FilterField()
        self.filter_field.setVisible(len(question.choices) > MANY)
        self.filter_field.textChanged.connect(self._filter)
        self._nothing_label = small_label()
        self._nothing_label.hide()
        layout = FlowLayout(between=theme.SMALL) if kind is Chip else QVBoxLayout()
        layout.setSpacing(theme.SMALL if kind is Chip else 0)
        for choice in question.choices:
            self.ticks[choice.code] = tick = kind()
            tick.clicked.connect(self._choose)
        self.none_tick = kind()
        self.none_tick.quiet = True
        self.none_tick.clicked.connect(self._choose_none)
        for tick in (*self.ticks.values(), self.none_tick):
            self._keys.add(tick)
            layout.addWidget(tick)
        self.column.addWidget(self.filter_field)
        self.column.addWidget(self._nothing_label)
        self.column.addLayout(layout)
        self.retranslate()

    def value(self) -> tuple[str, ...] | None:
        chosen = tuple(code for code, tick in self.ticks.items() if tick.isChecked())
        return chosen if chosen or self.none_tick.isChecked() else None

    def set_value(self, value: tuple[str, ...] | None) -> None:
        for code, tick in self.ticks.items():
            tick.setChecked(code in (value or ()))
        self.none_tick.setChecked(value == ())

    def focus_target(self) -> Tick:
        stop = self._keys.stop()
        return stop if isinstance(stop, Tick) else self.none_tick

    def name_controls(self, description: str) -> None:
        said = f"{words(self.question.prompt)} {description}".strip()
        for choice in self.question.choices:
            self.ticks[choice.code].setAccessibleName(words(choice.label))
        self.none_tick.setAccessibleName(_("None of these"))
        for tick in (*self.ticks.values(), self.none_tick):
            tick.setAccessibleDescription(said)
        self.filter_field.setAccessibleDescription(words(self.question.prompt))

    def retranslate(self) -> None:
        for choice in self.question.choices:
            self.ticks[choice.code].setText(words(choice.label))
        self.none_tick.setText(_("None of these"))
        self._nothing_label.setText(_("Nothing in the list is called that."))
        self._filter()

    def _choose(self) -> None:
        self.none_tick.setChecked(not any(tick.isChecked() for tick in self.ticks.values()))
        self.edited.emit()

    def _choose_none(self) -> None:
        if self.none_tick.isChecked():
            for tick in self.ticks.values():
                tick.setChecked(False)
        self.edited.emit()

    def _filter(self) -> None:
        """Show what is looked for."""
        for tick in self.ticks.values():
            tick.setVisible(self.filter_field.finds(tick.text()))
        self.none_tick.setVisible(not self.filter_field.text())
        self._nothing_label.setVisible(all(tick.isHidden() for tick in self.ticks.values()))
        self._keys.settle()
