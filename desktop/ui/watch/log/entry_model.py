"""The entries of the log as rows. Only those that are looked at are read from the file."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.core.watch.evidence import Entry
from desktop.i18n import _
from desktop.ui.days import date_words
from desktop.ui.session import Session
from desktop.ui.watch.log.entry_words import place_words, short_words, state_words, tone_words, writer_words

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
"""The `Entry` itself."""
DETAILS = Qt.ItemDataRole.UserRole + 1
"""The small words below it: day, where, writer."""

_PAGE = 60
"""Entries that are read at once: more than a screen shows."""


@dataclass(frozen=True, slots=True)
class LogWish:
    """What is looked for."""

    find: str = ""
    state: str = ""
    where: str = ""
    tone: str = ""

    @property
    def is_all(self) -> bool:
        """Whether everything is shown."""
        return not (self.find.strip() or self.state or self.where or self.tone)


class EntryModel(QAbstractListModel):
    """Knows how many there are at once, and reads them page by page."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._wish = LogWish()
        self._count = 0
        self._pages: dict[int, tuple[Entry, ...]] = {}

    def show_wish(self, wish: LogWish) -> None:
        """Look for something else, or at the same anew."""
        self.beginResetModel()
        self._wish = wish
        self._pages.clear()
        first = self._read(0, _PAGE)
        self._pages[0] = first
        # counting takes longer than reading, and few entries count themselves
        self._count = len(first) if len(first) < _PAGE else self._counted()
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry of a row; None where there is none any more."""
        page, place = divmod(row, _PAGE)
        if page not in self._pages:
            self._pages[page] = self._read(page * _PAGE, _PAGE)
        found = self._pages[page]
        return found[place] if place < len(found) else None

    def place(self, entry_id: int) -> int | None:
        """The row of an entry; None where it is not one of them."""
        for page, entries in sorted(self._pages.items()):
            for place, entry in enumerate(entries):
                if entry.entry == entry_id:
                    return page * _PAGE + place
        sought = self._session.watch.evidence.entry(entry_id) if entry_id and self._count > _PAGE else None
        return self._far_place(sought) if sought is not None else None

    def _far_place(self, sought: Entry) -> int | None:
        """Look among the entries of its day: rows stand in the order of days."""
        for row in range(self._counted(sought.seen + timedelta(days=1)), self._count):
            entry = self.entry(row)
            if entry is None or entry.seen < sought.seen:
                return None
            if entry.entry == sought.entry:
                return row
        return None

    def rename(self) -> None:
        """Draw all rows anew."""
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return short_words(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                told = (short_words(entry), self._details(entry), tone_words(entry.tone), state_words(entry))
                return ", ".join(told)
            case _ if role == ENTRY:
                return entry
            case _ if role == DETAILS:
                return self._details(entry)
        return None

    def _details(self, entry: Entry) -> str:
        place = place_words(self._session.library, entry.where)
        return _(
            "{day} · {place} · {writer}", day=date_words(entry.seen), place=place, writer=writer_words(entry.writer)
        )

    def _read(self, skip: int, limit: int) -> tuple[Entry, ...]:
        wish = self._wish
        return self._session.watch.evidence.entries(
            wish.find, state=wish.state, where=wish.where, tone=wish.tone, limit=limit, skip=skip
        )

    def _counted(self, since: date | None = None) -> int:
        wish = self._wish
        return self._session.watch.evidence.entry_count(
            wish.find, state=wish.state, where=wish.where, tone=wish.tone, since=since
        )
