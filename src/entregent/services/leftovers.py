"""What sources said of people in words that the book has none for."""

from collections.abc import Iterable, Iterator, Mapping

from entregent.domain.facts import Detail, Entry, Position, Seen
from entregent.domain.ids import PersonId
from entregent.domain.words import Origin
from entregent.services.ports import Book


def leftovers(book: Book, origin: Origin) -> Mapping[PersonId, Mapping[str, str]]:
    """Return the unknown words of each person's records, of each file as it was read last.

    What several records or files say under one name stands on several lines.
    """
    found: dict[PersonId, dict[str, dict[str, None]]] = {}
    for person, extra in _latest(book, origin):
        words = found.setdefault(person, {})
        for name, value in extra.items():
            words.setdefault(name, {}).update(dict.fromkeys(value.split("\n")))
    return {
        person: {name: "\n".join(values) for name, values in words.items()}
        for person, words in found.items()
    }


def _latest(book: Book, origin: Origin) -> Iterator[tuple[PersonId, Mapping[str, str]]]:
    """Yield the unknown words of the last batch that read each file, for each person."""
    place = {line.id: number for number, line in enumerate(book.batches())}
    told = list(_told(book.entries((Detail, Position, Seen)), origin))
    last: dict[tuple[PersonId, str], int] = {}
    for person, entry in told:
        key = (person, entry.source.file)
        last[key] = max(last.get(key, 0), place[entry.batch])
    for person, entry in told:
        if place[entry.batch] == last[person, entry.source.file]:
            yield person, entry.extra


def _told(entries: Iterable[Entry], origin: Origin) -> Iterator[tuple[PersonId, Entry]]:
    for entry in entries:
        fact, telling = entry.fact, entry.extra and entry.source.origin is origin
        if telling and isinstance(fact, Detail | Position | Seen):
            yield fact.person, entry
