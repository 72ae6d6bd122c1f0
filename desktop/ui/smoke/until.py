"""What the steps of a walk have to say: what is to be waited for, or what is wrong."""

from collections.abc import Callable
from typing import NamedTuple


class Until(NamedTuple):
    """What a step waits for, in words and as a question."""

    what: str
    holds: Callable[[], bool]


class WalkFault(Exception):  # noqa: N818 - it is the program's fault, not ours
    """Something is not as it should be."""
