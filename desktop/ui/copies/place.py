"""Where blocks are written: how wide, in which panel, in which languages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.document import Document
from desktop.ui.copies.style import Style

BETWEEN = " / "
"""Between the same words in two languages."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column, or the inside of a panel."""

    style: Style
    width: float
    """In units."""
    documents: tuple[Document, ...]
    """The document, or both sides of it: for the fixed words."""
    tone: str = ""
    """That of the panel around it."""

    def narrower(self, by: float) -> "Place":
        """The same, so much narrower."""
        return replace(self, width=self.width - by)

    def inside(self, tone: str, padding: float) -> "Place":
        """The inside of a panel."""
        return replace(self, width=self.width - 2 * padding, tone=tone)

    @property
    def between_paragraphs(self) -> float:
        """In units."""
        return self.style.mm(2.6 if self.style.on_telephone else 1.7)

    @property
    def between_points(self) -> float:
        """In units."""
        return self.style.mm(2.4 if self.style.on_telephone else 0.9)

    def word(self, key: str) -> str:
        """A fixed word of documents in each of the languages."""
        return both([document.words.get(key, "") for document in self.documents])


def both(texts: Sequence[str]) -> str:
    """The same text in one language or two; once where both say the same."""
    return BETWEEN.join(dict.fromkeys(filter(None, texts)))
