"""Whether the copies that were made of a document still say what today's answers say."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.core import forms
from desktop.core.reference import DocumentKind
from desktop.i18n import _, format_date
from desktop.ui.documents.document_watch import DocumentWatch
from desktop.ui.documents.made_copies import MadeCopy, name_of
from desktop.ui.session import Session


class CopyState(StrEnum):
    """What is known of the copies of a document."""

    NEVER = "never"
    MADE = "made"
    """Whether it is right is not known yet."""
    RIGHT = "right"
    OUT_OF_DATE = "out_of_date"


@dataclass(frozen=True, slots=True)
class Told:
    """The state, in words too."""

    state: CopyState
    words: str
    files: str
    """The files that were made, a line each."""


def copy_state(session: Session, watch: DocumentWatch, kind: DocumentKind) -> Told:
    """What there is to say about the copies of a document."""
    copies = {form: copy for form, copy in session.copies.of(kind.id).items() if form in kind.languages}
    if not copies:
        return Told(CopyState.NEVER, _("Not made yet"), "")
    known = {form: watch.is_out_of_date(kind.id, form) for form in copies}
    old = [form for form, is_old in known.items() if is_old]
    day = format_date(max(copy.made_on for copy in copies.values()))
    if len(old) == len(copies):
        told = CopyState.OUT_OF_DATE, _("Out of date: made on {day}", day=day)
    elif old:
        where = _form_words(session, old)
        told = CopyState.OUT_OF_DATE, _("Out of date in {languages}; made on {day}", languages=where, day=day)
    elif None in known.values():
        told = CopyState.MADE, _("Made on {day}", day=day)
    else:
        told = CopyState.RIGHT, _("Made on {day}, up to date", day=day)
    return Told(*told, _files(copies))


def out_of_date(session: Session, watch: DocumentWatch, document: str) -> tuple[str, ...]:
    """The forms of a document whose copy is out of date, as far as it is known."""
    return tuple(form for form in session.copies.of(document) if watch.is_out_of_date(document, form))


def _form_words(session: Session, old: list[str]) -> str:
    names = forms.form_names(session.library)
    return ", ".join(_("side by side") if form == forms.BOTH else names[form] for form in old)


def _files(copies: Mapping[str, MadeCopy]) -> str:
    lines = (_("{name}, {day}", name=name_of(copy), day=format_date(copy.made_on)) for copy in copies.values())
    return "\n".join(lines)
