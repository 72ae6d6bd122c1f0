"""A document that was made: whether it is still right, and the way to its files."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core import forms
from desktop.core.reference import DocumentKind
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.documents.copy_state import CopyState, copy_state
from desktop.ui.documents.document_watch import DocumentWatch
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.picture import Picture
from desktop.ui.session import Session

_ICONS = {CopyState.RIGHT: ("success", "success"), CopyState.OUT_OF_DATE: ("warning", "warning")}


class MadeRow(QWidget):
    """Title, state, and a button for each file; where no file is left, one to make the document again."""

    open_wanted = Signal(str)
    """Path of a file."""
    make_wanted = Signal(str)
    """Id of the document."""

    def __init__(self, session: Session, watch: DocumentWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._watch = session, watch
        self._kind: DocumentKind | None = None
        self._picture = Picture(20)
        self.title_label, self.state_label = plain_label("strong"), plain_label("muted")
        self.gone_label = plain_label("muted")
        self.open_buttons = {form: QPushButton() for form in forms.form_names(session.library)}
        self.again_button = QPushButton()
        self._paths: dict[str, str] = {}
        for form, button in self.open_buttons.items():
            button.setIcon(theme.icon("open"))
            button.clicked.connect(lambda _checked=False, form=form: self.open_wanted.emit(self._paths[form]))
        self.again_button.setIcon(theme.icon("export"))
        self.again_button.clicked.connect(lambda: self._kind and self.make_wanted.emit(self._kind.id))
        self._lay_out()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons, in the order of the Tab key."""
        return (*self.open_buttons.values(), self.again_button)

    @property
    def text(self) -> str:
        """The words that are shown, a line each."""
        labels = (self.title_label, self.state_label, self.gone_label)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def show_document(self, kind: DocumentKind, there: Mapping[str, bool]) -> None:
        """Show what is known of a document and its files; one that was not looked at yet counts as there."""
        self._kind = kind
        told = copy_state(self._session, self._watch, kind)
        self._picture.show_icon(*_ICONS.get(told.state, ("document", "muted")))
        self.title_label.setText(words(kind.title))
        self.state_label.setText(told.words)
        copies = {form: copy for form, copy in self._session.copies.of(kind.id).items() if form in kind.languages}
        self._paths = {form: copy.path for form, copy in copies.items() if there.get(copy.path, True)}
        names = forms.form_names(self._session.library)
        for form, button in self.open_buttons.items():
            button.setVisible(form in self._paths)
            name = _("side by side") if form == forms.BOTH else names[form]
            button.setText(_("Open") if len(copies) == 1 else _("Open: {language}", language=name))
            button.setAccessibleName(_("Open “{title}”, {language}", title=words(kind.title), language=name))
        self._say_gone([form for form in copies if form not in self._paths], len(copies))
        self.again_button.setText(_("Make it again…"))
        self.again_button.setAccessibleName(_("Make “{title}” again", title=words(kind.title)))

    def _say_gone(self, gone: list[str], count: int) -> None:
        self.gone_label.setVisible(bool(gone))
        self.again_button.setVisible(len(gone) == count)
        if len(gone) == count:
            self.gone_label.setText(_("The file is not where it was put. Perhaps its drive is not connected."))
        elif gone:
            names = forms.form_names(self._session.library)
            where = ", ".join(_("side by side") if form == forms.BOTH else names[form] for form in gone)
            self.gone_label.setText(_("Not where it was put: {languages}", languages=where))

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in self.buttons:
            buttons.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(theme.TINY // 2)
        for label in (self.title_label, self.state_label, self.gone_label):
            column.addWidget(label)
        column.addSpacing(theme.TINY)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
