"""The languages of a clause side by side, what helps to write them, and how they will read."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.core.text import Language, Text, side
from desktop.i18n import Message, _, message
from desktop.ui import theme
from desktop.ui.clauses.language_column import LanguageColumn
from desktop.ui.clauses.paper_card import PaperCard
from desktop.ui.clauses.pick_dialog import PickDialog
from desktop.ui.clauses.picks import answer_picks, clause_picks
from desktop.ui.clauses.reading import Draft, printed
from desktop.ui.flow import FlowLayout
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class WordingForm(Retranslated, QWidget):
    """`draft` is what is written."""

    edited = Signal()
    looked_at = Signal(str)
    """The owner says that this language still says the same."""

    def __init__(
        self, session: Session, draft: Draft, original: tuple[Text, Text] | None, parent: QWidget | None = None
    ) -> None:
        """`original`: title and text of the library; None for a clause of the owner's own."""
        super().__init__(parent)
        self._session, self._begun, self._original = session, draft, original
        self.step, self.after = draft.step, draft.after
        self.columns: dict[Language, LanguageColumn] = {}
        for language in session.library.languages:
            self.columns[language.id] = LanguageColumn(session, language)
        self._in_use = next(iter(self.columns.values()))
        self.answer_button, self.clause_button = QPushButton(), QPushButton()
        self.bold_button, self.list_button = QPushButton(), QPushButton()
        self.original_button, self.restore_button = QPushButton(), QPushButton()
        self.original_button.setCheckable(True)
        self._buttons = (self.answer_button, self.clause_button, self.bold_button, self.list_button)
        self._reading_label, self.paper = QLabel(), PaperCard()
        theme.look(self._reading_label, "strong")
        for language, column in self.columns.items():
            column.begin_with(side(draft.title, language), side(draft.body, language))
        self._lay_out()
        self._connect()
        self.retranslate()
        self.follow()

    @property
    def draft(self) -> Draft:
        """What is written."""
        title = {language: column.title for language, column in self.columns.items() if column.title}
        body = {language: column.body for language, column in self.columns.items() if column.body}
        return Draft(self._begun.clause_id, title, body, self.step, self.after)

    @property
    def is_changed(self) -> bool:
        """Whether anything is written that is not kept."""
        begun = self._begun
        return self.draft != Draft(
            begun.clause_id, _written(begun.title), _written(begun.body), begun.step, begun.after
        )

    def stand_at(self, step: str, after: str) -> None:
        """Let a clause of the owner's own stand elsewhere."""
        self.step, self.after = step, after
        self.follow()

    def allow(self, *, writing: bool) -> None:
        """Whether the words can be changed, or only read."""
        for column in self.columns.values():
            column.allow(writing=writing)
        for button in (*self._buttons, self.restore_button):
            button.setVisible(writing and (button is not self.restore_button or self._original is not None))
        self.original_button.setVisible(self._original is not None and (writing or not self._is_original(self.draft)))

    def ask_to_look(self, languages: tuple[Language, ...]) -> None:
        """Ask about the languages nobody has looked at since another was changed."""
        for language, column in self.columns.items():
            column.ask_to_look(wanted=language in languages)

    def say_faults(self, found: dict[Language, Message]) -> None:
        """Say what is wrong, beside the words it is about, and go to the first."""
        for language, column in self.columns.items():
            column.say_fault(found.get(language))
        faulty = next((column for language, column in self.columns.items() if language in found), None)
        if faulty is not None:
            faulty.in_use.setFocus()
            self._bring_into_sight(faulty.fault_label)

    def restore(self) -> None:
        """Put the words of the library in; Ctrl+Z takes them out again."""
        if self._original is not None:
            for language, column in self.columns.items():
                column.show_words(side(self._original[0], language), side(self._original[1], language))

    def follow(self) -> None:
        """Show what the words come to."""
        draft = self.draft
        written = {language for text in (draft.title, draft.body) for language in text}
        for language, column in self.columns.items():
            column.point_out(alone=bool(written) and language not in written)
        if written:
            self.paper.show_clause(printed(self._session, draft, self._in_use.language.id))
            self._read_along()
        else:
            self.paper.text_label.tell("")
        self.restore_button.setEnabled(self._original is not None and not self._is_original(draft))
        self.edited.emit()

    def take_focus(self) -> None:
        """Put the focus where the writing begins."""
        first = next(iter(self.columns.values()))
        (first.text_edit if first.title else first.title_edit).setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self.answer_button.setText(_("Insert an answer…"))
        self.clause_button.setText(_("Refer to a clause…"))
        self.bold_button.setText(_("Bold"))
        self.list_button.setText(_("List"))
        self._name_original()
        self.restore_button.setText(_("Restore the original"))
        self._name_reading()
        self.follow()

    def _is_original(self, draft: Draft) -> bool:
        return self._original is None or (draft.title, draft.body) == tuple(map(_written, self._original))

    def _name_original(self) -> None:
        shown = self.original_button.isChecked()
        self.original_button.setText(_("Hide the original") if shown else _("Show the original"))

    def _name_reading(self) -> None:
        told = _("How it will read ({language})", language=self._in_use.language.name)
        self._reading_label.setText(told)
        self.paper.text_label.setAccessibleName(told)

    def _enter(self, column: LanguageColumn) -> None:
        if column is not self._in_use:
            self._in_use = column
            self._name_reading()
            self.follow()

    def _show_original(self) -> None:
        for language, column in self.columns.items():
            shown = self._original if self.original_button.isChecked() else None
            column.show_original((side(shown[0], language), side(shown[1], language)) if shown else None)
        self._name_original()
        if self.original_button.isChecked():
            self._bring_into_sight(self._in_use.original_text)

    def _bring_into_sight(self, part: QWidget) -> None:
        self._area.widget().layout().activate()  # it has its place now
        self._area.ensureWidgetVisible(part, 0, theme.SMALL)

    def _read_along(self) -> None:
        """Bring into sight what is being written."""
        field, bar = self._in_use.text_edit, self._reading_area.verticalScrollBar()
        self._reading_area.widget().layout().activate()
        length = max(field.document().characterCount() - 1, 1)
        bar.setValue(round(bar.maximum() * field.textCursor().position() / length))

    def _offer_answers(self) -> None:
        self._offer(PickDialog(message("Insert an answer"), partial(answer_picks, self._session), self))

    def _offer_clauses(self) -> None:
        make = partial(clause_picks, self._session, self._begun.clause_id)
        self._offer(PickDialog(message("Refer to a clause"), make, self))

    def _offer(self, dialog: PickDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(self._put_in)
        dialog.finished.connect(lambda _result: self._in_use.in_use.setFocus())
        dialog.open()

    def _put_in(self, place: str) -> None:
        field = self._in_use.in_use
        if isinstance(field, QLineEdit):  # a title has no lists
            field.insert(place.replace("- {each:", "{"))
        else:
            field.put_in(place)

    def _shape(self, *, bold: bool) -> None:
        field = self._in_use.text_edit
        (field.toggle_bold if bold else field.toggle_list)()
        field.setFocus()

    def _connect(self) -> None:
        for column in self.columns.values():
            column.edited.connect(self.follow)
            column.entered.connect(partial(self._enter, column))
            column.looked_at.connect(partial(self.looked_at.emit, column.language.id))
        self.answer_button.clicked.connect(self._offer_answers)
        self.clause_button.clicked.connect(self._offer_clauses)
        self.bold_button.clicked.connect(lambda: self._shape(bold=True))
        self.list_button.clicked.connect(lambda: self._shape(bold=False))
        self.original_button.toggled.connect(lambda _on: self._show_original())
        self.restore_button.clicked.connect(self.restore)

    def _lay_out(self) -> None:
        tools = FlowLayout()
        for button in (*self._buttons, self.original_button, self.restore_button):
            button.setAutoDefault(False)
            tools.add(button)
        self.original_button.setVisible(self._original is not None)
        self.restore_button.setVisible(self._original is not None)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._writing())
        splitter.addWidget(self._reading())
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([360, 180])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(tools)
        column.addWidget(splitter, 1)

    def _writing(self) -> QScrollArea:
        body = QWidget()
        theme.look(body, "clear")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, theme.SMALL, theme.SMALL)
        row.setSpacing(theme.LARGE)
        for column in self.columns.values():
            row.addWidget(column, 1)
        self._area = _scrolled(body)
        return self._area

    def _reading(self) -> QWidget:
        body = QWidget()
        theme.look(body, "clear")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, theme.SMALL, 0)
        inner.addWidget(self.paper)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.SMALL, 0, 0)
        column.setSpacing(theme.TINY)
        column.addWidget(self._reading_label)
        self._reading_area = _scrolled(body)
        column.addWidget(self._reading_area, 1)
        holder.setMinimumHeight(90)
        return holder


def _written(text: Text) -> dict[str, str]:
    """The sides that are written, as a column gives them back."""
    return {language: words for language in text if (words := side(text, language))}


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area
