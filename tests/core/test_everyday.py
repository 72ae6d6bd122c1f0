"""The everyday word stands in brackets at the first use of a stiff one, and only there."""

from dataclasses import replace

import pytest

from desktop.core.answers import Answers, ClauseEdit
from desktop.core.assemble import assemble
from desktop.core.reference import Term
from desktop.render.outline import outline


def stiff(word, everyday):
    return Term(word, {"ms": word, "en": word}, everyday={"ms": everyday})


@pytest.fixture
def library(small):
    def with_bodies(*bodies):
        first, *_ = small.clauses
        clauses = tuple(
            replace(first, id=f"one.{index}", body={"ms": body, "en": body}) for index, body in enumerate(bodies)
        )
        terms = (*small.terms, stiff("tanda pagar", "hashtag"), stiff("tular", "viral"), stiff("tanda", "mark"))
        return replace(small, clauses=clauses, terms=terms)

    return with_bodies


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        (["Guna tanda pagar."], ["Guna tanda pagar (hashtag)."]),
        (["Tanda pagar ini, tanda pagar itu."], ["Tanda pagar (hashtag) ini, tanda pagar itu."]),
        (["Satu.", "Tanda pagar.", "Tanda pagar."], ["Satu.", "Tanda pagar (hashtag).", "Tanda pagar."]),
        (["Ditularkan, tidak tular."], ["Ditularkan, tidak tular (viral)."]),
        (["tanda pagar (hashtag) sahaja"], ["tanda pagar (hashtag) sahaja"]),
        (["**tular** dan **tanda pagar**"], ["tular (viral) dan tanda pagar (hashtag)"]),
        (["- satu\n- tular, tanda pagar"], ["satu", "tular (viral), tanda pagar (hashtag)"]),
    ],
)
def test_brackets_at_first_use(library, bodies, expected):
    found = outline(assemble(library(*bodies), Answers(), "ms"))
    for line in expected:
        assert line in found
    assert found.count("(hashtag)") <= 1


def test_the_other_language_is_left_alone(library):
    assert "(hashtag)" not in outline(assemble(library("tanda pagar"), Answers(), "en"))


def test_brackets_are_neither_bold_nor_part_of_a_term(library):
    document = assemble(library("**tular**"), Answers(), "ms")
    runs = document.clauses[0].blocks[0].runs
    assert [(run.text, run.bold) for run in runs] == [("tular", True), (" (viral)", False)]


def test_every_document_begins_anew(library):
    books = library("tular")
    assert outline(assemble(books, Answers(), "ms")) == outline(assemble(books, Answers(), "ms"))


def test_words_that_stand_in_for_another_language_stay_as_they_are(library):
    books = library("tular")
    answers = Answers(edits={books.clauses[0].id: ClauseEdit({"en": "Title"}, {"en": "Do not go tular."})})
    assert "[Do not go tular.]" in outline(assemble(books, answers, "ms"))
