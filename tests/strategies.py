"""Random valid answers to the shipped questions, odd names included, and random decisions about its clauses."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from desktop.core.answers import TWO_FACTOR, Account, Answers, ClauseChoice, ClauseEdit, OwnClause, Person
from desktop.core.library import NOT_SURE, Kind, Library, Question
from desktop.core.reference import EVERY
from desktop.core.watch.choices import SHIFTS, OwnTask, Rhythm, TaskChoice, WatchChoices, WatchWords, WorkCalendar

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
anybody = st.sampled_from(["", "p1", "p2", "p3"])


def accounts_of(text: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Account]]:
    """A register of accounts. Its people may be gone from theirs."""
    row = st.builds(
        Account,
        id=st.sampled_from(["a1", "a2"]),
        platform=st.sampled_from(["facebook", "other"]),
        handle=text,
        owner=anybody,
        administrators=st.lists(st.sampled_from(["p1", "p2", "p3"]), max_size=3, unique=True).map(tuple),
        recovery_email=anybody,
        recovery_phone=anybody,
        two_factor=st.sampled_from(["", *TWO_FACTOR]),
        agency=text,
    )
    return st.lists(row, max_size=2).map(lambda rows: {row.id: row for row in rows})


accounts = accounts_of(words)
some_days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def rhythms() -> st.SearchStrategy[Rhythm]:
    """Every rhythm on every day it can have."""

    def on_days(every: str) -> st.SearchStrategy[Rhythm]:
        month = st.integers(1, {"quarter": 3, "half_year": 6, "year": 12}.get(every, 1))
        weekday = st.one_of(st.none(), st.integers(0, 6))
        return st.builds(Rhythm, every=st.just(every), weekday=weekday, day=st.integers(1, 31), month=month)

    return st.sampled_from(EVERY).flatmap(on_days)


def watch_choices(library: Library, text: st.SearchStrategy[str]) -> st.SearchStrategy[WatchChoices]:
    """What an owner may have decided about watching. The people may be gone from the register."""
    both = st.fixed_dictionaries({"ms": text}, optional={"en": text})
    choice = st.builds(
        TaskChoice,
        on=st.sampled_from([None, True, False]),
        who=anybody,
        rhythm=st.one_of(st.none(), rhythms()),
        since=st.one_of(st.none(), some_days),
    ).filter(lambda decided: decided != TaskChoice())
    own = st.builds(
        OwnTask,
        id=st.integers(1, 4).map("own-{}".format),
        title=st.fixed_dictionaries({"ms": text.filter(str.strip)}, optional={"en": text}),
        rhythm=rhythms(),
        steps=st.lists(both, max_size=3).map(tuple),
        who=anybody,
        minutes=st.integers(1, 480),
        keep=st.one_of(st.just({}), both),
        since=st.one_of(st.none(), some_days),
        on=st.booleans(),
    )
    calendar = st.builds(
        WorkCalendar,
        rest_days=st.one_of(st.none(), st.frozensets(st.integers(0, 6), max_size=6)),
        days_off=st.dictionaries(some_days, text, max_size=4),
        working=st.frozensets(some_days, max_size=3),
        public_holidays=st.booleans(),
        shift=st.sampled_from(SHIFTS),
    )
    several = st.lists(text, max_size=3).map(tuple)
    people = st.lists(st.sampled_from(["p1", "p2", "p3"]), max_size=3, unique=True).map(tuple)
    return st.builds(
        WatchChoices,
        began=st.one_of(st.none(), some_days),
        tasks=st.dictionaries(st.sampled_from([task.id for task in library.tasks]), choice, max_size=5),
        own=st.lists(own, max_size=3).map(lambda rows: {row.id: row for row in rows}),
        calendar=calendar,
        words=st.builds(WatchWords, added=several, left_out=several, people=people),
    )


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
        lambda answers, decided, watch: replace(
            answers, choices=decided[0], edits=decided[1], own=decided[2], watch=watch
        ),
        answers_to(library),
        decisions,
        watch_choices(library, words),
    )
