"""What every Linux package of the program holds: the built tree, ready to travel, and what a desktop is told."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(ROOT))

from notices import NOTICES  # noqa: E402

import desktop  # noqa: E402

APP = "dasarkita"
VERSION = desktop.__version__
METAINFO = "my.dasarkita.dasarkita.metainfo.xml"
"""A software centre wants an identifier of three parts."""


def made_at() -> int:
    """The time that goes into packages, in seconds of the epoch: that of the last commit, so that two runs agree.

    `SOURCE_DATE_EPOCH` beats it; where there is neither, it is when the list of changes was written.
    """
    if said := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(said)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return int((ROOT / "CHANGELOG.md").stat().st_mtime)


def pack_tree(tree: Path, target: Path) -> None:
    """Copy a built tree: plain rights, and no file that looks for libraries on the machine that built it.

    Raises `ValueError` where there is no built program with its notices, and `CalledProcessError` where patchelf fails.
    """
    if not (tree / APP).is_file():
        raise ValueError(f"{tree}: there is no program {APP!r} in it; is this the frozen tree?")
    if not (tree / NOTICES).is_file():
        raise ValueError(f"{tree}: the licences of others are missing; packaging/notices.py writes them")
    shutil.copytree(tree, target, symlinks=True)
    for path in sorted(target.rglob("*")):
        if path.is_symlink():
            if not path.exists():  # to a library of Qt that was left out
                path.unlink()
        elif path.is_dir():
            path.chmod(0o755)
        else:
            path.chmod(0o755 if path == target / APP else 0o644)
            if _is_elf(path):
                _forget_build_machine(path)
    target.chmod(0o755)


def own_paths(run_path: str) -> str:
    """What of a run path may travel: places beside the file itself, none of the machine that built it."""
    return ":".join(each for each in run_path.split(":") if each.startswith("$ORIGIN"))


def write_share(share: Path) -> None:
    """Write what a desktop is told where it looks below `share`: menu entry, file type, pictures, description."""
    from icons import DRAWING, LINUX_SIZES, png

    for name, folder in ((f"{APP}.desktop", "applications"), (f"{APP}.xml", "mime/packages")):
        _put(share / folder / name, (HERE / name).read_bytes())
    _put(share / "metainfo" / METAINFO, metainfo())
    pictures = share / "icons" / "hicolor"
    _put(pictures / "scalable" / "apps" / f"{APP}.svg", DRAWING.read_bytes())
    for size in LINUX_SIZES:
        _put(pictures / f"{size}x{size}" / "apps" / f"{APP}.png", png(size))


def metainfo() -> bytes:
    """What a software centre says of the program, with the version that is being packed."""
    root = ElementTree.fromstring((HERE / METAINFO).read_bytes())
    releases = root.find("releases")
    if releases is None:
        raise ValueError(f"{METAINFO}: <releases/> is missing")
    ElementTree.SubElement(
        releases, "release", version=VERSION, date=f"{datetime.fromtimestamp(made_at(), UTC):%Y-%m-%d}"
    )
    ElementTree.indent(root)
    return ElementTree.tostring(root, "utf-8", xml_declaration=True) + b"\n"


def changes(version: str) -> list[str]:
    """What the list of changes says of a version, an entry each; if it does not name it yet, of what is to come."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    parts = {title.split()[0]: body for title, body in re.findall(r"^## (.+)\n((?:(?!## ).*\n?)*)", text, re.MULTILINE)}
    body = parts.get(version) or parts["Unreleased"]
    return [" ".join(entry.split()) for entry in re.findall(r"^- (.+(?:\n {2}.+)*)", body, re.MULTILINE)]


def settle_times(folder: Path, when: int) -> None:
    """Give everything in a folder the same time."""
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (when, when), follow_symlinks=False)


@contextmanager
def step(name: str) -> Generator[None]:
    """Say how long something took, once it is done."""
    start = time.monotonic()
    yield
    print(f"{name}: {time.monotonic() - start:.1f} s", flush=True)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _forget_build_machine(path: Path) -> None:
    said = subprocess.run(["patchelf", "--print-rpath", str(path)], check=True, capture_output=True, text=True)
    before = said.stdout.strip()
    after = own_paths(before)
    if after != before:
        change = ["--set-rpath", after] if after else ["--remove-rpath"]
        subprocess.run(["patchelf", *change, str(path)], check=True)


def make(how: Callable[[Path, Path], Path], arguments: list[str], usage: str) -> int:
    """Make a package as the command line says, of a tree, into a folder. Returns the exit code."""
    if len(arguments) != 2:
        print(usage, file=sys.stderr)
        return 2
    try:
        made = how(Path(arguments[0]), Path(arguments[1]))
    except (OSError, ValueError, subprocess.CalledProcessError) as fault:
        print(f"nothing was made: {fault}", file=sys.stderr)
        return 1
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
    return 0
