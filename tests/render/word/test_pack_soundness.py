"""Word files of the whole pack, as a strict reader takes them: every paper in every language and every design."""

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
"""Those to which all papers apply; each has its papers in other designs than the two others."""

LOGO = Attached("logo.png", png())


def pack(name):
    answers = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == name), LIBRARY)
    settled = settle(LIBRARY, answers)
    for kind in applying(settled):
        for turn, form in enumerate(kind.languages, start=SAMPLES.index(name)):
            yield settled, kind, form, DESIGNS[turn % len(DESIGNS)]


@pytest.mark.parametrize("name", SAMPLES)
def test_validator_accepts_every_paper(name, tmp_path):
    for settled, kind, form, design in pack(name):
        made = make_settled(settled, form, document=kind.id)
        data = write_word(made, LIBRARY, Look(design, "#c05a1f", LOGO if design == "classic" else None))
        assert findings(data, tmp_path / "made.docx") == [], f"{kind.id} {form} {design}"


def test_every_paper_meets_every_design_in_every_language():
    met = {(kind.id, form, design) for name in SAMPLES for _, kind, form, design in pack(name)}
    assert met == {(kind.id, form, d) for kind in LIBRARY.documents for form in kind.languages for d in DESIGNS}
