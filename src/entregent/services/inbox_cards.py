"""How I like to be asked: what the book says of it, for a card to paste."""

from dataclasses import dataclass

from entregent.domain.facts import Detail, Offer
from entregent.domain.inbox import Capacity
from entregent.domain.portrait import removed
from entregent.domain.words import Kind, Said
from entregent.services.desk import Desk
from entregent.services.inbox import capacities


@dataclass(frozen=True, slots=True)
class Card:
    """What I take and do not take, my measures, what I offer, where and in what languages."""

    name: str
    email: str
    takes: tuple[Kind, ...]
    refuses: tuple[Capacity, ...]
    measures: tuple[Capacity, ...]
    offers: tuple[str, ...]
    languages: tuple[str, ...]


def card(desk: Desk) -> Card:
    """Return my card, of what stands today; empty is not known."""
    book = desk.book
    me = book.person(book.owner)
    said = capacities(desk)
    refuses = tuple(one for one in said if one.most == 0)
    shut = {one.kind for one in refuses}
    return Card(
        me.name if me and me.names else "",
        me.emails[0] if me and me.emails else "",
        () if None in shut else tuple(kind for kind in Kind if kind not in shut),
        refuses,
        tuple(one for one in said if one.most),
        _offers(desk),
        _languages(desk),
    )


def _offers(desk: Desk) -> tuple[str, ...]:
    entries = desk.book.entries((Offer,), person=desk.book.owner)
    told = [e.fact.text for e in entries if isinstance(e.fact, Offer) and not removed(e)]
    return tuple(dict.fromkeys(told))


def _languages(desk: Desk) -> tuple[str, ...]:
    """Return the languages I said I speak, the first said first."""
    spoken: dict[str, bool] = {}
    for entry in desk.book.entries((Detail,), person=desk.book.owner):
        if isinstance(entry.fact, Detail) and entry.fact.said is Said.LANG:
            spoken[entry.fact.value] = not removed(entry)
    return tuple(value for value, stands in spoken.items() if stands)
