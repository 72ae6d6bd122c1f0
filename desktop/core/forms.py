"""The documents that can be made of answers, and the forms they come in: one language, or two side by side."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from desktop.core.answers import Answers
from desktop.core.assemble import DRAFT, Edition, Settled, draft, settle, write
from desktop.core.bilingual import SideBySide
from desktop.core.document import Document, Entry
from desktop.core.drafts import Draft
from desktop.core.facts import Facts
from desktop.core.handout import Handout, entry_of, in_parts, standing
from desktop.core.lawyer_pack import lawyer_pack
from desktop.core.library import Library
from desktop.core.reference import DocumentKind, Part
from desktop.core.sources import SOURCES
from desktop.core.text import Language
from desktop.core.watch.evidence import Records
from desktop.core.watch.plan_paper import wall_pages
from desktop.core.watch.record_names import EVIDENCE_REPORT, INCIDENT_REPORT, LEAVER_RECORD, subject_of, title_word

BOTH = "both"
"""The form with two languages side by side."""

POLICY, ACKNOWLEDGEMENT, WALL = "policy", "acknowledgement", "wall-checklist"

EVIDENCE = frozenset({EVIDENCE_REPORT, INCIDENT_REPORT, LEAVER_RECORD})
"""Documents about what was done, on one day or in one month: a copy of one is never out of date."""

USE_RECORDS = EVIDENCE | {"account-register"}
"""Documents that are told of the evidence."""

NO_RECORDS = Records()


def make(
    library: Library,
    answers: Answers,
    form: str,
    edition: Edition = DRAFT,
    document: str = POLICY,
    today: date | None = None,
    records: Records = NO_RECORDS,
) -> Document | SideBySide:
    """A document in a form: a language id, or "both" for the first two languages of the library.

    `today` is the day by which evidence of laws is old or not, without one nothing is; and the day that a report was
    made. `records` is what reports are about; without them they are forms to be filled in. Raises `LookupError` for a
    document that is not known.
    """
    return make_settled(settle(library, answers), form, edition, document, today, records)


def make_settled(
    settled: Settled,
    form: str,
    edition: Edition = DRAFT,
    document: str = POLICY,
    today: date | None = None,
    records: Records = NO_RECORDS,
) -> Document | SideBySide:
    """The same for answers that are settled already."""
    if form == BOTH:
        left, right = (_one(settled, language, edition, document, today, records) for language in _beside(settled))
        return SideBySide(left, right)
    return _one(settled, form, edition, document, today, records)


def draft_policy(settled: Settled, form: str, before: tuple[Draft, ...] = ()) -> tuple[Draft, ...]:
    """The policy in a form, one draft a language; what still holds of earlier drafts is taken over from them."""
    known = {draft.language: draft for draft in before}
    languages = _beside(settled) if form == BOTH else (form,)
    return tuple(draft(settled, language, before=known.get(language)) for language in languages)


def laid_out(drafts: tuple[Draft, ...]) -> Document | SideBySide:
    """The document of one draft, or two side by side."""
    first, *beside = (draft.document for draft in drafts)
    return SideBySide(first, beside[0]) if beside else first


def _one(
    settled: Settled, language: Language, edition: Edition, document: str, today: date | None, records: Records
) -> Document:
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
            handout = Handout(settled, settled.all_facts, kind, language, records, today)
            made = in_parts(handout, edition, ((part, _made_of(handout, part)) for part in standing(handout)))
            if document in EVIDENCE:
                word = title_word(document, records)
                return replace(made, title=handout.word(word) if word else made.title, status=subject_of(handout))
            return replace(made, pages=wall_pages(handout)) if document == WALL else made


def _beside(settled: Settled) -> tuple[Language, ...]:
    """The two languages side by side, the owner's first one at the left."""
    first = settled.facts.answers.look.first_language
    languages = [language.id for language in settled.library.languages[:2]]
    return tuple(sorted(languages, key=lambda language: language != first))


def _made_of(handout: Handout, part: Part) -> tuple[Entry, ...]:
    own = entry_of(handout, part)
    made = SOURCES[part.made_from](handout) if part.made_from else ()
    if part.made_from and not made and not own.blocks:  # there is nothing to say below its heading
        return ()
    if len(made) == 1 and not made[0].heading:  # what is made stands below the words of the part
        return (Entry(own.id, (*own.blocks, *made[0].blocks), own.heading, own.new_page),)
    if own.heading or own.blocks or not made:
        return (own, *made)
    return (replace(made[0], new_page=own.new_page), *made[1:])


def applying(settled: Settled) -> tuple[DocumentKind, ...]:
    """The documents that apply to what the answers come to."""
    return tuple(kind for kind in settled.library.documents if settled.all_facts.holds(kind.when))


def chosen_form(library: Library, facts: Facts) -> str:
    """The form the owner chose for documents."""
    value = facts.values.get("document_language")
    return str(value) if value == BOTH or value in library.language else BOTH


def form_names(library: Library) -> Mapping[str, str]:
    """Forms with the names of their languages, in each language's own words: "ms" → "Bahasa Melayu"."""
    names = {language.id: language.name for language in library.languages}
    return names | {BOTH: " + ".join(language.name for language in library.languages[:2])}
