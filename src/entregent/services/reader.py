"""Whom a message is for, as the book knows them: what the checker takes into account."""

from dataclasses import dataclass

from entregent.asks.common_work import shared_times
from entregent.domain.facts import DEEDS, Connected, Deed, Tied, Worked
from entregent.domain.months import Month
from entregent.domain.pairs import pair
from entregent.domain.people import Person, Tie
from entregent.ledger.history import histories
from entregent.locale.languages import LANGUAGES, Language
from entregent.network.ties import build_ties
from entregent.services.desk import Desk
from entregent.services.meant import who
from entregent.tact.context import Closeness, Context, Form
from entregent.tact.context import Worked as Seen


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a message is for, its context, and the language they read, None where not known."""

    person: Person
    context: Context
    language: Language | None


def reader(desk: Desk, words: str) -> Reader:
    """Return the one person meant by a name, an address or an id, as a message's reader.

    Raises BookError: person.unknown, person.ambiguous.
    """
    person = who(desk, words)
    tie = _tie(desk, person)
    context = Context(
        form=Form(tie.address) if tie and tie.address else None,
        worked=_worked(desk, person),
        last_ask_days=_last_ask_days(desk, person),
        closeness=_closeness(tie),
    )
    spoken = next((one for one in LANGUAGES if person.lang.casefold().startswith(one)), None)
    return Reader(person, context, spoken)


def _tie(desk: Desk, person: Person) -> Tie | None:
    """Return what I said of our tie; what letters add up to says nothing here."""
    book = desk.book
    bonds = book.entries((Tied, Connected, Worked), person=person.id)
    ties = build_ties(bonds, (), {}, desk.today, desk.settings, book.owner)
    return ties.get(pair(book.owner, person.id))


def _closeness(tie: Tie | None) -> Closeness | None:
    if tie is None or tie.closeness is None:
        return None
    return Closeness.CLOSE if tie.close_friend else Closeness.OTHER


def _worked(desk: Desk, person: Person) -> Seen | None:
    """Return whether they saw me at work: as I confirmed; dates alone leave it open."""
    told = [entry.fact for entry in desk.book.entries((Worked,), person=person.id)]
    now = Month.of(desk.today)
    for fact in told:
        if isinstance(fact, Worked) and (fact.start is None or fact.start <= now):
            return Seen.TOGETHER
    me = desk.book.person(desk.book.owner)
    return None if me and shared_times(me, person, desk.today) else Seen.NEVER


def _last_ask_days(desk: Desk, person: Person) -> int | None:
    """Return the days since the last ask that was sent to them."""
    entries = desk.book.entries(DEEDS, person=person.id)
    deeds = [entry.fact for entry in entries if isinstance(entry.fact, Deed)]
    past = histories(deeds, desk.today, desk.settings, desk.book.goals()).get(person.id)
    return (desk.today - past.asks[-1].asked.on).days if past and past.asks else None
