"""A firm's file, opened again and again, with one small library and then with another."""

from dataclasses import replace

import pytest

from desktop.core.answers import Answers
from desktop.core.assemble import assemble
from desktop.store.business_file import BusinessFile
from desktop.ui.clauses.wording_dialog import WordingDialog
from desktop.ui.session import Session
from tests.core import conftest

both, small = conftest.both, conftest.small
WHERE = {"ms": "Di {platforms}.", "en": "On {platforms}."}
"""The words of the clause two.where."""

FIRM = Answers({"business_name": "Kedai", "hours": 8})


def words(text):
    return {"ms": f"{text} (ms).", "en": f"{text} (en)."}


def with_clause(library, clause_id, **changes):
    clauses = tuple(replace(clause, **changes) if clause.id == clause_id else clause for clause in library.clauses)
    return replace(library, clauses=clauses)


def without(library, *clause_ids):
    return replace(library, clauses=tuple(clause for clause in library.clauses if clause.id not in clause_ids))


@pytest.fixture
def reopened(qapp, small, tmp_path, clock):
    """Opens the firm's file, the same one each time, with a library."""
    path = tmp_path / "firm.dasar"
    BusinessFile.create(path, FIRM, now=clock()).close()
    sessions = []

    def reopen(library=small, *, writable=True):
        for session in sessions:
            session.close()
        session = Session(library, BusinessFile.open(path, now=clock(), writable=writable), clock)
        sessions.append(session)
        return session

    yield reopen
    for session in sessions:
        session.close()


def read(session):
    """The policy as it is printed, by clause."""
    document = assemble(session.library, session.answers, "en")
    return {clause.id: f"{clause.title} {clause.blocks}" for clause in document.clauses}


def state(session):
    return session.answers, session.clauses.kept, session.clauses.updates, read(session)


@pytest.fixture
def updated(reopened, small):
    """Opens the file with the library as it was, lets something be done with it, and opens it with another."""

    def update(library, before=small, prepare=lambda _session: None):
        session = reopened(before)
        prepare(session)
        was = read(session)
        session = reopened(library)
        return session, was

    return update


def edit_where(session):
    session.clauses.edit("two.where", both("Mine"), {"ms": "Milik kami.", "en": "On {platforms}, ours."})


@pytest.fixture
def write(reopened, opened):
    """The dialog for a clause, and its two columns."""

    def begin(clause_id, step=None, **more):
        session = reopened(**more)
        dialog = opened(WordingDialog(session, clause_id, step))
        return session, dialog, dialog.form.columns["ms"], dialog.form.columns["en"]

    return begin


def type_at_end(qtbot, column, words):
    column.text_edit.setFocus()
    column.text_edit.moveCursor(column.text_edit.textCursor().MoveOperation.End)
    qtbot.keyClicks(column.text_edit, words)


def plain(texts):
    """Without those that are words of clauses."""
    return [text for text in texts if not text.startswith("<style>")]
