"""What an undo step is called, whatever label an older or newer program wrote."""

import pytest

from desktop.ui.step_names import step_name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("answer:state", "answer to “"),
        ("answer:a_question_of_older_content", "an answer"),
        ("person:Aminah Yusof", "the person Aminah Yusof"),
        ("person:" + "Kedai " * 20, "the person Kedai Kedai"),
        ("account:kedai: roti", "the account kedai: roti"),
        ("clause:ownership.handover", ""),
        ("", ""),
    ],
)
def test_a_step_is_called_what_it_changed(library, label, name):
    told = step_name(library, label)
    assert told.startswith(name)
    assert bool(told) == bool(name)
    assert len(told) < 80
