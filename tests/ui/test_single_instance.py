"""A second start hands its file to the first; told by real processes, in folders of their own."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import pytest

from desktop import paths
from desktop.ui.single_instance import SingleInstance
from tests.store.circumstances import ROOT

START = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.ui.single_instance import SingleInstance

if {ordinary} and os.name == "posix" and os.getuid() == 0:
    # the superuser may write anything, so be nobody
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
app = QCoreApplication([])
QTimer.singleShot(30_000, app.quit)  # no process of a test stays behind
instance = SingleInstance(Path(sys.argv[1]))
file = Path(sys.argv[2]) if len(sys.argv) > 2 else None

def say(word):
    print(json.dumps(word), flush=True)

def wanted(path):
    say(None if path is None else str(path))

instance.file_wanted.connect(wanted)
if not instance.claim(file):
    say("handed over")
    sys.exit(0)
say("window")
if {answers}:
    instance.listen()
    app.exec()
else:
    sys.stdin.read()
"""


class Start:
    """A start of the program."""

    def __init__(self, folder: Path, file: str | None = None, *, answers: bool = True, ordinary: bool = False) -> None:
        arguments = [sys.executable, "-c", START.format(answers=answers, ordinary=ordinary), str(folder)]
        self.process = subprocess.Popen(
            [*arguments, *([file] if file is not None else [])],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def says(self) -> str | None:
        line = self.process.stdout.readline()
        assert line, "the process ended"
        return json.loads(line)


@pytest.fixture
def start(tmp_path):
    begun: list[Start] = []

    def begin(file: str | None = None, **how) -> Start:
        begun.append(Start(how.pop("folder", tmp_path / "running"), file, **how))
        return begun[-1]

    yield begin
    for each in begun:
        each.process.kill()
        each.process.communicate()


NAMES = ["Kedai.dasar", "Klinik Ayer Hitam – 诊所 « é ».dasar", "line\nbreak.dasar", "bad\udcff.dasar"]


@pytest.mark.parametrize("name", NAMES)
def test_the_first_gets_the_file_of_the_second(start, tmp_path, name):
    first = start()
    assert first.says() == "window"
    second = start(str(tmp_path / name))
    assert second.says() == "handed over"
    assert second.process.wait() == 0
    assert first.says() == str(tmp_path / name)
    assert not list((tmp_path / "running").glob("*.request"))


def test_a_name_without_a_folder_is_meant_from_where_the_second_was_started(start):
    first = start()
    assert first.says() == "window"
    assert start("Kedai.dasar").says() == "handed over"
    assert first.says() == str(ROOT / "Kedai.dasar")


def test_without_a_file_the_first_only_comes_to_the_front(start):
    first = start()
    assert first.says() == "window"
    assert start().says() == "handed over"
    assert first.says() is None


def test_handing_over_takes_less_than_a_second(start, tmp_path):
    first = start()
    assert first.says() == "window"
    instance = SingleInstance(tmp_path / "running")
    begun = monotonic()
    assert not instance.claim(tmp_path / "Kedai.dasar")
    assert monotonic() - begun < 1
    assert first.says() == str(tmp_path / "Kedai.dasar")


def test_after_the_first_is_closed_the_next_is_first(tmp_path):
    folder = tmp_path / "running"
    first, second = SingleInstance(folder), SingleInstance(folder)
    assert first.claim()
    first.release()
    first.release()
    assert second.claim()
    second.release()


def test_a_crash_keeps_nobody_out(start, tmp_path):
    first = start()
    assert first.says() == "window"
    first.process.kill()
    first.process.wait()
    assert (tmp_path / "running" / "window.lock").exists() == (os.name == "posix")
    begun = monotonic()
    instance = SingleInstance(tmp_path / "running")
    assert instance.claim(tmp_path / "Kedai.dasar")
    assert monotonic() - begun < 1
    instance.release()


@pytest.mark.skipif(os.name != "posix", reason="stops a process by a signal")
def test_a_first_that_hangs_is_not_waited_for(start, tmp_path):
    first = start()
    assert first.says() == "window"
    os.kill(first.process.pid, signal.SIGSTOP)
    begun = monotonic()
    second = start(str(tmp_path / "Kedai.dasar"))
    assert second.says() == "window"
    assert 1.9 < monotonic() - begun < 8  # the start itself counts
    assert not list((tmp_path / "running").glob("*.request"))
    os.kill(first.process.pid, signal.SIGCONT)
    assert start(str(tmp_path / "Other.dasar")).says() == "handed over"
    assert first.says() == str(tmp_path / "Other.dasar"), "what was withdrawn is not opened later"


def test_a_first_that_ends_while_it_is_asked_makes_room_at_once(start, tmp_path):
    first = start(answers=False)
    assert first.says() == "window"
    second = start(str(tmp_path / "Kedai.dasar"))
    while not list((tmp_path / "running").glob("*.request")):
        assert second.process.poll() is None
    first.process.kill()
    first.process.wait()
    assert second.says() == "window"
    assert not list((tmp_path / "running").glob("*.request"))


def test_of_many_starts_at_one_instant_one_opens_a_window_and_gets_every_file(start, tmp_path):
    files = [str(tmp_path / f"{number}.dasar") for number in range(6)]
    starts = {file: start(file) for file in files}
    said = {file: each.says() for file, each in starts.items()}
    (opened,) = (file for file, word in said.items() if word == "window")
    assert sorted(word for word in said.values() if word != "window") == ["handed over"] * 5
    got = [starts[opened].says() for _other in range(5)]
    assert sorted(got) == sorted(file for file in files if file != opened)


@pytest.mark.skipif(os.name != "posix", reason="gives up rights as only posix can")
@pytest.mark.parametrize("made", [False, True])
def test_a_home_that_cannot_be_written_opens_a_window_each_time(start, made):
    # not in the folder of pytest, which an ordinary user cannot even look into
    with TemporaryDirectory() as name:
        home, folder = Path(name), Path(name) / "running"
        if made:
            folder.mkdir()
            folder.chmod(0o555)
        home.chmod(0o555)
        for _time in range(2):
            assert start(folder=folder, ordinary=True).says() == "window"
        assert list(home.rglob("*")) == ([folder] if made else [])
        home.chmod(0o755)


def test_two_users_have_a_window_each(start, tmp_path):
    assert start(folder=tmp_path / "aminah").says() == "window"
    assert start(folder=tmp_path / "boon").says() == "window"


@pytest.fixture
def heard(qapp, tmp_path, qtbot):
    """A first window, and what it was asked for."""
    instance = SingleInstance(tmp_path / "running")
    assert instance.claim()
    wishes: list[Path | None] = []
    instance.file_wanted.connect(wishes.append)
    instance.listen()
    yield wishes
    instance.release()


def test_a_request_half_written_is_left_until_it_is_whole(heard, tmp_path, qtbot):
    folder = tmp_path / "running"
    (folder / "1-a.new").write_text('"/rumah/ami')
    (folder / "1-b.new").write_text(json.dumps(str(tmp_path / "Kedai.dasar")))
    (folder / "1-b.new").replace(folder / "1-b.request")
    qtbot.waitUntil(lambda: heard == [tmp_path / "Kedai.dasar"])
    assert (folder / "1-a.new").exists()


@pytest.mark.parametrize("words", ["", '"/rumah/ami', "[1]", '""', "\udcff", "[" * 100_000])
def test_a_request_that_makes_no_sense_only_brings_the_window_to_the_front(heard, tmp_path, qtbot, words):
    new = tmp_path / "running" / "1-a.new"
    new.write_bytes(words.encode("utf-8", "surrogateescape"))
    new.replace(new.with_suffix(".request"))
    qtbot.waitUntil(lambda: heard == [None])
    assert not list((tmp_path / "running").glob("*.request"))


def test_requests_are_found_without_the_watcher_too(qapp, tmp_path, qtbot):
    instance = SingleInstance(tmp_path / "running")
    assert instance.claim()
    wishes: list[Path | None] = []
    instance.file_wanted.connect(wishes.append)
    instance.listen()
    instance._watcher.removePaths(instance._watcher.directories())
    request = tmp_path / "running" / "1-a.request"
    qtbot.waitUntil(lambda: instance._timer.remainingTime() > 0)
    request.write_text("null")
    qtbot.waitUntil(lambda: wishes == [None])
    instance.release()


def test_what_was_asked_before_the_window_is_there_is_answered_once_it_is(qapp, start, tmp_path, qtbot):
    instance = SingleInstance(tmp_path / "running")
    assert instance.claim()
    wishes: list[Path | None] = []
    second = start(str(tmp_path / "Kedai.dasar"))
    while not list((tmp_path / "running").glob("*.request")):
        assert second.process.poll() is None
    instance.file_wanted.connect(wishes.append)
    instance.listen()
    qtbot.waitUntil(lambda: wishes == [tmp_path / "Kedai.dasar"])
    assert second.says() == "handed over"
    instance.release()


def test_what_a_start_that_was_cut_off_asked_long_ago_is_not_done_today(qapp, tmp_path, qtbot):
    folder = tmp_path / "running"
    folder.mkdir()
    for name in ("1-a.request", "1-b.new"):
        (folder / name).write_text(json.dumps(str(tmp_path / "Old.dasar")))
        os.utime(folder / name, (1_000_000, 1_000_000))
    instance = SingleInstance(folder)
    assert instance.claim()
    assert [path.name for path in folder.iterdir()] == ["window.lock"]
    instance.release()


def test_a_folder_for_sessions_that_is_not_there_is_no_reason_for_two_windows(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run" / "user" / "1000"))
    assert not paths.running().is_relative_to(tmp_path / "run")
    (tmp_path / "run" / "user" / "1000").mkdir(parents=True)
    assert paths.running().is_relative_to(tmp_path / "run")
