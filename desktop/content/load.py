"""The library the program runs with: compiled in wheel and frozen program, TOML in a source tree."""

import hashlib
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import msgspec

from desktop import paths
from desktop.content.read import read_library
from desktop.core import library as core_library
from desktop.core import reference
from desktop.core.library import Library
from desktop.core.watch import kinds


@lru_cache(maxsize=1)
def load_library() -> Library:
    """The shipped library; read once. Raises `ContentError`."""
    compiled = paths.compiled_library()
    if compiled.is_file():
        return msgspec.json.decode(compiled.read_bytes(), type=Library)
    return from_source(paths.content(), paths.cache())


def from_source(folder: Path, cache: Path) -> Library:
    """The library of a folder of TOML. What was read is kept, and used until a file changes. Raises `ContentError`.

    Reading the TOML takes about 0.2 s, which an owner who runs the program from its source would feel at every start.
    """
    kept = cache / f"library-{_state(folder)}.json"
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode(kept.read_bytes(), type=Library)
    library = read_library(folder)
    with suppress(OSError):  # without a cache the program works all the same
        _keep(library, kept)
    return library


def compile_library(folder: Path, target: Path) -> None:
    """Write the content of a folder as the one file that wheel and frozen program carry. Raises `ContentError`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(msgspec.json.encode(read_library(folder)))


def _state(folder: Path) -> str:
    """What changes when any file of the content, or the code that reads it, changes: names, sizes and times."""
    shapes = (core_library, reference, kinds)
    code = (*Path(__file__).parent.glob("*.py"), *(Path(str(module.__file__)) for module in shapes))
    digest = hashlib.blake2s(str(folder).encode(), digest_size=10)
    for path in (*sorted(folder.rglob("*.toml")), *sorted(code)):
        status = path.stat()
        digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _keep(library: Library, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_suffix(f".{os.getpid()}.new")
    new.write_bytes(msgspec.json.encode(library))
    new.replace(target)
    for old in target.parent.glob("library-*.json"):
        if old != target:
            old.unlink()
