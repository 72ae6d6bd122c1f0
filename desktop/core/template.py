"""Clause bodies before the answers go in: small Markdown read into a tree with holes.

Answers are put into the tree, never into the Markdown, so a business name with asterisks stays what it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from desktop.core.document import Paragraph, Run, Runs

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HOLE = re.compile(
    r"\{(?P<each>each:)?(?P<name>[a-z][a-z0-9_]*)(?:\.(?P<part>name|role))?\}"
    r"|\[\[(?P<kind>ref|step):(?P<target>[a-z0-9.-]+)\]\]"
)
_STRAY = re.compile(r"[{}]|\[\[|\]\]")
_REMEMBERED = 8192
"""Texts that need not be read again: all of the library, and not every state of what an owner types."""

_INLINE = {"text", "strong_open", "strong_close", "em_open", "em_close", "softbreak"}


class TemplateError(ValueError):
    """A body that uses something the small Markdown does not know; the message quotes it."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A place for the answer to a question."""

    question: str
    part: str = ""
    """"name" or "role" of a person, or ""."""
    each: bool = False
    """Whether the list item around it is repeated for every entry of the answer."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference to a clause ("ref") or a step ("step")."""

    kind: str
    target: str


Inline: TypeAlias = Run | Hole | Pointer
"""Fixed words are runs already: they go into the document as they are."""


@dataclass(frozen=True, slots=True)
class TemplateParagraph:
    """A paragraph with holes."""

    content: tuple[Inline, ...]
    fixed: Paragraph | None
    """The paragraph itself where it has no holes."""


@dataclass(frozen=True, slots=True)
class TemplateList:
    """A list with holes."""

    items: tuple[tuple[Inline, ...], ...]
    ordered: bool
    fixed: tuple[Runs | None, ...]
    """Each item itself where it has no holes."""


TemplateBlock: TypeAlias = TemplateParagraph | TemplateList


@cache
def _markdown() -> "MarkdownIt":
    # takes longer to load than all of the domain, and the start page needs no clause
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["emphasis", "list", "newline"])


@lru_cache(_REMEMBERED)
def parse_body(body: str) -> tuple[TemplateBlock, ...]:
    """Read a body. Raises `TemplateError`."""
    tokens = iter(_markdown().parse(body.strip()))
    return tuple(_blocks(tokens))


@lru_cache(_REMEMBERED)
def parse_line(line: str) -> tuple[Inline, ...]:
    """Read one line, such as a title, that has holes but no paragraphs or lists. Raises `TemplateError`."""
    return tuple(_split(line, bold=False, term=False))


def parse_loosely(body: str) -> tuple[TemplateBlock, ...]:
    """Read a body that the owner wrote: what the small Markdown does not know is printed as it stands."""
    try:
        return parse_body(body)
    except TemplateError:
        lines = (Run(line.strip()) for line in body.split("\n") if line.strip())
        return tuple(TemplateParagraph((run,), Paragraph((run,))) for run in lines)


def parse_line_loosely(line: str) -> tuple[Inline, ...]:
    """Read a title that the owner wrote; see `parse_loosely`."""
    try:
        return parse_line(line)
    except TemplateError:
        return (Run(line),)


def inlines(body: str) -> Iterator[Inline]:
    """Every inline piece of a body. Raises `TemplateError`."""
    yield from pieces(parse_body(body))


def pieces(blocks: tuple[TemplateBlock, ...]) -> Iterator[Inline]:
    """Every inline piece of what was read."""
    for block in blocks:
        match block:
            case TemplateParagraph(content=content):
                yield from content
            case TemplateList(items):
                for item in items:
                    yield from item


def _blocks(tokens: "Iterator[Token]") -> Iterator[TemplateBlock]:
    for token in tokens:
        match token.type:
            case "paragraph_open":
                yield _paragraph(_content(next(tokens)))
                next(tokens)
            case "bullet_list_open" | "ordered_list_open":
                items = tuple(_items(tokens))
                yield TemplateList(items, token.type == "ordered_list_open", tuple(map(_runs, items)))
            case _:
                raise TemplateError(token.content or token.markup or token.type)


def _paragraph(content: tuple[Inline, ...]) -> TemplateParagraph:
    runs = _runs(content)
    return TemplateParagraph(content, None if runs is None else Paragraph(runs))


def _runs(content: tuple[Inline, ...]) -> Runs | None:
    """Content without holes, as the document has it."""
    words = tuple(piece for piece in content if isinstance(piece, Run))
    return words if len(words) == len(content) else None


def _items(tokens: "Iterator[Token]") -> Iterator[tuple[Inline, ...]]:
    for token in tokens:
        match token.type:
            case "list_item_open":
                content: tuple[Inline, ...] | None = None
                for inner in tokens:
                    if inner.type == "list_item_close":
                        break
                    if inner.type == "inline" and content is None:
                        content = _content(inner)
                    elif inner.type not in ("paragraph_open", "paragraph_close"):
                        raise TemplateError(inner.content or inner.markup or inner.type)
                yield content or ()
            case "bullet_list_close" | "ordered_list_close":
                return
            case _:
                raise TemplateError(token.content or token.type)


def _content(inline: "Token") -> tuple[Inline, ...]:
    pieces: list[Inline] = []
    bold = term = False
    for token in inline.children or ():
        if token.type not in _INLINE:
            raise TemplateError(token.content or token.markup or token.type)
        match token.type:
            case "strong_open" | "strong_close":
                bold = token.type == "strong_open"
            case "em_open" | "em_close":
                term = token.type == "em_open"
            case "softbreak":
                pieces.append(Run(" ", bold, term))
            case _:
                pieces += _split(token.content, bold, term)
    return _joined(pieces)


def _split(text: str, bold: bool, term: bool) -> Iterator[Inline]:
    position = 0
    for match in _HOLE.finditer(text):
        yield from _words(text[position : match.start()], bold, term)
        if match["kind"]:
            yield Pointer(match["kind"], match["target"])
        else:
            yield Hole(match["name"], match["part"] or "", bool(match["each"]), bold)
        position = match.end()
    yield from _words(text[position:], bold, term)


def _words(text: str, bold: bool, term: bool) -> Iterator[Run]:
    if stray := _STRAY.search(text):
        raise TemplateError(text[max(0, stray.start() - 15) : stray.end() + 25])
    if text:
        yield Run(text, bold, term)


def _joined(pieces: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words of one style as one piece, so that a term broken over two lines stays whole."""
    joined: list[Inline] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if isinstance(piece, Run) and isinstance(last, Run) and (piece.bold, piece.term) == (last.bold, last.term):
            joined[-1] = Run(last.text + piece.text, piece.bold, piece.term)
        else:
            joined.append(piece)
    return tuple(joined)
