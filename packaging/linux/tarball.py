"""Makes the .tar.xz to unpack and run, for Linux systems that know no .deb and users who may not install.

    python packaging/linux/tarball.py TREE OUTFOLDER

TREE is what `run.py --freeze` leaves in dist/DasarKita. Needs patchelf. The same tree makes the same file: entries are
sorted, belong to nobody and bear the time of the last commit.
"""

import lzma
import shutil
import sys
import tarfile
import tempfile
import textwrap
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from linux import layout, squeeze
from linux.depends import floor, plain_names
from linux.layout import HERE, VERSION, step

SCRIPTS = ("add-to-menu", "remove-from-menu")


def make_tarball(tree: Path, out: Path, version: str = VERSION) -> Path:
    """Pack a built tree; returns the file. Raises `ValueError` and `CalledProcessError`."""
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"DasarKita-{version}-linux-x64.tar.xz"
    with tempfile.TemporaryDirectory(prefix="dasarkita-tar-") as folder:
        root = Path(folder) / f"DasarKita-{version}"
        with step("files"):
            lay_out(tree, root, version)
        half = target.with_suffix(".new")
        try:
            with step("xz"):
                pack(root, half, layout.made_at())
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)
    return target


def lay_out(tree: Path, root: Path, version: str) -> None:
    """Write the folder as the user will find it."""
    layout.pack_tree(tree, root)
    layout.write_share(root / "share")
    for name in SCRIPTS:
        shutil.copyfile(HERE / name, root / name)
        (root / name).chmod(0o755)
    text = (HERE / "README.txt").read_text(encoding="utf-8")
    newest_libc = ".".join(str(part) for part in floor(tree, "GLIBC"))
    places = {"@VERSION@": version, "@GLIBC@": newest_libc, "@APT@": apt_lines(plain_names(tree))}
    for place, words in places.items():
        text = text.replace(place, words)
    (root / "README.txt").write_text(text, encoding="utf-8")
    (root / "README.txt").chmod(0o644)


def apt_lines(packages: list[str]) -> str:
    """One command over several lines, so that it fits a terminal."""
    words = " ".join(["sudo apt-get install", *packages])
    lines = textwrap.wrap(words, 70, break_on_hyphens=False, break_long_words=False)
    return " \\\n".join(f"   {line}" for line in lines)


def pack(root: Path, target: Path, when: int) -> None:
    """Write a folder as .tar.xz, as small as it gets."""
    with (
        lzma.open(target, "wb", check=squeeze.CHECK, filters=squeeze.FILTERS) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in (root, *sorted(root.rglob("*"))):
            entry = archive.gettarinfo(path, path.relative_to(root.parent).as_posix())
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = when
            if entry.islnk():  # the same file twice in the tree: write it twice
                entry.type, entry.linkname, entry.size = tarfile.REGTYPE, "", path.stat().st_size
            if entry.isreg():
                with path.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                archive.addfile(entry)


if __name__ == "__main__":
    sys.exit(layout.make(make_tarball, sys.argv[1:], __doc__ or ""))
