"""The user guide: its topics, and their pages in each language.

A page is a small Markdown file, `docs/guide/TOPIC.LANGUAGE.md`; `docs/editing-guide.md` says what may stand in it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from desktop import paths
from desktop.content.toml import read_toml, typed
from desktop.core.text import Language, Text, any_side

_HEADING = re.compile(r"#{1,3} +(.+)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_MARK = re.compile(r"^(?:[-*]|\d+[.)]) +|[*`\\]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Topic:
    """What one page of the guide is about."""

    id: str
    title: Text
    screens: tuple[str, ...] = ()
    """Ids of further pages of the program that it explains."""
    words: Mapping[Language, tuple[str, ...]] = field(default_factory=dict[Language, tuple[str, ...]])
    """Words and phrases people search for that the page does not use."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a page under one heading, as plain words."""

    topic: str
    number: int
    """Its place in the page; 0 is what stands before the first heading."""
    title: str
    """The title of the page."""
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class _Table:
    topic: tuple[Topic, ...] = ()


class Guide:
    """The guide in a folder. Pages are read when they are asked for."""

    def __init__(self, folder: Path) -> None:
        """Read the table of topics. Raises `ContentError`."""
        self.folder = folder
        name = "topics.toml"
        self.topics = typed(read_toml(folder / name, name), _Table, name).topic

    @property
    def written(self) -> tuple[Topic, ...]:
        """The topics that have a page in any language."""
        return tuple(topic for topic in self.topics if self._file(topic.id, "") is not None)

    def topic_of(self, screen: str) -> str:
        """The id of the topic that explains a page of the program; of the first one where none does."""
        fitting = (topic.id for topic in self.written if screen == topic.id or screen in topic.screens)
        return next(fitting, self.written[0].id if self.written else "")

    def title(self, topic_id: str, language: Language) -> str:
        """The title of a topic; "" where there is none of that name."""
        return next((any_side(topic.title, language)[0] for topic in self.topics if topic.id == topic_id), "")

    def asked(self, topic_id: str) -> tuple[str, ...]:
        """What people search for a topic with. Whatever the language of the page: they mix the two."""
        sides = (side for topic in self.topics if topic.id == topic_id for side in topic.words.values())
        return tuple(dict.fromkeys(each for side in sides for each in side))

    def source(self, topic_id: str, language: Language) -> str:
        """The Markdown of a page, in another language where it is missing in this one; "" where there is none."""
        file = self._file(topic_id, language)
        return "" if file is None else file.read_text(encoding="utf-8")

    def sections(self, language: Language) -> tuple[Section, ...]:
        """Every stretch of every page, for the search."""
        return tuple(
            section for topic in self.written for section in sections(topic.id, self.source(topic.id, language))
        )

    def _file(self, topic_id: str, language: Language) -> Path | None:
        wished = self.folder / f"{topic_id}.{language}.md"
        return wished if wished.is_file() else next(iter(sorted(self.folder.glob(f"{topic_id}.*.md"))), None)


@lru_cache(maxsize=1)
def load_guide() -> Guide:
    """The guide the program carries; read once. Raises `ContentError`."""
    return Guide(paths.guide())


def sections(topic_id: str, source: str) -> Sequence[Section]:
    """A page as stretches of plain words. It is read line by line: the search does not wait for a Markdown reader."""
    found: list[Section] = []
    title, heading, lines = "", "", list[str]()

    def finish() -> None:
        text = " ".join("\n".join(lines).split())
        if text or not found:
            found.append(Section(topic_id, number, title, heading, text))
        lines.clear()

    number = 0
    for line in source.splitlines():
        if not (match := _HEADING.fullmatch(line.strip())):
            lines.append(_plain(line))
        elif not title:
            title = _plain(match[1])
        else:
            finish()
            number, heading = number + 1, _plain(match[1])
    finish()
    return found


def _plain(line: str) -> str:
    return _MARK.sub("", _LINK.sub(r"\1", _PICTURE.sub(r"\1", line.strip())))
