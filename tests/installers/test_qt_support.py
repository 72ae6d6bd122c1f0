"""What the frozen program has of Qt for Python compiled beforehand is what Qt for Python would have compiled itself."""

import os
import shutil
import subprocess
import sys
from importlib.machinery import SourcelessFileLoader
from pathlib import Path

import qt_support
import shiboken6

WHERE = "import shiboken6, sys; print(sys.modules['shibokensupport.signature.parser'].__file__)"


def test_every_part_is_there_and_can_be_read(tmp_path):
    qt_support.write(tmp_path)
    parts = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.pyc")}
    assert {"signature_bootstrap.pyc", "shibokensupport/signature/loader.pyc"} <= parts
    codes = {name: SourcelessFileLoader(name, str(tmp_path / name)).get_code(name) for name in parts}
    assert all(codes.values())
    assert not codes["shibokensupport/signature/lib/pyi_generator.pyc"].co_names
    assert "pyside_type_init" in codes["shibokensupport/signature/loader.pyc"].co_names


def test_qt_for_python_takes_them_where_they_lie_beside_it(tmp_path):
    shutil.copytree(Path(shiboken6.__file__).parent, tmp_path / "shiboken6")
    qt_support.write(tmp_path / qt_support.FOLDER)
    call = [sys.executable, "-c", WHERE]
    done = subprocess.run(
        call, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(tmp_path)}
    )
    assert Path(done.stdout.strip()).is_relative_to(tmp_path / qt_support.FOLDER)
