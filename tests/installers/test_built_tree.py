"""What must not be shipped is found in a built tree, on real libraries."""

import logging
import shutil
import sys
from pathlib import Path

import PySide6
import pytest
from built_tree import Keeper, faults, needed_of_the_system, packages_needed

QT = Path(PySide6.__file__).parent / "Qt"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads libraries as Linux has them")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree that is all right: two libraries of Qt, one of which needs the other."""
    (tmp_path / "Qt" / "lib").mkdir(parents=True)
    for name in ("libQt6Core.so.6", "libicui18n.so.73", "libicuuc.so.73", "libicudata.so.73"):
        shutil.copy(QT / "lib" / name, tmp_path / "Qt" / "lib" / name)
    return tmp_path


def test_a_tree_with_all_it_needs_is_right(tree: Path) -> None:
    assert faults(tree) == []


@pytest.mark.parametrize(
    "name",
    [
        "libssl.so.3",
        "libcrypto-3.dll",
        "python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "python3.11/lib-dynload/_hashlib.cpython-311-x86_64-linux-gnu.so",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
        "Qt6Network.dll",
    ],
)
def test_what_speaks_to_a_network_is_named(tree: Path, name: str) -> None:
    (tree / name).parent.mkdir(parents=True, exist_ok=True)
    (tree / name).touch()
    assert faults(tree) == [f"{name}: can speak to a network"]


@pytest.mark.parametrize("name", ["libstdc++.so.6", "libGL.so.1", "icuuc.dll", "api-ms-win-core-file-l1-2-0.dll"])
def test_a_copy_of_what_is_the_systems_is_named(tree: Path, name: str) -> None:
    (tree / name).touch()
    assert faults(tree) == [f"{name}: must be the system's own"]


def test_a_library_that_nobody_has_is_named_with_who_needs_it(tree: Path) -> None:
    (tree / "Qt" / "lib" / "libicui18n.so.73").unlink()
    assert faults(tree) == [
        "libicui18n.so.73: neither here nor known of the system, needed by Qt/lib/libQt6Core.so.6",
    ]


def test_a_file_that_is_cut_off_is_named(tree: Path) -> None:
    library = tree / "Qt" / "lib" / "libQt6Core.so.6"
    library.write_bytes(library.read_bytes()[:100])
    with pytest.raises(ValueError, match=str(library)):
        needed_of_the_system(tree)


def test_packages_are_those_of_the_libraries_asked_for(tree: Path) -> None:
    must, may = packages_needed(tree)
    assert {"libc6", "libstdc++6", "zlib1g", "libglib2.0-0 | libglib2.0-0t64"} <= set(must)
    assert "libcups2 | libcups2t64" not in must
    assert may == []


def test_what_only_a_plug_in_asks_for_is_no_must(tree: Path) -> None:
    plug_in = tree / "Qt" / "plugins" / "printsupport"
    plug_in.mkdir(parents=True)
    shutil.copy(QT / "plugins" / "printsupport" / "libcupsprintersupport.so", plug_in)
    for name in ("libQt6PrintSupport.so.6", "libQt6Widgets.so.6", "libQt6DBus.so.6"):
        shutil.copy(QT / "lib" / name, tree / "Qt" / "lib" / name)
    for name in ("libQt6Gui.so.6", "libxkbcommon.so.0"):
        (tree / "Qt" / "lib" / name).touch()  # as if it were there
    must, may = packages_needed(tree)
    assert may == ["libcups2 | libcups2t64"]
    assert {"libc6", "libgl1", "libdbus-1-3"} <= set(must)


def test_the_freezers_warnings_are_kept() -> None:
    lines: list[str] = []
    logger = logging.Logger("freezer")  # one of its own, which no other test sees
    logger.addHandler(Keeper(lines))
    logger.info("Building")
    logger.warning("Library not found: could not resolve 'libxcb-icccm.so.4'")
    assert lines == ["Library not found: could not resolve 'libxcb-icccm.so.4'"]
