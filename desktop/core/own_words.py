"""Clauses in the owner's own words: whether they can be printed, and which language wants another look."""

from collections.abc import Collection

from desktop.core.library import Kind, Library
from desktop.core.template import (
    Hole,
    Inline,
    Pointer,
    TemplateError,
    TemplateList,
    TemplateParagraph,
    parse_body,
    parse_line,
)
from desktop.core.text import Language, Text, side
from desktop.core.validate import LONGEST, AnswerError, prose
from desktop.i18n import message

_EACH = frozenset({Kind.LIST, Kind.CHOICES, Kind.PEOPLE, Kind.ACCOUNTS})
_LONGEST_TITLE = 120


def checked_words(
    library: Library, title: Text | str, body: Text | str, own: Collection[str] = ()
) -> tuple[Text, Text]:
    """Title and body in the form they are kept in. `own` names clauses of the owner's that may be referred to.

    At least one language must have both a title and a body. Raises `AnswerError`.
    """
    titles, bodies = prose(library, title), prose(library, body)
    if not any(side(titles, language.id) and side(bodies, language.id) for language in library.languages):
        raise AnswerError(message("write a title and the text, in at least one language"))
    for words in titles.values():
        if "\n" in words.strip() or len(words) > _LONGEST_TITLE:
            raise AnswerError(message("the title must be one line of at most {limit} letters", limit=_LONGEST_TITLE))
        _check(library, parse_title(words), own)
    for words in bodies.values():
        if len(words) > LONGEST:
            raise AnswerError(message("at most {limit} letters fit here", limit=LONGEST))
        _check_body(library, words, own)
    return titles, bodies


def parse_title(words: str) -> tuple[Inline, ...]:
    """A title as a line with places for answers. Raises `AnswerError`."""
    try:
        return parse_line(words.strip())
    except TemplateError as error:
        raise _unreadable(error) from error


def to_look_at(before: tuple[Text, Text], after: tuple[Text, Text], flagged: Collection[Language]) -> tuple[str, ...]:
    """The languages nobody has looked at since another was edited. `before` and `after` are title and body.

    Editing a language counts as looking at it; languages that are not written have nothing to look at. One that is
    written for the first time, or no longer, says nothing new about the others.
    """
    languages = dict.fromkeys(key for texts in (*before, *after) for key in texts)
    changed = {
        key for key in languages if any(side(b, key) != side(a, key) for b, a in zip(before, after, strict=True))
    }
    waiting = set(flagged) - changed
    if any(side(before[1], key) and side(after[1], key) for key in changed):
        waiting |= set(languages) - changed
    return tuple(key for key in languages if key in waiting and side(after[1], key))


def _check_body(library: Library, words: str, own: Collection[str]) -> None:
    try:
        blocks = parse_body(words)
    except TemplateError as error:
        raise _unreadable(error) from error
    for block in blocks:
        match block:
            case TemplateParagraph(content):
                if any(isinstance(piece, Hole) and piece.each for piece in content):
                    raise AnswerError(message("“each” belongs into a list: begin the line with a hyphen"))
                _check(library, content, own)
            case TemplateList(items):
                for item in items:
                    _check(library, item, own)


def _check(library: Library, content: tuple[Inline, ...], own: Collection[str]) -> None:
    for piece in content:
        match piece:
            case Hole(name) if name not in library.question:
                raise AnswerError(message("there is no answer called “{name}” to put in", name=name))
            case Hole(name, each=True) if library.question[name].kind not in _EACH:
                raise AnswerError(message("“{name}” has only one answer, so there is no list of it", name=name))
            case Pointer("ref", target) if target not in library.clause and target not in own:
                raise AnswerError(message("there is no clause called “{name}”", name=target))
            case Pointer("step", target) if target not in library.step:
                raise AnswerError(message("there is no step called “{name}”", name=target))
            case _:
                pass


def _unreadable(error: TemplateError) -> AnswerError:
    return AnswerError(
        message("this part cannot be read: “{part}”. Braces and double brackets are for answers.", part=str(error))
    )
