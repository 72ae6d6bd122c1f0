"""A Windows of its own for one run, by wine: a prefix that is made anew and thrown away, with a home and a screen that
are not the builder's.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

SHIM = Path(__file__).resolve().parent / "shim"
STAND_INS = ("icuuc", "mscms")

_OVERRIDES = "mscoree,mshtml=;winemenubuilder.exe=d;mscms=n,b"
"""No search for .NET and a browser, no entries in the menus of the Linux that builds, our stand-in for colours."""


class Wine:
    """A Windows under `folder`. A context manager: nothing of it runs on afterwards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.prefix = folder / "prefix"
        self.drive = self.prefix / "drive_c"
        self._home = folder / "home"
        self._screen: subprocess.Popen[bytes] | None = None
        self.environment: dict[str, str] = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "PYTHON"))},
            "HOME": str(self._home),
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _OVERRIDES,
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.environment.pop("DISPLAY", None)

    def __enter__(self) -> "Wine":
        missing = [
            tool for tool in ("wine", "wineboot", "wineserver", "x86_64-w64-mingw32-gcc") if not shutil.which(tool)
        ]
        if missing:
            raise SystemExit(f"Not found: {', '.join(missing)}. packaging/README.md says what to install.")
        shutil.rmtree(self.folder, ignore_errors=True)
        self._home.mkdir(parents=True)
        try:
            self._make_screen()
            self._linux("wineboot", "-i")
            for name in STAND_INS:
                target = self.drive / "windows" / "system32" / f"{name}.dll"
                self._linux(
                    "x86_64-w64-mingw32-gcc", "-Os", "-shared", "-nostdlib", "-e", "DllMainCRTStartup",
                    "-o", str(target), str(SHIM / f"{name}.c"),
                )  # fmt: skip
            self.check(["reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f"])
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self.prefix.exists():
            subprocess.run(["wineserver", "-k"], env=self.environment, check=False, capture_output=True)
        if self._screen is not None:
            self._screen.terminate()
            self._screen.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, words: list[str], more: Mapping[str, str] | None = None) -> "subprocess.Popen[bytes]":
        """Start a program. Its outputs must be pipes, or a Python for Windows does not start under wine 8."""
        return subprocess.Popen(
            ["wine", *words],
            env={**self.environment, **(more or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self.folder,
        )

    def run(self, words: list[str], seconds: float = 300) -> tuple[int, str]:
        """Run a program to its end: its exit code, and what it said."""
        process = self.start(words)
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            raise SystemExit(f"{words[0]} did not end within {seconds:.0f} s") from None
        return process.returncode, said.decode("utf-8", "replace")

    def check(self, words: list[str], seconds: float = 300) -> str:
        """Run a program that must end well: what it said. Raises `SystemExit`."""
        code, said = self.run(words, seconds)
        if code:
            raise SystemExit(f"{' '.join(words)} ended with {code}:\n{said[-4000:]}")
        return said

    def path(self, path: Path) -> str:
        """How Windows programs call a file of this computer."""
        real, drive = path.resolve(), self.drive.resolve()
        name = f"C:/{real.relative_to(drive)}" if real.is_relative_to(drive) else f"Z:{real}"
        return name.replace("/", "\\")

    def _make_screen(self) -> None:
        """A screen nobody sees, where there is one to be had; else windows are drawn nowhere, which Qt can do too."""
        if not shutil.which("Xvfb"):
            self.environment["WINEQT_QPA_PLATFORM"] = "offscreen"  # wine keeps variables that begin with QT_ to itself
            return
        reading, writing = os.pipe()
        words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
        self._screen = subprocess.Popen(words, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise SystemExit("Xvfb gave no screen")
        self.environment["DISPLAY"] = f":{number}"

    def _linux(self, *words: str) -> None:
        done = subprocess.run(
            words,
            env=self.environment,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if done.returncode:
            raise SystemExit(f"{words[0]} ended with {done.returncode}:\n{done.stdout.decode('utf-8', 'replace')}")
