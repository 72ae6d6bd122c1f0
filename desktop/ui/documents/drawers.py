"""Which drawer each document lies in, and which a small firm sees first."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.library import NOT_SURE
from desktop.core.reference import GROUPS, DocumentKind
from desktop.i18n import _
from desktop.ui.session import Session

SMALL_FIRM = 10
"""A firm with fewer people is offered a few papers first."""

FIRST = "first"
"""The drawer with those."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Documents under one heading."""

    id: str
    """One of `GROUPS`, or `FIRST`."""
    kinds: tuple[DocumentKind, ...]


def drawers(kinds: Iterable[DocumentKind], *, small: bool) -> tuple[Drawer, ...]:
    """The documents in their drawers, in order; for a small firm the first papers in one of their own on top."""
    all_kinds = tuple(kinds)
    first = tuple(kind for kind in all_kinds if small and kind.first)
    filled = [Drawer(FIRST, first)] if first else []
    for group in GROUPS:
        inside = tuple(kind for kind in all_kinds if kind.group == group and kind not in first)
        if inside:
            filled.append(Drawer(group, inside))
    return tuple(filled)


def is_small(session: Session) -> bool:
    """Whether the owner said that fewer than ten people work here."""
    if session.answers.values.get("staff_count") in (None, NOT_SURE):
        return False
    count = session.settled.all_facts.values.get("staff_count")
    return isinstance(count, int) and count < SMALL_FIRM


def drawer_words(drawer_id: str) -> str:
    """The heading of a drawer."""
    match drawer_id:
        case "first":
            return _("Begin with these")
        case "policy":
            return _("The policy and what goes with it")
        case "staff":
            return _("For all staff")
        case "leaders":
            return _("For those who lead and speak")
        case "public":
            return _("For people outside")
        case _:
            return _("To keep")
