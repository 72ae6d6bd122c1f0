"""References to clauses and sections are fields: they say the right number, and still do when clauses move."""

import re
import shutil
import subprocess
from copy import deepcopy
from dataclasses import replace

import pytest
from hand_made import LIBRARY, clause, document
from lxml import etree
from reading import W, body, opened, parts, words_of

from desktop.core.bilingual import SideBySide
from desktop.core.document import Annex, Entry, Paragraph, Run
from desktop.render.word import package, write_word

NO_BREAK = "\u00a0"


def pointing(language, made):
    """A document whose last clause points to a clause, a section, an annex and nowhere."""
    word = {"ms": "fasal", "en": "clause"}[language]
    runs = (
        Run(f"{language} see "),
        Run(f"{word} 2.3", target="s2.c3"),
        Run(", "),
        Run("section 2", target="s2", bold=True),
        Run(", "),
        Run("the laws", target="annex-laws"),
        Run(", "),
        Run("2.3 twelve", target="s2.c4"),
    )
    *sections, last = made.sections
    pointer = clause(len(made.sections), 2, language, Paragraph(runs))
    return replace(made, sections=(*sections, replace(last, clauses=(last.clauses[0], pointer))))


def made(language):
    return pointing(language, document(language, sections=3, clauses=4))


def fields(data):
    """The code and the result of every field in the text."""
    found = []
    for paragraph in body(data).iter(f"{W}p"):
        code, result, inside = "", "", ""
        for node in paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
            if node.tag == f"{W}fldChar":
                inside = node.get(f"{W}fldCharType")
                if inside == "end":
                    found.append((code.strip(), result))
                    code = result = ""
            elif node.tag == f"{W}instrText":
                code += node.text
            elif inside == "separate":
                result += node.text
    return found


def test_numbers_are_fields_with_the_right_result():
    expected = [("REF clause_2_3_en \\r \\h", "2.3"), ("REF section_2_en \\r \\h", "2")]
    assert [field for field in fields(write_word(made("en"), LIBRARY)) if "1_" not in field[0]][-2:] == expected


def test_each_column_points_to_its_own_words():
    data = write_word(SideBySide(made("ms"), made("en")), LIBRARY)
    names = [code.split()[1] for code, _ in fields(data)]
    assert names[-4:] == ["clause_2_3_ms", "section_2_ms", "clause_2_3_en", "section_2_en"]


def test_what_has_no_number_is_a_plain_link():
    data = write_word(made("en"), LIBRARY)
    links = {words_of(link).replace(NO_BREAK, " "): link for link in body(data).iter(f"{W}hyperlink")}
    for words in ("the laws", "2.3 twelve"):  # the clause it points to is 2.4
        assert not list(links[words].iter(f"{W}fldChar"))
    assert list(links["clause 2.3"].iter(f"{W}fldChar"))


def test_other_readers_see_the_words():
    texts = [p.text.replace(NO_BREAK, " ") for p in opened(write_word(made("en"), LIBRARY)).paragraphs]
    assert "en see clause 2.3, section 2, the laws, 2.3 twelve" in texts


def test_word_is_not_told_to_ask_on_opening():
    data = write_word(made("en"), LIBRARY)
    assert not list(body(data).iter(f"{W}fldSimple"))
    assert not [c for c in body(data).iter(f"{W}fldChar") if c.get(f"{W}dirty")]
    assert parts(data)["word/settings.xml"].find(f"{W}updateFields") is None


def test_references_to_other_documents_are_words():
    entry = Entry("e", (Paragraph((Run("clause 2.3", target="s2.c3"),)),))
    sheet = document(sections=0)
    data = write_word(replace(sheet, annexes=(Annex("a", "", (), (entry,)),)), LIBRARY)
    assert not fields(data)
    assert not list(body(data).iter(f"{W}hyperlink"))


def printed(folder, *files):
    """The references that each of some files shows on paper; all are printed at one go."""
    sources = [folder / f"{number}.docx" for number in range(len(files))]
    for source, data in zip(sources, files, strict=True):
        source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *sources], check=True, capture_output=True, timeout=120)
    for source in sources:
        read = ["pdftotext", "-raw", source.with_suffix(".pdf"), "-"]
        text = subprocess.run(read, check=True, capture_output=True, timeout=60).stdout.decode()
        yield re.findall(r"(?:clause|fasal|section) [\d.]*\d(?=,)", text.replace(NO_BREAK, " "))


def changed(data, change):
    """The file with its body changed."""
    package_parts = {name: etree.tostring(tree, encoding="unicode") for name, tree in parts(data).items()}
    tree = parts(data)["word/document.xml"]
    change(tree)
    package_parts["word/document.xml"] = etree.tostring(tree, encoding="unicode")
    return package.zipped(package_parts)


def one_clause_more(tree):
    """A heading more before the clauses of the second section, as an owner would add one in Word."""
    heading = next(p for p in tree.iter(f"{W}p") if words_of(p) == "en clause 2.1")
    more = deepcopy(heading)
    for mark in [*more.iter(f"{W}bookmarkStart"), *more.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    heading.addprevious(more)


@pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None, reason="LibreOffice is not installed"
)
def test_another_office_program_works_out_the_same_numbers(tmp_path):
    both = write_word(SideBySide(made("ms"), made("en")), LIBRARY)
    moved = changed(write_word(made("en"), LIBRARY), one_clause_more)
    in_both, in_moved = printed(tmp_path, both, moved)
    assert in_both[-4:] == ["fasal 2.3", "section 2", "clause 2.3", "section 2"]
    assert in_moved[-2:] == ["clause 2.4", "section 2"]
