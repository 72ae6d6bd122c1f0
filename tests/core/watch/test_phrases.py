"""Words of the program in the evidence are read in any language; what people wrote stays."""

import pytest

from desktop.content.load import load_library
from desktop.core.watch.phrases import SKIP_REASONS, TICK_MISTAKE, in_words, noted, split

WORDS = load_library().words


@pytest.mark.parametrize("key", [*SKIP_REASONS, TICK_MISTAKE])
def test_a_phrase_of_either_language_is_said_in_the_other(key: str) -> None:
    for written in WORDS[key].values():
        for language, said in WORDS[key].items():
            assert in_words(written, WORDS, language) == said
            assert in_words(noted(written, "hari hujan"), WORDS, language) == f"{said}: hari hujan"
            assert split(noted(written, "hari hujan"), WORDS) == (key, "hari hujan")


@pytest.mark.parametrize("own", ["", "Kedai tutup", "Nothing was posted twice", "Ticked by mistake, I think", ": x"])
def test_free_words_stay(own: str) -> None:
    assert in_words(own, WORDS, "ms") == in_words(own, WORDS, "en") == own
