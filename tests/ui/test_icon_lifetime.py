"""Icons outlive the windows they were in, however those go."""

import subprocess
import sys

COLLECTED = """
import gc

from PySide6.QtWidgets import QApplication

from desktop.ui import theme

app = QApplication([])
gc.disable()
for _round in range(20):
    held = [theme.icon("error", "error")]
    held.append(held)
    del held
assert gc.collect() >= 20
"""


def test_an_icon_that_python_collects_does_not_end_the_program():
    done = subprocess.run([sys.executable, "-c", COLLECTED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
