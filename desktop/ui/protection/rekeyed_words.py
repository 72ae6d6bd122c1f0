"""What to say once a password is set, changed or removed."""

from desktop.i18n import Message, message
from desktop.store.protection import Rekeyed

_NAMED = 3
"""Copies that are named before the rest is only counted."""


def rekeyed_words(rekeyed: Rekeyed, *, was_protected: bool, removed: bool) -> Message:
    """What was done, with how many copies, and which could not follow."""
    if removed:
        done = message("The password is removed.")
    elif was_protected:
        done = message("The password is changed.")
    else:
        done = message("The password is set. DasarKita asks for it the next time you open the file.")
    if rekeyed.done:
        done = message("{done} Copies on this computer changed too: {count}.", done=done, count=rekeyed.done)
    if not rekeyed.left:
        return done
    return message("{done} {left}", done=done, left=_left(rekeyed, was_protected=was_protected))


def _left(rekeyed: Rekeyed, *, was_protected: bool) -> Message:
    names = [f"“{copy.name}”" for copy in rekeyed.left]
    named = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    if was_protected:
        return message(
            "These copies still have the old one, perhaps because another program has them open: {names}.", names=named
        )
    return message("These copies have none yet, perhaps because another program has them open: {names}.", names=named)
