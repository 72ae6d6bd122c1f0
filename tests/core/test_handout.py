"""Documents made of parts: what stands, what is left out with the policy, how points are drawn."""

from dataclasses import replace

import pytest

from desktop.core.answers import Account, Answers, ClauseChoice, Person
from desktop.core.assemble import settle
from desktop.core.document import Box, Columns, Field, ListBlock, Paragraph, Table, plain
from desktop.core.each_person import for_each, named
from desktop.core.forms import applying, make
from desktop.core.reference import DocumentKind, Part, Point
from tests.core.conftest import both

FIRM = Answers({"business_name": "Kedai Ros"})


def point(text, **more):
    return Point({"ms": text, "en": text}, **more)


@pytest.fixture
def sheet_of(small):
    """Makes the English sheet of some parts."""

    def made(*parts, answers=FIRM, language="en", **kind):
        documents = (*small.documents, DocumentKind("sheet", both("Sheet"), both("for"), ("ms", "en", "both"), **kind))
        library = replace(small, documents=documents, parts=tuple(replace(part, document="sheet") for part in parts))
        return make(library, answers, language, document="sheet")

    return made


def blocks(document):
    return [block for entry in document.annexes[0].entries for block in entry.blocks]


def test_a_point_names_the_number_of_its_clause(sheet_of):
    (listed,) = blocks(sheet_of(Part("a", points=(point("Answer in {hours} hours.", clause="one.first"),))))
    assert [plain(item) for item in listed.items] == ["Answer in 24 hours (clause\u00a01.1)."]


def test_a_point_goes_with_the_clause_that_is_left_out(sheet_of):
    part = Part("a", points=(point("Stays."), point("Goes.", clause="one.first")))
    without = replace(FIRM, choices={"one.first": ClauseChoice(included=False)})
    (listed,) = blocks(sheet_of(part, answers=without))
    assert [plain(item) for item in listed.items] == ["Stays."]


def test_a_part_goes_with_its_last_point_or_its_clause(sheet_of):
    parts = (
        Part("lead", body=both("These:"), points=(point("Only strict.", clause="one.strict"),)),
        Part("needs", body=both("Agency."), clauses=("one.agency",)),
        Part("quoted", quotes="one.strict"),
        Part("stays", body=both("Here.")),
    )
    assert [entry.id for entry in sheet_of(*parts).annexes[0].entries] == ["stays"]


def test_a_part_can_quote_the_wording_of_the_policy(sheet_of):
    (said,) = blocks(sheet_of(Part("a", quotes="one.first")))
    assert plain(said.runs) == "Kedai Ros answers in 24 hours."


def test_the_first_points_that_apply_are_printed(sheet_of):
    points = (point("A.", when="uses_agency"), point("B."), point("C."), point("D."))
    (listed,) = blocks(sheet_of(Part("a", points=points, at_most=2)))
    assert [plain(item) for item in listed.items] == ["B.", "C."]


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("list", ListBlock(((),), False)),
        ("letters", ListBlock(((),), True)),
        ("numbers", ListBlock(((),), False, "number")),
        ("ticks", ListBlock(((),), False, "tick")),
    ],
)
def test_points_are_drawn_as_their_shape_says(sheet_of, shape, expected):
    (listed,) = blocks(sheet_of(Part("a", shape=shape, points=(point("A **bold** point."),))))
    assert (listed.ordered, listed.mark) == (expected.ordered, expected.mark)
    assert [run.text for run in listed.items[0] if run.bold] == ["bold"]


def test_dos_and_donts_stand_side_by_side(sheet_of):
    (panels,) = blocks(
        sheet_of(
            Part("do", title=both("Do"), shape="do", points=(point("A."),)),
            Part("dont", title=both("Don’t"), shape="dont", points=(point("B."),)),
        )
    )
    assert isinstance(panels, Columns)
    assert [(box.tone, plain(box.title)) for box in panels.boxes] == [("good", "Do (en)"), ("bad", "Don’t (en)")]


def test_donts_stand_alone_where_there_are_no_dos(sheet_of):
    parts = (
        Part("do", shape="do", points=(point("A.", clause="one.strict"),)),
        Part("dont", shape="dont", points=(point("B."),)),
    )
    (panel,) = blocks(sheet_of(*parts))
    assert isinstance(panel, Box)


def test_a_table_has_headings_points_and_empty_rows(sheet_of):
    part = Part(
        "a",
        shape="table",
        heads=(both("What"), both("Who")),
        points=(point("Keys", more=(both("Aminah"),)), point("Phone", more=({"ms": "", "en": ""},))),
        blank_rows=2,
    )
    (table,) = blocks(sheet_of(part))
    assert isinstance(table, Table)
    assert [[plain(cell) for cell in row] for row in table.rows[:3]] == [
        ["What (en)", "Who (en)"],
        ["Keys", "Aminah (en)"],
        ["Phone", ""],
    ]
    assert table.rows[2][1][0].fill == "text"
    assert [[run.fill for cell in row for run in cell] for row in table.rows[3:]] == [["text", "text"]] * 2


def test_a_table_can_hold_both_languages_in_every_form(sheet_of):
    words = Point({"ms": "Kami di {business_name}.", "en": "We at {business_name}."})
    part = Part("a", shape="table", heads=(both("M"), both("E")), columns_in=("ms", "en"), points=(words,))
    for language, foreign in (("en", 0), ("ms", 1)):
        (table,) = blocks(sheet_of(part, language=language))
        assert [plain(cell) for cell in table.rows[1]] == ["Kami di Kedai Ros.", "We at Kedai Ros."]
        tongues = [{run.language for run in cell} for cell in table.rows[1]]
        assert tongues[foreign] == {("ms", "en")[foreign]}
        assert tongues[1 - foreign] == {""}


def test_an_entry_of_a_list_is_a_point_of_its_own(sheet_of):
    answers = FIRM.answered("taboos", ({"en": "Rain"}, {"en": "Sun"}))
    (listed,) = blocks(sheet_of(Part("a", points=(point("Not {each:taboos}."),)), answers=answers))
    assert [plain(item) for item in listed.items] == ["Not Rain.", "Not Sun."]


def test_parts_are_numbered_where_the_document_says_so(sheet_of):
    parts = (Part("a", title=both("First")), Part("b", body=both("No heading")), Part("c", title=both("Next")))
    document = sheet_of(*parts, numbered=True)
    assert [plain(entry.heading) for entry in document.annexes[0].entries] == ["1. First (en)", "", "2. Next (en)"]


def test_the_register_of_accounts_lists_them_and_leaves_room(sheet_of):
    answers = replace(
        FIRM,
        people={"p": Person("p", "Aminah Yusof")},
        accounts={"a": Account("a", "facebook", "Kedai Ros", "p"), "b": Account("b", "mastodon", "@ros")},
    )
    document = sheet_of(Part("a", made_from="accounts"), answers=answers)
    (table,) = blocks(document)
    assert [plain(row[0]) for row in table.rows[1:3]] == ["Facebook (en): Kedai Ros", "mastodon: @ros"]
    assert [plain(row[1]) for row in table.rows[1:3]] == ["Aminah Yusof", ""]
    assert len(table.rows) == 6


def test_a_document_applies_by_its_condition(small):
    kind = DocumentKind("agency", both("A"), both("for"), ("en",), when="uses_agency")
    library = replace(small, documents=(*small.documents, kind))
    assert [each.id for each in applying(settle(library, FIRM))] == ["policy"]
    assert [each.id for each in applying(settle(library, FIRM.answered("uses_agency", True)))] == ["policy", "agency"]


def test_a_short_policy_does_not_keep_answers_from_the_other_papers(sheet_of, small):
    short = FIRM.answered("detail", "short").answered("taboos", ({"en": "Rain"},))
    (said,) = blocks(sheet_of(Part("a", body={"ms": "{taboos}", "en": "{taboos}"}), answers=short))
    assert plain(said.runs) == "Rain"


def test_the_owners_first_language_stands_at_the_left(sheet_of):
    part = Part("a", body={"ms": "Helo.", "en": "Hello."})
    usual = sheet_of(part, language="both")
    turned = sheet_of(part, language="both", answers=replace(FIRM, look=replace(FIRM.look, first_language="en")))
    assert (usual.left.language, turned.left.language) == ("ms", "en")


def test_a_form_is_one_page_a_person(sheet_of):
    form = Part("form", shape="form", points=(point("Name"), point("Role"), point("Date", fill="date")))
    people = named(["Aminah Yusof", "  aminah   yusof", "", "Ravi"], [Person("p", "Aminah Yusof", {"en": "Owner"})])
    made = for_each(sheet_of(Part("top", body=both("I agree.")), form), people)
    entries = made.annexes[0].entries
    assert len({entry.id for entry in entries}) == len(entries)
    assert [entry.new_page for entry in entries] == [False, False, True, False, False]
    fields = [block for block in blocks(made) if isinstance(block, Field)]
    assert [(each.label, each.value) for each in fields] == [
        ("Name", "Aminah Yusof"),
        ("Role", "Owner"),
        ("Date", ""),
        ("Name", "Ravi"),
        ("Role", ""),
        ("Date", ""),
    ]


def test_two_people_of_one_name_get_a_page_each():
    register = [Person("a", "Siti", {"en": "Baker"}), Person("b", "Siti", {"en": "Driver"}), Person("c", "Ravi")]
    assert [person.id for person in named(["siti", "Mei", "Siti"], register)] == ["a", "b", ""]


def test_a_form_without_people_stays_as_it_is(sheet_of):
    document = sheet_of(Part("form", shape="form", points=(point("Name"),)))
    assert for_each(document, ()) is document
    assert isinstance(blocks(document)[0], Field)
    assert not isinstance(blocks(document)[0], Paragraph)
