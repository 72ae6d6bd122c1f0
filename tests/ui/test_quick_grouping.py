"""Which questions of the quick way are asked together."""

from dataclasses import replace

from desktop.core.library import Kind
from desktop.ui.quick.grouping import groups


def test_questions_of_one_step_that_fit_together_are_asked_together(library):
    found = groups(question for question in library.questions if question.essential)
    assert [question.id for group in found for question in group] == [q.id for q in library.questions if q.essential]
    assert found[0] == (library.question["business_name"], library.question["sector"])
    assert found[1] == (library.question["state"], library.question["staff_count"])
    for group in found:
        assert len(group) in (1, 2)
        assert len({question.step for question in group}) == 1


def test_two_long_questions_have_a_screen_each(library):
    sector = library.question["sector"]
    assert groups([sector, replace(sector, id="other")]) == ((sector,), (replace(sector, id="other"),))
    small = replace(sector, id="small", kind=Kind.NAME, choices=())
    assert groups([small, small, small]) == ((small, small), (small,))
    assert groups([]) == ()
