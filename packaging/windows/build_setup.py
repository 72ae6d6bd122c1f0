"""Makes the setup for Windows from a frozen program; on Windows, or anywhere else NSIS runs.

python packaging/windows/build_setup.py TREE OUT            dist/DasarKita dist
    --version 0.0.1    another version than the program's, and
    --quick            compressed in a moment, for tests
    --sign COMMAND     signs program, uninstaller and setup: the command is called with the file as its last word, as in
                       --sign "signtool sign /a /fd sha256 /tr URL /td sha256"
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE.parent), str(HERE)]

import pictures  # noqa: E402
from version_resource import numbers  # noqa: E402

from desktop import __version__  # noqa: E402

KNOWN = {"_internal", "dasarkita.exe", "THIRD-PARTY-NOTICES.txt"}
"""What lies at the top of a built program: the setup changes versions, and removes them, one by one of these."""

USUAL_PLACE = Path("C:/Program Files (x86)/NSIS/makensis.exe")


def build(tree: Path, out: Path, version: str = __version__, *, quick: bool = False, sign: str = "") -> Path:
    """Make the setup of a built program: where it is. Raises `SystemExit`."""
    if not (tree / "dasarkita.exe").is_file():
        raise SystemExit(f"{tree} holds no program for Windows")
    if strangers := {path.name for path in tree.iterdir()} - KNOWN:
        raise SystemExit(f"changing.nsh and uninstaller.nsh do not know of {', '.join(sorted(strangers))}")
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"DasarKita-{version}-windows-x64-setup.exe"
    if sign:
        subprocess.run(f'{sign} "{tree / "dasarkita.exe"}"', shell=True, check=True)
    with tempfile.TemporaryDirectory() as made:
        pictures.make(Path(made))
        values = {
            "VERSION": version,
            "NUMBERS": ".".join(map(str, numbers(version))),
            "KILOBYTES": str(sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024),
            "TREE": str(tree.resolve()),
            "PICTURES": made,
            "OUT": str(target.resolve()),
            **({"SIGN": sign} if sign else {}),
        }
        words = [*(f"-D{name}={value}" for name, value in values.items()), *(["-DQUICK"] if quick else [])]
        done = subprocess.run(
            [makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(HERE / "setup.nsi")],
            check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
    if done.returncode:
        target.unlink(missing_ok=True)
        raise SystemExit(f"makensis ended with {done.returncode}:\n{done.stdout.decode('utf-8', 'replace')}")
    return target


def makensis() -> str:
    """The compiler of NSIS."""
    found = shutil.which("makensis") or (str(USUAL_PLACE) if USUAL_PLACE.is_file() else "")
    if not found:
        raise SystemExit("Not found: makensis. packaging/README.md says what to install.")
    return found


def main() -> None:
    """Read the arguments and make the setup."""
    parser = argparse.ArgumentParser(description="Makes the setup for Windows from a frozen program.")
    parser.add_argument("tree", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", default=__version__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--sign", default="", metavar="COMMAND")
    words = parser.parse_args()
    target = build(words.tree, words.out, words.version, quick=words.quick, sign=words.sign)
    print(f"{target}  {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
