import pytest

from desktop.core.own_words import checked_words, parse_title, to_look_at
from desktop.core.template import Hole
from desktop.core.validate import LONGEST, AnswerError

TITLE = {"ms": "Tajuk", "en": "Title"}


def body(words):
    return {"ms": words, "en": "Fine."}


def refused(library, title, text, own=()):
    with pytest.raises(AnswerError) as caught:
        checked_words(library, title, text, own)
    return str(caught.value)


def test_words_are_kept_as_written_without_the_spaces_around(small):
    title, text = checked_words(small, {"ms": " Tajuk "}, {"ms": "\nSatu.\n\n- dua\n"})
    assert (title, text) == ({"ms": "Tajuk"}, {"ms": "Satu.\n\n- dua"})


@pytest.mark.parametrize(
    "words",
    [
        "Plain words, *a term*, **bold**.",
        "{business_name} and {agency_person.role}\n\n1. one\n2. two",
        "- fixed\n- {each:taboos}\n- {each:platforms}",
        "See [[ref:one.first]], [[ref:own.mine]] and [[step:two]].",
        "**{hours}** hours, #tag, 50%, a_b, <b>, \\, `code`, 1) one",
        "Satu baris\nbaris lain",
    ],
)
def test_what_can_be_printed_is_taken(small, words):
    assert checked_words(small, TITLE, body(words), ("own.mine",))[1]["ms"] == words.strip()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Ask {nobody}.", "there is no answer called “nobody”"),
        ("Ask {business_name", "cannot be read"),
        ("Ask business_name}", "cannot be read"),
        ("A {Big} one", "cannot be read"),
        ("See [[ref:one.gone]].", "there is no clause called “one.gone”"),
        ("See [[step:three]].", "there is no step called “three”"),
        ("See [[page:one]].", "cannot be read"),
        ("All of {each:taboos}.", "begin the line with a hyphen"),
        ("- {each:business_name}", "has only one answer"),
        ("- outer\n  - inner", "cannot be read"),
        ("x" * (LONGEST + 1), "longer than"),
    ],
)
def test_what_cannot_be_printed_is_named(small, words, reason):
    assert reason in refused(small, TITLE, body(words))


@pytest.mark.parametrize(
    ("title", "text"),
    [({}, {}), ({"ms": "Tajuk"}, {}), ({}, {"ms": "Teks."}), ({"ms": "Tajuk"}, {"en": "Text."}), ({"ms": " "}, TITLE)],
)
def test_one_language_must_be_whole(small, title, text):
    assert "in at least one language" in refused(small, title, text)


def test_one_whole_language_is_enough(small):
    assert checked_words(small, {"en": "Title"}, {"en": "Text."}) == ({"en": "Title"}, {"en": "Text."})
    checked_words(small, {"ms": "", "en": "Title"}, {"ms": "Teks tanpa tajuk.", "en": "Text."})


@pytest.mark.parametrize(
    ("title", "reason"),
    [("Two\nlines", "one line"), ("x" * 121, "at most 120"), ("For {nobody}", "no answer called"), ("[[x]]", "read")],
)
def test_a_title_is_one_short_line(small, title, reason):
    assert reason in refused(small, {"en": title}, {"en": "Text."})


def test_a_title_may_hold_answers(small):
    checked_words(small, {"en": "What {business_name} does"}, {"en": "Text."})
    assert Hole("business_name") in parse_title(" What {business_name} does ")


def test_an_unknown_language_is_refused(small):
    assert "ta" in refused(small, {"ta": "x", **TITLE}, body("Teks."))


def both(ms, en):
    return {"ms": f"T {ms}", "en": f"T {en}"}, {"ms": ms, "en": en}


@pytest.mark.parametrize(
    ("before", "after", "flagged", "expected"),
    [
        (both("a", "b"), both("a", "b"), (), ()),
        (both("a", "b"), both("a2", "b"), (), ("en",)),
        (both("a", "b"), both("a", "b2"), (), ("ms",)),
        (both("a", "b"), both("a2", "b2"), (), ()),
        (both("a", "b"), both("a2", "b"), ("ms",), ("en",)),
        (both("a", "b"), both("a", "b2"), ("en",), ("ms",)),
        (both("a", "b"), both("a", "b"), ("en",), ("en",)),
        (both("a", ""), both("a", "new"), (), ()),
        (both("a", "b"), both("a", ""), (), ()),
        (both("a", ""), both("a2", ""), (), ()),
        (both("a", "b"), both("a", ""), ("en",), ()),
    ],
)
def test_the_language_that_was_left_alone_is_to_be_looked_at(before, after, flagged, expected):
    assert to_look_at(before, after, flagged) == expected


def test_a_title_counts_as_much_as_a_text():
    before, after = both("a", "b"), ({"ms": "Lain", "en": "T b"}, {"ms": "a", "en": "b"})
    assert to_look_at(before, after, ()) == ("en",)
