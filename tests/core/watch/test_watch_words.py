"""Words to search for, their misspellings, and lines ready to be searched."""

from dataclasses import replace

import pytest
import wordfreq
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.answers import Account, Answers, Person
from desktop.core.assemble import settle
from desktop.core.watch.choices import WatchWords
from desktop.core.watch.kinds import SearchPlace
from desktop.core.watch.misspellings import misspellings
from desktop.core.watch.watch_words import WordKind, firm_names, joined, search_lines, watch_words

GOOGLE = SearchPlace("google", {"en": "Google"}, "({all})", " OR ")
TAGS = SearchPlace("instagram", {"en": "Instagram"}, "#{tag}")
PAGES = SearchPlace("facebook", {"en": "Facebook"}, "{word}")


@pytest.fixture(scope="module")
def library():
    return load_library()


@pytest.fixture(scope="module")
def settled(library):
    answers = Answers(
        {
            "business_name": "Kedai Roti Seri Murni Sdn. Bhd.",
            "monitoring_stand": "public_mentions",
            "watch_words": ({"ms": "roti kelapa", "en": "coconut bread"}, {"ms": "Sri Murni dan Serimurni", "en": ""}),
        },
        {"aminah": Person("aminah", "Aminah Yusof")},
        {
            "page": Account("page", "facebook", "https://www.facebook.com/kedaiserimurni?ref=x"),
            "chat": Account("chat", "whatsapp", "012-345 6789"),
            "clip": Account("clip", "tiktok", "@roti.murni"),
        },
    )
    return settle(library, answers)


def texts(settled, choices, kind):
    return [word.text for word in watch_words(settled, choices) if word.kind is kind]


def test_the_answers_bring_words_of_every_kind(settled):
    none = WatchWords()
    assert texts(settled, none, WordKind.FIRM) == [
        "Kedai Roti Seri Murni Sdn. Bhd.",
        "Kedai Roti Seri Murni",
        "Seri Murni",
        "kedairotiserimurni",
        "serimurni",
    ]
    assert texts(settled, none, WordKind.OWN) == ["roti kelapa", "coconut bread", "Sri Murni"]
    assert texts(settled, none, WordKind.ACCOUNT) == ["kedaiserimurni", "roti.murni"]
    assert "#serimurni" in texts(settled, none, WordKind.HASHTAG)
    assert "Seri Morni" in texts(settled, none, WordKind.MISSPELLING)


def test_people_are_searched_for_only_where_they_agreed(settled):
    assert all("Aminah" not in word.text for word in watch_words(settled, WatchWords()))
    assert texts(settled, WatchWords(people=("aminah", "gone")), WordKind.PERSON) == ["Aminah Yusof"]


def test_words_are_added_and_left_out(settled):
    choices = WatchWords(added=("Kak Nah",), left_out=("seri murni", "#serimurni"))
    found = watch_words(settled, choices)
    assert [word.text for word in found if word.is_added] == ["Kak Nah"]
    assert not {"Seri Murni", "#serimurni"} & {word.text for word in found}


def test_no_word_stands_there_twice(library):
    for sample in library.samples:
        found = watch_words(settle(library, sample_answers(sample, library)), WatchWords(added=("Roti", "roti")))
        keys = [word.text.casefold() for word in found]
        assert keys
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Klinik Aman", "Klinik Aman"),
        ("Syarikat Kejora Bhd", "Syarikat Kejora"),
        ("Pusat Tuisyen Cahaya Ilmu", "Cahaya Ilmu"),
        ("Seri Murni Bakery Enterprise", "Seri Murni"),
        ("Bridal by Qistina", "Bridal by Qistina"),
        ("Enterprise", "Enterprise"),
        ("", ""),
    ],
)
def test_the_short_name_is_what_people_say(name, short):
    assert (firm_names(name) or ("",))[-1] == short


def test_names_are_joined_only_where_it_is_of_use():
    assert joined("Seri Murni") == "serimurni"
    assert joined("Aman") == ""
    assert joined("Pusat Tuisyen Cahaya Ilmu Gemilang") == ""
    assert joined("012 345 6789") == ""


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("Seri Murni", "Sri Murni"),
        ("Tudung Syahirah", "Tudung Shahirah"),
        ("Salon Phoenix", "Salon Foenix"),
        ("Butik Qistina", "Butik Kistina"),
        ("Vermont Hall", "Bermont Hall"),
        ("Cappuccino", "Capuccino"),
    ],
)
def test_likely_misspellings_are_found(name, one):
    assert one in misspellings(name)


NAMES = ["Selera", "Harmoni", "Sentosa", "Cahaya", "Gemilang", "Bahagia", "Mutiara", "Pelangi", "Melati", "Sunrise"]
NAMES += ["Harvest", "Perfect", "Blossom", "Kasturi", "Permata", "Warisan", "Delima", "Kenanga", "Cempaka", "Orchid"]


@pytest.mark.parametrize("name", NAMES)
def test_a_misspelling_of_one_word_is_no_common_word(name):
    for word in misspellings(name):
        assert max(wordfreq.zipf_frequency(word, language) for language in ("ms", "en")) < 3.3, word


@given(st.text(max_size=40))
def test_any_name_gives_few_misspellings_each_once_and_never_itself(name):
    found = misspellings(name)
    assert len(found) == len({word.casefold() for word in found}) <= 6
    assert name.casefold() not in {word.casefold() for word in found}


def test_lines_hold_every_word_and_keep_their_length(settled):
    words = watch_words(settled, WatchWords(added=tuple(f"produk istimewa {number}" for number in range(40))))
    (line,) = search_lines(words, [GOOGLE], settled.all_facts)
    together = " ".join(line.lines)
    assert all(f'"{word.text}"' in together for word in words if word.kind is not WordKind.HASHTAG)
    assert len(line.lines) > 3
    assert all(len(each) < 230 for each in line.lines)


def test_hashtags_and_single_words_have_a_line_each(settled):
    words = watch_words(settled, WatchWords())
    tags, pages = search_lines(words, [TAGS, PAGES], settled.all_facts)
    assert "#serimurni" in tags.lines
    assert all(each.count("#") == 1 and " " not in each for each in tags.lines)
    assert pages.lines[2] == "Seri Murni"
    assert not any("#" in each for each in pages.lines)


def test_places_that_do_not_apply_have_no_lines(settled):
    words = watch_words(settled, WatchWords())
    assert search_lines(words, [replace(GOOGLE, when="'tiktok' in platforms")], settled.all_facts) == ()
    assert search_lines((), [GOOGLE, TAGS, PAGES], settled.all_facts) == ()


def test_every_place_of_the_library_has_lines_for_a_firm_that_searches(library, settled):
    words = watch_words(settled, WatchWords())
    lines = search_lines(words, library.search_places, settled.all_facts)
    assert {"google", "facebook"} <= {line.place.id for line in lines}
    assert all("{" not in each for line in lines for each in line.lines)
