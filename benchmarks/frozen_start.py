"""The start of the frozen program against a bare window frozen alike: `python -m benchmarks.frozen_start TREE`.

From the start of the process until the first picture of the window is handed to the screen. Neither program is changed
for it: Qt itself says so on standard error when it is asked to (`QT_LOGGING_RULES`), on every system. Cold means that
what the page cache holds of both trees is dropped before each start (Linux; what the system shares, as its C library,
stays: another program has it open). The floor is built for the occasion, which takes 15 s.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.timing import line, told_in_turn

WARM, COLD = 21, 11
"""Rounds; a cold start varies no more than a warm one, but takes longer to prepare."""

ROOT = Path(__file__).resolve().parent.parent

BARE = """
import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("DasarKita"))
window.resize(1280, 760)
window.show()
sys.exit(app.exec())
"""

SPEC = """
import sys

sys.path.insert(0, {packaging!r})
import trim

LINUX = sys.platform == "linux"
made = Analysis([{script!r}], excludes=trim.UNUSED_MODULES)
made.binaries = [entry for entry in made.binaries if trim.is_carried(entry[0], entry[1], linux=LINUX)]
made.datas = [entry for entry in made.datas if trim.is_carried(entry[0])]
program = EXE(PYZ(made.pure), made.scripts, exclude_binaries=True, name="bare", console=False, strip=LINUX, upx=False)
COLLECT(program, made.binaries, made.datas, strip=LINUX, upx=False, name="bare")
"""

_PAINTED = b"Flushing"
"""What Qt says when the first picture goes to the screen."""

_RULES = {"QT_LOGGING_RULES": "qt.widgets.painting.info=true", "QT_FORCE_STDERR_LOGGING": "1"}


def build_floor(folder: Path) -> Path:
    """Freeze a bare window in a folder. Returns its program."""
    script, spec = folder / "bare.py", folder / "bare.spec"
    script.write_text(BARE, "utf-8")
    spec.write_text(SPEC.format(packaging=str(ROOT / "packaging"), script=str(script)), "utf-8")
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "build")]
    call = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, str(spec)]
    subprocess.run(call, check=True, stdin=subprocess.DEVNULL)
    return program(folder / "dist" / "bare")


def program(tree: Path) -> Path:
    """What is started of a frozen tree."""
    for name in ("dasarkita", "bare"):
        for suffix in ("", ".exe"):
            if (file := tree / f"{name}{suffix}").is_file():
                return file
    raise FileNotFoundError(f"{tree}: no frozen program here")


def first_sight(call: list[str], environment: Mapping[str, str]) -> float:
    """Seconds from the start of a program until its window is painted for the first time; ends it then."""
    start = perf_counter()
    with subprocess.Popen(call, env=dict(environment), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        said = b""
        while _PAINTED not in said:
            piece = os.read(process.stderr.fileno(), 1 << 16)
            if not piece:
                raise RuntimeError(f"{call[0]} ended before its window was seen: {said.decode(errors='replace')}")
            said = said[-200:] + piece
        taken = perf_counter() - start
        process.kill()
    return taken


def drop_from_memory(tree: Path) -> None:
    """Let the system forget the contents of all files of a folder (Linux)."""
    for path in tree.rglob("*"):
        if path.is_file() and not path.is_symlink():
            file = os.open(path, os.O_RDONLY)
            try:
                os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(file)


def _environment(home: Path, platform: str) -> dict[str, str]:
    """An owner's surroundings with folders of their own, so that nothing of ours is read or touched."""
    home.mkdir(exist_ok=True)
    own = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_RUNTIME_DIR"), str(home))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_"))}
    return {**kept, **own, **_RULES, "QT_QPA_PLATFORM": platform, "DASARKITA_LANGUAGE": "ms"}


def _second_start(environment: Mapping[str, str], home: Path) -> None:
    """Leave behind what an owner's first day does: a policy that was open when the program was closed."""
    from desktop.content.answers_file import sample_answers
    from desktop.content.load import load_library
    from desktop.store.business_file import BusinessFile

    library = load_library()
    answers = sample_answers(library.samples[0], library)
    file = home / "Kedai.dasar"
    BusinessFile.create(file, answers, now=_now(), backup_folder=home / "backups").close()
    script = (
        "import sys; from pathlib import Path; from desktop import settings; kept = settings.load(); "
        "file = Path(sys.argv[1]); kept.remember(file); kept.open_file = str(file); settings.save(kept)"
    )
    subprocess.run([sys.executable, "-c", script, str(file)], check=True, cwd=ROOT, env=dict(environment))


def _now():  # noqa: ANN202 - datetime is imported with the rest of what only this needs
    from datetime import UTC, datetime

    return datetime.now(UTC)


def run(tree: Path) -> None:
    """Measure a frozen tree on every screen there is."""
    ours = program(tree)
    with TemporaryDirectory() as folder:
        floor = build_floor(Path(folder))
        platforms = ["offscreen", *(["xcb"] if sys.platform == "linux" and os.environ.get("DISPLAY") else [])]
        for platform in platforms:
            home = Path(folder) / platform
            environment = _environment(home, platform)
            _measure(f"frozen start, {platform}", ours, floor, environment)
            if sys.platform != "win32":  # where folders of one's own are not a matter of the environment
                _second_start(environment, home)
                _measure(f"... with a policy left open, {platform}", ours, floor, environment)


def _measure(name: str, ours: Path, floor: Path, environment: Mapping[str, str]) -> None:
    def warm(file: Path) -> Callable[[], float]:
        return lambda: first_sight([str(file)], environment)

    def cold(file: Path) -> Callable[[], float]:
        def start() -> float:
            drop_from_memory(file.parent)
            return first_sight([str(file)], environment)

        return start

    line(f"{name}, warm", *told_in_turn(warm(ours), warm(floor), WARM), "aim 1.3 or less")
    if hasattr(os, "posix_fadvise"):
        line(f"{name}, cold", *told_in_turn(cold(ours), cold(floor), COLD), "aim 1.3 or less")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    print(f"{'':<58} {'ours':>12} {'bare':>12} {'ratio':>7}")
    run(Path(sys.argv[1]))
