"""What all question cards of an open file have in common."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from desktop.core.assemble import Settled
from desktop.core.drafts import printed_questions
from desktop.core.library import Library
from desktop.store.errors import StoreError
from desktop.ui.session import Session

_HELP_OPEN = "help_open"
"""The file's setting for `CardDesk.help_open`: "yes" or ""."""


class CardDesk(QObject):
    """Whether help stays open, and which questions show in the policy. One for each session: see `of`."""

    help_switched = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._help_open = session.file.setting(_HELP_OPEN) == "yes"
        self._settled: Settled | None = None
        self._in_policy: frozenset[str] = frozenset()

    @classmethod
    def of(cls, session: Session) -> "CardDesk":
        """The one of this session."""
        return session.findChild(cls) or cls(session)

    @property
    def library(self) -> Library:
        """The library as it stands in the open file."""
        return self._session.library

    @property
    def help_open(self) -> bool:
        """Whether every card shows its help."""
        return self._help_open

    def keep_help_open(self, *, keep: bool) -> None:
        """Show the help of every card from now on, or only where it is asked for."""
        self._help_open = keep
        with suppress(StoreError):  # it holds until the program is closed; not worth a word
            self._session.file.set_setting(_HELP_OPEN, "yes" if keep else "")
        self.help_switched.emit(keep)

    def is_in_policy(self, question_id: str) -> bool:
        """Whether a clause is in, or is worded as it is, because of this question, or prints its answer."""
        if self._settled is not self._session.settled:
            self._settled = self._session.settled
            chosen = [chosen for section in self._settled.selection for chosen in section.clauses]
            names = {name for each in chosen for name in each.because}
            self._in_policy = frozenset(names.union(*map(printed_questions, chosen)))
        return question_id in self._in_policy
