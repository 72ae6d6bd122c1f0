"""Word files of the whole pack, as a strict reader takes them: every paper in every language; designs in turn."""

import pytest
from test_soundness import findings

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.assemble import settle
from desktop.core.forms import applying, make_settled
from desktop.core.look import DESIGNS, Attached, Look
from desktop.render.word import write_word
from tests.letterheads import png

LIBRARY = load_library()
SAMPLES = ("property", "online-seller", "cafe-abroad")
"""Those to which all papers apply; each lends its answers to a third of them."""

LOGO = Attached("logo.png", png())


def pack(name):
    answers = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == name), LIBRARY)
    settled = settle(LIBRARY, answers)
    for number, kind in enumerate(LIBRARY.documents):
        for turn, form in enumerate(kind.languages):
            if SAMPLES[(number + turn) % len(SAMPLES)] == name:
                yield settled, kind, form, DESIGNS[(number + 2 * turn) % len(DESIGNS)]


@pytest.mark.parametrize("name", SAMPLES)
def test_validator_accepts_every_paper(name, tmp_path):
    for settled, kind, form, design in pack(name):
        made = make_settled(settled, form, document=kind.id)
        data = write_word(made, LIBRARY, Look(design, "#c05a1f", LOGO if design == "classic" else None))
        assert findings(data, tmp_path / "made.docx") == [], f"{kind.id} {form} {design}"


def test_every_paper_is_looked_at_in_every_language_and_every_design_in_each():
    met = [(kind.id, form, design) for name in SAMPLES for _, kind, form, design in pack(name)]
    assert {(paper, form) for paper, form, _ in met} == {
        (k.id, form) for k in LIBRARY.documents for form in k.languages
    }
    assert {(form, design) for _, form, design in met} == {(f, d) for f in ("ms", "en", "both") for d in DESIGNS}


def test_the_firms_that_lend_their_answers_have_every_paper():
    for name in SAMPLES:
        answers = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == name), LIBRARY)
        assert len(applying(settle(LIBRARY, answers))) == len(LIBRARY.documents)
