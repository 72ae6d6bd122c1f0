"""A virtual screen, and hands at its keyboard: what a test of an installed program drives it with, from outside."""

import os
import re
import subprocess
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

SIZE = "1366x768x24"
"""An ordinary small laptop."""

TOOLS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "xprop": "x11-utils", "import": "imagemagick"}
"""What is called here, and the Debian package it is in."""

_STEP = 0.1
"""Between two looks, in seconds."""

_STILL, _PATIENCE = 0.25, 3.0
"""For how long nothing moves on a screen that is at rest, and for how long that is waited for at most, in seconds."""

_Found = TypeVar("_Found")


class NotSeenError(AssertionError):
    """What was waited for did not come."""


def wait_for(what: str, look: Callable[[], _Found | None], seconds: float = 30) -> _Found:
    """Look until there is something. Raises `NotSeenError` that says what was waited for."""
    end = time.monotonic() + seconds
    while True:
        if found := look():
            return found
        if time.monotonic() > end:
            raise NotSeenError(f"waited {seconds:.0f} s in vain for {what}")
        time.sleep(_STEP)


class Screen:
    """A screen that is running, with a window manager; its number is `display`, like ":7"."""

    def __init__(self, display: str, pictures: Path) -> None:
        self.display = display
        self._pictures = pictures
        self._taken = 0
        pictures.mkdir(parents=True, exist_ok=True)

    def window(self, title: str, seconds: float = 30) -> str:
        """Wait for a window whose title matches, bring it to the front, and return its id."""
        try:
            found = wait_for(f"a window titled “{title}”", lambda: self._named(title), seconds)
        except NotSeenError as fault:
            self.picture("not-seen")
            raise NotSeenError(f"{fault}; there are {self.titles()}") from None
        self._call("windowactivate", "--sync", found)
        return found

    def gone(self, title: str, seconds: float = 30) -> None:
        """Wait until no window has such a title."""
        wait_for(f"the window titled “{title}” to go", lambda: not self._named(title), seconds)

    def keys(self, *names: str) -> None:
        """Press keys, as xdotool names them: "ctrl+q", "Tab"; each when the screen is at rest, as people do."""
        for name in names:
            self._settle()
            self._call("key", "--clearmodifiers", name)

    def titles(self) -> list[str]:
        """The titles of all windows in sight."""
        ids = self._call("search", "--onlyvisible", "--name", ".").split()
        return [title for each in ids if (title := self._title(each))]

    def wm_class(self, window: str) -> list[str]:
        """Under which names a task bar knows a window."""
        said = subprocess.run(
            ["xprop", "-display", self.display, "-id", window, "WM_CLASS"], check=True, capture_output=True, text=True
        )
        return re.findall(r'"([^"]*)"', said.stdout)

    def picture(self, name: str) -> Path:
        """Photograph the screen, once it has stopped changing."""
        self._taken += 1
        path = self._pictures / f"{self._taken:02}-{name}.png"
        subprocess.run(["convert", "ppm:-", str(path)], input=self._settle(), check=True)
        return path

    def _settle(self) -> bytes:
        """Wait until nothing moves any more, but not for ever: a cursor blinks. Returns the pixels."""
        before = b""
        end = time.monotonic() + _PATIENCE
        while (now := self._pixels()) != before and time.monotonic() < end:
            before = now
            time.sleep(_STILL)
        return now

    def _pixels(self) -> bytes:
        command = ["import", "-display", self.display, "-window", "root", "ppm:-"]
        return subprocess.run(command, check=True, capture_output=True).stdout

    def _named(self, title: str) -> str | None:
        return next(iter(self._call("search", "--onlyvisible", "--name", title).split()), None)

    def _title(self, window: str) -> str:
        return self._call("getwindowname", window).strip()

    def _call(self, *words: str) -> str:
        # a search that finds nothing, or a window that has just gone, is no fault: whoever asks looks again
        command = ["xdotool", *words]
        environment = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(
            command,
            env=environment,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=60,
        ).stdout


@contextmanager
def screen(pictures: Path) -> Generator[Screen]:
    """A new screen with a window manager, until the end of the block."""
    with _running(["Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp", "-ac"]) as server:
        assert server.stdout is not None
        display = f":{server.stdout.readline().decode().strip()}"
        with _running(["openbox", "--sm-disable"], DISPLAY=display):
            yield Screen(display, pictures)


@contextmanager
def _running(command: list[str], **variables: str) -> Generator[subprocess.Popen[bytes]]:
    environment = {**os.environ, **variables}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
