"""The business file as data: what identifies it, its tables, and the steps from older versions to this one.

Versions of the file (`PRAGMA user_version`):

1  meta, answers, people, accounts, choices and wording of clauses, issued versions, undo, settings.
2  choices that leave in or out to the answers; edited wording of both languages in one row; clauses of the owner's own;
   the clauses of the library as the owner last agreed to them.
3  how documents look: design, colour, logo, letterhead.
4  watching: who can enter accounts, the owner's choices, and the evidence.
"""

from collections.abc import Sequence

from desktop.store.evidence_schema import EVIDENCE, EVIDENCE_TABLES, SEARCH_TABLES

APPLICATION_ID = 0x44415341
"""Marks an SQLite file as a business file: "DASA" in the 4 bytes from 68 on."""

SCHEMA = (
    """
CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
    question_id TEXT NOT NULL PRIMARY KEY,
    value       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id       TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    role     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    id             TEXT NOT NULL PRIMARY KEY,
    position       INTEGER NOT NULL,
    platform       TEXT NOT NULL,
    handle         TEXT NOT NULL,
    owner          TEXT REFERENCES person (id),
    administrators TEXT NOT NULL DEFAULT '[]',
    recovery_email TEXT NOT NULL DEFAULT '',
    recovery_phone TEXT NOT NULL DEFAULT '',
    two_factor     TEXT NOT NULL DEFAULT '',
    agency         TEXT NOT NULL DEFAULT '',
    note           TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX account_owner ON account (owner);

CREATE TABLE clause_choice (
    clause_id TEXT NOT NULL PRIMARY KEY,
    included  INTEGER CHECK (included IN (0, 1)),
    variant   TEXT NOT NULL DEFAULT '',
    reason    TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE clause_edit (
    clause_id TEXT NOT NULL PRIMARY KEY,
    variant   TEXT NOT NULL,
    title     TEXT NOT NULL,
    body      TEXT NOT NULL,
    unchecked TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;

CREATE TABLE own_clause (
    id           TEXT NOT NULL PRIMARY KEY,
    position     INTEGER NOT NULL,
    step         TEXT NOT NULL,
    after_clause TEXT NOT NULL DEFAULT '',
    title        TEXT NOT NULL,
    body         TEXT NOT NULL,
    unchecked    TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_clause (
    clause_id TEXT NOT NULL PRIMARY KEY,
    clause    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE look (
    key   TEXT NOT NULL PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE watch_task (
    task_id TEXT NOT NULL PRIMARY KEY,
    choice  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE own_task (
    id       TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    task     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE watch_setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE version (
    number          INTEGER NOT NULL PRIMARY KEY,
    date            TEXT NOT NULL,
    content_version TEXT NOT NULL,
    answers         TEXT NOT NULL,
    clause_texts    TEXT NOT NULL
) STRICT;

CREATE TABLE undo (
    id        INTEGER NOT NULL PRIMARY KEY,
    label     TEXT NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0,
    changeset BLOB NOT NULL
) STRICT;

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
    + EVIDENCE
)

UNDOABLE = (
    "meta",
    "answer",
    "person",
    "account",
    "clause_choice",
    "clause_edit",
    "own_clause",
    "kept_clause",
    "look",
    "watch_task",
    "own_task",
    "watch_setting",
)
"""What an undo step takes back. `meta` for the date of the last change; issued versions are evidence and stay, as all
evidence does."""

TABLES = frozenset((*UNDOABLE, "version", "undo", "setting", *EVIDENCE_TABLES, *SEARCH_TABLES))
"""What a whole file has."""

_TO_2 = """
DROP TABLE clause_choice;
DROP TABLE clause_text;
CREATE TABLE clause_choice (
    clause_id TEXT NOT NULL PRIMARY KEY,
    included  INTEGER CHECK (included IN (0, 1)),
    variant   TEXT NOT NULL DEFAULT '',
    reason    TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE TABLE clause_edit (
    clause_id TEXT NOT NULL PRIMARY KEY,
    variant   TEXT NOT NULL,
    title     TEXT NOT NULL,
    body      TEXT NOT NULL,
    unchecked TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;
CREATE TABLE own_clause (
    id           TEXT NOT NULL PRIMARY KEY,
    position     INTEGER NOT NULL,
    step         TEXT NOT NULL,
    after_clause TEXT NOT NULL DEFAULT '',
    title        TEXT NOT NULL,
    body         TEXT NOT NULL,
    unchecked    TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_clause (
    clause_id TEXT NOT NULL PRIMARY KEY,
    clause    BLOB NOT NULL
) STRICT, WITHOUT ROWID;
"""
# nothing ever wrote the two tables that go

_TO_3 = """
CREATE TABLE look (
    key   TEXT NOT NULL PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
"""

_TO_4 = (
    """
ALTER TABLE account RENAME TO account_before;
CREATE TABLE account (
    id             TEXT NOT NULL PRIMARY KEY,
    position       INTEGER NOT NULL,
    platform       TEXT NOT NULL,
    handle         TEXT NOT NULL,
    owner          TEXT REFERENCES person (id),
    administrators TEXT NOT NULL DEFAULT '[]',
    recovery_email TEXT NOT NULL DEFAULT '',
    recovery_phone TEXT NOT NULL DEFAULT '',
    two_factor     TEXT NOT NULL DEFAULT '',
    agency         TEXT NOT NULL DEFAULT '',
    note           TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

INSERT INTO account (id, position, platform, handle, owner)
    SELECT id, position, platform, handle, owner FROM account_before;
DROP TABLE account_before;
CREATE INDEX account_owner ON account (owner);
CREATE TABLE watch_task (
    task_id TEXT NOT NULL PRIMARY KEY,
    choice  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE own_task (
    id       TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    task     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE watch_setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
    + EVIDENCE
)
# the evidence as it stands: whoever changes `EVIDENCE` for a later form keeps the present words here

MIGRATIONS: tuple[str, ...] = (_TO_2, _TO_3, _TO_4)
"""SQL that brings a file of version n to n + 1, at index n - 1. `SCHEMA` is always the newest version."""


def newest(migrations: Sequence[str] = MIGRATIONS) -> int:
    """The version of the file that a list of migrations leads to."""
    return 1 + len(migrations)


USER_VERSION = newest(MIGRATIONS)
"""The version of the file that this program writes."""
