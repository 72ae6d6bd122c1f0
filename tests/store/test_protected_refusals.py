"""A wrong password, a damaged file and a foreign one are told apart as far as can be, and nothing is touched."""

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from desktop.store import copying, opening, passwords
from desktop.store.business_file import BusinessFile
from desktop.store.errors import Damaged, ForeignFile, NeedsPassword, NewerVersion, StoreError, WrongPassword
from tests.store.circumstances import START, at

pytestmark = pytest.mark.usefixtures("quick_passwords")

PASSWORD = "kucing hitam"


@pytest.fixture
def protected(path: Path, copies: Path) -> Path:
    """A protected file with a copy of yesterday."""
    with BusinessFile.open(path, now=at(days=-1), backup_folder=copies) as file:
        for number in range(20):
            file.set_answer(f"q{number}", "x" * 900, "Step", now=at(days=-1))
        file.protect(PASSWORD, now=at(days=-1))
    return path


def refusal(path: Path, copies: Path, password: str | None) -> StoreError:
    before = {item: item.read_bytes() for item in path.parent.rglob("*") if item.is_file()}
    faults: list[StoreError] = []
    for writable in (True, False):
        with pytest.raises(StoreError) as caught:
            BusinessFile.open(path, now=START, writable=writable, backup_folder=copies, password=password)
        faults.append(caught.value)
    assert before == {item: item.read_bytes() for item in path.parent.rglob("*") if item.is_file()}
    assert type(faults[0]) is type(faults[1])
    return faults[0]


def test_without_a_password(protected: Path, copies: Path) -> None:
    fault = refusal(protected, copies, None)
    assert type(fault) is NeedsPassword
    assert "protected by a password" in str(fault)


@pytest.mark.parametrize("password", ["", "kucing putih", "Kucing hitam", " kucing hitam"])
def test_a_wrong_password_may_also_be_damage(protected: Path, copies: Path, password: str) -> None:
    fault = refusal(protected, copies, password)
    assert type(fault) is WrongPassword
    assert "Either it is not the right one, or the file is damaged" in str(fault)


def flipped(*places: int) -> Callable[[bytes], bytes]:
    def flip(content: bytes) -> bytes:
        changed = bytearray(content)
        for place in places:
            changed[place] ^= 0xFF
        return bytes(changed)

    return flip


DAMAGE = {
    "first page": flipped(30),
    "end of first page": flipped(4090),
    "body": flipped(9000),
    "last byte": flipped(-1),
    "half": lambda content: content[: len(content) // 2],
    "half a page": lambda content: content[:-2000],
    "zeros": lambda content: bytes(len(content)),
    "header": flipped(17, 18),
    "overwritten": lambda content: bytes(range(256)) * (len(content) // 256),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_told_with_the_right_password(protected: Path, copies: Path, damage: str) -> None:
    protected.write_bytes(DAMAGE[damage](protected.read_bytes()))
    fault = refusal(protected, copies, PASSWORD)
    assert isinstance(fault, Damaged)
    assert "is damaged and cannot be read" in str(fault)
    assert fault.copy
    assert fault.copy.name == "2027-01-30 Kedai Roti.dasar"
    BusinessFile.open(fault.copy, now=START, writable=False, password=PASSWORD).close()


def test_damage_with_a_wrong_password_cannot_be_told(protected: Path, copies: Path) -> None:
    protected.write_bytes(flipped(30)(protected.read_bytes()))
    assert type(refusal(protected, copies, "kucing putih")) is WrongPassword


@pytest.mark.parametrize("damage", ["first page", "body", "half", "zeros"])
def test_damage_without_copies(protected: Path, tmp_path: Path, damage: str) -> None:
    protected.write_bytes(DAMAGE[damage](protected.read_bytes()))
    fault = refusal(protected, tmp_path / "none", PASSWORD)
    assert isinstance(fault, WrongPassword if damage == "first page" else Damaged)


def test_password_of_a_copy_that_the_file_no_longer_has(protected: Path, copies: Path) -> None:
    """A copy that was held open when the password was changed, and stayed under the old one."""
    copy = next(copies.glob("*/*.dasar"))
    before = copy.read_bytes()
    with BusinessFile.open(protected, now=at(days=-1), password=PASSWORD, backup_folder=copies) as file:
        file.protect("kata baharu", now=at(days=-1))
    copy.write_bytes(before)
    fault = refusal(protected, copies, PASSWORD)
    assert isinstance(fault, Damaged)
    assert "damaged, or it has been given another password since" in str(fault)
    assert fault.copy == copy


def test_a_lost_salt_is_not_certain_either(protected: Path, copies: Path) -> None:
    protected.write_bytes(flipped(3)(protected.read_bytes()))
    assert "or it has been given another password" in str(refusal(protected, copies, PASSWORD))


def encrypted(path: Path, statements: str) -> Path:
    connection = apsw.Connection(str(path))
    passwords.give(connection, PASSWORD)
    connection.execute(statements)
    connection.close()
    return path


def test_protected_files_of_others(tmp_path: Path, copies: Path) -> None:
    other = encrypted(tmp_path / "x.dasar", "CREATE TABLE t (x)")
    assert type(refusal(other, copies, PASSWORD)) is ForeignFile
    assert type(refusal(other, copies, None)) is NeedsPassword


@pytest.mark.parametrize("content", [b"", b"x", b"PK\3\4" * 500])
def test_no_database_at_all(tmp_path: Path, copies: Path, content: bytes) -> None:
    path = tmp_path / "Surat.dasar"
    path.write_bytes(content)
    assert isinstance(refusal(path, copies, PASSWORD), ForeignFile if content else Damaged)


def test_database_of_others_under_the_name_of_a_file_with_copies(protected: Path, copies: Path) -> None:
    protected.unlink()
    with apsw.Connection(str(protected)) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert type(refusal(protected, copies, PASSWORD)) is ForeignFile


def test_newer_version(protected: Path, copies: Path) -> None:
    connection = opening.connect(protected, writable=True, password=PASSWORD)
    connection.pragma("user_version", 99)
    connection.close()
    assert type(refusal(protected, copies, PASSWORD)) is NewerVersion
    assert type(refusal(protected, copies, "kucing putih")) is WrongPassword


def test_a_plain_file_needs_none(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, password=PASSWORD, backup_folder=copies) as file:
        assert (file.is_protected, file.password, file.read_only) == (False, None, False)
    assert path.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.skipif("sys.platform == 'win32'", reason="permissions of POSIX")
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o666), (0o777, 0o444)])
def test_read_only(protected: Path, open_folder: Path, as_ordinary_user, folder_mode: int, file_mode: int) -> None:
    shared = open_folder / protected.name
    shared.write_bytes(protected.read_bytes())
    shared.chmod(file_mode)
    open_folder.chmod(folder_mode)
    script = """
before = path.read_bytes()
with BusinessFile.open(path, now=now, backup_folder=copies, password="kucing hitam") as file:
    assert file.read_only and file.is_protected and len(file.answers.values) == 20
    for change in (lambda: file.protect("kata baharu", now=now), lambda: file.unprotect(now=now), file.undo):
        try:
            change()
        except errors.CannotWrite as error:
            assert "only to look at" in str(error)
        else:
            raise AssertionError
for wrong in ("kucing putih", None):
    try:
        BusinessFile.open(path, now=now, backup_folder=copies, password=wrong)
    except errors.NeedsPassword as error:
        print(type(error).__name__)
assert path.read_bytes() == before
"""
    assert as_ordinary_user(script, shared) == "WrongPassword\nNeedsPassword\n"


def test_what_a_program_left_unfinished_goes(protected: Path, copies: Path) -> None:
    left = [copying.unfinished(protected), next(copies.iterdir()) / "4711.new"]
    left += [path.with_name(f"{path.name}-journal") for path in left]
    for path in left:
        path.write_bytes(b"Resipi rahsia")
    BusinessFile.open(protected, now=START, password=PASSWORD, backup_folder=copies).close()
    assert not [path for path in left if path.exists()]
