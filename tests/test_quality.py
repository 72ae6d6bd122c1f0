"""The checks of the code itself: lint, layout, types."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("check", ["ruff check", "ruff format --check", "pyright --pythonpath"])
def test_the_code_is_clean(check: str) -> None:
    command = [sys.executable, "-m", *check.split()]
    if check.endswith("--pythonpath"):
        # else pyright looks for the libraries in the first Python on the path
        command.append(sys.executable)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
