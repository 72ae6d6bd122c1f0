"""How far the answers have come."""

from dataclasses import dataclass

from desktop.core.facts import Facts, Source


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over the questions that are asked."""

    answered: int
    """Answered by the owner, "not sure" included."""
    asked: int
    essential_open: tuple[str, ...]
    """Essential questions the owner has not answered, in order."""
    not_sure: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every essential question is answered."""
        return not self.essential_open


def progress(facts: Facts, step: str = "") -> Progress:
    """Progress in one step, or in all where `step` is ""."""
    asked = [
        fact
        for fact in facts.by_question.values()
        if fact.source is not Source.NOT_ASKED and step in ("", fact.question.step)
    ]
    answered = [fact for fact in asked if fact.source in (Source.ANSWERED, Source.NOT_SURE)]
    return Progress(
        answered=len(answered),
        asked=len(asked),
        essential_open=tuple(f.question.id for f in asked if f.question.essential and f not in answered),
        not_sure=tuple(f.question.id for f in answered if f.source is Source.NOT_SURE),
    )
