"""Installs the .deb and unpacks the .tar.xz in clean Debian systems without Python, and uses the program like an owner.

    python packaging/linux/try_deb.py DEB [--tarball FILE] [--release bookworm]... [--old OLDER.deb]
                                      [--out FOLDER] [--cache FOLDER] [--mirror ADDRESS]

Only root may: chroots made by debootstrap (kept as archives in the cache), an ordinary user in them, the windows on a
virtual screen of this machine. Pictures of every step lie in the output folder. Ends with 1 at the first step that
fails, and names it. Without --tarball the archive of the same version beside the .deb is tried,
without --old a package of an older version made from this one.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from linux import chroots, screen
from linux.trial import LEFT_BY_OLD, StepError, Steps, Trial, try_archive, try_package

BUILD = Path(__file__).resolve().parent.parent.parent / "build"
RELEASES = ("bookworm", "trixie")
OLDER = "0.0.1"
_BYTES = 1_000_000
_MOST = {"download": 35, "installed": 120}
"""What the program may take, in MB."""


def main() -> int:
    """Try what the command line names. Returns the exit code."""
    wish = _wish()
    if os.geteuid() != 0:
        return _refuse("Only root may set up clean systems.")
    tools = chroots.TOOLS | screen.TOOLS | {"dpkg-deb": "dpkg"}
    if missing := sorted({package for tool, package in tools.items() if not shutil.which(tool)}):
        return _refuse(f"This machine lacks: apt-get install -y --no-install-recommends {' '.join(missing)}")
    chroots.go_apart()
    start = time.monotonic()
    lines: list[str] = []
    try:
        _try_all(wish, lines)
    except StepError as fault:
        print(f"\nFAILED  {fault}\npictures: {wish.out}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    summary = "\n".join([*lines, f"{time.monotonic() - start:7.1f} s  all", f"pictures: {wish.out}"])
    (wish.out / "summary.txt").write_text(f"{summary}\n", encoding="utf-8")
    print(f"\n{summary}")
    return 0


def _try_all(wish: argparse.Namespace, lines: list[str]) -> None:
    """Raises `StepError`."""
    chroots.sweep(wish.cache, wish.release)
    with tempfile.TemporaryDirectory(prefix="older-") as folder:
        step = Steps("package")
        step("sizes", lambda: _sizes(wish.deb))
        old = wish.old or Path(folder) / f"dasarkita_{OLDER}_amd64.deb"
        if wish.old is None:
            step("make an older version", lambda: _make_older(wish.deb, old))
        lines += step.lines
        for release in wish.release:
            for kind in ("deb", *(["tar.xz"] if wish.tarball else [])):
                step = Steps(f"{release} {kind}")
                try:
                    _try_one(wish, release, kind, old, step)
                finally:
                    lines += step.lines


def _try_one(wish: argparse.Namespace, release: str, kind: str, old: Path, step: Steps) -> None:
    out = wish.out / f"{release}-{kind}"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    start = time.monotonic()
    try:
        with chroots.clean_system(release, wish.cache, wish.mirror) as system, screen.screen(out) as shown:
            step(f"clean system set up in {time.monotonic() - start:.1f} s", lambda: None)
            trial = Trial(system, shown, out, step)
            if kind == "deb":
                try_package(trial, wish.deb, old)
            else:
                try_archive(trial, wish.tarball)
    except subprocess.CalledProcessError as fault:
        raise StepError(f"{step.place}: setting up: {fault.cmd}: {fault.stdout}\n{fault.stderr}") from fault


def _sizes(package: Path) -> str:
    """What is downloaded and what is installed, within what was promised."""
    command = ["dpkg-deb", "--field", str(package), "Installed-Size"]
    installed = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) * 1024 / _BYTES
    download = package.stat().st_size / _BYTES
    if download > _MOST["download"] or installed > _MOST["installed"]:
        raise AssertionError(f"{download:.1f} MB to download, {installed:.1f} MB installed; at most {_MOST}")
    return f"{download:.1f} MB to download, {installed:.1f} MB installed"


def _make_older(package: Path, target: Path) -> None:
    """A package that says it is older, with a file more."""
    root = target.parent / "root"
    subprocess.run(["dpkg-deb", "--raw-extract", str(package), str(root)], check=True)
    control = root / "DEBIAN" / "control"
    lines = control.read_text(encoding="utf-8").splitlines(keepends=True)
    control.write_text(
        "".join(f"Version: {OLDER}\n" if line.startswith("Version:") else line for line in lines), encoding="utf-8"
    )
    (root / LEFT_BY_OLD.lstrip("/")).write_text("older\n", encoding="utf-8")
    command = ["dpkg-deb", "-Zgzip", "-z1", "--root-owner-group", "--build", str(root), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(root)


def _wish() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("deb", type=_file)
    parser.add_argument("--tarball", type=_file)
    parser.add_argument("--old", type=_file)
    parser.add_argument("--release", action="append")
    parser.add_argument("--out", type=Path, default=BUILD / "try-deb")
    parser.add_argument("--cache", type=Path, default=BUILD / "chroots")
    parser.add_argument("--mirror", default=chroots.usual_mirror())
    wish = parser.parse_args()
    wish.release = wish.release or list(RELEASES)
    if wish.tarball is None:
        version = wish.deb.name.split("_")[1]
        beside = wish.deb.with_name(f"DasarKita-{version}-linux-x64.tar.xz")
        wish.tarball = beside if beside.is_file() else None
    return wish


def _file(name: str) -> Path:
    path = Path(name).resolve()
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"there is no file {name}")
    return path


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
