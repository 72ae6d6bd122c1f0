"""Makes the package for Debian, Ubuntu and Mint from a built tree.

    python packaging/linux/deb.py TREE OUTFOLDER

TREE is what `run.py --freeze` leaves in dist/DasarKita. Needs dpkg-deb and patchelf. Everything in the package bears
the time of the last commit, so that the same tree makes the same package.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from linux import layout
from linux.copyright import NOTICES, copyright_file
from linux.depends import SUGGESTED, depends, recommends
from linux.layout import APP, HERE, VERSION, step
from linux.squeeze import squeeze_deb

MAINTAINER = "DasarKita <dasarkita@packages.invalid>"
"""Debian asks for an address. The project has none that is read, and the ending says so."""

_SUMMARY = "write a firm's social media policy, in Malay and in English"
_ABOUT = (
    "DasarKita asks the owner of a small firm in Malaysia plain questions and writes its social media policy from the "
    "answers, as a Word document in Malay, in English, or in both side by side. From the same answers come papers to "
    "train staff, and a plan, a log and reminders to keep watch.",
    "It works without the internet and sends nothing anywhere. It is not legal advice.",
    "DasarKita mengemukakan soalan yang mudah kepada pemilik perniagaan kecil di Malaysia dan menyediakan dasar media "
    "sosial daripada jawapannya, sebagai dokumen Word dalam bahasa Melayu, bahasa Inggeris atau kedua-duanya "
    "bersebelahan. Jawapan yang sama menghasilkan bahan latihan pekerja, serta rancangan, log dan peringatan untuk "
    "memantau.",
    "Program ini berfungsi tanpa Internet dan tidak menghantar apa-apa ke mana-mana. DasarKita tidak memberikan "
    "nasihat undang-undang.",
)


def make_deb(tree: Path, out: Path, version: str = VERSION) -> Path:
    """Pack a built tree; returns the package. Raises `ValueError` and `CalledProcessError`."""
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{APP}_{version}_amd64.deb"
    with tempfile.TemporaryDirectory(prefix="dasarkita-deb-") as folder:
        root = Path(folder) / "root"
        with step("files"):
            lay_out(tree, root, version)
        plain, half = Path(folder) / "plain.deb", target.with_suffix(".new")
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(layout.made_at())}
        command = ["dpkg-deb", "-Znone", "--root-owner-group", "--build", str(root), str(plain)]
        try:
            with step("dpkg-deb"):
                subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
            with step("xz"):
                squeeze_deb(plain, half)
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)
    return target


def lay_out(tree: Path, root: Path, version: str) -> None:
    """Write everything as it will lie on the system, and what dpkg is told."""
    (root / "DEBIAN").mkdir(parents=True, mode=0o755)
    program = root / "usr" / "lib" / APP
    program.parent.mkdir(parents=True)
    layout.pack_tree(tree, program)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / APP).symlink_to(f"../lib/{APP}/{APP}")
    share = root / "usr" / "share"
    layout.write_share(share)
    about = share / "doc" / APP
    about.mkdir(parents=True)
    (about / "copyright").write_text(copyright_file(program, f"usr/lib/{APP}"), encoding="utf-8")
    (about / NOTICES).symlink_to(f"../../../lib/{APP}/{NOTICES}")
    _gzip(about / "changelog.gz", debian_changes(version))
    for name, folder in ((f"{APP}.1", "man/man1"), (f"{APP}.ms.1", "man/ms/man1")):
        page = (HERE / name).read_text(encoding="utf-8").replace("@VERSION@", version)
        (share / folder).mkdir(parents=True)
        _gzip(share / folder / f"{APP}.1.gz", page)
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(HERE / "lintian-overrides", overrides / APP)
    layout.settle_times(root / "usr", layout.made_at())
    (root / "DEBIAN" / "control").write_text(
        control(version, depends(tree), recommends(tree), installed_size(root / "usr")), encoding="utf-8"
    )
    (root / "DEBIAN" / "md5sums").write_text(_sums(root), encoding="utf-8")
    for path in root.rglob("*"):
        if not path.is_symlink() and program not in path.parents:
            path.chmod(0o755 if path.is_dir() else 0o644)


def control(version: str, needs: list[str], better_with: list[str], size: int) -> str:
    """What dpkg is told of the package; `size` in KiB."""
    paragraphs = "\n .\n".join(
        textwrap.fill(text, 78, initial_indent=" ", subsequent_indent=" ", break_on_hyphens=False) for text in _ABOUT
    )
    return (
        f"Package: {APP}\n"
        f"Version: {version}\n"
        "Architecture: amd64\n"
        f"Maintainer: {MAINTAINER}\n"
        f"Installed-Size: {size}\n"
        f"Depends: {', '.join(needs)}\n"
        f"Recommends: {', '.join(better_with)}\n"
        f"Suggests: {', '.join(SUGGESTED)}\n"
        "Section: text\n"
        "Priority: optional\n"
        f"Description: {_SUMMARY}\n"
        f"{paragraphs}\n"
    )


def debian_changes(version: str) -> str:
    """The list of changes of this version as Debian writes them."""
    entries = "\n".join(
        textwrap.fill(text, 79, initial_indent="  * ", subsequent_indent="    ") for text in layout.changes(version)
    )
    when = datetime.fromtimestamp(layout.made_at(), UTC)
    return (
        f"{APP} ({version}) stable; urgency=low\n\n{entries}\n\n -- {MAINTAINER}  {when:%a, %d %b %Y %H:%M:%S} +0000\n"
    )


def installed_size(usr: Path) -> int:
    """What dpkg reckons the package takes on the disk, in KiB: each file rounded up, one for all that is none."""
    sizes = (path.lstat().st_size if path.is_file() and not path.is_symlink() else 1024 for path in usr.rglob("*"))
    return sum(-(-size // 1024) for size in sizes)


def _sums(root: Path) -> str:
    import hashlib

    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    lines = (
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
    )
    return "".join(lines)


def _gzip(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    sys.exit(layout.make(make_deb, sys.argv[1:], __doc__ or ""))
