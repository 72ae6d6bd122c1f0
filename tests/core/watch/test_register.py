"""The register of accounts: what is not safe, and runs made from it."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.answers import Account, Answers, Person
from desktop.core.assemble import settle
from desktop.core.watch.evidence import RUNS, AccessReview, Note, Run, RunStep
from desktop.core.watch.register import (
    Concern,
    access_deadline,
    by_need,
    concerns,
    is_review_due,
    naming,
    people_of,
    run_for,
    state_of_run,
    touched,
    who_left,
    with_administrator,
    without_person,
)

TODAY = date(2027, 1, 4)
NOW = datetime(2027, 1, 4, 12, 0, tzinfo=timezone(timedelta(hours=8)))
AMINAH, RAVI, SITI = Person("aminah", "Aminah"), Person("ravi", "Ravi"), Person("siti", "Siti")
PEOPLE = {each.id: each for each in (AMINAH, RAVI, SITI)}
SAFE = Account("page", "facebook", "Kedai", "aminah", ("ravi",), "aminah", "ravi", "app")
SEEN = AccessReview("page", "Facebook: Kedai", date(2026, 12, 1))


@pytest.fixture(scope="module")
def library():
    return load_library()


@pytest.fixture
def facts(library):
    """The bakery, with a page that Ravi keeps, one he recovers, and one of the agency."""
    answers = Answers(
        {
            "business_name": "Kedai Roti",
            "posters": ("aminah",),
            "has_company_accounts": True,
            "access_removal_hours": 24,
        },
        PEOPLE,
        {
            "page": SAFE,
            "shop": Account("shop", "shopee", "kedairoti", "aminah", (), "ravi"),
            "clip": Account("clip", "tiktok", "@roti", "siti", agency="Kreatif"),
        },
    )
    return settle(library, answers).all_facts


def found(account, review=SEEN, people=PEOPLE):
    return concerns(Answers(people=people), account, review, TODAY)


def test_a_safe_account_raises_no_concern():
    assert found(SAFE) == ()


@pytest.mark.parametrize(
    ("changes", "concern"),
    [
        ({"owner": ""}, Concern.NO_OWNER),
        ({"administrators": ()}, Concern.ONE_PERSON),
        ({"administrators": ("aminah",)}, Concern.ONE_PERSON),
        ({"administrators": ("gone", "ravi")}, Concern.LEFT),
        ({"recovery_email": "gone"}, Concern.LEFT),
        ({"two_factor": "none"}, Concern.NO_TWO_FACTOR),
        ({"two_factor": ""}, Concern.TWO_FACTOR_UNKNOWN),
        ({"recovery_email": "", "recovery_phone": ""}, Concern.NO_RECOVERY),
        ({"recovery_email": "gone", "recovery_phone": "gone"}, Concern.NO_RECOVERY),
        ({"agency": "Kreatif"}, Concern.AGENCY),
    ],
)
def test_each_thing_that_is_not_safe_is_found(changes, concern):
    assert concern in found(replace(SAFE, **changes))


def test_a_review_is_due_after_three_months_and_where_there_was_none():
    assert is_review_due(None, TODAY)
    assert not is_review_due(date(2026, 10, 4), TODAY)
    assert is_review_due(date(2026, 10, 3), TODAY)
    assert Concern.REVIEW_DUE in found(SAFE, None)
    assert Concern.REVIEW_DUE in found(SAFE, replace(SEEN, on=date(2026, 9, 1)))


def test_the_account_nobody_looked_at_comes_first():
    old, new = replace(SAFE, id="old"), replace(SAFE, id="new")
    reviews = {"old": replace(SEEN, on=date(2026, 1, 1)), "page": SEEN}
    assert [each.id for each in by_need((SAFE, old, new), reviews)] == ["new", "old", "page"]


_IDS = st.sampled_from(("", *PEOPLE))


@given(_IDS, st.lists(_IDS, max_size=3), _IDS, _IDS, st.sampled_from(tuple(PEOPLE)))
def test_whoever_is_taken_out_is_named_nowhere_and_the_others_stay(owner, others, email, phone, person):
    account = Account("page", "facebook", "Kedai", owner, tuple(filter(None, others)), email, phone)
    after = without_person(account, person)
    assert set(people_of(after)) == set(people_of(account)) - {person}
    assert without_person(with_administrator(after, person), person) == after


def test_a_leaver_touches_the_accounts_that_name_them(facts):
    assert touched(facts, "leaver", "ravi") == ("page", "shop")
    assert touched(facts, "leaver", "siti") == ("clip",)


def test_whoever_posts_touches_every_account(facts):
    assert touched(facts, "leaver", "aminah") == ("page", "shop", "clip")
    assert [question.id for question in naming(facts, "aminah")] == ["posters"]


def test_an_agency_touches_its_accounts_and_somebody_new_touches_none(facts):
    assert touched(facts, "agency", name="kreatif") == ("clip",)
    assert touched(facts, "joiner", "ravi") == ()
    assert touched(facts, "leaver", name="Somebody") == ()


@pytest.mark.parametrize("kind", RUNS)
def test_a_run_has_a_step_for_each_account_and_the_steps_that_apply(library, facts, kind):
    run = run_for(library, facts, kind, "Ravi {x}", TODAY, person="ravi", accounts=("page", "clip"))
    assert [step.id for step in run.steps if step.is_access] == ["access:page", "access:clip"]
    content = next(each for each in library.runs if each.id == kind)
    assert {step.id for step in run.steps if not step.is_access} == {
        step.id for step in content.steps if facts.holds(step.when)
    }
    assert all(
        step.when == "" or not facts.holds(step.when) or step.id in {s.id for s in run.steps} for step in content.steps
    )
    for step in run.steps:
        assert set(step.title) == set(library.language)
        for words in step.title.values():
            assert "{" not in words.replace("{x}", "")
            assert "[" not in words


def test_the_words_of_a_run_name_person_account_and_hours(library, facts):
    run = run_for(library, facts, "leaver", "Ravi", TODAY, person="ravi")
    told = {step.id: step.title["en"] for step in run.steps}
    assert told["access:page"] == "Take Ravi out of Facebook: Kedai"
    assert "24 hours" in told["all-gone"]


def test_a_kind_the_library_does_not_know_is_refused(library, facts):
    with pytest.raises(LookupError):
        run_for(library, facts, "party", "Ravi", TODAY)


def run_of(*steps):
    return Run("leaver", "Ravi", TODAY, tuple(RunStep(step, {}, is_access=step.startswith("access")) for step in steps))


def note(number, step="", **more):
    return Note(1, NOW, step, number=number, **more)


def test_ticks_count_until_a_further_note_takes_them_back():
    run = run_of("access:page", "keys")
    notes = [note(1, "access:page"), note(2, "keys", text="in the drawer"), note(3, "keys", text="two of them")]
    state = state_of_run(run, notes)
    assert (state.access_left, state.steps_left) == (0, 0)
    assert [each.text for each in state.ticked["keys"]] == ["in the drawer", "two of them"]
    state = state_of_run(run, [*notes, note(4, corrects=1, text="It was another account")])
    assert (state.access_left, state.steps_left) == (1, 0)
    again = state_of_run(run, [*notes, note(4, corrects=1), note(5, "access:page")])
    assert again.access_left == 0


def test_a_run_is_closed_until_its_end_is_taken_back():
    closing = note(1, closes=True, text="All fine")
    assert state_of_run(run_of("keys"), [closing]).closed == closing
    assert state_of_run(run_of("keys"), [closing, note(2, corrects=1)]).closed is None


def test_the_hours_count_from_the_end_of_the_last_day(facts):
    run = run_of("access:page")
    assert access_deadline(facts, run, NOW) == datetime(2027, 1, 6, 0, 0, tzinfo=NOW.tzinfo)


def test_every_sample_makes_every_run(library):
    for sample in library.samples:
        sample_facts = settle(library, sample_answers(sample, library)).all_facts
        for kind in RUNS:
            for person in ("", *sample_facts.answers.people):
                assert run_for(library, sample_facts, kind, "Ravi", TODAY, person=person).steps


def test_whoever_s_last_day_is_over_has_left_unless_they_came_back_or_stayed():
    def run(number, kind, person, day, steps=()):
        return Run(kind, person, day, steps, person, number=number)

    access = (RunStep("access:page", {"en": "Page"}, is_access=True),)
    over, now = date(2027, 1, 3), TODAY
    runs = [
        (run(1, "leaver", "aminah", over), state_of_run(run(1, "leaver", "aminah", over), ())),
        (run(2, "leaver", "ravi", now), state_of_run(run(2, "leaver", "ravi", now), ())),
        (run(3, "leaver", "siti", over), state_of_run(run(3, "leaver", "siti", over), ())),
        (run(4, "joiner", "siti", over), state_of_run(run(4, "joiner", "siti", over), ())),
        (run(5, "leaver", "", over), state_of_run(run(5, "leaver", "", over), ())),
        (run(6, "agency", "aminah", over), state_of_run(run(6, "agency", "aminah", over), ())),
    ]
    assert who_left(reversed(runs), TODAY) == {"aminah"}
    stays = run(7, "leaver", "aminah", over, access)
    never = state_of_run(stays, (Note(7, NOW, text="She stays", closes=True, number=1),))
    assert who_left([*runs, (stays, never)], TODAY) == frozenset()
