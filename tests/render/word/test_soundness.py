"""The file is a sound one, whatever words are in it."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from hand_made import LIBRARY, WORDS, document, side_by_side, text
from hand_made_sheets import both, sheet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator
from reading import W, parts, words_of

from desktop import paths
from desktop.content.load import load_library
from desktop.core.bilingual import PairingError, SideBySide
from desktop.core.document import (
    Annex,
    Box,
    Clause,
    Columns,
    Entry,
    Field,
    ListBlock,
    Paragraph,
    Run,
    Section,
    Table,
)
from desktop.core.review_sheet import review_sheet
from desktop.core.text import printable
from desktop.render.word import write_word
from tests.strategies import words


def findings(data, path):
    path.write_bytes(data)
    return OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors


@pytest.mark.parametrize(
    "made",
    [
        *(document("ms"), document("en"), side_by_side(), document(sections=2, clauses=2), document(sections=0)),
        *(sheet("ms"), sheet("en"), both()),
    ],
    ids=["ms", "en", "both", "short", "empty", "handout ms", "handout en", "handout both"],
)
def test_validator_has_nothing_to_say(made, tmp_path):
    assert findings(write_word(made, LIBRARY), tmp_path / "made.docx") == []


def test_validator_accepts_the_review_sheet(tmp_path):
    library = load_library()
    few = replace(library, clauses=library.clauses[:12])
    made = SideBySide(review_sheet(few, "ms"), review_sheet(few, "en"))
    assert findings(write_word(made, library), tmp_path / "made.docx") == []


def test_base_document_opens_as_it_stands():
    base = docx.Document(str(paths.word_base()))
    assert "".join(p.text for p in base.paragraphs) == ""
    assert len(base.sections) == 3


@pytest.mark.parametrize("make", [document, side_by_side])
def test_same_document_same_bytes(make):
    first, second = write_word(make(), LIBRARY), write_word(make(), LIBRARY)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {(info.date_time, info.create_system) for info in package.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_very_long_name_leaves_header_and_properties_short():
    data = write_word(document(name="N" * 10_000), LIBRARY)
    package = parts(data)
    assert len(words_of(package["word/header.xml"])) < 100
    assert words_of(package["word/document.xml"]).count("N" * 10_000) == 1
    assert len(docx.Document(io.BytesIO(data)).core_properties.author) == 255


def test_sides_that_do_not_match_are_refused():
    with pytest.raises(PairingError):
        write_word(SideBySide(document("ms"), document("en", clauses=7)), LIBRARY)


@st.composite
def any_document(draw, language):
    def runs():
        styles = {name: draw(st.booleans()) for name in ("bold", "term", "gap")}
        return (Run(draw(words), **styles, language=draw(st.sampled_from(["", "ms", "en"]))),)

    blocks = (
        Paragraph(runs()),
        ListBlock((runs(), runs()), ordered=draw(st.booleans())),
        Table(((runs(), runs()), (runs(),)), header=draw(st.booleans())),
        Field(draw(words)),
    )
    clause = Clause("a.b", "1.1", runs(), blocks)
    inside = (Paragraph(runs()), ListBlock((runs(),), mark=draw(st.sampled_from(["", "number"]))), Field(draw(words)))
    part = (
        ListBlock((runs(), (Run(draw(words), fill="text"), *runs())), mark="tick"),
        Box(draw(st.sampled_from(["plain", "good", "bad", "warning"])), runs(), inside),
        Columns((Box("good", runs(), inside), Box("bad", runs(), ()))),
        Table(((runs(), runs()), ((Run("", fill="tick"), *runs()), (Run("", fill="date"),)))),
        Field(draw(words), value=draw(words)),
    )
    return replace(
        document(language),
        business_name=draw(words),
        title=draw(words),
        status=draw(words),
        details=Table(((runs(), runs()),), header=False),
        sections=(Section("a", "1", runs(), (clause,)),),
        annexes=(
            Annex("annex", "A", runs(), (Entry("e", blocks), Entry("f", (text(draw(words)),)))),
            Annex("sheet", "", (), (Entry("g", part, runs()), Entry("h", part))),
        ),
        words=WORDS[language],
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(any_document("ms"), any_document("en"))
def test_any_words_make_a_file_that_says_them(malay, english):
    for made in (malay, SideBySide(malay, english)):
        package = parts(write_word(made, LIBRARY))
        said = {node.text for node in package["word/document.xml"].iter(f"{W}t")}
        paragraph = malay.sections[0].clauses[0].blocks[0].runs[0].text
        for asked in (malay.title, malay.business_name, paragraph):
            printed = " ".join(printable(asked).split())
            assert not printed or printed in {" ".join((words or "").split()) for words in said}
