"""Gathers what the program carries along, where `desktop/paths.py` looks for it: one recipe for wheel and freezer.

    python packaging/bundle.py FOLDER

This folder must never get an `__init__.py`: it would hide the `packaging` library that build tools import.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.content.load import compile_library  # noqa: E402
from desktop.i18n import compile_catalogue  # noqa: E402


def make_bundle(target: Path) -> None:
    """Write what the program reads into a folder: `resources/` and `locales/` with content and catalogues compiled, the
    user guide, and what the page of licences goes by: the program's own, and the list of libraries. Raises
    `ContentError`.
    """
    resources = target / "resources"
    shutil.copytree(ROOT / "resources", resources, ignore=shutil.ignore_patterns("content", ".DS_Store"))
    compile_library(ROOT / "resources" / "content", resources / "library.json")
    shutil.copytree(ROOT / "docs" / "guide", target / "docs" / "guide", ignore=shutil.ignore_patterns(".DS_Store"))
    shutil.copy(ROOT / "LICENSE", target)
    (target / "requirements").mkdir()
    shutil.copy(ROOT / "requirements" / "program.txt", target / "requirements")
    for source in sorted((ROOT / "locales").glob("*/LC_MESSAGES/*.po")):
        compiled = target / source.relative_to(ROOT).with_suffix(".mo")
        compiled.parent.mkdir(parents=True)
        compile_catalogue(source, compiled)


if __name__ == "__main__":
    make_bundle(Path(sys.argv[1]))
