"""How answers read inside a document, in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from desktop.core.answers import Person
from desktop.core.document import Run, Runs
from desktop.core.facts import Fact, Facts, Source
from desktop.core.library import Kind, Library, Question
from desktop.core.template import Hole
from desktop.core.text import Language, Text, any_side, printable, side


@dataclass(frozen=True)
class Wording:
    """Turns facts into runs, in one language."""

    library: Library
    facts: Facts
    language: Language
    _said: dict[Hole, Runs] = field(default_factory=dict[Hole, Runs], repr=False, compare=False)
    """Answers that were put into words already; the firm's name stands in every second clause."""

    def word(self, key: str) -> str:
        """A fixed word of documents. Raises `KeyError` for a key that `words.toml` has not."""
        return side(self.library.words[key], self.language)

    def runs(self, hole: Hole) -> Runs:
        """The answer that fills a hole; a bracketed prompt while there is none."""
        if (said := self._said.get(hole)) is None:
            said = self._said[hole] = self._runs(hole)
        return said

    def _runs(self, hole: Hole) -> Runs:
        fact = self.facts.by_question.get(hole.question)
        if fact is None:  # the owner's own wording asks for something this version does not know
            return (Run(f"[{hole.question}]", gap=True),)
        if fact.source is Source.NOT_SURE and fact.question.gap:  # a cautious guess is not printed as the firm's word
            return (self.gap(fact.question),)
        runs = self._answer(fact, hole.part)
        return runs or (self.gap(fact.question),)

    def entries(self, question_id: str) -> tuple[Runs, ...]:
        """The entries of a list, of choices or of people, each as runs."""
        fact = self.facts.by_question.get(question_id)
        entries: Any = fact.value if fact else None
        if fact is None or not isinstance(entries, tuple):
            return ()
        return tuple(self._entry(fact.question, entry, "") for entry in cast("tuple[Any, ...]", entries))

    def gap(self, question: Question) -> Run:
        """The prompt that stands for a missing answer: "[name of the spokesperson]"."""
        words, language = any_side(question.gap or question.prompt, self.language)
        return Run(f"[{words}]", gap=True, language=self._foreign(language))

    def text(self, text: Text) -> Run:
        """The owner's prose. A missing side shows the other side's words in square brackets."""
        words, language = any_side(text, self.language)
        words = _tidy(words)
        if language == self.language:
            return Run(words)
        return Run(f"[{words}]", gap=True, language=language)

    def day(self, day: date) -> str:
        """A date in words: "1 January 2027"."""
        months = self.word("months").split()
        return f"{day.day} {months[day.month - 1]} {day.year}"

    def joined(self, entries: Sequence[Runs]) -> Runs:
        """Entries as a sentence has them: "A, B and C"."""
        runs: list[Run] = []
        for index, entry in enumerate(entries):
            if index:
                last = index == len(entries) - 1
                runs.append(Run(f" {self.word('and')} " if last else ", "))
            runs += entry
        return tuple(runs)

    def _foreign(self, language: Language) -> Language:
        return "" if language == self.language else language

    def _answer(self, fact: Fact, part: str) -> Runs:
        question, value = fact.question, fact.value
        if value is None or value in ("", (), {}):
            return ()
        if question.kind in (Kind.CHOICES, Kind.PEOPLE, Kind.ACCOUNTS, Kind.LIST):
            return self.joined([self._entry(question, entry, part) for entry in value])
        return self._entry(question, value, part)

    def _entry(self, question: Question, value: Any, part: str) -> Runs:
        match question.kind:
            case Kind.NAME:
                return (Run(_tidy(str(value))),)
            case Kind.TEXT | Kind.LONG_TEXT | Kind.LIST:
                return (self.text(_text(value)),)
            case Kind.NUMBER:
                return (Run(str(value)),)
            case Kind.DATE:
                return (Run(self.day(cast("date", value))),)
            case Kind.YES_NO:
                return (Run(self.word("yes" if value else "no")),)
            case Kind.CHOICE | Kind.CHOICES:
                return (self._choice(question, value),)
            case Kind.PERSON | Kind.PEOPLE:
                return self._person(self.facts.answers.people[value], part)
            case Kind.ACCOUNT | Kind.ACCOUNTS:
                return (Run(self._account(value)),)

    def _choice(self, question: Question, code: object) -> Run:
        choice = question.choice(code)
        if choice is None:
            return self.gap(question)
        return Run(side(choice.phrase, self.language) or side(choice.label, self.language))

    def _account(self, row: str) -> str:
        account = self.facts.answers.accounts[row]
        platforms = self.library.question.get("platforms")
        choice = platforms.choice(account.platform) if platforms else None
        platform = side(choice.label, self.language) if choice else account.platform
        return _tidy(f"{platform}: {account.handle}")

    def _person(self, person: Person, part: str) -> Runs:
        role = self.text(person.role) if any_side(person.role, self.language)[0] else None
        name = Run(_tidy(person.name))
        if part == "role":
            return (role,) if role else (name,)
        if part == "name" or role is None:
            return (name,)
        if role.gap:  # it has brackets of its own
            return (name, Run(" "), role)
        return (name, Run(" ("), role, Run(")"))


def bracketed(runs: Runs, language: Language) -> Runs:
    """Words that are written only in another language, in square brackets."""
    marked = [Run(run.text, run.bold, run.term, gap=True, language=run.language or language) for run in runs]
    if not marked:
        return ()
    marked[0] = Run(f"[{marked[0].text}", marked[0].bold, marked[0].term, gap=True, language=marked[0].language)
    last = marked[-1]
    marked[-1] = Run(f"{last.text}]", last.bold, last.term, gap=True, language=last.language)
    return tuple(marked)


def _tidy(words: str) -> str:
    return " ".join(printable(words).split())


def _text(value: Any) -> Text:
    return cast("Text", value) if isinstance(value, Mapping) else {"": str(value)}
