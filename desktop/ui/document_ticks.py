"""Which documents to make: a tick each, with what the document is for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.forms import POLICY
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.options import Tick
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_SETTING = "export_documents"
_USUAL = (POLICY, "privacy-notice")
"""Ticked until the owner chose otherwise: what a firm hands out."""


class DocumentTicks(Retranslated, QWidget):
    """The documents in the order of the library."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._label = QLabel()
        theme.look(self._label, "strong")
        self._boxes: dict[str, Tick] = {}
        self._for_once = False
        ticked = self._remembered()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self._label)
        for kind in session.library.documents:
            box = Tick()
            box.setChecked(kind.id in ticked)
            box.toggled.connect(lambda _on: self.changed.emit())
            self._boxes[kind.id] = box
            layout.addWidget(box)
        self.retranslate()

    @property
    def boxes(self) -> dict[str, Tick]:
        """The ticks, by document id."""
        return self._boxes

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the documents to make."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def choose(self, *documents: str) -> None:
        """Tick these and no others."""
        for name, box in self._boxes.items():
            box.setChecked(name in documents)

    def only_now(self, document: str) -> None:
        """Tick this one for once; the owner's usual choice stays what it was."""
        self.choose(document)
        self._for_once = True

    def remember(self) -> None:
        """Keep the choice with the file. Raises `StoreError`."""
        if self._for_once:
            return
        self._session.file.set_setting(_SETTING, " ".join(self.chosen))

    def retranslate(self) -> None:
        """Set the words."""
        self._label.setText(_("Which documents?"))
        for kind in self._session.library.documents:
            box = self._boxes[kind.id]
            box.setText(words(kind.title))
            box.setToolTip(words(kind.purpose))
            box.setAccessibleDescription(words(kind.purpose))

    def _remembered(self) -> tuple[str, ...]:
        before = self._session.file.setting(_SETTING).split()
        known = tuple(name for name in before if self._session.library.document(name))
        return known or _USUAL
