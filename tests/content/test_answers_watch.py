"""What the owner decided about watching, and what an account says of access, as it is typed in an answers file."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.content.answers_file import read_answers, write_answers
from desktop.content.load import load_library
from desktop.core.answers import Account, Answers, Person
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchChoices, WatchWords, WorkCalendar
from tests.content.test_answers_file import faults_of
from tests.strategies import accounts_of, watch_choices

LIBRARY = load_library()

WATCH = """
[answers]

[[people]]
id = "aminah"
name = "Aminah"

[[accounts]]
id = "fb"
platform = "facebook"
handle = "Kedai"
owner = "aminah"
administrators = ["aminah"]
recovery_email = "aminah"
two_factor = "app"
agency = "Iklan Maju"
note = "Bil dibayar setiap bulan."

[watch]
began = 2027-01-04

[watch.calendar]
rest_days = ["friday", "saturday"]
days_off = [{ day = 2027-12-31, name = "Kira stok" }]
working = [2027-05-01]
shift = "before"

[watch.words]
added = ["kedai seri"]
left_out = ["seri"]
people = ["aminah"]

[[watch.tasks]]
id = "comments"
on = false

[[watch.tasks]]
id = "mentions"
who = "aminah"
every = "week"
weekday = "tuesday"

[[watch.own]]
id = "own-1"
title = "Lihat papan kenyataan"
every = "quarter"
month = 3
day = 31
steps = ["Pergi ke sana"]
minutes = 10
"""


def test_what_is_decided_about_watching_can_be_typed(tmp_path):
    path = tmp_path / "kedai.toml"
    path.write_text(WATCH, encoding="utf-8")
    answers = read_answers(path, LIBRARY)
    assert answers.accounts["fb"] == Account(
        "fb", "facebook", "Kedai", "aminah", ("aminah",), "aminah", "", "app", "Iklan Maju", "Bil dibayar setiap bulan."
    )
    both = {"ms": "Lihat papan kenyataan", "en": "Lihat papan kenyataan"}
    step = {"ms": "Pergi ke sana", "en": "Pergi ke sana"}
    assert answers.watch == WatchChoices(
        date(2027, 1, 4),
        {"comments": TaskChoice(on=False), "mentions": TaskChoice(who="aminah", rhythm=Rhythm("week", 1))},
        {"own-1": OwnTask("own-1", both, Rhythm("quarter", None, 31, 3), (step,), "", 10)},
        WorkCalendar(
            frozenset({4, 5}), {date(2027, 12, 31): "Kira stok"}, frozenset({date(2027, 5, 1)}), shift="before"
        ),
        WatchWords(("kedai seri",), ("seri",), ("aminah",)),
    )


ACCOUNT = "[[accounts]]\nid = 'fb'\nplatform = 'facebook'\nhandle = 'x'\n"
plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(str.strip)
people_known = {id_: Person(id_, id_) for id_ in ("p1", "p2", "p3")}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(accounts_of(plain), watch_choices(LIBRARY, plain))
def test_whatever_is_decided_about_watching_reads_back_the_same(tmp_path_factory, accounts, watch):
    answers = Answers(people=people_known, accounts=accounts, watch=watch)
    path = tmp_path_factory.mktemp("answers") / "kedai.toml"
    path.write_bytes(write_answers(answers).encode())
    assert read_answers(path, LIBRARY) == answers


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("watch = 3", "[watch]: this must be a table: [watch]"),
        ("[watch]\nstart = 2027-01-01", "[watch] start: this key is not known"),
        ("[watch]\nbegan = 'soon'", "[watch] began: a date is expected, as 2027-01-31"),
        ("[watch]\nbegan = 2027-01-01T08:00:00", "[watch] began: a date is expected"),
        ("[watch]\ntasks = 3", "[[watch.tasks]]: this must be a list of tables"),
        ("[[watch.tasks]]\non = true", "[[watch.tasks]] 1: every row needs an id"),
        ("[[watch.tasks]]\nid = 'gone'", "[[watch.tasks]] 1 id: there is no task called “gone”"),
        ("[[watch.tasks]]\nid = 'comments'\non = 1", "[[watch.tasks]] 1 on: true or false is expected"),
        (
            "[[watch.tasks]]\nid = 'comments'\nwho = 'bob'",
            "[[watch.tasks]] 1 who: there is no person with the id “bob”",
        ),
        ("[[watch.tasks]]\nid = 'comments'\nweekday = 'monday'", "[[watch.tasks]] 1 every: say how often"),
        ("[[watch.tasks]]\nid = 'comments'\nevery = 'hour'", "[[watch.tasks]] 1 every: this is not one of day, week"),
        (
            "[[watch.tasks]]\nid = 'comments'\nevery = 'week'\nweekday = 'isnin'",
            "[[watch.tasks]] 1 weekday: this is not one of monday",
        ),
        (
            "[[watch.tasks]]\nid = 'comments'\nevery = 'month'\nday = 32",
            "[[watch.tasks]] 1 day: 32 is outside 1 to 31",
        ),
        (
            "[[watch.tasks]]\nid = 'comments'\nevery = 'quarter'\nmonth = 4",
            "[[watch.tasks]] 1 month: 4 is outside 1 to 3",
        ),
        ("[[watch.own]]\nid = 'own-1'\ntitle = 'x'", "[[watch.own]] 1 every: this is not one of day"),
        ("[[watch.own]]\nid = 'own-1'\nevery = 'day'", "[[watch.own]] 1 title: write what is to be done"),
        (
            "[[watch.own]]\nid = 'x'\ntitle = 'x'\nevery = 'day'",
            "[[watch.own]] 1 id: the id of a task of your own begins",
        ),
        (
            "[[watch.own]]\nid = 'own-1'\ntitle = 'x'\nevery = 'day'\nminutes = 0",
            "[[watch.own]] 1 minutes: 0 is outside 1 to 480",
        ),
        (
            "[[watch.own]]\nid = 'own-1'\ntitle = 'x'\nevery = 'day'\nsteps = 'x'",
            "[[watch.own]] 1 steps: a list is expected",
        ),
        ("[watch.calendar]\nshift = 'never'", "[watch.calendar] shift: this is not one of after, before, stay"),
        (
            "[watch.calendar]\nrest_days = ['monday','tuesday','wednesday','thursday','friday','saturday','sunday']",
            "[watch.calendar] rest_days: at least one day of the week must be left for work",
        ),
        ("[watch.calendar]\ndays_off = [2027-01-01]", "[watch.calendar] days_off: each needs a day and a name"),
        ("[watch.calendar]\nworking = 2027-01-01", "[watch.calendar] working: a list is expected"),
        ("[watch]\nwords = []", "[watch.words]: this must be a table: [watch.words]"),
        ("[watch.words]\nadded = [3]", "[watch.words] added: text is expected"),
        ("[watch.words]\npeople = ['bob']", "[watch.words] people: there is no person with the id “bob”"),
        ("[watch.words]\npeople = ['']", "[watch.words] people: there is no person with the id “”"),
        (f"{ACCOUNT}administrators = ['bob']", "[[accounts]] 1 administrators: there is no person with the id “bob”"),
        (f"{ACCOUNT}recovery_phone = 'bob'", "[[accounts]] 1 recovery_phone: there is no person with the id “bob”"),
        (f"{ACCOUNT}two_factor = 'sms'", "[[accounts]] 1 two_factor: this is not one of "),
        (f"{ACCOUNT}note = 'password: Seri2027!'", "[[accounts]] 1 note: this looks like a password"),
        (f"{ACCOUNT}password = 'x'", "[[accounts]] 1 password: this key is not known"),
    ],
)
def test_what_is_faulty_about_watching_is_named(tmp_path, rows, expected):
    before = "" if rows == "watch = 3" else "[answers]\n"
    faults = faults_of(tmp_path, f"{before}{rows}\n" + ("[answers]\n" if not before else ""))
    assert len(faults) == 1
    assert faults[0].startswith(f"kedai.toml: {expected}"), faults
