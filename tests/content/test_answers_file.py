"""Answers files a person typed: every fault is named with file, key and cause."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.content.answers_file import read_answers, sample_answers, write_answers
from desktop.content.faults import ContentError
from desktop.content.load import load_library
from desktop.core.answers import ClauseChoice
from desktop.core.look import Attached, Look
from desktop.core.selection import library_wording
from tests.letterheads import png, with_picture

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
