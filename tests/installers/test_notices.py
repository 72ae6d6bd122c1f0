"""Every file of a built program is somebody's work, says so, and what is under the LGPL can be replaced."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import notices
import PySide6
import pytest
import trim

from desktop.content import lgpl
from desktop.content.licences import table, version_of

WINDOWS = {
    "_internal/python311.dll": "Python",
    "_internal/python3.dll": "Python",
    "_internal/select.pyd": "Python",
    "_internal/_decimal.pyd": "Python: libmpdec",
    "_internal/pyexpat.pyd": "Python: Expat",
    "_internal/libffi-8.dll": "libffi",
    "_internal/VCRUNTIME140.dll": "Visual C++ runtime",
    "_internal/VCRUNTIME140_1.dll": "Visual C++ runtime",
    "_internal/PySide6/MSVCP140.dll": "Visual C++ runtime",
    "_internal/PySide6/MSVCP140_2.dll": "Visual C++ runtime",
    "_internal/PySide6/Qt6Core.dll": "Qt: zlib",
    "_internal/PySide6/Qt6Gui.dll": "Qt: Direct3D 12 Memory Allocator",
    "_internal/PySide6/Qt6Svg.dll": "Qt: XSVG",
    "_internal/PySide6/plugins/platforms/qwindows.dll": "Qt",
    "_internal/PySide6/plugins/imageformats/qjpeg.dll": "Qt: libjpeg-turbo",
    "_internal/PySide6/QtCore.pyd": "PySide6",
    "_internal/PySide6/pyside6.abi3.dll": "PySide6",
    "_internal/shiboken6/shiboken6.abi3.dll": "shiboken6",
    "_internal/lxml/etree.cp311-win_amd64.pyd": "lxml: libiconv (winlibs)",
    "_internal/apsw/__init__.cp311-win_amd64.pyd": "APSW: SQLite",
    "_internal/python_dateutil-2.9.0.post0.dist-info/METADATA": "python-dateutil",
    "_internal/resources/library.json": "DasarKita",
}
MAC = {
    "Contents/Info.plist": "DasarKita",
    "Contents/_CodeSignature/CodeResources": "DasarKita",
    "Contents/Resources/dasarkita.icns": "DasarKita",
    "Contents/Resources/ms.lproj/InfoPlist.strings": "DasarKita",
    "Contents/Resources/base_library.zip": "Python",
    "Contents/Frameworks/Python.framework/Versions/3.11/Python": "Python",
    "Contents/Frameworks/python3.11/lib-dynload/select.cpython-311-darwin.so": "Python",
    "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore": "Qt: Apple's examples for Cocoa",
    "Contents/Frameworks/PySide6/Qt/lib/QtGui.framework/Versions/A/Resources/Info.plist": "Qt",
    "Contents/Frameworks/PySide6/Qt/lib/QtDBus.framework/Versions/A/QtDBus": "Qt: D-Bus headers",
    "Contents/Frameworks/PySide6/Qt/plugins/platforms/libqcocoa.dylib": "Qt: Apple's examples for Cocoa",
    "Contents/Frameworks/PySide6/libpyside6.abi3.6.11.dylib": "PySide6",
    "Contents/Frameworks/PySide6/QtCore.abi3.so": "PySide6",
    "Contents/Frameworks/shiboken6/libshiboken6.abi3.6.11.dylib": "shiboken6",
    "Contents/Frameworks/msgspec/_core.cpython-311-darwin.so": "msgspec",
    "Contents/Resources/babel/locale-data/ms.dat": "Babel: Unicode CLDR",
}
LINUX = {
    "_internal/libffi.so.8": "libffi",
    "_internal/libxcb-util.so.1": "xcb-util",
    "_internal/libxcb-icccm.so.4": "xcb-util-wm",
    "_internal/libxkbcommon-x11.so.0": "libxkbcommon",
    "_internal/libpython3.11.so.1.0": "Python",
    "_internal/PySide6/Qt/lib/libicudata.so.73": "Qt: ICU",
    "_internal/PySide6/Qt/lib/libQt6WaylandClient.so.6": "Qt: Wayland protocols",
    "_internal/PySide6/Qt/plugins/platforms/libqxcb.so": "Qt",
    "_internal/lxml/etree.cpython-311-x86_64-linux-gnu.so": "lxml: libiconv",
}
STRANGERS = [
    "_internal/libreadline.so.8",
    "_internal/libintl.8.dylib",
    "_internal/PySide6/Qt/lib/libQt6.txt",
    "_internal/PySide6/opengl.bin",
    "_internal/fonts/Arial.ttf",
    "_internal/pytz-2026.6.dist-info/METADATA",
    "_internal/numpy/core.pyd",
    "_internal/somebody.so",
    "_internal/readme.txt",
]
INSTALLED = Path(PySide6.__file__).parent.parent
"""Where the libraries lie that the program was built from, as those who make them publish them."""

SOURCES = tomllib.loads((notices.ROOT / "packaging" / "sources.toml").read_text(encoding="utf-8"))["source"]


def tree_of(folder: Path, names: dict[str, str] | list[str]) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


@pytest.mark.parametrize("names", [WINDOWS, MAC, LINUX], ids=["windows", "mac", "linux"])
def test_files_are_known_by_their_names_on_each_system(names: dict[str, str], tmp_path: Path) -> None:
    found = notices.attributed(tree_of(tmp_path, names))
    assert found.get("", []) == []
    assert [(name, title) for name, title in names.items() if name not in found.get(title, ())] == []


def test_a_file_of_nobodys_stops_the_build(tmp_path: Path) -> None:
    wrong = notices.faults(tree_of(tmp_path, STRANGERS))
    assert [name for name in STRANGERS if not any(line.startswith(f"{name}: nobody") for line in wrong)] == []


def test_what_is_listed_and_not_there_stops_the_build(tmp_path: Path) -> None:
    assert "msgspec: listed, though nothing of it is in the program" in notices.faults(tree_of(tmp_path, LINUX))


def test_notices_name_files_and_give_each_licence_once(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, {**LINUX, "_internal/resources/licences/parts.toml": ""})
    notices.write(tree)
    said, listed = (file.read_text(encoding="utf-8") for file in notices.places(tree))
    assert "In: _internal/libxcb-icccm.so.4" in said
    assert said.count("GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3") == 1
    assert all(folder in said for folder in lgpl.FOLDERS.values())
    assert said.count(lgpl.addresses("Qt", version_of(next(part for part in table() if part.title == "Qt")))[0]) == 2
    carried = json.loads(listed)
    assert "xcb-util-wm" in carried and "Visual C++ runtime" not in carried


def test_the_notice_names_every_carried_part_of_qt() -> None:
    helpers = {"XcbQpa", "WlShellIntegration"}
    assert {name.replace(" ", "").replace("-", "").upper() for name in lgpl.MODULES} == {
        name.upper() for name in trim.QT - helpers
    }


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["name"])
def test_sources_are_those_of_the_versions_carried(source: dict[str, str]) -> None:
    part = next(part for part in table() if part.title == source["part"])
    assert source["version"] == version_of(part)
    known = [*lgpl.addresses("Qt", source["version"]), *lgpl.addresses("lxml: libiconv", "")]
    assert any(source["address"].startswith(address) for address in known)
    assert source["address"].endswith((".tar.xz", ".tar.gz"))


def test_everything_under_the_lgpl_has_its_source() -> None:
    have = {source["part"] for source in SOURCES} | {"shiboken6"}
    under = [part for part in table() if part.licence.startswith("LGPL")]
    assert [part.title for part in under if part.title not in have and part.inside not in have] == []


@pytest.fixture
def frozen() -> Path:
    if not (folder := os.environ.get("DASARKITA_FROZEN")):
        pytest.skip("no built program: DASARKITA_FROZEN is not set")
    return Path(folder)


def test_a_built_program_carries_nothing_of_nobodys(frozen: Path) -> None:
    assert notices.faults(frozen) == []


def test_a_built_program_has_its_notices(frozen: Path) -> None:
    found = notices.attributed(frozen)
    said, listed = (file.read_text(encoding="utf-8") for file in notices.places(frozen))
    carried = json.loads(listed)
    assert set(carried) == set(found) - {"DasarKita"}
    assert [title for title in carried if f"\n{title}" not in said] == []


@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the freezer signs libraries or cuts them to one processor"
)
def test_libraries_under_the_lgpl_are_unchanged(frozen: Path) -> None:
    libraries = under_the_lgpl(frozen)
    assert {"libQt6Svg.so.6", "libpyside6.abi3.so.6.11", "libshiboken6.abi3.so.6.11"} <= {
        name.name for name in libraries
    }
    assert [
        name for name in libraries if (INSTALLED / name).read_bytes() != (frozen / "_internal" / name).read_bytes()
    ] == []


@pytest.mark.skipif(sys.platform != "linux", reason="asks the loader of Linux what it loads")
def test_libraries_under_the_lgpl_can_be_replaced(frozen: Path, tmp_path: Path) -> None:
    tree = tmp_path / "DasarKita"
    shutil.copytree(frozen, tree, symlinks=True)
    for name in under_the_lgpl(frozen):
        (tree / "_internal" / name).write_bytes((INSTALLED / name).read_bytes() + b"changed by its owner")
    done = subprocess.run(
        [tree / "dasarkita", "--smoke", tmp_path / "smoke"],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "LD_DEBUG": "libs",
            "LD_DEBUG_OUTPUT": str(tmp_path / "loaded"),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads((tmp_path / "smoke" / "smoke.json").read_text(encoding="utf-8"))["ok"]
    loaded = "".join(file.read_text(encoding="utf-8", errors="replace") for file in tmp_path.glob("loaded.*"))
    for library in ("libQt6Core.so.6", "libQt6Widgets.so.6", "libQt6Svg.so.6", "libpyside6.abi3.so.6.11"):
        assert re.search(rf"calling init: {re.escape(str(tree))}/\S*{re.escape(library)}", loaded)


def under_the_lgpl(frozen: Path) -> list[Path]:
    """The libraries of Qt, PySide6 and shiboken6 in a built program, seen from the folder of libraries."""
    found = notices.attributed(frozen)
    places = [
        Path(file).relative_to("_internal")
        for title in lgpl.QT
        for file in found[title]
        if file.startswith("_internal/")
    ]
    return [place for place in places if ".so" in place.suffixes]
