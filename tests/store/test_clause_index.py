from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.content.load import load_library
from desktop.core.library import Library
from desktop.core.reference import Avoid, LanguageInfo, Term
from desktop.store.clause_index import ClauseIndex, Entry

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
    terms=(
        Term("share", {"en": "share", "ms": "berkongsi"}, forms={"en": ("sharing",)}),
        Term("post", {"en": "post", "ms": "hantaran"}, also={"ms": ("pos",)}),
        Term("hashtag", {"en": "hashtag", "ms": "tanda pagar"}, everyday={"ms": "hashtag"}, also={"ms": ("tagar",)}),
        Term("email", {"en": "email", "ms": "e-mel"}),
        Term("employee", {"en": "employee", "ms": "pekerja"}),
    ),
    avoid=(
        Avoid("ms", "polisi", "dasar"),
        Avoid("ms", "karyawan", "pekerja"),
        Avoid("ms", "surel", "e-mel"),
        Avoid("ms", "tanda tangan", "tandatangan"),
        Avoid("ms", "kata sandi", "kata laluan"),
    ),
)


def entry(name: str, title: str = "", body: str = "", why: str = "", language: str = "ms") -> Entry:
    return Entry(name, {language: title}, {language: body}, {language: why})


def found(words: str, *entries: Entry, library: Library = LIBRARY) -> tuple[str, ...]:
    index = ClauseIndex(library, entries)
    try:
        return index.search(words)
    finally:
        index.close()


def is_found(words: str, text: str, language: str = "ms") -> bool:
    return found(words, entry("other", "Zzz"), entry("a", body=text, language=language)) == ("a",)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("pekerja", "Pekerjaan baharu."),
        ("pekerjaan", "Anda bekerja di sini."),
        ("siaran", "Jangan menyiarkan gambar."),
        ("tular", "Video itu ditularkan."),
        ("MEMADAM ", "Padamkannya."),
        ("cafe", "Café kami"),
        ("café", "Cafe\u0301 kami"),
        ("CAFE\u0301", "Café kami"),
        ("emel", "Tulis e-mel."),
        ("e-mel", "Tulis emel."),
        ("e\u2011mel", "Tulis e-mel."),
        ("e mel", "Tulis e-mel."),
        ("emelnya", "Tulis e-mel."),
        ("undang", "undang-undang"),
        ("pekerja-pekerja", "Setiap pekerja tahu."),
        ("jumaat", "Jum’aat"),
        ("Jum'aat", "Jumaat"),
        ("kata laluan", "kata **laluan**"),
        ("sulitnya", "maklumat *sulit*"),
        ("kandungan", "kan\u00addungan"),
        ("3r", "topik sensitif (3R)"),
    ],
)
def test_affixes_accents_hyphens_and_apostrophes_are_forgiven(words: str, text: str) -> None:
    assert is_found(words, text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("post ", "Posting is fine"),
        ("shared", "Please share this"),
        ("policies", "our policy"),
        ("customer", "The customer’s photo"),
        ("customers'", "A customer asks"),
        ("two factor", "two-factor sign-in"),
        ("twofactor", "Two-factor sign-in"),
    ],
)
def test_english_endings_are_forgiven(words: str, text: str) -> None:
    assert is_found(words, text, "en")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("polisi", "Dasar ini"),
        ("polisinya", "Dasar ini"),
        ("polisi", "dasarnya"),
        ("share", "Anda boleh berkongsi gambar."),
        ("shares ", "Anda boleh berkongsi gambar."),
        ("pos", "Setiap hantaran"),
        ("post", "Setiap hantaran"),
        ("posts ", "Setiap hantaran"),
        ("hashtag", "Letak tanda pagar."),
        ("tagar", "Letak tanda pagar."),
        ("employee", "Setiap pekerja"),
        ("karyawan", "Setiap pekerja"),
        ("kata sandi", "Kata laluan yang panjang"),
        ("tanda tangan", "Sila beri tandatangan."),
        ("surel", "Tulis e-mel."),
        ("surel", "Tulis emel."),
        ("email", "Tulis e-mel."),
        ("polisi share", "Dasar ini: berkongsi dengan cermat"),
        ("karyaw", "Setiap pekerja"),
        ("kata sand", "Kata laluan yang panjang"),
    ],
)
def test_everyday_older_and_foreign_words_are_understood(words: str, text: str) -> None:
    assert is_found(words, text)


def test_a_word_to_avoid_means_all_that_the_right_one_means() -> None:
    assert is_found("karyawan", "Every employee", "en")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("pekerja kucing", "Setiap pekerja"),
        ("polisi", "Laporkan kepada polis."),
        ("kerja ", "kerjaya"),
        ("business_name", "Nama {business_name}"),
        ("ref", "Lihat [[ref:one.first]]."),
        ("kar", "Kereta"),
        ("tanda", "pagar"),
    ],
)
def test_what_is_not_there_is_not_found(words: str, text: str) -> None:
    assert not is_found(words, text)


@pytest.mark.parametrize("words", ["", " ", "\t\n", "-", "?!", "*", '"', "🍞", "{}", "\x00", "\ud800", "_"])
def test_no_words_find_nothing(words: str) -> None:
    assert found(words, entry("a", "Kedai")) == ()


def test_every_word_counts_in_any_language_and_the_last_may_be_cut_short() -> None:
    both = Entry(
        "both", {"ms": "Kata laluan", "en": "Passwords"}, {"ms": "panjang", "en": "long"}, {"ms": "", "en": ""}
    )
    other = Entry("other", {"ms": "Laluan pejalan kaki"}, {}, {})
    assert found("laluan passw", both, other) == ("both",)
    assert found("lalu", both, other) == found("laluan", both, other) == ("other", "both")
    assert found("passw ", both, other) == ()


def test_a_title_goes_before_the_reason_and_the_reason_before_the_body() -> None:
    entries = (
        entry("body", "Satu", "gambar " * 4, "sebab"),
        entry("why", "Dua", "perkara", "gambar"),
        entry("title", "Gambar", "perkara", "sebab " * 30),
        *(entry(f"none{number}", "Lain", "perkara", "sebab") for number in range(9)),
    )
    assert found("gambar", *entries) == ("title", "why", "body")


def test_a_synonym_in_the_title_goes_before_rarer_ones_in_the_body() -> None:
    common = [entry(f"c{number}", "Lain", "hantaran") for number in range(9)]
    entries = (*common, entry("rare", "Lain", "pos post", "post"), entry("title", "Hantaran"))
    assert found("posts ", *entries)[:2] == ("title", "rare")


def test_the_word_itself_goes_before_its_synonym() -> None:
    assert found("post", entry("ms", "Hantaran"), entry("en", body="A post.", language="en")) == ("en", "ms")


def test_equals_stand_in_the_order_of_the_library() -> None:
    names = [f"c{number}" for number in (5, 3, 9, 1)]
    assert found("gambar", *(entry(name, "Gambar") for name in names)) == tuple(names)


def test_entries_are_added_replaced_and_removed() -> None:
    index = ClauseIndex(LIBRARY, [entry("a", "Gambar"), entry("b", "Gambar"), entry("c", "Gambar")])
    index.put(entry("b", "Gambar dan video"))
    assert index.search("video") == ("b",)
    index.put(entry("d", "Gambar"))
    index.put(entry("a", "Bunyi"))
    index.put(entry("a", "Gambar"))
    assert index.search("bunyi") == ()
    assert index.search("gambar") == ("a", "c", "d", "b")  # b has the longer title
    index.remove("c")
    index.remove("c")
    index.remove("never there")
    assert index.search("gambar") == ("a", "d", "b")
    index.put(entry("c", "Gambar"))
    assert index.search("gambar") == ("a", "d", "c", "b")
    index.close()


def test_a_language_without_stems_is_searched_by_its_words() -> None:
    tamil = Entry("ta", {"ta": "சமூக ஊடகக் கொள்கை"}, {"ta": "…"}, {})
    chinese = Entry("zh", {"zh": "社交媒体 政策"}, {}, {})
    assert found("ஊடகக்", tamil, chinese) == ("ta",)
    assert found("社交", tamil, chinese) == ("zh",)


@pytest.fixture(scope="module")
def shipped() -> Iterator[ClauseIndex]:
    index = ClauseIndex(SHIPPED, [Entry(each.id, each.title, each.body, each.why) for each in SHIPPED.clauses])
    yield index
    index.close()


SHIPPED = load_library()

TYPED = [
    *(
        '"',
        "'",
        '"a" NEAR b',
        "title:a",
        "a* -b ^c",
        "(((",
        "AND OR NOT",
        "{title why}: x",
        "+kerja",
        "=share",
        "a/b",
        "%",
    ),
    *("\\", "; DROP TABLE clause", "a\x00b", "\ud800 b", "🍞 roti", "ÅſßİŉǰΐῺ", "ﷺ" * 2_000, "é" * 9_000, "'" * 10_000),
    *("a" * 10_000, "a " * 5_000, "a-" * 5_000, "pekerja-" * 1_000, "men" * 3_000, "".join(map(chr, range(99, 9_999)))),
]


@pytest.mark.parametrize("words", TYPED, ids=lambda words: ascii(words[:12]))
def test_nothing_typed_is_an_error(shipped: ClauseIndex, words: str) -> None:
    assert len(shipped.search(words)) <= len(SHIPPED.clauses)


@given(
    words=st.one_of(
        st.text(), st.lists(st.sampled_from([*TYPED, "pekerja", "kata", "laluan"]), max_size=6).map(" ".join)
    )
)
def test_no_text_is_an_error(shipped: ClauseIndex, words: str) -> None:
    results = shipped.search(words)
    assert len(set(results)) == len(results)
    assert shipped.search(words) == results


WRITTEN = st.text(st.characters(exclude_characters="{}[]"), min_size=1, max_size=60)


@given(title=WRITTEN, language=st.sampled_from(["ms", "en", "ta"]))
@example("a-b-c-d-e-f’g 2²", "ms")
@example("x" * 70 + "-" + "y" * 70, "en")
def test_every_entry_is_found_by_each_word_of_its_title(title: str, language: str) -> None:
    index = ClauseIndex(LIBRARY, [entry("a", title, language=language)])
    for word in title.split():
        if any(letter.isalnum() for letter in word):
            assert index.search(word) == index.search(f"{word} ") == ("a",), ascii(word)
    index.close()


def test_every_clause_is_found_by_each_word_of_its_title(shipped: ClauseIndex) -> None:
    for clause in SHIPPED.clauses:
        for title in clause.title.values():
            for word in title.split():
                assert "{" in word or clause.id in shipped.search(word), f"{clause.id}: {word}"


def test_shipped_clauses_are_found(shipped: ClauseIndex) -> None:
    assert shipped.search("kata laluan")[0] == "ownership.passwords"
    assert shipped.search("kata sandi")[0] == "ownership.passwords"
    assert "ownership.passwords" in shipped.search("password")
    assert "stance.purpose" in shipped.search("polisi")
    assert {clause.id for clause in SHIPPED.clauses if "pekerjaan" in clause.body["ms"]} <= set(
        shipped.search("pekerja")
    )
