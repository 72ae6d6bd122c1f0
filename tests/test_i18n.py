"""Which language the program starts in, and that it keeps it to itself."""

import gettext
import locale
import os
import plistlib
from pathlib import Path

import pytest

from desktop import i18n, paths

NAMES = ("DASARKITA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


@pytest.fixture(autouse=True)
def bare(monkeypatch, tmp_path):
    """A computer that says nothing of a language."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setattr(locale, "getlocale", lambda: (None, None))


@pytest.mark.parametrize(
    ("wish", "saved", "system", "language"),
    [
        ("ms", "en", "en_GB.UTF-8", "ms"),
        ("en", "ms", "ms_MY.UTF-8", "en"),
        ("", "ms", "en_GB.UTF-8", "ms"),
        ("", "en", "ms_MY.UTF-8", "en"),
        ("", "", "ms_MY.UTF-8", "ms"),
        ("", "", "ms.UTF-8", "ms"),
        ("", "", "en_MY", "en"),
        ("", "", "C", "en"),
        ("", "", "", "en"),
        ("MS-my", "", "", "ms"),
        ("ta", "ms", "en", "ms"),
        ("ta", "fr", "de_DE", "en"),
    ],
)
def test_the_environment_beats_the_saved_setting_which_beats_the_system(monkeypatch, wish, saved, system, language):
    monkeypatch.setenv("DASARKITA_LANGUAGE", wish)
    monkeypatch.setenv("LANG", system)
    assert i18n.preferred(saved) == language


@pytest.mark.skipif("sys.platform == 'win32'", reason="the settings of macOS")
@pytest.mark.parametrize(
    ("preferences", "language"),
    [
        (plistlib.dumps({"AppleLanguages": ["ms-MY", "en-MY"]}), "ms"),
        (plistlib.dumps({"AppleLanguages": ["en-MY", "ms-MY"]}, fmt=plistlib.FMT_BINARY), "en"),
        (plistlib.dumps({"AppleLanguages": []}), "en"),
        (plistlib.dumps({}), "en"),
        (b"damaged", "en"),
        (b"<?xml version='1.0'?><plist><dict>", "en"),
    ],
)
def test_the_system_of_a_mac_says_it_in_its_settings(tmp_path: Path, preferences, language):
    file = tmp_path / "Library" / "Preferences" / ".GlobalPreferences.plist"
    file.parent.mkdir(parents=True)
    file.write_bytes(preferences)
    assert i18n.preferred() == language


def test_programs_that_the_window_opens_do_not_inherit_the_language():
    i18n.use("ms")
    assert "LANGUAGE" not in os.environ


def test_the_catalogue_says_what_gettext_says():
    i18n.use("ms")
    file = paths.locales() / "ms" / "LC_MESSAGES" / "dasarkita.mo"
    with file.open("rb") as opened:
        theirs = gettext.GNUTranslations(opened)
    ours = i18n.Compiled(file.read_bytes())
    known = [words for words in theirs._catalog if words]
    assert len(known) > 1000
    assert [ours.gettext(words) for words in known] == [theirs.gettext(words) for words in known]
    for unknown in ("", "no such words", "~", "\ud800"):
        assert ours.gettext(unknown) == unknown or not unknown


@pytest.mark.parametrize("data", [b"", b"damaged", b"\xde\x12\x04\x95"])
def test_a_damaged_catalogue_is_no_catalogue(monkeypatch, tmp_path: Path, data):
    file = tmp_path / "ms" / "LC_MESSAGES" / "dasarkita.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    monkeypatch.setattr(paths, "locales", lambda: tmp_path)
    i18n.use("ms")
    assert str(i18n.message("Save")) == "Save"


@pytest.mark.parametrize("kept", [0.01, 0.2, 0.5, 0.999])
def test_the_beginning_of_a_catalogue_is_no_catalogue(monkeypatch, tmp_path: Path, kept):
    i18n.use("ms")
    whole = (paths.locales() / "ms" / "LC_MESSAGES" / "dasarkita.mo").read_bytes()
    file = tmp_path / "ms" / "LC_MESSAGES" / "dasarkita.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(whole[: int(kept * len(whole))])
    monkeypatch.setattr(paths, "locales", lambda: tmp_path)
    i18n.use("ms")
    assert str(i18n.message("Save")) == "Save"
