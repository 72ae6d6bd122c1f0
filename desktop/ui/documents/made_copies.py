"""Which documents were made of this file, in which form, when, and of which answers."""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from desktop.export import Exported
from desktop.store.business_file import BusinessFile
from desktop.store.errors import StoreError

_SETTING = "made_copies"


@dataclass(frozen=True, slots=True)
class MadeCopy:
    """The copy of a document in one form that was made last."""

    fingerprint: str
    day: str
    """The day it was made: "2027-01-04"."""
    path: str

    @property
    def made_on(self) -> date:
        """The day it was made."""
        return date.fromisoformat(self.day)


class MadeCopies(QObject):
    """Kept with the business file, outside of undo: a copy that was handed out stays handed out."""

    changed = Signal()

    def __init__(self, file: BusinessFile, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._today = today
        self._copies = _read(file.setting(_SETTING))

    def of(self, document: str) -> Mapping[str, MadeCopy]:
        """The copies of a document, by form."""
        return self._copies.get(document, {})

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that were ever made."""
        return tuple(self._copies)

    def note(self, exported: Iterable[Exported]) -> None:
        """Remember files that were just made."""
        day = self._today().isoformat()
        for each in exported:
            copies = self._copies.setdefault(each.document, {})
            copies[each.language] = MadeCopy(each.fingerprint, day, str(each.path))
        self._keep()
        self.changed.emit()

    def go_on_in(self, file: BusinessFile) -> None:
        """Keep them with another file from now on."""
        self._file = file
        self._keep()

    def _keep(self) -> None:
        told = {name: {form: asdict(copy) for form, copy in copies.items()} for name, copies in self._copies.items()}
        with suppress(StoreError):  # the files are made all the same
            self._file.set_setting(_SETTING, json.dumps(told))


def name_of(copy: MadeCopy) -> str:
    """The file name of a copy."""
    return Path(copy.path).name


def _read(text: str) -> dict[str, dict[str, MadeCopy]]:
    """What was written before; entries that make no sense are as if they had never been."""
    try:
        told: Any = json.loads(text or "{}")
    except ValueError:
        return {}
    copies: dict[str, dict[str, MadeCopy]] = {}
    for document, forms in _items(told):
        for form, values in _items(forms):
            with suppress(TypeError, ValueError):
                copy = MadeCopy(**{key: str(value) for key, value in _items(values)})
                date.fromisoformat(copy.day)
                copies.setdefault(document, {})[form] = copy
    return copies


def _items(value: Any) -> Iterable[tuple[str, Any]]:
    return cast("dict[str, Any]", value).items() if isinstance(value, dict) else ()
