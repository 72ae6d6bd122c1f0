"""Checks of the words: both languages there and alike in shape, terms, words to avoid, over-broad wording."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from desktop.content.faults import Fault
from desktop.content.passages import Passage, passages
from desktop.content.review import fingerprint
from desktop.core.breadth import reaches_too_far
from desktop.core.document import Run
from desktop.core.library import Library
from desktop.core.template import (
    Hole,
    Inline,
    Pointer,
    TemplateError,
    TemplateList,
    TemplateParagraph,
    parse_body,
)
from desktop.core.text import Language, any_side, side
from desktop.i18n import current, message


def word_faults(library: Library) -> Iterator[Fault]:
    """Faults in the words of a library."""
    for passage in passages(library):
        missing = [language.id for language in library.languages if not side(passage.text, language.id)]
        for language in missing:
            yield Fault(passage.file, f"{passage.place}.{language}", message("this text is missing"))
        for language in library.languages:
            if passage.longest and len(side(passage.text, language.id)) > passage.longest:
                cause = message("the text is longer than {limit} letters", limit=passage.longest)
                yield Fault(passage.file, f"{passage.place}.{language.id}", cause)
        if passage.is_body and not missing:
            yield from _body_faults(library, passage)
        yield from _avoid_faults(library, passage)
    yield from _stale_reviews(library)


def _body_faults(library: Library, passage: Passage) -> Iterator[Fault]:
    first, *others = (language.id for language in library.languages)
    try:
        shapes = {language.id: _shape(side(passage.text, language.id)) for language in library.languages}
    except TemplateError as error:
        cause = message("this cannot be read as a clause body: “{part}”", part=str(error))
        yield Fault(passage.file, passage.place, cause)
        return
    for other in others:
        if shapes[other] != shapes[first]:
            cause = message(
                "{first} and {other} differ in paragraphs, list items or placeholders", first=first, other=other
            )
            yield Fault(passage.file, passage.place, cause)
    for language in library.languages:
        words = side(passage.text, language.id)
        yield from _term_faults(library, passage, language.id, words)
        yield from _overbroad_faults(library, passage, language.id, words)


def _shape(body: str) -> list[object]:
    """What both languages must share: blocks, list items, and what each of them refers to."""
    shape: list[object] = []
    for block in parse_body(body):
        match block:
            case TemplateParagraph(content):
                shape.append(_holes(content))
            case TemplateList(items, ordered):
                shape.append((ordered, [_holes(item) for item in items]))
    return shape


def _holes(content: tuple[Inline, ...]) -> list[str]:
    found: list[str] = []
    for piece in content:
        match piece:
            case Hole(question, part, each):
                found.append(f"{question}.{part}.{each}")
            case Pointer(kind, target):
                found.append(f"{kind}:{target}")
            case Run():
                pass
    return sorted(found)


def _term_faults(library: Library, passage: Passage, language: Language, words: str) -> Iterator[Fault]:
    for block in parse_body(words):
        contents = (block.content,) if isinstance(block, TemplateParagraph) else block.items
        for piece in chain.from_iterable(contents):
            if isinstance(piece, Run) and piece.term and piece.text.casefold() not in library.term_of[language]:
                cause = message("“{word}” is marked as a term but is not in the glossary", word=piece.text)
                yield Fault(passage.file, f"{passage.place}.{language}", cause)


def _overbroad_faults(library: Library, passage: Passage, language: Language, words: str) -> Iterator[Fault]:
    for reach in reaches_too_far(library, words, language, by_owner=False):
        why = any_side(reach.why, current())[0]
        cause = message("“{phrase}” reaches too far to stand: {why}", phrase=reach.phrase, why=why)
        yield Fault(passage.file, f"{passage.place}.{language}", cause)


def _avoid_faults(library: Library, passage: Passage) -> Iterator[Fault]:
    if passage.file == "glossary.toml":
        return
    for language in library.languages:
        text = side(passage.text, language.id)
        folded = text.casefold()
        for known, avoid in library.avoided[language.id].items():
            if known in folded:  # hardly ever
                words = text
                for right in avoid.exceptions:
                    words = words.replace(right, "")
                if _word(avoid.word).search(words):
                    cause = message("“{word}” is not used here; write “{use}”", word=avoid.word, use=avoid.use)
                    yield Fault(passage.file, f"{passage.place}.{avoid.language}", cause)


@cache
def _word(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)


def _stale_reviews(library: Library) -> Iterator[Fault]:
    for clause in library.clauses:
        for language, review in clause.review.items():
            if review.get("of") != fingerprint(clause, "en"):
                cause = message("the English changed since this text was last checked against it")
                yield Fault(clause.file, f"review.{language}", cause)
