"""Protected files: read with the password, refused without, and left as they are."""

from datetime import UTC, datetime

import apsw
import pytest

from desktop.core.answers import Answers
from desktop.store.business_file import BusinessFile
from desktop.store.errors import ForeignFile, NeedsPassword

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def protected(tmp_path):
    path = tmp_path / "Kedai.dasar"
    BusinessFile.create(path, Answers({"business_name": "Kedai"}), now=NOW, backup_folder=tmp_path / "b").close()
    connection = apsw.Connection(str(path))
    connection.pragma("rekey", "rahsia")
    connection.close()
    return path


def test_the_password_opens_it(protected, tmp_path):
    before = protected.read_bytes()
    with BusinessFile.open(protected, now=NOW, password="rahsia", writable=False, backup_folder=tmp_path / "b") as file:
        assert file.answers.values["business_name"] == "Kedai"
        assert file.read_only
    assert protected.read_bytes() == before
    with BusinessFile.open(protected, now=NOW, password="rahsia", backup_folder=tmp_path / "b") as file:
        file.set_answer("business_name", "Kedai Baru", "Name", now=NOW)
    with BusinessFile.open(protected, now=NOW, password="rahsia", backup_folder=tmp_path / "b") as file:
        assert file.answers.values["business_name"] == "Kedai Baru"
        assert (file.is_protected, file.undo()) == (True, "Name")


@pytest.mark.parametrize("password", [None, "", "salah"])
def test_without_the_right_password_it_stays_shut(protected, password):
    before = protected.read_bytes()
    with pytest.raises(NeedsPassword, match=r"Kedai\.dasar"):
        BusinessFile.open(protected, now=NOW, writable=False, password=password)
    assert protected.read_bytes() == before


def test_a_password_too_many_does_no_harm(tmp_path):
    path = tmp_path / "Kedai.dasar"
    BusinessFile.create(path, Answers({"business_name": "Kedai"}), now=NOW, backup_folder=tmp_path / "b").close()
    with BusinessFile.open(path, now=NOW, writable=False, password="rahsia") as file:
        assert file.answers.values["business_name"] == "Kedai"


def test_a_protected_file_of_another_program_is_foreign(tmp_path):
    path = tmp_path / "x.dasar"
    connection = apsw.Connection(str(path))
    connection.pragma("key", "rahsia")
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(ForeignFile):
        BusinessFile.open(path, now=NOW, writable=False, password="rahsia")


def test_other_programs_open_it_with_the_password(tmp_path):
    """A file is never shut to an owner whose program is gone: the cipher and its settings are those of the library."""
    path = tmp_path / "Kedai.dasar"
    with BusinessFile.create(path, Answers({"business_name": "Kedai"}), now=NOW, backup_folder=tmp_path / "b") as file:
        file.protect("kucing 'hitam'", now=NOW)
    connection = apsw.Connection(str(path))
    connection.pragma("key", "kucing 'hitam'")
    assert connection.execute("SELECT value FROM answer").get == '"Kedai"'
    connection.close()
