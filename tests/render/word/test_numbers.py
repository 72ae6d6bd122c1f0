"""The numbers Word counts are the numbers of the document."""

import shutil
import subprocess

import pytest
from hand_made import LIBRARY, document, side_by_side
from reading import numbered

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.assemble import assemble
from desktop.core.bilingual import SideBySide
from desktop.core.document import plain
from desktop.render.word import write_word

HEADINGS = ("Heading1", "Heading2")
ONE_LINE = 52


def numbers_of(made):
    for section in made.sections:
        yield section.number, plain(section.title)
        for clause in section.clauses:
            yield clause.number, plain(clause.title)


def pairs(made):
    expected = []
    for sections in made.sections():
        left, right = sections.left, sections.right
        titles = plain(left.title), plain(right.title)
        between = " · " if sum(map(len, titles)) <= ONE_LINE else "\n"
        expected.append((left.number, between.join(titles)))
        for one, other in zip(left.clauses, right.clauses, strict=True):
            expected += [(one.number, plain(one.title)), (other.number, plain(other.title))]
    return expected


@pytest.mark.parametrize("language", ["ms", "en"])
def test_headings_count_as_the_document_does(language):
    made = document(language)
    assert numbered(write_word(made, LIBRARY), *HEADINGS) == list(numbers_of(made))


def test_both_columns_count_as_the_document_does():
    made = side_by_side()
    assert numbered(write_word(made, LIBRARY), *HEADINGS) == pairs(made)


@pytest.mark.parametrize("sample", load_library().samples, ids=lambda sample: sample.id)
def test_shipped_policies_count_right(sample):
    library = load_library()
    answers = sample_answers(sample, library)
    malay, english = (assemble(library, answers, language) for language in ("ms", "en"))
    assert numbered(write_word(malay, library), *HEADINGS) == list(numbers_of(malay))
    both = SideBySide(malay, english)
    assert numbered(write_word(both, library), *HEADINGS) == pairs(both)


@pytest.mark.parametrize("made", [document(), side_by_side()], ids=["one", "both"])
def test_every_lettered_list_begins_at_a(made):
    lettered = numbered(write_word(made, LIBRARY), "ListNumber", "ColumnNumber")
    once = [("(a)", "step 0"), ("(b)", "step 1"), ("(c)", "step 2"), ("(a)", "again 0"), ("(b)", "again 1")]
    beside = 2 if isinstance(made, SideBySide) else 1
    assert lettered == [item for item in once for _ in range(beside)]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_another_office_program_counts_the_same(tmp_path):
    source = tmp_path / "both.docx"
    made = side_by_side(sections=3, clauses=4)
    source.write_bytes(write_word(made, LIBRARY))
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, "--outdir", tmp_path, source], check=True, capture_output=True, timeout=120)
    lines = [line.strip() for line in (tmp_path / "both.txt").read_text(encoding="utf-8-sig").splitlines()]
    for number, title in pairs(made):
        assert f"{number} {title}" in lines
