"""What the pages of an open policy have in common."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from desktop.ui.questions.lazy_cards import LazyCards


class Page(Protocol):
    """A page of the work page; a widget besides."""

    def focus_first(self) -> None:
        """Put the focus where the owner goes on."""


@runtime_checkable
class TypingPage(Page, Protocol):
    """A page on which something may be typed and not yet stored."""

    def flush(self) -> None:
        """Hand over what is typed and not yet stored."""


@runtime_checkable
class QuestionPage(TypingPage, Protocol):
    """A page that asks questions."""

    cards: LazyCards
    """By question id."""

    def show_question(self, question_id: str) -> None:
        """Bring a question of this page into sight, with the focus in its editor."""

    def shows(self, question_id: str) -> bool:
        """Whether a question is wholly in sight."""

    def question_in_use(self) -> str:
        """Id of the question that has the focus; "" where none has."""

    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops on this page, in order."""
