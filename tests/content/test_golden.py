"""Golden outlines: the whole policy of each sample as text, so that a change of wording or logic shows line by line.

With `DASARKITA_GOLDEN=write` in the environment they are written anew; read the difference before committing it.
"""

import os
from pathlib import Path

import pytest

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.assemble import assemble
from desktop.render.outline import outline

LIBRARY = load_library()
GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("sample", LIBRARY.samples, ids=lambda sample: sample.id)
@pytest.mark.parametrize("language", ["ms", "en"])
def test_outline(sample, language):
    text = outline(assemble(LIBRARY, sample_answers(sample, LIBRARY), language))
    path = GOLDEN / f"{sample.id}.{language}.txt"
    if os.environ.get("DASARKITA_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
