"""Golden outlines: the policy of each sample, and all papers of two, as text: a change of wording shows line by line.

With `DASARKITA_GOLDEN=write` in the environment they are written anew; read the difference before committing it.
"""

import os
from pathlib import Path

import pytest

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.assemble import assemble, settle
from desktop.core.forms import POLICY, applying, make
from desktop.render.outline import outline

LIBRARY = load_library()
WHOLE_PACK = ("bakery", "clinic")
GOLDEN = Path(__file__).parents[1] / "golden"


def hold(text: str, name: str) -> None:
    path = GOLDEN / name
    if os.environ.get("DASARKITA_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", LIBRARY.samples, ids=lambda sample: sample.id)
@pytest.mark.parametrize("language", ["ms", "en"])
def test_outline(sample, language):
    hold(outline(assemble(LIBRARY, sample_answers(sample, LIBRARY), language)), f"{sample.id}.{language}.txt")


@pytest.mark.parametrize("name", WHOLE_PACK)
@pytest.mark.parametrize("language", ["ms", "en"])
def test_papers(name, language):
    answers = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == name), LIBRARY)
    kinds = [kind for kind in applying(settle(LIBRARY, answers)) if kind.id != POLICY and language in kind.languages]
    papers = [outline(make(LIBRARY, answers, language, document=kind.id)) for kind in kinds]
    hold("\n\n".join(papers), f"{name}-papers.{language}.txt")
