"""Builds the program and its setup for Windows on Linux, by wine, and tries them: installs, runs, upgrades, removes.

    python packaging/windows/wine_build.py              everything; dist/DasarKita-VERSION-windows-x64-setup.exe
        --only build|setup|try    one step, with what the steps before it have left
        --out FOLDER              where the setup goes, instead of dist/
        --work FOLDER             where the rest goes, instead of the cache folder of this computer's user

The setup is for trying: a release is built on Windows, by the same build.spec and setup.nsi.
"""

import argparse
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import NoReturn

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT), str(HERE.parent), str(HERE)]

import build_setup  # noqa: E402
import built_tree  # noqa: E402
import platformdirs  # noqa: E402
import try_setup  # noqa: E402
import windows_python  # noqa: E402
from wine import Wine  # noqa: E402

from desktop import __version__  # noqa: E402

STEPS = ("build", "setup", "try")
MOST_MB = {"setup": 25, "installed": 75}
"""How large the setup and the installed program may be, in millions of bytes."""


class Work:
    """The folders of a run, and its steps."""

    def __init__(self, folder: Path, out: Path) -> None:
        self.folder = folder
        self.out = out
        self.tree = folder / "dist" / "DasarKita"
        self._start = monotonic()

    def say(self, line: str) -> None:
        """Print a line with the seconds since the start."""
        print(f"[{monotonic() - self._start:5.0f} s] {line}", flush=True)

    def build(self) -> None:
        """Freeze the program, and look into what was made."""
        python = windows_python.python(self.folder)
        self.say("Python for Windows and the libraries are there")
        with Wine(self._prefix()) as wine:
            self.say("wine is there")
            shutil.rmtree(self.tree, ignore_errors=True)
            freezer = [wine.path(python / "python.exe"), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
            places = ["--distpath", wine.path(self.tree.parent), "--workpath", wine.path(self.folder / "build")]
            wine.check([*freezer, *places, wine.path(ROOT / "build.spec")], seconds=600)
            self.say("the program is frozen")
            wine.check([wine.path(python / "python.exe"), wine.path(HERE / "dlls.py"), wine.path(self.tree)])
        if faults := built_tree.faults(self.tree):
            raise SystemExit("\n".join(faults))
        self._measure("installed", sum(path.stat().st_size for path in self.tree.rglob("*") if path.is_file()))

    def setup(self) -> None:
        """Make the setup."""
        setup = build_setup.build(self.tree, self.out)
        self._measure("setup", setup.stat().st_size)

    def try_it(self) -> None:
        """Install, run, upgrade and remove the setup."""
        setup = self.out / f"DasarKita-{__version__}-windows-x64-setup.exe"
        with try_setup.older_setup(self.tree) as older, Wine(self._prefix()) as wine:
            self.say("an older setup and wine are there")
            try_setup.Trial(try_setup.InWine(wine), self.say).run(setup, older)

    def _prefix(self) -> Path:
        """A folder no other run has."""
        return Path(tempfile.mkdtemp(prefix="wine-", dir=self.folder))

    def _measure(self, what: str, size: int) -> None:
        most = MOST_MB[what]
        self.say(f"{what}: {size / 1e6:.1f} MB of at most {most}")
        if size > most * 1e6:
            raise SystemExit(f"{what}: larger than {most} MB")


def _end(*_: object) -> NoReturn:
    sys.exit("stopped")


def main() -> None:
    """Read the arguments and take the steps."""
    parser = argparse.ArgumentParser(description="Builds the setup for Windows by wine, and tries it.")
    parser.add_argument("--only", choices=STEPS)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    cache = platformdirs.user_cache_path("dasarkita-windows-build", appauthor=False)
    parser.add_argument("--work", type=Path, default=cache)
    words = parser.parse_args()
    signal.signal(signal.SIGTERM, _end)  # so that wine is put away then too
    words.work.mkdir(parents=True, exist_ok=True)
    work = Work(words.work.resolve(), words.out.resolve())
    steps: dict[str, Callable[[], None]] = {"build": work.build, "setup": work.setup, "try": work.try_it}
    for name in [words.only] if words.only else STEPS:
        steps[name]()
    work.say("done")


if __name__ == "__main__":
    main()
