"""What reports are about: the month, incident or run that was asked for, else the newest of each."""

from collections.abc import Iterable

from desktop.core import forms
from desktop.core.watch import record_names
from desktop.core.watch.evidence import Records
from desktop.ui.session import Session


def newest_records(session: Session, documents: Iterable[str]) -> Records:
    """The newest month, incident and run, where one of these documents is told of them. Raises `StoreError`."""
    return session.watch.records() if forms.USE_RECORDS.intersection(documents) else forms.NO_RECORDS


class WantedRecords:
    """Reads the newest once, when they are first needed."""

    def __init__(self, session: Session, wished: Records | None) -> None:
        self._session = session
        self._found = wished
        self.as_forms = False
        """Whether papers are made as forms to be filled in by hand all the same."""

    def of(self, documents: Iterable[str]) -> Records:
        """What these documents are told. Raises `StoreError`."""
        if not forms.USE_RECORDS.intersection(documents):
            return forms.NO_RECORDS
        if self._found is None:
            self._found = self._session.watch.records()
        return record_names.as_forms(self._found) if self.as_forms else self._found
