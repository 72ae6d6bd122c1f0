"""`python -m tests.gallery --out DIR` pictures every screen in both languages, both palettes and at 200 %."""

import json
import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from tempfile import NamedTemporaryFile

_DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
_SCREEN = (1366, 850)
"""Of an ordinary laptop; the offscreen one of Qt has 800 by 800, which makes windows and dialogs smaller."""
GUIDE = 1.0
"""The scale of the guide's pictures: wider than its window all the same, and a third as large as at 2."""


def main() -> int:
    wish = _wish()
    if "DASARKITA_GALLERY" in os.environ:
        from tests.gallery.pictures import make
        from tests.gallery.walk import walk

        faults = walk(wish) if wish.cut or wish.stumbles else make(wish)
        sys.stderr.writelines(f"{fault}\n" for fault in faults)
        return 1 if faults else 0
    # the scale of a program is settled when it starts
    scales = [GUIDE] if wish.guide else [1.0] if wish.cut or wish.stumbles else wish.scales
    return max(_process(scale) for scale in scales)


def _process(scale: float) -> int:
    with NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        wide, high = (round(side * scale) for side in _SCREEN)
        json.dump({"screens": [{"name": "laptop", "x": 0, "y": 0, "width": wide, "height": high, **_DOTS}]}, file)
    surroundings = os.environ | {
        "DASARKITA_GALLERY": "1",
        "QT_QPA_PLATFORM": f"offscreen:configfile={file.name}",
        "QT_SCALE_FACTOR": f"{scale:g}",
    }
    try:
        return subprocess.run(
            [sys.executable, "-m", "tests.gallery", *sys.argv[1:]], env=surroundings, check=False
        ).returncode
    finally:
        Path(file.name).unlink()


def _wish() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", metavar="DIR", help="where the pictures go")
    where.add_argument("--cut", action="store_true", help="no pictures: list the texts that are cut off, a line each")
    where.add_argument(
        "--stumbles", action="store_true", help="no pictures: list what a keyboard or a screen reader stumbles over"
    )
    where.add_argument("--guide", metavar="DIR", help="only the pictures of the user guide, and where they go")
    parser.add_argument("--languages", nargs="+", default=["ms", "en"], metavar="CODE")
    parser.add_argument("--looks", nargs="+", default=["light", "dark"], choices=["light", "dark"])
    parser.add_argument("--scales", nargs="+", default=[1.0, 2.0], type=float, metavar="FACTOR")
    parser.add_argument("--text", default=1.0, type=float, metavar="FACTOR", help="size of text in the system")
    parser.add_argument("--small", action="store_true", help="with --cut: in the smallest window")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="only these screens")
    words = parser.add_mutually_exclusive_group()
    words.add_argument("--pseudo", action="store_true", help="mark every text of the interface")
    words.add_argument("--double", action="store_true", help="make every text of the interface twice as long")
    return parser.parse_args()


sys.exit(main())
