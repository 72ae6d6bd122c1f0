"""The built program, named by DASARKITA_FROZEN: nothing in it can speak to a network, it does not try to, and it works.

DASARKITA_FROZEN=dist/DasarKita python3 run.py --tests tests/installers/test_frozen.py
"""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from built_tree import faults
from frozen_archive import modules
from traced import about_networks, trace, written

import desktop
from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.store.business_file import BusinessFile
from tests.test_architecture import NETWORK, is_within

TREE = Path(os.environ.get("DASARKITA_FROZEN") or ".").resolve()
PROGRAM = TREE / ("dasarkita.exe" if sys.platform == "win32" else "dasarkita")
TRACED = sys.platform == "linux" and shutil.which("strace") is not None
NOW = datetime(2027, 1, 4, 4, 0, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not os.environ.get("DASARKITA_FROZEN"), reason="DASARKITA_FROZEN names no built program (run.py --freeze makes one)"
)

SPEAKING = NETWORK - {"socket"}
"""What no built program carries. Python's own `email.utils`, which reads what libraries say of themselves, imports
`socket`; that nobody calls it, the traces show."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of a user who has nothing yet."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """What a program finds that is started by itself: no screen, no session, no settings of whoever runs the test."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC") if name in os.environ}
    own = {name: str(home) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP", "TMPDIR")}
    return kept | own | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}


def run(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [str(PROGRAM), *map(str, arguments)]
    return subprocess.run(
        command, cwd=environment["HOME"], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def report_of(folder: Path) -> dict:
    return json.loads((folder / "smoke.json").read_text("ascii"))


def test_no_library_in_it_can_speak_to_a_network() -> None:
    assert faults(TREE) == []
    names = [path.name.lower() for path in TREE.rglob("*")]
    assert len(names) > 100
    assert [name for name in names if "ssl" in name or "libcrypto" in name or "network" in name] == []


def test_no_link_in_it_leads_nowhere() -> None:
    assert [path for path in TREE.rglob("*") if path.is_symlink() and not path.exists()] == []


def test_no_module_in_it_speaks_to_a_network() -> None:
    carried = modules(PROGRAM)
    assert {"desktop.cli", "desktop.ui.main_window", "json", "encodings.utf_8"} <= carried
    assert [name for name in sorted(carried) if is_within(name, SPEAKING)] == []


@pytest.mark.skipif(TRACED, reason="what is traced below is the same run")
def test_it_makes_every_document(environment: dict[str, str], home: Path) -> None:
    done = run(environment, "self-test")
    assert (done.returncode, done.stderr) == (0, "")
    assert list(home.rglob("*")) == []


def test_it_walks_through_itself(environment: dict[str, str], home: Path, tmp_path: Path) -> None:
    done = run(environment, "--smoke", tmp_path / "out")
    told = report_of(tmp_path / "out")
    assert (done.returncode, told["faults"]) == (0, [])
    assert json.loads(done.stdout or "{}") == ({} if sys.platform == "win32" and not done.stdout else told)
    assert (told["version"], told["frozen"], told["platform"]) == (desktop.__version__, True, "offscreen")
    assert (told["languages"], told["answered"]) == (["en", "ms"], 3)
    assert 0 < told["shown_s"] < told["seconds"] < 60
    assert list(home.rglob("*")) == []
    for name in told["documents"]:
        assert Path(name).is_relative_to(tmp_path / "out")
        assert any("Kedai Percubaan" in paragraph.text for paragraph in docx.Document(name).paragraphs)
    assert len({Path(name).read_bytes() for name in told["pictures"]}) == len(told["documents"]) == 2


def test_it_opens_a_file_and_leaves_it_as_it_is(environment: dict[str, str], tmp_path: Path) -> None:
    library = load_library()
    answers = sample_answers(next(sample for sample in library.samples if sample.id == "clinic"), library)
    path = tmp_path / "firm" / "Klinik.dasar"
    BusinessFile.create(path, answers, content_version=library.version, now=NOW).close()
    before = path.read_bytes()
    done = run(environment, "--smoke", tmp_path / "out", path)
    told = report_of(tmp_path / "out")
    assert (done.returncode, told["faults"], told["opened"]) == (0, [], str(path))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_damaged_file_is_a_fault(environment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "Klinik.dasar"
    path.write_bytes(b"SQLite format 3\0" + bytes(4000))
    assert run(environment, "--smoke", tmp_path / "out", path).returncode == 1
    (fault,) = report_of(tmp_path / "out")["faults"]
    assert "Klinik.dasar" in fault


@pytest.fixture
def tracing() -> None:
    """A machine that can be asked what a program asks of the system."""
    if sys.platform != "linux":
        pytest.skip("strace is a program of Linux")
    if not TRACED:
        if os.environ.get("CI"):
            pytest.fail("strace is not installed, and without it nobody knows whether the program opens a connection")
        pytest.skip("strace is not installed")


@pytest.mark.usefixtures("tracing")
def test_the_trace_sees_a_program_that_speaks(environment: dict[str, str], tmp_path: Path) -> None:
    """Without this, a trace that sees nothing would prove nothing."""
    speaks = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9)); open('x', 'w')"
    code, calls = trace([sys.executable, "-S", "-c", speaks], environment, tmp_path)
    assert code == 0
    said = "\n".join(about_networks(calls))
    assert "socket(AF_INET, " in said
    assert "connect(" in said
    assert "x" in written(calls)


@pytest.mark.usefixtures("tracing")
@pytest.mark.parametrize("arguments", [("self-test",), ("--smoke", "out")])
def test_it_opens_no_connection_and_writes_only_where_it_should(
    environment: dict[str, str], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Not even one to another process of the machine: without a screen it needs none."""
    code, calls = trace([str(PROGRAM), *arguments], environment, tmp_path)
    assert code == 0
    assert about_networks(calls) == []
    assert any("library.json" in call for call in calls), "it was the program that was traced"
    places = {(tmp_path / name).resolve() for name in written(calls)}
    assert [place for place in sorted(places) if not place.is_relative_to(tmp_path / "out")] == []
    assert bool(places) == ("--smoke" in arguments)
