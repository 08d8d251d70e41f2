"""Why I would be glad to meet somebody: their words held beside mine."""

from collections.abc import Iterable, Iterator

from entregent.coach.brief.model import Aims, Attendee, Reason, Senses, Why
from entregent.domain.events import Mode
from entregent.domain.text import company_key, tokens

_MOST = 3
_SHORTEST = 3
"""Letters of a company's name that words of a goal may name it by."""


def reasons(who: Attendee, aims: Aims, mode: Mode, senses: Senses) -> tuple[Reason, ...]:
    """Return why somebody is worth meeting, one reason a kind, the strongest first.

    To make friends only what both like counts.
    """
    finding = _friendly if mode is Mode.FRIENDSHIP else _professional
    order = list(Why)
    found: list[Reason] = []
    for reason in sorted(
        finding(who, aims, _Meeting(senses)), key=lambda one: order.index(one.why)
    ):
        if all(reason.why != one.why and reason.theirs != one.theirs for one in found):
            found.append(reason)
    return tuple(found[:_MOST])


def _friendly(who: Attendee, aims: Aims, meeting: "_Meeting") -> Iterator[Reason]:
    told = (*who.topics, *who.circles)
    yield from meeting.of(Why.GOAL, aims.goals, told)
    yield from meeting.of(Why.SUBJECT, aims.subjects, told)


def _professional(who: Attendee, aims: Aims, meeting: "_Meeting") -> Iterator[Reason]:
    if who.person is not None and who.person in aims.people:
        yield Reason(Why.ASKED_FOR, theirs=who.name)
    work = (who.title, *who.topics, *who.sectors)
    yield from _at(Why.WANTED_COMPANY, who, aims.companies)
    yield from (
        Reason(Why.WANTED_COMPANY, goal, who.company)
        for goal in aims.goals
        if _names(goal, who.company)
    )
    yield from meeting.of(Why.THEY_OFFER, (*aims.needs, *aims.goals), who.offers)
    yield from meeting.of(Why.THEY_SEEK, aims.offers, who.needs)
    yield from meeting.of(Why.SOUGHT, (aims.work,), who.needs)
    yield from meeting.of(Why.GOAL, (*aims.goals, *aims.needs), work)
    yield from meeting.of(Why.WANTED_FIELD, aims.fields, (*work, *who.offers))
    for person, offer, need in aims.around:
        if need in who.needs and person != who.person:
            yield Reason(Why.NETWORK_GIVES, offer, need, person)
    yield from meeting.of(Why.SUBJECT, aims.subjects, (*who.topics, *who.needs))
    yield from _at(Why.CLIENT, who, aims.clients)
    yield from _at(Why.ONCE_THERE, who, aims.places)
    yield from meeting.of(Why.SAME_WORK, (aims.work,), (who.title,))


def _at(why: Why, who: Attendee, companies: Iterable[str]) -> Iterator[Reason]:
    """Yield that somebody works at one of these."""
    key = company_key(who.company)
    return (Reason(why, one, who.company) for one in companies if key and company_key(one) == key)


def _names(goal: str, company: str) -> bool:
    """Tell whether a goal names a company, word for word."""
    key = company_key(company)
    words = f" {' '.join(tokens(goal))} "
    return len(key) >= _SHORTEST and f" {key} " in words


class _Meeting:
    """Tells which of two people's words are about the same thing."""

    def __init__(self, senses: Senses) -> None:
        self._senses = senses

    def of(self, why: Why, mine: Iterable[str], theirs: Iterable[str]) -> Iterator[Reason]:
        """Yield each pair of texts that share at least half of what the shorter is about."""
        held = tuple(theirs)
        for one in mine:
            for other in held:
                if self._meet(self._senses(one), self._senses(other)):
                    yield Reason(why, one, other)

    @staticmethod
    def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
        shared = one & other
        return bool(shared) and 2 * len(shared) >= min(len(one), len(other))
