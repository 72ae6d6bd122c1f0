"""The rows of a register as a table: people or accounts, with a tick for those that are part of the answer."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.core.answers import Account, Person
from desktop.i18n import _
from desktop.ui.content_words import person_words, platform_words, words
from desktop.ui.session import Session

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
TICK = 0
"""The column of ticks."""


class RegisterModel(QAbstractTableModel):
    """The tick is the answer's; every other cell belongs to the register and is stored when it is changed."""

    ticked = Signal()
    """The owner ticked a row, or took a tick away."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.chosen: set[str] = set()
        self._all: list[Person | Account] = []
        self._rows: list[Person | Account] = []
        self._finds: Callable[[str], bool] | None = None

    @abstractmethod
    def register(self) -> list[Person | Account]:
        """All rows."""

    @abstractmethod
    def heads(self) -> list[str]:
        """Words above the columns behind the ticks."""

    @abstractmethod
    def cell(self, row: Person | Account, column: int) -> str:
        """What a cell shows."""

    @abstractmethod
    def store(self, row: Person | Account, column: int, value: str) -> bool:
        """Change a cell in the register. Returns whether it is kept."""

    def options(self, _column: int) -> dict[str, str]:
        """What may be chosen in a column, and the words; empty where the owner types."""
        return {}

    def option(self, _row: Person | Account, _column: int) -> str:
        """What is chosen in a column that has options."""
        return ""

    @property
    @abstractmethod
    def shares(self) -> list[int]:
        """How the room is shared among the columns behind the ticks."""

    @property
    def count(self) -> int:
        """How many rows there are, also those that are not looked for."""
        return len(self._all)

    def value(self) -> tuple[str, ...] | None:
        """The ids of the ticked rows in the order of the register; None where there are none."""
        return tuple(row.id for row in self._all if row.id in self.chosen) or None

    def choose(self, ids: tuple[str, ...]) -> None:
        """Tick these rows and no others."""
        if set(ids) != self.chosen:
            self.chosen = set(ids)
            self._tell_all()

    def refresh(self) -> None:
        """Show the register as it is now; where its rows are the same, only what is in them changes."""
        fresh = self.register()
        if fresh == self._all:
            return
        had = [row.id for row in self._rows]
        self._all = fresh
        found = self._found()
        if had == [row.id for row in found]:
            self._rows = found
            self._tell_all()
        else:
            self._reset()

    def look_for(self, finds: Callable[[str], bool] | None) -> None:
        """Show only the rows whose words fit; None shows all."""
        self._finds = finds
        self._reset()

    def retranslate(self) -> None:
        """Show all words in the language of the interface."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.heads()))
        self._tell_all()

    def id_at(self, index: _Index) -> str:
        """The id of a row."""
        return self._rows[index.row()].id

    def row_of(self, row_id: str) -> int:
        """Where a row is shown; -1 where it is not."""
        return next((number for number, row in enumerate(self._rows) if row.id == row_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.heads()) + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.session.read_only:
            return usual
        return usual | (Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else Qt.ItemFlag.ItemIsEditable)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:  # noqa: N802
        if orientation is Qt.Orientation.Horizontal and role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return self.heads()[section - 1] if section > TICK else ""
        return _("Chosen") if role == _ROLE.AccessibleTextRole and section == TICK else None

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        if column == TICK:
            match role:
                case Qt.ItemDataRole.CheckStateRole:
                    return Qt.CheckState.Checked if row.id in self.chosen else Qt.CheckState.Unchecked
                case Qt.ItemDataRole.AccessibleTextRole:
                    return self.cell(row, TICK + 1)
            return None
        if role == _ROLE.UserRole:
            return self.option(row, column)
        if role in (_ROLE.DisplayRole, _ROLE.EditRole, _ROLE.ToolTipRole):
            return self.cell(row, column)
        return None

    def setData(self, index: _Index, value: object, role: int = _ROLE.EditRole) -> bool:  # noqa: N802
        if self.session.read_only:
            return False
        row, column = self._rows[index.row()], index.column()
        if role == _ROLE.CheckStateRole and column == TICK:
            self.chosen ^= {row.id}
            self.dataChanged.emit(index, index)
            self.ticked.emit()
            return True
        text = str(value).strip()
        before = self.option(row, column) if self.options(column) else self.cell(row, column)
        kept = role == _ROLE.EditRole and text != before and self.store(row, column, text)
        if kept:
            self.refresh()
        return kept

    def _found(self) -> list[Person | Account]:
        if (finds := self._finds) is None:
            return self._all
        columns = range(1, len(self.heads()) + 1)
        return [row for row in self._all if finds(" ".join(self.cell(row, column) for column in columns))]

    def _reset(self) -> None:
        self.beginResetModel()
        self._rows = self._found()
        self.endResetModel()

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))


class PeopleModel(RegisterModel):
    """Name, and role in each language."""

    def register(self) -> list[Person | Account]:
        return list(self.session.answers.people.values())

    def heads(self) -> list[str]:
        languages = self.session.library.languages
        # two lines: languages have long names
        return [_("Name"), *("\n".join((_("Role"), language.name)) for language in languages)]

    @property
    def shares(self) -> list[int]:
        return [4, *(3 for _language in self.session.library.languages)]

    def cell(self, row: Person | Account, column: int) -> str:
        assert isinstance(row, Person)
        return row.name if column < 2 else row.role.get(self._language(column), "")

    def store(self, row: Person | Account, column: int, value: str) -> bool:
        assert isinstance(row, Person)
        if column > 1:
            role = {**row.role, self._language(column): value}
            return self.session.save_person(replace(row, role={key: text for key, text in role.items() if text}))
        return bool(value) and self.session.save_person(replace(row, name=value))

    def _language(self, column: int) -> str:
        return self.session.library.languages[column - 2].id


class AccountsModel(RegisterModel):
    """Platform, name of the page, and who keeps it."""

    def register(self) -> list[Person | Account]:
        return list(self.session.answers.accounts.values())

    def heads(self) -> list[str]:
        return [_("Platform"), _("Page, user name or number"), _("Who keeps it")]

    @property
    def shares(self) -> list[int]:
        return [3, 4, 4]

    def cell(self, row: Person | Account, column: int) -> str:
        assert isinstance(row, Account)
        if column < 2:
            return platform_words(self.session.library, row.platform)
        keeper = self.session.answers.people.get(row.owner)
        return row.handle if column == 2 else keeper.name if keeper else _("Nobody yet")

    def options(self, column: int) -> dict[str, str]:
        platforms = self.session.library.question.get("platforms")
        match column:
            case 1:
                return {choice.code: words(choice.label) for choice in (platforms.choices if platforms else ())}
            case 3:
                people = self.session.answers.people.values()
                return {"": _("Nobody yet"), **{person.id: person_words(person) for person in people}}
            case _:
                return {}

    def option(self, row: Person | Account, column: int) -> str:
        assert isinstance(row, Account)
        return row.platform if column == 1 else row.owner

    def store(self, row: Person | Account, column: int, value: str) -> bool:
        assert isinstance(row, Account)
        match column:
            case 1:
                return self.session.save_account(replace(row, platform=value))
            case 2:
                from desktop.core.watch.secrets import looks_like_password  # its patterns take a while to load

                fits = bool(value) and not looks_like_password(value)
                return fits and self.session.save_account(replace(row, handle=value))
            case _:
                return self.session.save_account(replace(row, owner=value))
