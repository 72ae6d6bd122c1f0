"""The command that writes Word files."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_input import Refusal, lines_of, print_json, read_input, shipped, today
from desktop.core import forms
from desktop.core.answers import Person
from desktop.core.assemble import Edition
from desktop.core.each_person import named
from desktop.core.facts import resolve
from desktop.core.library import Library
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.export import Exported


def export(
    file: Path,
    folder: Path,
    documents: list[str] | None,
    languages: list[str] | None,
    day: date | None,
    password_file: Path | None,
    as_json: bool,
    names_file: Path | None = None,
) -> int:
    """Write documents as Word files into a folder; all of them in a folder for each language."""
    from desktop.export import export_documents, language_folders, write_reason

    library = shipped()
    wanted = _documents(library, documents or ["policy"])
    known_forms = forms.form_names(library)
    for form in languages or ():
        if form not in known_forms:
            known = ", ".join(known_forms)
            raise Refusal([f"--language {form}: " + _("is not one of {known}", known=known)])
    source = read_input(file, library, password_file)
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
        )
    except OSError as error:
        raise Refusal([f"{folder.name}: {write_reason(error, folder)}"]) from error
    _report(made, () if documents is None or "all" in documents else wanted, as_json=as_json)
    return 0


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
