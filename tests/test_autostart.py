"""Starting with the computer: an entry that the desktop reads back as the very command."""

import configparser
import plistlib
import shlex
import sys

import pytest

from desktop import autostart, paths
from desktop.autostart import BACKGROUND

linux = pytest.mark.skipif(sys.platform != "linux", reason="the entry of a Linux desktop")


def written() -> str:
    return next(paths.autostart_folder().glob("*.desktop")).read_text(encoding="utf-8")


@linux
def test_nobody_asked_so_it_does_not_start_with_the_computer() -> None:
    assert not autostart.is_on()
    assert not paths.autostart_folder().exists()


@linux
def test_it_is_switched_on_and_off_and_leaves_nothing_behind() -> None:
    autostart.switch(on=True)
    assert autostart.is_on()
    autostart.switch(on=True)
    assert len(list(paths.autostart_folder().iterdir())) == 1
    autostart.switch(on=False)
    assert not autostart.is_on()
    assert list(paths.autostart_folder().iterdir()) == []
    autostart.switch(on=False)


@linux
def test_the_entry_names_a_command_that_begins_in_the_background() -> None:
    autostart.switch(on=True)
    entry = configparser.ConfigParser(interpolation=None)
    entry.read_string(written())
    words = shlex.split(entry["Desktop Entry"]["Exec"])
    assert words == [sys.executable, "-m", "desktop", BACKGROUND]
    assert entry["Desktop Entry"]["Type"] == "Application"


@linux
def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/Kedai Roti/100% kita/dasar$kita")
    assert autostart.command() == ("/opt/Kedai Roti/100% kita/dasar$kita", BACKGROUND)
    autostart.switch(on=True)
    line = next(line for line in written().splitlines() if line.startswith("Exec="))
    assert line == 'Exec="/opt/Kedai Roti/100%% kita/dasar\\\\$kita" "--in-background"'


@linux
def test_a_folder_that_cannot_be_made_is_said() -> None:
    paths.autostart_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.autostart_folder().write_text("a file is in its place")
    with pytest.raises(OSError):
        autostart.switch(on=True)
    assert not autostart.is_on()


def test_the_entry_of_a_mac_names_the_same_command() -> None:
    said = plistlib.loads(autostart.property_list(("/Applications/DasarKita.app/x", BACKGROUND)))
    assert said["ProgramArguments"] == ["/Applications/DasarKita.app/x", BACKGROUND]
    assert said["RunAtLoad"] is True
