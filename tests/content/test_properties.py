"""Whatever the owner answers, there is a policy, alike in both languages."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from desktop.content.load import load_library
from desktop.core.assemble import assemble
from desktop.core.bilingual import SideBySide, clause_rows, entry_rows
from desktop.core.check_up import check_up
from desktop.core.forms import make
from desktop.render.html import pieces
from desktop.render.outline import outline
from desktop.render.word import write_word
from tests.strategies import answers_to

LIBRARY = load_library()
often = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


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
    for clause in document.clauses:
        for block in clause.blocks:
            for run in getattr(block, "runs", ()):
                assert not run.target or run.target in targets


@pytest.mark.parametrize("form", ["ms", "both"])
@settings(often, max_examples=25)
@given(answers=answers_to(LIBRARY))
def test_any_answers_make_a_word_file_of_valid_xml(form, answers):
    document = make(LIBRARY, answers, form)
    data = write_word(document, LIBRARY)
    assert data == write_word(document, LIBRARY)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(file.read(name))
