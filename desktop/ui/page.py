"""What the pages of an open policy have in common."""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from desktop.ui.question_card import QuestionCard


class Page(Protocol):
    """A page of the work page; a widget besides."""

    def focus_first(self) -> None:
        """Put the focus where the owner goes on."""


@runtime_checkable
class QuestionPage(Page, Protocol):
    """A page that asks questions."""

    cards: Mapping[str, QuestionCard]
    """By question id."""

    def show_question(self, question_id: str) -> None:
        """Bring a question of this page into sight, with the focus in its editor."""

    def shows(self, question_id: str) -> bool:
        """Whether a question is wholly in sight."""

    def question_in_use(self) -> str:
        """Id of the question that has the focus; "" where none has."""

    def flush(self) -> None:
        """Hand over what is typed and not yet stored."""
