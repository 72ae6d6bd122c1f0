"""The tables of the evidence, as form 4 of the file brought them. Undo leaves them alone, and nothing in them changes.

Days are "2027-01-31", moments ISO 8601 with their time zone, so that both sort as text. A number is never used again.
Triggers hold what the program promises: a row is neither changed nor erased. The one exception are rows of the log,
which are deleted when their time is over.
"""

_GUARDED = ("tick", "tick_missed", "incident", "note", "run", "review", "cleared")

EVIDENCE = """
CREATE TABLE tick (
    number     INTEGER NOT NULL PRIMARY KEY,
    origin     INTEGER NOT NULL,
    task       TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    due        TEXT NOT NULL,
    day        TEXT NOT NULL,
    outcome    TEXT NOT NULL,
    missed     INTEGER NOT NULL,
    who        TEXT NOT NULL,
    note       TEXT NOT NULL,
    file       TEXT NOT NULL,
    corrects   INTEGER NOT NULL,
    written    TEXT NOT NULL
) STRICT;
CREATE INDEX tick_settled ON tick (task, occurrence, outcome, day, origin);
CREATE INDEX tick_day ON tick (day);
CREATE INDEX tick_happened ON tick (task, occurrence, day, origin) WHERE outcome = 'happened';
CREATE UNIQUE INDEX tick_corrects ON tick (corrects) WHERE corrects > 0;
CREATE INDEX tick_chain ON tick (origin) WHERE corrects > 0;
CREATE INDEX tick_who ON tick (who);

CREATE TABLE tick_missed (
    tick INTEGER NOT NULL REFERENCES tick (number),
    day  TEXT NOT NULL,
    PRIMARY KEY (tick, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX tick_missed_day ON tick_missed (day);

CREATE TABLE tick_corrected (
    number INTEGER NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE day_count (
    day     TEXT NOT NULL PRIMARY KEY,
    on_time INTEGER NOT NULL,
    late    INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    missed  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE task_title (
    task  TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    number   INTEGER NOT NULL PRIMARY KEY,
    entry    INTEGER NOT NULL,
    seen     TEXT NOT NULL,
    place    TEXT NOT NULL,
    writer   TEXT NOT NULL,
    about    TEXT NOT NULL,
    link     TEXT NOT NULL,
    text     TEXT NOT NULL,
    language TEXT NOT NULL,
    file     TEXT NOT NULL,
    tone     TEXT NOT NULL,
    truth    TEXT NOT NULL,
    path     TEXT NOT NULL,
    reply    TEXT NOT NULL,
    action   TEXT NOT NULL,
    who      TEXT NOT NULL,
    done     TEXT NOT NULL,
    outcome  TEXT NOT NULL,
    incident INTEGER NOT NULL,
    written  TEXT NOT NULL
) STRICT;
CREATE INDEX entry_rows ON entry (entry);
CREATE INDEX entry_incident ON entry (incident) WHERE incident > 0;
CREATE INDEX entry_who ON entry (who);

CREATE TABLE entry_now (
    position INTEGER NOT NULL PRIMARY KEY,
    entry    INTEGER NOT NULL UNIQUE,
    number   INTEGER NOT NULL UNIQUE,
    seen     TEXT NOT NULL,
    place    TEXT NOT NULL,
    tone     TEXT NOT NULL,
    is_open  INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE entry_words USING fts5 (
    words, content='', contentless_delete=1, detail='none', prefix='1 2 3', tokenize='ascii'
);

CREATE TABLE incident (
    number    INTEGER NOT NULL PRIMARY KEY,
    kind      TEXT NOT NULL,
    opened    TEXT NOT NULL,
    title     TEXT NOT NULL,
    data_leak INTEGER NOT NULL,
    entry     INTEGER NOT NULL,
    who       TEXT NOT NULL,
    written   TEXT NOT NULL
) STRICT;

CREATE TABLE note (
    number   INTEGER NOT NULL PRIMARY KEY,
    book     TEXT NOT NULL,
    subject  INTEGER NOT NULL,
    moment   TEXT NOT NULL,
    step     TEXT NOT NULL,
    text     TEXT NOT NULL,
    file     TEXT NOT NULL,
    who      TEXT NOT NULL,
    closes   INTEGER NOT NULL,
    corrects INTEGER NOT NULL,
    written  TEXT NOT NULL
) STRICT;
CREATE INDEX note_subject ON note (book, subject);
CREATE INDEX note_corrects ON note (corrects) WHERE corrects > 0;

CREATE TABLE run (
    number  INTEGER NOT NULL PRIMARY KEY,
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    day     TEXT NOT NULL,
    person  TEXT NOT NULL,
    steps   TEXT NOT NULL,
    written TEXT NOT NULL
) STRICT;

CREATE TABLE review (
    number  INTEGER NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    handle  TEXT NOT NULL,
    day     TEXT NOT NULL,
    who     TEXT NOT NULL,
    note    TEXT NOT NULL,
    written TEXT NOT NULL
) STRICT;
CREATE INDEX review_account ON review (account);

CREATE TABLE cleared (
    number  INTEGER NOT NULL PRIMARY KEY,
    before  TEXT NOT NULL,
    count   INTEGER NOT NULL,
    newest  INTEGER NOT NULL,
    entry   INTEGER NOT NULL,
    who     TEXT NOT NULL,
    written TEXT NOT NULL
) STRICT;

CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
    BEGIN SELECT RAISE (ABORT, 'evidence is not changed'); END;
""" + "".join(
    f"""
CREATE TRIGGER {table}_unchanged BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE (ABORT, 'evidence is not changed'); END;
CREATE TRIGGER {table}_kept BEFORE DELETE ON {table}
    BEGIN SELECT RAISE (ABORT, 'evidence is not erased'); END;
"""
    for table in _GUARDED
)
"""`origin` is the first tick of a chain of corrections, `newest` the highest number of a row of the log there had
been, and `entry` beside it that of an entry.

Four tables follow from the evidence and are kept right with every row of it: `tick_corrected` holds the ticks that do
not count, `day_count` what counts on each day, `entry_now` the newest row of each entry, `entry_words` its words.
`position` puts entries in the order in which they are shown, in both tables, so that a search can stop when a page is
full.
"""

EVIDENCE_TABLES = (*_GUARDED, "tick_corrected", "day_count", "task_title", "entry", "entry_now")

SEARCH_TABLES = ("entry_words", *(f"entry_words_{part}" for part in ("data", "idx", "docsize", "config")))
"""The search of the log: a virtual table, and what FTS5 keeps it in."""
