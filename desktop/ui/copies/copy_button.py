"""The button on a document's card with the ways there are beside the Word file."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.core.reference import DocumentKind
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.documents.reading_actions import Reading, reading_actions
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class CopyButton(Retranslated, QPushButton):
    """Opens a menu; what is chosen there is done with the form that is asked for then."""

    def __init__(
        self, session: Session, kind: DocumentKind, form: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._kind, self._form = session, kind, form
        self.copy_menu = QMenu(self)
        self.copy_menu.aboutToShow.connect(self._fill)
        self.setMenu(self.copy_menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setText(_("More"))
        self.setAccessibleName(_("More ways to use “{title}”", title=words(self._kind.title)))

    def _fill(self) -> None:
        """The menu is filled when it is first opened, and anew in another language."""
        self.copy_menu.clear()
        for action in reading_actions(self._kind):
            entry = self.copy_menu.addAction(theme.icon(action.icon), action.words())
            entry.triggered.connect(lambda _checked=False, run=action.run: run(self._reading()))

    def _reading(self) -> Reading:
        return Reading(self._session, self._kind, self._form(), self.window())
