"""The documents that can be made of answers, and the forms they come in: one language, or two side by side."""

from collections.abc import Mapping
from datetime import date

from desktop.core.answers import Answers
from desktop.core.assemble import DRAFT, Edition, Settled, settle, status, write
from desktop.core.bilingual import SideBySide
from desktop.core.document import Document
from desktop.core.facts import Facts, resolve
from desktop.core.lawyer_pack import lawyer_pack
from desktop.core.library import DETAILS, Library
from desktop.core.notice import in_parts
from desktop.core.text import Language

BOTH = "both"
"""The form with two languages side by side."""

POLICY = "policy"


def make(
    library: Library,
    answers: Answers,
    form: str,
    edition: Edition = DRAFT,
    document: str = POLICY,
    today: date | None = None,
) -> Document | SideBySide:
    """A document in a form: a language id, or "both" for the first two languages of the library.

    `today` is the day by which evidence of laws is old or not; without one nothing is. Raises `LookupError` for a
    document that is not known.
    """
    return make_settled(settle(library, answers), form, edition, document, today)


def make_settled(
    settled: Settled, form: str, edition: Edition = DRAFT, document: str = POLICY, today: date | None = None
) -> Document | SideBySide:
    """The same for answers that are settled already."""
    if form == BOTH:
        languages = settled.library.languages[:2]
        left, right = (_one(settled, language.id, edition, document, today) for language in languages)
        return SideBySide(left, right)
    return _one(settled, form, edition, document, today)


def _one(settled: Settled, language: Language, edition: Edition, document: str, today: date | None) -> Document:
    library = settled.library
    kind = library.document(document)
    if kind is None:
        raise LookupError(document)
    match document:
        case "policy":
            return write(settled, language, edition)
        case "lawyer-pack":
            return lawyer_pack(settled, kind, language, edition, today)
        case _:
            return in_parts(library, _asked_all(settled), kind, language, status(library, language, edition))


def _asked_all(settled: Settled) -> Facts:
    """What every question comes to, also those that only a longer policy asks: other documents need them all."""
    return resolve(settled.library, settled.facts.answers.answered("detail", DETAILS[-1]))


def chosen_form(library: Library, facts: Facts) -> str:
    """The form the owner chose for documents."""
    value = facts.values.get("document_language")
    return str(value) if value == BOTH or value in library.language else BOTH


def form_names(library: Library) -> Mapping[str, str]:
    """Forms with the names of their languages, in each language's own words: "ms" → "Bahasa Melayu"."""
    names = {language.id: language.name for language in library.languages}
    return names | {BOTH: " + ".join(language.name for language in library.languages[:2])}
