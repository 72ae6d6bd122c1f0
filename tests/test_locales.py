"""The catalogues of the interface: up to date with the code, complete, and in every entry whole."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from desktop import catalogue, i18n, paths
from desktop.content.load import load_library

CODE = paths.bundled() / "desktop"
TEMPLATE = paths.locales() / "dasarkita.pot"
MALAY = paths.locales() / "ms" / "LC_MESSAGES" / "dasarkita.po"
UPDATE = "run `python -m desktop.catalogue`, then translate what is new"

MENUS = {
    "menu bar": ("&File", "&Edit", "&View", "&Help"),
    "File": (
        *("&New policy…", "&Open…", "Open &recent", "&Documents", "&Make Word documents…"),
        *("&Password…", "Copies of this po&licy…", "&Settings…", "&Close this policy", "&Quit"),
    ),
    "Edit": ("&Undo", "&Redo", "Find in the &policy…", "&Find a clause…"),
    "Edit, with the names of the changes": (
        *("&Undo: {step}", "&Redo: {step}", "Find in the &policy…", "&Find a clause…"),
    ),
    "View": ("&Home", "&Back", "Preview of the &policy", "&Language of the program", "L&ight or dark"),
    "View, light or dark": ("As the computer &has it", "&Light", "&Dark"),
    "Help": ("&Help on this page", "User &guide", "&About DasarKita"),
    "the preview": (
        *("Clauses as a plain &list", "Go to what &changed", "&Remove the marks of what changed"),
        *("Lar&ger", "&Smaller", "&Usual size"),
    ),
    "settings": (*("&Back to how it looked at first", "Choose a &folder…", "As &usual", "&Password…", "C&opies…"),),
    "a password is asked for": ("&Password", "&Open"),
    "a password is set or changed": ("&Present password", "&New password", "The same &again"),
    "copies": (
        *("&Put a copy on a USB stick or in another folder…", "&Look at this one", "&Bring this one back…"),
        "Open the &folder",
    ),
    "a copy elsewhere": ("Choose a &folder…", "&Make the copy"),
    "about the program": ("&Licences…", "&Copy these details"),
    "a new policy": ("&Name of the business", "&Other folder…", "&Start"),
    "making documents": ("&Make documents", "&Other folder…", "C&hoose others…"),
    "a page for each person": ("&Make {count} pages", "&Other folder…"),
    "Qt's text menu": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "&Select All", "&Step up", "Step &down"),
    "Qt's menu of a link": ("&Copy", "Copy &Link Location", "&Select All"),
    "Qt's questions": ("&Yes", "Yes to &All", "&No", "N&o to All"),
    "Qt's file dialog, opening": ("&Look in:", "File &name:", "Files of &type:", "&Open"),
    "Qt's file dialog, saving": ("&Look in:", "File &name:", "Files of &type:", "&Save"),
    "Qt's file dialog, folders": ("&Look in:", "&Choose"),
    "Qt's choice of a colour": (
        *("&Basic colors", "&Custom colors", "&Add to Custom Colors", "&Pick Screen Color", "&HTML:"),
        *("Hu&e:", "&Sat:", "&Val:", "&Red:", "&Green:", "Bl&ue:", "A&lpha channel:"),
    ),
    "Qt's print dialog": ("&Print", "&Options >>", "&Name:", "P&roperties", "Output &file:", "Page &Set:"),
    "Qt's print dialog, closed up": ("&Print", "&Options <<", "&Name:", "P&roperties", "Output &file:", "Page &Set:"),
    "Qt's properties of a printer": ("Pages &per sheet:", "Page &order:"),
    "Qt's menu of a file": ("&Rename", "&Delete", "Show &hidden files", "&New Folder"),
}
"""Entries that are on the screen together: each needs a mnemonic of its own."""


@cache
def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def entries() -> list[Message]:
    return [entry for entry in read(MALAY) if entry.id]


def fields(text: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def percents(text: str) -> Counter[str]:
    return Counter(re.findall(r"%(?:\(\w+\))?[a-zA-Z]|%\d", text))


def mnemonics(text: str) -> list[str]:
    return re.findall(r"&(.?)", text.replace("&&", ""))


def edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def words(text: str) -> str:
    """What is read on the screen: without placeholders and mnemonics."""
    return re.sub(r"%(?:\(\w+\))?[a-zA-Z]|%\d|\{\w+\}", " ", text).replace("&", "")


@cache
def extracted() -> Catalog:
    """What the code asks to be translated; gathered once."""
    return catalogue.extracted()


@cache
def calls() -> list[tuple[str, ast.expr]]:
    """Where the code asks for a translation, and what it passes."""
    found: list[tuple[str, ast.expr]] = []
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in catalogue.KEYWORDS:
                found.append((f"{path.relative_to(CODE).as_posix()}:{node.lineno}", node.args[0]))
    return found


def test_the_template_is_what_the_code_gives():
    assert TEMPLATE.read_text(encoding="utf-8") == catalogue.rendered(extracted()), UPDATE


def test_every_marked_text_is_extracted():
    known = {entry.id for entry in read(TEMPLATE)}
    lost = [
        f"{place}: {text.value!r} (inside an f-string?)"
        for place, text in calls()
        if isinstance(text, ast.Constant) and text.value not in known
    ]
    assert not lost, "\n".join(lost)


def test_only_whole_texts_are_marked():
    pieced = [place for place, text in calls() if not isinstance(text, ast.Constant)]
    assert all(place.startswith("i18n.py:") for place in pieced), pieced


def test_the_malay_catalogue_has_the_strings_of_the_template_and_no_others():
    assert {entry.id for entry in entries()} == {entry.id for entry in read(TEMPLATE) if entry.id}, UPDATE
    assert not read(MALAY).obsolete


def test_the_malay_catalogue_stays_the_same_when_it_is_brought_up_to_date():
    updated = catalogue.update(MALAY, extracted(), "ms")
    assert MALAY.read_text(encoding="utf-8") == catalogue.rendered(updated), UPDATE


def test_malay_has_one_form_for_every_number():
    head = MALAY.read_text(encoding="utf-8").partition("\n\n\n")[0]
    assert '"Plural-Forms: nplurals=1; plural=0;\\n"' in head
    assert '"Language: ms\\n"' in head


def test_nothing_is_empty_or_fuzzy():
    assert not [entry.id for entry in entries() if not entry.string or entry.fuzzy]
    assert "fuzzy" not in MALAY.read_text(encoding="utf-8")


def test_placeholders_are_the_same_on_both_sides():
    assert not [e.id for e in entries() if fields(e.string) != fields(e.id) or percents(e.string) != percents(e.id)]


def test_spaces_and_lines_are_the_same_on_both_sides():
    assert not [e.id for e in entries() if edges(e.string) != edges(e.id)]
    assert not [e.id for e in entries() if e.string.count("\n") != e.id.count("\n")]


@pytest.mark.parametrize("mark", "“”…[]")
def test_marks_are_the_same_on_both_sides(mark):
    assert not [e.id for e in entries() if e.string.count(mark) != e.id.count(mark)]


@pytest.mark.parametrize("end", [".", "?", ":", "…", "..."])
def test_entries_end_alike(end):
    assert not [e.id for e in entries() if e.string.rstrip().endswith(end) != e.id.rstrip().endswith(end)]


def test_mnemonics_are_on_both_sides_and_stand_before_a_letter():
    assert not [e.id for e in entries() if len(mnemonics(e.string)) != len(mnemonics(e.id))]
    assert not [e.id for e in entries() if not all(letter.isalnum() for letter in mnemonics(e.string))]


@pytest.mark.parametrize(
    ("language", "menu"),
    [("ms", menu) for menu in MENUS] + [("en", menu) for menu in MENUS if not menu.startswith("Qt's")],
)
def test_no_two_entries_on_the_screen_share_a_mnemonic(language, menu):
    known = read(MALAY)
    gone = [source for source in MENUS[menu] if source not in known]
    assert not gone, f"no longer in the code; bring MENUS up to date: {gone}"
    shown = [known[source].string if language == "ms" else source for source in MENUS[menu]]
    keys = Counter(letter.lower() for text in shown for letter in mnemonics(text))
    assert not [key for key, times in keys.items() if times > 1], shown


def test_no_word_to_avoid_is_used():
    faults: list[str] = []
    for entry in entries():
        for avoid in load_library().avoid:
            text = words(entry.string)
            for right in avoid.exceptions:
                text = text.replace(right, "")
            if avoid.language == "ms" and re.search(rf"(?<!\w){re.escape(avoid.word)}(?!\w)", text, re.IGNORECASE):
                faults.append(f"{entry.id!r}: “{avoid.word}” should be “{avoid.use}”")
    assert not faults, "\n".join(faults)


def test_anda_has_a_capital_only_where_a_sentence_begins():
    assert not [e.id for e in entries() if re.search(r"(?<=[\w,;] )Anda\b", words(e.string))]


def test_the_interface_speaks_malay():
    i18n.use("ms")
    assert i18n.current() == "ms"
    assert i18n._("Not sure") == "Tidak pasti"
