"""The archive to unpack and run: what is in it, and the scripts that put it into a menu and take it out again."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import textwrap
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("packages for Linux are made on Linux", allow_module_level=True)

import shiboken6
from linux import depends, layout, tarball
from notices import NOTICES

from desktop import autostart

LIBRARY = next(Path(shiboken6.__file__).parent.glob("libshiboken6.abi3.so.*"))
"""A small one."""

STRANGE = 'a $ "folder" `of` \\mine'


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree as the freezer leaves it, but small; the program notes down what it is called with."""
    inside = tmp_path / "tree" / "_internal"
    inside.mkdir(parents=True)
    shutil.copy(LIBRARY, inside / LIBRARY.name)
    (inside / "libQt6.so").symlink_to(LIBRARY.name)
    program = tmp_path / "tree" / "dasarkita"
    program.write_text('#!/bin/sh\nprintf %s "$1" > "$HOME/called"\n', encoding="utf-8")
    (tmp_path / "tree" / NOTICES).write_text("notices\n", encoding="utf-8")
    if not shutil.which("patchelf"):
        pytest.skip("patchelf is not installed")
    return tmp_path / "tree"


def test_the_same_tree_makes_the_same_archive(tree: Path, tmp_path: Path) -> None:
    first = tarball.make_tarball(tree, tmp_path / "first")
    for path in tree.rglob("*"):
        if not path.is_symlink():
            os.utime(path, (1, 1))
    second = tarball.make_tarball(tree, tmp_path / "second")
    assert first.name == f"DasarKita-{layout.VERSION}-linux-x64.tar.xz"
    assert first.read_bytes() == second.read_bytes()


def test_what_is_in_the_archive_belongs_to_nobody_and_is_sorted(tree: Path, tmp_path: Path) -> None:
    with tarfile.open(tarball.make_tarball(tree, tmp_path)) as archive:
        entries = {entry.name: entry for entry in archive}
    top = f"DasarKita-{layout.VERSION}"
    assert list(entries) == sorted(entries)
    assert {(entry.uid, entry.gid, entry.mtime) for entry in entries.values()} == {(0, 0, layout.made_at())}
    runs = {name.removeprefix(f"{top}/") for name, entry in entries.items() if entry.isfile() and entry.mode & 0o111}
    assert runs == {"dasarkita", "add-to-menu", "remove-from-menu"}
    assert entries[f"{top}/_internal/libQt6.so"].issym()
    assert entries[f"{top}/_internal/{LIBRARY.name}"].size == LIBRARY.stat().st_size


def test_the_readme_says_the_same_in_both_languages(tree: Path, tmp_path: Path) -> None:
    tarball.lay_out(tree, tmp_path / "made", "1.2.3")
    text = (tmp_path / "made" / "README.txt").read_text(encoding="utf-8")
    assert "@" not in text
    assert all(len(line) <= 80 for line in text.splitlines())
    malay, english = re.split(r"^ENGLISH$", text, flags=re.MULTILINE)
    assert "BAHASA MELAYU" in malay
    floor = ".".join(map(str, depends.floor(tree, "GLIBC")))
    for part in (malay, english):
        assert f"glibc {floor}" in part
        commands = re.findall(r"sudo apt-get install ((?:.*\\\n)*.*)", part)
        assert len(commands) == 1
        assert commands[0].replace("\\\n", " ").split() == depends.plain_names(tree)
        for word in (
            "./add-to-menu",
            "./remove-from-menu",
            "shared-mime-info",
            "THIRD-PARTY-NOTICES.txt",
        ):
            assert word in part


def test_a_long_command_stays_one_command() -> None:
    names = [f"package{number}" for number in range(40)]
    text = textwrap.dedent(tarball.apt_lines(names))
    echoed = subprocess.run(["sh", "-c", text.replace("sudo apt-get install", "echo")], capture_output=True, check=True)
    assert echoed.stdout.decode().split() == names


def test_the_menu_entry_starts_the_program_wherever_it_lies(tree: Path, tmp_path: Path) -> None:
    if not shutil.which("gio"):
        pytest.skip("gio is not installed")
    home, folder = put_in(tree, tmp_path)
    call(folder / "add-to-menu", home)
    entry = home / ".local/share/applications/dasarkita.desktop"
    assert "GenericName[ms]=" in entry.read_text(encoding="utf-8")
    subprocess.run(["gio", "launch", str(entry), "a policy.dasar"], env=environment(home), check=True)
    wait = subprocess.run(
        ["sh", "-c", 'for _ in $(seq 100); do test -s "$HOME/called" && exit 0; read -r _ < /dev/null; done; exit 1'],
        env=environment(home),
        check=False,
    )
    assert wait.returncode == 0
    assert (home / "called").read_text(encoding="utf-8").endswith("a policy.dasar")


def test_nothing_stays_in_the_menu(tree: Path, tmp_path: Path) -> None:
    home, folder = put_in(tree, tmp_path)
    (home / ".local/share/DasarKita").mkdir(parents=True)
    (home / ".local/share/DasarKita/copy.dasar").touch()
    assert call(folder / "add-to-menu", home) == "DasarKita is in the menu of your programs now.\n"
    assert [path for path in names(home) if "mime/packages/dasarkita.xml" in path]
    assert call(folder / "remove-from-menu", home) == "DasarKita is no longer in the menu of your programs.\n"
    assert [path for path in names(home) if "dasarkita" in path.lower()] == [".local/share/DasarKita/copy.dasar"]


def test_what_is_removed_no_longer_starts_with_the_computer(tree: Path, tmp_path: Path) -> None:
    home, folder = put_in(tree, tmp_path)
    entry = home / ".config/autostart/dasarkita.desktop"
    entry.parent.mkdir(parents=True)
    for program, stays in ((folder / "dasarkita", False), (Path("/usr/lib/dasarkita/dasarkita"), True)):
        entry.write_bytes(autostart.desktop_entry((str(program), autostart.BACKGROUND)))
        call(folder / "remove-from-menu", home)
        assert entry.exists() is stays


def test_the_scripts_speak_malay(tree: Path, tmp_path: Path) -> None:
    home, folder = put_in(tree, tmp_path)
    assert call(folder / "add-to-menu", home, LANG="ms_MY.UTF-8") == "DasarKita kini ada dalam menu program anda.\n"


def put_in(tree: Path, tmp_path: Path) -> tuple[Path, Path]:
    home = tmp_path / "home"
    folder = home / STRANGE
    home.mkdir()
    tarball.lay_out(tree, folder, "1.2.3")
    return home, folder


def environment(home: Path, **more: str) -> dict[str, str]:
    return {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "", "LANG": "C.UTF-8"} | more


def call(script: Path, home: Path, **more: str) -> str:
    done = subprocess.run([str(script)], env=environment(home, **more), check=True, capture_output=True, text=True)
    return done.stdout


def names(home: Path) -> list[str]:
    return [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file() and "mine" not in str(path)]
