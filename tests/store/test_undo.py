from pathlib import Path

import apsw
import pytest

from desktop.core.answers import Answers, Person
from desktop.store import undo
from desktop.store.business_file import BusinessFile
from desktop.store.errors import CannotUndo
from tests.store.circumstances import START, at


def test_undo_and_redo_survive_reopening(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("a", "1", "First", now=at(1))
        file.set_answer("a", "2", "Second", now=at(2))
        assert file.undo() == "Second"
    with BusinessFile.open(path, now=at(9), backup_folder=copies) as file:
        assert (file.undo_label, file.redo_label) == ("First", "Second")
        assert (file.answers.values, file.changed) == ({"a": "1"}, at(1))
        assert file.redo() == "Second"
        assert (file.answers.values, file.changed) == ({"a": "2"}, at(2))
        assert [file.undo(), file.undo(), file.undo()] == ["Second", "First", None]
        assert (file.answers, file.changed) == (Answers(), START)
    with BusinessFile.open(path, now=at(9), backup_folder=copies) as file:
        assert [file.redo(), file.redo(), file.redo()] == ["First", "Second", None]


def test_new_change_ends_redo(file: BusinessFile) -> None:
    file.set_answer("a", "1", "First", now=at(1))
    file.undo()
    file.set_answer("b", "2", "Other", now=at(2))
    assert file.redo_label is None
    assert file.redo() is None
    assert file.answers.values == {"b": "2"}


def test_change_that_changes_nothing_leaves_no_step(file: BusinessFile) -> None:
    file.set_answer("a", "1", "First", now=at(1))
    file.set_answer("b", "2", "Second", now=at(2))
    file.undo()
    file.set_answer("a", "1", "Again", now=at(3))
    with file.change("There and back", now=at(4)):
        file.set_answer("a", "9", "", now=at(4))
        file.set_answer("a", "1", "", now=at(4))
    assert (file.undo_label, file.redo_label, file.changed) == ("First", "Second", at(1))


def test_several_changes_are_one_step(file: BusinessFile) -> None:
    with file.change("Name the spokesperson", now=at(1)):
        file.save_person(Person("siti", "Siti"), "inner", now=at(1))
        assert "siti" in file.answers.people, "an answer inside is checked against the register"
        file.set_answer("spokesperson", "siti", "inner", now=at(1))
    assert file.undo_label == "Name the spokesperson"
    assert file.undo() == "Name the spokesperson"
    assert file.answers == Answers()
    assert file.undo_label is None


def test_error_takes_the_whole_change_back(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("a", "1", "First", now=at(1))
        with pytest.raises(ZeroDivisionError), file.change("Broken", now=at(2)):
            file.set_answer("a", "2", "", now=at(2))
            raise ZeroDivisionError
        assert (file.answers.values, file.undo_label, file.changed) == ({"a": "1"}, "First", at(1))
        file.set_answer("b", "works", "Next", now=at(3))
    with BusinessFile.open(path, now=at(4), backup_folder=copies) as file:
        assert file.answers.values == {"a": "1", "b": "works"}


def test_swallowed_error_inside_still_takes_all_back(file: BusinessFile) -> None:
    with pytest.raises(TypeError), file.change("Broken", now=at(1)):
        file.set_answer("a", "1", "", now=at(1))
        with pytest.raises(TypeError):
            file.set_answer("b", object(), "", now=at(1))  # type: ignore[arg-type]
    assert file.answers == Answers()


def test_history_is_bounded(file: BusinessFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo, "LIMIT", 5)
    for number in range(12):
        file.set_answer("a", number, f"Step {number}", now=at(number))
    assert [file.undo() for _ in range(6)] == [*(f"Step {number}" for number in range(11, 6, -1)), None]
    assert file.answers.values == {"a": 6}


def test_conflict_says_so_and_changes_nothing(path: Path, file: BusinessFile) -> None:
    file.set_answer("a", "1", "First", now=at(1))
    file.set_answer("b", "1", "Second", now=at(2))
    with apsw.Connection(str(path)) as other:
        other.execute("UPDATE answer SET value = '\"meddled\"' WHERE question_id = 'b'")
    other.close()
    with pytest.raises(CannotUndo, match="another program"):
        file.undo()
    assert file.undo_label == "Second"
    file.set_answer("c", "1", "Third", now=at(3))
    assert file.answers.values == {"a": "1", "b": "meddled", "c": "1"}
    assert file.undo() == "Third"


def test_undo_inside_a_change_is_a_mistake(file: BusinessFile) -> None:
    with pytest.raises(RuntimeError), file.change("Change", now=at(1)):
        file.undo()
