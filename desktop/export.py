"""From answers to files: which documents in which forms, under names a person understands. No Qt."""

import errno
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from types import MappingProxyType

from desktop.core import forms
from desktop.core.answers import Answers, Person
from desktop.core.assemble import DRAFT, Edition, Settled, settle
from desktop.core.each_person import for_each
from desktop.core.fingerprint import fingerprint
from desktop.core.library import Library
from desktop.core.reference import DocumentKind
from desktop.core.text import printable, side
from desktop.core.watch.evidence import Records
from desktop.core.watch.record_names import mark_of, title_word
from desktop.i18n import Message, _, message

_NAME_BYTES = 120
"""Longest business name inside a file name, in UTF-8 bytes: with a title it stays below the 255 file systems allow."""

_SEPARATORS = re.compile(r"\s*[/\\|]+\s*")
_ILLEGAL = re.compile(r'[<>:"?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
"""What else Windows forbids in a file name, and characters that turn the direction of what follows."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that was written."""

    document: str
    language: str
    """The form: a language id or "both"."""
    path: Path
    seconds: float
    note: Message | None = None
    """Set where the owner should know something: the file has another name than usual."""
    fingerprint: str = ""
    """See `desktop.core.fingerprint`."""


class ExportCancelledError(Exception):
    """The owner stopped the export. Nothing was written."""


@dataclass(frozen=True, slots=True)
class _Made:
    kind: DocumentKind
    form: str
    data: bytes
    seconds: float
    fingerprint: str


def export_documents(
    library: Library,
    answers: Answers,
    documents: Iterable[str],
    forms_wanted: Iterable[str],
    folder: Path,
    edition: Edition = DRAFT,
    on_progress: Callable[[int, int], None] = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    today: date | None = None,
    folders: Mapping[str, str] = MappingProxyType({}),
    people: Sequence[Person] = (),
    records: Records = forms.NO_RECORDS,
) -> list[Exported]:
    """Make documents and write them to a folder, which is created where it is missing.

    All are made before the first is written, and all are written before the first takes its place, so a fault, a full
    disk or a cancel leaves nothing half done. `on_progress` gets the number of files made and the number of all. A
    document that does not come in a form is written in the form it has, once. `today` tells old evidence of laws from
    new, as in the check-up. `folders` names, by form, a folder within the folder; documents of a form that is not named
    go into the folder itself. `people` get a page each of the acknowledgement form. `records` is what reports are
    about. A document that does not apply to the answers is left out. Raises `LookupError` (no such document), `OSError`
    (see `write_reason`), `ExportCancelledError`.
    """
    wanted = list(forms_wanted)
    settled = settle(library, answers)
    applying = forms.applying(settled)
    pairs = [(kind, form) for kind, form in planned(library, documents, wanted) if kind in applying]
    made: list[_Made] = []
    for kind, form in pairs:
        if cancelled():
            raise ExportCancelledError
        made.append(_make(settled, kind, form, edition, today, people, records))
        on_progress(len(made), len(pairs))
    if cancelled():
        raise ExportCancelledError
    name = business_name(answers)
    wished = [
        folder / folder_of(each.form, wanted, folders) / file_name(library, each.kind, each.form, name, records)
        for each in made
    ]
    return _written(made, wished)


def language_folders(library: Library) -> dict[str, str]:
    """A folder for each form: languages in their own words, "both" in the language of the interface."""
    names = forms.form_names(library)
    return {form: safe_name(_("Both languages") if form == forms.BOTH else name) for form, name in names.items()}


def folder_of(form: str, wanted: Sequence[str], folders: Mapping[str, str]) -> str:
    """The folder within the folder for documents of a form, "" for none.

    A form nobody asked for stands in for one that was, the languages of a document that has no side by side for that:
    it goes where that would have gone.
    """
    if form in wanted:
        return folders.get(form, "")
    return folders.get(forms.BOTH if forms.BOTH in wanted else wanted[0], "")


def business_name(answers: Answers) -> str:
    """The name of the business as a document prints it, or "" where it is not known."""
    name = answers.values.get("business_name")
    return name if isinstance(name, str) and name != "not_sure" else ""


def file_name(
    library: Library, kind: DocumentKind, form: str, business: str, records: Records = forms.NO_RECORDS
) -> str:
    """The name of a document's file: "Social media policy - Kedai Roti.docx", "Evidence report 2027-01 - …"."""
    word = title_word(kind.id, records)
    title = side(library.words[word] if word else kind.title, library.languages[0].id if form == forms.BOTH else form)
    title = f"{title} {mark_of(kind.id, records)}".strip()
    if form == forms.BOTH:
        title = f"{title} ({forms.form_names(library)[form]})"
    name = safe_name(business)
    return f"{safe_name(title)} - {name}.docx" if name else f"{safe_name(title)}.docx"


def safe_name(text: str) -> str:
    """Words as a part of a file name that every system accepts; "" where nothing is left."""
    name = " ".join(_ILLEGAL.sub("", _SEPARATORS.sub("-", printable(text))).split())
    name = name.encode()[:_NAME_BYTES].decode(errors="ignore").strip(" .-")
    return f"{name}_" if _RESERVED.fullmatch(name) else name


def write_reason(error: OSError, folder: Path) -> Message:
    """Why a file could not be written, in the owner's words."""
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return message(
                "DasarKita may not write in the folder {folder}. Please choose another folder.", folder=folder
            )
        case errno.ENOSPC | errno.EDQUOT:
            return message("The disk is full. Make some room, or choose a folder on another disk.")
        case errno.ENOENT | errno.ENOTDIR | errno.EEXIST:
            return message("The folder {folder} cannot be reached. Please choose another folder.", folder=folder)
        case errno.ENAMETOOLONG:
            return message("The name of the folder {folder} is too long. Please choose another folder.", folder=folder)
        case _:
            return message(
                "The files could not be written to {folder} ({cause}). Please choose another folder.",
                folder=folder,
                cause=error.strerror or type(error).__name__,
            )


def planned(library: Library, documents: Iterable[str], forms_wanted: Iterable[str]) -> list[tuple[DocumentKind, str]]:
    """Each document with each form it would be written in, in order, once. Raises `LookupError`."""
    wanted = list(forms_wanted)
    pairs: dict[tuple[str, str], tuple[DocumentKind, str]] = {}
    for document in documents:
        kind = library.document(document)
        if kind is None:
            raise LookupError(document)
        for form in wanted:
            for given in _forms(kind, form):
                pairs[document, given] = kind, given
    return list(pairs.values())


def _forms(kind: DocumentKind, form: str) -> tuple[str, ...]:
    """The forms a document is written in where one is asked for: that one if it has it, else what serves as well."""
    if form in kind.languages:
        return (form,)
    if form == forms.BOTH:  # each language in a file of its own
        return kind.languages
    return kind.languages[:1]


def _make(
    settled: Settled,
    kind: DocumentKind,
    form: str,
    edition: Edition,
    today: date | None,
    people: Sequence[Person],
    records: Records,
) -> _Made:
    # the writer takes a while to load and is needed only here
    from desktop.render.word import write_word

    start = perf_counter()
    look = settled.facts.answers.look
    document = forms.make_settled(settled, form, edition, kind.id, today, records)
    if kind.id == forms.ACKNOWLEDGEMENT:
        document = for_each(document, people)
    data = write_word(document, settled.library, look)
    return _Made(kind, form, data, perf_counter() - start, fingerprint(document, look))


def _written(made: Sequence[_Made], wished: Sequence[Path]) -> list[Exported]:
    from desktop.render.files import write_files

    start = perf_counter()
    paths = write_files([(path, each.data) for path, each in zip(wished, made, strict=True)])
    share = (perf_counter() - start) / max(len(made), 1)
    return [
        Exported(each.kind.id, each.form, path, each.seconds + share, _note(wish, path), each.fingerprint)
        for each, wish, path in zip(made, wished, paths, strict=True)
    ]


def _note(wished: Path, path: Path) -> Message | None:
    if path == wished:
        return None
    return message(
        "“{wished}” is open in another program, so the new document was written as “{name}”.",
        wished=wished.name,
        name=path.name,
    )
