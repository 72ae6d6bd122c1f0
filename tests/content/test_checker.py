"""The checker finds what an editor can get wrong, in a copy of the shipped content.

A check takes a second, so that one copy has many things wrong, each in a file of its own: none may hide another.
"""

import pytest

from tests.content.broken import copied, edit, faults, missed_and_unasked

CLAUSE = "01-stance/clauses/10-purpose.toml"
STANCE, TONE = "01-stance/clauses/15-our-stance.toml", "01-stance/clauses/42-tone.toml"
TRUST, LIKES = "01-stance/clauses/45-trust.toml", "02-definition/clauses/45-likes-and-shares.toml"
MADE, FILES = "03-ownership/clauses/40-work-content.toml", "03-ownership/clauses/42-media-files.toml"
STAYS, HOURS = "03-ownership/clauses/55-personal-stays-yours.toml", "05-responsibility/clauses/35-after-hours.toml"
VIEWS, REPORT = "06-ground-rules/clauses/20-own-views.toml", "06-ground-rules/clauses/85-report-dont-reply.toml"
CHILDREN, NEVER = "confidentiality.children-in-pictures", "films_children and not films_children"

CHANGED = "review.ms: the English changed since"
DIFFER = "ms and en differ in paragraphs, list items or placeholders"
BESIDE = (CHANGED, f"body: {DIFFER}", f"title: {DIFFER}", "post definition: ms", "social-media definition: ms")
UNKNOWN = "there is no question called “no_such_question”"

UNREADABLE = [
    (CLAUSE, 'id = "stance.purpose"', 'id = "stance.purpose"\ncolour = "red"', "colour: this key is not known"),
    ("01-stance/questions.toml", "[[question]]", "[[questoin]]", "questoin: this key is not known"),
    ("02-definition/questions.toml", "[[question]]", "colour = 3\n[[question]]", "colour: this key is not known"),
    ("law/malaysia.toml", "[[law]]", "[law]", "line 23, column 6 cannot be read as TOML"),
]
WORDS = [
    (CLAUSE, 'title.en = "', 'when = "has_unicorns"\ntitle.en = "', "when: there is no question called “has_unicorns”"),
    (TONE, 'title.en = "', 'when = "state == \'atlantis\'"\ntitle.en = "', "when: “state” has no choice “atlantis”"),
    (TRUST, 'title.en = "', 'when = "state =="\ntitle.en = "', "when: this condition cannot be read: state =="),
    (STANCE, 'id = "stance.our-stance"', 'id = "stance.trust"', "stance.trust: this id is used more than once"),
    (TRUST, "why.ms", "why.ms", "stance.trust: this id is used more than once"),
    (LIKES, 'body.ms = """', 'body.ms = """Satu perenggan lagi.\n\n', f"body: {DIFFER}"),
    (MADE, 'body.ms = """', 'body.ms = """Karyawan toko. ', "body.ms: “karyawan” is not used here; write “pekerja”"),
    (FILES, 'body.en = """', 'body.en = """*An unknown term* ', "body.en: “An unknown term” is marked as a term but"),
    (STAYS, 'body.en = """', 'body.en = """You must at all times smile. ', "body.en: “at all times” reaches too far"),
    (HOURS, 'body.en = """', 'body.en = """{broken ', "body: this cannot be read as a clause body: “{broken"),
    (VIEWS, 'title.en = "', 'title.en = "{business_name} ', f"title: {DIFFER}"),
    (REPORT, 'title.en = "', 'title.en = "{broken ', "title: this cannot be read as a clause body: “{broken"),
    ("glossary.toml", 'ition.en = "Web', 'ition.en = "{business_name} Web', f"social-media definition: {DIFFER}"),
    ("01-stance/step.toml", "title.ms = ", "# title.ms = ", "title.ms: this text is missing"),
    (
        "01-stance/step.toml",
        'short.en = "',
        'short.en = "Far more than a label ',
        "short.en: the text is longer than 22",
    ),
    (
        "02-definition/step.toml",
        'title.ms = "',
        f'title.ms = "{"panjang " * 5}',
        "title.ms: the text is longer than 45",
    ),
]
LOGIC = [
    (CLAUSE, 'title.en = "', f'when = "{NEVER}"\ntitle.en = "', "when: no set of answers brings this clause in"),
    (TONE, 'title.en = "', 'laws = ["unknown-act:1"]\ntitle.en = "', "laws: there is no law “unknown-act”"),
    (MADE, 'body.en = """', 'body.en = """See [[ref:stance.nowhere]]. ', "body: there is no clause called “stance.now"),
    (
        FILES,
        'body.en = """',
        f'body.en = """See [[ref:{CHILDREN}]]. ',
        f"body: refers to “{CHILDREN}”, which may be left",
    ),
    (STAYS, 'body.en = """', 'body.en = """{no_such_question} ', f"body: {UNKNOWN}"),
    (VIEWS, 'title.en = "', 'title.en = "{no_such_question} ', f"body: {UNKNOWN}"),
    ("glossary.toml", 'ition.en = "Web', 'ition.en = "{no_such_question} Web', f"social-media definition: {UNKNOWN}"),
    (
        "glossary.toml",
        'ition.en = "Anyth',
        'ition.en = "See [[ref:stance.purpose]]. Anyth',
        "post definition: refers to “stance.purpose”, which may be left out while this clause is in",
    ),
    (
        "02-definition/questions.toml",
        'id = "other_policies"',
        'id = "other_policies"\nwhen = "career_support"',
        "other_policies: “career_support” is asked later than this",
    ),
    (
        "02-definition/clauses/80-other-policies.toml",
        "title.en",
        "title.en",
        "when: no set of answers brings this clause",
    ),
]


@pytest.fixture
def content(tmp_path):
    return copied(tmp_path)


@pytest.mark.parametrize("cases", [UNREADABLE, WORDS, LOGIC], ids=["unreadable", "words", "logic"])
def test_what_is_wrong_is_named_with_its_file(tmp_path, cases):
    assert missed_and_unasked(tmp_path, cases, beside=BESIDE) == ([], [])


def test_malay_not_looked_at_since_the_english_changed_is_found(content):
    edit(content / CLAUSE, 'title.en = "', 'title.en = "Really, ')
    assert [line for line in faults(content) if line.startswith(f"{CLAUSE}: review.ms: ")]


def test_a_choice_that_changes_nothing_in_a_short_policy_is_found(content):
    (content / "07-taboo/clauses/07-topics.toml").unlink()
    assert any(line.startswith("07-taboo/questions.toml: taboo_topics competitors: ") for line in faults(content))


def test_a_file_that_is_not_toml_is_named_with_its_line(content):
    (content / CLAUSE).write_text('id = "x"\ntitle.en = \n', encoding="utf-8")
    assert any(line.startswith(CLAUSE) and "line 2" in line for line in faults(content))


def test_rows_that_are_no_list_are_named(content):
    (content / "languages.toml").write_text('language = "ms"\n', encoding="utf-8")
    (content / "documents.toml").write_text("document = [3]\n", encoding="utf-8")
    found = faults(content)
    assert any(line.startswith("languages.toml: language: ") for line in found)
    assert any(line.startswith("documents.toml: document: ") for line in found)


def test_a_file_in_another_encoding_is_named(content):
    for name in (CLAUSE, "samples/bakery.toml", "glossary.toml"):
        (content / name).write_bytes("Nasi lemak é".encode("latin-1"))
    assert [line.split(": ")[0] for line in faults(content)] == [CLAUSE, "glossary.toml", "samples/bakery.toml"]


def test_a_mark_that_windows_editors_put_first_does_no_harm(content):
    before = faults(content)
    for path in content.rglob("*.toml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert faults(content) == before


def test_a_folder_without_a_number_is_named(content):
    (content / "01-stance").rename(content / "stance")
    assert any(line.startswith("stance/step.toml: ") for line in faults(content))


def test_a_third_language_needs_no_code(content):
    with (content / "languages.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[language]]\nid = "ta"\nname = "தமிழ்"\nword = "ta-MY"\nbabel = "ta_MY"\n')
    assert any(line.startswith(f"{CLAUSE}: body.ta") for line in faults(content))
