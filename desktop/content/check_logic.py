"""Checks of the logic: ids, conditions, placeholders, references, laws; that everything can be reached and is used."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop.content.check_papers import paper_conditions, paper_faults, paper_ids, readable
from desktop.content.faults import Fault
from desktop.content.reach import implies, possible
from desktop.core.answers import Answers
from desktop.core.conditions import ConditionError, parse
from desktop.core.facts import by_posture
from desktop.core.library import DETAILS, POSTURES, Clause, Kind, Library, Question
from desktop.core.reference import Term
from desktop.core.selection import applies_when, variant_condition
from desktop.core.template import Hole, Pointer
from desktop.core.text import side
from desktop.core.uses import BY_PROGRAM, all_texts, bodies
from desktop.core.validate import AnswerError, checked
from desktop.i18n import message

_WRONG_ANSWERS = 2
_NEEDS_CAUTIOUS = {Kind.NUMBER, Kind.YES_NO, Kind.CHOICE, Kind.CHOICES}


def logic_faults(library: Library) -> Iterator[Fault]:
    """Faults in ids, conditions, references and use."""
    broken = [*_id_faults(library), *_condition_faults(library)]
    yield from broken
    if broken:  # what follows evaluates conditions
        return
    yield from _question_faults(library)
    for clause in library.clauses:
        yield from _clause_faults(library, clause)
    for term in library.terms:
        for language in library.languages:
            yield from _definition_faults(library, term, side(term.definition, language.id))
    yield from paper_faults(library)
    yield from _unused(library)


def _id_faults(library: Library) -> Iterator[Fault]:
    registers = (
        [(question.id, _file(library, question)) for question in library.questions],
        [(clause.id, clause.file) for clause in library.clauses],
        [(law.id, "law/malaysia.toml") for law in library.laws],
        [(term.id, "glossary.toml") for term in library.terms],
        [(each.id, "contradictions.toml") for each in library.contradictions],
        *paper_ids(library),
    )
    for named in registers:
        counts = Counter(name for name, _ in named)
        for name, file in named:
            if counts[name] > 1:
                yield Fault(file, name, message("this id is used more than once"))
    for clause in library.clauses:
        if not clause.id.startswith(f"{clause.step}."):
            yield Fault(clause.file, "id", message("the id must begin with “{step}.”", step=clause.step))


def _file(library: Library, question: Question) -> str:
    return f"{library.step[question.step].folder}/questions.toml"


def _conditions(library: Library) -> Iterator[tuple[str, str, str]]:
    """Every condition: file, key, source."""
    for question in library.questions:
        yield _file(library, question), f"{question.id} when", question.when
        for suggestion in question.suggestions:
            yield _file(library, question), f"{question.id} suggestions", suggestion.when
    for clause in library.clauses:
        yield clause.file, "when", clause.when
        for name, variant in clause.variants.items():
            yield clause.file, f"variants.{name}", variant_condition(name, variant)
    for law in library.laws:
        yield "law/malaysia.toml", f"{law.id} when", law.when
    for each in library.contradictions:
        yield "contradictions.toml", f"{each.id} when", each.when
    yield from paper_conditions(library)


def _condition_faults(library: Library) -> Iterator[Fault]:
    for file, place, source in _conditions(library):
        try:
            condition = parse(source)
        except ConditionError as error:
            yield Fault(file, place, message("this condition cannot be read: {part}", part=str(error)))
            continue
        for name in condition.names:
            if name not in library.question:
                yield Fault(file, place, message("there is no question called “{name}”", name=name))
        for name, code in condition.codes:
            question = library.question.get(name)
            if question and question.choices and question.choice(code) is None:
                yield Fault(file, place, message("“{name}” has no choice “{code}”", name=name, code=str(code)))
    for clause in library.clauses:
        for name, variant in clause.variants.items():
            if not variant_condition(name, variant):
                yield Fault(
                    clause.file, f"variants.{name}", message("this variant has neither a posture nor a condition")
                )


def _question_faults(library: Library) -> Iterator[Fault]:
    earlier: set[str] = set()
    for question in library.questions:
        file = _file(library, question)
        conditions = [question.when, *(suggestion.when for suggestion in question.suggestions)]
        for name in dict.fromkeys(name for condition in conditions for name in parse(condition).names):
            if name not in earlier:
                yield Fault(file, question.id, message("“{name}” is asked later than this", name=name))
        earlier.add(question.id)
        if question.like and {question.kind, _kind(library, question.like)} != {Kind.PERSON}:
            yield Fault(file, f"{question.id} like", message("this is for two questions that ask for one person"))
        if question.kind in _NEEDS_CAUTIOUS and question.cautious is None:
            yield Fault(file, f"{question.id} cautious", message("“not sure” needs a cautious answer"))
        for key, value in _given_values(question):
            try:
                if value is not None:
                    checked(library, question, value, Answers())
            except AnswerError as error:
                yield Fault(file, f"{question.id} {key}", error.reason)


def _kind(library: Library, name: str) -> Kind | None:
    question = library.question.get(name)
    return question.kind if question else None


def _given_values(question: Question) -> Iterator[tuple[str, Any]]:
    """The answers that the content itself gives, with their keys."""
    yield "cautious", question.cautious
    for posture in POSTURES:
        yield "default", by_posture(question.default, posture)
    for suggestion in question.suggestions:
        yield "suggestions", suggestion.default


def _clause_faults(library: Library, clause: Clause) -> Iterator[Fault]:
    for reference in clause.laws:
        law_id, _, section = reference.partition(":")
        law = library.law.get(law_id)
        if law is None:
            yield Fault(clause.file, "laws", message("there is no law “{law}”", law=law_id))
        elif section and section not in law.sections:
            yield Fault(
                clause.file, "laws", message("{law} has no section “{section}” here", law=law_id, section=section)
            )
    if clause.detail not in DETAILS:
        yield Fault(clause.file, "detail", message("this is not one of {known}", known=", ".join(DETAILS)))
    if clause.locked and (clause.when or clause.posture != POSTURES or clause.detail != DETAILS[0]):
        cause = message("a locked clause is in every policy: no condition, every posture, the short policy too")
        yield Fault(clause.file, "locked", cause)
    if not possible(library, applies_when(clause)):
        yield Fault(clause.file, "when", message("no set of answers brings this clause in"))
    for name, variant in clause.variants.items():
        condition = variant_condition(name, variant)
        if not possible(library, [*applies_when(clause), condition]):
            yield Fault(clause.file, f"variants.{name}", message("no set of answers brings this wording in"))
    yield from _teaching_faults(clause)
    yield from _neighbour_faults(library, clause)
    for text in all_texts(clause):
        for language in library.languages:
            yield from _piece_faults(library, clause, side(text, language.id))


def _teaching_faults(clause: Clause) -> Iterator[Fault]:
    """Every clause can be asked about, and a rule is shown at work."""
    if clause.quiz is None:
        yield Fault(clause.file, "quiz", message("every clause has a quiz item"))
    for quiz in (clause.quiz, *(variant.quiz for variant in clause.variants.values())):
        if quiz is not None and len(quiz.wrong) < _WRONG_ANSWERS:
            yield Fault(clause.file, "quiz", message("a quiz item has two wrong answers or more"))
    if clause.rule and clause.example is None:
        yield Fault(clause.file, "example", message("a clause that sets a rule has an example: fine, not fine"))


def _neighbour_faults(library: Library, clause: Clause) -> Iterator[Fault]:
    for key, names in (("needs", clause.needs), ("conflicts", clause.conflicts)):
        for name in names:
            if name == clause.id or name not in library.clause:
                yield Fault(clause.file, key, message("there is no clause called “{name}”", name=name))
    for name in clause.needs:
        if name in library.clause and not implies(library, clause, library.clause[name]):
            cause = message("needs “{name}”, which may be left out while this clause is in", name=name)
            yield Fault(clause.file, "needs", cause)
    for name in clause.conflicts:
        if name in library.clause and possible(library, [*applies_when(clause), *applies_when(library.clause[name])]):
            yield Fault(clause.file, "conflicts", message("some answers bring in “{name}” too", name=name))


def _piece_faults(library: Library, clause: Clause, body: str) -> Iterator[Fault]:
    for piece in readable(body):
        match piece:
            case Hole(question) if question not in library.question:
                yield Fault(clause.file, "body", message("there is no question called “{name}”", name=question))
            case Pointer("step", target) if target not in library.step:
                yield Fault(clause.file, "body", message("there is no step called “{name}”", name=target))
            case Pointer("ref", target) if target not in library.clause:
                yield Fault(clause.file, "body", message("there is no clause called “{name}”", name=target))
            case Pointer("ref", target) if not implies(library, clause, library.clause[target]):
                cause = message("refers to “{name}”, which may be left out while this clause is in", name=target)
                yield Fault(clause.file, "body", cause)
            case _:
                pass


def _definition_faults(library: Library, term: Term, definition: str) -> Iterator[Fault]:
    """A definition is one paragraph of words and answers: it stands in an annex, where no clause is in for certain."""
    for piece in readable(definition):
        match piece:
            case Hole(question) if question not in library.question:
                cause = message("there is no question called “{name}”", name=question)
                yield Fault("glossary.toml", f"{term.id} definition", cause)
            case Pointer(target=target):
                cause = message("refers to “{name}”, which may be left out while this clause is in", name=target)
                yield Fault("glossary.toml", f"{term.id} definition", cause)
            case _:
                pass


def _unused(library: Library) -> Iterator[Fault]:
    """Questions that no clause uses, and choices that change nothing in a policy that asks for them."""
    for length in range(len(DETAILS)):
        details = DETAILS[: length + 1]
        questions = tuple(q for q in library.questions if library.first_detail[q.id] in details)
        clauses = tuple(clause for clause in library.clauses if clause.detail in details)
        yield from _silent(replace(library, questions=questions, clauses=clauses))


def _silent(library: Library) -> Iterator[Fault]:
    asked: set[str] = set()
    compared: set[tuple[str, Any]] = set()
    for _, _, source in _conditions(library):
        condition = parse(source)
        asked |= set(condition.names)
        compared |= set(condition.codes)
    printed = _printed(library) | BY_PROGRAM
    for question in library.questions:
        if question.id in printed:
            continue
        if question.id not in asked:
            yield Fault(_file(library, question), question.id, message("no clause uses this question"))
        silent = [choice.code for choice in question.choices if (question.id, choice.code) not in compared]
        if len(silent) > (1 if question.kind is Kind.CHOICE else 0):
            for code in silent:
                yield Fault(_file(library, question), f"{question.id} {code}", message("this choice changes nothing"))


def _printed(library: Library) -> set[str]:
    texts = [text for clause in library.clauses for text in (clause.title, *bodies(clause))]
    texts += [term.definition for term in library.terms]
    written = [words for text in texts for words in text.values()]
    return {piece.question for body in written for piece in readable(body) if isinstance(piece, Hole)}
