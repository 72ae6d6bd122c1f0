"""What is wrong with a file, in words: file, place in the file, cause."""

from dataclasses import dataclass

from desktop.i18n import Message, message


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong."""

    file: str
    """Name of the file, relative to the content folder for content."""
    place: str
    """Key, question id or line: "[answers] two_factor", "line 12"; "" for the whole file."""
    cause: Message

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.place, str(self.cause)) if part)


class ContentError(Exception):
    """Files that cannot be used, with every fault found."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


def no_question(name: str) -> Message:
    """A question is named that does not exist."""
    return message("there is no question called “{name}”", name=name)


def no_clause(name: str) -> Message:
    """A clause is named that does not exist."""
    return message("there is no clause called “{name}”", name=name)


def not_one_of(name: str, known: tuple[str, ...]) -> Message:
    """A word stands where only certain ones may."""
    return message("“{name}” is not one of {known}", name=name, known=", ".join(known))
