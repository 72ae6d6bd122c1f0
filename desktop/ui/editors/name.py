"""A proper name: one line."""

from PySide6.QtWidgets import QLineEdit

from desktop.core.library import Question
from desktop.ui.editors.base import TypedEditor
from desktop.ui.editors.fields import show_text
from desktop.ui.session import Session


class NameEditor(TypedEditor):
    """A name, the same in every language."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.field = QLineEdit()
        self.field.textEdited.connect(self._pause.typed)
        self.field.editingFinished.connect(self._pause.flush)
        self.column.addWidget(self.field)
        self.retranslate()

    def value(self) -> str | None:
        return self.field.text().strip() or None

    def set_value(self, value: str | None) -> None:
        self._pause.forget()
        show_text(self.field, value or "")

    def focus_target(self) -> QLineEdit:
        return self.field

    def retranslate(self) -> None:
        """Nothing here has words of its own."""
