"""XML of other people's Word files as trees that keep every namespace, as python-docx reads and writes them."""

from typing import Any

from docx.opc.oxml import serialize_part_xml  # pyright: ignore[reportUnknownVariableType] - its argument has no type
from docx.oxml.parser import parse_xml


def tree_of(data: bytes | str) -> Any:
    """The root element of a part."""
    return parse_xml(data)


def bytes_of(tree: Any) -> bytes:
    """A part with this root element. Equal trees give equal bytes."""
    return serialize_part_xml(tree)
