"""The annexes of a policy: the words it uses, the laws behind it, the page to sign."""

from collections import Counter
from functools import lru_cache

from desktop.core.document import Annex, Block, Entry, Field, Paragraph, Run
from desktop.core.fill import Fill
from desktop.core.reference import Law, LawStatus
from desktop.core.selection import ChosenSection
from desktop.core.template import Hole, parse_line, parse_loosely, pieces
from desktop.core.text import side
from desktop.core.wording import Wording

LETTERS = "ABCDEFGH"


def annexes(fill: Fill, selection: tuple[ChosenSection, ...]) -> tuple[Annex, ...]:
    """The annexes that have something to say, lettered in order."""
    wording = fill.wording
    parts: list[tuple[str, str, tuple[Entry, ...]]] = [
        ("annex-words", "annex_words", _definitions(fill, selection)),
        ("annex-laws", "annex_laws", _laws(wording, selection)),
        ("annex-sign", "annex_sign", _sign_off(wording)),
    ]
    made: list[Annex] = []
    for annex_id, key, entries in parts:
        if entries:
            letter = LETTERS[len(made)]
            heading = wording.word("annex_heading").format(letter=letter, title=wording.word(key))
            made.append(Annex(annex_id, letter, (Run(heading),), entries, new_page=annex_id == "annex-sign"))
    return tuple(made)


def _definitions(fill: Fill, selection: tuple[ChosenSection, ...]) -> tuple[Entry, ...]:
    """The defined terms that the clauses use, in the order of the glossary.

    A term used in one language is listed in all, so that the languages agree row by row.
    """
    wording, library = fill.wording, fill.wording.library
    used: set[str] = set()
    for section in selection:
        for chosen in section.clauses:
            for language, known in library.term_of.items():
                for form in _marked(side(chosen.body, language)):
                    if form in known:
                        used.add(known[form].id)
    entries: list[Entry] = []
    for term in library.terms:
        definition = side(term.definition, wording.language)
        if term.id in used and definition:
            name = side(term.term, wording.language)
            runs = (Run(name[:1].upper() + name[1:], bold=True), Run(": "), *fill.inlines(parse_line(definition)))
            entries.append(Entry(f"term-{term.id}", (Paragraph(runs),)))
    return tuple(entries)


@lru_cache(maxsize=4096)
def _marked(body: str) -> frozenset[str]:
    """The terms a body marks, in lower case."""
    return frozenset(
        piece.text.casefold() for piece in pieces(parse_loosely(body)) if isinstance(piece, Run) and piece.term
    )


def _laws(wording: Wording, selection: tuple[ChosenSection, ...]) -> tuple[Entry, ...]:
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
        return ()
    evidence, _ = Counter(law.evidence for law in laws).most_common(1)[0]
    said = f"{wording.word('laws_intro')} {wording.word('law_evidence').format(month=month_words(wording, evidence))}"
    entries = [_law(wording, law, evidence, tuple(sections_of[law.id]), tuple(clauses_of[law.id])) for law in laws]
    return (Entry("laws-intro", (Paragraph((Run(said),)),)), *entries)


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


def _sign_off(wording: Wording) -> tuple[Entry, ...]:
    def fields(*keys: str) -> tuple[Block, ...]:
        return tuple(Field(wording.word(key)) for key in keys)

    name = "".join(run.text for run in wording.runs(Hole("business_name")))

    def say(key: str) -> Paragraph:
        return Paragraph((Run(wording.word(key).replace("{business_name}", name)),))

    return (
        Entry(
            "sign-issue",
            (say("sign_issue"), *fields("field_name", "field_role", "field_signature", "field_date")),
        ),
        Entry("sign-staff", (say("sign_staff"), *fields("field_name", "field_signature", "field_date"))),
    )
