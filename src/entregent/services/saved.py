"""Saved searches: queries the owner asks again by a name."""

from collections.abc import Iterable, Mapping

from entregent.domain.facts import Entry, SavedSearch
from entregent.domain.ids import BatchId
from entregent.domain.portrait import REMOVED, removed
from entregent.domain.text import fold
from entregent.domain.words import Origin
from entregent.services.desk import Desk
from entregent.services.ports import Book, BookError
from entregent.services.querying import parse
from entregent.services.recording import record


def saved(book: Book) -> list[SavedSearch]:
    """Return the saved searches that stand, by name."""
    return standing(book.entries((SavedSearch,)))


def standing(entries: Iterable[Entry]) -> list[SavedSearch]:
    """Return those of these saved searches that stand, by name: by hand before a journal's."""
    last = {
        fold(entry.fact.name): (entry.fact, removed(entry))
        for entry in sorted(entries, key=lambda entry: entry.source.origin is Origin.HAND)
        if isinstance(entry.fact, SavedSearch)
    }
    found = [one for one, gone in last.values() if not gone]
    return sorted(found, key=lambda one: fold(one.name))


def by_name(book: Book) -> Mapping[str, str]:
    """Return each saved query by its folded name."""
    return {fold(one.name): one.query for one in saved(book)}


def save(desk: Desk, name: str, query: str) -> BatchId:
    """Keep a query under a name, which may have meant another before.

    Raises BookError: search.nothing, search.name (empty, or with a space or a quotation mark).
    """
    name = name.strip().removeprefix("@")
    if not parse(query, desk.reference.fields):
        raise BookError("search.nothing")
    if not SavedSearch.may_be_called(name):
        raise BookError("search.name", name=name)
    return record(desk, [SavedSearch(name, query)], f"save @{name}")


def unsave(desk: Desk, name: str) -> BatchId:
    """Let a saved search go. Raises BookError: search.unknown, search.none."""
    wanted = fold(name.removeprefix("@"))
    found = next((one for one in saved(desk.book) if fold(one.name) == wanted), None)
    if found is None:
        known = known_names(desk.book)
        raise BookError("search.unknown" if known else "search.none", name=name, known=known)
    return record(desk, [found], f"unsave @{found.name}", extra=REMOVED)


def known_names(book: Book) -> str:
    """Return the names of all saved searches, as they are typed."""
    return ", ".join(f"@{one.name}" for one in saved(book))
