"""The owner's wording of a clause against the library's, word by word."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.core.selection import library_wording, wording_of
from desktop.core.text import Language
from desktop.i18n import _
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.clauses.difference_text import DifferenceText
from desktop.ui.clauses.reading import both_ways
from desktop.ui.faults import Banner, Severity
from desktop.ui.flow import FlowLayout
from desktop.ui.help.on_call import offer_help
from desktop.ui.preview.reasons import title_words
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button
from desktop.ui.session import Session


class CompareDialog(Retranslated, QDialog):
    """Closes by itself once the original is restored."""

    def __init__(self, session: Session, clause_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "clauses")
        self._session, self._clause_id = session, clause_id
        self._title_label, self._legend_label = QLabel(), QLabel()
        theme.look(self._title_label, "heading")
        self._title_label.setTextFormat(Qt.TextFormat.PlainText)
        theme.look(self._legend_label, "muted")
        for label in (self._title_label, self._legend_label):
            label.setWordWrap(True)
        self.texts: dict[Language, DifferenceText] = {
            language.id: DifferenceText() for language in session.library.languages
        }
        self.banner = Banner(closable=False)
        self.restore_button, self.change_button = QPushButton(), QPushButton()
        for button in (self.restore_button, self.change_button):
            button.setAutoDefault(False)
            button.setEnabled(not session.read_only)
        self.restore_button.clicked.connect(lambda: session.clauses.restore(clause_id))
        self.change_button.clicked.connect(self._change)
        self.buttons = QDialogButtonBox()
        self.close_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        session.answers_changed.connect(self._follow)  # a lambda would outlive the dialog
        session.failed.connect(self._say_not_saved)
        self._lay_out()
        self.close_button.setDefault(True)
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Compared with the original"))
        clause = self._session.library.clause[self._clause_id]
        self._title_label.setText(title_words(self._session, clause.title))
        self._legend_label.setText(
            _("Your wording against the original: what you took out is struck through, what you put in is underlined.")
        )
        self.restore_button.setText(_("Restore the original"))
        self.change_button.setText(_("Change the wording…"))
        self.close_button.setText(_("Close"))
        for language, text in self.texts.items():
            name = self._session.library.language[language].name
            text.setAccessibleName(_("Your wording in {language}", language=name))
        self._compare()

    def _compare(self) -> None:
        session, clause = self._session, self._session.library.clause[self._clause_id]
        edit = session.answers.edits.get(self._clause_id)
        if edit is None:
            return
        original = library_wording(clause, wording_of(clause, session.facts).variant)
        for language, text in self.texts.items():
            old, new = (original.title, original.body), (edit.title, edit.body)
            text.compare(*both_ways(session, clause, old, new, language))

    def _follow(self, _question_id: str) -> None:
        if self._clause_id not in self._session.answers.edits:
            self.accept()
        else:
            self._compare()

    def _change(self) -> None:
        from desktop.ui.clauses.wording_dialog import WordingDialog

        dialog = WordingDialog(self._session, self._clause_id, None, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _say_not_saved(self, error: StoreError) -> None:
        self.banner.say(error.reason, Severity.ERROR)

    def _lay_out(self) -> None:
        self.setMinimumSize(600, 360)
        self.resize(860, 520)
        body = QWidget()
        theme.look(body, "clear")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, theme.SMALL, 0)
        row.setSpacing(theme.MEDIUM)
        for language, text in self.texts.items():
            row.addWidget(_card(self._session.library.language[language].name, text), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        foot = FlowLayout(last_right=True)
        foot.add(self.restore_button, self.change_button, self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self._title_label)
        layout.addWidget(self._legend_label)
        layout.addWidget(area, 1)
        layout.addWidget(self.banner)
        layout.addLayout(foot)


def _card(name: str, text: DifferenceText) -> QFrame:
    card = QFrame()
    theme.look(card, "card")
    label = QLabel(name)
    theme.look(label, "strong")
    column = QVBoxLayout(card)
    column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
    column.setSpacing(theme.SMALL)
    column.addWidget(label)
    column.addWidget(text)
    column.addStretch(1)
    return card
