"""Fetches the source code of the libraries under the LGPL, as packaging/sources.toml lists it.

    python .github/scripts/fetch_sources.py FOLDER

It lies beside the installers then: whoever gets the program there gets its sources there too. What has another sum than
its publisher states is not taken.
"""

import hashlib
import re
import sys
import tomllib
import urllib.request
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent.parent / "packaging" / "sources.toml"
_PATIENCE = 120
"""How long a server may be silent, in seconds."""


def listed(file: Path = SOURCES) -> list[dict[str, str]]:
    """What is to be fetched."""
    return tomllib.loads(file.read_text(encoding="utf-8"))["source"]


def file_name(source: dict[str, str]) -> str:
    """What an archive is called in the folder."""
    return source.get("file") or source["address"].rsplit("/", 1)[-1]


def stated_sum(source: dict[str, str]) -> str:
    """The SHA256 sum an archive must have, in small letters; empty where none is stated. Raises `ValueError`."""
    if known := source.get("sha256"):
        return known.lower()
    if not (address := source.get("sha256_at")):
        return ""
    with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
        said = answer.read(65536).decode("utf-8", "replace")
    # a sum alone, or as `sha256sum` writes it, for one file or for many
    archive = source["address"].rsplit("/", 1)[-1]
    for line in said.splitlines():
        found = re.match(r"([0-9a-fA-F]{64})(?:\s+\*?(\S+))?\s*$", line)
        if found and (found[2] is None or found[2].rsplit("/", 1)[-1] == archive):
            return found[1].lower()
    raise ValueError(f"{address}: states no sum for {file_name(source)}")


def fetch(source: dict[str, str], folder: Path) -> str:
    """Fetch an archive; returns its sum. Raises `ValueError` and `OSError`."""
    expected, counted = stated_sum(source), hashlib.sha256()
    target = folder / file_name(source)
    half = target.with_name(f"half-{target.name}")
    try:
        with urllib.request.urlopen(source["address"], timeout=_PATIENCE) as answer, half.open("wb") as file:
            while part := answer.read(1 << 20):
                counted.update(part)
                file.write(part)
        if expected and counted.hexdigest() != expected:
            raise ValueError(f"{source['address']}: its sum is {counted.hexdigest()}, its publisher states {expected}")
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    return counted.hexdigest()


def main(arguments: list[str]) -> int:
    """Fetch all that is listed. Returns the exit code."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)  # noqa: T201
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for source in listed():
        try:
            total = fetch(source, folder)
        except (OSError, ValueError) as fault:
            print(f"{source['name']}: {fault}", file=sys.stderr)  # noqa: T201
            return 1
        print(f"{total}  {file_name(source)}", flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
