"""Every document of two businesses, in every form: what a screen reader needs is there."""

import io
from functools import cache
from itertools import pairwise

import mammoth
import pytest
from reading import W, language_of, opened, parts, style_of, words_of

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.assemble import settle
from desktop.core.bilingual import SideBySide
from desktop.core.document import plain
from desktop.core.forms import form_names, make_settled
from desktop.core.look import DESIGNS, LEAST_CONTRAST, contrast
from desktop.render.word import write_word
from desktop.render.word.designs import colours

LIBRARY = load_library()
SAMPLES = {sample.id: sample for sample in LIBRARY.samples if sample.id in {"bakery", "clinic"}}
TEXTS = ("word/document.xml", "word/header.xml", "word/footer.xml", "word/footer-first.xml")
HEADINGS = (
    "p[style-name='heading 1'] => h1.section:fresh",
    "p[style-name='heading 2'] => h2.clause:fresh",
    "p[style-name='Annex heading'] => h1.annex:fresh",
    "p[style-name='Part heading'] => h1.part:fresh",
)


@cache
def settled(sample):
    return settle(LIBRARY, sample_answers(SAMPLES[sample], LIBRARY))


@cache
def papers(sample, document):
    """A document in every form, made and written."""
    forms = [make_settled(settled(sample), form, document=document) for form in form_names(LIBRARY)]
    return [(made, write_word(made, LIBRARY)) for made in forms]


every_document = pytest.mark.parametrize("document", [kind.id for kind in LIBRARY.documents])
every_sample = pytest.mark.parametrize("sample", SAMPLES)


def number(element, path):
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else int(found.get(f"{W}val"))


def levels(package):
    """The level of every heading, in order, with its words."""
    styles = {style.get(f"{W}styleId"): number(style, "pPr/outlineLvl") for style in package["word/styles.xml"]}
    based = {
        style.get(f"{W}styleId"): style.find(f"{W}basedOn").get(f"{W}val")
        for style in package["word/styles.xml"]
        if style.find(f"{W}basedOn") is not None
    }
    for paragraph in package["word/document.xml"].iter(f"{W}p"):
        level, style = number(paragraph, "pPr/outlineLvl"), style_of(paragraph)
        while level is None and style:
            level, style = styles.get(style), based.get(style, "")
        if level is not None:
            yield level + 1, words_of(paragraph)


@every_sample
@every_document
def test_headings_follow_each_other_without_jumps(sample, document):
    for _, data in papers(sample, document):
        found = list(levels(parts(data)))
        assert all(words.strip() for _, words in found)
        if found:
            assert found[0][0] == 1
        for (above, _), (below, words) in pairwise(found):
            assert below <= above + 1, words


@every_sample
@every_document
def test_tables_have_headings_and_names_and_no_merged_cells(sample, document):
    for _, data in papers(sample, document):
        text = parts(data)["word/document.xml"]
        assert not list(text.iter(f"{W}gridSpan", f"{W}vMerge"))
        for table in text.iter(f"{W}tbl"):
            assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val").strip()
            look = table.find(f"{W}tblPr/{W}tblLook")
            rows = table.findall(f"{W}tr")
            headed = rows[0].find(f"{W}trPr/{W}tblHeader") is not None
            assert headed or look.get(f"{W}firstColumn") == "1" or len(rows) == 1


@every_sample
@every_document
def test_pictures_and_controls_say_what_they_are(sample, document):
    for _, data in papers(sample, document):
        text = parts(data)["word/document.xml"]
        for picture in text.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
            assert picture.get("descr").strip()
        for control in text.iter(f"{W}sdt"):
            assert control.find(f"{W}sdtPr/{W}alias").get(f"{W}val").strip()


@every_sample
@every_document
def test_every_run_says_its_language(sample, document):
    for _, data in papers(sample, document):
        package = parts(data)
        assert {language_of(run) for name in TEXTS for run in package[name].iter(f"{W}r")} <= {"ms-MY", "en-GB"}


@every_sample
@every_document
def test_no_blank_lines_make_room(sample, document):
    for _, data in papers(sample, document):
        paragraphs = [p for p in parts(data)["word/document.xml"].iter(f"{W}p") if style_of(p) != "TableEnd"]
        holding = [p for p in paragraphs if not list(p.iter(f"{W}sdt", f"{W}drawing"))]
        blank = {style_of(p) for p in holding if not words_of(p).strip() and p.getparent().tag != f"{W}tc"}
        assert not blank


@every_sample
@every_document
def test_another_reader_finds_title_language_and_tables(sample, document):
    for made, data in papers(sample, document):
        sides = (made.left, made.right) if isinstance(made, SideBySide) else (made,)
        found = opened(data)
        assert found.core_properties.title == " · ".join(side.title for side in sides)
        assert found.core_properties.author == sides[0].business_name
        assert len(found.core_properties.language.split(", ")) == len(sides)
        for table in found.tables:
            assert {len(row.cells) for row in table.rows} == {len(table.columns)}


@every_document
def test_a_third_reader_finds_headings_and_boxes_to_tick(document):
    for made, data in papers("bakery", document):
        if not isinstance(made, SideBySide) and made.language == "en":
            continue  # written as the Malay is; this reader takes its time
        sides = (made.left, made.right) if isinstance(made, SideBySide) else (made,)
        read = mammoth.convert_to_html(io.BytesIO(data), style_map="\n".join(HEADINGS)).value
        for side in sides:
            for annex in side.annexes:
                for entry in annex.entries:
                    words = plain(entry.heading).split(". ")[-1]
                    assert not words or f"{words.replace('&', '&amp;')}" in headings_of(read)
        ticks = str(sides[0]).count("fill='tick'")
        assert read.count('type="checkbox"') >= ticks


def headings_of(html):
    return "".join(part.partition("</h1>")[0] for part in html.split('<h1 class="part">')[1:])


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("tone", ["plain", "good", "bad", "warning"])
def test_headings_of_panels_can_be_read(design, tone):
    named = {name: f"#{colour}" for name, colour in colours(design).items()}
    assert contrast(named[tone], named[f"{tone}_fill"]) >= LEAST_CONTRAST
    assert contrast(named[tone], named["paper"]) >= LEAST_CONTRAST
