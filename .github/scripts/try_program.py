"""Lets a frozen program test itself and show its window, and looks at what it says of it.

    python .github/scripts/try_program.py PROGRAM

Only the standard library, so that any Python may do it.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic

_PATIENCE = 300
"""How long a run may take, in seconds."""


def faults(told: dict[str, object]) -> list[str]:
    """What a program says of its smoke run that it should not, a line each."""
    expected = {"ok": True, "faults": [], "frozen": True, "languages": ["en", "ms"]}
    wrong = [f"{key} is {told.get(key)!r}" for key, value in expected.items() if told.get(key) != value]
    wrong += [f"there are no {key}" for key in ("documents", "pictures") if not told.get(key)]
    return wrong


def run(command: list[str]) -> None:
    """Run a command, say how long it took, and end where it fails."""
    start = monotonic()
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=_PATIENCE)
    print(f"{monotonic() - start:7.1f} s  {' '.join(command)}", flush=True)  # noqa: T201
    if done.returncode:
        raise SystemExit(f"ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")


def main(arguments: list[str]) -> None:
    """Try the program the command line names."""
    if len(arguments) != 1:
        raise SystemExit(__doc__)
    program = str(Path(arguments[0]).resolve())
    run([program, "self-test"])
    with tempfile.TemporaryDirectory() as folder:
        run([program, "--smoke", folder])
        told = json.loads((Path(folder) / "smoke.json").read_text(encoding="utf-8"))
    print(json.dumps(told, indent=2))  # noqa: T201
    if wrong := faults(told):
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
