"""The documents that were made last: whether they are still right, and whether their files are there."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.core.forms import applying
from desktop.core.reference import DocumentKind
from desktop.i18n import _
from desktop.ui.documents.document_watch import DocumentWatch
from desktop.ui.files.file_look import FileLook
from desktop.ui.home.made_row import MadeRow
from desktop.ui.home.panel import Panel, link_button, plain_label
from desktop.ui.session import Session

_MOST = 4
"""Rows at most."""


class MadePanel(Panel):
    """A row for each document, the one made last first."""

    open_wanted = Signal(str)
    """Path of a file."""
    make_wanted = Signal(str)
    """Id of a document."""
    all_wanted = Signal()

    def __init__(self, session: Session, watch: DocumentWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._watch = session, watch
        self._there: dict[str, bool] = {}
        self.none_label = plain_label("muted")
        self.rows: list[MadeRow] = []
        self.all_button = link_button()
        self.all_button.clicked.connect(self.all_wanted)
        self.look = FileLook()
        self.look.looked.connect(self._note_files)
        self.column.addWidget(self.none_label)
        self.add_foot(self.all_button)
        self.retranslate()

    @property
    def made(self) -> tuple[DocumentKind, ...]:
        """The documents that were made and still apply, those made last first; of one day in their usual order."""
        copies = self._session.copies
        kinds = [kind for kind in applying(self._session.settled) if set(copies.of(kind.id)) & set(kind.languages)]
        return tuple(
            sorted(kinds, key=lambda kind: max(copy.day for copy in copies.of(kind.id).values()), reverse=True)
        )

    def show_state(self) -> None:
        """Show what is known now."""
        super().show_state()
        made = self.made[:_MOST]
        while len(self.rows) < len(made):
            row = MadeRow(self._session, self._watch)
            row.open_wanted.connect(self.open_wanted)
            row.make_wanted.connect(self.make_wanted)
            self.rows.append(row)
            self.column.addWidget(row)
            self._order_tabs(row)
        for row, kind in zip(self.rows, made, strict=False):
            row.show_document(kind, self._there)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(made))
        self.none_label.setVisible(not made)

    def look_at_files(self) -> None:
        """See whether the files are still there; what is shown follows."""
        copies = self._session.copies
        if names := [copy.path for kind in self.made[:_MOST] for copy in copies.of(kind.id).values()]:
            self.look.begin(names)

    def retranslate(self) -> None:
        """Set the words."""
        self.name(_("Documents made"))
        self.none_label.setText(_("None yet. What you make is listed here, and you see when it is out of date."))
        self.all_button.setText(_("All documents"))
        if self.is_shown:
            self.show_state()

    def _order_tabs(self, row: MadeRow) -> None:
        """A new row comes after the other ones and before the way on."""
        before: QWidget = self.all_button if len(self.rows) == 1 else self.rows[-2].buttons[-1]
        for button in (*row.buttons, self.all_button):
            QWidget.setTabOrder(before, button)
            before = button

    @Slot(object)
    def _note_files(self, there: dict[str, bool]) -> None:
        if there != self._there:
            self._there = there
            self.show_state()
