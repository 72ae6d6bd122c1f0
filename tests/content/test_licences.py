"""Nothing is shipped without the full text of its licence, nor without what the licence asks to be said."""

import ctypes
import json
import shutil
import sys
from importlib import import_module
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from desktop import paths
from desktop.content import lgpl
from desktop.content.licences import component, components, shipped, table, version_of

PARTS = {part.title: part for part in table()}
COMPONENTS = {component.name: component for component in components()}


@pytest.mark.parametrize("title", PARTS)
def test_every_part_has_its_licence_on_every_system(title: str) -> None:
    part = PARTS[title]
    made = component(part, "")
    assert made.licence
    assert len(made.text) > 200
    assert part.files or part.modules
    assert part.inside in ("", *(other.name for other in PARTS.values() if not other.inside or other.name == "Qt"))


@pytest.mark.parametrize("library", shipped())
def test_every_shipped_library_is_listed_with_all_it_needs(library: str) -> None:
    part = next(part for part in PARTS.values() if part.library == library)
    assert COMPONENTS[part.title].version == distribution(library).version
    needed = map(Requirement, distribution(library).requires or ())
    here = {each.name for each in needed if each.marker is None or each.marker.evaluate({"extra": ""})}
    assert set(map(canonicalize_name, here)) <= set(map(canonicalize_name, shipped()))


def test_nothing_is_listed_that_is_not_shipped() -> None:
    assert {part.library for part in PARTS.values() if part.library} == set(shipped())


def test_titles_tell_parts_apart() -> None:
    assert len(PARTS) == len(table())


def test_qt_comes_with_the_texts_the_lgpl_asks_for() -> None:
    for name in lgpl.QT:
        text = COMPONENTS[name].text
        assert "The Qt Company Ltd. and other contributors" in text
        assert "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3" in text
        assert "GNU GENERAL PUBLIC LICENSE\n                       Version 3" in text
        assert "END OF TERMS AND CONDITIONS" in text
        assert [each.name for each in COMPONENTS[name].texts] == [f"{name}: copyright", "LGPL-3.0", "GPL-3.0"]


def test_what_licences_ask_to_be_said_is_said() -> None:
    assert "based in part on the work of the Independent JPEG Group" in COMPONENTS["Qt: libjpeg-turbo"].text
    assert "copyright (c) 2026 The FreeType Project" in COMPONENTS["Qt: FreeType"].text
    assert "Bootloader Exception" in component(PARTS["PyInstaller's loader"], "").text


def test_everything_under_the_lgpl_has_a_notice() -> None:
    under = [part for part in PARTS.values() if part.licence.startswith("LGPL")]
    assert len(under) > 5
    # what is inside Qt under the LGPL goes with the notice and the source code of Qt
    assert [part.title for part in under if part.inside != "Qt" and not lgpl.applies_to(part.title)] == []


@pytest.mark.parametrize("title", ["Qt", "PySide6", "shiboken6", "lxml: libiconv"])
@pytest.mark.parametrize("mac", [True, False])
def test_the_notice_says_what_the_lgpl_asks_for(title: str, mac: bool) -> None:
    said = "\n".join(map(str, lgpl.notice(title, "6.11.3", "/folder", mac=mac)))
    for asked in (
        "unchanged",
        "GNU Lesser General Public License",
        "/folder",
        "copy yours there",
        "reverse engineering",
    ):
        assert asked in said
    assert "The source code of exactly these versions" in said
    assert all(address in said for address in lgpl.addresses(title, "6.11.3"))
    assert (lgpl.RESIGN in said) is mac


@pytest.mark.skipif(sys.platform != "linux", reason="only there the library says its version to others")
def test_libiconv_is_of_the_version_that_is_named() -> None:
    library = str(import_module("lxml.etree").__file__)
    number = ctypes.c_int.in_dll(ctypes.CDLL(library), "_libiconv_version").value
    assert version_of(PARTS["lxml: libiconv"]) == f"{number >> 8}.{number & 255}"


def test_every_text_beside_the_table_is_used() -> None:
    used = {text for part in PARTS.values() for text in part.texts}
    assert [path.name for path in paths.licences().glob("*.txt") if path.name not in used] == []


def test_the_loaders_licence_is_that_of_the_one_in_use() -> None:
    loader = pytest.importorskip("PyInstaller", reason="the program is not frozen here")
    said = distribution("pyinstaller").read_text("licenses/COPYING.txt")
    assert said and loader.__version__
    ours = (paths.licences() / "PyInstaller.txt").read_text(encoding="utf-8")
    assert ours.split() == said.split()


def test_the_programs_own_licence_comes_first() -> None:
    assert next(iter(COMPONENTS)) == paths.APP


def test_a_built_program_lists_what_it_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(paths.licences(), tmp_path, dirs_exist_ok=True)
    carried = {"Python": "3.11.9", "Visual C++ runtime": "", "libxkbcommon": "1.5.0"}
    (tmp_path / "carried.json").write_text(json.dumps(carried), encoding="utf-8")
    monkeypatch.setattr(paths, "licences", lambda: tmp_path)
    assert {each.name: each.version for each in components()[1:]} == carried
