"""What is filled in by hand: lines that are long and high enough, boxes side by side, tables ruled both ways."""

from hand_made import LIBRARY
from hand_made_sheets import pair_of, said, sheet
from reading import W, body, style_of, words_of

from desktop.core.document import Box, Entry, Field, ListBlock, Paragraph, Run, Table
from desktop.render.word import write_word

BLANK = (Run("", fill="text"),)


def made(*blocks, **more):
    return write_word(sheet(made=[Entry(f"e{index}", (block,)) for index, block in enumerate(blocks)], **more), LIBRARY)


def together(*blocks):
    return write_word(sheet(made=[Entry("e", blocks)]), LIBRARY)


def in_both(make):
    return write_word(pair_of(lambda language: [Entry("e", tuple(make(language)))]), LIBRARY)


def styled(data, style):
    return [p for p in body(data).iter(f"{W}p") if style_of(p) == style]


def stops(paragraph):
    return [int(tab.get(f"{W}pos")) for tab in paragraph.findall(f"{W}pPr/{W}tabs/{W}tab")]


def kept(paragraph):
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


def ticks(*words):
    return ListBlock(tuple((Run(each),) for each in words), mark="tick")


def test_lines_of_a_form_begin_below_each_other():
    lines = styled(together(Field("Name"), Field("Answer needed by (day and time)")), "SheetField")
    assert len({tuple(stops(line)) for line in lines}) == 1
    assert stops(lines[0])[0] > 9298 * 0.28
    (alone,) = styled(together(Field("Name")), "SheetField")
    assert stops(alone)[0] == int(9298 * 0.28)


def test_a_signature_has_room():
    name, signature = styled(together(Field("Name"), Field("Signature", "signature")), "SheetField")
    spacing = signature.find(f"{W}pPr/{W}spacing")
    assert int(spacing.get(f"{W}line")) >= 510
    assert spacing.get(f"{W}lineRule") == "atLeast"
    assert name.find(f"{W}pPr/{W}spacing") is None


def test_long_labels_of_two_languages_stand_one_below_the_other():
    data = in_both(lambda language: [Field(f"{language} name"), Field(f"{language} a question and who answers it")])
    assert [words_of(p).rstrip("_ ") for p in styled(data, "SheetField")] == [
        "ms name · en name",
        "ms a question and who answers it",
    ]
    assert [words_of(p) for p in styled(data, "SecondText")] == ["en a question and who answers it"]


def test_the_number_of_a_label_stands_once():
    data = in_both(lambda language: [Field(f"1. {language}")])
    assert words_of(styled(data, "SheetField")[0]).startswith("1. ms · en_")


def test_lines_to_sign_stay_with_what_is_signed():
    data = made(ListBlock((said("en", "one"), said("en", "two"))), Field("Signature", "signature"))
    assert all(kept(p) for p in styled(data, "SheetPoint"))
    data = made(Paragraph(said("en", "words")), Field("Signature", "signature"))
    assert kept(styled(data, "SheetText")[0])


def test_lines_to_sign_stay_with_the_last_row_above_them():
    rows = tuple((said("en", str(number)), said("en", "x")) for number in range(4))
    box = Box("plain", said("en", "Title"), (Paragraph(said("en", "words")),))
    for make in (lambda _: Table(rows), lambda _: box):
        pair = pair_of(lambda language, make=make: [Entry("e", (make(language),)), Entry("f", (Field(language),))])
        for data in (made(make("en"), Field("Signature", "signature")), write_word(pair, LIBRARY)):
            table = body(data).find(f"{W}tbl")
            assert all(kept(p) for p in table.findall(f"{W}tr")[-1].iter(f"{W}p"))
            assert kept(table.getnext())


def test_short_boxes_stand_side_by_side():
    (line,) = styled(made(ticks("Malay", "English", "Tamil")), "SheetText")
    assert words_of(line) == "☐Malay☐English☐Tamil"
    lines = [words_of(p) for p in styled(made(ticks("Facebook", "x" * 60, "TikTok", "YouTube")), "SheetText")]
    assert lines == ["☐Facebook", "☐" + "x" * 60, "☐TikTok☐YouTube"]
    assert len(styled(made(ticks("Malay", "English")), "SheetText")) == 2
    assert len(styled(made(ticks(*["word " * 12] * 3)), "SheetText")) == 3


def test_boxes_with_a_line_to_write_on_have_a_line_of_their_own():
    block = ListBlock((said("en", "one"), (Run("other: "), Run("", fill="text")), (Run("day: "), *BLANK)), mark="tick")
    assert len(styled(made(block), "SheetText")) == 3


def test_no_point_of_a_list_stands_alone_at_the_edge_of_a_page():
    points = ListBlock(tuple((Run("long " * 80),) for _ in range(5)))
    assert [kept(p) for p in styled(made(points), "SheetPoint")] == [True, False, False, True, False]
    short = ListBlock(tuple(said("en", str(number)) for number in range(4)))
    assert [kept(p) for p in styled(made(short), "SheetPoint")] == [True, True, True, False]


def table_of(data):
    table = body(data).find(f"{W}tbl")
    return table, table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")


def test_tables_to_fill_in_have_lines_between_their_columns():
    heads = (said("en", "What"), said("en", "Who"))
    assert table_of(made(Table((heads, (said("en", "this"), BLANK)))))[1] == "FormTable"
    assert table_of(made(Table((heads, ((Run("", fill="tick"),), said("en", "this"))))))[1] == "RuledTable"


def test_cells_that_are_signed_are_blank_and_high():
    row = ((Run("Aminah"),), (Run("", fill="signature"),))
    table, _ = table_of(made(Table((((Run("Name"),), (Run("Signature"),)), row))))
    signed = table.findall(f"{W}tr")[1]
    assert int(signed.find(f"{W}trPr/{W}trHeight").get(f"{W}val")) >= 510
    assert not list(signed.iter(f"{W}sdt"))


def test_the_last_row_of_a_table_does_not_stand_alone():
    rows = [((Run(f"{number}"),), (Run("x"),)) for number in range(4)]
    table, _ = table_of(made(Table(tuple(rows))))
    held = [kept(row.find(f"{W}tc/{W}p")) for row in table.findall(f"{W}tr")]
    assert held == [False, False, True, False]


def test_the_first_row_may_begin_alone_at_the_foot_of_a_page():
    """LibreOffice 7 draws the table beyond the foot of the page where that row is kept whole; its words are instead."""
    rows = tuple((said("en", str(number)), said("en", "x")) for number in range(4))
    table, _ = table_of(made(Table(rows)))
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(f"{W}tr")]
    assert whole == [True, False, True, True]
    assert all(p.find(f"{W}pPr/{W}keepLines") is not None for p in table.findall(f"{W}tr")[1].iter(f"{W}p"))


def test_tables_with_the_same_headings_have_the_same_columns():
    heads = ((Run("Who"),), (Run("What"),))
    one = Table((heads, ((Run("x"),), (Run("y"),))), shares=(1, 9))
    other = Table((heads, ((Run("Kamaruzzaman"),), (Run("y"),))), shares=(1, 9))
    tables = list(body(made(one, other)).iter(f"{W}tbl"))
    widths = [[column.get(f"{W}w") for column in table.iter(f"{W}gridCol")] for table in tables]
    assert widths[0] == widths[1]


def test_the_name_of_an_account_stands_once_in_two_languages():
    def register(language):
        platform = {"ms": "Ulasan Google", "en": "Google reviews"}[language]
        return [Table((((Run(f"{platform}: "), Run("@seri", bold=True)), BLANK),), header=False)]

    table, _ = table_of(in_both(register))
    cell = table.find(f"{W}tr/{W}tc")
    assert [words_of(p) for p in cell.findall(f"{W}p")] == ["Ulasan Google: @seri", "Google reviews"]
