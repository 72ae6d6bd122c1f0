"""No library is shipped without the full text of its licence."""

from importlib.metadata import distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from desktop import paths
from desktop.content.licences import components, shipped

COMPONENTS = {component.name: component for component in components()}


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_has_its_licence(name: str) -> None:
    component = COMPONENTS[name]
    assert component.licence
    assert len(component.text) > 200
    assert component.version or name == "SQLite3 Multiple Ciphers"


@pytest.mark.parametrize("library", shipped())
def test_every_shipped_library_is_listed_with_all_it_needs(library: str) -> None:
    assert COMPONENTS[library].version == distribution(library).version
    needed = map(Requirement, distribution(library).requires or ())
    here = {each.name for each in needed if each.marker is None or each.marker.evaluate({"extra": ""})}
    assert set(map(canonicalize_name, here)) <= set(map(canonicalize_name, shipped()))


def test_qt_comes_with_the_texts_the_lgpl_asks_for() -> None:
    for name in ("Qt", "PySide6_Essentials", "shiboken6"):
        text = COMPONENTS[name].text
        assert "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3" in text
        assert "GNU GENERAL PUBLIC LICENSE\n                       Version 3" in text
        assert "END OF TERMS AND CONDITIONS" in text


def test_what_is_inside_other_libraries_is_listed_too() -> None:
    assert {"Qt", "Python", "SQLite", "SQLite3 Multiple Ciphers"} <= set(COMPONENTS)
    assert "based in part on the work of the\n                    Independent JPEG Group" in COMPONENTS["Qt"].text
    assert "copyright (c) 2025 The FreeType Project" in COMPONENTS["Qt"].text


def test_every_text_beside_the_table_is_used() -> None:
    table = (paths.licences() / "parts.toml").read_text(encoding="utf-8")
    assert [path.name for path in paths.licences().glob("*.txt") if f'"{path.name}"' not in table] == []


def test_the_programs_own_licence_comes_first() -> None:
    assert next(iter(COMPONENTS)) == paths.APP
