"""The two places where a setup for Windows can be tried: this Windows, and one by wine."""

import getpass
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from wine import Wine


class Machine(Protocol):
    """What a trial asks of a Windows. Folders are named as Python finds them, programs are told `path` of them."""

    local: Path
    roaming: Path
    documents: Path

    def run(self, words: list[str], seconds: float) -> tuple[int, str]:
        """Run a program to its end: its exit code, and what it said."""
        ...

    def start(self, words: list[str]) -> object:
        """Start a program and go on."""
        ...

    def path(self, path: Path) -> str:
        """How Windows calls a file."""
        ...

    def folder(self) -> AbstractContextManager[Path]:
        """A folder for a while."""
        ...

    def double_click(self, file: Path) -> None:
        """Open a file as a double-click does."""
        ...

    def merge_classes(self, keys: list[str]) -> None:
        """Let file types of the user count, where the system does not see to that."""
        ...

    def has_key(self, key: str) -> bool:
        """Whether a key is in the registry."""
        ...

    def value(self, key: str, name: str) -> str:
        """A value in the registry, "" being the name of the standard one; "" where there is none."""
        ...


class _WithRegistry:
    """The registry, by the command that both have."""

    def run(self, words: list[str], seconds: float) -> tuple[int, str]:
        raise NotImplementedError

    def has_key(self, key: str) -> bool:
        """Whether a key is in the registry."""
        code, _ = self.run(["reg", "query", key], 60)
        return code == 0

    def value(self, key: str, name: str) -> str:
        """A value in the registry; "" where there is none."""
        code, said = self.run(["reg", "query", key, *(["/v", name] if name else ["/ve"])], 60)
        if code:
            return ""
        line = next(line for line in said.splitlines() if line.startswith("    "))
        return line.strip().split("    ", 2)[-1]


class InWine(_WithRegistry):
    """A Windows by wine."""

    def __init__(self, wine: Wine) -> None:
        self._wine = wine
        user = wine.drive / "users" / getpass.getuser()
        self.local = user / "AppData" / "Local"
        self.roaming = user / "AppData" / "Roaming"
        self.documents = user / "Documents"

    def run(self, words: list[str], seconds: float) -> tuple[int, str]:
        """Run a program to its end."""
        return self._wine.run(words, seconds)

    def start(self, words: list[str]) -> object:
        """Start a program and go on."""
        return self._wine.start(words)

    def path(self, path: Path) -> str:
        """How Windows calls a file."""
        return self._wine.path(path)

    @contextmanager
    def folder(self) -> Generator[Path]:
        """A folder for a while."""
        with tempfile.TemporaryDirectory(dir=self._wine.drive) as folder:
            yield Path(folder)

    def double_click(self, file: Path) -> None:
        """Open a file as a double-click does."""
        self._wine.start(["start", self.path(file)])

    def merge_classes(self, keys: list[str]) -> None:
        """Wine 8 looks for file types only among those of the computer; Windows lays the user's over them."""
        for key in keys:
            self._wine.check(["reg", "copy", key, key.replace("HKCU", "HKLM"), "/s", "/f"])


class OnWindows(_WithRegistry):
    """The Windows that runs us, for the user who does."""

    def __init__(self) -> None:
        import platformdirs

        self.local = Path(os.environ["LOCALAPPDATA"])
        self.roaming = Path(os.environ["APPDATA"])
        self.documents = platformdirs.user_documents_path()

    def run(self, words: list[str], seconds: float) -> tuple[int, str]:
        """Run a program to its end."""
        done = subprocess.run(
            words,
            check=False,
            timeout=seconds,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def start(self, words: list[str]) -> object:
        """Start a program and go on."""
        return subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def path(self, path: Path) -> str:
        """How Windows calls a file."""
        return str(path)

    @contextmanager
    def folder(self) -> Generator[Path]:
        """A folder for a while."""
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)

    def double_click(self, file: Path) -> None:
        """Open a file as a double-click does."""
        if sys.platform == "win32":
            os.startfile(file)

    def merge_classes(self, keys: list[str]) -> None:
        """Windows does so by itself."""
