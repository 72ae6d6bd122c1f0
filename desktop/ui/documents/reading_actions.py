"""What can be done with the document that is being read. Whoever adds a way adds it to the list below."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.core import forms
from desktop.core.reference import DocumentKind
from desktop.core.watch.evidence import Records
from desktop.i18n import _
from desktop.ui.session import Session


@dataclass(frozen=True, slots=True)
class Reading:
    """What is on the screen when a button is pressed."""

    session: Session
    kind: DocumentKind
    form: str
    """The form that is shown: a language id or "both"."""
    window: QWidget
    """For the dialogs that follow."""
    records: Records = forms.NO_RECORDS
    """What a report is about."""


@dataclass(frozen=True, slots=True)
class ReadingAction:
    """One button below the document."""

    icon: str
    words: Callable[[], str]
    """In the language of the interface, asked for again when it changes."""
    run: Callable[[Reading], None]
    fits: Callable[[DocumentKind], bool] = lambda _kind: True


def reading_actions(kind: DocumentKind) -> tuple[ReadingAction, ...]:
    """The ways there are beside the Word file, for a document."""
    return tuple(action for action in _ACTIONS if action.fits(kind))


# the ways to copies take a while to load, so each is loaded when somebody goes it


def _pdf(reading: Reading) -> None:
    from desktop.ui.copies.reading_copy import make_pdf

    make_pdf(reading)


def _print(reading: Reading) -> None:
    from desktop.ui.copies.reading_copy import print_copy

    print_copy(reading)


def _pictures(reading: Reading) -> None:
    from desktop.ui.copies.reading_copy import make_pictures

    make_pictures(reading)


def _person_pages(reading: Reading) -> None:
    from desktop.ui.copies.reading_copy import make_person_pages

    make_person_pages(reading)


_ACTIONS: tuple[ReadingAction, ...] = (
    ReadingAction("document", lambda: _("Reading copy (PDF)…"), _pdf),
    ReadingAction("print", lambda: _("Print…"), _print),
    ReadingAction("telephone", lambda: _("Picture for telephones…"), _pictures, lambda kind: kind.phone),
    ReadingAction(
        "person", lambda: _("One page a person…"), _person_pages, lambda kind: kind.id == forms.ACKNOWLEDGEMENT
    ),
)
