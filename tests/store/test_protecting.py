"""Setting, changing and removing the password of a file and of its copies."""

import logging
import os
import traceback
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import apsw
import pytest

from desktop.core.answers import Answers
from desktop.store import copying, locking, opening
from desktop.store.business_file import BusinessFile
from desktop.store.copies import copies_of
from desktop.store.errors import CannotWrite, DiskFull, Moved, NeedsPassword, StoreError, UnfitPassword, WrongPassword
from desktop.store.passwords import check_password
from desktop.store.schema import MIGRATIONS, USER_VERSION
from tests import disks
from tests.store.circumstances import START, at, program

small_disk = disks.small_disk

pytestmark = pytest.mark.usefixtures("quick_passwords")

SECRET = "Resipi rahsia Nek Jah"
PASSWORD = " kucing 'hitam' %20&é "


@pytest.fixture
def file(path: Path, copies: Path):
    """A file with something to hide, three daily copies, and one from before an update."""
    for days in range(3):
        with BusinessFile.open(path, now=at(days=days), backup_folder=copies) as file:
            file.set_answer("secret", SECRET, "Secret", now=at(1, days=days))
    with BusinessFile.open(path, now=at(days=3), backup_folder=copies) as file:
        old = next(copies.iterdir()) / "2027-02-01 Kedai Roti (form 2).dasar"
        old.write_bytes(next(copies.glob("*/*.dasar")).read_bytes())
        yield file


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def opens(path: Path, password: str | None = None) -> Answers:
    with BusinessFile.open(path, now=at(days=9), writable=False, password=password) as file:
        return file.answers


def test_nothing_readable_stays_behind(file: BusinessFile, copies: Path, tmp_path: Path) -> None:
    (copies / file.business / "4711.new").write_bytes(file.path.read_bytes())  # of a program that was killed
    assert any(SECRET.encode() in content for content in everything(tmp_path).values())
    result = file.protect(PASSWORD, now=at(days=3))
    listed = copies_of(file.business, copies)
    assert (result.done, result.left) == (5, ())
    assert [copy.before_update for copy in listed] == [False, False, False, True, False]
    assert all(copy.protected for copy in listed)
    file.set_answer("secret", SECRET, "Again", now=at(2, days=4))  # and the copy of the next day
    assert not [name for name, content in everything(tmp_path).items() if SECRET.encode() in content]
    assert {path.suffix for path in tmp_path.rglob("*") if path.is_file()} == {".dasar", ".lock"}
    assert opens(file.path, PASSWORD) == file.answers
    for copy in copies_of(file.business, copies):
        assert copy.protected
        opens(copy.path, PASSWORD)
        with pytest.raises(NeedsPassword):
            opens(copy.path)


def test_work_goes_on_with_all_steps(file: BusinessFile, copies: Path) -> None:
    file.protect(PASSWORD, now=at(days=3))
    assert file.is_protected
    assert file.password == PASSWORD
    file.set_answer("a", "1", "First", now=at(1, days=3))
    assert (file.undo(), file.undo(), file.redo(), file.redo()) == ("First", "Secret", "Secret", "First")
    file.close()
    with BusinessFile.open(file.path, now=at(days=4), password=PASSWORD, backup_folder=copies) as again:
        assert again.answers.values == {"a": "1", "secret": SECRET}
        assert (again.read_only, again.undo_label) == (False, "First")
    assert copies_of(file.business, copies)[0].protected


def test_changing_and_removing(file: BusinessFile, copies: Path) -> None:
    file.protect(PASSWORD, now=at(days=3))
    assert file.protect("kata baharu", now=at(days=3)).done == 5
    for path in (file.path, *(copy.path for copy in copies_of(file.business, copies))):
        opens(path, "kata baharu")
        with pytest.raises(WrongPassword):
            opens(path, PASSWORD)
    assert (file.unprotect(now=at(days=3)).done, file.is_protected) == (5, False)
    for path in (file.path, *(copy.path for copy in copies_of(file.business, copies))):
        opens(path)
    assert file.unprotect(now=at(days=3)).done == 0


def test_the_same_word_from_another_keyboard(file: BusinessFile) -> None:
    file.protect("café kucing", now=at(days=3))
    opens(file.path, "cafe\u0301 kucing")


@pytest.mark.parametrize(
    "password", ["", "abcde", "e\u0301e\u0301e\u0301", "abc\tdef", "abc\0def", "abcdef\n", "abc\ud800def"]
)
def test_unfit_passwords(file: BusinessFile, password: str) -> None:
    assert check_password(password)
    with pytest.raises(UnfitPassword) as caught:
        file.protect(password, now=at(days=3))
    assert not password or password not in str(caught.value)
    assert not file.is_protected
    opens(file.path)


@pytest.mark.parametrize(
    "password", ["abcdef", "      a", "Kata; laluan--", "パスワード長い", "raw:'x'", "🐈🐈🐈🐈🐈🐈", "x" * 5000]
)
def test_fit_passwords(path: Path, copies: Path, password: str) -> None:
    assert check_password(password) is None
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.protect(password, now=START)
    opens(path, password)
    for wrong in (password + " ", password.upper() + "?", password[:-1], "\0", "\ud800"):
        with pytest.raises(WrongPassword):
            opens(path, wrong)


def test_copies_that_cannot_follow_are_named(file: BusinessFile, copies: Path) -> None:
    held, damaged, other, busy, followed = (copy.path for copy in copies_of(file.business, copies))
    with BusinessFile.open(other, now=at(days=3), backup_folder=copies / "x") as alien:
        alien.protect("lain sekali", now=at(days=3))
    damaged.write_bytes(damaged.read_bytes()[:5000])
    connection = apsw.Connection(str(busy))
    connection.execute("BEGIN EXCLUSIVE")
    lock = locking.take(held)
    assert lock
    result = file.protect(PASSWORD, now=at(days=3))
    connection.close()
    assert (result.done, result.left) == (1, tuple(sorted((held, damaged, other, busy))))
    opens(followed, PASSWORD)
    opens(other, "lain sekali")
    lock.release()
    file.close()
    # what is free again follows at the next opening
    with BusinessFile.open(file.path, now=at(days=3), password=PASSWORD, backup_folder=copies):
        opens(held, PASSWORD)
        opens(busy, PASSWORD)
    assert {path.suffix for path in followed.parent.iterdir()} == {".dasar"}


def test_a_change_under_way_and_a_file_to_look_at(file: BusinessFile, copies: Path) -> None:
    with pytest.raises(RuntimeError), file.change("Step", now=at(days=3)):
        file.protect(PASSWORD, now=at(days=3))
    with (
        BusinessFile.open(file.path, now=START, writable=False) as reader,
        pytest.raises(CannotWrite, match="only to look at"),
    ):
        reader.protect(PASSWORD, now=at(days=3))
    opens(file.path)


@pytest.mark.skipif("sys.platform == 'win32'", reason="an open file cannot be moved there")
@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_moved_while_open_is_not_put_back(file: BusinessFile, tmp_path: Path, replaced: bool) -> None:
    moved = file.path.rename(tmp_path / "moved.dasar")
    if replaced:
        file.path.write_bytes(b"another")
    before = everything(tmp_path)
    with pytest.raises(Moved):
        file.protect(PASSWORD, now=at(days=3))
    assert everything(tmp_path) == before
    opens(moved)


def test_links_permissions_and_journals(file: BusinessFile, copies: Path) -> None:
    file.close()
    file.path.chmod(0o640)
    link = file.path.with_name("link.dasar")
    link.symlink_to(file.path.name)
    with BusinessFile.open(link, now=at(days=3), backup_folder=copies) as linked:
        linked.protect(PASSWORD, now=at(days=3))
        linked.set_answer("a", "1", "First", now=at(days=3))
    assert link.is_symlink()
    assert os.name != "posix" or file.path.stat().st_mode & 0o777 == 0o640
    assert opens(file.path, PASSWORD).values["a"] == "1"


@pytest.mark.parametrize("full", ["file", "copies"])
def test_full_disk_changes_nothing(full: str, small_disk: Path, tmp_path: Path) -> None:
    path, copies = (small_disk / "a.dasar", tmp_path / "c") if full == "file" else (tmp_path / "a.dasar", small_disk)
    BusinessFile.create(path, Answers({"secret": SECRET}), now=START, backup_folder=copies).close()
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        filler = disks.fill(small_disk)
        before = everything(tmp_path)
        with pytest.raises(DiskFull):
            file.protect(PASSWORD, now=START)
        assert everything(tmp_path).keys() == before.keys()
        assert not file.is_protected
        filler.unlink()
        file.set_answer("a", "1", "First", now=at(1))
    assert opens(path).values == {"a": "1", "secret": SECRET}


def test_a_drive_that_is_gone_changes_nothing(file: BusinessFile, copies: Path) -> None:
    with disks.unplugged(file.path), pytest.raises(CannotWrite):
        file.protect(PASSWORD, now=at(days=3))
    assert not file.is_protected
    file.set_answer("a", "1", "First", now=at(4))
    assert opens(file.path).values["a"] == "1"


def test_older_form_of_a_protected_file(file: BusinessFile, copies: Path) -> None:
    file.protect(PASSWORD, now=at(days=3))
    file.close()
    later = (*MIGRATIONS, "CREATE TABLE added (id TEXT NOT NULL PRIMARY KEY) STRICT;")

    def open_later(*, writable: bool) -> BusinessFile:
        return BusinessFile.open(
            file.path, now=at(days=5), writable=writable, password=PASSWORD, backup_folder=copies, migrations=later
        )

    before = file.path.read_bytes()
    with open_later(writable=False) as looking:
        assert looking.answers.values["secret"] == SECRET
    assert file.path.read_bytes() == before
    with open_later(writable=True) as updated:
        assert updated.answers.values["secret"] == SECRET
    copy = next(copies.glob(f"*/2027-02-05 Kedai Roti (form {USER_VERSION}).dasar"))
    opens(copy, PASSWORD)
    with pytest.raises(StoreError, match="newer DasarKita"):
        opens(file.path, PASSWORD)


CUT_OFF = """
file = BusinessFile.open(path, now=now, backup_folder=copies, password="kucing hitam")
file._connection.pragma("cache_size", 5)
with file.change("Cut off", now=now):
    for number in range(60):
        file.set_answer(f"q{number}", "Resipi rahsia Nek Jah " * 150, "", now=now)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif("sys.platform == 'win32'", reason="signals of POSIX")
def test_a_crash_of_a_protected_file(file: BusinessFile, copies: Path, tmp_path: Path) -> None:
    file.protect("kucing hitam", now=at(days=3))
    file.close()
    with program(CUT_OFF, file.path) as process:
        _, errors = process.communicate(timeout=30)
    assert process.returncode == -9, errors
    assert opening.journal(file.path).stat().st_size
    locking.side_file(file.path).unlink()
    before = everything(tmp_path)
    assert not [name for name, content in before.items() if b"rahsia" in content]
    for wrong in ("kucing putih", None, ""):
        with pytest.raises(NeedsPassword):
            BusinessFile.open(file.path, now=at(9), password=wrong, backup_folder=copies)
        assert everything(tmp_path) == before, "the journal waits for the right password"
    with BusinessFile.open(file.path, now=at(9), password="kucing hitam", backup_folder=copies) as again:
        assert (again.answers.values, again.undo_label) == ({"secret": SECRET}, "Secret")


def test_the_password_is_not_in_any_words(
    file: BusinessFile, copies: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    password = "rahsiabesar"
    told: list[str] = []

    def fails(path: Path, given: str) -> None:
        try:
            BusinessFile.open(path, now=at(days=3), password=given, backup_folder=copies).close()
        except StoreError as error:
            told.extend((repr(error), *traceback.format_exception(error)))

    with caplog.at_level(logging.DEBUG), monkeypatch.context() as patch:
        blocked = copying.unfinished(file.path)
        blocked.mkdir()
        try:
            file.protect(password, now=at(days=3))
        except StoreError as error:
            told.extend((repr(error), *traceback.format_exception(error)))
        blocked.rmdir()
        patch.setattr(copying, "unfinished", lambda path: tmp_path / "no folder" / path.name)
        with pytest.raises(StoreError) as caught:
            file.protect(password, now=at(days=3))
        told.extend((repr(caught.value), *traceback.format_exception(caught.value)))
    file.protect(password, now=at(days=3))
    told.append(repr(file))
    file.close()
    fails(file.path, password + "x")
    file.path.write_bytes(file.path.read_bytes()[:5000])
    fails(file.path, password)
    assert len(told) > 4
    words = "\n".join((*told, caplog.text))
    assert password not in words
    assert password.encode().hex() not in words
    kept = [str(name).encode() + content for name, content in everything(tmp_path).items()]
    assert not [
        content for content in kept if password.encode() in content or password.encode().hex().encode() in content
    ]


@pytest.mark.parametrize("work", ["protect", "write_copy"])
def test_what_the_window_wants_meanwhile_waits_its_turn(file: BusinessFile, tmp_path: Path, work: str) -> None:
    """At midnight, or when the system shuts down."""
    with ThreadPoolExecutor(1) as thread:
        if work == "protect":
            job = thread.submit(file.protect, PASSWORD, now=at(days=3))
        else:
            job = thread.submit(file.write_copy, tmp_path / "copy.dasar", None)
        for number in count():
            file.set_setting("page", str(number))
            file.set_answer("a", number, "Step", now=at(days=3))
            assert not file.kept_clauses
            if job.done():
                break
        job.result()
    assert (file.setting("page"), file.answers.values["a"]) == (str(number), number)


def test_closing_waits_for_the_password(file: BusinessFile) -> None:
    with ThreadPoolExecutor(1) as thread:
        job = thread.submit(file.protect, PASSWORD, now=at(days=3))
        while not (copying.unfinished(file.path).exists() or job.done()):
            pass
        file.close()
        assert job.done()
        assert job.result().left == ()
    opens(file.path, PASSWORD)


def test_copies_keep_the_time_they_were_made(file: BusinessFile, copies: Path) -> None:
    made = {copy.path: copy.path.stat().st_mtime_ns - 10**10 for copy in copies_of(file.business, copies)}
    for path, time in made.items():
        os.utime(path, ns=(time, time))
    file.protect(PASSWORD, now=at(days=3))
    assert {copy.path: copy.path.stat().st_mtime_ns for copy in copies_of(file.business, copies)} == made
