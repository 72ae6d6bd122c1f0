"""Spelling and screen readers know the language of every word."""

import pytest
from hand_made import LIBRARY, document, side_by_side
from reading import W, body, language_of, parts, words_of

from desktop.render.word import write_word

TEXTS = ("word/document.xml", "word/header.xml", "word/footer.xml", "word/footer-first.xml")


def runs_of(data):
    return [run for name in TEXTS for run in parts(data)[name].iter(f"{W}r")]


@pytest.mark.parametrize(("language", "tag"), [("ms", "ms-MY"), ("en", "en-GB")])
def test_every_run_says_its_language(language, tag):
    runs = runs_of(write_word(document(language), LIBRARY))
    others = {words_of(run) for run in runs if language_of(run) != tag}
    assert others == {"[still to be written]"}


def test_both_columns_say_their_language():
    data = write_word(side_by_side(), LIBRARY)
    assert {language_of(run) for run in runs_of(data)} == {"ms-MY", "en-GB"}
    for row in body(data).iter(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        if words_of(cells[0]).startswith(("ms clause", "ms body")):
            assert languages(cells[0]) == "ms-MY"
            assert languages(cells[1]) == "en-GB"


def languages(cell):
    found = {language_of(run) for run in cell.iter(f"{W}r") if words_of(run) != "[still to be written]"}
    assert len(found) == 1
    return found.pop()


def test_headings_over_both_columns_say_both():
    for paragraph in body(write_word(side_by_side(), LIBRARY)).findall(f"{W}p"):
        for run in paragraph.iter(f"{W}r"):
            if words_of(run).startswith(("ms section", "ms Annex")):
                assert language_of(run) == "ms-MY"
            if words_of(run).startswith(("en section", "en Annex")):
                assert language_of(run) == "en-GB"


@pytest.mark.parametrize(("made", "tag"), [(document("en"), "en-GB"), (side_by_side(), "ms-MY")])
def test_defaults_are_the_first_language(made, tag):
    package = parts(write_word(made, LIBRARY))
    default = package["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert default.get(f"{W}val") == tag
    assert package["word/settings.xml"].find(f"{W}themeFontLang").get(f"{W}val") == tag
