"""Words the owner writes once for each language."""

from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.core import forms
from desktop.core.library import Kind, Question
from desktop.core.text import Language, Text
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import in_reading_order, words
from desktop.ui.editors.base import TypedEditor, small_label
from desktop.ui.editors.fields import LongField, show_text
from desktop.ui.session import Session


class ProseEditor(TypedEditor):
    """A labelled field for each language, that of the interface first. A missing side is pointed out."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.fields: dict[Language, QLineEdit | LongField] = {}
        self._labels: dict[Language, QLabel] = {}
        for language in session.library.languages:
            label = QLabel(language.name)
            theme.look(label, "small")
            field = self._field(question)
            label.setBuddy(field)
            self.fields[language.id], self._labels[language.id] = field, label
        self.missing_label = small_label()
        self.missing_label.hide()
        self.column.addWidget(self.missing_label)
        self.retranslate()

    def value(self) -> Text | None:
        sides = {language: _text(field) for language, field in self.fields.items()}
        return {language: text for language, text in sides.items() if text} or None

    def set_value(self, value: Text | None) -> None:
        self._pause.forget()
        for language, field in self.fields.items():
            show_text(field, (value or {}).get(language, ""))
        self._point_out()

    def focus_target(self) -> QLineEdit | LongField:
        return self.fields[in_reading_order(self.session.library)[0].id]

    def name_controls(self, description: str) -> None:
        for language in self.session.library.languages:
            field = self.fields[language.id]
            field.setAccessibleName(f"{words(self.question.prompt)} {language.name}")
            field.setAccessibleDescription(description)

    def retranslate(self) -> None:
        for place, language in enumerate(in_reading_order(self.session.library)):
            for below, widget in enumerate((self._labels[language.id], self.fields[language.id])):
                self.column.removeWidget(widget)
                self.column.insertWidget(2 * place + below, widget)
        self._point_out()

    def _field(self, question: Question) -> QLineEdit | LongField:
        if question.kind is Kind.LONG_TEXT:
            long = LongField()
            long.textChanged.connect(self._typed)
            long.left.connect(self._pause.flush)
            return long
        line = QLineEdit()
        line.textEdited.connect(self._typed)
        line.editingFinished.connect(self._pause.flush)
        return line

    def _typed(self) -> None:
        self._pause.typed()
        self._point_out()

    def _point_out(self) -> None:
        missing = missing_side(self.session, {key: _text(field) for key, field in self.fields.items()})
        self.missing_label.setText(missing)
        self.missing_label.setVisible(bool(missing))


def missing_side(session: Session, *entries: Text) -> str:
    """A gentle word about languages that are still to be written somewhere; "" where nothing is missing."""
    form = forms.chosen_form(session.library, session.facts)
    wanted = [language.id for language in session.library.languages] if form == forms.BOTH else [form]
    begun = [sides for sides in entries if any(sides.values())]
    lacking = [language for language in wanted if any(not sides.get(language) for sides in begun)]
    missing = [session.library.language[language].name for language in lacking]
    if not missing:
        return ""
    return _(
        "Still missing: {language}. Until it is written, the policy prints the other words in square brackets.",
        language=", ".join(missing),
    )


def _text(field: QLineEdit | LongField) -> str:
    return (field.text() if isinstance(field, QLineEdit) else field.toPlainText()).strip()
