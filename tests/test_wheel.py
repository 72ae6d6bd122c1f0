"""The wheel and the source archive hold a whole program: its resources, its content as one file, its Malay texts."""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def build(kind: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as pip would fill it with the wheel."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(build("wheel", tmp_path_factory.mktemp("wheel"))) as wheel:
        wheel.extractall(folder)
    return folder


def run_python(installed: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-c", program, *arguments],
        cwd=installed, env=os.environ | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def dasarkita(installed: Path, *arguments: str, language: str = "en") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed), "DASARKITA_LANGUAGE": language, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-P", "-m", "desktop", *arguments],
        cwd=installed, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


ALONE = r"""
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

def watch(event, arguments):
    # a child process could speak for us, so there must be none
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.system", "os.exec")):
        sys.stderr.write(f"{event} {arguments}\n")
        import os
        os._exit(9)

sys.meta_path.insert(0, NoQt())
sys.addaudithook(watch)
for module in sys.argv[1:]:
    importlib.import_module(module)

from desktop.cli import main
sys.argv = ["dasarkita", "self-test"]
sys.exit(main())
"""


def test_the_wheel_works_without_the_source_without_qt_and_without_a_network(installed: Path) -> None:
    files = [path.relative_to(ROOT).with_suffix("") for path in sorted((ROOT / "desktop").rglob("*.py"))]
    window = {("desktop", name) for name in ("ui", "app", "__main__")}
    modules = [".".join(file.parts).removesuffix(".__init__") for file in files if file.parts[:2] not in window]
    assert len(modules) > 100
    done = run_python(installed, ALONE, *modules)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"\b[1-9]\d\d+\b", done.stdout), "so many documents were made"


def test_the_wheel_speaks_malay(installed: Path) -> None:
    assert (installed / "desktop/_bundled/locales/ms/LC_MESSAGES/dasarkita.mo").is_file()
    assert dasarkita(installed, "--help", language="ms").stdout != dasarkita(installed, "--help").stdout


def test_the_wheel_exports(installed: Path, tmp_path: Path) -> None:
    answers = tmp_path / "bakery.toml"
    assert dasarkita(installed, "sample", "bakery", "--out", str(answers)).returncode == 0
    done = dasarkita(installed, "export", str(answers), "--out", str(tmp_path), "--language", "both")
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.glob("*.docx"))


def test_the_wheel_carries_resources_but_no_sources_of_them(installed: Path) -> None:
    carried = {path.relative_to(installed / "desktop/_bundled").as_posix() for path in installed.rglob("_bundled/**/*")}
    assert "resources/library.json" in carried
    for folder in ("icons", "style", "word"):
        files = [path for path in (ROOT / "resources" / folder).rglob("*") if path.is_file()]
        assert files
        assert {path.relative_to(ROOT).as_posix() for path in files} <= carried
    assert not [name for name in carried if name.endswith(".po") or name.startswith("resources/content")]


def test_the_wheel_carries_the_guide_and_the_licences(installed: Path) -> None:
    guide = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "guide").rglob("*") if path.is_file()}
    carried = {path.relative_to(installed / "desktop/_bundled").as_posix() for path in installed.rglob("_bundled/**/*")}
    assert "docs/guide/topics.toml" in guide
    assert guide <= carried
    done = run_python(installed, READ_HELP)
    assert (done.returncode, done.stderr) == (0, "")


READ_HELP = """
from desktop.content.guide import load_guide
from desktop.content.licences import components

assert load_guide().source("check-up", "ms")
assert all(component.text for component in components()) and len(components()) > 10
"""


def test_the_source_archive_can_be_built_from(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"docs/guide/topics.toml", "requirements/program.txt"} <= names
    assert {"pyproject.toml", "hatch_build.py", "packaging/bundle.py", "run.py", "LICENSE", "README.md"} <= names
    assert "resources/content/glossary.toml" in names
