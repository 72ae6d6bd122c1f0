"""What each command of the command line does. Returns exit codes; bad input raises `Refusal`."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from desktop import i18n
from desktop.command_input import Refusal, now, print_json, read_input, shipped, today
from desktop.content.answers_file import sample_answers
from desktop.content.check import check_library
from desktop.content.faults import ContentError
from desktop.content.public_holidays import days_of_work, public_holidays
from desktop.core import forms
from desktop.core.assemble import Settled, settle
from desktop.core.bilingual import SideBySide
from desktop.core.check_up import check_up, is_ready
from desktop.core.library import Library, Question
from desktop.core.reference import Sample
from desktop.core.review_sheet import in_use, review_sheet
from desktop.core.text import Text, any_side
from desktop.core.watch.plan import plan_of
from desktop.export import business_name
from desktop.i18n import _

CLEAN, FINDINGS = 0, 1


def list_documents(as_json: bool) -> int:
    """List the documents that can be made."""
    kinds = shipped().documents
    if as_json:
        print_json([{"id": k.id, "title": dict(k.title), "languages": list(k.languages)} for k in kinds])
    else:
        for kind in kinds:
            titles = " / ".join(kind.title.values())
            sys.stdout.write(f"{kind.id}  {titles}  ({', '.join(kind.languages)})\n")
    return CLEAN


def list_questions(as_json: bool) -> int:
    """List every question."""
    library = shipped()
    if as_json:
        print_json([_question(question) for question in library.questions])
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

    library = shipped()
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
    library = shipped()
    if file is None:
        faults = check_library(library)
        rows = [{"file": f.file, "place": f.place, "cause": str(f.cause)} for f in faults]
        lines = [str(fault) for fault in faults]
        clean = _("The content is in order: {questions} questions, {clauses} clauses.")
        clean = clean.format(questions=len(library.questions), clauses=len(library.clauses))
    else:
        source = read_input(file, library, password_file)
        findings = check_up(source.library, source.answers, day or today())
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
        print_json(rows)
    else:
        sys.stdout.writelines(f"{line}\n" for line in (lines if rows else [clean]))
    return FINDINGS if rows else CLEAN


def library_sheet(target: Path, file: Path | None, password_file: Path | None) -> int:
    """Write the clause library, or the clauses of one business, as a Word review sheet, both languages side by side."""
    from desktop.render.files import write_file
    from desktop.render.word import write_word

    library = shipped()
    if file is not None:
        source = read_input(file, library, password_file)
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

    library = shipped()
    problems: list[str] = []
    made = 0
    for each in library.samples:
        try:
            answers = sample_answers(each, library)
        except ContentError as error:
            problems += [str(fault) for fault in error.faults]
            continue
        settled = settle(library, answers)
        for name, form in ((kind.id, form) for kind in forms.applying(settled) for form in kind.languages):
            document = forms.make_settled(settled, form, document=name)
            left_out = unread_headings(write_word(document, library), document)
            problems += [f"{each.id} {form}: " + _("missing in the Word file: {title}", title=t) for t in left_out]
            made += 1
        problems += [
            f"{each.id} {language}: " + _("the calendar file is empty")
            for language in _empty_calendars(settled, library)
        ]
    if not _knows_holidays(library):
        problems.append(_("the names of public holidays are missing"))
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


def _empty_calendars(settled: Settled, library: Library) -> Iterator[str]:
    """In which languages the calendar file of a firm has nothing in it."""
    from desktop.render.calendar_file import CalendarLook, calendar_file

    first = today()
    days, plan = days_of_work(settled, first, first), plan_of(settled)
    for language in library.languages:
        look = CalendarLook(library, language.id, business_name(settled.facts.answers))
        if b"BEGIN:VEVENT" not in calendar_file(plan, days, first, first, look, now=now()):
            yield language.id


def _knows_holidays(library: Library) -> bool:
    """Whether public holidays have names, and others in each language: they are read from files when asked for."""
    names = [tuple(public_holidays("selangor", (today().year,), each.id).values()) for each in library.languages]
    return all(names) and len(set(names)) == len(names)


def _said(text: Text) -> str:
    """Words of the content in the language of the interface, else in one they are written in."""
    return any_side(text, i18n.current())[0]
