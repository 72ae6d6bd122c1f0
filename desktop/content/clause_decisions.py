"""Decisions about clauses in answers files: `[[clauses]]` and `[[own_clauses]]`."""

import re
from typing import Any

from desktop.content.faults import Fault
from desktop.content.rows import rows_of
from desktop.core.answers import ClauseChoice, ClauseEdit, OwnClause
from desktop.core.facts import Facts
from desktop.core.library import Clause, Library
from desktop.core.own_words import checked_words
from desktop.core.selection import BODY, fitting_variant, library_wording
from desktop.core.validate import AnswerError
from desktop.i18n import Message, message

_DECISION = {"id", "in", "wording", "reason", "title", "body"}
_OWN = {"id", "step", "title", "body", "after"}
_ID = re.compile("[a-z0-9][a-z0-9.-]*")
"""What a reference, `[[ref:…]]`, can name."""


def read_decisions(
    rows: Any, name: str, library: Library, facts: Facts, own: dict[str, OwnClause], faults: list[Fault]
) -> tuple[dict[str, ClauseChoice], dict[str, ClauseEdit]]:
    """What the owner decided about clauses of the library. Faulty rows are noted and left out.

    `facts` tell which wording a row is about that names none.
    """
    choices: dict[str, ClauseChoice] = {}
    edits: dict[str, ClauseEdit] = {}
    for place, row in rows_of(rows, name, "clauses", _DECISION, faults):
        clause = library.clause.get(row["id"])
        if clause is None:
            faults.append(Fault(name, f"{place} id", message("there is no clause called “{name}”", name=row["id"])))
            continue
        if clause.locked:
            faults.append(Fault(name, place, message("this clause is locked: it can be neither dropped nor edited")))
            continue
        known = (BODY, *clause.variants)
        if wrong := _wrong_kind(row, known):
            faults.append(Fault(name, f"{place} {wrong[0]}", wrong[1]))
            continue
        choice = ClauseChoice(row.get("in"), row.get("wording", ""), row.get("reason", "").strip())
        if choice != ClauseChoice():
            choices[clause.id] = choice
        if "title" in row or "body" in row:
            try:
                edits[clause.id] = _edit(row, clause, library, facts, own)
            except AnswerError as error:
                faults.append(Fault(name, place, error.reason))
    return choices, edits


def _edit(row: dict[str, Any], clause: Clause, library: Library, facts: Facts, own: dict[str, OwnClause]) -> ClauseEdit:
    """The owner's words; where only the title or only the text is theirs, the other is the library's."""
    made_from = library_wording(clause, row.get("wording") or fitting_variant(clause, facts)[0])
    title, body = row.get("title", made_from.title), row.get("body", made_from.body)
    return ClauseEdit(*checked_words(library, title, body, own), made_from.variant)


def read_own(rows: Any, name: str, library: Library, faults: list[Fault]) -> dict[str, OwnClause]:
    """The clauses the owner wrote. Faulty rows are noted and left out."""
    found: dict[str, OwnClause] = {}
    known = rows_of(rows, name, "own_clauses", _OWN, faults)
    names = [row["id"] for _, row in known]
    for place, row in known:
        if row.get("step") not in tuple(library.step):  # what is typed may be anything
            cause = message("this is not one of {known}", known=", ".join(library.step))
            faults.append(Fault(name, f"{place} step", cause))
        elif not _ID.fullmatch(row["id"]) or row["id"] in library.step:
            cause = message("small letters, digits, dots and hyphens are expected, and not the id of a step")
            faults.append(Fault(name, f"{place} id", cause))
        elif row["id"] in library.clause:
            faults.append(Fault(name, f"{place} id", message("this id belongs to a clause of the library")))
        elif not isinstance(after := row.get("after", ""), str):
            faults.append(Fault(name, f"{place} after", message("text is expected, in quotation marks")))
        elif after and after not in {clause.id for clause in library.clauses_of(row["step"])}:
            cause = message("there is no clause called “{name}” in this step", name=after)
            faults.append(Fault(name, f"{place} after", cause))
        else:
            try:
                title, body = checked_words(library, row.get("title", {}), row.get("body", {}), names)
                found[row["id"]] = OwnClause(row["id"], row["step"], title, body, after)
            except AnswerError as error:
                faults.append(Fault(name, place, error.reason))
    return found


def _wrong_kind(row: dict[str, Any], wordings: tuple[str, ...]) -> tuple[str, Message] | None:
    """The first key whose value is not of its kind, with what is expected."""
    if not isinstance(row.get("in", True), bool):
        return "in", message("true or false is expected")
    if not isinstance(row.get("reason", ""), str):
        return "reason", message("text is expected, in quotation marks")
    if row.get("wording", BODY) not in wordings:
        return "wording", message("this is not one of {known}", known=", ".join(wordings))
    return None
