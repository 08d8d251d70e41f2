"""Giving: whom I can do something for, and what I say of each suggestion."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from typing import TypeVar

from entregent.asks.avoid import avoid
from entregent.domain.facts import Fact, Need, Offer, Thanked
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.inbox import Brokered
from entregent.domain.pairs import Pair, pair
from entregent.domain.people import Tie
from entregent.domain.text import tokens
from entregent.domain.upkeep import Lead, LeadEnded, Rhythm, Settled, Settling
from entregent.domain.words import Kind, Said
from entregent.ledger.birthdays import birthdays
from entregent.ledger.endings import what
from entregent.ledger.gift import Gift, What
from entregent.ledger.giving import Circumstances, busy_on, from_history, gifts
from entregent.ledger.leads import follow, untold
from entregent.ledger.loops import outcomes
from entregent.ledger.news import moves, new_jobs
from entregent.ledger.rhythms import Rhythms, quiet
from entregent.ledger.settling import Settlings
from entregent.ledger.wishes import Senses, Wishes
from entregent.services.desk import Desk
from entregent.services.noticing import told_by_imports
from entregent.services.ports import BookError
from entregent.services.recording import record
from entregent.services.taking_back import take_back
from entregent.services.world import World, world

SNOOZE_DAYS = 14
"""So many days later a suggestion comes back, where no day is named."""

_F = TypeVar("_F")


@dataclass(frozen=True)
class Giving:
    """What there is to give, the first things first, and the world it was found in."""

    items: tuple[Gift, ...]
    known: World


def giving(desk: Desk, known: World | None = None) -> Giving:
    """Find what there is to give today, in the world where it was read already.

    Open goals and plans have no part in it.
    """
    known = known or world(desk)
    situation = known.situation
    facts = [entry.fact for entry in desk.book.entries(_READ)]
    friends = _mine(known)
    around = Circumstances(
        quiet=avoid(situation) | {situation.owner},
        close={who for who, tie in friends.items() if tie.close_friend},
        busy=busy_on(chain.from_iterable(situation.rules.busy.values()), desk.today),
        settlings=Settlings.of(_only(facts, Settled), desk.today),
    )
    found = chain(
        _from_ledger(known, friends),
        untold(follow(_only(facts, Lead), _only(facts, LeadEnded), desk.today)),
        _wishes(known, facts, friends, around).gifts(_senses(desk, known), around.stands),
        birthdays(situation.people.values(), desk.today, desk.settings.agenda_days),
        _news(desk, known),
        _quiet(known, facts, friends),
    )
    return Giving(gifts(found, around), known)


def pick(items: Sequence[Gift], words: str) -> Gift:
    """Return the suggestion of a number in the list, or of a key.

    Raises BookError: give.nothing, give.unknown.
    """
    word = words.strip().casefold()
    named = (
        one for place, one in enumerate(items, start=1) if word in (str(place), one.suggestion.key)
    )
    found = next(named, None)
    if found is None:
        raise BookError("give.unknown" if items else "give.nothing", word=words)
    return found


def did(desk: Desk, gift: Gift) -> tuple[BatchId, Fact]:
    """Keep that I did it, or had done it already: as the fact it is, where there is one."""
    fact: Fact
    if gift.what is What.THANKS:
        fact = Thanked(gift.person, desk.today)
    elif gift.lead is not None:
        lead = gift.lead
        fact = LeadEnded(lead.person, desk.today, what(lead), lead.other, told=desk.today)
    else:
        fact = _settled(desk, gift, Settling.DONE)
    return record(desk, [fact], f"give done {gift.what}"), fact


def snooze(desk: Desk, gift: Gift, until: date | None) -> tuple[BatchId, Settled]:
    """Put a suggestion off to a day; the last word of a day stands.

    Raises BookError: give.snooze-past.
    """
    back = until or desk.today + timedelta(days=SNOOZE_DAYS)
    if back <= desk.today:
        raise BookError("give.snooze-past", day=back.isoformat())
    fact = replace(_settled(desk, gift, Settling.SNOOZED), until=back)
    take_back(desk, fact)
    return record(desk, [fact], f"give snooze {gift.what}"), fact


def let_go(desk: Desk, gift: Gift) -> tuple[BatchId, Settled]:
    """Keep that it need not be done."""
    fact = _settled(desk, gift, Settling.LET_GO)
    return record(desk, [fact], f"give let-go {gift.what}"), fact


_READ = (Need, Offer, Rhythm, Settled, Lead, LeadEnded, Brokered)


def _only(facts: Iterable[object], kind: type[_F]) -> list[_F]:
    return [fact for fact in facts if isinstance(fact, kind)]


def _mine(known: World) -> dict[PersonId, Tie]:
    """Return those who are tied to me."""
    owner = known.situation.owner
    near = (between for between in known.ties if owner in between)
    return {tie.b: tie for between in near if (tie := known.ties[between]).b != owner}


def _from_ledger(known: World, friends: dict[PersonId, Tie]) -> Iterator[Gift]:
    met = {
        who: (tie.first, tie.last)
        for who, tie in friends.items()
        if tie.first is not None and tie.last is not None
    }
    for history in known.situation.histories.values():
        yield from from_history(history, friends.get(history.person))
        yield from outcomes(history, known.goals, met)


def _wishes(
    known: World, facts: Sequence[Fact], friends: dict[PersonId, Tie], around: Circumstances
) -> Wishes:
    situation = known.situation
    begun = {pair(one.person, one.other) for one in _only(facts, Brokered)}
    closed = {who for who in friends if situation.limits(who, Kind.INTRODUCTION)}
    shut = closed.union(around.busy, around.quiet)

    def apart(one: PersonId, other: PersonId) -> bool:
        between: Pair = pair(one, other)
        return not shut.isdisjoint(between) or between in begun or _acquainted(known, between)

    needs, offers = _only(facts, Need), _only(facts, Offer)
    return Wishes(situation.owner, situation.today, friends, needs, offers, apart)


def _acquainted(known: World, between: Pair) -> bool:
    """Tell whether two people know each other; to be named in one letter is not enough."""
    tie = known.ties.get(between)
    return tie is not None and (tie.declared or tie.count > 0)


def _senses(desk: Desk, known: World) -> Senses:
    """Return what tells what a text is about; where people live does not tell it."""
    people = known.situation.people.values()
    told = (value for one in people for said, value in one.details if said is Said.PLACE)
    places = frozenset(word for place in told for word in tokens(place))
    meaning = desk.reference.meaning
    return lambda text: meaning.senses(text, places)


def _news(desk: Desk, known: World) -> Iterator[Gift]:
    people = known.situation.people
    posts, places = told_by_imports(desk)
    yield from new_jobs(people, posts, desk.today)
    yield from moves(people, places, desk.today)


def _quiet(known: World, facts: Sequence[Fact], friends: dict[PersonId, Tie]) -> Iterator[Gift]:
    today = known.situation.today
    rhythms = Rhythms.of(_only(facts, Rhythm), today)
    last = {who: tie.last for who, tie in friends.items() if tie.last is not None}
    return quiet(known.situation.people.values(), rhythms, last, today)


def _settled(desk: Desk, gift: Gift, settling: Settling) -> Settled:
    return Settled(desk.today, gift.item, settling, gift.person, gift.other)
