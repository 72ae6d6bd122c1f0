"""Finds out in idle moments which made copies are out of date, and draws first pages. Nobody should feel it."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from desktop.core import forms
from desktop.core.bilingual import SideBySide
from desktop.core.document import Document
from desktop.core.fingerprint import fingerprint
from desktop.core.look import Look
from desktop.core.reference import DocumentKind
from desktop.ui.documents.newest_records import newest_records
from desktop.ui.session import Session

THUMBNAIL = 116
"""Width of a first page on a card, in pixels."""


class DocumentWatch(QObject):
    """Makes one document at a time while `begin` and not yet `rest` was called."""

    looked_at = Signal(str)
    """Id of a document of which more is known than before."""

    def __init__(self, session: Session, parent: QObject | None = None, *, draws: bool = True) -> None:
        """Without `draws` it looks at the copies only."""
        super().__init__(parent)
        self._session = session
        self._draws = draws
        self._wanted: deque[tuple[str, str]] = deque()
        self._now: dict[tuple[str, str], str] = {}
        """Fingerprints of what today's answers give, by document and form."""
        self._drawn: dict[str, QPixmap] = {}
        """First pages by fingerprint."""
        self._undrawn: tuple[str, str, Document | SideBySide, Look] | None = None
        """What was made last and is drawn next: its id, its fingerprint, and how it looks."""
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._look_at_next)

    @property
    def is_done(self) -> bool:
        """Whether everything that was asked for is known."""
        return not self._wanted and self._undrawn is None

    def begin(self, kinds: Iterable[DocumentKind]) -> None:
        """Look at these documents, in this order: their first pages, and the copies that were made of them."""
        kinds = tuple(kinds)
        first = [(kind.id, self.shown_form(kind)) for kind in kinds if self._draws]
        made = [
            (kind.id, form)
            for kind in kinds
            for form in self._session.copies.of(kind.id)
            if form in kind.languages and kind.id not in forms.EVIDENCE
        ]
        self._wanted = deque(pair for pair in dict.fromkeys((*first, *made)) if pair not in self._now)
        if not self.is_done:
            self._idle.start()

    def rest(self) -> None:
        """Stop for now; what is known stays known."""
        self._idle.stop()

    def forget(self) -> None:
        """The answers changed: nothing is known of what they give. First pages that are the same stay drawn."""
        self._now.clear()

    def shown_form(self, kind: DocumentKind) -> str:
        """The form whose first page is shown: that of the preview where the document has it."""
        return self._session.form if self._session.form in kind.languages else kind.languages[0]

    def picture(self, kind: DocumentKind) -> QPixmap | None:
        """The first page of a document; None while it is not drawn yet."""
        return self._drawn.get(self._now.get((kind.id, self.shown_form(kind)), ""))

    def is_out_of_date(self, document: str, form: str) -> bool | None:
        """Whether the copy that was made last differs from what today's answers give; None while it is not known.

        It stays unknown of evidence, which is of its day.
        """
        if document in forms.EVIDENCE:
            return None
        copy, now = self._session.copies.of(document).get(form), self._now.get((document, form))
        return None if copy is None or now is None else copy.fingerprint != now

    def _look_at_next(self) -> None:
        if self._undrawn is not None:
            self._draw(*self._undrawn)
            return
        if not self._wanted:
            self._idle.stop()
            in_use = set(self._now.values())
            self._drawn = {mark: page for mark, page in self._drawn.items() if mark in in_use}
            return
        document, form = self._wanted.popleft()
        session = self._session
        kind = session.library.document(document)
        if kind is None:
            return
        records = newest_records(session, (document,))
        made = forms.make_settled(session.settled, form, session.edition, document, session.today, records)
        look = session.answers.look
        self._now[document, form] = mark = fingerprint(made, look)
        if self._draws and form == self.shown_form(kind) and mark not in self._drawn:
            self._undrawn = document, mark, made, look
        else:
            self.looked_at.emit(document)

    def _draw(self, document: str, mark: str, made: Document | SideBySide, look: Look) -> None:
        from desktop.ui.documents.first_page import first_page  # it brings the writer of Word files

        self._undrawn = None
        self._drawn[mark] = first_page(made, look, THUMBNAIL)
        self.looked_at.emit(document)
