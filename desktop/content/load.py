"""The library the program runs with: compiled in wheel and frozen program, TOML in a source tree."""

from functools import lru_cache
from pathlib import Path

import msgspec

from desktop import paths
from desktop.content.read import read_library
from desktop.core.library import Library


@lru_cache(maxsize=1)
def load_library() -> Library:
    """The shipped library; read once. Raises `ContentError`."""
    compiled = paths.compiled_library()
    if compiled.is_file():
        return msgspec.json.decode(compiled.read_bytes(), type=Library)
    return read_library(paths.content())


def compile_library(folder: Path, target: Path) -> None:
    """Write the content of a folder as the one file that wheel and frozen program carry. Raises `ContentError`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(msgspec.json.encode(read_library(folder)))
