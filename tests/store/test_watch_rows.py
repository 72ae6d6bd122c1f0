"""What the owner decides about watching, and who can enter accounts: kept and taken back with the answers."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import apsw
import pytest

from desktop.core.answers import Account, Answers, Person
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchChoices, WatchWords, WorkCalendar
from desktop.store.business_file import BusinessFile
from desktop.store.errors import Damaged
from tests.store.circumstances import START, at

FORM_3 = Path(__file__).parent / "files" / "form-3.dasar"
"""A file as DasarKita wrote it before there was watching; its answers were undone once."""

OWN = OwnTask("own-1", {"ms": "Semak papan menu", "en": "Check the menu board"}, Rhythm("week", 2), minutes=3)
FULL = WatchChoices(
    began=date(2027, 1, 4),
    tasks={"reviews": TaskChoice(on=False), "search": TaskChoice(who="siti", rhythm=Rhythm("month", day=31))},
    own={"own-2": replace(OWN, id="own-2", steps=({"ms": "Buka pintu"},)), "own-1": OWN},
    calendar=WorkCalendar(
        frozenset({4, 5}),
        {date(2027, 2, 8): "Cuti \U0001f389"},
        frozenset({date(2027, 5, 1), date(2027, 8, 31)}),
        public_holidays=False,
        shift="before",
    ),
    words=WatchWords(("kedai roti",), ("roti",), ("siti",)),
)
ACCOUNT = Account("fb", "facebook", "@kedai", "siti", ("ali", "siti"), "siti", "ali", "app", "Studio Satu", "Lama")


def test_a_new_file_has_no_choices(file: BusinessFile) -> None:
    assert file.answers.watch == WatchChoices()


def test_choices_are_kept(file: BusinessFile, path: Path, copies: Path) -> None:
    file.set_watch(FULL, "watch", now=at(1))
    assert file.answers.watch == FULL
    file.close()
    with BusinessFile.open(path, now=at(2), backup_folder=copies) as again:
        assert again.answers.watch == FULL
        assert list(again.answers.watch.own) == ["own-2", "own-1"]
        again.set_watch(WatchChoices(), "watch", now=at(3))
        assert again.answers.watch == WatchChoices()
        rows = "SELECT count(*) FROM (SELECT 1 FROM watch_task UNION ALL SELECT 1 FROM own_task UNION ALL SELECT 1 FROM"
        assert again._connection.execute(f"{rows} watch_setting)").get == 0


def test_a_task_of_ones_own_is_on_where_the_file_says_nothing(file: BusinessFile) -> None:
    file.set_watch(FULL, "watch", now=at(1))
    file._connection.execute("UPDATE own_task SET task = json_remove(task, '$.on')")
    assert file.answers.watch == FULL
    off = {key: replace(own, on=False) for key, own in FULL.own.items()}
    file.set_watch(replace(FULL, own=off), "off", now=at(2))
    assert [own.on for own in file.answers.watch.own.values()] == [False, False]


def test_a_file_can_begin_with_choices_and_accounts(tmp_path: Path, copies: Path) -> None:
    people = {row: Person(row, row) for row in ("siti", "ali")}
    answers = Answers(people=people, accounts={"fb": ACCOUNT}, watch=FULL)
    with BusinessFile.create(tmp_path / "x.dasar", answers, now=START, backup_folder=copies) as file:
        assert (file.answers, file.undo_label) == (answers, None)


def test_each_change_is_one_step(file: BusinessFile) -> None:
    stages = [WatchChoices(), replace(FULL, own={}), FULL, replace(FULL, calendar=WorkCalendar(), began=None)]
    for minute, watch in enumerate(stages[1:], start=1):
        file.set_watch(watch, f"watch {minute}", now=at(minute))
    for minute in (3, 2, 1):
        assert file.answers.watch == stages[minute]
        assert file.undo() == f"watch {minute}"
    assert file.answers.watch == WatchChoices()
    for minute in (1, 2, 3):
        assert file.redo() == f"watch {minute}"
        assert file.answers.watch == stages[minute]


def test_only_rows_that_change_are_written(file: BusinessFile) -> None:
    file.set_watch(FULL, "first", now=at(1))
    file.set_watch(FULL, "again", now=at(2))
    assert (file.undo_label, file.changed) == ("first", at(1))
    tasks = {**FULL.tasks, "reviews": TaskChoice(on=True)}
    file.set_watch(replace(FULL, tasks=tasks), "second", now=at(3))
    changeset = file._connection.execute("SELECT changeset FROM undo ORDER BY id DESC LIMIT 1").get
    changed = [(change.name, change.op) for change in apsw.Changeset.iter(changeset)]
    assert sorted(changed) == [("meta", "UPDATE"), ("watch_task", "UPDATE")]


def test_a_choice_that_decides_nothing_is_no_row(file: BusinessFile) -> None:
    file.set_watch(WatchChoices(tasks={"reviews": TaskChoice()}), "watch", now=at(1))
    assert (file.answers.watch, file.undo_label) == (WatchChoices(), None)


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [
        ("watch_task", "t", "{"),
        ("watch_task", "t", '{"on":"yes"}'),
        ("watch_task", "t", '{"rhythm":{"every":"fortnight"}}'),
        ("watch_task", "t", '{"rhythm":{"every":"day","weekday":7}}'),
        ("watch_task", "t", '{"rhythm":{"every":"month","day":32}}'),
        ("watch_setting", "began", '"soon"'),
        ("watch_setting", "calendar.shift", '"sideways"'),
        ("watch_setting", "calendar.rest_days", "[0,1,2,3,4,5,6]"),
        ("watch_setting", "calendar.rest_days", "[8]"),
        ("watch_setting", "elsewhere.rest_days", "[1]"),
        ("watch_setting", "words.added", "[1]"),
    ],
)
def test_rows_that_make_no_sense_are_damage(path: Path, copies: Path, table: str, key: str, value: str) -> None:
    with apsw.Connection(str(path)) as connection:
        connection.execute(f"INSERT INTO {table} VALUES (?, ?)", (key, value))
    connection.close()
    with pytest.raises(Damaged):
        BusinessFile.open(path, now=START, backup_folder=copies)


def test_an_own_task_under_another_name_is_damage(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_watch(WatchChoices(own={"own-1": OWN}), "watch", now=at(1))
    with apsw.Connection(str(path)) as connection:
        connection.execute("UPDATE own_task SET id = 'own-7'")
    connection.close()
    with pytest.raises(Damaged):
        BusinessFile.open(path, now=START, backup_folder=copies)


def test_who_can_enter_an_account_is_kept_and_taken_back(file: BusinessFile, path: Path, copies: Path) -> None:
    for row in ("siti", "ali"):
        file.save_person(Person(row, row), "Add", now=at(1))
    file.save_account(replace(ACCOUNT, administrators=(), agency=""), "account:fb", now=at(2))
    file.save_account(ACCOUNT, "account:fb", now=at(3))
    file.close()
    with BusinessFile.open(path, now=at(4), backup_folder=copies) as again:
        assert again.answers.accounts == {"fb": ACCOUNT}
        again.undo()
        assert again.answers.accounts == {"fb": replace(ACCOUNT, administrators=(), agency="")}
        again.redo()
        assert again.answers.accounts == {"fb": ACCOUNT}


def test_who_leaves_the_register_leaves_the_accounts(file: BusinessFile) -> None:
    for row in ("siti", "ali"):
        file.save_person(Person(row, row), "Add", now=at(1))
    file.save_account(ACCOUNT, "account:fb", now=at(2))
    file.remove_person("siti", "Remove", now=at(3))
    left = replace(ACCOUNT, owner="", administrators=("ali",), recovery_email="")
    assert file.answers.accounts == {"fb": left}
    file.undo()
    assert file.answers.accounts == {"fb": ACCOUNT}


@pytest.mark.parametrize(
    "account",
    [
        Account("a", "x", "y", owner="nobody"),
        Account("a", "x", "y", administrators=("nobody",)),
        Account("a", "x", "y", recovery_email="nobody"),
        Account("a", "x", "y", recovery_phone="nobody"),
    ],
    ids=str,
)
def test_people_of_an_account_are_of_the_register(file: BusinessFile, account: Account) -> None:
    with pytest.raises(ValueError, match="nobody"):
        file.save_account(account, "account:a", now=at(1))


def test_administrators_that_make_no_sense_are_damage(path: Path, copies: Path) -> None:
    with apsw.Connection(str(path)) as connection:
        connection.execute(
            "INSERT INTO account (id, position, platform, handle, administrators) VALUES ('a', 1, 'x', 'y', '[1]')"
        )
    connection.close()
    with pytest.raises(Damaged):
        BusinessFile.open(path, now=START, backup_folder=copies)


def test_a_file_of_the_third_form_keeps_all_it_had(tmp_path: Path, copies: Path) -> None:
    path = tmp_path / "old.dasar"
    shutil.copyfile(FORM_3, path)
    before = path.read_bytes()
    with BusinessFile.open(path, now=at(days=1), writable=False, backup_folder=copies) as looking:
        shown = looking.answers
        assert looking.evidence.is_empty()
        assert looking.evidence.entries("roti") == ()
    assert path.read_bytes() == before
    with BusinessFile.open(path, now=at(days=1), backup_folder=copies) as file:
        assert file.answers == shown
        assert (file.answers.watch, file.undo_label, file.redo_label) == (WatchChoices(), None, None)
        assert file.answers.accounts == {
            "fb": Account("fb", "facebook", "klinikdrlim", "siti"),
            "ig": Account("ig", "instagram", "klinikdrlim"),
        }
        assert file.answers.values["posture"] == "strict"
        assert (file.answers.look.design, file.setting("preview_language")) == ("classic", "ms")
        assert (set(file.kept_clauses), set(file.answers.own)) == ({"stance.trust"}, {"own.cat"})
        assert (file.created, file.changed) == (START.date(), at(8))
        file.set_watch(FULL, "watch", now=at(days=1))
        assert file.undo() == "watch"
    copy = next(copies.glob("*/2027-02-01 old (form 3).dasar"))
    assert copy.read_bytes()[60:64] == b"\0\0\0\3"
