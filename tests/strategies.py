"""Random valid answers to the shipped questions, odd names included, and random decisions about its clauses."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from desktop.core.answers import Account, Answers, ClauseChoice, ClauseEdit, OwnClause, Person
from desktop.core.library import NOT_SURE, Kind, Library, Question

ODD = (
    "",
    "  ",
    "Kedai 🍞👩‍🍳",
    "مخبز السعادة",
    "a\x00b\x0bc\ufffe",
    "*bold* {x} [[ref:y]] <b>&amp;</b>",
    "X" * 10_000,
    "\ud800",
)
words = st.one_of(st.sampled_from(ODD), st.text(max_size=40))
prose = st.one_of(
    st.fixed_dictionaries({"ms": words, "en": words}),
    st.fixed_dictionaries({"ms": words}),
    st.fixed_dictionaries({"en": words}),
)
people = st.lists(
    st.builds(Person, id=st.sampled_from(["p1", "p2", "p3"]), name=words, role=st.one_of(st.just({}), prose)),
    max_size=3,
).map(lambda rows: {row.id: row for row in rows})
accounts = st.lists(
    st.builds(Account, id=st.sampled_from(["a1", "a2"]), platform=st.sampled_from(["facebook", "other"]), handle=words),
    max_size=2,
).map(lambda rows: {row.id: row for row in rows})


def value_of(question: Question) -> st.SearchStrategy:
    """A valid answer to one question, "not sure" included. Rows may be gone from the register."""
    codes = [choice.code for choice in question.choices]
    rows = {
        Kind.PERSON: ["p1", "p2", "p3"],
        Kind.PEOPLE: ["p1", "p2", "p3"],
        Kind.ACCOUNT: ["a1", "a2"],
        Kind.ACCOUNTS: ["a1", "a2"],
    }
    match question.kind:
        case Kind.NAME:
            value = words
        case Kind.TEXT | Kind.LONG_TEXT:
            value = prose
        case Kind.LIST:
            value = st.lists(prose, max_size=3).map(tuple)
        case Kind.NUMBER:
            value = st.integers(question.minimum or 0, question.maximum or 1000)
        case Kind.DATE:
            value = st.dates(date(1900, 1, 1), date(2200, 12, 31))
        case Kind.YES_NO:
            value = st.booleans()
        case Kind.CHOICE:
            value = st.sampled_from(codes)
        case Kind.CHOICES:
            value = st.lists(st.sampled_from(codes), unique=True).map(tuple)
        case Kind.PERSON | Kind.ACCOUNT:
            value = st.sampled_from(rows[question.kind])
        case Kind.PEOPLE | Kind.ACCOUNTS:
            value = st.lists(st.sampled_from(rows[question.kind]), unique=True).map(tuple)
    return st.one_of(value, st.just(NOT_SURE))


def answers_to(library: Library) -> st.SearchStrategy[Answers]:
    """Answers to any of the questions of a library."""
    values = st.fixed_dictionaries({}, optional={question.id: value_of(question) for question in library.questions})
    return st.builds(Answers, values=values, people=people, accounts=accounts)


WRITTEN = (
    "",
    "**{business_name}** *{state}*, {policy_owner.role}",
    "- satu\n- {each:platforms}\n\n1. a\n2. b",
    "[[ref:own.1]] [[ref:gone.x]] [[step:stance]] [[step:gone]]",
    "{gone} {each:gone} {business_name.role}",
    "{ }} [[ ** *x",
    "# a\n\n> b\n\n```\nc\n```\n\n- d\n  - e",
    "never, at all times, negative / jangan pernah, setiap masa",
    "\u202etfel ot thgir tanda pagar",
    "x" * 20_000,
    *ODD,
)
"""What an owner, or an older version of the program, may have left as the words of a clause."""

written = st.one_of(st.sampled_from(WRITTEN), st.text(max_size=40))
sides = st.one_of(
    st.fixed_dictionaries({"ms": written, "en": written}),
    st.fixed_dictionaries({"ms": written}),
    st.fixed_dictionaries({"en": written}),
    st.just({}),
)
unchecked = st.sampled_from([(), ("ms",), ("en",), ("ms", "en"), ("gone",)])


def decided_answers_to(library: Library) -> st.SearchStrategy[Answers]:
    """The same with decisions about clauses, those that are gone and locked ones included."""
    clause_ids = st.sampled_from([*library.clause, "gone.clause"])
    variants = st.sampled_from(["", "body", "open", "strict", "gone"])
    choice = st.builds(
        ClauseChoice, included=st.sampled_from([None, True, False]), variant=variants, reason=st.sampled_from(ODD)
    )
    edit = st.builds(ClauseEdit, title=sides, body=sides, variant=variants, unchecked=unchecked)
    own = st.builds(
        OwnClause,
        id=st.sampled_from(["own.1", "own.2"]),
        step=st.sampled_from([*library.step, "gone"]),
        title=sides,
        body=sides,
        after=st.sampled_from(["", *library.clause, "own.1", "gone.clause"]),
        unchecked=unchecked,
    )
    decisions = st.tuples(
        st.dictionaries(clause_ids, choice, max_size=20),
        st.dictionaries(clause_ids, edit, max_size=8),
        st.lists(own, max_size=3).map(lambda rows: {row.id: row for row in rows}),
    )
    return st.builds(
        lambda answers, decided: replace(answers, choices=decided[0], edits=decided[1], own=decided[2]),
        answers_to(library),
        decisions,
    )
