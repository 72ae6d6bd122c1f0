"""What the owner wants made, as far as it is known before the dialog opens."""

from dataclasses import dataclass

from desktop.core.watch.evidence import Records


@dataclass(frozen=True, slots=True)
class ExportWish:
    """Handed from the page to the dialog. What is empty is as it was the last time."""

    documents: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    folders_by_language: bool = False
    for_once: bool = False
    """Whether the next time should not begin with these documents."""
    records: Records | None = None
    """The month, the incident or the run that reports are about; None for the newest of each."""
