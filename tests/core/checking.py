"""What the check-up says about answers to the small library."""

from dataclasses import replace
from datetime import date

from desktop.core.answers import Answers, Person
from desktop.core.check_up import check_up
from desktop.core.findings import Severity, Where
from desktop.core.library import Clause
from tests.core.conftest import both

OPEN, REVIEW = Severity.OPEN, Severity.REVIEW
QUESTION, CLAUSE, PERSON, LAW = Where

READY = {"business_name": "Kedai", "own_words": {"ms": "Kata", "en": "Words"}, "platforms": ("x",)}
ALI = Person("ali", "Ali", {"ms": "Pemilik", "en": "Owner"})
TODAY = date(2027, 9, 30)


def answers(values=(), **more):
    return Answers(READY | dict(values), **more)


def found(library, given, today=None):
    return [(f.severity, f.where, f.place) for f in check_up(library, given, today)]


def said(library, given, place, today=None):
    return [str(f.what) for f in check_up(library, given, today) if f.place == place]


def with_clause(library, clause_id, **changes):
    clauses = tuple(replace(c, **changes) if c.id == clause_id else c for c in library.clauses)
    return replace(library, clauses=clauses)


def with_clauses(library, *clauses):
    return replace(library, clauses=library.clauses + clauses)


def with_questions(library, *questions):
    return replace(library, questions=library.questions + questions)


def clause(clause_id, **more):
    step = clause_id.partition(".")[0]
    return Clause(clause_id, step, both(clause_id), both("why"), **({"body": both("Text.")} | more))


def printing(library, name):
    """The library with one more clause, which prints the answer to a question."""
    return with_clauses(library, clause(f"two.{name}", body=both(f"{{{name}}}")))
