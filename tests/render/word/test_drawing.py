"""The response chart in Word: shapes with real words, which fit, differ without colour and can be told apart."""

import re
from dataclasses import replace
from itertools import product

import pytest
from hand_made import LIBRARY, document
from hypothesis import given, settings
from openxml_audit import FileFormat, OpenXmlValidator
from reading import W, parts

from desktop.core.bilingual import SideBySide
from desktop.core.document import Annex, Arrow, Drawing, Entry, Run, Shape
from desktop.core.look import DESIGNS, LEAST_CONTRAST, Look, contrast
from desktop.core.text import printable
from desktop.render.chart_style import DEFAULT, HEAVY, palette_of, style_of
from desktop.render.word import write_word
from desktop.render.word.designs import colours
from tests.strategies import words

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

OTHER = {"ms": "en", "en": "ms"}

PALETTES = [DEFAULT, *(palette_of(colours(*look)) for look in product(DESIGNS, ("", "#FFEE00", "#102030")))]


def chart(language="en", text="Is it a threat?", says="1. Is it a threat?"):
    question = (Run("1. ", bold=True), Run(text, bold=True))
    note = (Run("Ask "), Run("[siapa]", gap=True, language=OTHER[language]), Run("."))
    return Drawing(
        width=164,
        height=60,
        points=9,
        shapes=(
            Shape("start", "start", "", 0, 0, 164, 10, (Run("Start", bold=True),)),
            Shape("gate", "question", "danger", 0, 16, 75, 18, question, note),
            Shape("stop", "action", "danger", 90, 16, 74, 18, (Run("Stop", bold=True),)),
            Shape("rest", "end", "good", 0, 42, 75, 12, (Run("Rest", bold=True),)),
        ),
        arrows=(
            Arrow(((37.5, 10), (37.5, 16))),
            Arrow(((75, 25), (90, 25)), "Yes"),
            Arrow(((37.5, 34), (37.5, 42)), "No"),
        ),
        says=says,
    )


def paper(language="en", *drawings):
    entries = tuple(Entry(f"chart-{i}", (drawing,)) for i, drawing in enumerate(drawings or (chart(language),)))
    return replace(document(language, sections=0), annexes=(Annex("sheet", "", (), entries),))


def root(made):
    return parts(write_word(made, LIBRARY))["word/document.xml"]


def shapes(tree):
    return [shape for shape in tree.iter(f"{WPS}wsp") if shape.find(f"{WPS}txbx") is not None]


@pytest.mark.parametrize("made", [paper("ms"), SideBySide(paper("ms"), paper("en"))], ids=["ms", "both"])
def test_validator_has_nothing_to_say(made, tmp_path):
    path = tmp_path / "made.docx"
    path.write_bytes(write_word(made, LIBRARY))
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors == []


def test_every_box_is_a_shape_with_its_words():
    said = ["".join(node.text for node in shape.iter(f"{W}t")) for shape in shapes(root(paper()))]
    assert said == ["Start", "1. Is it a threat?Ask [siapa].", "Yes", "Stop", "No", "Rest"]


def test_words_say_which_language_they_are_in():
    tree = root(paper("en"))
    tags = {run.find(f"{W}t").text: run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in tree.iter(f"{W}r")
            if run.find(f"{W}t") is not None}  # fmt: skip
    assert tags["Is it a threat?"] == "en-GB"
    assert tags["[siapa]"] == "ms-MY"


def test_the_drawing_says_all_in_its_alternative_text_and_to_programs_that_know_no_shapes():
    tree = root(paper())
    (properties,) = tree.iter(f"{WP}docPr")
    assert properties.get("descr") == chart().says
    (fallback,) = tree.iter(f"{MC}Fallback")
    assert "".join(fallback.itertext()) == chart().says


@pytest.mark.parametrize(
    "made", [paper("en", chart(), chart(says="another")), SideBySide(paper("ms", chart("ms")), paper("en"))]
)
def test_no_two_drawings_or_shapes_have_one_id(made):
    tree = root(made)
    ids = [node.get("id") for node in tree.iter(f"{WP}docPr", f"{WPS}cNvPr")]
    assert len(ids) == len(set(ids)) > 10
    assert all(0 < int(identity) < 2**31 for identity in ids)


def test_arrows_end_in_a_head():
    lines = [shape for shape in root(paper()).iter(f"{WPS}wsp") if shape.find(f"{WPS}cNvCnPr") is not None]
    assert len(lines) == 3
    assert all(line.find(f"{WPS}spPr/{A}ln/{A}tailEnd") is not None for line in lines)


def test_an_arrow_round_a_corner_has_one_head_and_goes_either_way():
    bent = Arrow(((60, 40), (40, 40), (40, 20)))
    tree = root(paper("en", replace(chart(), arrows=(bent,))))
    lines = [shape for shape in tree.iter(f"{WPS}wsp") if shape.find(f"{WPS}cNvCnPr") is not None]
    frames = [line.find(f"{WPS}spPr/{A}xfrm") for line in lines]
    assert [frame.attrib.get("flipH") for frame in frames] == ["1", None]
    assert [frame.attrib.get("flipV") for frame in frames] == [None, "1"]
    assert [len(list(line.iter(f"{A}tailEnd"))) for line in lines] == [0, 1]


def test_kinds_differ_in_shape_and_danger_in_its_border():
    tree = root(paper())
    made = {"".join(node.text for node in shape.iter(f"{W}t"))[:4]: shape for shape in shapes(tree)}
    form = {name: shape.find(f"{WPS}spPr/{A}prstGeom") for name, shape in made.items()}
    assert form["Stop"].get("prst") == "rect"
    assert form["1. I"].get("prst") == form["Rest"].get("prst") == "roundRect"
    corners = {
        name: int(re.sub(r"\D", "", form[name].find(f"{A}avLst/{A}gd").get("fmla"))) for name in ("1. I", "Rest")
    }
    assert corners["Rest"] > 3 * corners["1. I"]
    borders = {name: int(made[name].find(f"{WPS}spPr/{A}ln").get("w")) for name in ("1. I", "Rest")}
    assert borders["1. I"] >= 2 * borders["Rest"]


@pytest.mark.parametrize("shape", chart().shapes, ids=lambda shape: shape.id)
def test_words_can_be_read_on_their_box_and_its_border_seen(shape):
    for palette in PALETTES:
        style = style_of(shape, palette)
        assert contrast(style.ink, style.fill) >= LEAST_CONTRAST
        assert contrast(style.border, palette.paper) >= 3
        assert contrast(palette.line, palette.paper) >= 3
        assert contrast(palette.gap_ink, palette.gap) >= LEAST_CONTRAST
        assert (style.thick == HEAVY) == (shape.tone == "danger")


def fills(look):
    tree = parts(write_word(paper(), LIBRARY, look))["word/document.xml"]
    return {shape.find(f"{WPS}spPr/{A}solidFill/{A}srgbClr").get("val") for shape in shapes(tree) if "txBox" not in
            shape.find(f"{WPS}cNvSpPr").attrib}  # fmt: skip


def test_a_design_gives_the_chart_its_colours():
    assert fills(Look("plain")) == {"FFFFFF"}
    assert "123456" in fills(Look("modern", "#123456"))
    assert "123456" not in fills(Look("modern"))


@settings(max_examples=30, deadline=None)
@given(words, words)
def test_any_words_make_a_file_that_says_them(text, says):
    tree = root(paper("en", chart(text=text, says=says)))
    said = {" ".join((node.text or "").split()) for node in tree.iter(f"{W}t")}
    printed = " ".join(printable(text).split())
    assert not printed or printed in said
