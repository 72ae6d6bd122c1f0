"""The annexes of a policy: the words it uses, the laws behind it, the page to sign."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeAlias

from desktop.core.document import Annex, Block, Entry, Field, Paragraph, Run
from desktop.core.drafts import Kept
from desktop.core.fill import Fill
from desktop.core.reference import Law, LawStatus
from desktop.core.selection import ChosenSection
from desktop.core.template import Hole, parse_line
from desktop.core.text import side
from desktop.core.wording import Wording

LETTERS = "ABCDEFGH"


Named: TypeAlias = "Mapping[str, tuple[Hashable, Entry]]"
"""Entries by id, each with all that its words hang on."""


def annexes(
    fill: Fill, selection: tuple[ChosenSection, ...], terms: frozenset[str], kept: Kept
) -> tuple[tuple[Annex, ...], Named]:
    """The annexes that have something to say, lettered in order; and their entries for the next draft.

    `terms` are the ids of the defined terms that the clauses use, in any language.
    """
    wording = fill.wording
    parts: list[tuple[str, str, Named]] = [
        ("annex-words", "annex_words", _definitions(fill, terms, kept)),
        ("annex-laws", "annex_laws", _laws(wording, selection, kept)),
        ("annex-sign", "annex_sign", _sign_off(wording, kept)),
    ]
    made: list[Annex] = []
    named: dict[str, tuple[Hashable, Entry]] = {}
    for annex_id, key, entries in parts:
        if entries:
            letter = LETTERS[len(made)]
            heading = wording.word("annex_heading").format(letter=letter, title=wording.word(key))
            listed = tuple(entry for _, entry in entries.values())
            made.append(Annex(annex_id, letter, (Run(heading),), listed, new_page=annex_id == "annex-sign"))
            named |= entries
    return tuple(made), named


def _definitions(fill: Fill, terms: frozenset[str], kept: Kept) -> Named:
    """The defined terms that the clauses use, in the order of the glossary.

    A term used in one language is listed in all, so that the languages agree row by row.
    """
    wording = fill.wording
    entries: dict[str, tuple[Hashable, Entry]] = {}
    for term in wording.library.terms:
        definition = side(term.definition, wording.language) if term.id in terms else ""
        if definition:
            name = side(term.term, wording.language)
            runs = (Run(name[:1].upper() + name[1:], bold=True), Run(": "), *fill.inlines(parse_line(definition)))
            entry_id = f"term-{term.id}"
            entries[entry_id] = kept.entry(entry_id, runs, lambda i=entry_id, r=runs: Entry(i, (Paragraph(r),)))
    return entries


def _laws(wording: Wording, selection: tuple[ChosenSection, ...], kept: Kept) -> Named:
    """The laws that clauses of this policy rest on and that apply where the firm is."""
    sections_of: dict[str, dict[str, None]] = {}
    clauses_of: dict[str, dict[str, None]] = {}
    for section in selection:
        for chosen in section.clauses:
            for reference in chosen.clause.laws:
                law_id, _, law_section = reference.partition(":")
                sections_of.setdefault(law_id, {})
                if law_section:
                    sections_of[law_id].setdefault(law_section)
                clauses_of.setdefault(law_id, {}).setdefault(chosen.number)
    laws = [law for law in wording.library.laws if law.id in clauses_of and wording.facts.holds(law.when)]
    if not laws:
        return {}
    evidence, _ = Counter(law.evidence for law in laws).most_common(1)[0]
    said = f"{wording.word('laws_intro')} {wording.word('law_evidence').format(month=month_words(wording, evidence))}"
    entries = {"laws-intro": kept.entry("laws-intro", said, lambda: Entry("laws-intro", (Paragraph((Run(said),)),)))}
    for law in laws:
        about = (evidence, tuple(sections_of[law.id]), tuple(clauses_of[law.id]))
        entries[f"law-{law.id}"] = kept.entry(
            f"law-{law.id}", about, lambda law=law, about=about: _law(wording, law, *about)
        )
    return entries


def _law(wording: Wording, law: Law, evidence: str, sections: tuple[str, ...], clauses: tuple[str, ...]) -> Entry:
    """One law. Its evidence is dated here only where it differs from that of the whole list."""
    head = side(law.title, wording.language)
    if sections:
        listed = sorted(sections, key=_section_order)
        key = f"law_{law.unit}s" if len(listed) > 1 else f"law_{law.unit}"
        head += ", " + wording.word(key).format(sections=", ".join(listed))
    notes = [
        side(law.means, wording.language),
        wording.word("law_clauses").format(clauses=_clauses(wording, clauses)),
    ]
    if law.status in (LawStatus.PENDING, LawStatus.UNKNOWN):
        notes.append(wording.word("law_pending"))
    if law.evidence != evidence:
        notes.append(wording.word("law_evidence").format(month=month_words(wording, law.evidence)))
    if law.check_again:
        notes.append(wording.word("law_check_again"))
    blocks: tuple[Block, ...] = (
        Paragraph((Run(head, bold=True),)),
        Paragraph((Run(" ".join(notes)),)),
    )
    return Entry(f"law-{law.id}", blocks)


def _clauses(wording: Wording, numbers: tuple[str, ...]) -> str:
    if len(numbers) == 1:
        return wording.word("clause_number").format(number=numbers[0])
    return wording.word("clause_numbers").format(numbers=", ".join(numbers))


def month_words(wording: Wording, month: str) -> str:
    """A month of evidence in words: "2026-09" → "September 2026"."""
    year, _, number = month.partition("-")
    return f"{wording.word('months').split()[int(number) - 1]} {year}"


def _section_order(section: str) -> tuple[int, str]:
    digits = "".join(c for c in section if c.isdigit())
    return int(digits or 0), section


def _sign_off(wording: Wording, kept: Kept) -> Named:
    def fields(*keys: str) -> tuple[Block, ...]:
        return tuple(Field(wording.word(key)) for key in keys)

    name = "".join(run.text for run in wording.runs(Hole("business_name")))

    def say(key: str) -> Paragraph:
        return Paragraph((Run(wording.word(key).replace("{business_name}", name)),))

    entries = (
        Entry(
            "sign-issue",
            (say("sign_issue"), *fields("field_name", "field_role", "field_signature", "field_date")),
        ),
        Entry("sign-staff", (say("sign_staff"), *fields("field_name", "field_signature", "field_date"))),
    )
    return {entry.id: kept.entry(entry.id, name, lambda entry=entry: entry) for entry in entries}
