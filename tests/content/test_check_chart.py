"""The shipped response chart, and what the checker says of a chart that an editor broke."""

from dataclasses import replace

import pytest

from desktop.content.answers_file import sample_answers
from desktop.content.check_chart import chart_faults
from desktop.content.load import load_library
from desktop.core.chart import lay_out
from desktop.core.facts import resolve
from desktop.core.fill import Fill
from desktop.core.wording import Wording

LIBRARY = load_library()
SAMPLES = [sample.id for sample in LIBRARY.samples]
FIRST, *_ = (node.id for node in LIBRARY.chart if node.kind == "question")

READABLE = 8.0
"""Points below which print is too small for a sheet on a wall."""

FIRM = "Syarikat Perniagaan Kek dan Roti Seri Murni"
PERSON = "Sharifah Nur Aisyah binti Syed Abdul Rahman"


def drawn(name, language, columns=2, *, long=False):
    sample = next(sample for sample in LIBRARY.samples if sample.id == name)
    answers = sample_answers(sample, LIBRARY)
    if long:
        people = {key: replace(person, name=PERSON) for key, person in answers.people.items()}
        answers = replace(answers, people=people, values={**answers.values, "business_name": FIRM})
    fill = Fill(Wording(LIBRARY, resolve(LIBRARY, answers), language), {})
    width, height = (164, 212) if columns > 1 else (90, 0)
    return lay_out(LIBRARY, fill, width=width, height=height, columns=columns)


def test_the_shipped_chart_is_sound():
    assert [str(fault) for fault in chart_faults(LIBRARY)] == []


def test_safety_comes_first():
    assert next(node for node in LIBRARY.chart if node.id == FIRST).tone == "danger"


@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_chart_fits_on_its_page_with_the_longest_names(name, language):
    for long in (False, True):
        drawing = drawn(name, language, long=long)
        assert drawing.height <= 212
        assert drawing.points >= READABLE
        assert drawn(name, language, 1, long=long).height < 600


@pytest.mark.parametrize("language", ["ms", "en"])
def test_the_words_of_the_chart_name_people(language):
    says = drawn("clinic", language).says
    assert says.count("\n") == sum(shape.kind == "question" for shape in drawn("clinic", language).shapes)
    assert ("Ya: " if language == "ms" else "Yes: ") in says


def broken(name, **fields):
    nodes = tuple(replace(node, **fields) if node.id == name else node for node in LIBRARY.chart)
    return [str(fault) for fault in chart_faults(replace(LIBRARY, chart=nodes))]


@pytest.mark.parametrize(
    ("name", "fields", "words"),
    [
        (FIRST, {"yes": "nowhere"}, "there is no box called “nowhere”"),
        (FIRST, {"yes": ""}, "missing"),
        (FIRST, {"next": FIRST}, "no such arrow"),
        (FIRST, {"kind": "riddle"}, "“riddle” is not one of"),
        (FIRST, {"tone": "loud"}, "“loud” is not one of"),
        (FIRST, {"when": "", "instead": FIRST}, "without `when`"),
        (FIRST, {"when": "has_company_accounts", "instead": ""}, "takes its place"),
        (FIRST, {"id": LIBRARY.chart[0].id}, "more than once"),
        (LIBRARY.chart[0].id, {"kind": "action", "next": ""}, "must be the start"),
        (LIBRARY.chart[-1].id, {"kind": "start", "next": FIRST}, "only the first box"),
        (FIRST, {"text": {"ms": "a" * 90, "en": "b"}}, "text.ms: the text is longer than 70 letters"),
        (FIRST, {"note": {"ms": "a", "en": "b" * 161}}, "note.en: the text is longer than 160 letters"),
    ],
)
def test_the_checker_names_the_box_and_what_is_wrong_with_it(name, fields, words):
    found = broken(name, **fields)
    assert any(words in fault for fault in found), found
    assert all(fault.startswith("training/response-chart.toml: ") for fault in found)


def test_the_checker_finds_a_loop_a_box_used_twice_and_two_ways_on():
    kinds = {node.id: node.kind for node in LIBRARY.chart}
    questions = [node for node in LIBRARY.chart if node.kind == "question"]
    last, before = questions[-1], questions[-2]
    on = "yes" if kinds[before.yes] == "question" else "no"
    assert any("two arrows lead" in fault for fault in broken(before.id, **{on: FIRST}))
    assert any("two arrows lead" in fault for fault in broken(last.id, yes=last.no))
    assert any("both answers" in fault for fault in broken(before.id, yes=last.id, no=last.id))


def test_the_checker_finds_a_box_that_nothing_leads_to():
    alone = replace(LIBRARY.chart[-1], id="alone")
    (fault,) = chart_faults(replace(LIBRARY, chart=(*LIBRARY.chart, alone)))
    assert str(fault) == "training/response-chart.toml: alone: no arrow leads to this box, whatever the answers"


def test_a_library_without_a_chart_has_no_faults_in_it():
    assert list(chart_faults(replace(LIBRARY, chart=()))) == []
