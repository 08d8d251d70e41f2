"""Everything leaves: a book, or one person, in each form that other programs read."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from entregent.services.ports import BookError

if TYPE_CHECKING:
    from entregent.domain.people import Person
    from entregent.exchange.vcard.writer import Version
    from entregent.services.desk import Desk


class Form(StrEnum):
    """In which form a book leaves."""

    JSON = "json"
    JOURNAL = "journal"
    VCARD3 = "vcard3"
    VCARD4 = "vcard4"
    CSV = "csv"


WHOLE = frozenset({Form.JSON, Form.JOURNAL})
"""Forms that hold the whole book, ledger and all; the others are of people only."""


def taken_out(desk: "Desk", form: Form, person: "Person | None" = None) -> str:
    """Return a book's text in a form; in those of people, the owner is not among them.

    Raises BookError `export.whole` for one person in a form that holds the whole book.
    """
    if form in WHOLE and person is not None:
        raise BookError("export.whole", form=form)
    return _WRITERS[form](desk, person)


def journal(desk: "Desk", person: "Person | None" = None) -> str:
    """Return the book as a journal."""
    from entregent.exchange.journal.writer import write

    del person
    book = desk.book
    encounters = (met for met, _, _ in book.encounters())
    return write(book.people(), book.entries(), encounters, book.owner)


def dump(desk: "Desk", person: "Person | None" = None) -> str:
    """Return the whole book as one JSON document, losing nothing."""
    from entregent.exchange.jsonbook import to_json
    from entregent.store.book import SqlBook
    from entregent.store.memory import MemoryBook
    from entregent.store.snapshot import dump as whole

    del person
    if not isinstance(desk.book, SqlBook | MemoryBook):
        raise TypeError("only a kept book can be taken out whole")
    return to_json(whole(desk.book))


def _cards(version: "Version") -> Callable[["Desk", "Person | None"], str]:
    def cards(desk: "Desk", person: "Person | None") -> str:
        from entregent.domain.words import Origin
        from entregent.exchange.vcard.writer import write
        from entregent.services.leftovers import leftovers

        kept = leftovers(desk.book, Origin.VCARD)
        people = ((one, kept.get(one.id, {})) for one in _people(desk, person))
        return "".join(write(people, version, written=desk.now))

    return cards


def _table(desk: "Desk", person: "Person | None") -> str:
    from entregent.exchange.csvbook import write

    return write(_people(desk, person))


def _people(desk: "Desk", person: "Person | None") -> "list[Person]":
    if person is not None:
        return [person]
    from entregent.domain.text import fold

    others = [one for one in desk.book.people() if one.id != desk.book.owner]
    return sorted(others, key=lambda one: (fold(one.name), one.id))


_WRITERS: dict[Form, Callable[["Desk", "Person | None"], str]] = {
    Form.JSON: dump,
    Form.JOURNAL: journal,
    Form.VCARD3: _cards("3.0"),
    Form.VCARD4: _cards("4.0"),
    Form.CSV: _table,
}
