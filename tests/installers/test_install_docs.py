"""What owners read before they have the program: the same in both languages, and true of what is made."""

import re
from pathlib import Path

import mac_bundle
import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = {language: ROOT / "docs" / f"install.{language}.md" for language in ("en", "ms")}
DOWNLOADS = "../../../releases/latest"
"""From a page in `docs/` of the project's site; it leads out of the files of the repository."""

MENU = {
    "en": {
        "File",
        "Copies of this policy…",
        "Put a copy on a USB stick or in another folder…",
        "Help",
        "About DasarKita",
    },
    "ms": {
        "Fail",
        "Salinan dasar ini…",
        "Simpan salinan dalam pemacu USB atau folder lain…",
        "Bantuan",
        "Perihal DasarKita",
    },
}


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {language: page.read_text(encoding="utf-8") for language, page in PAGES.items()}


def skeleton(text: str) -> list[str]:
    """What a text is made of, line by line, without its words."""
    parts: list[str] = []
    for line in text.splitlines():
        if found := re.match(r"(#+ |\d+\. |- |\||```|!\[)", line):
            mark = found[1]
            parts.append(f"{mark}{line.count('|')}" if mark == "|" else mark)
    return parts


def flat(text: str) -> str:
    """A text without its line ends, for what stands on two lines."""
    return " ".join(text.split())


def anchors(text: str) -> set[str]:
    """What headings can be jumped to by."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_both_pages_have_the_same_parts_and_steps(texts) -> None:
    assert skeleton(texts["en"]) == skeleton(texts["ms"])
    assert len(re.findall(r"^## ", texts["en"], re.MULTILINE)) >= 9


def test_both_name_the_same_files_commands_and_folders(texts) -> None:
    english, malay = (re.findall(r"`([^`\n]+)`", texts[language]) for language in ("en", "ms"))
    assert sorted(english) == sorted(malay)
    assert {name for name in english if "VERSION" in name} == {
        "DasarKita-VERSION-windows-x64-setup.exe",
        "DasarKita-VERSION-macos-arm64.dmg",
        "DasarKita-VERSION-macos-x64.dmg",
        "dasarkita_VERSION_amd64.deb",
        "DasarKita-VERSION-linux-x64.tar.xz",
    }


def test_what_the_system_says_stands_in_both_as_it_says_it(texts) -> None:
    english, malay = (set(re.findall(r"“([^”]+)”", flat(texts[language]))) for language in ("en", "ms"))
    assert english == malay
    assert {"Windows protected your PC", "More info", "Run anyway", "Open Anyway"} <= english


@pytest.mark.parametrize("language", PAGES)
def test_links_lead_somewhere(texts, language) -> None:
    links = re.findall(r"\]\(([^)]+)\)", texts[language])
    assert DOWNLOADS in links
    for link in links:
        if link.startswith("#"):
            assert link[1:] in anchors(texts[language])
        elif link != DOWNLOADS:
            assert (PAGES[language].parent / link).is_file(), link


@pytest.mark.parametrize("language", PAGES)
def test_the_words_of_the_program_are_those_it_shows(texts, language) -> None:
    catalogue = ROOT / "locales" / "ms" / "LC_MESSAGES" / "dasarkita.po"
    with catalogue.open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id and isinstance(entry.id, str)]
    shown = {(entry.id if language == "en" else entry.string).replace("&", "") for entry in entries}
    assert MENU[language] <= shown
    bold = {part for words in re.findall(r"\*\*([^*“]+)\*\*", flat(texts[language])) for part in words.split(" > ")}
    assert MENU[language] <= bold


def test_the_words_of_the_setup_are_those_it_shows(texts) -> None:
    lang = ROOT / "packaging" / "windows" / "lang"
    said = (lang / "texts.nsh").read_text(encoding="utf-8") + (lang / "Malay.nlf").read_text(encoding="utf-8")
    said = said.replace("&", "")
    for words in ("Seterusnya", "Pasang", "Buka DasarKita sekarang"):
        assert f"**{words}**" in texts["ms"]
        assert words in said
    assert "**Open DasarKita now**" in texts["en"]
    assert "Open DasarKita now" in said


@pytest.mark.parametrize("language", PAGES)
def test_the_oldest_systems_are_the_ones_that_are_promised_elsewhere(texts, language) -> None:
    assert f"macOS {mac_bundle.OLDEST_SYSTEM.removesuffix('.0')}" in texts[language]
    setup = (ROOT / "packaging" / "windows" / "setup.nsi").read_text(encoding="utf-8")
    assert re.search(r"NEEDED_BUILD 17763\b.*1809", setup)
    assert "1809" in texts[language]


def test_the_malay_is_the_malay_of_malaysia(texts) -> None:
    foreign = (
        r"\b(unduh\w*|berkas|jendela|hapus\w*|silakan|kata sandi|peramban|perangkat|gratis|klik ganda|Anda bisa|bisa)\b"
    )
    assert re.findall(foreign, texts["ms"], re.IGNORECASE) == []
    assert not re.search(r"(?<=[a-z,] )Anda\b", texts["ms"]), "anda is written small"
