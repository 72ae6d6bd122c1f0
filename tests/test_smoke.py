"""`dasarkita --smoke`: the program walks through itself, tells what is wrong, and leaves all else alone."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

import desktop
from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.store.business_file import BusinessFile
from desktop.ui.single_instance import SingleInstance

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2027, 1, 4, 4, 0, tzinfo=UTC)
KEYS = {
    "ok", "faults", "version", "frozen", "platform", "qt", "python", "opened", "shown_s", "shown_from", "seconds",
    "languages", "answered", "documents", "pictures",
}  # fmt: skip


def run(arguments: list[str], home: Path, root: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """Python with the program, in a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DASARKITA_", "LC_"))}
    own = {"HOME": str(home), "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=home.parent, env=kept | own | more, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def smoke(folder: Path, *arguments: Path, root: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    return run(["-m", "desktop", "--smoke", str(folder), *map(str, arguments)], home, root, **more)


def report_of(folder: Path) -> dict:
    return json.loads((folder / "smoke.json").read_text("ascii"))


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    """A walk without a file: what came of the process, and the folder."""
    folder = tmp_path_factory.mktemp("walk") / "out"
    return smoke(folder), folder


@pytest.fixture
def clinic(tmp_path) -> Path:
    library = load_library()
    sample = next(sample for sample in library.samples if sample.id == "clinic")
    path = tmp_path / "Our firm" / "Klinik.dasar"
    BusinessFile.create(path, sample_answers(sample, library), content_version=library.version, now=NOW).close()
    return path


def test_the_walk_comes_to_its_end_and_says_so_twice(walk):
    done, folder = walk
    assert done.returncode == 0, done.stdout
    told = report_of(folder)
    assert json.loads(done.stdout) == told
    assert set(told) == KEYS
    assert told["ok"] is True
    assert told["faults"] == []
    assert told["version"] == desktop.__version__
    assert told["python"] == sys.version.split()[0]
    assert (told["frozen"], told["platform"], told["opened"]) == (False, "offscreen", "")
    assert told["languages"] == ["en", "ms"]
    assert told["answered"] == 3
    assert 0 < told["shown_s"] < told["seconds"] < 120
    assert told["shown_from"] == ("process" if sys.platform in ("linux", "win32") else "import")


def test_the_documents_are_the_policy_in_both_languages(walk):
    _done, folder = walk
    paths = [Path(name) for name in report_of(folder)["documents"]]
    assert [path.parent for path in paths] == [folder / "documents"] * 2
    malay, english = ("\n".join(each.text for each in docx.Document(path).paragraphs) for path in paths)
    assert "Kedai Percubaan" in malay
    assert "Kedai Percubaan" in english
    assert ("pekerja" in malay, "pekerja" in english) == (True, False)


def test_there_is_a_picture_of_each_language(walk):
    _done, folder = walk
    malay, english = (Path(name).read_bytes() for name in report_of(folder)["pictures"])
    assert malay[:8] == english[:8] == b"\x89PNG\r\n\x1a\n"
    assert malay != english
    assert min(len(malay), len(english)) > 50_000


def test_everything_is_kept_in_the_folder(walk):
    _done, folder = walk
    assert sorted(path.name for path in folder.parent.iterdir()) == ["home", "out"]
    assert list((folder.parent / "home").rglob("*")) == []
    (policy,) = (folder / "policy").glob("*.dasar")
    with BusinessFile.open(policy, now=NOW, writable=False) as file:
        assert file.answers.values["business_name"] == "Kedai Percubaan"


def test_a_file_is_opened_and_left_as_it_is(clinic, tmp_path):
    before, names = clinic.read_bytes(), sorted(clinic.parent.iterdir())
    done = smoke(tmp_path / "out", clinic)
    told = report_of(tmp_path / "out")
    assert (done.returncode, told["faults"]) == (0, [])
    assert told["opened"] == str(clinic)
    assert clinic.read_bytes() == before
    assert sorted(clinic.parent.iterdir()) == names
    (copy,) = (tmp_path / "out" / "policy").glob("*.dasar")
    with BusinessFile.open(copy, now=NOW, writable=False) as file:
        assert file.answers.values["sector"] == "health"
        assert file.answers.values["business_name"] == "Kedai Percubaan"


def test_a_second_walk_in_the_same_folder_goes_as_well(walk, tmp_path):
    folder = shutil.copytree(walk[1], tmp_path / "out")
    (policy,) = (folder / "policy").glob("*.dasar")
    before = policy.read_bytes()
    done = smoke(folder, policy)
    told = report_of(folder)
    assert (done.returncode, told["faults"], told["opened"]) == (0, [], str(policy))
    assert policy.read_bytes() == before
    assert all("Kedai Cubaan" in name for name in told["documents"]), "it cannot be named as before"


@pytest.mark.parametrize("harm", ["damaged", "missing", "protected"])
def test_a_file_that_does_not_open_is_a_fault(clinic, tmp_path, harm):
    if harm == "damaged":
        clinic.write_bytes(clinic.read_bytes()[:5000])
    elif harm == "missing":
        clinic.unlink()
    else:
        with BusinessFile.open(clinic, now=NOW) as file:
            file.protect("rahsia-kami", now=NOW)
    done = smoke(tmp_path / "out", clinic)
    told = report_of(tmp_path / "out")
    assert done.returncode == 1
    assert json.loads(done.stdout) == told
    assert (told["ok"], told["opened"], told["documents"]) == (False, "", [])
    (fault,) = told["faults"]
    assert {"damaged": "is damaged", "missing": "is not there", "protected": "a dialog: Password"}[harm] in fault


@pytest.mark.parametrize(("language", "words"), [("en", "cannot be written"), ("ms", "tidak dapat ditulis")])
def test_a_folder_that_cannot_be_written_is_said_in_a_line(tmp_path, language, words):
    (tmp_path / "file").touch()
    done = smoke(tmp_path / "file", DASARKITA_LANGUAGE=language)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{tmp_path / 'file'}: {words}")


@pytest.fixture
def program(tmp_path) -> Path:
    """A program of its own, to be damaged."""
    root = tmp_path / "program"
    for name in ("desktop", "resources", "locales", "docs/guide", "requirements"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "LICENSE", root)
    return root


def test_a_fault_in_the_window_ends_the_walk_and_opens_no_dialog(program, tmp_path):
    """Where what Word documents are made from is damaged, the making breaks, and its dialog hands the error on."""
    (program / "resources" / "word" / "word" / "document.xml").write_text("", "utf-8")
    done = smoke(tmp_path / "out", root=program)
    told = report_of(tmp_path / "out")
    assert (done.returncode, told["ok"], told["answered"], told["documents"]) == (1, False, 3, [])
    (fault,) = told["faults"]
    assert re.match(r"\w+Error: .*\(\w+\.py, line \d+\)", fault)
    assert "Traceback" in (tmp_path / "out" / "logs" / "dasarkita.log").read_text("utf-8")


def test_a_window_that_cannot_be_made_is_a_fault(program, tmp_path):
    (program / "resources" / "style" / "dasarkita.qss").unlink()
    done = smoke(tmp_path / "out", root=program)
    told = report_of(tmp_path / "out")
    assert (done.returncode, told["ok"], told["shown_s"], told["shown_from"]) == (1, False, 0, "")
    assert "dasarkita.qss" in told["faults"][0]


def test_words_that_are_not_translated_are_a_fault(program, tmp_path):
    """Without its Malay catalogue, the program offers no Malay."""
    (program / "locales" / "ms" / "LC_MESSAGES" / "dasarkita.mo").unlink(missing_ok=True)
    (program / "locales" / "ms" / "LC_MESSAGES" / "dasarkita.po").write_text("", "utf-8")
    done = smoke(tmp_path / "out", root=program)
    told = report_of(tmp_path / "out")
    assert told["faults"] == ["ms: only 0 words of the window are in the catalogue"]
    assert (done.returncode, told["ok"], len(told["documents"])) == (1, False, 2)


def test_two_walks_at_a_time_do_not_share_a_folder(qtbot, tmp_path):
    (tmp_path / "home").mkdir()
    first = SingleInstance(tmp_path / "out" / "running")
    assert first.claim()
    first.listen()
    command = [sys.executable, "-P", "-m", "desktop", "--smoke", str(tmp_path / "out")]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path / "home")}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.stderr is not None
        assert (second.returncode, len(second.stderr.read().splitlines())) == (2, 1)
    first.release()
    assert not (tmp_path / "out" / "smoke.json").exists()


PLACES = """
import inspect
import sys
from pathlib import Path

from desktop import paths

paths.keep_in(Path(sys.argv[1]))
for name, function in inspect.getmembers(paths, inspect.isfunction):
    if not name.startswith("_") and not inspect.signature(function).parameters:
        print(name, function(), sep="\\t")
"""


def test_every_place_of_the_users_is_in_the_folder_and_every_other_in_the_program(tmp_path):
    (tmp_path / "home").mkdir()
    done = run(["-c", PLACES, str(tmp_path / "out")], tmp_path / "home")
    places = dict(line.split("\t") for line in done.stdout.splitlines())
    users = {name for name, place in places.items() if Path(place).is_relative_to(tmp_path / "out")}
    assert users == {"documents", "settings_file", "autostart_folder", "backups", "cache", "running", "logs"}
    assert all(Path(place).is_relative_to(ROOT) for name, place in places.items() if name not in users)


HANGING = """
import sys
from pathlib import Path
from threading import Event

from desktop import paths

folder = Path(sys.argv[1])
paths.keep_in(folder)

from desktop.ui.smoke.trial import Trial

Trial(folder, None, limit=0.2).install()
Event().wait()
"""


def test_a_program_that_hangs_is_ended_and_the_report_says_so(tmp_path):
    (tmp_path / "home").mkdir()
    done = run(["-c", HANGING, str(tmp_path / "out")], tmp_path / "home")
    told = report_of(tmp_path / "out")
    assert (done.returncode, told["ok"]) == (1, False)
    assert json.loads(done.stdout) == told
    assert told["faults"] == ["0.2 s were over while waiting for the first sight of the window"]


def test_a_program_that_crashes_has_left_word(tmp_path):
    done = smoke(tmp_path / "out", QT_QPA_PLATFORM="none-such")
    assert done.returncode != 0
    told = report_of(tmp_path / "out")
    assert (told["ok"], told["faults"]) == (False, ["the walk did not come to its end"])
