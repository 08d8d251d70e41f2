"""What the two databases have in common to the rest of the room: a vault holds one book."""

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from entregent.store.plain import Plain

if TYPE_CHECKING:
    from sqlalchemy import Connection

PATIENCE = 5.0
"""For how many seconds a writer waits for another."""

Meaning: TypeAlias = Literal["to read", "to write"]


class Vault(Protocol):
    """Where a book is kept. All that goes wrong inside comes out as BookError."""

    name: str
    """How a person would recognise it: a path, or an address without its password."""

    def reading(self) -> "AbstractContextManager[Connection]":
        """Open one consistent view of the book."""
        ...

    def plain(self, *, meaning: Meaning = "to read") -> AbstractContextManager[Plain]:
        """Open one consistent view of the book for plain SQL, or a transaction of its own."""
        ...

    def writing(self) -> "AbstractContextManager[Connection]":
        """Open a transaction that no other writer shares; it ends whole or not at all."""
        ...

    def scrub(self) -> None:
        """Make what was deleted unreadable: free pages, logs, and backups beside the book."""
        ...

    def is_of(self, version: str) -> bool:
        """Tell whether the book says that it is of this version of the schema, if it can tell."""
        ...

    def troubles(self) -> list[str]:
        """Return what the database itself finds wrong with its storage, in its own words."""
        ...

    def close(self) -> None:
        """Let go of every connection."""
        ...
