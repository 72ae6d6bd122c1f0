"""The cards of a page by the ids of their questions, each made when it is first asked for."""

from collections.abc import Callable, Iterator, Mapping

from desktop.core.library import Question
from desktop.ui.questions.question_card import QuestionCard


class LazyCards(Mapping[str, QuestionCard]):
    """Reads like a dict of all cards, in the order of the questions; `made` are those that are there already."""

    def __init__(self, questions: Mapping[str, Question], make: Callable[[Question], QuestionCard]) -> None:
        self._questions = questions
        self._make = make
        self.made: dict[str, QuestionCard] = {}

    def __getitem__(self, question_id: str) -> QuestionCard:
        if question_id not in self.made:
            question = self._questions[question_id]
            self.made[question_id] = self._make(question)
        return self.made[question_id]

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._questions

    def __iter__(self) -> Iterator[str]:
        return iter(self._questions)

    def __len__(self) -> int:
        return len(self._questions)

    def missing(self) -> str:
        """The first question whose card is not made yet; "" where all are."""
        return next((question_id for question_id in self._questions if question_id not in self.made), "")

    def flush(self) -> None:
        """Hand over what is typed and not yet stored."""
        for card in self.made.values():
            card.flush()

    def finish(self) -> None:
        """The owner leaves the policy: keep what is typed, in open forms too."""
        for card in self.made.values():
            card.flush()
            card.editor.finish()
