"""What is still open when an incident is to be closed: said before, and kept with the closing words."""

from collections.abc import Sequence
from datetime import timedelta

from desktop.core.watch.evidence import Incident, Note
from desktop.core.watch.incident_state import NOTICE, state_of, time_left
from desktop.i18n import _
from desktop.ui.days import date_words, moment_words
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_words import counts_hours, ended, filled, steps_of


def said_before(session: Session, incident: Incident, notes: Sequence[Note]) -> str:
    """What the person should know before it is closed; "" where nothing is open."""
    told: list[str] = []
    if count := len(_open(session, incident, notes)):
        told.append(_("One step is not ticked.") if count == 1 else _("{count} steps are not ticked.", count=count))
    if counts_hours(session, incident, notes) and time_left(incident, session.now) > timedelta():
        end = moment_words(incident.opened + NOTICE, session.today)
        told.append(_("The 72 hours for a report to the Commissioner end: {moment}.", moment=end))
    if not told:
        return ""
    return " ".join((*told, _("You can close it all the same: what is open is noted with your words.")))


def kept_words(session: Session, incident: Incident, notes: Sequence[Note], words: str) -> str:
    """The closing words, with what was open. Papers print all of it in one line."""
    lines: list[str] = []
    if titles := _open(session, incident, notes):
        lines.append(_("Not ticked when it was closed: {steps}", steps="; ".join(titles)))
    if counts_hours(session, incident, notes) and time_left(incident, session.now) > timedelta():
        end = incident.opened + NOTICE
        until = _("{day}, {time}", day=date_words(end.date()), time=end.strftime("%H:%M"))
        lines.append(_("The 72 hours were still to end: {moment}", moment=until))
    return "\n".join(map(ended, (words, *lines))) if lines else words


def _open(session: Session, incident: Incident, notes: Sequence[Note]) -> list[str]:
    left = steps_of(session, incident, notes).open(state_of(incident, notes).ticked)
    return [filled(session, step.title) for step in left]
