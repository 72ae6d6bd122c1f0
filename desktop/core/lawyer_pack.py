"""The pack for the firm's lawyer: open points, decisions, answers, laws. Short, and true to the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.core.annexes import month_words
from desktop.core.assemble import Edition, Settled, control_table, status
from desktop.core.check_laws import laws_behind
from desktop.core.check_up import findings_of
from desktop.core.condition_words import all_in_words
from desktop.core.document import Block, Clause, Document, Field, Paragraph, Run, Runs, Section, Table, plain
from desktop.core.facts import Fact, Source
from desktop.core.fill import Fill
from desktop.core.findings import Finding, Severity, Where
from desktop.core.library import Clause as LibraryClause
from desktop.core.reference import DocumentKind, Law
from desktop.core.selection import Chosen, applies, applies_when, choice_of, library_wording, wording_condition
from desktop.core.template import Hole, parse_line_loosely, parse_loosely
from desktop.core.text import Language, Text, any_side, side
from desktop.core.wording import Wording
from desktop.i18n import worded

_REMARK_LINES = 6

_Part = tuple[str, tuple[Block, ...]]
"""Key of the heading in `words.toml`, and what stands below it."""


def lawyer_pack(
    settled: Settled, kind: DocumentKind, language: Language, edition: Edition, today: date | None
) -> Document:
    """The pack in one language. `today` tells old evidence of laws from new."""
    pack = _Pack(settled, language)
    sections: list[Section] = []
    for section_id, parts in (
        ("pack_open", pack.open_points(today)),
        ("pack_decisions", pack.decisions()),
        ("pack_answers", pack.answers()),
        ("pack_laws", pack.laws()),
    ):
        number = str(len(sections) + 1)
        clauses = tuple(
            Clause(f"{section_id}-{index}", f"{number}.{index}", (Run(heading),), blocks)
            for index, (heading, blocks) in enumerate(parts, start=1)
        )
        if clauses:
            sections.append(Section(section_id, number, (Run(pack.word(section_id)),), clauses))
    return Document(
        kind=kind.id,
        language=language,
        business_name=plain(pack.wording.runs(Hole("business_name"))),
        title=side(kind.title, language),
        status=status(settled.library, language, edition),
        details=control_table(pack.wording, edition),
        sections=tuple(sections),
        annexes=(),
        words={key: side(words, language) for key, words in settled.library.words.items()},
        dated=edition.dated,
    )


@dataclass(frozen=True)
class _Pack:
    """One business in one language."""

    settled: Settled
    language: Language

    @cached_property
    def wording(self) -> Wording:
        return Wording(self.settled.library, self.settled.facts, self.language)

    @cached_property
    def fill(self) -> Fill:
        return Fill(self.wording, self.settled.numbers)

    def word(self, key: str) -> str:
        return self.wording.word(key)

    def open_points(self, today: date | None) -> Iterator[_Part]:
        findings = findings_of(self.settled, today)
        for severity, key in ((Severity.OPEN, "pack_must"), (Severity.REVIEW, "pack_review")):
            rows = [self._finding(finding) for finding in findings if finding.severity is severity]
            if rows:
                head = self._cells("pack_about", "pack_what", "pack_why")
                yield self.word(key), (Table((head, *rows), shares=(3, 4, 4)),)
        yield self.word("pack_remarks"), (Field(self.word("sheet_remarks")), *(Field(""),) * (_REMARK_LINES - 1))

    def decisions(self) -> Iterator[_Part]:
        left_out = [clause for clause in self._library_clauses() if self._dropped(clause)]
        if left_out:
            rows = tuple(self._decided(clause) for clause in left_out)
            yield self.word("pack_left_out"), (self._decided_table(rows),)
        added = [each for each in self._chosen() if each.added]
        if added:
            rows = tuple(self._decided(each.clause) for each in added)
            yield self.word("pack_put_in"), (self._decided_table(rows),)
        for each in self._chosen():
            heading = f"{each.number} {plain(self._title(each.wording.title))} ({each.clause.id})"
            if each.own:
                yield self.word("pack_own").format(clause=heading), self._body(each.wording.body)
            elif each.wording.edited:
                yield self.word("pack_edited").format(clause=heading), self._beside(each)
            elif choice_of(each.clause, self.settled.facts).variant:
                yield self.word("pack_swapped").format(clause=heading), self._swapped(each)

    def answers(self) -> Iterator[_Part]:
        for step in self.settled.library.steps:
            facts = [self.settled.facts.by_question[q.id] for q in self.settled.library.questions_of(step.id)]
            rows = tuple(self._answer(fact) for fact in facts if fact.source is not Source.NOT_ASKED)
            if rows:
                yield (
                    side(step.title, self.language),
                    (Table((self._cells("pack_question", "pack_answer", "pack_note"), *rows), shares=(6, 7, 3)),),
                )

    def laws(self) -> Iterator[_Part]:
        rows = tuple(self._law(law) for law in laws_behind(self.settled))
        if rows:
            head = self._cells("pack_law", "pack_status", "pack_clauses")
            yield self.word("annex_laws"), (Table((head, *rows), shares=(6, 6, 3)),)

    def _decided_table(self, rows: tuple[tuple[Runs, ...], ...]) -> Table:
        return Table((self._cells("pack_clause", "pack_when", "pack_reason"), *rows), shares=(4, 6, 4))

    def _cells(self, *keys: str) -> tuple[Runs, ...]:
        return tuple((Run(self.word(key)),) for key in keys)

    def _library_clauses(self) -> Iterator[LibraryClause]:
        return iter(self.settled.library.clauses)

    def _chosen(self) -> Iterator[Chosen]:
        return (each for section in self.settled.selection for each in section.clauses)

    def _dropped(self, clause: LibraryClause) -> bool:
        return applies(clause, self.settled.facts) and choice_of(clause, self.settled.facts).included is False

    def _finding(self, finding: Finding) -> tuple[Runs, ...]:
        texts = (worded(finding.what, self.language), worded(finding.why, self.language))
        return (self._place(finding), *((Run(text),) for text in texts))

    def _place(self, finding: Finding) -> Runs:
        library, answers = self.settled.library, self.settled.facts.answers
        match finding.where:
            case Where.QUESTION:
                return (Run(side(library.question[finding.place].prompt, self.language)),)
            case Where.CLAUSE:
                number = self.settled.numbers.get(finding.place, "")
                own = answers.own.get(finding.place)
                title = own.title if own else library.clause[finding.place].title
                return (Run(f"{number} "), *self._title(title))
            case Where.PERSON:
                return (Run(answers.people[finding.place].name),)
            case Where.LAW:
                return (Run(side(library.law[finding.place].title, self.language)),)

    def _decided(self, clause: LibraryClause) -> tuple[Runs, ...]:
        when = all_in_words(self.settled.library, applies_when(clause), self.language) or self.word("pack_always")
        reason = choice_of(clause, self.settled.facts).reason or self.word("pack_no_reason")
        return self._title(clause.title), (Run(when),), (Run(reason),)

    def _beside(self, each: Chosen) -> tuple[Block, ...]:
        """The owner's words, and those of the library below them."""
        original = library_wording(each.clause, each.wording.variant)
        reason = choice_of(each.clause, self.settled.facts).reason
        return (
            self._note("pack_ours"),
            *self._body(each.wording.body),
            self._note("pack_library"),
            *self._body(original.body),
            *((self._note("pack_reason", reason),) if reason else ()),
        )

    def _swapped(self, each: Chosen) -> tuple[Block, ...]:
        condition = wording_condition(each.clause, each.wording.variant)
        words = all_in_words(self.settled.library, (condition,), self.language) or self.word("pack_usual")
        reason = choice_of(each.clause, self.settled.facts).reason
        blocks: list[Block] = [self._note("pack_written_for", words), *self._body(each.wording.body)]
        if reason:
            blocks.append(self._note("pack_reason", reason))
        return tuple(blocks)

    def _answer(self, fact: Fact) -> tuple[Runs, ...]:
        question = fact.question
        answer = self.wording.runs(Hole(question.id))
        note = ""
        if fact.source is Source.NOT_SURE:
            note = self.word("pack_not_sure")
        elif fact.source is Source.SUGGESTED:
            note = self.word("pack_suggested")
        elif fact.source is Source.EMPTY:
            return (Run(side(question.prompt, self.language)),), (Run(self.word("pack_empty")),), ()
        elif (suggested := self.settled.facts.suggestions.get(question.id)) is not None and suggested != fact.value:
            note = self.word("pack_departs")
        return (Run(side(question.prompt, self.language)),), answer, (Run(note),)

    def _law(self, law: Law) -> tuple[Runs, ...]:
        state = [self.word(f"status_{law.status.value}")]
        if law.in_force:
            state.append(self.word("status_since").format(day=self.wording.day(date.fromisoformat(law.in_force))))
        state.append(self.word("law_evidence").format(month=month_words(self.wording, law.evidence)))
        if law.check_again:
            state.append(self.word("law_check_again"))
        clauses = [e.number for e in self._chosen() if any(r.partition(":")[0] == law.id for r in e.clause.laws)]
        return (Run(side(law.title, self.language)),), (Run(" ".join(state)),), (Run(", ".join(clauses)),)

    def _note(self, key: str, text: str = "") -> Paragraph:
        return Paragraph((Run(f"{self.word(key)}: ", bold=True), Run(text)))

    def _title(self, title: Text) -> Runs:
        return self.fill.inlines(parse_line_loosely(any_side(title, self.language)[0]))

    def _body(self, body: Text) -> tuple[Block, ...]:
        return self.fill.blocks(parse_loosely(any_side(body, self.language)[0]))
