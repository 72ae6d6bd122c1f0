"""How a clause reads: in one language or both, in which of its wordings, and the owner's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core import forms
from desktop.core.selection import BODY
from desktop.core.text import Language, side
from desktop.i18n import _
from desktop.render.html import clause_alone
from desktop.ui import theme
from desktop.ui.check.finding_words import sentence
from desktop.ui.clauses.clause_states import ClauseState, Overview
from desktop.ui.clauses.clause_words import wording_names
from desktop.ui.clauses.rich_label import RichLabel
from desktop.ui.clauses.section import Section
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.flow import FlowLayout
from desktop.ui.preview.reasons import CLAUSE_LINK
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session

_STYLE = """
h3 {{ font-size: medium; font-weight: 600; margin-top: 0; margin-bottom: 6px; color: {ink}; }}
p, li, td {{ color: {ink}; }}
a {{ color: {accent}; text-decoration: none; }}
.gap {{ background-color: {gap}; color: {gap_ink}; }}
.term {{ font-style: italic; }}
"""


class WordingPanel(Retranslated, Section):
    """The words as they are printed, with the firm's answers in them; for a clause that is out as they would be."""

    link_followed = Signal(str)
    edit_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._overview: Overview | None = None
        self._state: ClauseState | None = None
        self._form = session.form
        self._make_languages()
        self._box_label, self.wording_box = QLabel(), CalmComboBox()
        self._box_label.setWordWrap(True)
        theme.look(self._box_label, "small")
        self.wording_box.activated.connect(lambda _place: self._swap())
        self.note_label, self._look_label = QLabel(), QLabel()
        for label in (self.note_label, self._look_label):
            label.setWordWrap(True)
        theme.look(self.note_label, "muted")
        self.text_label = RichLabel()
        self.text_label.linkActivated.connect(lambda target: self.link_followed.emit(_as_clause(target)))
        self.edit_button, self.compare_button, self.restore_button = QPushButton(), QPushButton(), QPushButton()
        self.edit_button.setIcon(theme.icon("edit"))
        self.edit_button.clicked.connect(self.edit_wanted)
        self.compare_button.clicked.connect(self.compare_wanted)
        self.restore_button.clicked.connect(self._restore)
        self.looked_button = QPushButton()
        self.looked_button.clicked.connect(self._looked)
        self.look_panel = QFrame()
        theme.look(self.look_panel, "note")
        self._lay_out()

    def tell(self, overview: Overview, state: ClauseState) -> None:
        """Show the words of a clause."""
        self._overview, self._state = overview, state
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        state = self._state
        if state is None:
            return
        self.heading.setText(_("Wording"))
        self.languages.setAccessibleName(_("Language of the wording"))
        self.language_buttons[forms.BOTH].setText(_("Side by side"))
        self._show_text()
        self._show_wordings(state)
        self._show_look()
        edited = state.wording.edited
        free = not self._session.read_only and not state.clause.locked
        self.edit_button.setText(_("Change the wording…"))
        self.compare_button.setText(_("Compare with the original"))
        self.restore_button.setText(_("Restore the original"))
        self.edit_button.setEnabled(free)
        self.compare_button.setVisible(edited)
        self.restore_button.setVisible(edited)
        self.restore_button.setEnabled(free)

    def _show_text(self) -> None:
        overview, state = self._overview, self._state
        if overview is None or state is None:
            return
        languages = [self._form] if self._form != forms.BOTH else [each.id for each in overview.library.languages[:2]]
        cells = [clause_alone(overview.printed(state, language)) for language in languages]
        if len(cells) == 1:
            told = cells[0]
        else:
            row = "".join(f'<td width="50%" valign="top">{cell}</td>' for cell in cells)
            told = f'<table width="100%" cellspacing="0" cellpadding="6"><tr>{row}</tr></table>'
        self.text_label.tell(told, paper_style())
        self.text_label.setAccessibleName(_("Wording"))

    def _show_wordings(self, state: ClauseState) -> None:
        clause = state.clause
        several = bool(clause.variants) and not state.is_own
        for widget in (self._box_label, self.wording_box):
            widget.setVisible(several)
        if several:
            names = wording_names(self._session, clause)
            if names != {self.wording_box.itemData(i): self.wording_box.itemText(i) for i in range(len(names))}:
                self.wording_box.clear()
                for name, told in names.items():
                    self.wording_box.addItem(told, name)
                    self.wording_box.setItemData(self.wording_box.count() - 1, told, Qt.ItemDataRole.ToolTipRole)
            self.wording_box.setCurrentIndex(self.wording_box.findData(state.wording.variant))
            self.wording_box.setToolTip(self.wording_box.currentText())
            label_control(self._box_label, self.wording_box, _("Choose a wording"))
            self.wording_box.setEnabled(not (state.wording.edited or clause.locked or self._session.read_only))
        self.note_label.setText(self._note(state, several=several))
        self.note_label.setVisible(bool(self.note_label.text()))

    def _note(self, state: ClauseState, *, several: bool) -> str:
        if state.clause.locked:
            return _("A locked clause is read as it stands. Its wording follows your answers.")
        if self._session.read_only:
            return _("This policy is open only to look at.")
        if state.wording.edited and several:
            return _("Your own wording is printed. Restore the original to choose another one.")
        return self._not_written(state)

    def _not_written(self, state: ClauseState) -> str:
        """Which language lacks words that another has, and what is printed there; "" where none does."""
        written = [text for text in (state.wording.title, state.wording.body) if any(map(str.strip, text.values()))]
        for language in self._session.library.languages:
            if not all(side(text, language.id) for text in written):
                lacking = sentence(_("these words are not written in {language} yet", language=language.name))
                printed = _("Until then the other language stands there in square brackets.")
                return f"{lacking} {printed}"
        return ""

    def _show_look(self) -> None:
        unchecked = self._unchecked()
        self.look_panel.setVisible(bool(unchecked))
        if unchecked:
            name = self._session.library.language[unchecked[0]].name
            self._look_label.setText(
                _("You changed the other language. Does the wording in {language} still say the same?", language=name)
            )
            self.looked_button.setText(_("Yes, it says the same"))
            self.looked_button.setEnabled(not self._session.read_only)

    def _unchecked(self) -> tuple[Language, ...]:
        if self._state is None:
            return ()
        answers, clause_id = self._session.answers, self._state.clause.id
        written = answers.own.get(clause_id) or (answers.edits.get(clause_id) if self._state.wording.edited else None)
        known = self._session.library.language
        return tuple(language for language in written.unchecked if language in known) if written else ()

    def _looked(self) -> None:
        if self._state is not None and (unchecked := self._unchecked()):
            self._session.clauses.looked_at(self._state.clause.id, unchecked[0])
            self.edit_button.setFocus()

    def _swap(self) -> None:
        if self._state is not None:
            self._session.clauses.swap(self._state.clause.id, self.wording_box.currentData() or BODY)

    def _restore(self) -> None:
        if self._state is not None:
            self._session.clauses.restore(self._state.clause.id)
            self.edit_button.setFocus()

    def _show_form(self, form: str) -> None:
        self._form = form
        self._show_text()

    def _make_languages(self) -> None:
        self.languages = QWidget()
        row = FlowLayout()
        row.setSpacing(0)
        self.languages.setLayout(row)
        group = QButtonGroup(self)
        self.language_buttons: dict[str, QPushButton] = {}
        names = {each.id: each.name for each in self._session.library.languages} | {forms.BOTH: ""}
        for form, name in names.items():
            button = QPushButton(name)
            button.setCheckable(True)
            button.setChecked(form == self._form)
            button.setProperty("segment", "true")
            button.setObjectName({next(iter(names)): "first_segment", forms.BOTH: "last_segment"}.get(form, ""))
            button.clicked.connect(lambda _checked=False, form=form: self._show_form(form))
            group.addButton(button)
            row.addWidget(button)
            self.language_buttons[form] = button

    def _lay_out(self) -> None:
        head = FlowLayout(last_right=True)
        self.column.removeWidget(self.heading)
        head.add(self.heading, self.languages)
        self.column.addLayout(head)
        self.column.addWidget(self._box_label)
        self.column.addWidget(self.wording_box)
        self.column.addWidget(self.note_label)
        paper = QFrame()
        paper.setObjectName("clause_paper")
        inner = QVBoxLayout(paper)
        inner.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        inner.addWidget(self.text_label)
        self.column.addWidget(paper)
        look = QVBoxLayout(self.look_panel)
        look.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        look.setSpacing(theme.SMALL)
        look.addWidget(self._look_label)
        look.addWidget(self.looked_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.look_panel)
        buttons = FlowLayout()
        buttons.add(self.edit_button, self.compare_button, self.restore_button)
        self.column.addLayout(buttons)


def paper_style() -> str:
    """How words on paper look, which is white in both schemes."""
    light = theme.LIGHT
    return _STYLE.format(ink=light.ink, accent=light.accent, gap=light.warning_soft, gap_ink=light.warning)


def _as_clause(target: str) -> str:
    """References between clauses are anchors in a document; here they are links."""
    return CLAUSE_LINK + target.removeprefix("#") if target.startswith("#") else target
