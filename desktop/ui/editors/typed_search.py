"""A list that finds what is typed under the names its entries have in other languages too."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication, QListView

NAMES = int(Qt.ItemDataRole.UserRole) + 1
"""Role of an entry's names, in every language."""


class TypedSearchList(QListView):
    """“Pulau” leads to Penang. What no name begins with is looked for as every list does."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._since = QElapsedTimer()

    def keyboardSearch(self, typed: str) -> None:  # noqa: N802 - Qt's own
        """Go to the first entry with a name that begins with what was typed without a pause."""
        is_pause = not self._since.isValid() or self._since.hasExpired(QApplication.keyboardInputInterval())
        self._typed = typed if is_pause else self._typed + typed
        self._since.start()
        sought, model = self._typed.casefold(), self.model()
        for row in range(model.rowCount()):
            names = model.index(row, 0).data(NAMES) or ()
            if len(sought) > 1 and any(name.casefold().startswith(sought) for name in names):
                self.setCurrentIndex(model.index(row, 0))
                return
        super().keyboardSearch(typed)
