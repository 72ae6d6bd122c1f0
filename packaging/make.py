"""Builds the installers this machine can build, and tries them: one command for all.

    python3 packaging/make.py            everything that can be had here
    python3 packaging/make.py linux      only one of them: linux, windows, mac
    python3 packaging/make.py --no-try   build only

On Linux the setup for Windows is built and tried as well where wine is there. What is made lies in `dist/`. Only the
standard library is used here; what the steps need, `run.py` installs in `.venv`, and it is said what the system lacks.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
TREE = DIST / "DasarKita"
PYTHON = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

DEBIAN = {
    "dpkg-deb": "dpkg",
    "patchelf": "patchelf",
    "xz": "xz-utils",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "lintian": "lintian",
}
TRYING_DEBIAN = {
    "debootstrap": "debootstrap",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "import": "imagemagick",
}
WINE = {
    "wine": "wine wine64 libwine",
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
}
"""Commands the steps call, and the Debian packages they are in."""


class MakeError(Exception):
    """A step that failed, as a line to print."""


@dataclass
class Report:
    """What was done, for the lines at the end."""

    done: list[str] = field(default_factory=list[str])
    left_out: list[str] = field(default_factory=list[str])

    def step(self, what: str, command: list[str | Path]) -> None:
        """Run a step and note how long it took. Raises `MakeError`."""
        print(f"\n== {what}", flush=True)
        start = monotonic()
        code = subprocess.run([str(word) for word in command], cwd=ROOT, check=False).returncode
        if code:
            raise MakeError(f"{what}: failed with exit code {code}")
        self.done.append(f"{monotonic() - start:7.1f} s  {what}")

    def lacks(self, what: str, commands: dict[str, str]) -> bool:
        """Whether the system lacks a command; noted, with what to install."""
        missing = [package for command, package in commands.items() if not shutil.which(command)]
        if missing:
            self.left_out.append(f"{what}: first apt-get install -y --no-install-recommends {' '.join(missing)}")
        return bool(missing)


def freeze(report: Report) -> None:
    """The stand-alone program, which then tests itself."""
    report.step("freeze the program", [sys.executable, "run.py", "--freeze"])
    program = DIST / "DasarKita.app/Contents/MacOS/dasarkita" if sys.platform == "darwin" else TREE / "dasarkita"
    report.step("the frozen program tests itself", [program, "self-test"])


def make_linux(report: Report, *, tries: bool) -> None:
    """The .deb and the .tar.xz, installed and driven in clean systems."""
    if report.lacks("Debian package and archive", DEBIAN):
        return
    freeze(report)
    report.step("Debian package", [PYTHON, "packaging/linux/deb.py", TREE, DIST])
    report.step("archive to unpack", [PYTHON, "packaging/linux/tarball.py", TREE, DIST])
    if not tries or report.lacks("trying the Debian package", TRYING_DEBIAN):
        return
    if os.geteuid() != 0:
        report.left_out.append("trying the Debian package: only root may set up clean systems")
        return
    report.step("install, drive and remove", [PYTHON, "packaging/linux/try_deb.py", newest("*.deb")])


def make_windows(report: Report, *, tries: bool) -> None:
    """The setup, installed, tried and removed; on Linux in wine."""
    if os.name == "nt":
        freeze(report)
        report.step("setup", [PYTHON, "packaging/windows/build_setup.py", TREE, DIST])
        if tries:
            report.step("install, try and remove", [PYTHON, "packaging/windows/try_setup.py", newest("*-setup.exe")])
    elif not report.lacks("Windows setup", WINE):
        report.step("Windows setup, by wine", [PYTHON, "packaging/windows/wine_build.py"])


def make_mac(report: Report, *, tries: bool) -> None:
    """The disk image; only a Mac can make it."""
    if sys.platform != "darwin":
        report.left_out.append("image for the Mac: only a Mac can make it")
        return
    freeze(report)
    report.step("image for the Mac", [PYTHON, "packaging/macos/make_dmg.py", *([] if tries else ["--no-try"])])


def newest(pattern: str) -> Path:
    """The newest file of its kind that was made. Raises `MakeError`."""
    found = sorted(DIST.glob(pattern), key=lambda path: path.stat().st_mtime)
    if not found:
        raise MakeError(f"{DIST}: there is no {pattern}")
    return found[-1]


SYSTEMS: dict[str, Callable[..., None]] = {"linux": make_linux, "windows": make_windows, "mac": make_mac}


def main() -> int:
    """Build what is asked for. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("systems", nargs="*", choices=[*SYSTEMS, []], help="which installers; all by default")
    parser.add_argument("--no-try", action="store_true", help="build only")
    wish = parser.parse_args()
    report = Report()
    code = 0
    try:
        for system in wish.systems or SYSTEMS:
            SYSTEMS[system](report, tries=not wish.no_try)
    except MakeError as fault:
        print(f"\n{fault}", file=sys.stderr)
        code = 1
    print("\n" + "\n".join(report.done + [f"left out    {line}" for line in report.left_out]))
    return code


if __name__ == "__main__":
    sys.exit(main())
