"""A form as one page a person, with the names filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.core.answers import Person
from desktop.core.bilingual import SideBySide
from desktop.core.document import Block, Document, Entry, Field, Run
from desktop.core.text import any_side


def for_each(document: Document | SideBySide, people: Sequence[Person]) -> Document | SideBySide:
    """The form once for every person, each on a page of its own. Without people it stays as it is."""
    if not people:
        return document
    if isinstance(document, SideBySide):
        return SideBySide(_for_each(document.left, people), _for_each(document.right, people))
    return _for_each(document, people)


def named(lines: Sequence[str], register: Sequence[Person]) -> tuple[Person, ...]:
    """People by name, one a line, each once. A name of the register stands for all who have it, with their roles."""
    people: dict[str, tuple[Person, ...]] = {}
    for line in lines:
        if name := " ".join(line.split()):
            known = tuple(person for person in register if person.name.casefold() == name.casefold())
            people.setdefault(name.casefold(), known or (Person("", name),))
    return tuple(person for same_name in people.values() for person in same_name)


def _for_each(document: Document, people: Sequence[Person]) -> Document:
    (sheet,) = document.annexes
    entries = tuple(
        entry
        for number, person in enumerate(people, start=1)
        for entry in _page(document, sheet.entries, number, person)
    )
    return replace(document, annexes=(replace(sheet, entries=entries),), pages=document.pages * len(people))


def _page(document: Document, entries: tuple[Entry, ...], number: int, person: Person) -> Iterator[Entry]:
    """One person's page. The title block stands on the first page only, so the others begin with the title."""
    if number > 1:
        yield Entry(f"page-{number}", (), (Run(f"{document.title} · {document.business_name}"),), new_page=True)
    values = [person.name, any_side(person.role, document.language)[0]]
    for entry in entries:
        blocks = tuple(_filled(block, values) for block in entry.blocks)
        yield replace(entry, id=f"{entry.id}-{number}", blocks=blocks)


def _filled(block: Block, values: list[str]) -> Block:
    """The first lines of the form are the name and the role."""
    if isinstance(block, Field) and values:
        return replace(block, value=values.pop(0))
    return block
