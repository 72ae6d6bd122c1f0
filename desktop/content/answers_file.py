"""Answers files: TOML that a person would type, and the samples. Reading gathers every fault."""

from dataclasses import fields as dataclass_fields
from datetime import date
from pathlib import Path
from typing import Any, cast

from desktop.content.answers_watch import read_watch, tables_of_watch
from desktop.content.clause_decisions import read_decisions, read_own
from desktop.content.faults import ContentError, Fault
from desktop.content.look import read_look, said_of_look
from desktop.content.rows import rows_of
from desktop.content.toml import parse_toml, read_toml
from desktop.content.values import Check, code, fields, person_id, several, words
from desktop.core.answers import TWO_FACTOR, Account, Answers, ClauseChoice, Person, Value
from desktop.core.facts import resolve
from desktop.core.library import Library
from desktop.core.reference import Sample
from desktop.core.validate import AnswerError, checked, prose
from desktop.i18n import message

_TABLES = {"answers", "people", "accounts", "clauses", "own_clauses", "look", "watch", "sample"}


def read_answers(path: Path, library: Library) -> Answers:
    """The answers in a file. Raises `ContentError` with every fault."""
    return _answers(read_toml(path, path.name), path.name, library, path.parent)


def sample_answers(sample: Sample, library: Library) -> Answers:
    """The answers of a sample business. Raises `ContentError`."""
    name = f"{sample.id}.toml"
    return _answers(parse_toml(sample.source, name), name, library, None)


def _answers(tables: dict[str, Any], name: str, library: Library, folder: Path | None) -> Answers:
    faults = [Fault(name, f"[{key}]", message("this key is not known")) for key in tables if key not in _TABLES]
    raw = tables.get("answers")
    if not isinstance(raw, dict):
        faults.append(Fault(name, "[answers]", message("this table is missing")))
        raise ContentError(faults)
    people = _people(tables.get("people", []), name, library, faults)
    accounts = _accounts(tables.get("accounts", []), name, people, faults)
    registers = Answers(people=people, accounts=accounts)
    values: dict[str, Value] = {}
    for key, value in cast("dict[str, Any]", raw).items():
        question = library.question.get(key)
        place = f"[answers] {key}"
        if question is None:
            faults.append(Fault(name, place, message("there is no such question")))
            continue
        try:
            values[question.id] = checked(library, question, value, registers)
        except AnswerError as error:
            faults.append(Fault(name, place, error.reason))
    own = read_own(tables.get("own_clauses", []), name, library, faults)
    facts = resolve(library, Answers(values, people, accounts))
    choices, edits = read_decisions(tables.get("clauses", []), name, library, facts, own, faults)
    look = read_look(tables.get("look", {}), name, library, folder, faults)
    watch = read_watch(tables.get("watch", {}), name, library, people, faults)
    if faults:
        raise ContentError(faults)
    return Answers(values, people, accounts, choices, edits, own, look, watch)


def _people(rows: Any, name: str, library: Library, faults: list[Fault]) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for place, row in rows_of(rows, name, "people", {"id", "name", "role"}, faults):
        if not isinstance(row.get("name"), str) or not row["name"].strip():
            faults.append(Fault(name, f"{place} name", message("text is expected, in quotation marks")))
            continue
        try:
            role = prose(library, row.get("role", {}))
        except AnswerError as error:
            faults.append(Fault(name, f"{place} role", error.reason))
            continue
        people[row["id"]] = Person(row["id"], row["name"].strip(), role)
    return people


def _accounts(rows: Any, name: str, people: dict[str, Person], faults: list[Fault]) -> dict[str, Account]:
    who, who_or_nobody = person_id(people), person_id({*people, ""})
    checks: dict[str, Check] = {
        "id": words,
        "platform": words,
        "handle": words,
        "owner": who_or_nobody,
        "administrators": several(who),
        "recovery_email": who_or_nobody,
        "recovery_phone": who_or_nobody,
        "two_factor": code(("", *TWO_FACTOR)),
        "agency": words,
        "note": _note,
    }
    accounts: dict[str, Account] = {}
    for place, row in rows_of(rows, name, "accounts", set(checks), faults):
        said = fields({"platform": None, "handle": None, **row}, checks, place, name, faults)
        if said is not None:
            accounts[row["id"]] = Account(**said)
    return accounts


def _note(value: Any) -> str:
    from desktop.core.watch.secrets import looks_like_password  # its patterns take a while to load

    note = words(value)
    if looks_like_password(note):
        raise AnswerError(message("this looks like a password; never keep passwords here"))
    return note


def write_answers(answers: Answers) -> str:
    """Answers as the text of an answers file.

    Reading it back gives the same answers, but for the logo and the letterhead, which are files of their own, and for
    what only the window notes about the owner's own words: which language nobody has looked at, and whether they were
    made from a wording that no longer fits.
    """
    lines = ["[answers]", *(f"{key} = {_toml(value)}" for key, value in answers.values.items())]
    for person in answers.people.values():
        lines += ["", "[[people]]", f"id = {_toml(person.id)}", f"name = {_toml(person.name)}"]
        lines.append(f"role = {_toml(person.role)}")
    for account in answers.accounts.values():
        lines += ["", "[[accounts]]"]
        lines += [f"{key} = {_toml(value)}" for key, value in _said_of_account(account).items()]
    for clause in dict.fromkeys((*answers.choices, *answers.edits)):
        lines += ["", "[[clauses]]", *_decision(clause, answers)]
    for own in answers.own.values():
        lines += ["", "[[own_clauses]]"]
        lines += [f"{key} = {_toml(getattr(own, key))}" for key in ("id", "step", "after", "title", "body")]
    if said := said_of_look(answers.look):
        lines += ["", "[look]", *(f"{key} = {_toml(value)}" for key, value in said.items())]
    for head, table in tables_of_watch(answers.watch):
        lines += ["", head, *(f"{key} = {_toml(value)}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def _said_of_account(account: Account) -> dict[str, Any]:
    """Every field that says something, in the order of the register."""
    said = {field.name: getattr(account, field.name) for field in dataclass_fields(account)}
    always = ("id", "platform", "handle", "owner")
    return {key: value for key, value in said.items() if value or key in always}


def _decision(clause: str, answers: Answers) -> list[str]:
    choice, edit = answers.choices.get(clause, ClauseChoice()), answers.edits.get(clause)
    said: dict[str, Any] = {"id": clause, "in": choice.included, "wording": choice.variant, "reason": choice.reason}
    if edit is not None:
        said |= {"title": edit.title, "body": edit.body}
    return [f"{key} = {_toml(value)}" for key, value in said.items() if value is not None and value != ""]


def _toml(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case date():
            return value.isoformat()
        case str():
            return _quoted(value)
        case dict():
            sides = cast("dict[str, Any]", value)
            return "{ " + ", ".join(f"{key} = {_toml(words)}" for key, words in sides.items()) + " }"
        case _:
            return "[" + ", ".join(_toml(entry) for entry in value) + "]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'
