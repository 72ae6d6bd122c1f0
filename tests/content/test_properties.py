"""Whatever the owner answers, there is a policy, alike in both languages."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from desktop.content.load import load_library
from desktop.core.answers import Answers
from desktop.core.assemble import assemble, settle
from desktop.core.bilingual import SideBySide, clause_rows, entry_rows
from desktop.core.check_up import check_up, findings_of
from desktop.core.conditions import parse
from desktop.core.document import Document, ListBlock
from desktop.core.forms import make, make_settled
from desktop.core.library import Clause, Kind, Library
from desktop.core.review_sheet import in_use, review_sheet
from desktop.core.template import parse_body, parse_line
from desktop.i18n import worded
from desktop.render.html import pieces
from desktop.render.outline import outline
from desktop.render.word import write_word
from tests.strategies import answers_to, decided_answers_to

SHIPPED = load_library()


def with_every_kind(library: Library) -> Library:
    """The shipped content with a clause that prints an answer of every kind, also of those no question has yet."""
    known = {question.kind: question for question in library.questions}
    first = library.questions[0]
    added = [
        replace(first, id=f"a_{kind}", kind=kind, essential=False, default=None, cautious=None, when="")
        for kind in Kind
        if kind not in known
    ]
    printed = [*known.values(), *added]
    body = "\n\n".join([f"{{{q.id}}}" for q in printed] + [f"- {{each:{q.id}}}" for q in printed if q.kind in MANY])
    clause = Clause(
        "stance.every-kind", first.step, first.prompt, first.why, {"ms": body, "en": body}, detail="short", locked=True
    )
    return replace(library, questions=(*library.questions, *added), clauses=(*library.clauses, clause))


MANY = {Kind.LIST, Kind.CHOICES, Kind.PEOPLE, Kind.ACCOUNTS}
LIBRARY = with_every_kind(SHIPPED)
often = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@often
@given(answers_to(LIBRARY))
def test_any_answers_make_the_same_clauses_in_both_languages(answers):
    document = make(LIBRARY, answers, "both")
    assert isinstance(document, SideBySide)
    for section in document.sections():
        assert clause_rows(section)
        for row in clause_rows(section):
            assert row.left.number == row.right.number
            assert row.left.because == row.right.because
    for annex in document.annexes():
        assert entry_rows(annex)
    assert outline(document.left)
    assert pieces(document)
    check_up(LIBRARY, answers)


def test_every_kind_of_answer_is_tried():
    assert {question.kind for question in LIBRARY.questions} == set(Kind)


def test_what_is_remembered_of_the_owners_words_has_an_end():
    assert parse_body.cache_info().maxsize
    assert parse_line.cache_info().maxsize


def test_what_is_remembered_between_documents_does_not_grow_with_the_answers():
    def remembered() -> int:
        return sum(cached.cache_info().currsize for cached in (parse_body, parse_line, parse))

    words = {"ms": "Kedai", "en": "Kedai"}
    document = make(LIBRARY, Answers({"business_name": "Kedai", "own_definition": words}), "both")
    before = remembered()
    for number in range(5):
        name = f"Kedai *{number}* {{x}} [[ref:y]]"
        again = make(LIBRARY, Answers({"business_name": name, "own_definition": {"ms": name, "en": name}}), "both")
        assert pieces(again) != pieces(document)
    assert remembered() == before


@often
@given(answers_to(LIBRARY))
def test_clause_numbers_run_without_a_gap(answers):
    document = assemble(LIBRARY, answers, "en")
    for number, section in enumerate(document.sections, start=1):
        assert section.number == str(number)
        assert [clause.number for clause in section.clauses] == [
            f"{number}.{index}" for index in range(1, len(section.clauses) + 1)
        ]
    targets = {clause.id for clause in document.clauses} | {section.id for section in document.sections}
    for block in (block for clause in document.clauses for block in clause.blocks):
        rows = block.items if isinstance(block, ListBlock) else [block.runs]
        assert {run.target for runs in rows for run in runs} <= targets | {""}


@pytest.mark.parametrize("form", ["ms", "both"])
@settings(often, max_examples=15)
@given(answers=answers_to(LIBRARY))
def test_any_answers_make_a_word_file_of_valid_xml(form, answers):
    document = make(LIBRARY, answers, form)
    assert read_as_xml(document) == read_as_xml(document)


@settings(often, max_examples=6)  # each makes all documents
@given(decided_answers_to(LIBRARY))
def test_any_decisions_about_clauses_make_every_document(answers):
    settled, today = settle(LIBRARY, answers), date(2030, 1, 1)
    for finding in findings_of(settled, today):
        for language in LIBRARY.language:
            assert worded(finding.what, language)
            assert worded(finding.why, language)
    for kind in LIBRARY.documents:
        document = make_settled(settled, "both", document=kind.id, today=today)
        assert isinstance(document, SideBySide)
        assert outline(document.right)
        assert pieces(document)
        assert read_as_xml(document)
    sheet = in_use(settled)
    assert {clause.id for clause in sheet.clauses} >= {clause.id for clause in LIBRARY.clauses if clause.locked}
    read_as_xml(SideBySide(*(review_sheet(sheet, language) for language in LIBRARY.language)))


def read_as_xml(document: Document | SideBySide) -> bytes:
    """A document as a Word file, all parts of which are sound."""
    data = write_word(document, LIBRARY)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(file.read(name))
    return data
