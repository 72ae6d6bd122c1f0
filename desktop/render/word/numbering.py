"""Lists and clause numbers, as Word counts them.

Sections and clauses are numbered by their heading styles. Every list that counts has an instance of its own, so that
it begins at (a) or 1. In the side-by-side form the right column needs lists of its own too, or it would go on counting
where the left one stopped: a copy of each list that is counted row by row, and for clauses a one-level list for each
section, with the section's number as fixed words before the count.
"""

import re
from dataclasses import dataclass, field

from desktop.render.word.markup import escaped

_COLUMN_PATTERN = 5
"""Number of the list in the base document from which those of the right column are copied."""

_FIRST_OWN = 10
"""Numbers below this one belong to the base document."""


@dataclass(slots=True)
class Numbering:
    """Hands out list instances and remembers them for the numbering part."""

    _columns: dict[int, str] = field(default_factory=dict[int, str])
    """The section number before the count, by list number."""
    _beside: dict[int, int] = field(default_factory=dict[int, int])
    """The list of the base document that is copied, by list number."""
    _lists: dict[int, int] = field(default_factory=dict[int, int])
    """The list counted, by instance."""

    def counted(self, list_number: int, *, beside: bool = False) -> int:
        """A new instance of a list of the base document, counting from (a) or 1.

        `beside`: it is counted row by row beside another instance of the same list.
        """
        if beside:
            copies = {copied: number for number, copied in self._beside.items()}
            copy = copies.get(list_number) or self._own()
            self._beside[copy] = list_number
            list_number = copy
        return self._instance(list_number)

    def right_column(self, section: str) -> int:
        """A new instance that counts the clauses of one section: 3.1, 3.2, …"""
        list_number = self._own()
        self._columns[list_number] = section
        return self._instance(list_number)

    def part(self, base: str) -> str:
        """The numbering part with the instances handed out. Lists come before instances, as the schema asks."""
        pattern = _list(base, _COLUMN_PATTERN)
        own = "".join(_column_list(pattern, number, section) for number, section in self._columns.items())
        own += "".join(_copied(_list(base, copied), copied, number) for number, copied in self._beside.items())
        instances = "".join(_instance(number, counted) for number, counted in self._lists.items())
        start, first, rest = base.partition("<w:num ")
        return start + own + first + rest.replace("</w:numbering>", instances + "</w:numbering>")

    def _own(self) -> int:
        return _FIRST_OWN + len(self._columns) + len(self._beside)

    def _instance(self, list_number: int) -> int:
        instance = _FIRST_OWN + len(self._lists)
        self._lists[instance] = list_number
        return instance


def _list(base: str, number: int) -> str:
    found = re.search(rf'<w:abstractNum w:abstractNumId="{number}">.*?</w:abstractNum>', base, re.DOTALL)
    if found is None:
        raise LookupError(f"abstractNum {number}")
    return found[0]


def _column_list(pattern: str, number: int, section: str) -> str:
    return _copied(pattern, _COLUMN_PATTERN, number).replace('"0.%1"', f'"{escaped(section)}.%1"')


def _copied(pattern: str, copied: int, number: int) -> str:
    """A list of the base document under another number, and with another fingerprint (w:nsid)."""
    return pattern.replace(f'w:abstractNumId="{copied}"', f'w:abstractNumId="{number}"').replace(
        f'<w:nsid w:val="5D4B{copied:04X}"', f'<w:nsid w:val="5D4B{number:04X}"'
    )


def _instance(number: int, counted: int) -> str:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{counted}"/>{again}</w:num>'
