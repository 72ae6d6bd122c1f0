"""Three designs and one colour of the firm, made of named tokens."""

import re
from xml.etree import ElementTree

import pytest
from hand_made import LIBRARY, document, side_by_side
from hypothesis import given
from hypothesis import strategies as st
from reading import W, opened, parts
from test_soundness import findings

from desktop import paths
from desktop.core.look import DESIGNS, LEAST_CONTRAST, Look, contrast
from desktop.render.word import designs, package, write_word

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
TEXT = ("ink", "muted", "accent", "plain", "good", "bad", "warning")
GROUNDS = {"ink": ("paper", "gap", "tint", "plain_fill", "good_fill", "bad_fill", "warning_fill"), "muted": ("paper",)}
"""What stands on what: all text on paper, text of a tone on its own ground too."""


def grounds(name):
    own = (f"{name}_fill",) if name in {"plain", "good", "bad", "warning"} else ()
    return (*GROUNDS.get(name, ("paper", "tint")), *own)


@pytest.mark.parametrize("design", DESIGNS)
@given(chosen=colours)
def test_all_text_can_be_read_in_any_colour(design, chosen):
    made = {name: f"#{value}" for name, value in designs.colours(design, chosen).items()}
    for name in TEXT:
        for ground in grounds(name):
            assert contrast(made[name], made[ground]) >= LEAST_CONTRAST, (name, ground)
    for tone in ("accent", "good", "bad", "warning"):  # bands with light letters
        assert contrast(made["paper"], made[tone]) >= LEAST_CONTRAST


def test_the_colour_of_the_firm_is_kept_for_what_is_no_text():
    made = designs.colours("modern", "#FFD400")
    assert made["brand"] == "FFD400"
    assert made["accent"] != "FFD400"
    assert designs.colours("modern", "no colour") == designs.colours("modern")


def test_the_plain_design_knows_no_colour_and_no_fill():
    made = designs.colours("plain", "#FFD400")
    assert {value for name, value in made.items() if name != "brand"} <= {"000000", "FFFFFF", "808080"}
    styles = parts(write_word(document(), LIBRARY, Look("plain", "#FFD400")))["word/styles.xml"]
    used = {value for element in styles.iter() for value in element.attrib.values()}
    assert "FFD400" not in used


def test_an_unknown_design_is_the_usual_one():
    assert write_word(document(), LIBRARY, Look("of tomorrow")) == write_word(document(), LIBRARY)


def test_the_resources_name_no_colour_and_no_font_of_the_text():
    for name, part in package.base_parts().items():
        assert not re.findall(r'"[0-9A-Fa-f]{6}"', part), name
        assert not re.findall('"(Calibri|Carlito|Cambria|Caladea|Arial)"', part), name
    for path in (paths.word_base() / "designs").glob("*.toml"):
        styles = path.read_text(encoding="utf-8").partition("[styles.")[2]
        assert not re.findall(r'"[0-9A-Fa-f]{6}"', styles), path.name


@pytest.mark.parametrize("design", DESIGNS)
def test_every_name_in_braces_is_filled_in(design):
    for name, part in parts(write_word(side_by_side(), LIBRARY, Look(design))).items():
        for element in part.iter():
            assert not any("{" in value for value in element.attrib.values()), name


@pytest.mark.parametrize(("design", "font"), [("modern", "Calibri"), ("classic", "Cambria"), ("plain", "Arial")])
def test_each_design_has_its_font(design, font):
    package_parts = parts(write_word(document(), LIBRARY, Look(design)))
    usual = package_parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert usual.get(f"{W}ascii") == font
    (known,) = package_parts["word/fontTable.xml"].findall(f"{W}font")
    assert known.get(f"{W}name") == font
    assert known.find(f"{W}altName").get(f"{W}val") in {"Carlito", "Caladea", "Liberation Sans"}


def test_a_design_changes_whole_properties_of_a_style():
    style = '<w:style w:styleId="A"><w:name w:val="a"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    assert designs.restyled(style, {"A": {"run": "<w:i/>"}}) == style.replace("<w:b/>", "<w:i/>")
    assert designs.restyled(style, {"A": {"run": ""}}) == style.replace("<w:rPr><w:b/></w:rPr>", "")
    with pytest.raises(ValueError, match="substring"):
        designs.restyled(style, {"B": {"run": ""}})


def test_sizes_grow_and_shrink_together():
    styles = '<w:sz w:val="20"/><w:szCs w:val="20"/><w:spacing w:before="100" w:after="0" w:line="240"/>'
    smaller = '<w:sz w:val="18"/><w:szCs w:val="18"/><w:spacing w:before="90" w:after="0" w:line="240"/>'
    assert designs.sized(styles, 0.9) == smaller
    assert designs.sized(styles, 1) is styles
    assert designs.sized('<w:sz w:val="1"/>', 0.3) == '<w:sz w:val="1"/>'


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("made", [document("ms"), side_by_side()], ids=["ms", "both"])
def test_validator_has_nothing_to_say(design, made, tmp_path):
    data = write_word(made, LIBRARY, Look(design, "#FFD400"))
    assert data == write_word(made, LIBRARY, Look(design, "#FFD400"))
    assert findings(data, tmp_path / "made.docx") == []
    assert opened(data).styles["Title"]


def test_design_files_are_read_as_xml():
    for design in DESIGNS:
        for style, changes in designs.design_of(design).styles.items():
            for inside in changes.values():
                assert ElementTree.fromstring(f'<x xmlns:w="w">{inside}</x>') is not None, style
