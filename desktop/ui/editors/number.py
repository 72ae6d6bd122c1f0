"""A whole number with its unit."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from desktop.core.library import Question
from desktop.i18n import _, format_number
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.base import TypedEditor
from desktop.ui.session import Session


class NumberEditor(TypedEditor):
    """Typed, or moved with the arrow keys. What is no number is handed over as it is, to be refused in words."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.field = QLineEdit()
        self.field.setFixedWidth(theme.scaled(96))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setMaxLength(9)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._pause.typed)
        self.field.editingFinished.connect(self._pause.flush)
        self.unit_label = QLabel()
        self.range_label = QLabel()
        theme.look(self.range_label, "small")
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.field)
        row.addWidget(self.unit_label)
        row.addSpacing(theme.SMALL)
        row.addWidget(self.range_label)
        row.addStretch(1)
        self.column.addLayout(row)
        self.retranslate()

    def value(self) -> int | str | None:
        text = self.field.text().strip()
        digits = "".join(text.split())
        if digits.isascii() and digits.removeprefix("-").isdigit():
            return int(digits)
        return text or None

    def set_value(self, value: int | None) -> None:
        self._pause.forget()
        if self.value() != value:
            self.field.setText("" if value is None else str(value))

    def focus_target(self) -> QLineEdit:
        return self.field

    def retranslate(self) -> None:
        self.unit_label.setText(words(self.question.unit))
        low, high = self.question.minimum, self.question.maximum
        if low is not None and high is not None:
            self.range_label.setText(_("{low} to {high}", low=format_number(low), high=format_number(high)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Up and Down move the number."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if step:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        low, high = self.question.minimum, self.question.maximum
        value = self.value()
        moved = value + step if isinstance(value, int) else (low or 0)
        moved = max(moved, low) if low is not None else moved
        moved = min(moved, high) if high is not None else moved
        self.field.setText(str(moved))
        self._pause.typed()
