"""Rows of answers files: lists of tables that have an id each."""

from typing import Any, cast

from desktop.content.faults import Fault
from desktop.i18n import message


def rows_of(rows: Any, name: str, key: str, known: set[str], faults: list[Fault]) -> list[tuple[str, dict[str, Any]]]:
    """The rows with their places; faulty ones are noted and left out."""
    good: list[tuple[str, dict[str, Any]]] = []
    seen: set[str] = set()
    if not isinstance(rows, list):
        faults.append(Fault(name, f"[[{key}]]", message("this must be a list of tables: [[{key}]]", key=key)))
        return good
    for index, entry in enumerate(cast("list[Any]", rows), start=1):
        place = f"[[{key}]] {index}"
        row = cast("dict[str, Any]", entry) if isinstance(entry, dict) else {}
        if not isinstance(row.get("id"), str):
            faults.append(Fault(name, place, message("every row needs an id")))
        elif unknown := [field for field in row if field not in known]:
            faults.append(Fault(name, f"{place} {unknown[0]}", message("this key is not known")))
        elif row["id"] in seen:
            faults.append(Fault(name, f"{place} id", message("the id “{id}” is used twice", id=row["id"])))
        else:
            seen.add(row["id"])
            good.append((place, row))
    return good
