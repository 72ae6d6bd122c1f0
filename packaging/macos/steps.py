"""Steps that say how long they took, and commands whose failure says why."""

import subprocess
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic


class StepError(Exception):
    """A step that did not do what it should, and why."""


@contextmanager
def step(name: str) -> Generator[None]:
    """Says the name of a step and how many seconds it took."""
    start = monotonic()
    print(f"    ...    {name}", flush=True)
    yield
    print(f"{monotonic() - start:7.1f} s  {name}", flush=True)


def run(command: Sequence[str | Path], *, seconds: float = 1800) -> str:
    """Run a command; returns what it said. Raises `StepError` with what it said where it fails or takes too long."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=seconds
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StepError(f"{words[0]}: {error}") from error
    if done.returncode:
        raise StepError(f"{' '.join(words)}\nended with {done.returncode}:\n{done.stdout}")
    return done.stdout
