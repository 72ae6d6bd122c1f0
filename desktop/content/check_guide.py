"""Checks the user guide, so that it cannot drift from the program (source tree only).

    python -m desktop.content.check_guide

Both languages of every page must have the same shape, what links and pictures point to must be there, and what a page
quotes in bold must be words of the program in that language.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.pofile import read_po

from desktop import i18n, paths
from desktop.content.faults import Fault
from desktop.content.glossary import explanations
from desktop.content.guide import Guide, Topic
from desktop.content.guide_html import reader, target_of
from desktop.content.load import load_library
from desktop.content.passages import passages
from desktop.core.library import Library
from desktop.core.text import Language
from desktop.i18n import Message, message

_HOLE = re.compile(r"\{\w+\}")
_MNEMONIC = re.compile("&(?=[^& ])")


@dataclass(slots=True)
class Shape:
    """What the pages of a topic must share, and what they quote."""

    title: str = ""
    headings: list[str] = field(default_factory=list[str])
    """Their levels: "h2"."""
    blocks: list[str] = field(default_factory=list[str])
    """Paragraphs, lists and their items."""
    pictures: list[str] = field(default_factory=list[str])
    links: list[str] = field(default_factory=list[str])
    keys: list[str] = field(default_factory=list[str])
    quoted: list[str] = field(default_factory=list[str])
    bare_pictures: list[str] = field(default_factory=list[str])
    """Pictures without words about what they show."""


class Spoken:
    """The words the program shows in one language, and which source each comes from."""

    def __init__(self) -> None:
        self._sources: dict[str, set[str]] = {}
        self._patterns: list[tuple[re.Pattern[str], str]] = []

    def add(self, words: str, source: str) -> None:
        """Words of the program; holes in braces stand for anything, so what has no letter beside them tells nothing."""
        words = bare(words)
        if "{" in words:
            between = _HOLE.split(words)
            if any(letter.isalpha() for letter in "".join(between)):
                self._patterns.append((re.compile(".+".join(map(re.escape, between))), source))
        elif words:
            self._sources.setdefault(words, set()).add(source)

    def sources(self, quoted: str) -> set[str]:
        """Where quoted words may come from; empty where the program never says them."""
        words = bare(quoted)
        return self._sources.get(words) or {source for pattern, source in self._patterns if pattern.fullmatch(words)}


def bare(words: str) -> str:
    """Words of a button without its mnemonic, dots and colon."""
    return _MNEMONIC.sub("", words).strip().rstrip("…:").strip()


def spoken(library: Library, languages: Sequence[Language]) -> dict[Language, Spoken]:
    """All the program says in each language: its catalogue, and the texts of the content."""
    found = {language: Spoken() for language in languages}
    for path in sorted(paths.locales().glob(f"*/LC_MESSAGES/{i18n.DOMAIN}.po")):
        with path.open("rb") as file:
            entries = [entry for entry in read_po(file) if entry.id]
        for entry in entries:
            found[i18n.SOURCE].add(str(entry.id), str(entry.id))
            if path.parent.parent.name in found:
                found[path.parent.parent.name].add(str(entry.string), str(entry.id))
    for passage in passages(library):
        for language in languages:
            if not passage.is_body and (words := passage.text.get(language, "")):
                found[language].add(words.replace("{", "(").replace("}", ")"), f"{passage.file} {passage.place}")
    return found


def guide_faults(guide: Guide, said: Mapping[Language, Spoken]) -> Iterator[Fault]:
    """What is wrong with the guide, in the languages of what the program says."""
    for topic in guide.topics:
        missing = [language for language in said if not _page(guide, topic, language).is_file()]
        for language in missing:
            yield Fault(f"{topic.id}.{language}.md", "", message("this page is missing"))
        if not missing:
            yield from _topic_faults(guide, topic, said)
    yield from _orphans(guide, said)


def unknown_words(library: Library) -> Iterator[Fault]:
    """Explained words that are not in the glossary, or for which there is no explanation in some language."""
    terms = {term.id: term for term in library.terms}
    for name, means in explanations().items():
        if name not in terms:
            yield Fault("words.toml", name, message("this word is not in the glossary"))
            continue
        for language in library.languages:
            if not (means or terms[name].definition).get(language.id, "").strip():
                yield Fault("words.toml", f"{name} means.{language.id}", message("this text is missing"))
        if means and terms[name].definition:
            yield Fault("words.toml", name, message("the glossary explains this word already"))


def shape_of(source: str) -> Shape:
    """The shape of a page."""
    shape = Shape()
    in_title = False
    for token in reader().parse(source):
        if token.type == "heading_open":
            in_title = token.tag == "h1" and not shape.headings
            shape.headings.append(token.tag)
        elif token.type == "inline":
            children = token.children or []
            if in_title:
                shape.title = "".join(child.content for child in children)
            _look_into(shape, children)
            in_title = False
        elif token.nesting > 0 and not token.hidden:
            shape.blocks.append(token.type)
    return shape


def _look_into(shape: Shape, children: Sequence[object]) -> None:
    words: list[str] | None = None
    for child in children:
        kind, content = getattr(child, "type", ""), getattr(child, "content", "")
        match kind:
            case "strong_open":
                words = []
            case "strong_close":
                shape.quoted.append(" ".join("".join(words or ()).split()))
                words = None
            case "image":
                path = str(child.attrGet("src"))  # type: ignore[attr-defined]
                (shape.pictures if content.strip() else shape.bare_pictures).append(path)
            case "link_open":
                shape.links.append(str(child.attrGet("href")))  # type: ignore[attr-defined]
            case "code_inline":
                shape.keys.append(content)
            case _ if words is not None:
                words.append(" " if kind == "softbreak" else content)
            case _:
                pass


def _page(guide: Guide, topic: Topic, language: Language) -> Path:
    return guide.folder / f"{topic.id}.{language}.md"


def _topic_faults(guide: Guide, topic: Topic, said: Mapping[Language, Spoken]) -> Iterator[Fault]:
    shapes = {language: shape_of(guide.source(topic.id, language)) for language in said}
    for language, shape in shapes.items():
        name = f"{topic.id}.{language}.md"
        if shape.title != topic.title.get(language):
            cause = message(
                "the first line must be “# {title}”, as in topics.toml", title=topic.title.get(language, "")
            )
            yield Fault(name, "", cause)
        yield from _place_faults(guide, shape, name, language)
        for words in shape.quoted:
            if not said[language].sources(words):
                cause = message("the program does not say “{words}” in this language", words=words)
                yield Fault(name, f"**{words}**", cause)
    first, *others = shapes
    for other in others:
        cause = _difference(shapes[first], shapes[other], said[first], said[other])
        if cause:
            what = message("{first} and {other} differ in {what}", first=first, other=other, what=cause)
            yield Fault(f"{topic.id}.{other}.md", "", what)


def _place_faults(guide: Guide, shape: Shape, name: str, language: Language) -> Iterator[Fault]:
    """Links and pictures that lead nowhere, or into another language."""
    ending = f".{language}."
    for href in shape.links:
        if ending not in href or not (guide.folder / href).is_file():
            known = {topic.id for topic in guide.topics}
            if target_of(href) in known and href == f"{target_of(href)}{ending}md":
                continue  # the page itself is missing, which is said once
            yield Fault(name, href, message("this link leads nowhere"))
    for path in (*shape.pictures, *shape.bare_pictures):
        if ending not in path or not (guide.folder / path).is_file():
            yield Fault(name, path, message("this picture is missing"))
    for path in shape.bare_pictures:
        yield Fault(name, path, message("say in words what the picture shows"))


def _difference(one: Shape, other: Shape, said_one: Spoken, said_other: Spoken) -> Message | None:
    """What the pages of two languages do not share; None where they agree."""
    names = (
        (message("headings"), one.headings, other.headings),
        (message("paragraphs or list items"), one.blocks, other.blocks),
        (message("pictures"), [target_of(path) for path in one.pictures], [target_of(path) for path in other.pictures]),
        (message("links"), [target_of(href) for href in one.links], [target_of(href) for href in other.links]),
        (message("keys"), sorted(one.keys), sorted(other.keys)),
    )
    for name, mine, yours in names:
        if mine != yours:
            return name
    return None if _same_words(one, other, said_one, said_other) else message("quoted words")


def _same_words(one: Shape, other: Shape, said_one: Spoken, said_other: Spoken) -> bool:
    """Whether each quotation has its partner; words the program does not say at all are told elsewhere."""
    mine = Counter(frozenset(said_one.sources(words)) for words in one.quoted)
    yours = [said_other.sources(words) for words in other.quoted]
    if len(one.quoted) != len(other.quoted):
        return False
    for sources in yours:
        partner = next((known for known in mine if known & sources or not sources or not known), None)
        if partner is None:
            return False
        mine -= Counter([partner])
    return True


def _orphans(guide: Guide, said: Mapping[Language, Spoken]) -> Iterator[Fault]:
    """Files that no topic and no page leads to."""
    pages = {_page(guide, topic, language) for topic in guide.topics for language in said}
    used = {
        guide.folder / path for page in pages if page.is_file() for path in shape_of(page.read_text("utf-8")).pictures
    }
    for path in sorted(guide.folder.glob("*.md")):
        if path not in pages:
            yield Fault(path.name, "", message("no topic of topics.toml has this page"))
    for path in sorted((guide.folder / "pictures").glob("*")):
        if path not in used:
            yield Fault(f"pictures/{path.name}", "", message("no page shows this picture"))


def main() -> int:
    """Say what is wrong with the guide of the source tree."""
    library = load_library()
    said = spoken(library, [language.id for language in library.languages])
    faults = [*guide_faults(Guide(paths.guide()), said), *unknown_words(library)]
    well = message("The guide is in order.")
    sys.stdout.write("".join(f"{fault}\n" for fault in faults) or f"{well}\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
