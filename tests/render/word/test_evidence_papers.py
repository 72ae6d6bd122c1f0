"""Word files of papers made from evidence: sound with many rows, long names and both languages; nothing lost."""

import io

import docx
import pytest
from reading import parts, words_of
from test_soundness import findings

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core import forms
from desktop.core.look import DESIGNS, Look
from desktop.render.word import write_word
from tests.evidence import BY, FILE, LONG, records_of

LIBRARY = load_library()
PAPERS = (*sorted(forms.EVIDENCE), "account-register", "wall-checklist", "monitoring-schedule")
MANY = 80


def answers_of(name):
    return sample_answers(next(sample for sample in LIBRARY.samples if sample.id == name), LIBRARY)


def written(document, form, *, design=DESIGNS[0], names=BY, ticks=MANY, sample="online-seller"):
    answers = answers_of(sample)
    records = records_of(LIBRARY, answers, ticks=ticks, names=names)
    return write_word(forms.make(LIBRARY, answers, form, document=document, records=records), LIBRARY, Look(design))


def printed(data):
    return words_of(parts(data)["word/document.xml"])


@pytest.mark.parametrize("form", ["ms", "en", "both"])
@pytest.mark.parametrize("document", PAPERS)
def test_validator_accepts_papers_full_of_evidence(document, form, tmp_path):
    design = DESIGNS[PAPERS.index(document) % len(DESIGNS)]
    assert findings(written(document, form, design=design, names=LONG), tmp_path / "made.docx") == []


@pytest.mark.parametrize("form", ["ms", "both"])
def test_every_tick_has_its_row(form):
    tables = docx.Document(io.BytesIO(written("evidence-report", form))).tables
    longest = max(tables, key=lambda table: len(table.rows))
    assert [row.cells[0].text for row in longest.rows[1:]] == [str(number) for number in range(1, MANY + 2)]


def test_what_reads_the_same_in_both_languages_stands_once():
    said = printed(written("evidence-report", "both", ticks=13)).replace("\u200b", "")
    assert said.count(FILE) == 1
    assert said.count("Kumpulan Taman Melati") == printed(written("evidence-report", "ms", ticks=13)).count(
        "Kumpulan Taman Melati"
    )


def test_what_is_done_by_hand_has_boxes_on_the_wall():
    wall = printed(written("wall-checklist", "ms", sample="bakery"))
    assert wall.count("\u2610") > 5 * 5
