"""How documents look is kept with the answers: one undo step a change, whatever files are in it."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from desktop.core.answers import Answers, ClauseChoice
from desktop.core.look import Attached, Look
from desktop.store.business_file import BusinessFile
from desktop.store.errors import Damaged
from tests.store.circumstances import START, at

FORM_2 = Path(__file__).parent / "files" / "form-2.dasar"
"""A file as DasarKita wrote it before documents had a look."""

LOGO = Attached("logo kedai.png", os.urandom(50_000))
FULL = Look("classic", "#AA3311", LOGO, Attached("kepala surat.docx", b"PK"), cover=False, first_language="en")


def test_a_new_file_has_the_usual_look(file: BusinessFile) -> None:
    assert file.answers.look == Look()


def test_a_look_is_kept(file: BusinessFile, path: Path, copies: Path) -> None:
    file.set_look(FULL, "look", now=at(1))
    assert file.answers.look == FULL
    file.close()
    with BusinessFile.open(path, now=at(2), backup_folder=copies) as again:
        assert again.answers.look == FULL
        again.set_look(Look(), "look", now=at(3))
        assert again.answers.look == Look()


def test_a_file_can_begin_with_a_look(tmp_path: Path, copies: Path) -> None:
    with BusinessFile.create(tmp_path / "x.dasar", Answers(look=FULL), now=START, backup_folder=copies) as file:
        assert (file.answers.look, file.undo_label) == (FULL, None)


def test_each_change_is_one_step(file: BusinessFile) -> None:
    looks = [Look(), replace(Look(), logo=LOGO, design="plain"), FULL, replace(FULL, logo=None, cover=True)]
    for minute, look in enumerate(looks[1:], start=1):
        file.set_look(look, f"look {minute}", now=at(minute))
    for minute in (3, 2, 1):
        assert file.answers.look == looks[minute]
        assert file.undo() == f"look {minute}"
    assert file.answers.look == Look()
    for minute in (1, 2, 3):
        assert file.redo() == f"look {minute}"
        assert file.answers.look == looks[minute]


def test_the_same_look_is_no_change(file: BusinessFile) -> None:
    file.set_look(FULL, "first", now=at(1))
    file.set_look(FULL, "second", now=at(2))
    assert (file.undo_label, file.changed) == ("first", at(1))


def test_a_logo_is_not_copied_into_later_steps(file: BusinessFile, path: Path) -> None:
    size = path.stat().st_size
    file.set_look(FULL, "logo", now=at(1))
    for minute in range(2, 6):
        file.set_look(replace(FULL, colour=f"#00000{minute}"), "colour", now=at(minute))
    assert path.stat().st_size - size < 3 * len(LOGO.data)


@pytest.mark.parametrize(
    "row", [("design", b"x"), ("logo", "text"), ("colour", 3), ("logo_name", 3)], ids=lambda row: str(row[0])
)
def test_rows_that_make_no_sense_are_damage(path: Path, copies: Path, row: tuple[str, object]) -> None:
    with apsw.Connection(str(path)) as connection:
        connection.execute("INSERT INTO look VALUES (?, ?)", row)
        connection.execute("INSERT OR IGNORE INTO look VALUES ('logo', x'00')")
    connection.close()
    with pytest.raises(Damaged):
        BusinessFile.open(path, now=START, backup_folder=copies)


def test_a_file_of_the_second_form_keeps_all_it_had(tmp_path: Path, copies: Path) -> None:
    path = tmp_path / "old.dasar"
    shutil.copyfile(FORM_2, path)
    with BusinessFile.open(path, now=START, writable=False, backup_folder=copies) as looking:
        shown = looking.answers
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        assert file.answers == shown
        assert (file.answers.look, file.undo_label) == (Look(), None)
        assert file.answers.values["posture"] == "strict"
        assert file.answers.choices == {"stance.trust": ClauseChoice(included=False, reason="Tidak perlu")}
        assert set(file.answers.edits) == {"stance.purpose"}
        assert set(file.answers.own) == {"own.cat"}
        assert set(file.kept_clauses) == {"stance.trust"}
        file.set_look(FULL, "look", now=at(1))
        assert file.undo() == "look"
        assert file.answers.look == Look()
