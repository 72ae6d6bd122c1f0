"""Answers files a person typed: every fault is named with file, key and cause."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.content.answers_file import read_answers, sample_answers, write_answers
from desktop.content.faults import ContentError
from desktop.content.load import load_library
from desktop.core.answers import Account, Answers, ClauseChoice, Person
from desktop.core.look import Attached, Look
from desktop.core.selection import library_wording
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchChoices, WatchWords, WorkCalendar
from tests.letterheads import png, with_picture
from tests.strategies import accounts_of, watch_choices

LIBRARY = load_library()


def faults_of(tmp_path, text):
    path = tmp_path / "kedai.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ContentError) as caught:
        read_answers(path, LIBRARY)
    return str(caught.value).splitlines()


def test_a_plain_string_counts_for_both_languages(tmp_path):
    path = tmp_path / "kedai.toml"
    path.write_text('[answers]\nown_definition = "Apa-apa sahaja"\neffective_date = 2027-01-31\n', encoding="utf-8")
    answers = read_answers(path, LIBRARY)
    assert answers.values["own_definition"] == {"ms": "Apa-apa sahaja", "en": "Apa-apa sahaja"}
    assert answers.values["effective_date"] == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "kedai.toml: [answers]: "),
        ("[answers]\nstate = 'atlantis'", "kedai.toml: [answers] state: “atlantis”"),
        ("[answers]\nstaff_count = 'six'", "kedai.toml: [answers] staff_count: "),
        ("[answers]\nstaff_count = 0", "kedai.toml: [answers] staff_count: 0 "),
        ("[answers]\nstaff_count = true", "kedai.toml: [answers] staff_count: "),
        ("[answers]\nfilms_children = 'yes'", "kedai.toml: [answers] films_children: "),
        ("[answers]\nspokesperson = 'nobody'", "kedai.toml: [answers] spokesperson: "),
        ("[answers]\nplatforms = 'facebook'", "kedai.toml: [answers] platforms: "),
        ("[answers]\neffective_date = 'soon'", "kedai.toml: [answers] effective_date: "),
        ("[answers]\nbusness_name = 'x'", "kedai.toml: [answers] busness_name: "),
        ("[answers]\nown_definition = { fr = 'x' }", "kedai.toml: [answers] own_definition: "),
        ("[answers]\n[[people]]\nname = 'x'", "kedai.toml: [[people]] 1: "),
        ("[answers]\n[[people]]\nid = 'x'", "kedai.toml: [[people]] 1 name: "),
        ("[answers]\n[[people]]\nid='x'\nname='x'\n[[people]]\nid='x'\nname='y'", "kedai.toml: [[people]] 2 id: "),
        ("[answers]\n[[accounts]]\nid='x'\nplatform='x'", "kedai.toml: [[accounts]] 1 handle: "),
        ("[answers]\n[[accounts]]\nid='x'\nplatform='x'\nhandle='y'\nowner='z'", "kedai.toml: [[accounts]] 1 owner: "),
        ("[answers]\npeople = 3\n[extra]", "kedai.toml: [extra]: "),
        ("people = 3\n[answers]", "kedai.toml: [[people]]: "),
        ("[answers\nx = 1", "kedai.toml: "),
        (b"\xff\xfe[answers]", "kedai.toml: "),
    ],
)
def test_faults_name_file_key_and_cause(tmp_path, text, expected):
    lines = faults_of(tmp_path, text)
    assert any(line.startswith(expected) and len(line) > len(expected) + 5 for line in lines), lines


def test_all_faults_are_named_at_once(tmp_path):
    assert len(faults_of(tmp_path, "[answers]\nstate = 1\nstaff_count = 'x'\nposture = 'x'")) == 3


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ContentError, match=r"none\.toml"):
        read_answers(tmp_path / "none.toml", LIBRARY)


@pytest.mark.parametrize("sample", LIBRARY.samples, ids=lambda sample: sample.id)
def test_written_answers_read_back_the_same(tmp_path, sample):
    answers = sample_answers(sample, LIBRARY)
    path = tmp_path / "copy.toml"
    path.write_text(write_answers(answers), encoding="utf-8")
    assert read_answers(path, LIBRARY) == answers


DECISIONS = """
[answers]
business_name = "Kedai"

[[clauses]]
id = "stance.trust"
in = true
reason = "Kami percaya"

[[clauses]]
id = "stance.our-stance"
wording = "strict"
title = { ms = "Tajuk", en = "Title" }
body = { ms = "Kami, {business_name}.", en = "We, {business_name}." }

[[own_clauses]]
id = "own.cat"
step = "stance"
after = "stance.purpose"
title = { ms = "Kucing" }
body = { ms = "Lihat [[ref:own.cat]]." }
"""


def test_decisions_about_clauses_can_be_typed_and_come_back_the_same(tmp_path):
    path = tmp_path / "kedai.toml"
    path.write_text(DECISIONS, encoding="utf-8")
    answers = read_answers(path, LIBRARY)
    assert answers.choices["stance.trust"] == ClauseChoice(included=True, reason="Kami percaya")
    assert answers.choices["stance.our-stance"] == ClauseChoice(variant="strict")
    assert answers.edits["stance.our-stance"].body["en"] == "We, {business_name}."
    assert answers.own["own.cat"].after == "stance.purpose"
    again = tmp_path / "again.toml"
    again.write_text(write_answers(answers), encoding="utf-8")
    assert read_answers(again, LIBRARY) == answers


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('[[clauses]]\nid = "gone"', "kedai.toml: [[clauses]] 1 id: there is no clause called “gone”"),
        ('[[clauses]]\nid = "stance.rights"\nin = false', "kedai.toml: [[clauses]] 1: this clause is locked"),
        ('[[clauses]]\nid = "stance.trust"\nin = "no"', "kedai.toml: [[clauses]] 1 in: true or false is expected"),
        ('[[clauses]]\nid = "stance.trust"\nreason = 3', "kedai.toml: [[clauses]] 1 reason: text is expected"),
        ('[[clauses]]\nid = "stance.trust"\nwording = "x"', "kedai.toml: [[clauses]] 1 wording: "),
        (
            '[[clauses]]\nid = "stance.trust"\nbody = "{gone}"',
            "kedai.toml: [[clauses]] 1: there is no answer called “gone”",
        ),
        ('[[clauses]]\nid = "stance.trust"\nwhen = "x"', "kedai.toml: [[clauses]] 1 when: this key is not known"),
        ('[[own_clauses]]\nid = "own.a"\nstep = "x"', "kedai.toml: [[own_clauses]] 1 step: "),
        ('[[own_clauses]]\nid = "own.a"\nstep = []', "kedai.toml: [[own_clauses]] 1 step: "),
        ('[[own_clauses]]\nid = "own.a"\nstep = {}', "kedai.toml: [[own_clauses]] 1 step: "),
        ('[[own_clauses]]\nid = ""\nstep = "stance"', "kedai.toml: [[own_clauses]] 1 id: small letters"),
        ('[[own_clauses]]\nid = "Cat"\nstep = "stance"', "kedai.toml: [[own_clauses]] 1 id: small letters"),
        ('[[own_clauses]]\nid = "taboo"\nstep = "stance"', "kedai.toml: [[own_clauses]] 1 id: small letters"),
        ('[[own_clauses]]\nid = "stance.trust"\nstep = "stance"', "kedai.toml: [[own_clauses]] 1 id: "),
        ('[[own_clauses]]\nid = "own.a"\nstep = "stance"', "kedai.toml: [[own_clauses]] 1: write a title"),
        (
            '[[own_clauses]]\nid = "own.a"\nstep = "stance"\nafter = "stance.gone"',
            "kedai.toml: [[own_clauses]] 1 after: there is no clause called “stance.gone”",
        ),
        ('[[own_clauses]]\nid = "own.a"\nstep = "stance"\nafter = 1', "kedai.toml: [[own_clauses]] 1 after: "),
    ],
)
def test_faulty_decisions_are_named(tmp_path, rows, expected):
    faults = faults_of(tmp_path, f"[answers]\n{rows}\n")
    assert any(fault.startswith(expected) for fault in faults), faults


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ('title = "T"', "strict"),
        ('body = "Kami."', "strict"),
        ('wording = "open"\ntitle = "T"', "open"),
        ('wording = "body"\ntitle = "T"', "body"),
    ],
)
def test_what_is_not_reworded_is_of_the_wording_that_is_printed(tmp_path, row, expected):
    path = tmp_path / "kedai.toml"
    path.write_text(f'[answers]\nposture = "strict"\n[[clauses]]\nid = "stance.our-stance"\n{row}\n', encoding="utf-8")
    answers = read_answers(path, LIBRARY)
    made_from = library_wording(LIBRARY.clause["stance.our-stance"], expected)
    edit = answers.edits["stance.our-stance"]
    assert edit.variant == expected
    for mine, original in ((edit.title, made_from.title), (edit.body, made_from.body)):
        assert mine["en"] in (original["en"].strip(), "T", "Kami.")
    path.write_text(write_answers(answers), encoding="utf-8")
    assert read_answers(path, LIBRARY) == answers


LOOK = """
[answers]
[look]
design = "classic"
colour = "#AA3311"
logo = "pictures/logo.png"
letterhead = "kepala.docx"
cover = false
first_language = "en"
"""


def test_the_look_of_documents_can_be_typed(tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "logo.png").write_bytes(png())
    (tmp_path / "kepala.docx").write_bytes(with_picture())
    path = tmp_path / "kedai.toml"
    path.write_text(LOOK, encoding="utf-8")
    look = read_answers(path, LIBRARY).look
    files = Attached("logo.png", png()), Attached("kepala.docx", (tmp_path / "kepala.docx").read_bytes())
    assert look == Look("classic", "#AA3311", *files, cover=False, first_language="en")
    again = tmp_path / "again.toml"
    again.write_text(write_answers(read_answers(path, LIBRARY)), encoding="utf-8")
    assert read_answers(again, LIBRARY).look == replace(look, logo=None, letterhead=None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('design = "baroque"', "design: this is not one of modern, classic, plain"),
        ("design = []", "design: this is not one of"),
        ('colour = "teal"', "colour: a colour is written as"),
        ("colour = 3", "colour: a colour is written as"),
        ('cover = "no"', "cover: true or false is expected"),
        ('first_language = "fr"', "first_language: this is not one of ms, en"),
        ("first_language = {}", "first_language: this is not one of"),
        ("logo = 3", "logo: the name of a file is expected"),
        ('logo = "gone.png"', "logo: “gone.png” cannot be read: "),
        ('logo = "."', "logo: “.” cannot be read: "),
        ('logo = "kedai.toml"', "logo: “kedai.toml” is neither a PNG nor a JPEG"),
        ('letterhead = "kedai.toml"', "letterhead: “kedai.toml” is no Word file"),
        ('paper = "A3"', "paper: this key is not known"),
    ],
)
def test_a_faulty_look_is_named(tmp_path, line, expected):
    faults = faults_of(tmp_path, f"[answers]\n[look]\n{line}\n")
    assert len(faults) == 1
    assert faults[0].startswith(f"kedai.toml: [look] {expected}"), faults


def test_a_look_that_is_no_table_is_named(tmp_path):
    assert faults_of(tmp_path, "look = 3\n[answers]") == ["kedai.toml: [look]: this must be a table: [look]"]


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
