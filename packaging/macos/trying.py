"""Tries the image for the Mac as its owner does: opened, the program copied out of it, run, a file opened with it."""

import json
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from macos.steps import StepError, run, step


@contextmanager
def opened(image: Path, place: Path) -> Generator[Path]:
    """The folder that opens with the image; closed again whatever happens. Raises `StepError`."""
    run(["hdiutil", "attach", image, "-mountpoint", place, "-nobrowse", "-readonly", "-noautoopen"])
    try:
        yield place
    finally:
        subprocess.run(["hdiutil", "detach", "-force", str(place)], check=False, capture_output=True)


def try_image(image: Path, work: Path, *, known_to_apple: bool) -> None:
    """Copy the program out of the image and run the copy. Raises `StepError`."""
    app = work / "Applications" / "DasarKita.app"
    with step("open the image and copy the program"), opened(image, work / "image") as folder:
        if (folder / "Applications").readlink() != Path("/Applications"):
            raise StepError(f"{image.name}: it leads to another folder than Applications")
        run(["ditto", folder / app.name, app])
    with step("see whether the copy is whole"):
        run(["codesign", "--verify", "--deep", "--strict", app])
        if known_to_apple:
            run(["spctl", "--assess", "--type", "execute", "--verbose=2", app])
    program = app / "Contents" / "MacOS" / "dasarkita"
    with step("the copy tests itself"):
        run([program, "self-test"], seconds=300)
    with step("the copy shows its window and makes a policy"):
        run([program, "--smoke", work / "smoke"], seconds=300)
        look_at(work / "smoke" / "smoke.json")


def look_at(report: Path) -> None:
    """See what the program said of its run. Raises `StepError`."""
    told = json.loads(report.read_text(encoding="utf-8"))
    if not told["ok"] or not told["frozen"] or told["platform"] != "cocoa":
        raise StepError(json.dumps(told, indent=2))
    print(f"           window after {told['shown_s']} s, all in {told['seconds']} s")
