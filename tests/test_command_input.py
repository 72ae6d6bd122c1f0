"""Passwords given to commands: from a file or from someone at the keyboard, and clear words when they do not fit."""

import getpass
import io
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from desktop import cli
from desktop.core.answers import Answers
from desktop.store.business_file import BusinessFile

NOW = datetime(2027, 2, 1, 9, 0)  # noqa: DTZ001 - wall-clock time of the owner
PASSWORD = " café rahsia "


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def protected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "stdin", io.StringIO())  # nobody to ask
    path = tmp_path / "Kedai.dasar"
    with BusinessFile.create(path, Answers({"business_name": "Kedai"}), now=NOW) as file:
        file.protect(PASSWORD, now=NOW)
    return path


def check(path: Path, *more: str) -> int:
    return cli.main(["check", str(path), "--json", *more])


def password_file(folder: Path, content: bytes) -> str:
    path = folder / "password.txt"
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize(
    "content",
    [PASSWORD.encode(), b"\xef\xbb\xbf" + PASSWORD.encode() + b"\r\nmore\r\n", " cafe\u0301 rahsia \n".encode()],
    ids=["bare", "as Notepad writes", "typed on another keyboard"],
)
def test_right_password(protected: Path, tmp_path: Path, content: bytes) -> None:
    before = protected.read_bytes()
    assert check(protected, "--password-file", password_file(tmp_path, content)) in (0, 1)
    assert protected.read_bytes() == before
    assert {item.name for item in tmp_path.iterdir()} == {"Kedai.dasar", "password.txt"}


@pytest.mark.parametrize("content", [b"", b"caf\xc3\xa9 rahsia", b" caf\xc3\xa9 Rahsia "])
def test_wrong_password(protected: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes) -> None:
    assert check(protected, "--password-file", password_file(tmp_path, content)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "Kedai.dasar: This password does not open “Kedai.dasar”. Either it is not the right one, or the file is "
        "damaged. Capital and small letters count.\n"
    )


def test_nobody_to_ask(protected: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(protected) == 2
    assert capsys.readouterr().err == (
        "Kedai.dasar: “Kedai.dasar” is protected by a password. Give it with --password-file.\n"
    )


def ends(_: str) -> str:
    raise EOFError


@pytest.mark.parametrize(("typed", "codes"), [(lambda _: PASSWORD, (0, 1)), (lambda _: "salah", (2,)), (ends, (2,))])
def test_someone_to_ask(
    protected: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    typed: Callable[[str], str],
    codes: tuple[int, ...],
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard())
    monkeypatch.setattr(getpass, "getpass", typed)
    assert check(protected) in codes
    assert len(capsys.readouterr().err.splitlines()) == (codes == (2,))
