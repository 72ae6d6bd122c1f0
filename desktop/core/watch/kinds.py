"""What the content holds for watching beside tasks: kinds of incidents, steps of runs, places to search, tools."""

from dataclasses import dataclass, field

from desktop.core.text import Text


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, to keep or to see to."""

    id: str
    """Unique within its kind or run."""
    title: Text
    more: Text = field(default_factory=dict[str, str])
    """A line below it, where one helps."""
    when: str = ""


@dataclass(frozen=True, slots=True)
class IncidentKind:
    """A kind of incident: what to do first, and what to keep as evidence."""

    id: str
    title: Text
    means: Text
    """What belongs to it, in a line."""
    first: tuple[Step, ...]
    """What to do, in order."""
    keep: tuple[Step, ...]
    """What to keep as evidence; and what never to copy."""
    data_leak: bool = False
    """Whether it is a leak of personal data from the start: the 72 hours count."""
    when: str = ""


@dataclass(frozen=True, slots=True)
class RunKind:
    """What is to be seen to when somebody joins or leaves, or the agency changes."""

    id: str
    """One of `desktop.core.watch.evidence.RUNS`."""
    title: Text
    steps: tuple[Step, ...]
    access: Text
    """The step of one account, with {account} in it: "Take {name} out of {account}"."""


@dataclass(frozen=True, slots=True)
class SearchPlace:
    """A place to search, and how its search line is written."""

    id: str
    """Code of a platform, or of another place."""
    title: Text
    line: str
    """The line for one word, with {word}, {tag} (without spaces, for hashtags) or {all} (all words in one line)."""
    joined: str = ""
    """What stands between words of {all}: " OR ". "" where a place takes one word at a time."""
    how: Text = field(default_factory=dict[str, str])
    """Where to type it, in a line."""
    when: str = ""
    """The answers it applies to; "" for all."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool for watching that others offer."""

    id: str
    name: str
    price: str
    """"free", "free_and_paid" or "paid"."""
    good_for: Text
    limits: Text
    """What it does not see, and what it needs."""
    as_at: str
    """Month in which this was last looked at: "2026-11"."""
