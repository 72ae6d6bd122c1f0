"""Entries of the log and incidents for tests of the page that shows them."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import apsw

from desktop.core.watch.evidence import Entry, Incident

SEDAP = "Roti di kedai ini sangat sedap, terima kasih"
DRY = "The cake was dry and nobody answered me"


def log_entry(session, text=SEDAP, ago=0, **fields):
    """An entry that was found so many days ago."""
    seen = session.today - timedelta(days=ago)
    return session.watch.add_entry(Entry(seen, fields.pop("where", "facebook"), text=text, **fields))


def further(session, entry, **fields):
    """A further row of an entry."""
    return session.watch.add_entry(replace(entry, number=0, written=None, **fields))


def open_incident(session, title="List sent to the wrong group", kind="leak", hours=30, **fields):
    """An incident that became known so many hours ago."""
    opened = session.now - timedelta(hours=hours)
    return session.watch.add_incident(Incident(kind, opened, title, **{"data_leak": kind == "leak", **fields}))


@contextmanager
def held(session):
    """Another program holds the file; it can be read only. Wants `soon_tired` before the session."""
    other = apsw.Connection(str(session.file.path))
    other.execute("BEGIN IMMEDIATE")
    yield
    other.close()
