"""Reading evidence for the window: a file that is out of reach is told once where it is told, and shows as empty."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from desktop.core.watch.evidence import Records
from desktop.store.errors import StoreError

if TYPE_CHECKING:
    from desktop.ui.session import Session

_NOTHING: Mapping[str, Callable[[], Any]] = {
    **dict.fromkeys(("ticks", "entries", "history", "incidents", "notes", "runs", "cleared", "known_names"), tuple),
    **dict.fromkeys(("settled", "happened", "titles", "days", "months", "mentions", "reviews"), dict),
    **dict.fromkeys(("entry", "last_month"), type(None)),
    **dict.fromkeys(("is_closed", "is_empty"), bool),
    "corrected": frozenset,
    **dict.fromkeys(("entry_count", "old_entries"), int),
    "records": Records,
}
"""What each question to the evidence book comes to where it cannot be read."""


class EvidenceReader:
    """Asks the evidence book of the file that is open."""

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._is_over = False

    def rest(self) -> None:
        """The file is closed; widgets that have not gone yet are shown nothing."""
        self._is_over = True

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """A question to the evidence book."""
        ask = getattr(self._session.file.evidence, name)
        nothing = _NOTHING.get(name)
        if nothing is None:
            return ask

        def asked(*arguments: Any, **more: Any) -> Any:
            if self._is_over:
                return nothing()
            try:
                return ask(*arguments, **more)
            except StoreError as error:
                self._session.failed.emit(error)
                return nothing()

        return asked
