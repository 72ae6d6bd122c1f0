"""From answers to files: names, forms, faults. No Qt."""

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.answers import Answers
from desktop.export import ExportCancelledError, export_documents, file_name, folder_of, safe_name, write_reason

LIBRARY = load_library()
POLICY = LIBRARY.document("policy")
BAKERY = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == "bakery"), LIBRARY)


@pytest.mark.parametrize(
    ("business", "name"),
    [
        ("Kedai Roti", "Kedai Roti"),
        ("A/B \\ C | D", "A-B-C-D"),
        ('Kedai "Ros": *baik*?', "Kedai Ros baik"),
        ("Sdn. Bhd.", "Sdn. Bhd"),
        ("  . - ", ""),
        ("nul", "nul_"),
        ("Com1.txt", "Com1.txt_"),
        ("tab\tnew\nline", "tab new line"),
        ("\u202eabc", "abc"),
        ("\x00\x07", ""),
        ("咖啡店 ☕", "咖啡店 ☕"),
    ],
)
def test_a_name_is_made_safe(business, name):
    assert safe_name(business) == name


@given(st.text(max_size=400))
def test_no_name_breaks_a_file_system(business):
    for form in ("ms", "en", "both"):
        name = file_name(LIBRARY, POLICY, form, business)
        assert not set(name) & set('<>:"/\\|?*\x00\n\r\t')
        assert len(name.encode()) <= 255
        assert name.endswith(".docx")
        assert not name[:-5].endswith((" ", ".", "-"))
        assert name == name.strip()


def test_asking_twice_for_a_form_makes_it_once(tmp_path):
    made = export_documents(LIBRARY, BAKERY, ["policy", "policy"], ["ms", "ms"], tmp_path)
    assert [(each.document, each.language, each.note) for each in made] == [("policy", "ms", None)]
    assert made[0].path.read_bytes()[:2] == b"PK"
    assert made[0].seconds > 0


def test_an_unknown_document_writes_nothing(tmp_path):
    with pytest.raises(LookupError):
        export_documents(LIBRARY, BAKERY, ["policy", "menu"], ["ms"], tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_cancel_writes_nothing_at_any_point(tmp_path):
    for allowed in range(3):
        asked = iter(range(10))
        with pytest.raises(ExportCancelledError):
            export_documents(
                LIBRARY,
                Answers(),
                ["policy"],
                ["ms", "en"],
                tmp_path / "new",
                cancelled=lambda asked=asked, allowed=allowed: next(asked) >= allowed,
            )
        assert not (tmp_path / "new").exists()


def test_a_folder_that_refuses_leaves_nothing_half_done(tmp_path):
    """The second language cannot be written, so the first is not either."""
    folder = tmp_path / "new"
    with pytest.raises(OSError, match="English") as refused:
        export_documents(
            LIBRARY, BAKERY, ["policy"], ["ms", "en"], folder, folders={"ms": "Melayu", "en": f"{'n' * 300}/English"}
        )
    assert refused.value.errno == errno.ENAMETOOLONG
    assert not folder.exists()
    folder.mkdir()
    (folder / "English").write_bytes(b"no folder")
    with pytest.raises(OSError, match="English"):
        export_documents(LIBRARY, BAKERY, ["policy"], ["ms", "en"], folder, folders={"ms": "Melayu", "en": "English"})
    assert [path.name for path in folder.iterdir()] == ["English"]


def test_a_document_goes_where_the_form_it_stands_in_for_would_have_gone():
    folders = {"ms": "Melayu", "en": "Inggeris", "both": "Dua"}
    assert folder_of("en", ["ms", "en", "both"], folders) == "Inggeris"
    assert folder_of("en", ["ms", "both"], folders) == "Dua", "one of two languages in place of side by side"
    assert folder_of("both", ["en"], folders) == "Inggeris", "side by side alone in place of a language"
    assert folder_of("en", ["ms"], {}) == ""


def test_progress_counts_what_is_made(tmp_path):
    seen: list[tuple[int, int]] = []
    export_documents(
        LIBRARY, BAKERY, ["policy"], ["ms", "en"], tmp_path, on_progress=lambda done, total: seen.append((done, total))
    )
    assert seen == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "may not write in the folder"),
        (errno.EROFS, "may not write in the folder"),
        (errno.ENOSPC, "The disk is full"),
        (errno.ENOENT, "cannot be reached"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EIO, "could not be written"),
    ],
)
def test_faults_of_the_system_are_said_in_plain_words(number, words):
    reason = str(write_reason(OSError(number, "strerror"), Path("folder")))
    assert words in reason
    assert "Errno" not in reason
