"""The guests of an event: whom its lists announce, as the latest list has them."""

from collections.abc import Iterable
from dataclasses import dataclass

from entregent.domain.events import Guest, Unlisted
from entregent.domain.ids import EventId, PersonId
from entregent.domain.reading import Card, Job
from entregent.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Listed:
    """A guest, and the name of the file that announces them."""

    guest: Guest
    file: str


def guests(desk: Desk, event: EventId) -> tuple[Guest, ...]:
    """Return everybody announced at an event, once each, in the order of the lists."""
    return tuple(one.guest for one in listed(desk, event))


def listed(desk: Desk, event: EventId) -> tuple[Listed, ...]:
    """Return the guests with the files they stand in; who was forgotten is no guest."""
    standing: dict[tuple[object, ...], Listed] = {}
    for entry in desk.book.entries((Guest, Unlisted)):
        match entry.fact:
            case Guest() as guest if guest.event == event and guest.name:
                standing[_sign(guest)] = Listed(guest, entry.source.file)
            case Unlisted() as gone if gone.event == event:
                standing.pop(_sign(gone), None)
            case _:
                pass
    return tuple(standing.values())


def unlisted(some: Iterable[Guest]) -> list[Unlisted]:
    """Return the words that take guests back."""
    return [Unlisted(one.event, one.name, one.company, one.emails) for one in some]


def drop_list(desk: Desk, event: EventId) -> tuple[Guest, ...]:
    """Delete for good all that the lists of an event told, and return whom they announced.

    People of the book and what was captured of somebody stay. `undo` brings no list back.
    """
    known = guests(desk, event)
    entries = desk.book.entries((Guest, Unlisted))
    told = [
        entry.id
        for entry in entries
        if isinstance(entry.fact, Guest | Unlisted) and entry.fact.event == event
    ]
    if told:
        desk.book.withdraw(told)
    return known


def card_of(number: int, guest: Guest) -> Card:
    """Return a guest as the card of a list, to be told from other people."""
    return Card(
        PersonId(f"guest-{number}"),
        f"row={number}",
        (guest.name,) if is_named(guest) else (),
        emails=guest.emails,
        phones=guest.phones,
        urls=guest.urls,
        jobs=(Job(guest.company, guest.title),) if guest.company or guest.title else (),
    )


def is_named(guest: Guest) -> bool:
    """Tell whether a guest is called by a name, and not by an address or a number."""
    return "@" not in guest.name and any(map(str.isalpha, guest.name))


def _sign(of: Guest | Unlisted) -> tuple[object, ...]:
    return of.name, of.company, of.emails
