"""What an undo step is called, whatever label an older or newer program wrote."""

import pytest

from desktop.core.answers import OwnClause
from desktop.ui.step_names import step_name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("answer:state", "answer to “"),
        ("answer:a_question_of_older_content", "an answer"),
        ("person:Aminah Yusof", "the person Aminah Yusof"),
        ("person:" + "Kedai " * 20, "the person Kedai Kedai"),
        ("account:kedai: roti", "the account kedai: roti"),
        ("clause:ownership.nothing-of-the-kind", "a clause"),
        ("clause:own.1a2b3c4d", "a clause of your own"),
        ("clause:taboo.three-r", "the clause “"),
        ("update:taboo.three-r", "the library’s change to “"),
        ("update:taboo.gone", "a change of the library"),
        ("look:", "the look of the documents"),
        ("", ""),
    ],
)
def test_a_step_is_called_what_it_changed(library, label, name):
    told = step_name(library, label)
    assert told.startswith(name)
    assert bool(told) == bool(name)
    assert len(told) < 80


def test_a_clause_of_the_owners_is_called_by_its_title(library):
    own = {"own.1": OwnClause("own.1", "taboo", {"ms": "Burung kakak tua"}, {"ms": "Biarkan."})}
    assert step_name(library, "clause:own.1", own) == "your clause “Burung kakak tua”"
