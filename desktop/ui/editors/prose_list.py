"""A list in the owner's words: a line an entry, a column a language."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from desktop.core.library import Question
from desktop.core.text import Language, Text
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.base import TypedEditor, small_label
from desktop.ui.editors.fields import show_text
from desktop.ui.editors.prose import missing_side
from desktop.ui.session import Session


class _Line(QWidget):
    """One entry."""

    def __init__(self, languages: list[Language], parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        self.fields = {language: QLineEdit() for language in languages}
        for field in self.fields.values():
            field.setMinimumWidth(90)
            layout.addWidget(field, 1)
        self.remove_button = QToolButton()
        self.remove_button.setIcon(theme.icon("close", "muted"))
        self.remove_button.setIconSize(QSize(1, 1) * theme.scaled(14))
        layout.addWidget(self.remove_button)

    @property
    def sides(self) -> Text:
        """What is written, without blank sides."""
        return {language: text for language, field in self.fields.items() if (text := field.text().strip())}


class ProseListEditor(TypedEditor):
    """Return adds a line below, Backspace in an empty line removes it."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.lines: list[_Line] = []
        self._description = ""
        self.column.addLayout(self._heads())
        self._rows = QGridLayout()
        self._rows.setVerticalSpacing(theme.TINY)
        self.column.addLayout(self._rows)
        self.missing_label = small_label()
        self.missing_label.hide()
        self.column.addWidget(self.missing_label)
        self.add_button = QPushButton()
        self.add_button.setIcon(theme.icon("add", "accent"))
        theme.look(self.add_button, "link")
        self.add_button.clicked.connect(lambda: self._add_line(len(self.lines)).setFocus())
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_line(0)
        self.retranslate()

    def value(self) -> tuple[Text, ...] | None:
        return tuple(line.sides for line in self.lines if line.sides) or None

    def set_value(self, value: tuple[Text, ...] | None) -> None:
        self._pause.forget()
        entries = [{key: text for key, text in entry.items() if text} for entry in value or ()]
        if entries != [line.sides for line in self.lines if line.sides]:
            self._show(entries)
        self._point_out()

    def focus_target(self) -> QLineEdit:
        return next(iter(self.lines[0].fields.values()))

    def name_controls(self, description: str) -> None:
        self._description = description
        names = {language.id: language.name for language in self.session.library.languages}
        for number, line in enumerate(self.lines, start=1):
            for language, field in line.fields.items():
                field.setAccessibleName(f"{words(self.question.prompt)} {number}, {names[language]}")
                field.setAccessibleDescription(description)
            line.remove_button.setAccessibleName(_("Remove line {number}", number=number))
            line.remove_button.setToolTip(_("Remove this line"))

    def retranslate(self) -> None:
        self.add_button.setText(_("Add a line"))
        self.name_controls(self._description)
        self._point_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Return and Backspace add and remove lines."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            line = next((line for line in self.lines if watched in line.fields.values()), None)
            if line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._add_line(self.lines.index(line) + 1).setFocus()
                return True
            if line and event.key() == Qt.Key.Key_Backspace and not line.sides and len(self.lines) > 1:
                self._remove_line(line)
                return True
        return super().eventFilter(watched, event)

    def _heads(self) -> QHBoxLayout:
        heads = QHBoxLayout()
        heads.setSpacing(theme.SMALL)
        for language in self.session.library.languages:
            label = QLabel(language.name)
            theme.look(label, "small")
            heads.addWidget(label, 1)
        heads.addSpacing(theme.GIANT)
        return heads

    def _show(self, entries: list[dict[str, str]]) -> None:
        while len(self.lines) > max(len(entries), 1):
            self._drop(self.lines[-1])
        while len(self.lines) < len(entries):
            self._add_line(len(self.lines))
        for line, entry in zip(self.lines, [*entries, {}], strict=False):
            for language, field in line.fields.items():
                show_text(field, entry.get(language, ""))

    def _add_line(self, index: int) -> QLineEdit:
        line = _Line([language.id for language in self.session.library.languages], self)
        for field in line.fields.values():
            field.installEventFilter(self)
            field.textEdited.connect(self._typed)
            field.editingFinished.connect(self._pause.flush)
        line.remove_button.clicked.connect(lambda: self._remove_line(line))
        self.lines.insert(index, line)
        for row, each in enumerate(self.lines):
            self._rows.addWidget(each, row, 0)
        self._keep_tab_order()
        self.name_controls(self._description)
        return next(iter(line.fields.values()))

    def _keep_tab_order(self) -> None:
        """A line put between others comes between them for the Tab key too."""
        controls = [control for line in self.lines for control in (*line.fields.values(), line.remove_button)]
        for before, after in zip(controls, [*controls[1:], self.add_button], strict=True):
            QWidget.setTabOrder(before, after)

    def _remove_line(self, line: _Line) -> None:
        index = self.lines.index(line)
        had_words = bool(line.sides)
        if len(self.lines) == 1:
            for field in line.fields.values():
                field.clear()
        else:
            self._drop(line)
        self.focus_near(index)
        self.name_controls(self._description)
        if had_words:
            self._pause.typed()
            self._pause.flush()

    def focus_near(self, index: int) -> None:
        """Put the cursor at the end of the line before this place."""
        field = next(iter(self.lines[max(index - 1, 0)].fields.values()))
        field.setFocus()
        field.end(False)

    def _drop(self, line: _Line) -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _typed(self) -> None:
        self._pause.typed()
        self._point_out()

    def _point_out(self) -> None:
        note = missing_side(self.session, *(line.sides for line in self.lines))
        self.missing_label.setText(note)
        self.missing_label.setVisible(bool(note))
