"""Tries a setup for Windows as a user would: installs an older version, upgrades it, runs it, opens a file, removes it.

    python packaging/windows/try_setup.py SETUP.exe     on Windows; the frozen program is expected in dist/DasarKita
        --tree FOLDER                                   or there

It installs for the user who runs it, and refuses where that user has DasarKita already. On Linux `wine_build.py`
calls it.
"""

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT), str(HERE.parent), str(HERE)]

import build_setup  # noqa: E402
from machines import InWine, Machine, OnWindows  # noqa: E402

from desktop import __version__  # noqa: E402

__all__ = ["InWine", "OnWindows", "Trial", "older_setup"]

OLDER = "0.0.1"
STALE = "stale.txt"
MALAY = "1086"
OPEN, NEWER_IS_THERE = 4, 5
"""Exit codes of the setup; see setup.nsi."""

FILE_TYPE = "DasarKita.BusinessFile.1"
CLASSES = r"HKCU\Software\Classes"
APPS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\DasarKita"
AUTOSTART = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
KEYS = (APPS, rf"{CLASSES}\{FILE_TYPE}", rf"{CLASSES}\.dasar", rf"{CLASSES}\Applications\dasarkita.exe")


class TrialError(Exception):
    """Something is not as it should be."""


@contextmanager
def older_setup(tree: Path) -> Generator[Path]:
    """A setup of a version before the first, with a file that newer ones no longer have."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "tree")
        shutil.copytree(tree, copy)
        (copy / "_internal" / STALE).write_text("of an older version", "utf-8")
        yield build_setup.build(copy, Path(folder), OLDER, quick=True)


class Trial:
    """One trial on one machine."""

    def __init__(self, machine: Machine, say: Callable[[str], None]) -> None:
        self._machine = machine
        self._say = say
        self._home = machine.local / "Programs" / "DasarKita"
        self._program = self._home / "dasarkita.exe"
        self._start_menu = machine.roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "DasarKita.lnk"
        self._own = machine.documents / "DasarKita"
        self._data = machine.local / "DasarKita"

    def run(self, setup: Path, older: Path) -> None:
        """All of it, in an order in which each step finds what it needs. Raises `TrialError`."""
        if self._home.exists() or self._data.exists() or self._machine.has_key(APPS):
            raise TrialError("This user has DasarKita already; the trial would remove it.")
        self._leaves_others_alone(older)
        self._install(older)
        self._speaks_malay()  # before there are settings, which say the same
        file, kept = self._use_it(self._walk_through())
        self._refused_while_open(setup, file)
        self._upgrade(setup, kept)
        self._refused_over_a_newer_one(older)
        self._ends(0, self._program, "self-test", seconds=300)
        self._walk_through()
        self._opened_by_association(file)
        self._remove(kept)

    def _leaves_others_alone(self, setup: Path) -> None:
        """Told to go where another program lies, it gets a folder of its own there, and takes only that away again."""
        with self._machine.folder() as folder:
            for name in ("_internal/theirs.txt", "uninstall.exe"):
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_text("of another program", "utf-8")
            theirs, ours = _tree(folder), folder / "DasarKita"
            self._ends(0, setup, "/S", f"/D={self._machine.path(folder)}")
            _expect((ours / self._program.name).is_file(), "it is installed in a folder of its own")
            self._ends(0, ours / "uninstall.exe", "/S")
            _await(lambda: not ours.exists() and not self._machine.has_key(APPS), "removed")
            _expect(_tree(folder) == theirs, f"the other program is as it was: {sorted(_tree(folder))}")
        self._say("left another program alone")

    def _install(self, setup: Path) -> None:
        self._ends(0, setup, "/S", "/LANG=ms")
        self._is_installed(OLDER)
        _expect((self._home / "_internal" / STALE).is_file(), "the older version is whole")
        self._say("installed in Malay")

    def _is_installed(self, version: str) -> None:
        """Files, shortcut and registry are as they should be."""
        here = {path.name for path in self._home.iterdir()}
        _expect(here == {*build_setup.KNOWN, "uninstall.exe"}, f"nothing else is installed: {sorted(here)}")
        _expect(self._start_menu.is_file(), "the start menu has the program")
        at_home = self._machine.path(self._home)
        for name, expected in {
            "DisplayName": "DasarKita",
            "DisplayVersion": version,
            "Publisher": "DasarKita",
            "DisplayIcon": rf"{at_home}\dasarkita.exe",
            "InstallLocation": at_home,
            "UninstallString": rf'"{at_home}\uninstall.exe"',
            "QuietUninstallString": rf'"{at_home}\uninstall.exe" /S',
            "SetupLanguage": MALAY,
            "NoModify": "0x1",
            "NoRepair": "0x1",
        }.items():
            self._is_set(APPS, name, expected)
        self._is_set(rf"{CLASSES}\.dasar", "", FILE_TYPE)
        self._is_set(rf"{CLASSES}\{FILE_TYPE}", "", "Dasar DasarKita")
        self._is_set(rf"{CLASSES}\{FILE_TYPE}\shell\open\command", "", rf'"{at_home}\dasarkita.exe" "%1"')
        icon, _, number = self._machine.value(rf"{CLASSES}\{FILE_TYPE}\DefaultIcon", "").rpartition(",")
        _expect((icon, number) == (rf'"{at_home}\_internal\dasar.ico"', "0"), f"files have their icon: {icon}")

    def _walk_through(self) -> bytes:
        """The installed program walks through itself: the business file it made."""
        with self._machine.folder() as folder:
            self._ends(0, self._program, "--smoke", self._machine.path(folder), seconds=300)
            report = json.loads((folder / "smoke.json").read_text("utf-8"))
            made = [path.read_bytes() for path in folder.rglob("*.dasar")]
        _expect(made, "the walk makes a business file")
        _expect(report["ok"] and report["frozen"] and not report["faults"], f"the walk is well: {report}")
        self._say(
            f"runs: {len(report['documents'])} documents, {report['platform']}, shown after {report['shown_s']} s"
        )
        return made[0]

    def _use_it(self, made: bytes) -> tuple[Path, dict[Path, str]]:
        """What a user has after a while: a business file, settings, a copy, the program starting with the computer."""
        file = self._own / "Kedai Roti.dasar"
        copy = self._data / "backups" / "Kedai Roti" / file.name
        settings = self._data / "settings.json"
        for path in (file, copy):
            path.parent.mkdir(parents=True)
            path.write_bytes(made)
        settings.write_text('{"language": "ms"}\n', "utf-8")
        command = f"{self._machine.path(self._program)} --in-background"
        self._ends(0, "reg", "add", AUTOSTART, "/v", "dasarkita", "/d", command, "/f")
        return file, {path: _digest(path) for path in (file, copy)}

    def _refused_while_open(self, setup: Path, file: Path) -> None:
        """While the program runs, neither setup nor uninstaller touches anything."""
        with self._open(
            file, lambda: self._machine.start([self._machine.path(self._program), self._machine.path(file)])
        ):
            before = _tree(self._home)
            self._ends(OPEN, setup, "/S")
            self._ends(OPEN, self._home / "uninstall.exe", "/S", f"_?={self._machine.path(self._home)}")
            _expect(_tree(self._home) == before, "nothing was touched")
            self._is_set(APPS, "DisplayVersion", OLDER)
        self._say("refused while the program runs")

    def _upgrade(self, setup: Path, kept: dict[Path, str]) -> None:
        self._ends(0, setup, "/S")
        self._is_installed(__version__)
        _expect(not (self._home / "_internal" / STALE).exists(), "nothing is left of the older version")
        _expect({path: _digest(path) for path in kept} == kept, "the user's files are as they were")
        self._say("upgraded, in the language of before")

    def _refused_over_a_newer_one(self, older: Path) -> None:
        before = _tree(self._home)
        self._ends(NEWER_IS_THERE, older, "/S")
        _expect(_tree(self._home) == before, "nothing was touched")
        self._say("refused over a newer version")

    def _opened_by_association(self, file: Path) -> None:
        """As by a double-click on a business file."""
        self._machine.merge_classes([rf"{CLASSES}\.dasar", rf"{CLASSES}\{FILE_TYPE}"])
        with self._open(file, lambda: self._machine.double_click(file)):
            self._say("opened a business file by itself")

    def _remove(self, kept: dict[Path, str]) -> None:
        """Everything of ours goes, everything of the user's stays."""
        self._ends(0, self._home / "uninstall.exe", "/S")
        _await(lambda: not self._home.exists() and not self._machine.has_key(APPS), "removed")  # it works on in a copy
        _await(lambda: not self._machine.has_key(rf"{CLASSES}\.dasar"), "the file type is removed")
        _expect(not self._start_menu.exists(), "the start menu no longer has the program")
        left = [key for key in KEYS if self._machine.has_key(key)]
        _expect(not left, f"nothing is left in the registry: {left}")
        _expect(not self._machine.value(AUTOSTART, "dasarkita"), "it no longer starts with the computer")
        _expect({path: _digest(path) for path in kept} == kept, "the user's files are as they were")
        ours = {path.name for path in self._data.iterdir()}
        _expect(ours == {"backups", "settings.json"}, f"copies and settings stay, and nothing else: {sorted(ours)}")
        self._say("removed; the user's files are as they were")

    @contextmanager
    def _open(self, file: Path, start: Callable[[], object]) -> Generator[None]:
        """The program with a file open in it; ended afterwards."""
        locked = file.with_name(f".{file.name}.lock")
        window = self._data / "running"
        locked.unlink(missing_ok=True)
        start()
        _await(lambda: locked.exists() and any(window.glob("*/window.lock")), f"{file.name} is open")
        # QLockFile writes down whose lock it is: the number of the process first
        process = next(window.glob("*/window.lock")).read_text("utf-8", "replace").split()[0]
        try:
            yield
        finally:
            self._ends(0, "taskkill", "/F", "/PID", process)
            _await(lambda: _writable(self._machine, self._program), "the program has ended")
            for left in (locked, *window.glob("*/window.lock")):
                left.unlink(missing_ok=True)

    def _speaks_malay(self) -> None:
        """The program begins in the language that was chosen in its setup, whatever that of Windows is."""
        _code, said = self._machine.run([self._machine.path(self._program), "--help"], 60)
        _expect(
            "penggunaan:" in said, f"the program speaks Malay after a setup in Malay, and does not say:\n{said[-3000:]}"
        )

    def _ends(self, expected: int, program: "Path | str", *words: str, seconds: float = 120) -> None:
        name = program if isinstance(program, str) else self._machine.path(program)
        code, said = self._machine.run([name, *words], seconds)
        _expect(
            code == expected,
            f"{Path(str(program)).name} {' '.join(words)} ends with {expected}, not {code}:\n{said[-3000:]}",
        )

    def _is_set(self, key: str, name: str, expected: str) -> None:
        found = self._machine.value(key, name)
        _expect(found == expected, f"{key} {name or '(standard)'} is {expected!r}, not {found!r}")


def _expect(right: object, what: str) -> None:
    if not right:
        raise TrialError(f"It should be so that {what}")


def _await(happened: Callable[[], bool], what: str, seconds: float = 60) -> None:
    end = monotonic() + seconds
    while not happened():
        if monotonic() > end:
            raise TrialError(f"After {seconds:.0f} s it is still not so that {what}")
        sleep(0.1)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): _digest(path) for path in folder.rglob("*") if path.is_file()}


def _writable(machine: Machine, path: Path) -> bool:
    """Whether no process runs a program any more: one that runs cannot be written to, not even nothing."""
    code, _ = machine.run(["cmd", "/c", "type", "nul", ">>", machine.path(path)], 60)
    return code == 0


def main() -> None:
    """Read the arguments and try the setup on this Windows."""
    if sys.platform != "win32":
        raise SystemExit("Here the setup is tried by wine: python packaging/windows/wine_build.py --only try")
    parser = argparse.ArgumentParser(description="Tries a setup of DasarKita on this Windows.")
    parser.add_argument("setup", type=Path)
    parser.add_argument("--tree", type=Path, default=ROOT / "dist" / "DasarKita")
    words = parser.parse_args()
    start = monotonic()
    with older_setup(words.tree) as older:
        Trial(OnWindows(), lambda line: print(f"[{monotonic() - start:5.0f} s] {line}", flush=True)).run(
            words.setup.resolve(), older
        )


if __name__ == "__main__":
    main()
