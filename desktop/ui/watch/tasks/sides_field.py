"""Words of the owner's in every language: a field each, that of the interface first. One side may stay empty."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.core.text import Language, Text
from desktop.ui import theme
from desktop.ui.content_words import in_reading_order
from desktop.ui.editors.fields import LongField
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_LONGEST = 200
"""Letters of a line."""


class SidesField(Retranslated, QWidget):
    """`lines`: several lines a language; then `name_fields` says what they are."""

    def __init__(self, session: Session, text: Text, *, lines: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._name = session, ""
        self.fields: dict[Language, QLineEdit | LongField] = {}
        self._labels: dict[Language, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        for language in in_reading_order(session.library):
            label, field = QLabel(), LongField() if lines else QLineEdit()
            theme.look(label, "small")
            if isinstance(field, LongField):
                field.setPlainText(text.get(language.id, ""))
            else:
                field.setMaxLength(_LONGEST)
                field.setText(text.get(language.id, ""))
            label.setBuddy(field)
            self.fields[language.id], self._labels[language.id] = field, label
            column.addWidget(label)
            column.addWidget(field)

    @property
    def text(self) -> Text:
        """What is written, by language."""
        found = {language: _words(field) for language, field in self.fields.items()}
        return {language: words for language, words in found.items() if words}

    def name_fields(self, name: str) -> None:
        """Say what is asked; each field adds its language."""
        self._name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        for language, label in self._labels.items():
            told = f"{self._name} ({self._session.library.language[language].name})"
            label.setText(told)
            self.fields[language].setAccessibleName(told)


def _words(field: QLineEdit | LongField) -> str:
    return (field.text() if isinstance(field, QLineEdit) else field.toPlainText()).strip()
