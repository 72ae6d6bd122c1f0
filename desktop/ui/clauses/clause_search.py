"""The search over clauses, made ready in idle moments: the page is in sight before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.core.library import Library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.store.clause_index import ClauseIndex, Entry

_AT_ONCE = 6
"""Clauses that are read in one idle moment: about ten milliseconds."""


class ClauseSearch(QObject):
    """Follows the words that stand now."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._index: ClauseIndex | None = None
        self._known: dict[str, Entry] = {}
        self._waiting: dict[str, Entry] = {}
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._read_some)

    def follow(self, entries: "Mapping[str, Entry]") -> None:
        """Know these clauses, by id, and no others."""
        for clause_id in self._known.keys() - entries.keys():
            del self._known[clause_id]
            self._waiting.pop(clause_id, None)
            if self._index is not None:
                self._index.remove(clause_id)
        for clause_id, entry in entries.items():
            if self._known.get(clause_id) != entry:
                self._known[clause_id] = self._waiting[clause_id] = entry
        if self._waiting:
            self._idle.start()

    def search(self, words: str) -> tuple[str, ...]:
        """Ids of the clauses that fit, the best first."""
        self._read(len(self._waiting))
        return self._made().search(words)

    def _read_some(self) -> None:
        if self._index is None:
            self._made()  # that is work enough for one moment
        else:
            self._read(_AT_ONCE)

    def _read(self, count: int) -> None:
        for clause_id in list(self._waiting)[:count]:
            self._made().put(self._waiting.pop(clause_id))
        if not self._waiting:
            self._idle.stop()

    def _made(self) -> "ClauseIndex":
        from desktop.store.clause_index import ClauseIndex

        if self._index is None:
            self._index = ClauseIndex(self._library, ())
        return self._index
