"""The user guide: it is read, searched and checked; and what is shipped is in order."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import paths
from desktop.content.check_guide import Spoken, guide_faults, spoken, unknown_words
from desktop.content.glossary import linked, load_glossary
from desktop.content.guide import Guide, load_guide, sections
from desktop.content.guide_html import page_html
from desktop.content.guide_search import words_of
from desktop.content.load import load_library

LANGUAGES = ("ms", "en")
TOPICS = """
[[topic]]
id = "keys"
title.en = "Keys"
title.ms = "Kunci"
screens = ["locks"]

[[topic]]
id = "doors"
title.en = "Doors"
title.ms = "Pintu"
"""
KEYS_EN = """# Keys

Press **Open…** or `Ctrl+O`. See [doors](doors.en.md).

![A key](pictures/keys.en.png)

## Lost keys

1. Look in **Documents**.
2. Ask.
"""
KEYS_MS = """# Kunci

Tekan **Buka…** atau `Ctrl+O`. Lihat [pintu](doors.ms.md).

![Kunci](pictures/keys.ms.png)

## Kunci hilang

1. Cari dalam **Dokumen**.
2. Tanya.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small guide without a fault."""
    files = {
        "topics.toml": TOPICS,
        "keys.en.md": KEYS_EN,
        "keys.ms.md": KEYS_MS,
        "doors.en.md": "# Doors\n\nA door.\n",
        "doors.ms.md": "# Pintu\n\nSatu pintu.\n",
        "pictures/keys.en.png": "",
        "pictures/keys.ms.png": "",
    }
    (tmp_path / "pictures").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def said() -> dict[str, Spoken]:
    found = {language: Spoken() for language in LANGUAGES}
    for english, malay in (("&Open…", "&Buka…"), ("Documents", "Dokumen"), ("{count} things", "{count} perkara")):
        found["en"].add(english, english)
        found["ms"].add(malay, english)
    return found


def faults(folder: Path, said: dict[str, Spoken]) -> list[str]:
    return [str(fault) for fault in guide_faults(Guide(folder), said)]


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def test_a_guide_without_a_fault(folder, said):
    assert faults(folder, said) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("keys.ms.md", "## Kunci hilang", "Kunci hilang", "ms and en differ in headings"),
        ("keys.en.md", "2. Ask.\n", "", "differ in paragraphs or list items"),
        ("keys.en.md", "`Ctrl+O`", "`Ctrl+P`", "differ in keys"),
        ("keys.en.md", "**Open…**", "**Open it**", "keys.en.md: **Open it**: the program does not say “Open it”"),
        ("keys.ms.md", "**Dokumen**", "**Documents**", "the program does not say “Documents” in this language"),
        ("keys.ms.md", "**Dokumen**", "**Buka…**", "differ in quoted words"),
        ("keys.en.md", "doors.en.md", "windows.en.md", "keys.en.md: windows.en.md: this link leads nowhere"),
        ("keys.ms.md", "doors.ms.md", "doors.en.md", "keys.ms.md: doors.en.md: this link leads nowhere"),
        ("keys.en.md", "pictures/keys.en", "pictures/lock.en", "pictures/lock.en.png: this picture is missing"),
        ("keys.en.md", "[A key]", "[]", "say in words what the picture shows"),
        ("keys.en.md", "# Keys", "# The keys", "the first line must be “# Keys”"),
    ],
)
def test_a_page_that_drifts_is_found(folder, said, name, old, new, fault):
    change(folder, name, old, new)
    assert any(fault in found for found in faults(folder, said)), faults(folder, said)


def test_missing_and_orphaned_files_are_found(folder, said):
    (folder / "doors.ms.md").unlink()
    (folder / "windows.en.md").write_text("# Windows\n", encoding="utf-8")
    (folder / "pictures" / "old.en.png").write_text("", encoding="utf-8")
    assert faults(folder, said) == [
        "doors.ms.md: this page is missing",
        "windows.en.md: no topic of topics.toml has this page",
        "pictures/old.en.png: no page shows this picture",
    ]


def test_words_with_holes_fit_what_fills_them(said):
    assert said["en"].sources("3 things") == said["ms"].sources("3 perkara") == {"{count} things"}


def test_words_without_a_letter_beside_their_holes_fit_nothing(folder, said):
    for language in LANGUAGES:
        for words in ("{done} {left}", "{percent} %", "{day}, {time}"):
            said[language].add(words, words)
    assert said["en"].sources("Open it now") == said["en"].sources("3 %") == set()
    change(folder, "keys.en.md", "**Open…**", "**Open it**")
    assert "keys.en.md: **Open it**: the program does not say “Open it” in this language" in faults(folder, said)


def test_the_shipped_guide_is_in_order():
    library = load_library()
    said = spoken(library, LANGUAGES)
    found = [*guide_faults(load_guide(), said), *unknown_words(library)]
    unwritten = {f"{topic.id}." for topic in load_guide().topics if topic not in load_guide().written}
    assert [str(fault) for fault in found if not fault.file.startswith(tuple(unwritten))] == []


def test_every_topic_is_written():
    assert load_guide().written == load_guide().topics


def test_every_page_of_the_program_has_its_topic():
    screens = {screen for topic in load_guide().topics for screen in (topic.id, *topic.screens)}
    wanted = {step.id for step in load_library().steps} | {
        *("start", "home", "first", "clauses", "check-up", "documents", "export", "look", "settings"),
        *("password", "copies", "preview", "reading"),
    }
    assert wanted <= screens


def test_a_screen_leads_to_its_topic(folder):
    guide = Guide(folder)
    assert [guide.topic_of(screen) for screen in ("doors", "locks", "elsewhere")] == ["doors", "keys", "keys"]


def test_a_page_missing_in_one_language_is_shown_in_another(folder):
    (folder / "doors.ms.md").unlink()
    assert Guide(folder).source("doors", "ms").startswith("# Doors")


def test_sections_are_plain_words():
    found = sections("keys", KEYS_EN)
    assert [(each.number, each.title, each.heading, each.text) for each in found] == [
        (0, "Keys", "", "Press Open… or Ctrl+O. See doors. A key"),
        (1, "Keys", "Lost keys", "Look in Documents. Ask."),
    ]


def test_the_page_as_html():
    html = page_html(KEYS_EN, lambda path: 120 if path == "pictures/keys.en.png" else 0)
    assert '<h1><a name="s0"></a>Keys</h1>' in html
    assert '<h2><a name="s1"></a>Lost keys</h2>' in html
    assert "<b>Open…</b>" in html
    assert '<span class="key">Ctrl+O</span>' in html
    assert '<a href="topic:doors">doors</a>' in html
    assert '</p><p class="picture"><img src="pictures/keys.en.png" width="120"></p>' in html
    assert '<p class="caption">A key</p><h2>' in html
    assert "<li>Ask.</li>" in html.replace("<p>", "").replace("</p>", "")


def test_html_in_a_page_is_only_text():
    assert "<script>" not in page_html("# A\n\n<script>x</script> **<b>**", lambda _path: 0)


def test_words_of_every_language_are_asked_for(folder):
    change(
        folder, "topics.toml", 'title.ms = "Pintu"', 'title.ms = "Pintu"\nwords.ms = ["gerbang"]\nwords.en = ["gate"]'
    )
    assert [Guide(folder).asked(topic) for topic in ("keys", "doors", "nowhere")] == [(), ("gerbang", "gate"), ()]


def word_faults(guide: Guide) -> Iterator[str]:
    """What is wrong with the words by which topics are found."""
    for topic in guide.topics:
        if topic.words and set(topic.words) != set(topic.title):
            yield f"{topic.id}: the words are not in every language"
        for language, asked in topic.words.items():
            title, seen = set(words_of(topic.title.get(language, ""))), list[list[str]]()
            for each in asked:
                words = words_of(each)
                if set(words) <= title:
                    yield f"{topic.id}.{language}: “{each}” says nothing that the title does not say"
                if words in seen:
                    yield f"{topic.id}.{language}: “{each}” stands there twice"
                seen.append(words)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ('words.ms = ["gerbang"]', "doors: the words are not in every language"),
        ('words.ms = ["gerbang"]\nwords.en = ["DOORS"]', "doors.en: “DOORS” says nothing that the title does not say"),
        ('words.ms = ["gerbang", " "]\nwords.en = []', "doors.ms: “ ” says nothing that the title does not say"),
        ('words.ms = []\nwords.en = ["e-gate", "Egate"]', "doors.en: “Egate” stands there twice"),
        ('words.ms = ["pintu besar"]\nwords.en = ["gate"]', ""),
    ],
)
def test_words_in_disorder_are_found(folder, words, fault):
    change(folder, "topics.toml", 'title.ms = "Pintu"', f'title.ms = "Pintu"\n{words}')
    assert list(word_faults(Guide(folder))) == [fault][: bool(fault)]


def test_the_words_of_the_shipped_guide_are_in_order():
    assert list(word_faults(load_guide())) == []
    for topic in load_guide().topics:
        assert min(len(topic.words.get(language, ())) for language in LANGUAGES) >= 5, topic.id


def test_explained_words_become_links_once():
    library = load_library()
    told = linked("Defamation & more: defamation, personal data, DATA BREACH.", library, "en")
    assert told == (
        '<a href="word:defamation">Defamation</a> &amp; more: defamation, '
        '<a href="word:personal-data">personal data</a>, <a href="word:data-breach">DATA BREACH</a>.'
    )


def test_only_whole_words_are_links_and_the_longest_is_taken():
    library = load_library()
    assert "<a" not in linked("An appealing copyrighted thing", library, "en")
    assert 'href="word:sensitive-personal-data"' in linked("sensitive personal data", library, "en")


def test_a_law_is_linked_without_its_number():
    library = load_library()
    assert 'href="word:sedition-1948"' in linked("Akta Hasutan 1948 melarangnya", library, "ms")


def test_every_linked_word_has_an_explanation_in_both_languages():
    for word in load_glossary(load_library()).words.values():
        assert not word.means or set(LANGUAGES) <= set(word.means), word.id


def test_the_guide_lies_where_the_program_looks():
    assert (paths.guide() / "topics.toml").is_file()
