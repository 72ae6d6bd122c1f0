"""A page of the guide as HTML for the Help window."""

from collections.abc import Callable, Sequence
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

TOPIC = "topic:"
"""What links to another topic begin with, in the HTML."""


@cache
def reader() -> MarkdownIt:
    """Reads the small Markdown of the guide: no HTML, no tables, no code blocks."""
    plain = MarkdownIt("zero").enable(["heading", "list", "emphasis", "link", "image", "backticks", "escape"])
    plain.options["html"] = False
    return plain


def page_html(source: str, width: Callable[[str], int], linked: Callable[[str], str] = escape) -> str:
    """The page, with a place named `sN` at each heading.

    `width` gives the width of a picture in pixels by its path, 0 for as it is; `linked` turns plain words into HTML.
    """
    headings = 0
    parts: list[str] = []
    is_heading = False
    for token in _tokens(source):
        match token.type:
            case "heading_open":
                is_heading = True
                parts.append(f'<{token.tag}><a name="s{headings}"></a>')
                headings += 1
            case "inline":
                parts.append(_inline(token.children or (), width, escape if is_heading else linked))
            case _ if token.hidden:  # the paragraph of a list item that stands without blank lines
                pass
            case _ if token.nesting > 0:
                parts.append(f"<{token.tag}>")
            case _:
                is_heading = False
                parts.append(f"</{token.tag}>")
    return "".join(parts)


def _tokens(source: str) -> Sequence[Token]:
    """The page as Markdown tokens; a picture has no paragraph around it, as it makes its own."""
    tokens = reader().parse(source)
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.type == "inline" and [child.type for child in token.children or ()] == ["image"]:
            before.hidden = after.hidden = True
    return tokens


def target_of(href: str) -> str:
    """The topic a link of the Markdown leads to: "password.en.md" is the topic "password"."""
    return href.partition(".")[0]


def _inline(children: Sequence[Token], width: Callable[[str], int], linked: Callable[[str], str]) -> str:
    parts: list[str] = []
    apart = 0
    for child in children:
        match child.type:
            case "text":
                parts.append(escape(child.content) if apart else linked(child.content))
            case "softbreak":
                parts.append(" ")
            case "code_inline":
                parts.append(f'<span class="key">{escape(child.content)}</span>')
            case "image":
                parts.append(_picture(child, width))
            case "link_open":
                apart += 1
                parts.append(f'<a href="{TOPIC}{escape(target_of(str(child.attrGet("href"))))}">')
            case "strong_open":
                apart += 1
                parts.append("<b>")
            case "link_close" | "strong_close":
                apart -= 1
                parts.append("</a>" if child.type == "link_close" else "</b>")
            case _:
                parts.append(f"<{'/' if child.nesting < 0 else ''}{child.tag}>")
    return "".join(parts)


def _picture(token: Token, width: Callable[[str], int]) -> str:
    """A picture in a line of its own, and under it what it shows, which a screen reader would not say otherwise."""
    path = str(token.attrGet("src"))
    size = f' width="{pixels}"' if (pixels := width(path)) else ""
    picture = f'<p class="picture"><img src="{escape(path)}"{size}></p>'
    return f'{picture}<p class="caption">{escape(token.content)}</p>'
