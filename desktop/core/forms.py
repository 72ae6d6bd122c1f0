"""The forms a document comes in: one language, or two side by side."""

from collections.abc import Mapping

from desktop.core.answers import Answers
from desktop.core.assemble import DRAFT, Edition, assemble, settle, write
from desktop.core.bilingual import SideBySide
from desktop.core.document import Document
from desktop.core.facts import Facts
from desktop.core.library import Library

BOTH = "both"
"""The form with two languages side by side."""


def make(library: Library, answers: Answers, form: str, edition: Edition = DRAFT) -> Document | SideBySide:
    """A document in a form: a language id, or "both" for the first two languages of the library."""
    if form == BOTH:
        settled = settle(library, answers)
        left, right = (write(settled, language.id, edition) for language in library.languages[:2])
        return SideBySide(left, right)
    return assemble(library, answers, form, edition)


def chosen_form(library: Library, facts: Facts) -> str:
    """The form the owner chose for documents."""
    value = facts.values.get("document_language")
    return str(value) if value == BOTH or value in library.language else BOTH


def form_names(library: Library) -> Mapping[str, str]:
    """Forms with the names of their languages, in each language's own words: "ms" → "Bahasa Melayu"."""
    names = {language.id: language.name for language in library.languages}
    return names | {BOTH: " + ".join(language.name for language in library.languages[:2])}
