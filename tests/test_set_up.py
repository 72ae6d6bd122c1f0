"""The script that sets the project up, tried on a small project whose one package lies in a folder."""

import ast
import importlib.util
import os
import re
import shutil
import string
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent

PARTS = ("program", "tests", "freeze")


def load(script: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("set_up_script", script)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


run = load(ROOT / "run.py")


def pins(part: str) -> dict[str, Requirement]:
    """Package name -> its line in the requirements file of a part."""
    lines = (ROOT / "requirements" / f"{part}.txt").read_text(encoding="utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(line.name): line for line in found}


# The pins


@pytest.mark.parametrize("part", PARTS)
def test_every_pin_is_exact(part: str) -> None:
    for line in pins(part).values():
        assert re.fullmatch(r"==[\w.]+", str(line.specifier)), line
        assert line.url is None


@pytest.mark.parametrize("part", ["program", "tests"])
def test_everything_a_pinned_package_needs_is_pinned(part: str) -> None:
    pinned = pins("program") | pins(part)
    for name, line in pins(part).items():
        if line.marker and not line.marker.evaluate():
            continue
        for text in requires(name) or []:
            need = Requirement(text)
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                assert canonicalize_name(need.name) in pinned, f"{name} needs {need}"


def test_the_parts_agree_with_each_other_and_with_the_wheel() -> None:
    program = pins("program")
    for part in ("tests", "freeze"):
        assert not set(program) & set(pins(part)), "pinned twice"
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for text in settings["project"]["dependencies"]:
        need = Requirement(text)
        pin = program[canonicalize_name(need.name)]
        assert need.specifier.contains(str(pin.specifier).removeprefix("==")), text


def test_the_tests_run_on_what_is_pinned() -> None:
    for name, line in (pins("program") | pins("tests")).items():
        try:
            found = version(name)
        except PackageNotFoundError:
            continue
        assert line.specifier.contains(found), f"{name} {found} is installed, {line} is pinned"


# What it says


def test_both_languages_say_the_same() -> None:
    def blanks(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert run.ENGLISH.keys() == run.MALAY.keys()
    for key, english in run.ENGLISH.items():
        assert blanks(english) == blanks(run.MALAY[key]), key
        assert english != run.MALAY[key]
        # a console of any code page must be able to show it
        assert (english + run.MALAY[key]).isascii(), key


@pytest.mark.skipif(os.name == "nt", reason="Windows is asked for its language when no variable is set")
@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "ms_MY.UTF-8"}, "ms"),
        ({"LANG": "ms_MY.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "DASARKITA_LANGUAGE": "ms"}, "ms"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_it_speaks_the_language_of_the_system(
    variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DASARKITA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run.language() == expected


def test_an_old_python_can_read_it() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


# What it decides


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries")
def test_missing_libraries_are_those_that_do_not_load() -> None:
    assert run.missing_libraries({"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"}) == {
        "libnowhere.so.9": "libnowhere9"
    }


@pytest.mark.skipif(os.name == "nt", reason="there is no apt on Windows")
def test_the_line_to_type_is_whole() -> None:
    line = run.apt_line(["libegl1", "libgl1"])
    assert line.endswith("apt-get install -y --no-install-recommends libegl1 libgl1")
    assert "apt-get update && " in line
    assert ("sudo" in line) == (os.geteuid() != 0)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["Kedai Roti.dasar"], True),
        (["export", "Kedai Roti.dasar", "--out", "here"], False),
        (["self-test"], False),
    ],
)
def test_only_commands_open_no_window(arguments: list[str], expected: bool) -> None:
    assert run.opens_window(arguments) is expected


# What it does


def write_wheel(folder: Path) -> None:
    """A package with nothing in it, as small as pip takes it."""
    files = {
        "pebble/__init__.py": "",
        "pebble-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: pebble\nVersion: 1.0\n",
        "pebble-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files["pebble-1.0.dist-info/RECORD"] = "".join(f"{name},,\n" for name in files)
    with zipfile.ZipFile(folder / "pebble-1.0-py3-none-any.whl", "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)


class Project:
    """A project beside a copy of the script."""

    def __init__(self, root: Path, wheels: Path) -> None:
        self.root, self.wheels = root, wheels
        (root / "desktop").mkdir(parents=True)
        (root / "desktop/__main__.py").write_text(
            "import os, sys, pebble\nprint(os.getcwd(), *sys.argv[1:])\nsys.exit(7)\n"
        )
        (root / "requirements").mkdir()
        (root / "requirements/program.txt").write_text("pebble==1.0\n")
        (root / "requirements/tests.txt").write_text("boulder==1.0\n")
        shutil.copy(ROOT / "run.py", root)

    def run(self, *arguments: str, folder: Path, language: str = "en") -> subprocess.CompletedProcess[str]:
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "DASARKITA_LANGUAGE": language}
        return subprocess.run(
            [sys.executable, str(self.root / "run.py"), *arguments],
            cwd=folder, env=os.environ | offline, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project, set up once."""
    wheels = tmp_path_factory.mktemp("wheels")
    write_wheel(wheels)
    project = Project(tmp_path_factory.mktemp("folder") / "a projek", wheels)
    done = project.run("export", folder=project.root)
    assert run.ENGLISH["setting_up"] in done.stderr
    return project


def test_it_hands_over_arguments_folder_and_exit_code(project: Project, tmp_path: Path) -> None:
    done = project.run("export", "a b.toml", "--out", "ü", folder=tmp_path)
    assert (done.returncode, done.stdout.strip()) == (7, f"{tmp_path.resolve()} export a b.toml --out ü")


def test_a_second_run_sets_nothing_up(project: Project, tmp_path: Path) -> None:
    assert project.run("export", folder=tmp_path).stderr == ""


def test_a_failure_is_a_sentence_and_the_program_works_on(project: Project, tmp_path: Path) -> None:
    done = project.run("--tests", folder=tmp_path, language="ms")
    assert done.returncode == 1
    assert "Komponen DasarKita gagal diambil" in done.stderr
    assert "boulder==1.0" in done.stderr
    assert "Traceback" not in done.stderr
    assert project.run("export", folder=tmp_path).stderr == ""


@pytest.mark.parametrize("harm", ["interrupted", "other pins"])
def test_what_is_not_whole_is_noticed(project: Project, harm: str) -> None:
    script, pinned = load(project.root / "run.py"), project.root / "requirements/program.txt"
    under_way, before = project.root / ".venv/set-up-under-way", pinned.read_text()
    assert script.is_set_up("program")
    if harm == "interrupted":
        under_way.touch()
    else:
        pinned.write_text(f"{before}# another line\n")
    assert not script.is_set_up("program")
    under_way.unlink(missing_ok=True)
    pinned.write_text(before)
    assert script.is_set_up("program")


def test_what_is_not_whole_is_made_anew(project: Project, tmp_path: Path) -> None:
    left_over = project.root / ".venv/left-over"
    left_over.touch()
    shutil.rmtree(project.root / ".venv" / ("Scripts" if os.name == "nt" else "bin"))
    done = project.run("export", folder=tmp_path)
    assert done.returncode == 7
    assert run.ENGLISH["ready"] in done.stderr
    assert not left_over.exists()


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may write anywhere")
def test_a_locked_folder_is_a_sentence(tmp_path: Path) -> None:
    project = Project(tmp_path / "projek", tmp_path)
    project.root.chmod(0o500)
    done = project.run("export", folder=tmp_path)
    project.root.chmod(0o700)
    assert done.returncode == 1
    assert "could not be prepared" in done.stderr
    assert "Traceback" not in done.stderr
