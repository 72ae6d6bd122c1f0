from datetime import date
from pathlib import Path
from typing import Any

import apsw
import pytest

from desktop.core.answers import Account, Answers, Person
from desktop.store.business_file import BusinessFile
from desktop.store.errors import AlreadyThere, CannotWrite
from desktop.store.schema import TABLES, UNDOABLE
from tests.store.circumstances import START, at

AMINAH = Person("aminah", "Aminah Yusof", {"ms": "Pemilik", "en": "Owner"})
FACEBOOK = Account("facebook", "facebook", "serimurni", "aminah")


def test_new_file_is_complete_and_reopens(tmp_path: Path, copies: Path) -> None:
    path = tmp_path / "Dasar" / "Kedai.dasar"
    answers = Answers(
        {"business_name": "Kedai Roti", "opened": date(2020, 2, 29), "staff": 4, "platforms": ("facebook", "tiktok")},
        {"aminah": AMINAH},
        {"facebook": FACEBOOK},
    )
    with BusinessFile.create(path, answers, content_version="1", now=START, backup_folder=copies) as file:
        assert file.answers == answers
        assert (file.changed, file.read_only, file.undo_label) == (START, False, None)
    with BusinessFile.open(path, now=at(days=3), backup_folder=copies) as file:
        assert file.answers == answers
        assert file.changed == START
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_file_form(path: Path) -> None:
    connection = apsw.Connection(str(path))
    assert path.read_bytes()[68:72] == b"DASA"
    assert connection.pragma("journal_mode") == "delete"
    keys = connection.execute(
        'SELECT t.name, min(c."notnull") FROM sqlite_schema t, pragma_table_info(t.name) c '
        "WHERE t.type = 'table' AND c.pk GROUP BY t.name"
    ).fetchall()
    # the virtual table itself has none
    assert {table for table, _ in keys} == TABLES - {"entry_words"}
    assert all(not_null for table, not_null in keys if table in UNDOABLE), (
        "a changeset skips tables whose key may be null"
    )
    connection.close()


def test_connection_is_careful(file: BusinessFile) -> None:
    connection = file._connection
    assert connection.pragma("journal_mode") == "delete"
    assert connection.pragma("synchronous") == 2
    assert connection.pragma("foreign_keys") == 1


def test_file_another_tool_put_in_wal_mode_comes_back(path: Path, copies: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.pragma("journal_mode", "wal")
    connection.close()
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("a", "1", "First", now=at(1))
        assert file._connection.pragma("journal_mode") == "delete"
    assert path.read_bytes()[18:20] == b"\1\1"


def test_create_refuses_to_replace(tmp_path: Path, copies: Path) -> None:
    path = tmp_path / "mine.dasar"
    path.write_bytes(b"mine")
    with pytest.raises(AlreadyThere, match=r"mine\.dasar"):
        BusinessFile.create(path, now=START, backup_folder=copies)
    assert path.read_bytes() == b"mine"
    assert [p.name for p in tmp_path.iterdir()] == ["mine.dasar"]


def test_create_that_fails_leaves_nothing(tmp_path: Path, copies: Path) -> None:
    orphan = Answers(accounts={"facebook": FACEBOOK})
    with pytest.raises(apsw.ConstraintError):
        BusinessFile.create(tmp_path / "a.dasar", orphan, now=START, backup_folder=copies)
    (tmp_path / "blocker").write_bytes(b"")
    with pytest.raises(CannotWrite):
        BusinessFile.create(tmp_path / "blocker" / "a.dasar", now=START, backup_folder=copies)
    assert [p.name for p in tmp_path.iterdir()] == ["blocker"]


@pytest.mark.parametrize(
    "value",
    [
        "not_sure",
        "",
        "2027-01-31",
        'Kedai "Roti" \\ 🥐\nعربي\0\x1b',
        0,
        1,
        -(10**30),
        True,
        False,
        date(2027, 1, 31),
        (),
        ("facebook", "tiktok"),
        {},
        {"ms": "Pemilik", "en": ""},
        {"date": "2027-01-31"},
        ({"ms": "satu"}, {"en": "one", "ms": "satu"}),
    ],
    ids=repr,
)
def test_values_read_back_as_they_were(path: Path, copies: Path, value: Any) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("q", value, "Answer", now=at(1))
        assert repr(file.answers.values["q"]) == repr(value)
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        assert repr(file.answers.values["q"]) == repr(value)


def test_half_characters_do_not_stop_a_save(file: BusinessFile) -> None:
    file.set_answer("q", "a\ud83d\ude00b\ud800", "Label \udfff", now=at(1))
    assert file.answers.values["q"] == "a😀b\ufffd"
    file.save_person(Person("p", "\ud800", {"ms": "\udc00"}), "", now=at(1))
    assert file.answers.people["p"] == Person("p", "\ufffd", {"ms": "\ufffd"})


@pytest.mark.parametrize("value", [1.5, START, b"x", None, ({"ms": 1.5},)], ids=repr)
def test_what_is_no_answer_is_refused(file: BusinessFile, value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        file.set_answer("q", (value,), "", now=at(1))
    assert not file.answers.values
    assert file.undo_label is None


def test_answers_are_replaced_not_altered(file: BusinessFile) -> None:
    before = file.answers
    file.set_answer("q", "a", "Answer", now=at(1))
    assert before == Answers()
    assert file.answers.values == {"q": "a"}


def test_taking_an_answer_back(file: BusinessFile) -> None:
    file.set_answer("q", "a", "Answer", now=at(1))
    file.set_answer("q", None, "Take back", now=at(2))
    assert file.answers == Answers()
    assert (file.changed, file.undo_label) == (at(2), "Take back")


def test_registers_keep_their_order(file: BusinessFile) -> None:
    for name in "cab":
        file.save_person(Person(name, name.upper()), "Add", now=at(1))
    file.save_person(Person("c", "Changed"), "Change", now=at(2))
    assert [(p.id, p.name) for p in file.answers.people.values()] == [("c", "Changed"), ("a", "A"), ("b", "B")]
    file.remove_person("a", "Remove", now=at(3))
    assert list(file.answers.people) == ["c", "b"]
    file.undo()
    assert list(file.answers.people) == ["c", "a", "b"]


def test_removing_a_person_leaves_their_accounts(file: BusinessFile) -> None:
    file.save_person(AMINAH, "", now=at(1))
    file.save_account(FACEBOOK, "", now=at(2))
    before = file.answers
    file.remove_person("aminah", "Remove", now=at(3))
    assert file.answers.accounts["facebook"].owner == ""
    file.undo()
    assert file.answers == before
    file.remove_account("facebook", "Remove", now=at(4))
    assert not file.answers.accounts


def test_unknown_owner_is_refused(file: BusinessFile) -> None:
    with pytest.raises(ValueError, match="nobody"):
        file.save_account(Account("a", "tiktok", "x", "nobody"), "", now=at(1))
    assert file.undo_label is None


def test_settings_are_kept_and_are_no_change(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        assert file.setting("preview") == ""
        assert file.setting("preview", "ms") == "ms"
        file.set_setting("preview", "en")
        assert (file.undo_label, file.changed) == (None, START)
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        assert file.setting("preview", "ms") == "en"


def test_closing_twice_is_harmless(path: Path, copies: Path) -> None:
    file = BusinessFile.open(path, now=START, backup_folder=copies)
    file.close()
    file.close()
