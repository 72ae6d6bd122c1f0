"""What the owner wants made, as far as it is known before the dialog opens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportWish:
    """Handed from the page to the dialog. What is empty is as it was the last time."""

    documents: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    folders_by_language: bool = False
    for_once: bool = False
    """Whether the next time should not begin with these documents."""
