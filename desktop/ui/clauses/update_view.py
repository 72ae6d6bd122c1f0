"""One change of the library: old beside new in every language, and the owner's own wording."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.core.text import Language
from desktop.core.updates import Update
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.difference_text import DifferenceText, Shown
from desktop.ui.clauses.reading import both_ways, plain_words
from desktop.ui.clauses.update_words import kind_of, name_of, notes_of, sides_of
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class UpdateView(Retranslated, QScrollArea):
    """Shows; decides nothing."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._update: Update | None = None
        self.title_label, self.kind_label, self.notes_label = QLabel(), QLabel(), QLabel()
        self._old_label, self._new_label, self._own_label = QLabel(), QLabel(), QLabel()
        theme.look(self.title_label, "heading")
        theme.look(self.kind_label, "chip")
        for label in (self.title_label, self.notes_label):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._old_label, self._new_label, self._own_label):
            theme.look(label, "strong")
        self.old_texts: dict[Language, DifferenceText] = {}
        self.new_texts: dict[Language, DifferenceText] = {}
        self.own_texts: dict[Language, DifferenceText] = {}
        self._cards: dict[str, list[QWidget]] = {"old": [self._old_label], "new": [self._new_label], "own": []}
        self._lay_out()
        self.retranslate()

    def show_update(self, update: Update) -> None:
        """Show another change, from its beginning."""
        if update != self._update:
            self.verticalScrollBar().setValue(0)
        self._update = update
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._old_label.setText(_("Until now"))
        self._new_label.setText(_("New"))
        self._own_label.setText(_("Your own wording"))
        for language in self._session.library.languages:
            for label, texts in (
                (self._old_label, self.old_texts),
                (self._new_label, self.new_texts),
                (self._own_label, self.own_texts),
            ):
                texts[language.id].setAccessibleName(f"{label.text()}: {language.name}")
        if self._update is not None:
            self.title_label.setText(name_of(self._session, self._update))
            self.kind_label.setText(kind_of(self._update))
            self.notes_label.setText("\n".join(notes_of(self._session, self._update)))
            self._compare(self._update)

    def _compare(self, update: Update) -> None:
        session, sides = self._session, sides_of(self._session, update)
        clause = update.new or update.old
        edit = session.answers.edits.get(update.clause_id)
        if clause is None:
            return
        for language in self.old_texts:
            if sides.old and sides.new:
                old, new = both_ways(session, clause, sides.old, sides.new, language)
            else:
                old = new = plain_words(session, clause, *(sides.old or sides.new or ({}, {})), language)
            self.old_texts[language].compare(old, new)
            self.new_texts[language].compare(old, new)
            if edit:
                own = plain_words(session, clause, edit.title, edit.body, language)
                self.own_texts[language].compare(own, own)
        for name, shown in (("old", sides.old), ("new", sides.new), ("own", edit)):
            for card in self._cards[name]:
                card.setVisible(shown is not None)

    def _lay_out(self) -> None:
        body = QWidget()
        theme.look(body, "clear")
        grid = QGridLayout()
        grid.setSpacing(theme.SMALL)
        grid.addWidget(self._old_label, 0, 0)
        grid.addWidget(self._new_label, 0, 1)
        own = QGridLayout()
        own.setSpacing(theme.SMALL)
        for row, language in enumerate(self._session.library.languages, 1):
            for place, (name, texts, shown) in enumerate(
                (("old", self.old_texts, Shown.OLD), ("new", self.new_texts, Shown.NEW))
            ):
                texts[language.id] = DifferenceText(shown)
                grid.addWidget(self._card(name, language.name, texts[language.id]), row, place)
            self.own_texts[language.id] = DifferenceText()
            own.addWidget(self._card("own", language.name, self.own_texts[language.id]), 0, row - 1)
        self._cards["own"].append(self._own_label)
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.LARGE, 0, theme.SMALL, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.title_label)
        column.addWidget(self.kind_label, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.notes_label)
        column.addLayout(grid)
        column.addWidget(self._own_label)
        column.addLayout(own)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)

    def _card(self, name: str, language: str, text: DifferenceText) -> QFrame:
        card, label = QFrame(), QLabel(language)
        theme.look(card, "card")
        theme.look(label, "small")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        column.setSpacing(theme.TINY)
        column.addWidget(label)
        column.addWidget(text)
        column.addStretch(1)
        self._cards[name].append(card)
        return card
