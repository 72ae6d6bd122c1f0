"""The Python half of Qt for Python, compiled when the program is built instead of at each of its starts.

It comes as a zipped source inside of a library, and is unpacked and compiled whenever a program starts: 14 ms. Where
a folder `files.dir` lies beside the library, Qt for Python takes it from there (its own `SBK_EMBED=0` makes one).
The part that writes stubs for programmers' editors stays empty: nothing runs it, and it takes another 14 ms.
"""

import importlib.util
import marshal
import sys
from pathlib import Path
from zipfile import ZipFile

FOLDER = "shiboken6/files.dir"
"""Where it has to lie in the program."""

_EMPTY = "shibokensupport/signature/lib/pyi_generator.py"


def write(folder: Path) -> None:
    """Write the compiled modules into a folder, which is to become `FOLDER`."""
    import shiboken6  # noqa: F401 - brings them along  # pyright: ignore[reportUnusedImport]

    archive: ZipFile = getattr(sys.modules["shibokensupport"].__loader__, "zfile")  # noqa: B009 - no type says it has one
    names = archive.namelist()
    if _EMPTY not in names:
        raise LookupError(f"{_EMPTY}: no longer a part of Qt for Python; look anew at what its start needs")
    for name in names:
        if name.endswith(".py"):
            source = b"" if name == _EMPTY else archive.read(name)
            target = folder / f"{name}c"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_compiled(source, name))


def _compiled(source: bytes, name: str) -> bytes:
    """The module as Python keeps it, named by its source (PEP 552), which is not looked at when it is imported."""
    unchecked = (1).to_bytes(4, "little")
    code = marshal.dumps(compile(source, name, "exec", dont_inherit=True, optimize=2))
    return importlib.util.MAGIC_NUMBER + unchecked + importlib.util.source_hash(source) + code
