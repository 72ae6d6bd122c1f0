"""The syllable rule and the grade."""

import pytest

from tests.reading_ease import measure, syllables

COUNTED = {
    1: "the rule post staff asked files filed whole phone blamed use years shared goes guide fruit eyes name's",
    2: "table tables pages posted business social patient lawyer something doesn't somewhere safely safety million "
    "people's quiet being copied employ reply uses labels handled saying buyer seeing likely marriage client",
    3: "media video radio usual employer confidence policy opinion copying racism easier audience everyone customer "
    "photograph somebody's together carefully completely influence supplier recipe behaviour spokesperson business's",
    4: "everybody material January ingredient influencer reality society information responsible variety experience",
    5: "university opportunity immediately administrator",
    6: "responsibility confidentiality",
}


@pytest.mark.parametrize(("count", "word"), [(count, word) for count, row in COUNTED.items() for word in row.split()])
def test_syllables(count, word):
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("PDPA", 4), ("3R", 2), ("24", 2), ("I", 1), ("a", 1), ("hmm", 1)])
def test_what_is_no_ordinary_word_has_syllables_too(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "sentences", "words", "heard"),
    [
        ("Ask first. Then post!", 2, 4, 4),
        ("“Is it true?” we asked. Yes …", 3, 6, 6),
        ("Keep these out of sight:\n\n- the screen\n- {each:extra_secrets}\n", 3, 8, 9),
        ("See [[ref:image.harm-and-link]], 1.5 km on.", 1, 6, 6),
        ("**Bold** and *defined term*, e-mail", 1, 6, 7),
        ("", 0, 0, 0),
    ],
)
def test_what_is_counted(text, sentences, words, heard):
    counted = measure([text])
    assert (counted.sentences, counted.words, counted.syllables) == (sentences, words, heard)


def test_the_grade_of_a_known_sentence():
    """Of "The cat sat on the mat." every table says -1.45."""
    assert measure(["The cat sat on the mat."]).grade == pytest.approx(-1.45)


def test_short_words_in_short_sentences_are_easier():
    easy = measure(["Ask the owner first. She will know. Then you can post it."])
    hard = measure(
        ["Prior authorisation from the proprietor constitutes an indispensable precondition of publication."]
    )
    assert easy.grade < 3
    assert hard.grade > 15
