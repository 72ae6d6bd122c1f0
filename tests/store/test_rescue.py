"""What is open can be saved elsewhere, whatever became of the place it is in."""

from pathlib import Path

import pytest

from desktop.core.answers import Account, Answers, ClauseChoice, ClauseEdit, OwnClause, Person
from desktop.core.look import Look
from desktop.store.business_file import BusinessFile
from desktop.store.errors import AlreadyThere, CannotWrite, DiskFull, Moved, StoreError, WrongPassword
from desktop.store.rescue import goes_on_in, rescue
from tests import disks
from tests.disks import fill, needs_proc, unplugged
from tests.store.circumstances import at

small_disk = disks.small_disk

ALL = Answers(
    values={"business_name": "Kedai Roti", "state": "selangor", "own": {"ms": "Ya", "en": "Yes"}},
    people={"a": Person("a", "Aminah", {"en": "Owner"})},
    accounts={"f": Account("f", "facebook", "@kedai", "a")},
    choices={"one": ClauseChoice(included=False, reason="no")},
    edits={"two": ClauseEdit({"en": "T"}, {"en": "B"}, "body", ("ms",))},
    own={"own.1": OwnClause("own.1", "stance", {"en": "T"}, {"en": "B"})},
    look=Look(colour="#123456"),
)


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "copies"


@pytest.fixture(params=[None, "kucing hitam"])
def file(request, tmp_path: Path, copies: Path):
    opened = BusinessFile.create(tmp_path / "Kedai.dasar", ALL, now=at(), backup_folder=copies)
    opened.set_answer("state", "perak", "answer:state", now=at(3))
    if request.param:
        opened.protect(request.param, now=at(4))
    yield opened
    opened.close()


def saved(file: BusinessFile, target: Path) -> BusinessFile:
    rescue(file, target, (), {"form": "en"})
    return goes_on_in(file, target, at(9))


def test_a_file_that_was_moved_is_saved_with_all_its_steps(file, tmp_path):
    file.path.rename(tmp_path / "moved.dasar")
    with pytest.raises(Moved):
        file.set_answer("state", "kedah", "answer:state", now=at(5))
    with saved(file, tmp_path / "elsewhere" / "Kedai.dasar") as new:
        assert new.answers == file.answers
        assert (new.business, new.changed, new.is_protected) == (file.business, file.changed, file.is_protected)
        assert new.undo() == "answer:state"
        assert new.answers.values["state"] == "selangor"


@needs_proc
def test_a_file_whose_drive_is_gone_is_saved_from_memory(file, tmp_path):
    target = tmp_path / "elsewhere" / "Kedai.dasar"
    with unplugged(file.path):
        with pytest.raises(CannotWrite, match="drive is connected"):
            file.set_answer("state", "kedah", "answer:state", now=at(5))
        with saved(file, target) as new:
            assert new.answers == file.answers
            assert new.answers.values["state"] == "perak"
            assert (new.business, new.changed, new.is_protected) == (file.business, file.changed, file.is_protected)
            assert new.setting("form") == "en"
            new.set_answer("state", "kedah", "answer:state", now=at(10))
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    if file.is_protected:
        with pytest.raises(WrongPassword):
            BusinessFile.open(target, now=at(11), password="anjing putih")


def test_nothing_is_written_over(file, tmp_path):
    with pytest.raises(AlreadyThere):
        rescue(file, file.path)
    (tmp_path / "link.dasar").symlink_to("nowhere")
    with pytest.raises(AlreadyThere):
        rescue(file, tmp_path / "link.dasar")


def test_a_place_that_cannot_be_written_either_is_said_and_leaves_nothing(file, tmp_path):
    (tmp_path / "a file").write_text("")
    with pytest.raises(StoreError, match="cannot be kept here"):
        rescue(file, tmp_path / "a file" / "Kedai.dasar")
    assert file.answers.values["state"] == "perak"


def test_a_full_disk_is_said_and_leaves_nothing(file, small_disk):
    fill(small_disk)
    with pytest.raises(DiskFull):
        rescue(file, small_disk / "Kedai.dasar")
    assert [path.name for path in small_disk.iterdir()] == ["filler"]
