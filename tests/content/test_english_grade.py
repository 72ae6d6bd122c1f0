"""English that is easy to read: grade 8 or below, and no clause far above it."""

import re
from itertools import chain

import pytest

from desktop.content.load import load_library
from desktop.content.passages import passages
from desktop.core.text import side
from tests.reading_ease import measure

AVERAGE = 8.0
"""What a pupil of fourteen reads with ease."""

CLAUSE = 10.0
"""The hardest body a clause may have."""

HARDER: dict[str, str] = {}
"""Bodies that may be harder, by file and place, each with the reason."""

KINDS = (
    *("title", "body", "why", "intro", "prompt", "example", "example.fine", "example.not_fine"),
    *("quiz.question", "quiz.right", "quiz.wrong", "quiz.because", "definition", "means", "what", "summary"),
)
"""The texts that are sentences; labels, gaps and terms are words without a sentence round them."""

PASSAGES = list(passages(load_library()))


def _kind(place: str) -> str:
    return re.sub(r"^variants\.[\w-]+\.| \d+$", "", place).split()[-1]


def _of(kind: str) -> list[str]:
    """The English texts of a kind, without the titles of laws and cases, which are as they are."""
    return [
        side(passage.text, "en")
        for passage in PASSAGES
        if _kind(passage.place) == kind and (kind, passage.file) != ("title", "law/malaysia.toml")
    ]


def test_all_texts_together_are_easy():
    texts = list(chain.from_iterable(map(_of, KINDS)))
    assert measure(texts).words > 50_000
    assert measure(texts).grade <= AVERAGE


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_text_is_easy_on_average(kind):
    texts = _of(kind)
    assert texts
    assert measure(texts).grade <= AVERAGE


def test_no_clause_is_hard():
    bodies = {
        f"{passage.file} {passage.place}": measure([side(passage.text, "en")]).grade
        for passage in PASSAGES
        if _kind(passage.place) == "body" and "/clauses/" in passage.file
    }
    hard = {place for place, grade in bodies.items() if grade > CLAUSE}
    assert {place: round(bodies[place], 1) for place in hard - set(HARDER)} == {}
    assert set(HARDER) <= hard, "no longer hard"
