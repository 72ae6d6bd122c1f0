"""All that Help can show and find, in the language of the interface: the guide, and the words explained. No Qt."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from html import escape

from desktop import i18n
from desktop.content.glossary import WORD, Word, load_glossary
from desktop.content.guide import Guide
from desktop.content.guide_html import TOPIC, page_html
from desktop.content.guide_search import Entry, GuideIndex, Hit, words_of
from desktop.core.library import Library
from desktop.core.text import side
from desktop.i18n import _
from desktop.ui.content_words import words

WORDS = "words"
"""The page of words explained."""

Place = tuple[str, str]
"""A page, and a named place in it; "" for its beginning."""


class Book:
    """One language of Help. Another language is another book."""

    def __init__(self, guide: Guide, library: Library) -> None:
        self._guide, self._library = guide, library
        self._glossary = load_glossary(library)
        self.language = i18n.current()

    @property
    def pages(self) -> Sequence[tuple[str, str]]:
        """Id and title of every page, in order."""
        topics = [(topic.id, self._guide.title(topic.id, self.language)) for topic in self._guide.written]
        return (*topics, (WORDS, self.title(WORDS)))

    def page_of(self, wanted: str) -> str:
        """The page for a topic or a page of the program."""
        return wanted if wanted == WORDS else self._guide.topic_of(wanted) or WORDS

    def title(self, page: str) -> str:
        """The title of a page."""
        return _("Words explained") if page == WORDS else self._guide.title(page, self.language)

    def html(self, page: str, width: Callable[[str], int]) -> str:
        """A page; `width` says how wide a picture is shown."""
        if page == WORDS:
            return self._words_html
        linked = partial(self._glossary.linked, language=self.language, seen=set[str]())
        return page_html(self._guide.source(page, self.language), width, linked)

    def find(self, typed: str) -> Sequence[Hit]:
        """Where the typed words stand, the best first. The target of a hit is "page#place"."""
        return self._index.find(typed)

    def get_ready(self) -> None:
        """Read all pages for the search; the first search does it otherwise."""
        self._index.find("")

    @cached_property
    def _index(self) -> GuideIndex:
        entries = [
            Entry(
                f"{section.topic}#s{section.number}",
                section.title,
                section.heading,
                section.text,
                asked=self._guide.asked(section.topic),
            )
            for section in self._guide.sections(self.language)
        ]
        entries += [self._entry(word) for word in self._glossary.words.values()]
        return GuideIndex(entries)

    def _entry(self, word: Word) -> Entry:
        sides = [words(word.term), *self._other_sides(word)]
        title = sides[0] if word.id in self._library.law else " · ".join(sides)  # names of laws are long
        also = [*sides, *(each for more in word.also.values() for each in more), *word.everyday.values()]
        return Entry(f"{WORDS}#{word.id}", title, "", words(word.means), " ".join(also))

    def _other_sides(self, word: Word) -> list[str]:
        own = words(word.term)
        sides = (side(word.term, info.id) for info in self._library.languages if info.id != self.language)
        return [text for text in sides if text and text != own]

    @cached_property
    def _words_html(self) -> str:
        laws = [word for word in self._glossary.words.values() if word.id in self._library.law]
        known = [word for word in self._glossary.words.values() if word.id not in self._library.law]
        explained = [word for word in known if word.means]
        others = [word for word in known if not word.means]
        intro = _("What the legal and technical words mean, and what they are called in the other language.")
        laws_title, others_title = _("Laws"), _("Other words in both languages")
        return "".join(
            (
                f"<h1>{escape(self.title(WORDS))}</h1><p>{escape(intro)}</p>",
                *map(self._explained_html, _sorted(explained)),
                f"<h2>{escape(laws_title)}</h2>",
                *map(self._explained_html, laws),
                f"<h2>{escape(others_title)}</h2>",
                self._pairs_html(_sorted(others)),
            )
        )

    def _explained_html(self, word: Word) -> str:
        others = "".join(f' <span class="side">· {escape(text)}</span>' for text in self._other_sides(word))
        name = f'<p class="word"><a name="{word.id}"></a><b>{escape(words(word.term))}</b>{others}</p>'
        return f"{name}<p>{escape(words(word.means))}</p>"

    def _pairs_html(self, pairs: Sequence[Word]) -> str:
        lines = (
            f'<a name="{word.id}"></a>{escape(words(word.term))} '
            f'<span class="side">· {escape(" · ".join(self._other_sides(word)) or words(word.term))}</span>'
            for word in pairs
        )
        return f"<p>{'<br>'.join(lines)}</p>"


def place_of(href: str) -> Place | None:
    """The page and place a link of Help leads to; None for a word, which the pop-over explains."""
    if href.startswith(WORD):
        return None
    page, _mark, place = href.removeprefix(TOPIC).partition("#")
    return page, place


def _sorted(known: Sequence[Word]) -> list[Word]:
    return sorted(known, key=lambda word: words_of(words(word.term)))
