"""The search of the user guide: the best place first, and the words owners type."""

from collections.abc import Iterator

import pytest

from desktop import i18n
from desktop.content.guide import load_guide
from desktop.content.guide_search import Entry, GuideIndex
from desktop.content.load import load_library
from desktop.ui.help.book import Book

LANGUAGES = ("ms", "en")


@pytest.fixture
def index() -> GuideIndex:
    return GuideIndex(
        [
            Entry("doors#s0", "Doors", "", "A door has a lock. " + "Nothing else is said here. " * 9 + "Keys open it."),
            Entry("keys#s0", "Keys", "", "What opens a door."),
            Entry("keys#s1", "Keys", "If you lose them", "Ask for the café's spare one."),
            Entry("words#mail", "e-mel", "", "Surat dalam talian. Dasarnya begini.", also="email"),
        ]
    )


def targets(index: GuideIndex, typed: str) -> list[str]:
    return [hit.entry.target for hit in index.find(typed)]


def test_the_best_place_comes_first(index):
    assert targets(index, "keys") == ["keys#s0", "keys#s1", "doors#s0"]


def test_the_beginning_of_a_word_is_enough_and_accents_and_hyphens_do_not_matter(index):
    assert targets(index, "CAF") == ["keys#s1"]
    assert targets(index, "emel") == targets(index, "e-mel") == targets(index, "email") == ["words#mail"]


def test_all_words_must_be_there(index):
    assert targets(index, "door open") == ["doors#s0", "keys#s0"]
    assert targets(index, "door spare") == []


def test_endings_are_forgiven(index):
    assert targets(index, "locks") == ["doors#s0"]
    assert targets(index, "talianlah") == ["words#mail"]


def test_nothing_typed_finds_nothing(index):
    assert [targets(index, typed) for typed in ("", "  ", "…!")] == [[], [], []]


def test_the_context_is_around_what_was_found(index):
    context = {hit.entry.target: hit.context for hit in index.find("keys")}
    assert context["doors#s0"].startswith("… ")
    assert context["doors#s0"].endswith("Keys open it.")
    assert len(context["doors#s0"]) < 120
    assert context["keys#s0"] == "What opens a door."


@pytest.fixture
def asked_index() -> GuideIndex:
    words = ("pendrive", "thumb drive", "leaving the shop")
    return GuideIndex(
        [
            Entry("shop#s0", "Shops", "", "A shop, a pendrive, a thumb and a drive."),
            Entry("copies#s0", "Copies", "", "Put one elsewhere.", asked=words),
            Entry("copies#s1", "Copies", "If it breaks", "Take the other one.", asked=words),
        ]
    )


def test_words_people_ask_for_count_like_the_title(asked_index):
    assert targets(asked_index, "pendrive") == ["copies#s0", "copies#s1", "shop#s0"]
    assert targets(asked_index, "pendr") == ["copies#s0", "copies#s1", "shop#s0"]
    assert targets(asked_index, "pendrive breaks") == ["copies#s1"]
    assert asked_index.find("pendrive")[0].context == "Put one elsewhere."


def test_a_phrase_counts_like_the_title_only_as_a_whole(asked_index):
    assert targets(asked_index, "drive thumb") == ["copies#s0", "shop#s0"]
    assert targets(asked_index, "shop") == ["shop#s0", "copies#s0"]


@pytest.fixture(scope="module", params=LANGUAGES)
def book(request) -> Iterator[Book]:
    """Help as it is shipped, in each language."""
    before = i18n.current()
    i18n.use(request.param)
    made = Book(load_guide(), load_library())
    made.get_ready()
    yield made
    i18n.use(before)


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("pendrive", "copies"),
        ("thumb drive", "copies"),
        ("thumbdrive", "copies"),
        ("backup", "copies"),
        ("back up", "copies"),
        ("sandaran", "copies"),
        ("hilang", "copies"),
        ("recover", "copies"),
        ("password", "password"),
        ("kata kunci", "password"),
        ("lupa password", "password"),
        ("forgot password", "password"),
        ("forgot", "password"),
        ("hilang password", "password"),
        ("lupa", "password"),
        ("print", "reading documents export"),
        ("cetak", "reading documents export"),
        ("whatsapp", "reading documents"),
        ("telegram", "reading documents"),
        ("pdf", "reading documents export"),
        ("pekerja berhenti", "documents"),
        ("berhenti kerja", "documents"),
        ("resign", "documents"),
        ("dark mode", "settings"),
        ("mod gelap", "settings"),
        ("language", "settings start"),
        ("tukar bahasa", "settings"),
        ("undo", "step"),
        ("buat asal", "step"),
        ("save", "start first"),
        ("simpan", "start copies"),
        ("logo", "look"),
        ("letterhead", "look"),
        ("kepala surat", "look"),
        ("font", "look"),
        ("zoom", "preview"),
        ("errors", "check-up"),
        ("dashboard", "home"),
        ("checklist", "watch"),
        ("senarai semak", "watch"),
        ("google calendar", "watch"),
        ("quiet hours", "settings watch"),
        ("complaint", "log words"),
        ("balas komen", "log"),
        ("csv", "log"),
        ("data leak", "incidents words"),
        ("digodam", "incidents"),
        ("google alerts", "watch-words"),
        ("keywords", "watch-words"),
        ("2fa", "accounts"),
        ("remove access", "accounts"),
        ("buang akses", "accounts"),
    ],
)
def test_words_owners_type_lead_to_the_page(book, typed, topics):
    found = [hit.entry.target.partition("#")[0] for hit in book.find(typed)]
    assert found[:1], "nothing found"
    assert found[0] in topics.split(), found
