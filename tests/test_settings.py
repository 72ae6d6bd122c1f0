"""What the program remembers, and what it makes of a damaged memory."""

import json

import pytest

from desktop import paths, settings
from desktop.settings import RECENT_LENGTH, Settings


def test_settings_come_back(tmp_path):
    saved = Settings(language="ms", geometry="01d9")
    saved.remember(tmp_path / "Kedai Roti 🍞.dasar")
    settings.save(saved)
    assert settings.load() == saved


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"7", b'{"recent": 3, "language": []}'])
def test_a_damaged_file_is_a_first_start(content):
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_bytes(content)
    assert settings.load() == Settings()


def test_what_is_of_the_wrong_kind_is_left_out_and_the_rest_kept():
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text(json.dumps({"language": "ms", "recent": ["a.dasar", 3, None], "folder": 7}))
    assert settings.load() == Settings(language="ms", recent=["a.dasar"])


def test_a_folder_that_cannot_be_written_is_no_fault():
    paths.settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file().parent.write_text("in the way")
    settings.save(Settings(language="ms"))
    assert settings.load() == Settings()


def test_recent_files_are_few_and_the_last_one_first(tmp_path):
    saved = Settings()
    for number in range(RECENT_LENGTH + 3):
        saved.remember(tmp_path / f"{number}.dasar")
    saved.remember(tmp_path / "5.dasar")
    assert len(saved.recent) == RECENT_LENGTH
    assert saved.recent[:2] == [str(tmp_path / "5.dasar"), str(tmp_path / f"{RECENT_LENGTH + 2}.dasar")]
    saved.forget(tmp_path / "5.dasar")
    assert str(tmp_path / "5.dasar") not in saved.recent


def test_every_kind_of_setting_comes_back():
    saved = Settings(look="dark", calm=True, reminders=False, preview_zoom=140, panes=[200, 500, 400])
    saved.copied["a1"] = "2027-01-04"
    settings.save(saved)
    assert settings.load() == saved


def test_numbers_names_and_looks_of_the_wrong_kind_are_as_at_first():
    paths.settings_file().parent.mkdir(parents=True)
    wrong = {"look": "pink", "calm": 1, "preview_zoom": "big", "panes": [1, "2", True], "copied": {"a": 3, "b": "2027"}}
    paths.settings_file().write_text(json.dumps(wrong))
    assert settings.load() == Settings(panes=[1], copied={"b": "2027"})
