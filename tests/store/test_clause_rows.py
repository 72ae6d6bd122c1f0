"""Decisions about clauses, through the file and back."""

import json
import zlib
from pathlib import Path
from typing import Any

import apsw
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.load import load_library
from desktop.core.answers import Answers, ClauseChoice, ClauseEdit, OwnClause
from desktop.core.library import Clause, Example, Quiz, Variant
from desktop.core.updates import kept_form
from desktop.store import clause_rows, rows
from desktop.store.business_file import BusinessFile
from desktop.store.errors import Damaged
from desktop.store.schema import SCHEMA
from tests.store.circumstances import START, at

BOTH = {"ms": "Pos – “status” 🍞", "en": "Post"}
EDIT = ClauseEdit(BOTH, {"ms": "a\n\n- b"}, "strict", ("en", "ms"))
OWN = OwnClause("own.1", "image", {"en": "Cat"}, {"en": "{business_name}"}, "image.cats", ("en",))
CLAUSE = Clause(
    "a.b",
    "one",
    BOTH,
    BOTH,
    BOTH,
    when="hours > 3 and 'x' in platforms",
    posture=("strict",),
    detail="full",
    laws=("pdpa-2010:7",),
    variants={"strict": Variant(BOTH, "", Example(BOTH, BOTH)), "a": Variant(BOTH, "x")},
    example=Example(BOTH, BOTH),
    quiz=Quiz(BOTH, BOTH, (BOTH, BOTH), BOTH),
    needs=("a.c",),
    review={"ms": {"of": "abc"}},
)

letters = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
sides = st.dictionaries(st.sampled_from(["ms", "en", "ta"]), letters, max_size=3)
languages = st.lists(st.sampled_from(["ms", "en"]), unique=True).map(tuple)
edits = st.builds(ClauseEdit, sides, sides, letters, languages)
owns = st.builds(OwnClause, letters, letters, sides, sides, letters, languages)
choices = st.builds(ClauseChoice, st.sampled_from([None, True, False]), letters, letters)


@pytest.fixture
def connection() -> apsw.Connection:
    return empty()


def empty() -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    connection.execute(SCHEMA)
    return connection


@given(st.dictionaries(letters, choices), st.dictionaries(letters, edits), st.lists(owns, unique_by=lambda own: own.id))
def test_what_is_put_in_is_read_again(
    choices: dict[str, ClauseChoice], edits: dict[str, ClauseEdit], owns: list[OwnClause]
) -> None:
    connection = empty()
    rows.write_answers(connection, Answers(choices=choices, edits=edits, own={own.id: own for own in owns}))
    read = rows.read_answers(connection)
    assert read.choices == {name: choice for name, choice in choices.items() if choice != ClauseChoice()}
    assert read.edits == edits
    assert list(read.own.values()) == owns


def test_the_last_word_counts(connection: apsw.Connection) -> None:
    for included in (True, False):
        clause_rows.put_choice(connection, "a", ClauseChoice(included, "strict", "why"))
    clause_rows.put_edit(connection, "a", EDIT)
    clause_rows.put_edit(connection, "a", ClauseEdit({}, {}))
    assert clause_rows.read_choices(connection) == {"a": ClauseChoice(False, "strict", "why")}
    assert clause_rows.read_edits(connection) == {"a": ClauseEdit({}, {})}
    clause_rows.put_choice(connection, "a", ClauseChoice())
    clause_rows.put_edit(connection, "a", None)
    clause_rows.put_edit(connection, "never", None)
    clause_rows.drop_own(connection, "never")
    assert rows.read_answers(connection) == Answers()


def test_own_clauses_keep_their_order_when_one_is_changed(connection: apsw.Connection) -> None:
    for name in "cab":
        clause_rows.put_own(connection, OwnClause(name, "one", BOTH, BOTH))
    clause_rows.put_own(connection, OwnClause("c", "two", BOTH, BOTH, "x"))
    clause_rows.drop_own(connection, "a")
    clause_rows.put_own(connection, OwnClause("a", "one", BOTH, BOTH))
    assert [(own.id, own.step, own.after) for own in clause_rows.read_own(connection).values()] == [
        ("c", "two", "x"),
        ("b", "one", ""),
        ("a", "one", ""),
    ]


def test_half_characters_do_not_stop_anything(connection: apsw.Connection) -> None:
    clause_rows.put_edit(connection, "a", ClauseEdit({"ms": "a\ud800"}, {}))
    clause_rows.put_choice(connection, "a", ClauseChoice(reason="b\udc00"))
    assert clause_rows.read_edits(connection)["a"].title["ms"].startswith("a")
    assert clause_rows.read_choices(connection)["a"].reason.startswith("b")


def test_a_clause_of_the_library_comes_back_as_it_was(connection: apsw.Connection) -> None:
    clause_rows.put_kept(connection, [CLAUSE])
    assert clause_rows.read_kept(connection) == {"a.b": CLAUSE}
    clause_rows.drop_kept(connection, "a.b")
    assert clause_rows.read_kept(connection) == {}


def test_the_shipped_clauses_come_back_as_they_were(connection: apsw.Connection) -> None:
    shipped = [kept_form(clause) for clause in load_library().clauses]
    clause_rows.put_kept(connection, shipped)
    assert clause_rows.read_kept(connection) == {clause.id: clause for clause in shipped}


def test_a_clause_of_another_version_of_the_program_is_read(connection: apsw.Connection) -> None:
    """Fields it does not know are passed over, those it misses are empty."""
    plain: dict[str, Any] = json.loads(msgspec.json.encode(CLAUSE))
    less = {key: plain[key] for key in ("id", "step", "title", "why", "body")}
    packed = zlib.compress(json.dumps(less | {"audience": ["staff"]}).encode())
    connection.execute("INSERT INTO kept_clause VALUES ('a.b', ?)", (packed,))
    assert clause_rows.read_kept(connection) == {"a.b": Clause("a.b", "one", BOTH, BOTH, BOTH)}


DAMAGE = [
    "UPDATE clause_edit SET title = 'x'",
    "UPDATE clause_edit SET body = '[]'",
    "UPDATE clause_edit SET body = '{\"ms\": 1}'",
    "UPDATE clause_edit SET unchecked = '\"ms\"'",
    "UPDATE clause_edit SET unchecked = '[1]'",
    "UPDATE clause_edit SET unchecked = 'ms'",
    "UPDATE own_clause SET title = ''",
    "UPDATE own_clause SET unchecked = '{}'",
    "UPDATE kept_clause SET clause = x'00'",
    "UPDATE kept_clause SET clause = x''",
]


@pytest.mark.parametrize("damage", [*DAMAGE, "packed"])
def test_rows_that_make_no_sense_are_damage(path: Path, copies: Path, damage: str) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.edit_clause("a", EDIT, "Edit", now=at(1))
        file.save_own_clause(OWN, "Own", now=at(2))
        file.begin_keeping([CLAUSE])
    with apsw.Connection(str(path)) as other:
        if damage == "packed":
            other.execute("UPDATE kept_clause SET clause = ?", (zlib.compress(b'{"id": "a.b"}'),))
        else:
            other.execute(damage)
    other.close()
    with pytest.raises(Damaged):
        BusinessFile.open(path, now=at(3), backup_folder=copies)


def test_decisions_are_undone_across_tables(file: BusinessFile) -> None:
    file.begin_keeping([CLAUSE])
    assert file.undo_label is None
    with file.change("update:a.b", now=at(1)):
        file.edit_clause("a.b", EDIT, "", now=at(1))
        file.choose_clause("a.b", ClauseChoice(False, "", "why"), "", now=at(1))
        file.save_own_clause(OWN, "", now=at(1))
        file.drop_kept_clause("a.b", "", now=at(1))
    done = (file.answers, file.kept_clauses)
    assert done == (
        Answers(choices={"a.b": ClauseChoice(False, "", "why")}, edits={"a.b": EDIT}, own={OWN.id: OWN}),
        {},
    )
    assert file.undo() == "update:a.b"
    assert (file.answers, file.kept_clauses, file.undo_label) == (Answers(), {"a.b": CLAUSE}, None)
    assert file.redo() == "update:a.b"
    assert (file.answers, file.kept_clauses) == done


def test_agreeing_to_the_same_again_leaves_no_step(file: BusinessFile) -> None:
    file.begin_keeping([CLAUSE])
    file.keep_clauses([CLAUSE], "update:a.b", now=at(1))
    assert (file.undo_label, file.changed) == (None, START)
