"""The checker finds what an editor can get wrong. Each case breaks one thing in a copy of the shipped content."""

import shutil

import pytest

from desktop import paths
from desktop.content.check import check_library
from desktop.content.faults import ContentError
from desktop.content.read import read_library

CLAUSE = "01-stance/clauses/10-purpose.toml"


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(paths.content(), tmp_path / "content")


def faults(folder):
    try:
        return [str(fault) for fault in check_library(read_library(folder))]
    except ContentError as error:
        return str(error).splitlines()


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (CLAUSE, 'id = "stance.purpose"', 'id = "stance.purpose"\nwhen = "has_unicorns"', "has_unicorns"),
        (CLAUSE, 'id = "stance.purpose"', 'id = "stance.purpose"\nwhen = "state == \'atlantis\'"', "atlantis"),
        (CLAUSE, 'id = "stance.purpose"', 'id = "stance.purpose"\nwhen = "state =="', "state =="),
        (CLAUSE, 'id = "stance.purpose"', 'id = "stance.purpose"\nlaws = ["unknown-act:1"]', "unknown-act"),
        (CLAUSE, 'id = "stance.purpose"', 'id = "stance.rights"', "stance.rights"),
        (CLAUSE, 'id = "stance.purpose"', 'id = "stance.purpose"\ncolour = "red"', "colour"),
        (
            CLAUSE,
            'id = "stance.purpose"',
            'id = "stance.purpose"\nwhen = "films_children and not films_children"',
            "when",
        ),
        (CLAUSE, 'body.ms = """', 'body.ms = """Satu perenggan lagi.\n\n', "en"),
        (CLAUSE, 'body.ms = """', 'body.ms = """Karyawan kantor. ', "pekerja"),
        (CLAUSE, 'body.en = """', 'body.en = """*An unknown term* ', "An unknown term"),
        (CLAUSE, 'body.en = """', 'body.en = """You must at all times smile. ', "at all times"),
        (CLAUSE, 'body.en = """', 'body.en = """See [[ref:stance.nowhere]]. ', "stance.nowhere"),
        (
            CLAUSE,
            'body.en = """',
            'body.en = """See [[ref:confidentiality.children-in-pictures]]. ',
            "children-in-pictures",
        ),
        (CLAUSE, 'body.en = """', 'body.en = """{no_such_question} ', "no_such_question"),
        (CLAUSE, 'body.en = """', 'body.en = """{broken ', "{broken"),
        (CLAUSE, 'title.en = "', 'title.en = "{no_such_question} ', "no_such_question"),
        (CLAUSE, 'title.en = "', 'title.en = "{business_name} ', "title: ms and en differ"),
        (CLAUSE, 'title.en = "', 'title.en = "{broken ', "{broken"),
        ("glossary.toml", 'definition.en = "', 'definition.en = "{business_name} ', "differ"),
        ("glossary.toml", 'definition.en = "', 'definition.en = "{no_such_question} ', "no_such_question"),
        ("glossary.toml", 'definition.en = "', 'definition.en = "See [[ref:stance.purpose]]. ', "stance.purpose"),
        ("01-stance/questions.toml", "[[question]]", "[[questoin]]", "questoin"),
        ("01-stance/questions.toml", "[[question]]", "colour = 3\n[[question]]", "colour"),
        ("law/malaysia.toml", "[[law]]", "[law]", "law"),
        ("01-stance/step.toml", "title.ms = ", "# title.ms = ", "title.ms"),
        (
            "01-stance/step.toml",
            'title.ms = "',
            'title.ms = "Tajuk yang panjang sekali untuk satu baris ',
            "45",
        ),
        ("01-stance/step.toml", 'short.en = "', 'short.en = "Far more than a label ', "short.en: "),
        (
            "02-definition/questions.toml",
            'id = "other_policies"',
            'id = "other_policies"\nwhen = "career_support"',
            "career_support",
        ),
    ],
)
def test_one_thing_wrong_is_named_with_its_file(content, file, old, new, expected):
    edit(content / file, old, new)
    found = [line for line in faults(content) if expected in line]
    assert any(line.startswith(file) for line in found), faults(content)


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
