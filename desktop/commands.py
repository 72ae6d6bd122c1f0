"""What each command of the command line does. Returns exit codes; bad input raises `Refusal`."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop import i18n
from desktop.content.answers_file import read_answers, sample_answers
from desktop.content.check import check_library
from desktop.content.faults import ContentError
from desktop.content.load import load_library
from desktop.core import forms
from desktop.core.answers import Answers
from desktop.core.assemble import Edition, settle
from desktop.core.bilingual import SideBySide
from desktop.core.check_up import check_up, is_ready
from desktop.core.facts import resolve
from desktop.core.library import Library, Question
from desktop.core.reference import Sample
from desktop.core.review_sheet import in_use, review_sheet
from desktop.core.text import Text, any_side
from desktop.core.updates import as_kept
from desktop.i18n import _

CLEAN, FINDINGS = 0, 1


class Refusal(Exception):  # noqa: N818 - what the command says, not what went wrong in it
    """Bad input, with a line for each fault. Nothing was written."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


@dataclass(frozen=True, slots=True)
class Input:
    """What a file given on the command line holds."""

    answers: Answers
    library: Library
    """The library as it stands in this file: changes of newer content that are not decided yet are left out."""
    dated: date | None
    """When its answers last changed; None for an answers file, which does not say."""


def _library() -> Library:
    try:
        return load_library()
    except ContentError as error:
        raise Refusal([str(fault) for fault in error.faults]) from error


def _read(file: Path, library: Library, password_file: Path | None) -> Input:
    if file.suffix.lower() == ".toml":
        try:
            return Input(read_answers(file, library), library, None)
        except ContentError as error:
            raise Refusal([str(fault) for fault in error.faults]) from error
    return _read_business_file(file, library, _password(password_file))


def _read_business_file(file: Path, library: Library, password: str | None) -> Input:
    from desktop.store.business_file import BusinessFile
    from desktop.store.errors import NeedsPassword, StoreError

    now = datetime.now().astimezone()
    try:
        with BusinessFile.open(file, now=now, writable=False, password=password) as business:
            return Input(business.answers, as_kept(library, business.kept_clauses), business.changed.date())
    except NeedsPassword as error:
        if password is None and sys.stdin is not None and sys.stdin.isatty():
            import getpass

            return _read_business_file(file, library, getpass.getpass(_("Password of {file}: ", file=file.name)))
        raise Refusal([f"{file.name}: {error.reason}"]) from error
    except StoreError as error:
        raise Refusal([f"{file.name}: {error.reason}"]) from error


def _password(password_file: Path | None) -> str | None:
    if password_file is None:
        return None
    try:
        return password_file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refusal([f"{password_file.name}: " + _("cannot be read: {reason}", reason=reason)]) from error


def export(
    file: Path,
    folder: Path,
    documents: list[str] | None,
    languages: list[str] | None,
    day: date | None,
    password_file: Path | None,
    as_json: bool,
) -> int:
    """Write documents as Word files into a folder."""
    from desktop.export import export_documents, write_reason

    library = _library()
    wanted = _documents(library, documents or ["policy"])
    known_forms = forms.form_names(library)
    for form in languages or ():
        if form not in known_forms:
            known = ", ".join(known_forms)
            raise Refusal([f"--language {form}: " + _("is not one of {known}", known=known)])
    source = _read(file, library, password_file)
    library = source.library
    asked = languages or [forms.chosen_form(library, resolve(library, source.answers))]
    edition = Edition(dated=day or source.dated)
    try:
        forms_wanted = list(dict.fromkeys(asked))
        made = export_documents(library, source.answers, wanted, forms_wanted, folder, edition, today=day or _today())
    except OSError as error:
        raise Refusal([f"{folder.name}: {write_reason(error, folder)}"]) from error
    for exported in made:
        if exported.note:
            sys.stderr.write(f"{exported.note}\n")
    if as_json:
        rows = [
            {"document": e.document, "language": e.language, "path": str(e.path), "seconds": round(e.seconds, 4)}
            for e in made
        ]
        _print_json(rows)
    else:
        sys.stdout.writelines(f"{exported.path}\n" for exported in made)
    return CLEAN


def _documents(library: Library, wanted: list[str]) -> list[str]:
    known = [kind.id for kind in library.documents]
    if "all" in wanted:
        return known
    for name in wanted:
        if name not in known:
            raise Refusal([f"--document {name}: " + _("is not one of {known}", known=", ".join([*known, "all"]))])
    return list(dict.fromkeys(wanted))


def list_documents(as_json: bool) -> int:
    """List the documents that can be made."""
    kinds = _library().documents
    if as_json:
        _print_json([{"id": k.id, "title": dict(k.title), "languages": list(k.languages)} for k in kinds])
    else:
        for kind in kinds:
            titles = " / ".join(kind.title.values())
            sys.stdout.write(f"{kind.id}  {titles}  ({', '.join(kind.languages)})\n")
    return CLEAN


def list_questions(as_json: bool) -> int:
    """List every question."""
    library = _library()
    if as_json:
        _print_json([_question(question) for question in library.questions])
        return CLEAN
    for step in library.steps:
        sys.stdout.write(f"\n{step.number}. {_said(step.title)}\n")
        for question in library.questions_of(step.id):
            mark = "*" if question.essential else " "
            sys.stdout.write(f" {mark} {question.id}  {_said(question.prompt)}\n")
    return CLEAN


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "step": question.step,
        "kind": question.kind.value,
        "essential": question.essential,
        "prompt": dict(question.prompt),
        "choices": [{"code": choice.code, "label": dict(choice.label)} for choice in question.choices],
        "default": question.default,
        "when": question.when,
    }


def sample(name: str | None, target: Path | None) -> int:
    """List the samples, or give one as an answers file."""
    from desktop.render.files import write_file

    library = _library()
    if name is None:
        for each in library.samples:
            sys.stdout.write(f"{each.id}  {_said(each.title)}\n")
        return CLEAN
    found = _sample(library, name)
    if target is None:
        sys.stdout.write(found.source)
        return CLEAN
    try:
        written = write_file(target, found.source.encode())
    except OSError as error:
        raise Refusal([f"{target}: " + _("cannot be written: {reason}", reason=error.strerror or error)]) from error
    sys.stdout.write(f"{written}\n")
    return CLEAN


def _sample(library: Library, name: str) -> Sample:
    for each in library.samples:
        if each.id == name:
            return each
    known = ", ".join(each.id for each in library.samples)
    raise Refusal([f"{name}: " + _("is not one of {known}", known=known)])


def check(file: Path | None, day: date | None, password_file: Path | None, as_json: bool) -> int:
    """Check the shipped content, or a business or answers file."""
    library = _library()
    if file is None:
        faults = check_library(library)
        rows = [{"file": f.file, "place": f.place, "cause": str(f.cause)} for f in faults]
        lines = [str(fault) for fault in faults]
        clean = _("The content is in order: {questions} questions, {clauses} clauses.")
        clean = clean.format(questions=len(library.questions), clauses=len(library.clauses))
    else:
        source = _read(file, library, password_file)
        findings = check_up(source.library, source.answers, day or _today())
        rows = [
            {
                "severity": f.severity.value,
                "about": f.where.value,
                "place": f.place,
                "what": str(f.what),
                "why": str(f.why),
            }
            for f in findings
        ]
        lines = [f"{f.place}: {f.what}\n    {f.why}" for f in findings]
        lines.append(_("The policy is ready.") if is_ready(findings) else _("The policy is not ready yet."))
        clean = _("Nothing is left to see to. The policy is ready.")
    if as_json:
        _print_json(rows)
    else:
        sys.stdout.writelines(f"{line}\n" for line in (lines if rows else [clean]))
    return FINDINGS if rows else CLEAN


def library_sheet(target: Path, file: Path | None, password_file: Path | None) -> int:
    """Write the clause library, or the clauses of one business, as a Word review sheet, both languages side by side."""
    from desktop.render.files import write_file
    from desktop.render.word import write_word

    library = _library()
    if file is not None:
        source = _read(file, library, password_file)
        library = in_use(settle(source.library, source.answers))
    left, right = (review_sheet(library, language.id) for language in library.languages[:2])
    try:
        written = write_file(target, write_word(SideBySide(left, right), library))
    except OSError as error:
        raise Refusal([f"{target}: " + _("cannot be written: {reason}", reason=error.strerror or error)]) from error
    sys.stdout.write(f"{written}\n")
    return CLEAN


def self_test() -> int:
    """Load everything, make every sample's Word files in memory, and read them back with an independent reader."""
    from desktop.render.word import write_word
    from desktop.render.word.proof import unread_headings

    library = _library()
    problems: list[str] = []
    made = 0
    for each in library.samples:
        try:
            answers = sample_answers(each, library)
        except ContentError as error:
            problems += [str(fault) for fault in error.faults]
            continue
        for name, form in ((kind.id, form) for kind in library.documents for form in kind.languages):
            document = forms.make(library, answers, form, document=name)
            left_out = unread_headings(write_word(document, library), document)
            problems += [f"{each.id} {form}: " + _("missing in the Word file: {title}", title=t) for t in left_out]
            made += 1
    before = i18n.current()
    for language in i18n.available():
        i18n.use(language)
        if language != i18n.SOURCE and _("commands") == "commands":
            problems.append(f"locales/{language}: " + _("the translations are missing"))
    i18n.use(before)
    if problems or not made:
        raise Refusal(problems or [_("there are no samples")])
    sys.stdout.write(_("All is well: {count} documents made.", count=made) + "\n")
    return CLEAN


def _today() -> date:
    return datetime.now().astimezone().date()


def _said(text: Text) -> str:
    """Words of the content in the language of the interface, else in one they are written in."""
    return any_side(text, i18n.current())[0]


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")
