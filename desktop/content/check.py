"""The content checker: what an editor, lawyer or translator must mend before the texts are shipped."""

from collections.abc import Iterator

from desktop.content.answers_file import sample_answers
from desktop.content.check_logic import logic_faults
from desktop.content.check_words import word_faults
from desktop.content.faults import ContentError, Fault
from desktop.core.conditions import ConditionError
from desktop.core.library import Library


def check_library(library: Library) -> tuple[Fault, ...]:
    """Every fault of the content, in reading order."""
    faults = (*word_faults(library), *logic_faults(library), *_samples(library))
    return tuple(dict.fromkeys(faults))


def _samples(library: Library) -> Iterator[Fault]:
    for sample in library.samples:
        try:
            sample_answers(sample, library)
        except ContentError as error:
            yield from (Fault(f"samples/{fault.file}", fault.place, fault.cause) for fault in error.faults)
        except ConditionError:  # the check of logic has said which
            return
