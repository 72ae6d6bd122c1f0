import pytest

from desktop.core.document import Run
from desktop.core.template import Hole, Pointer, TemplateError, TemplateList, TemplateParagraph, parse_body


def test_a_body_becomes_paragraphs_lists_holes_and_pointers():
    body = (
        "Ask **{spokesperson.name}** about *maklumat sulit* ([[ref:stance.rights]]).\n\n- one\n- {each:extra_taboos}\n"
    )
    paragraph, points = parse_body(body)
    assert isinstance(paragraph, TemplateParagraph)
    assert paragraph.fixed is None
    assert paragraph.content == (
        Run("Ask "),
        Hole("spokesperson", "name", each=False, bold=True),
        Run(" about "),
        Run("maklumat sulit", term=True),
        Run(" ("),
        Pointer("ref", "stance.rights"),
        Run(")."),
    )
    assert isinstance(points, TemplateList)
    assert points.items == ((Run("one"),), (Hole("extra_taboos", each=True),))
    assert not points.ordered


def test_a_term_broken_over_two_lines_stays_one_term():
    (paragraph,) = parse_body("Guard *maklumat\nsulit* well.")
    assert paragraph.content[1] == Run("maklumat sulit", term=True)


def test_numbered_lists_are_ordered():
    (steps,) = parse_body("1. first\n2. second")
    assert isinstance(steps, TemplateList)
    assert steps.ordered


@pytest.mark.parametrize("body", ["a {Bad Name} b", "{unclosed", "[[ref:x", "- a\n  - nested", "see [[page:3]]"])
def test_what_is_not_known_is_refused(body):
    with pytest.raises(TemplateError):
        parse_body(body)


def test_markup_that_is_not_ours_stays_as_it_is_typed():
    (paragraph,) = parse_body("# not a heading, <b>not html</b>, `not code`")
    assert paragraph.fixed is not None
    assert paragraph.fixed.runs[0].text == "# not a heading, <b>not html</b>, `not code`"
