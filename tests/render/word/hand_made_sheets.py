"""Handouts made by hand, with every kind of block in them."""

from dataclasses import replace

from hand_made import document

from desktop.core.bilingual import SideBySide
from desktop.core.document import (
    Annex,
    Arrow,
    Box,
    Columns,
    Drawing,
    Entry,
    Field,
    ListBlock,
    Paragraph,
    Run,
    Shape,
    Table,
)

BLANK = (Run("", fill="text"),)


def said(language, words):
    """Words that say their language."""
    return (Run(f"{language} {words}"),)


def chart(language):
    question = Shape("q", "question", "", 0, 0, 70, 20, said(language, "question"))
    end = Shape("e", "end", "good", 80, 0, 70, 20, said(language, "end"))
    arrow = Arrow(((70, 10), (80, 10)), "Yes")
    return Drawing(160, 30, 9, (question, end), (arrow,), f"{language} chart in words")


def panels(language):
    do = (ListBlock((said(language, "do one"), said(language, "do two"))),)
    dont = (ListBlock((said(language, "do not"),)),)
    return Columns((Box("good", said(language, "Do"), do), Box("bad", said(language, "Do not"), dont)))


def box(language, tone="warning"):
    inside = (
        Paragraph(said(language, "take care")),
        ListBlock((said(language, "first"), said(language, "second")), mark="number"),
        Field(f"{language} in the panel"),
        ListBlock((said(language, "tick in the panel"),), mark="tick"),
    )
    return Box(tone, said(language, "Careful"), inside)


def register(language):
    return Table(
        (
            (said(language, "Account"), said(language, "Two-step"), said(language, "Checked")),
            ((Run("@seri"),), (Run("", fill="tick"),), (Run("", fill="date"),)),
            (BLANK, (Run("", fill="tick"), Run(f" {language} done")), BLANK),
        ),
        shares=(5, 1, 3),
    )


def entries(language):
    points = tuple(said(language, f"point {number}") for number in range(3))
    steps = tuple(said(language, f"step {number}") for number in range(2))
    return (
        Entry("start", (Paragraph(said(language, "opening words")),)),
        Entry(
            "lists",
            (
                Paragraph(said(language, "leads to points")),
                ListBlock(points),
                ListBlock(steps, mark="number"),
                ListBlock(steps, ordered=True),
                ListBlock(steps, mark="number"),
                ListBlock(points, mark="tick"),
            ),
            heading=(Run("1. "), *said(language, "Lists")),
        ),
        Entry("panels", (panels(language), box(language), box(language, "plain")), heading=said(language, "Panels")),
        Entry("table", (register(language),), heading=said(language, "Register"), new_page=True),
        Entry(
            "form",
            (
                Paragraph((Run(f"{language} I, "), Run("", fill="text"), Run(", agree on "), Run("", fill="date"))),
                Field(f"{language} name"),
                Field(f"{language} day", "date"),
                Field(f"{language} signature", "signature"),
                Field(f"{language} role", value="Owner"),
            ),
            heading=said(language, "Form"),
        ),
        Entry("chart", (chart(language),), new_page=True),
    )


def sheet(language="en", made=None, **more):
    """A handout: no sections, one annex without a heading."""
    annex = Annex("handout", "", (), entries(language) if made is None else tuple(made))
    empty = Table((), header=False)
    return replace(document(language, sections=0), kind="handout", details=empty, annexes=(annex,), **more)


def pair_of(made):
    """A handout in both languages, its entries made by a function of the language."""
    return SideBySide(sheet("ms", made("ms")), sheet("en", made("en")))


def both():
    return pair_of(entries)
