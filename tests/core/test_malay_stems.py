import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.malay_stems import stems, without_clitic

FAMILIES = {
    "kerja": "kerja bekerja pekerja pekerjanya pekerjaan mengerjakan mempekerjakan sekerja",
    "siar": "menyiarkan disiarkan siaran penyiar tersiar siarkan",
    "tular": "tular tularkan menularkan ditularkan",
    "kongsi": "kongsi berkongsi perkongsian dikongsi mengongsikan",
    "beri": "beri memberi memberikan diberikan pemberian pemberi",
    "adu": "aduan mengadu pengaduan",
    "uji": "ujian menguji diuji",
    "iklan": "iklan mengiklankan pengiklanan",
    "ajar": "belajar pelajar pelajaran mengajar pembelajaran",
    "latih": "latihan pelatih melatih berlatih pelatihan",
    "tanggungjawab": "tanggungjawab bertanggungjawab tanggungjawabnya",
    "semak": "semak semakan menyemak disemak penyemakan",
    "milik": "milik pemilik memiliki pemilikan",
    "ganti": "ganti menggantikan pengganti penggantian",
    "pakai": "memakai dipakai pakai",
    "tulis": "menulis penulisan ditulis tulislah",
    "ingat": "peringatan mengingatkan diingatkan ingatan",
    "periksa": "periksa memeriksa pemeriksaan diperiksa",
    "guna": "guna digunakan pengguna menggunakannya kegunaan",
    "tahu": "tahu mengetahui pengetahuan ketahui",
    "setuju": "setuju bersetuju menyetujui persetujuan",
    "nafi": "nafi menafikan penafian",
    "dasar": "dasar dasarnya berdasarkan",
    "jual": "jual jualan penjual menjual perjualan",
    "langgar": "langgar melanggar pelanggaran dilanggar",
    "sertai": "serta menyertai peserta penyertaan disertai",
}


@pytest.mark.parametrize("root", FAMILIES)
def test_words_of_one_root_share_a_stem(root: str) -> None:
    shared = set.intersection(*(set(stems(word)) for word in [root, *FAMILIES[root].split()]))
    assert shared, {word: stems(word) for word in FAMILIES[root].split()}


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("polisi", "polis"),
        ("masalah", "masa"),
        ("kata", "mata"),
        ("langgan", "langgar"),
        ("bukan", "buka"),
        ("semakan", "makan"),
        ("persetujuan", "tujuan"),
        ("jalan", "jual"),
        ("dengan", "dengar"),
        ("media", "meja"),
    ],
)
def test_words_that_only_look_alike_share_none(word: str, other: str) -> None:
    assert not set(stems(word)) & set(stems(other))


@pytest.mark.parametrize("word", ["kerja", "siar", "adu", "isi", "tular", "pos", "ai", "3r", "e", ""])
def test_a_root_is_its_own_stem(word: str) -> None:
    assert stems(word) == (word,)


@pytest.mark.parametrize(
    ("word", "bare"),
    [("dasarnya", "dasar"), ("tanyalah", "tanya"), ("gunakanlah", "gunakan"), ("walaupun", "walau")]
    + [(word, word) for word in ("hanya", "punya", "masalah", "langkah", "salah", "nya", "")],
)
def test_clitics(word: str, bare: str) -> None:
    assert without_clitic(word) == bare


@given(st.one_of(st.text(max_size=40), st.text("adeiknmpbrstgylu", max_size=60)))
def test_any_word_has_stems_no_longer_than_itself(word: str) -> None:
    found = stems(word)
    assert found
    assert list(found) == sorted(set(found))
    assert all(len(stem) <= len(word) for stem in found)
