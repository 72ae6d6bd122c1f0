"""The first minutes of an owner, driven from outside in the real window: in what order, and what must come of it."""

import json
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from linux.chroots import Chroot
from linux.screen import Screen, wait_for

FIRM = "Andam Seri Kelubi"
"""Of the second sample, whose documents are in Malay."""

_MALAY_DIALOG = "^Hasilkan dokumen Word$"
_ENGLISH_DIALOG = "^Make Word documents$"
_WORK = f"^.*{FIRM} - DasarKita$"
_DOCUMENTS = "Documents/DasarKita"


@contextmanager
def program(system: Chroot, screen: Screen, log: Path, *command: str) -> Generator["subprocess.Popen[bytes]"]:
    """The program, running in a system with its window on a screen; it must end by itself, well, within the block."""
    process = system.start(log, *command, DISPLAY=screen.display)
    try:
        yield process
        code = process.wait(30)
    finally:
        process.kill()
        process.wait()
    if code:
        raise AssertionError(
            f"{command[0]} ended with {code}: {log.read_text(encoding='utf-8', errors='replace')[-1500:]}"
        )


def first_minutes(system: Chroot, screen: Screen, log: Path, *command: str) -> str:
    """Start, open a sample, export its policy in Malay, switch to English, quit. Returns how fast the window came."""
    start = time.monotonic()
    with program(system, screen, log, *command):
        window = screen.window("^DasarKita$")
        shown = time.monotonic() - start
        if "dasarkita" not in screen.wm_class(window):  # as the menu entry says
            raise AssertionError(f"a task bar knows the window as {screen.wm_class(window)}")
        screen.picture("start")
        screen.keys("Tab", "space")
        screen.picture("samples")
        screen.keys("Tab", "Return")
        screen.window(_WORK)
        screen.picture("sample-open")
        _only(system.home / _DOCUMENTS, "*.dasar")
        _export(system, screen)
        _switch_to_english(system, screen)
        screen.keys("ctrl+q")
    screen.gone("DasarKita")
    return f"window after {shown:.2f} s"


def looks_and_quits(screen: Screen, sample: Path, name: str) -> None:
    """Photograph the window with a policy, and quit."""
    screen.window(f"^{sample.stem} - DasarKita$")
    screen.picture(name)
    screen.keys("ctrl+q")
    screen.gone("DasarKita")


def words_of(document: Path) -> str:
    """All text of a Word document, read by another program than the one that wrote it. Raises where it is none."""
    import docx

    opened = docx.Document(str(document))
    cells = (cell.text for table in opened.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def check_smoke(folder: Path, platform: str) -> str:
    """Look at what a smoke run on a kind of screen left; returns its figures in a line. Raises `AssertionError`."""
    figures = json.loads((folder / "smoke.json").read_text(encoding="utf-8"))
    documents = sorted(folder.rglob("*.docx"))
    well = figures["ok"] and not figures["faults"] and figures["frozen"] and figures["platform"] == platform
    if not well or len(documents) < 2:
        raise AssertionError(f"smoke: {figures}; documents: {documents}")
    for document in documents:
        if len(words_of(document)) < 1000:
            raise AssertionError(f"{document}: hardly anything in it")
    return f"{figures['platform']}, window after {figures['shown_s']:.2f} s, {len(documents)} documents"


def _export(system: Chroot, screen: Screen) -> None:
    screen.keys("ctrl+shift+e")
    screen.window(_MALAY_DIALOG)
    screen.picture("export")
    screen.keys("Return")
    policy = wait_for(
        "the policy as a Word document",
        lambda: next((system.home / _DOCUMENTS).glob(f"Dokumen Word/Dasar media sosial - {FIRM}.docx"), None),
    )
    screen.picture("exported")
    words = words_of(policy)
    for expected in (FIRM, "Pendirian kami", "Tujuan dasar ini"):
        if expected not in words:
            raise AssertionError(f"{policy.name}: {expected!r} is not in it: {words[:300]!r}")
    screen.keys("Escape")
    screen.gone(_MALAY_DIALOG)
    screen.window(_WORK)


def _switch_to_english(system: Chroot, screen: Screen) -> None:
    """By the menu: View, language of the program, the second."""
    screen.keys("alt+l", "b", "Down", "Return")
    saved = system.home / ".config" / "DasarKita" / "settings.json"
    wait_for(
        "English in the settings",
        lambda: (saved.is_file() and json.loads(saved.read_text(encoding="utf-8"))["language"] == "en") or None,
    )
    screen.picture("english")
    screen.keys("ctrl+shift+e")
    screen.window(_ENGLISH_DIALOG)
    screen.picture("export-english")
    screen.keys("Escape")
    screen.gone(_ENGLISH_DIALOG)
    screen.window(_WORK)


def _only(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise AssertionError(f"{folder}: one {pattern} was expected, there is {[path.name for path in found]}")
    return found[0]
