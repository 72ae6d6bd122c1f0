"""The command that writes Word files."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_input import Input, Refusal, lines_of, open_input, print_json, shipped, today, watching
from desktop.core import forms
from desktop.core.answers import Person
from desktop.core.assemble import Edition
from desktop.core.each_person import named
from desktop.core.facts import resolve
from desktop.core.library import Library
from desktop.core.watch.evidence import Records
from desktop.core.watch.overview import open_days
from desktop.core.watch.record_names import EVIDENCE_REPORT, INCIDENT_REPORT, LEAVER_RECORD, newest
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.export import Exported
    from desktop.store.business_file import BusinessFile


def export(
    file: Path,
    folder: Path,
    documents: list[str] | None,
    languages: list[str] | None,
    day: date | None,
    password_file: Path | None,
    as_json: bool,
    names_file: Path | None = None,
    about: "About | None" = None,
) -> int:
    """Write documents as Word files into a folder; all of them in a folder for each language.

    `about` names the month, the incident and the run that reports are about, where it is not the newest of each.
    """
    from desktop.export import export_documents, language_folders, write_reason

    library = shipped()
    wanted = _documents(library, documents or ["policy"])
    known_forms = forms.form_names(library)
    for form in languages or ():
        if form not in known_forms:
            known = ", ".join(known_forms)
            raise Refusal([f"--language {form}: " + _("is not one of {known}", known=known)])
    with open_input(file, library, password_file) as (source, business):
        records = _records(file, source, business, about or About(), wanted, day or today())
    library = source.library
    asked = languages or [forms.chosen_form(library, resolve(library, source.answers))]
    edition = Edition(dated=day or source.dated)
    people = _people(names_file, wanted, list(source.answers.people.values()))
    try:
        made = export_documents(
            library,
            source.answers,
            wanted,
            list(dict.fromkeys(asked)),
            folder,
            edition,
            today=day or today(),
            folders=language_folders(library) if documents and "all" in documents else {},
            people=people,
            records=records,
        )
    except OSError as error:
        raise Refusal([f"{folder.name}: {write_reason(error, folder)}"]) from error
    _report(made, () if documents is None or "all" in documents else wanted, as_json=as_json)
    return 0


@dataclass(frozen=True, slots=True)
class About:
    """What reports are about."""

    month: date | None = None
    """The first day of the month; None for the newest with evidence."""
    incident: int = 0
    """Its number; 0 for the newest, those that are open first."""
    run: int = 0
    """The number of a joiner, leaver or change of agency; 0 as for incidents."""


def _records(
    file: Path, source: Input, business: "BusinessFile | None", about: About, wanted: Sequence[str], day: date
) -> Records:
    """What reports are told of the evidence. Raises `Refusal`."""
    asked = {
        "--month": (about.month, EVIDENCE_REPORT),
        "--incident": (about.incident, INCIDENT_REPORT),
        "--run": (about.run, LEAVER_RECORD),
    }
    for option, (value, document) in asked.items():
        if value and business is None:
            cause = _("evidence is kept in a policy file (.dasar), not in an answers file")
            raise Refusal([f"{file.name}: {option}: {cause}"])
        if value and document not in wanted:
            add = f"--document {document}"
            raise Refusal(
                [f"{option}: " + _("is for the document {document}: add {option}", document=document, option=add)]
            )
    if business is None:
        return Records()
    book = business.evidence
    incident = _known("--incident", about.incident, [one.number for one in book.incidents()], file)
    incident = incident or newest((one.number for one in book.incidents()), lambda one: book.is_closed("incident", one))
    run = _known("--run", about.run, [one.number for one in book.runs()], file)
    run = run or newest((one.number for one in book.runs()), lambda one: book.is_closed("run", one))
    found = book.records(about.month or book.last_month(day), incident=incident, run=run)
    if EVIDENCE_REPORT not in wanted:  # to look up public holidays takes a while
        return found
    state = watching(source, business, day)
    return replace(found, began=state.began, overdue=open_days(state.items, state.days, state.began, day))


def _known(option: str, number: int, numbers: Sequence[int], file: Path) -> int:
    """The number asked for; 0 where none is. Raises `Refusal`."""
    if number and number not in numbers:
        known = ", ".join(map(str, sorted(numbers))) or _("none")
        raise Refusal([f"{file.name}: {option} {number}: " + _("is not one of {known}", known=known)])
    return number


def _people(names_file: Path | None, wanted: Sequence[str], register: Sequence[Person]) -> tuple[Person, ...]:
    """Those whose names stand in a file, for the acknowledgement form."""
    if names_file is None:
        return ()
    if forms.ACKNOWLEDGEMENT not in wanted:
        option = f"--document {forms.ACKNOWLEDGEMENT}"
        raise Refusal(["--names: " + _("is for the acknowledgement form: add {option}", option=option)])
    people = named(lines_of(names_file), register)
    if not people:
        raise Refusal([f"{names_file.name}: " + _("there are no names in it")])
    return people


def _report(made: "Sequence[Exported]", wanted: Sequence[str], *, as_json: bool) -> None:
    """What was written, what has another name than usual, and what was asked for and left out."""
    for exported in made:
        if exported.note:
            sys.stderr.write(f"{exported.note}\n")
    for name in wanted:
        if not any(exported.document == name for exported in made):
            sys.stderr.write(_("{document}: left out, it does not apply to these answers", document=name) + "\n")
    if as_json:
        rows = [
            {"document": e.document, "language": e.language, "path": str(e.path), "seconds": round(e.seconds, 4)}
            for e in made
        ]
        print_json(rows)
    else:
        sys.stdout.writelines(f"{exported.path}\n" for exported in made)


def _documents(library: Library, wanted: list[str]) -> list[str]:
    known = [kind.id for kind in library.documents]
    if "all" in wanted:
        return known
    for name in wanted:
        if name not in known:
            raise Refusal([f"--document {name}: " + _("is not one of {known}", known=", ".join([*known, "all"]))])
    return list(dict.fromkeys(wanted))
