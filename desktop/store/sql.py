"""The few calls of apsw whose types a checker cannot see.

Its stubs name `collections.abc.Buffer`, which Python has only from 3.12 on.
"""

# pyright: reportUnknownMemberType=false

from collections.abc import Sequence
from typing import Any

import apsw


def run(connection: apsw.Connection, statements: str, bindings: Sequence[str | int | bytes | None] = ()) -> apsw.Cursor:
    """Run SQL. Raises `apsw.Error`."""
    return connection.execute(statements, bindings)


def pragma(connection: apsw.Connection, name: str, value: str | int | None = None) -> Any:
    """Read or set a pragma. Raises `apsw.Error`."""
    return connection.pragma(name) if value is None else connection.pragma(name, value)


def apply(connection: apsw.Connection, changeset: bytes) -> None:
    """Make the changes of a changeset, all or none. Raises `apsw.AbortError` on a conflict."""
    apsw.Changeset.apply(changeset, connection)


def inverted(changeset: bytes) -> bytes:
    """The changeset that takes another back."""
    return apsw.Changeset.invert(changeset)


def content(connection: apsw.Connection) -> bytes:
    """A whole database as a plain file would hold it."""
    return connection.serialize("main")


def load(connection: apsw.Connection, content: bytes) -> None:
    """Put a whole database into a connection to memory."""
    connection.deserialize("main", content)
