"""Documents made by hand, with everything in them that is hard for a writer."""

from desktop.core.bilingual import SideBySide
from desktop.core.document import (
    Annex,
    Clause,
    Document,
    Entry,
    Field,
    ListBlock,
    Paragraph,
    Run,
    Section,
    Table,
)
from desktop.core.library import Library
from desktop.core.reference import LanguageInfo

LIBRARY = Library(
    version="test",
    languages=(
        LanguageInfo("ms", "Bahasa Malaysia", "ms-MY", "ms_MY"),
        LanguageInfo("en", "English", "en-GB", "en_MY"),
    ),
    words={},
    documents=(),
    steps=(),
    questions=(),
    clauses=(),
    laws=(),
    terms=(),
)

WORDS = {
    "ms": {"contents": "Kandungan", "page_of": "Halaman {page} daripada {pages}"},
    "en": {"contents": "Contents", "page_of": "Page {page} of {pages}"},
}
OTHER = {"ms": "en", "en": "ms"}


def text(words, **more):
    return Paragraph((Run(words, **more),))


def clause(section, index, language, *blocks):
    number = f"{section}.{index}"
    title = (Run(f"{language} clause {number}"),)
    return Clause(f"s{section}.c{index}", number, title, blocks or (text(f"{language} body of {number}"),))


def hard_blocks(language, target):
    return (
        text("Tab\there, a bell \x07, half a letter \ud83d, <b>&amp;</b> \"quoted\" and 'single'."),
        Paragraph(
            (
                Run("A "),
                Run("defined term", term=True),
                Run(" beside "),
                Run("[still to be written]", gap=True, language=OTHER[language]),
                Run(", bold", bold=True),
                Run(": see "),
                Run("clause 2.3", target=target),
                Run(" and "),
                Run("nowhere", target="no.such.clause"),
            )
        ),
        ListBlock(((Run("bread 🍞 👩‍🍳"),), (Run("مخبز السعادة"),), (Run("third"),))),
        ListBlock(tuple((Run(f"step {i}"),) for i in range(3)), ordered=True),
        text("X" * 10_000),
        ListBlock(tuple((Run(f"again {i}"),) for i in range(2)), ordered=True),
        Table((((Run("Kind"),), (Run("Keep for"),)), ((Run("Log"),), (Run("a year"),)))),
        Table((((Run("Owner"),), (Run("Aminah"),)),), header=False),
        Field("Name"),
        Field("Date"),
    )


def document(language="en", *, sections=10, clauses=8, name="Kedai Roti Seri Murni", dated=None):
    made = []
    for section in range(1, sections + 1):
        rows = [clause(section, index, language) for index in range(1, clauses + 1)]
        if section == 1:
            rows[0] = clause(1, 1, language, *hard_blocks(language, f"s{min(2, sections)}.c{min(3, clauses)}"))
        if section == 2:
            rows[0] = clause(2, 1, language, text("long " * 600))
        made.append(Section(f"s{section}", str(section), (Run(f"{language} section {section}"),), tuple(rows)))
    law = Entry("law-1", (text("Act 1", bold=True), text("What it means.")))
    sign = Entry("sign-1", (text("Issued by:"), Field("Name"), Field("Signature")))
    staff = Entry("sign-2", (text("Received by:"), Field("Signature")))
    return Document(
        kind="policy",
        language=language,
        business_name=name,
        title={"ms": "Dasar media sosial", "en": "Social media policy"}[language],
        status={"ms": "Draf", "en": "Draft"}[language],
        details=Table(
            (
                ((Run("Status"),), (Run({"ms": "Draf", "en": "Draft"}[language]),)),
                ((Run({"ms": "Pemilik", "en": "Owner"}[language]),), (Run("Aminah Yusof"),)),
            ),
            header=False,
        ),
        sections=tuple(made),
        annexes=(
            Annex("annex-laws", "A", (Run(f"{language} Annex A: Laws"),), (law,)),
            Annex("annex-sign", "B", (Run(f"{language} Annex B: Signatures"),), (sign, staff), new_page=True),
        ),
        words=WORDS[language],
        dated=dated,
    )


def side_by_side(**more):
    return SideBySide(document("ms", **more), document("en", **more))
