"""Word files of papers made from evidence: sound with many rows, long names and both languages; nothing lost."""

import io
from dataclasses import replace

import docx
import pytest
from reading import parts, words_of
from test_fit import pages_of
from test_soundness import findings

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core import forms
from desktop.core.assemble import settle
from desktop.core.look import DESIGNS, Look
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchChoices
from desktop.core.watch.plan import plan_of
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


@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_wall_is_one_page_for_a_small_firm_in_use(language, count):
    answers = answers_of("bakery")
    people = list(answers.people)[:count]
    own = {f"own-{day}": OwnTask(f"own-{day}", {"ms": "Semak ulasan di Google"}, Rhythm("week", day)) for day in (1, 4)}
    plan = plan_of(settle(LIBRARY, answers))
    tasks = {task.id: TaskChoice(who=people[index % count]) for index, task in enumerate(plan)}
    answers = replace(answers, watch=WatchChoices(tasks=tasks, own=own))
    made = forms.make(LIBRARY, answers, language, document="wall-checklist")
    assert made.pages == 1
    assert pages_of(write_word(made, LIBRARY, Look()), Look(), landscape=True) <= 1
