"""The log as a table: what a spreadsheet reads is what was logged, and nothing in it is run as a formula."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import i18n
from desktop.content.load import load_library
from desktop.core.text import printable
from desktop.core.watch.entry_words import ABOUT_WORDS, TONE_WORDS, TRUTH_WORDS, WRITER_WORDS
from desktop.core.watch.evidence import ABOUT, SENT, TONES, TRUTHS, WRITERS, Entry
from desktop.render.log_table import log_table
from tests.strategies import ODD

LIBRARY = load_library()
ENTRY = Entry(
    seen=date(2027, 1, 5),
    where="facebook",
    writer="former_staff",
    about=("firm", "workplace"),
    link="https://example.my/1?a=b",
    text='Roti "keras",\nservis lambat; 🍞',
    language="ms",
    file="skrin 1.png",
    tone="bad",
    truth="mixed",
    path=(("seen", ""), ("danger", "no")),
    reply="Maaf.",
    action="Dibalas",
    by="Aminah",
    done=date(2027, 1, 6),
    outcome="Pelanggan berpuas hati",
    incident=3,
    written=datetime(2027, 1, 5, 9, 30, tzinfo=UTC),
    entry=12,
    number=14,
)


@pytest.fixture(autouse=True)
def english():
    i18n.use("en")
    yield
    i18n.use("en")


def rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def table(*entries):
    head, *lines = rows(log_table(LIBRARY, entries))
    return [dict(zip(head, line, strict=True)) for line in lines]


def test_an_entry_in_words():
    (line,) = table(ENTRY)
    facebook = LIBRARY.question["platforms"].choice("facebook").label["en"]
    assert line | {"Way through the response chart": ""} == {
        "Number": "12",
        "Found on": "2027-01-05",
        "State": "Settled",
        "Where": facebook,
        "Who wrote it": "Former staff",
        "About": "The business, Workplace",
        "Tone": "Unfriendly",
        "True?": "Partly true",
        "What was written": 'Roti "keras",\nservis lambat; 🍞',
        "Language": "Bahasa Melayu",
        "Link": "https://example.my/1?a=b",
        "Screenshot or file": "skrin 1.png",
        "Way through the response chart": "",
        "Reply": "",
        "Draft of a reply, not sent": "Maaf.",
        "What was done": "Dibalas",
        "By": "Aminah",
        "Done on": "2027-01-06",
        "How it ended": "Pelanggan berpuas hati",
        "Incident": "3",
        "Written down": "2027-01-05 09:30",
    }


def test_the_way_through_the_chart_is_told_in_the_words_of_its_boxes():
    first, second = LIBRARY.chart[:2]
    (line,) = table(Entry(date(2027, 1, 5), "x", path=((first.id, ""), (second.id, "no"))))
    told = line["Way through the response chart"]
    assert told == f"{' '.join(first.text['en'].split())} → {' '.join(second.text['en'].split())} No"


def test_a_reply_that_was_sent_stands_apart_from_a_draft():
    box = LIBRARY.chart[0]
    (line,) = table(Entry(date(2027, 1, 5), "x", path=((box.id, SENT),), reply="Maaf."))
    assert (line["Reply"], line["Draft of a reply, not sent"]) == ("Maaf.", "")
    assert line["Way through the response chart"] == " ".join(box.text["en"].split())


def test_how_it_ended_is_told_in_the_language_of_the_interface():
    for written in LIBRARY.words["outcome_gone"].values():
        assert table(replace(ENTRY, outcome=written))[0]["How it ended"] == "The post is gone"
    assert table(replace(ENTRY, outcome="Aminah rang"))[0]["How it ended"] == "Aminah rang"


def test_excel_knows_it_for_utf_8():
    assert log_table(LIBRARY, ()).startswith(b"\xef\xbb\xbf")


def test_headings_stand_there_without_entries_and_in_the_language_of_the_interface():
    (english,) = rows(log_table(LIBRARY, ()))
    i18n.use("ms")
    (malay,) = rows(log_table(LIBRARY, ()))
    assert len(set(english)) == len(english) == len(malay)


def test_every_code_has_words():
    assert (tuple(WRITER_WORDS), tuple(ABOUT_WORDS), tuple(TONE_WORDS), tuple(TRUTH_WORDS)) == (
        WRITERS,
        ABOUT,
        TONES,
        TRUTHS,
    )


def test_the_first_found_stands_first_whatever_the_order_of_the_rows():
    entries = [Entry(date(2027, 1, day), "x", entry=number) for day, number in ((3, 1), (1, 3), (1, 2), (2, 4))]
    numbers = [line["Number"] for line in table(*entries)]
    assert numbers == ["2", "3", "4", "1"]
    assert [line["Number"] for line in table(*reversed(entries))] == numbers


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+60 12-345 6789",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =cmd|'/c calc'!A0",
        '"=1+1',
        "' =1",
        "\n=1",
        "\u00ad=1",
        "\u2066=1",
        "﹦1",
        "＝1",
        "\ufeff=1",
        "\u200b@x",
        "\x00=1",
    ],
)
def test_nothing_is_run_as_a_formula(cell):
    (line,) = table(Entry(date(2027, 1, 1), cell, text=cell, by=cell))
    for key in ("Where", "What was written", "By"):
        assert line[key] == f"'{printable(cell)}"


@pytest.mark.parametrize("cell", ["Roti = sedap", "a@b.my", "'biasa'", "1-2", "", "🍞 =1"])
def test_what_is_no_formula_stays_as_it_is(cell):
    (line,) = table(Entry(date(2027, 1, 1), "x", text=cell))
    assert line["What was written"] == cell


texts = st.one_of(st.sampled_from((*ODD, "=1", " =1", "'=1", "a\r\nb", '"', ",")), st.text(max_size=30))


@given(st.lists(st.tuples(texts, texts, texts), max_size=5))
def test_what_was_logged_is_read_back(told):
    entries = [
        Entry(date(2027, 1, 1), "x", text=text, reply=reply, by=by, entry=number)
        for number, (text, reply, by) in enumerate(told)
    ]
    lines = table(*entries)
    assert len(lines) == len(told)
    for line, said in zip(lines, told, strict=True):
        for cell, words in zip(
            (line["What was written"], line["Draft of a reply, not sent"], line["By"]), said, strict=True
        ):
            assert cell in (printable(words), f"'{printable(words)}")
            assert not cell.strip().startswith(("=", "+", "-", "@"))
