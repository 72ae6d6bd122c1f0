"""The log: every change a further row, the newest shown, found by the beginnings of its words, deleted when over."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.watch.evidence import Cleared, Entry, Incident
from desktop.store.business_file import BusinessFile
from desktop.store.errors import Damaged
from desktop.store.evidence_book import EvidenceBook
from tests.store.circumstances import START, at

DAY = START.date()
FULL = Entry(
    DAY,
    "google_reviews",
    "former_customer",
    ("firm", "staff"),
    "https://maps.google.com/?cid=77",
    "Servis lambat, café tutup awal!",
    "ms",
    "ulasan 31-01.png",
    "bad",
    "mixed",
    (("gate", "no"), ("reply", "")),
    "Maaf atas kelewatan",
    "Dijawab",
    "Siti",
    DAY,
    "Pelanggan berpuas hati",
    3,
)


def day(number: int) -> date:
    return DAY + timedelta(days=number)


@pytest.fixture
def book(file: BusinessFile) -> EvidenceBook:
    return file.evidence


def add(book: EvidenceBook, seen: int = 0, where: str = "facebook", **said: object) -> int:
    return book.add_entry(Entry(day(seen), where, **said), now=at(days=seen)).entry  # type: ignore[arg-type]


def found(book: EvidenceBook, find: str = "", **filters: object) -> list[int]:
    assert book.entry_count(find, **filters) == len(book.entries(find, **filters))  # type: ignore[arg-type]
    return [entry.entry for entry in book.entries(find, **filters)]  # type: ignore[arg-type]


def test_an_entry_is_kept_as_it_was_said(file: BusinessFile, path: Path, copies: Path) -> None:
    kept = file.evidence.add_entry(FULL, now=at(1))
    assert kept == replace(FULL, entry=1, number=1, written=at(1).astimezone())
    file.close()
    with BusinessFile.open(path, now=at(days=1), backup_folder=copies) as again:
        assert again.evidence.entries() == (kept,)
        assert again.evidence.entry(1) == kept
        assert again.evidence.entry(2) is None


def test_a_change_is_a_further_row(book: EvidenceBook) -> None:
    first = book.add_entry(Entry(DAY, "facebook", text="Lambat"), now=at(1))
    other = book.add_entry(Entry(DAY, "tiktok", text="Sedap"), now=at(2))
    changed = book.add_entry(replace(first, text="Dingin", seen=day(-3), outcome="Selesai"), now=at(3))
    assert (changed.entry, changed.number, other.entry) == (1, 3, 2)
    assert book.history(1) == (first, changed)
    assert book.entries() == (other, changed)
    assert (found(book, "lambat"), found(book, "dingin")) == ([], [1])
    assert (found(book, state="open"), found(book, state="settled")) == ([2], [1])
    with pytest.raises(ValueError, match="9"):
        book.add_entry(replace(first, entry=9), now=at(4))


def test_entries_are_shown_by_the_day_they_were_found(book: EvidenceBook) -> None:
    for seen in (3, 1, 5, 3, 2):
        add(book, seen)
    assert found(book) == [3, 4, 1, 5, 2]
    assert [entry.entry for entry in book.entries(limit=2, skip=1)] == [4, 1]
    assert found(book, since=day(2), until=day(3)) == [4, 1, 5]
    assert found(book, since=date.min, until=date.max) == found(book)
    assert found(book, "face", since=day(2), until=day(3)) == [4, 1, 5]
    assert [entry.entry for entry in book.entries("face", limit=2, skip=1)] == [4, 1]


def test_filters_go_together(book: EvidenceBook) -> None:
    add(book, text="roti", tone="bad")
    add(book, text="roti", tone="good", outcome="Ok")
    add(book, where="Papan kenyataan", text="roti", tone="bad", outcome="Ok")
    assert found(book, where="Papan kenyataan") == [3]
    assert found(book, tone="bad") == [3, 1]
    assert found(book, "roti", tone="bad", state="settled") == [3]
    assert found(book, "roti", tone="bad", state="open", where="facebook", since=day(0), until=day(0)) == [1]


@pytest.mark.parametrize(
    "typed",
    [
        "servis",
        "SERV",
        "cafe",
        "café",
        "tutup lambat",
        "s",
        "goog",
        "reviews",
        "maps.google",
        "77",
        "siti",
        "kelewatan",
        "ulasan 31",
        "berpuas hati",
        "dijawab",
        "  lambat  ",
        "lambat, awal!",
    ],
)
def test_beginnings_of_all_words_are_found(book: EvidenceBook, typed: str) -> None:
    book.add_entry(FULL, now=at())
    add(book, text="Roti")
    assert found(book, typed) == [1]


@pytest.mark.parametrize(
    "typed", ["ambat", "servis pantas", '"', "* -", "AND", "NEAR(", "\ud83d\ude00", "servis:", "\0"]
)
def test_what_is_not_there_is_not_found(book: EvidenceBook, typed: str) -> None:
    book.add_entry(FULL, now=at())
    assert found(book, typed) == ([1] if typed == "servis:" else [])


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("e-mel", "emel"),
        ("emel", "e-mel"),
        ("e-mel", "e-m"),
        ("Ke-10", "10"),
        ("don't", "dont"),
        ("\u597d\u5403\u7684\u9762\u5305", "\u9762\u5305"),
        ("roti\u9762", "roti"),
        ("na\u00efve", "naive"),
        ("\u0e2d\u0e23\u0e48\u0e2d\u0e22", "\u0e23\u0e48"),
        ("\u0ba8\u0ba9\u0bcd\u0bb1\u0bbf", "\u0ba8\u0ba9\u0bcd"),
        ("x" * 90, "x" * 80),
    ],
)
def test_words_are_found_however_they_are_written(book: EvidenceBook, written: str, typed: str) -> None:
    add(book, text=f"Ini {written} ya")
    add(book, text="Lain")
    assert found(book, typed) == [1]


def test_a_text_pasted_by_mistake_keeps_nobody_waiting(book: EvidenceBook) -> None:
    add(book, text=" ".join(f"kata{number}" for number in range(16)))
    assert found(book, " ".join(f"kata{number}" for number in range(5000))) == [1]


WORDS = st.lists(st.sampled_from(["roti", "rotan", "kek", "Kedai", "e-mel"]), max_size=4).map(" ".join)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), WORDS, st.booleans()), max_size=12), WORDS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_search_agrees_with_reading_everything(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[int, int, str, bool]], typed: str
) -> None:
    folder = tmp_path_factory.mktemp("log")
    newest: dict[int, Entry] = {}
    with BusinessFile.create(folder / "a.dasar", now=START, backup_folder=folder / "copies") as file:
        for which, seen, text, settled in said:
            old = newest.get(which)
            entry = Entry(day(seen), "x", text=text, outcome="zz" if settled else "", entry=old.entry if old else 0)
            newest[which] = file.evidence.add_entry(entry, now=at())
        shown = sorted(newest.values(), key=lambda entry: (entry.seen, entry.entry), reverse=True)
        for state in ("", "open", "settled"):
            wanted = [
                entry.entry
                for entry in shown
                if state in ("", "open" if entry.is_open else "settled")
                and all(
                    any(word.startswith(part) for word in entry.text.casefold().replace("-", "").split())
                    for part in typed.casefold().replace("-", "").split()
                )
            ]
            assert found(file.evidence, typed, state=state) == wanted


def test_mentions_by_month_tone_and_place(book: EvidenceBook) -> None:
    first = add(book, tone="bad")
    add(book, tone="bad")
    add(book, seen=1, tone="bad")
    add(book, seen=1, where="tiktok", tone="good")
    january, february = date(2027, 1, 1), date(2027, 2, 1)
    assert book.mentions(day(-9), day(9)) == {
        (january, "bad", "facebook"): 2,
        (february, "bad", "facebook"): 1,
        (february, "good", "tiktok"): 1,
    }
    book.add_entry(Entry(DAY, "facebook", tone="good", entry=first), now=at())
    assert book.mentions(DAY, DAY) == {(january, "bad", "facebook"): 1, (january, "good", "facebook"): 1}


def test_what_is_over_is_deleted_with_all_its_rows(file: BusinessFile, path: Path, copies: Path) -> None:
    book = file.evidence
    over = add(book, -60, text="rahsiasulit lama")
    book.add_entry(Entry(day(-60), "facebook", text="rahsiasulit lama", outcome="Ok", entry=over), now=at(days=-50))
    still_open = add(book, -60, text="terbuka")
    recent = add(book, -60, text="baharu", outcome="Ok", done=day(-1))
    of_incident = add(book, -60, text="insiden", outcome="Ok", incident=1)
    begun_with = add(book, -60, text="mula", outcome="Ok")
    book.add_incident(Incident("leak", at(), "Bocor", entry=begun_with), now=at())
    last = add(book, -60, text="rahsiasulit akhir", outcome="Ok", done=day(-60))
    cleared = book.clear_entries(day(-30), "Aminah", now=at(5))
    assert cleared == Cleared(day(-30), 2, "Aminah", at(5).astimezone(), 1)
    assert book.cleared() == (cleared,)
    assert sorted(found(book)) == [still_open, recent, of_incident, begun_with]
    assert (book.history(over), book.entry(last), found(book, "rahsiasulit"), found(book, "lama")) == ((), None, [], [])
    assert add(book, text="rahsia baharu") > last, "a number is never used again"
    assert found(book, "rahsia") == [last + 1]
    file.close()
    assert b"rahsiasulit" not in path.read_bytes()


def test_nothing_to_delete_leaves_no_note(book: EvidenceBook) -> None:
    add(book, outcome="Ok")
    assert book.clear_entries(DAY, "Aminah", now=at()) == Cleared(DAY, 0, "Aminah")
    assert (book.cleared(), found(book)) == ((), [1])
    assert book.clear_entries(day(1), "Aminah", now=at()).count == 1


@pytest.mark.parametrize("sql", ["UPDATE entry SET about = '{}'", "UPDATE entry SET path = '[[1]]'"])
def test_an_entry_that_makes_no_sense_is_damage_when_it_is_read(path: Path, copies: Path, sql: str) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.evidence.add_entry(FULL, now=at())
    with apsw.Connection(str(path)) as connection:
        connection.execute("DROP TRIGGER entry_unchanged")
        connection.execute(sql)
    connection.close()
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        with pytest.raises(Damaged):
            file.evidence.entries()
        assert file.evidence.entry_count("servis") == 1


def test_a_search_that_is_damaged_is_said(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.evidence.add_entry(FULL, now=at())
    shutil.rmtree(copies)
    with apsw.Connection(str(path)) as connection:
        connection.execute("UPDATE entry_words_data SET block = x'00' WHERE id > 10")
    connection.close()
    with pytest.raises(Damaged, match="damaged and cannot be read"):
        BusinessFile.open(path, now=START, backup_folder=copies)


def test_entries_are_counted_without_gaps_whatever_their_changes(file: BusinessFile) -> None:
    book = file.evidence
    first = book.add_entry(Entry(DAY, "x", text="one"), now=at())
    for text in ("one, changed", "one, changed again"):
        book.add_entry(replace(first, text=text), now=at())
    assert book.add_entry(Entry(DAY, "x", text="two"), now=at()).entry == 2
    book.add_entry(Entry(DAY - timedelta(days=90), "x", outcome="Ok", done=DAY - timedelta(days=90)), now=at())
    assert book.old_entries(DAY) == 1
    assert book.clear_entries(DAY, "Siti", now=at()).count == 1
    assert book.old_entries(DAY) == 0
    assert book.add_entry(Entry(DAY, "x", text="four"), now=at()).entry == 4, "a number is never used again"
    assert [entry.entry for entry in book.entries()] == [4, 2, 1]
