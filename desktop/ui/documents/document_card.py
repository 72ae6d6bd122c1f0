"""One document: what it is for, who gets it, and whether the copy that was made is still right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core import forms
from desktop.core.reference import DocumentKind
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.copies.copy_button import CopyButton
from desktop.ui.documents.copy_state import CopyState, copy_state
from desktop.ui.documents.document_watch import THUMBNAIL, DocumentWatch
from desktop.ui.documents.thumbnail import Thumbnail
from desktop.ui.editors.options import Tick
from desktop.ui.flow import FlowLayout
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_ICONS = {CopyState.NEVER: "", CopyState.MADE: "", CopyState.RIGHT: "success", CopyState.OUT_OF_DATE: "warning"}


class DocumentCard(Retranslated, QFrame):
    """A tick box with the title, the words, and three buttons."""

    ticked = Signal()
    look_wanted = Signal(str)
    """Id of the document the owner wants to read."""
    make_wanted = Signal(str)
    """Id of the document the owner wants as a file."""

    def __init__(
        self, session: Session, kind: DocumentKind, watch: DocumentWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.look(self, "card")
        self.kind = kind
        self._session, self._watch = session, watch
        self.thumbnail = Thumbnail(THUMBNAIL)
        self.box = Tick(compact=True)
        font = self.box.font()
        font.setBold(True)
        self.box.setFont(font)
        self.purpose_label, self.audience_label, self.state_label = QLabel(), QLabel(), QLabel()
        for label, look in ((self.purpose_label, ""), (self.audience_label, "small"), (self.state_label, "small")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            if look:
                theme.look(label, look)
        self._state_icon = Picture(16)
        self._chips = [QLabel() for _form in kind.languages]
        for chip in self._chips:
            theme.look(chip, "chip")
        self.look_button, self.make_button = QPushButton(), QPushButton()
        self.look_button.setIcon(theme.icon("document"))
        self.make_button.setIcon(theme.icon("export"))
        self.more_button = CopyButton(session, kind, lambda: watch.shown_form(kind))
        self._lay_out()
        self.box.toggled.connect(lambda _on: self.ticked.emit())
        for button in (self.thumbnail, self.look_button):
            button.clicked.connect(lambda _checked=False: self.look_wanted.emit(kind.id))
        self.make_button.clicked.connect(lambda _checked=False: self.make_wanted.emit(kind.id))
        self.retranslate()

    @property
    def is_out_of_date(self) -> bool:
        """Whether a copy that was made differs from today's answers, as far as it is known."""
        return copy_state(self._session, self._watch, self.kind).state is CopyState.OUT_OF_DATE

    def show_state(self) -> None:
        """Show what is known of the first page and of the copies."""
        self.thumbnail.show_page(self._watch.picture(self.kind))
        told = copy_state(self._session, self._watch, self.kind)
        self.state_label.setText(told.words)
        self.state_label.setToolTip(told.files)
        icon = _ICONS[told.state]
        self._state_icon.setVisible(bool(icon))
        if icon:
            self._state_icon.show_icon(icon, icon)
        self.make_button.setText(_("Make it again…") if told.state is CopyState.OUT_OF_DATE else _("Make…"))
        self.box.setAccessibleDescription(
            ". ".join(text.rstrip(".") for text in (words(self.kind.purpose), self.audience_label.text(), told.words))
        )

    def retranslate(self) -> None:
        """Set the words."""
        title = words(self.kind.title)
        self.box.setText(title)
        self.purpose_label.setText(words(self.kind.purpose))
        self.audience_label.setText(_("For: {audience}", audience=words(self.kind.audience)))
        names = forms.form_names(self._session.library)
        for chip, form in zip(self._chips, self.kind.languages, strict=True):
            chip.setText(_("Side by side") if form == forms.BOTH else names[form])
        self.look_button.setText(_("Look at it"))
        self.look_button.setAccessibleName(_("Look at “{title}”", title=title))
        self.make_button.setAccessibleName(_("Make “{title}” as a Word document", title=title))
        self.thumbnail.setAccessibleName(_("First page of “{title}”", title=title))
        self.show_state()

    def _lay_out(self) -> None:
        chips, buttons = FlowLayout(), FlowLayout()
        chips.add(*self._chips)
        buttons.add(self.look_button, self.make_button, self.more_button)
        state = QHBoxLayout()
        state.setSpacing(theme.TINY)
        state.addWidget(self._state_icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.state_label, 1)
        column = QVBoxLayout()
        column.setSpacing(theme.TINY)
        for widget in (self.box, self.purpose_label, self.audience_label):
            column.addWidget(widget)
        column.addSpacing(theme.TINY)
        column.addLayout(chips)
        column.addSpacing(theme.TINY)
        column.addLayout(state)
        column.addSpacing(theme.TINY)
        column.addStretch(1)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.MEDIUM, theme.MEDIUM)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
