"""The clauses as rows: headings of steps, and clauses below them."""

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.core.library import Step
from desktop.i18n import _
from desktop.ui.clauses.clause_states import ClauseState, Mark
from desktop.ui.clauses.clause_words import MARK_ICONS, mark_words
from desktop.ui.content_words import words
from desktop.ui.preview.reasons import title_words
from desktop.ui.session import Session

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The `ClauseRow` or `Heading` itself."""
MARKS = Qt.ItemDataRole.UserRole + 1
"""Icon, colour and words of each mark."""
NOTE = Qt.ItemDataRole.UserRole + 2
"""Small words: what a heading counts, or the step of a clause that was found."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Stands above the clauses of a step, or without one above all that was found."""

    step: Step | None
    count: int
    count_in: int | None = None
    """How many of them are in; None where the list shows only some kinds."""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause in the list."""

    state: ClauseState
    step: Step | None = None
    """Its step, where no heading says it."""


class ClauseModel(QAbstractListModel):
    """Rows in order; headings can be neither chosen nor reached by keys."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.rows: tuple[ClauseRow | Heading, ...] = ()
        self._places: dict[str, int] = {}

    def show_rows(self, rows: tuple[ClauseRow | Heading, ...]) -> bool:
        """Show these rows. Returns whether other rows are there now, and not only other words in them."""
        is_same = [_key(row) for row in rows] == [_key(row) for row in self.rows]
        if not is_same:
            self.beginResetModel()
        self.rows = rows
        self._places = {row.state.clause.id: place for place, row in enumerate(rows) if isinstance(row, ClauseRow)}
        if not is_same:
            self.endResetModel()
        else:
            self.rename()
        return not is_same

    def rename(self) -> None:
        """Draw all rows anew."""
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def place(self, clause_id: str) -> int | None:
        """The row of a clause; None where it is not shown."""
        return self._places.get(clause_id)

    def clause_id(self, place: int) -> str:
        """The clause of a row; "" for a heading."""
        row = self.rows[place] if 0 <= place < len(self.rows) else None
        return row.state.clause.id if isinstance(row, ClauseRow) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        return self._heading(row, role) if isinstance(row, Heading) else self._clause(row, role)

    def _heading(self, row: Heading, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                if row.step is None:
                    return _("Found, the closest first")
                return f"{row.step.number}  {words(row.step.short)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._heading(row, Qt.ItemDataRole.DisplayRole)}, {self._heading(row, NOTE)}"
            case _ if role == NOTE:
                return (
                    str(row.count)
                    if row.count_in is None
                    else _("{number} of {count} in", number=row.count_in, count=row.count)
                )
        return None

    def _clause(self, row: ClauseRow, role: int) -> object:
        state = row.state
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return title_words(self._session, state.wording.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                title = self._clause(row, Qt.ItemDataRole.DisplayRole)
                return ", ".join(filter(None, (state.number, str(title), *map(mark_words, state.marks))))
            case _ if role == MARKS:
                urgent_first = sorted(state.marks, key=lambda mark: mark is not Mark.LOOK)  # the last are cut off
                return [(*MARK_ICONS[mark], mark_words(mark)) for mark in urgent_first]
            case _ if role == NOTE:
                return words(row.step.short) if row.step else ""
        return None


def _key(row: ClauseRow | Heading) -> tuple[str, bool]:
    if isinstance(row, Heading):
        return (row.step.id if row.step else "", True)
    return (row.state.clause.id, False)
