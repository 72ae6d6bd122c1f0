"""What the content says of watching: tasks, incidents, runs, places to search, tools; and the checker guards it."""

import re
from collections import Counter
from datetime import date

import pytest

from desktop import paths
from desktop.content.answers_file import sample_answers
from desktop.content.check_watch import MOST_MINUTES, most_minutes
from desktop.content.load import compile_library, from_source, load_library
from desktop.content.passages import paper_passages
from desktop.content.public_holidays import public_holidays
from desktop.core.answers import Answers
from desktop.core.assemble import settle
from desktop.core.facts import resolve
from desktop.core.reference import EVERY
from desktop.core.watch.evidence import RUNS
from desktop.core.watch.plan import minutes_a_week, plan_of
from desktop.core.watch.recurrence import occurrences
from desktop.core.watch.register import run_for
from desktop.core.watch.working_days import working_days
from tests.content.broken import missed_and_unasked

LIBRARY = load_library()
SAMPLES = {sample.id: sample_answers(sample, LIBRARY) for sample in LIBRARY.samples}
STAFF = {name: int(str(settle(LIBRARY, answers).all_facts.values["staff_count"])) for name, answers in SAMPLES.items()}
LARGER = [name for name, staff in STAFF.items() if staff >= 10]
TASKS, INCIDENTS, RUN_FILE = "monitoring/tasks.toml", "monitoring/incidents.toml", "monitoring/runs.toml"
SEARCH, TOOLS = "monitoring/search.toml", "monitoring/tools.toml"

FIRST_YEAR, LAST_YEAR = 2027, 2028


def calendar(settled):
    state = str(settled.all_facts.values.get("state"))
    holidays = public_holidays(state, range(FIRST_YEAR, LAST_YEAR + 2))
    return working_days(settled.all_facts, settled.facts.answers.watch.calendar, holidays)


def kind_of(kind_id):
    return next(kind for kind in LIBRARY.incident_kinds if kind.id == kind_id)


# Tasks


def test_there_are_tasks_of_every_rhythm():
    assert len(LIBRARY.tasks) >= 45
    assert {task.every for task in LIBRARY.tasks} == set(EVERY)


def test_every_task_says_why_and_what_to_keep_and_takes_two_to_four_steps():
    for task in LIBRARY.tasks:
        assert 2 <= len(task.steps) <= 4, task.id
        for language in LIBRARY.language:
            assert task.why[language], task.id
            assert task.keep[language], task.id


def test_steps_are_short_enough_to_be_followed_at_a_glance():
    long = [
        (task.id, step["ms"]) for task in LIBRARY.tasks for step in task.steps if max(map(len, step.values())) > 110
    ]
    assert long == []


@pytest.mark.parametrize(
    ("words", "without", "with_it"),
    [
        ("labels", {"uses_influencers": False}, {"uses_influencers": True}),
        ("agency-posts", {"uses_agency": False}, {"uses_agency": True}),
        ("children", {"films_children": False}, {"films_children": True}),
        ("offers", {"sells_online": False}, {"sells_online": True}),
        ("low-ratings", {"platforms": ("facebook",)}, {"platforms": ("google_reviews",)}),
        ("domain", {"platforms": ("facebook",)}, {"platforms": ("website",)}),
        ("comments", {"staff_count": 9}, {"staff_count": 10}),
        ("comments-short", {"staff_count": 10}, {"staff_count": 9}),
        ("own-pages-week", {"monitoring_stand": "own_pages"}, {"monitoring_stand": "none"}),
    ],
)
def test_tasks_follow_the_answers(words, without, with_it):
    for values, expected in ((without, False), (with_it, True)):
        plan = plan_of(settle(LIBRARY, Answers(values)), with_off=True)
        assert (words in {task.id for task in plan}) is expected


def test_each_thing_is_asked_for_once():
    """Variants of a task, for sizes or rhythms, never stand side by side."""
    for answers in (*SAMPLES.values(), *(Answers({"staff_count": staff}) for staff in (1, 9, 10, 150)), Answers()):
        titles = Counter(task.title["en"] for task in plan_of(settle(LIBRARY, answers), with_off=True))
        assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("name", [name for name, staff in STAFF.items() if staff < 10])
def test_a_small_firm_begins_with_twenty_minutes_a_week_or_less(name):
    settled = settle(LIBRARY, SAMPLES[name])
    plan = plan_of(settled)
    assert minutes_a_week(plan, calendar(settled)) <= MOST_MINUTES
    assert {"open-items", "clear-log"} <= {task.id for task in plan}


def test_no_answers_of_a_small_firm_ask_for_more():
    assert 15 < most_minutes(LIBRARY) <= MOST_MINUTES


def test_what_the_law_sets_a_time_for_waits_for_its_event_in_every_firm():
    for answers in (Answers({"staff_count": 3}), Answers({"staff_count": 3, "incident_contact": None}), Answers()):
        plan = {task.id: task for task in plan_of(settle(LIBRARY, answers)) if task.is_on}
        assert {"safety", "leaver", "withdrawn"} <= set(plan)
        assert {"leak", "leak-owner"} & set(plan)
        assert all(plan[each].rhythm.every == "event" for each in ("safety", "leaver", "withdrawn"))


@pytest.mark.parametrize("name", LARGER)
def test_days_are_not_heaped_with_tasks(name):
    """Two beside the daily ones, and an hour, on all but a few days: those after long feasts."""
    settled = settle(LIBRARY, SAMPLES[name])
    days, first, last = calendar(settled), date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    count, minutes = Counter[date](), Counter[date]()
    for task in plan_of(settled):
        if task.rhythm.every not in ("day", "event"):
            for each in occurrences(task, first, first, last, days):
                count[each.due] += 1
                minutes[each.due] += task.minutes
    assert sum(number > 2 for number in count.values()) <= 45
    assert sum(number > 60 for number in minutes.values()) <= 8


# Incidents


def test_there_is_a_kind_for_all_that_stops_at_the_safety_gate_and_for_the_rest():
    kinds = {kind.id for kind in LIBRARY.incident_kinds}
    assert {"threat", "child", "doxing", "hatred", "crime", "leak", "letter", "stolen", "fake", "crisis"} <= kinds
    assert LIBRARY.incident_kinds[-1].id == "other"
    assert [kind.id for kind in LIBRARY.incident_kinds if kind.data_leak] == ["leak"]


def steps_where(state):
    facts = resolve(LIBRARY, Answers({"state": state}))
    for kind in LIBRARY.incident_kinds:
        if facts.holds(kind.when):
            yield from (
                (kind, f"{step.title[language]} {step.more.get(language, '')}")
                for step in (*kind.first, *kind.keep)
                if facts.holds(step.when)
                for language in LIBRARY.language
            )


MALAYSIAN = re.compile(r"\b999\b|72 (?:hours|jam)|Commissioner|Pesuruhjaya|MCMC|Malaysia|7 (?:days|hari)|3R|September")


def test_outside_malaysia_no_malaysian_law_or_number_is_named():
    said = list(steps_where("outside_malaysia"))
    assert said
    assert [text for _, text in said if MALAYSIAN.search(text)] == []
    titles = [kind.title["en"] for kind, _ in said]
    assert "Hatred" in titles


def test_in_malaysia_a_leak_names_both_times_and_how_fresh_that_is():
    said = [text for kind, text in steps_where("selangor") if kind.id == "leak"]
    for words in ("72 hours", "72 jam", "7 days", "7 hari"):
        lines = [text for text in said if words in text]
        assert lines
        assert all("September 2026" in text for text in lines)
        assert all("check again" in text or "semak semula" in text for text in lines)
    assert any("two years" in text for text in said)


def test_a_sexual_picture_of_a_child_is_never_copied():
    child = kind_of("child")
    assert any("Never copy" in step.title["en"] for step in child.first)
    kept = " ".join(step.title["en"].casefold() for step in child.keep)
    assert "screenshot" not in kept.replace("a screenshot without any picture of the child", "")


def test_staff_stay_free_to_report_by_themselves():
    for kind_id in ("threat", "child", "hatred", "crime", "letter"):
        said = " ".join(f"{step.title['en']} {step.more.get('en', '')}" for step in kind_of(kind_id).first)
        assert "yourself" in said or "themselves" in said, kind_id


# Runs


def test_there_is_a_list_for_every_run():
    assert {run.id for run in LIBRARY.runs} == set(RUNS)
    leaver = {step.id for run in LIBRARY.runs if run.id == "leaver" for step in run.steps}
    wanted = {"passwords", "recovery", "apps", "planned", "adverts", "pictures", "devices", "group", "personal"}
    assert wanted <= leaver


@pytest.mark.parametrize("kind", RUNS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_run_has_every_line_filled_in(kind, name):
    facts = settle(LIBRARY, SAMPLES[name]).all_facts
    made = run_for(LIBRARY, facts, kind, "Salmah", date(2027, 3, 1), accounts=tuple(facts.answers.accounts))
    said = [step.title[language] for step in made.steps for language in LIBRARY.language]
    assert any("Salmah" in words for words in said)
    assert [words for words in said if re.search(r"[{}\[\]]", words)] == []
    assert sum(step.is_access for step in made.steps) == len(facts.answers.accounts)


# Places to search and tools


def test_every_platform_that_can_be_searched_has_a_line():
    question = LIBRARY.question["platforms"]
    platforms = {choice.code for choice in question.choices}
    closed = {"whatsapp", "website"}
    assert platforms - closed <= {place.id for place in LIBRARY.search_places}


def test_tools_say_that_they_need_the_internet_and_name_no_price():
    assert 8 <= len(LIBRARY.tools) <= 12
    assert {"free", "paid"} <= {tool.price for tool in LIBRARY.tools}
    for tool in LIBRARY.tools:
        assert "internet" in tool.limits["en"], tool.id
        assert "Internet" in tool.limits["ms"], tool.id
        said = " ".join((*tool.good_for.values(), *tool.limits.values()))
        assert not re.search(r"\bRM ?\d|\$|USD", said), tool.id


# Reading and checking


def test_the_one_file_of_the_program_carries_all_of_it(tmp_path):
    compile_library(paths.content(), tmp_path / "library.json")
    for again in (from_source(paths.content(), tmp_path), from_source(paths.content(), tmp_path)):
        assert again.tasks == LIBRARY.tasks
        assert again.incident_kinds == LIBRARY.incident_kinds
        assert again.runs == LIBRARY.runs
        assert again.search_places == LIBRARY.search_places
        assert again.tools == LIBRARY.tools


def test_the_language_tests_read_all_of_it():
    read = Counter(passage.file for passage in paper_passages(LIBRARY))
    for file in (TASKS, INCIDENTS, RUN_FILE, SEARCH, TOOLS):
        assert read[file] > 20, file


WRITTEN = [
    (TASKS, 'id = "comments-short"', 'id = "comments"', "comments: this id is used more than once"),
    (TASKS, "why.en", "# why.en", "comments why.en: this text is missing"),
    (INCIDENTS, 'id = "call-abroad"', 'id = "call"', "call: this id is used more than once"),
    (INCIDENTS, "title.ms", "# title.ms", "threat title.ms: this text is missing"),
    (INCIDENTS, "== 'outside_malaysia'", "== 'atlantis'", "threat call when: “state” has no choice “atlantis”"),
]
RULES = [
    (TASKS, 'every = "day"', 'every = "hour"', "comments every: “hour” is not one of day, week"),
    (TASKS, "minutes = 10", "minutes = 0", "comments minutes: this must be a number from 1 to 240"),
    (TASKS, "minutes = 1\n", "minutes = 3\n", "basic: a firm of under ten people may begin with"),
    (TASKS, 'place = "log"', 'place = "moon"', "comments place: “moon” is not one of"),
    (TASKS, 'who = "monitoring_person"', 'who = "state"', "comments who: this must be a question that asks for one"),
    (TASKS, "weekday = 1", "weekday = 5", "mentions-week weekday: this must be a number from 0 to 4"),
    (TASKS, "\nday = 4\n", "\nday = 29\nmonth = 2\n", "numbers day: this must be a number from 1 to 28"),
    (TASKS, "month = 2\n", "month = 2\n", "numbers month: "),
    (TASKS, "{log_months}", "{log_years}", "clear-log step 1: there is no question called “log_years”"),
    (INCIDENTS, 'id = "silent"', 'id = "data_leak"', "threat data_leak: this id is used by the program itself"),
    (INCIDENTS, "{policy_owner.name}", "{nobody.name}", "threat first owner title: there is no question called"),
    (RUN_FILE, 'id = "agency"', 'id = "merger"', "merger: “merger” is not one of joiner, leaver, agency"),
    (RUN_FILE, 'id = "merger"', 'id = "merger"', "agency: this is missing"),
    (RUN_FILE, "to {account} that", "to that", "joiner access: {account} is missing"),
    (RUN_FILE, "of {name} may stay", "of {account} may stay", "leaver pictures-of title: there is no question called"),
    (RUN_FILE, 'id = "policy"', 'id = "access:x"', "joiner access:x: an id of a step has no colon"),
    (SEARCH, 'line = "{all}"', 'line = "{words}"', "google line: the line must hold one of {word}, {tag}, {all}"),
    (
        SEARCH,
        'line = "{word}"',
        'line = "{word}"\njoined = " OR "',
        "google_reviews joined: this goes together with {all}",
    ),
    (TOOLS, 'price = "free"', 'price = "cheap"', "notifications price: “cheap” is not one of free"),
    (TOOLS, 'as_at = "2026-11"', 'as_at = "2026-13"', "notifications as_at: a month is written as “2026-11”"),
]
UNKNOWN = [(TOOLS, "limits.en", "colour.en", "[[tool]] notifications colour: this key is not known")]
BESIDE = [f"{place}: ms and en differ" for place in ("clear-log step 1", "threat first owner title")]
BESIDE += [f"{place}: ms and en differ" for place in ("joiner access", "leaver pictures-of title")]


@pytest.mark.parametrize("cases", [WRITTEN, RULES, UNKNOWN], ids=["written", "rules", "unknown"])
def test_what_is_wrong_is_named_with_its_file(tmp_path, cases):
    assert missed_and_unasked(tmp_path, cases, beside=BESIDE) == ([], [])
