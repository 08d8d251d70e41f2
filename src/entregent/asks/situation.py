"""The situation: everything a judgement rests on, gathered once for all goals."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from entregent.domain.asking import Goal
from entregent.domain.facts import Boundary, Busy, Discreet, Fact, House, LeftOut, Offer, Worked
from entregent.domain.ids import AskId, PersonId
from entregent.domain.pairs import Pair, pair
from entregent.domain.people import Person, Tie
from entregent.domain.sectors import Sectors
from entregent.domain.text import company_key
from entregent.domain.words import Kind
from entregent.ledger.history import History
from entregent.settings import Settings


@dataclass(frozen=True, slots=True)
class Rules:
    """What may not be done, and what is known of companies and of common work."""

    boundaries: Mapping[PersonId, tuple[Boundary, ...]] = field(default_factory=dict)
    busy: Mapping[PersonId, tuple[Busy, ...]] = field(default_factory=dict)
    worked: Mapping[PersonId, tuple[Worked, ...]] = field(default_factory=dict)
    offers: Mapping[PersonId, tuple[str, ...]] = field(default_factory=dict)
    houses: Mapping[str, House] = field(default_factory=dict)
    """Companies by their folded key; what was said later stands, field by field."""
    left_out: frozenset[PersonId] = frozenset()
    discreet: frozenset[PersonId] = frozenset()
    discreet_companies: frozenset[str] = frozenset()
    """Folded keys of the companies where nobody must know."""


@dataclass(frozen=True, slots=True)
class Situation:
    """The owner's world as of `today`: people, ties, histories, rules, and what else is wanted.

    `people` holds everybody, the owner too. `matters` gives the matter of each ask that continues
    another. `kept` names, for each person, the other open goals to which they are the best or
    only way. `addressed` gives the companies (folded keys) that recent work addresses tell of
    people of whom no source says any position. `sectors` gives the table of sectors.
    """

    owner: PersonId
    today: date
    settings: Settings
    people: Mapping[PersonId, Person]
    ties: Mapping[Pair, Tie]
    histories: Mapping[PersonId, History]
    rules: Rules = field(default_factory=Rules)
    matters: Mapping[AskId, AskId] = field(default_factory=dict)
    kept: Mapping[PersonId, tuple[Goal, ...]] = field(default_factory=dict)
    addressed: Mapping[PersonId, tuple[str, ...]] = field(default_factory=dict)
    sectors: Callable[[], Sectors] = Sectors
    _staff: dict[str, set[PersonId]] = field(default_factory=dict, compare=False)
    """Worked out once for all goals, when it is first asked for."""

    def on(self, day: date) -> "Situation":
        """Return the same world on a later day, when nothing has happened by then."""
        past = {who: replace(known, today=day) for who, known in self.histories.items()}
        return replace(self, today=day, histories=past, _staff={})

    def tie(self, one: PersonId, other: PersonId) -> Tie | None:
        """Return what ties two people, if anything does."""
        return self.ties.get(pair(one, other))

    def my_tie(self, person: PersonId) -> Tie | None:
        """Return what ties me to somebody, if anything does."""
        return self.tie(self.owner, person)

    def history(self, person: PersonId) -> History:
        """Return what happened with somebody; an empty history when nothing did."""
        known = self.histories.get(person)
        return known or History(person, self.today, self.settings)

    def employers(self, person: PersonId) -> tuple[str, ...]:
        """Return the folded keys of somebody's current employers, the best source's first."""
        names = self.people[person].companies(self.today)
        stated = tuple(dict.fromkeys(company_key(name) for name in names))
        return stated or self.addressed.get(person, ())

    def staff(self) -> Mapping[str, set[PersonId]]:
        """Return who works where now, by the companies' folded keys."""
        if not self._staff:
            for person in self.people:
                for company in self.employers(person):
                    self._staff.setdefault(company, set()).add(person)
        return self._staff

    def limits(self, person: PersonId, *kinds: Kind) -> tuple[Boundary, ...]:
        """Return the active boundaries of somebody that cover any of these kinds."""
        said = self.rules.boundaries.get(person, ())
        return tuple(
            limit for limit in said if any(limit.covers(kind, self.today) for kind in kinds)
        )


def gather_rules(facts: Iterable[Fact]) -> Rules:
    """Sort the facts that judgements rest on by whom they speak of; others are passed over.

    Facts come in the order they entered the book: a company's later words stand. Of boundaries and
    of busy periods those that last longest come first, whichever was noted first.
    """
    boundaries: dict[PersonId, tuple[Boundary, ...]] = defaultdict(tuple)
    busy: dict[PersonId, tuple[Busy, ...]] = defaultdict(tuple)
    worked: dict[PersonId, tuple[Worked, ...]] = defaultdict(tuple)
    offers: dict[PersonId, tuple[str, ...]] = defaultdict(tuple)
    houses: dict[str, House] = {}
    hidden: list[LeftOut | Discreet] = []
    for fact in facts:
        match fact:
            case Boundary(person=person):
                boundaries[person] += (fact,)
            case Busy(person=person):
                busy[person] += (fact,)
            case Worked(person=person):
                worked[person] += (fact,)
            case Offer(person=person, text=text):
                offers[person] += (text,)
            case House(company=company):
                key = company_key(company)
                houses[key] = _joined(houses.get(key), fact)
            case LeftOut() | Discreet():
                hidden.append(fact)
            case _:
                pass
    return _with_hidden(
        Rules(
            {who: tuple(sorted(said, key=_longest)) for who, said in boundaries.items()},
            {who: tuple(sorted(told, key=_latest)) for who, told in busy.items()},
            dict(worked),
            dict(offers),
            houses,
        ),
        hidden,
    )


def _longest(limit: Boundary) -> tuple[int, list[Kind], str]:
    return (-(limit.until or date.max).toordinal(), sorted(limit.kinds), limit.because)


def _latest(period: Busy) -> tuple[int, date, str]:
    return (-period.end.toordinal(), period.start, period.because)


def _with_hidden(rules: Rules, hidden: list[LeftOut | Discreet]) -> Rules:
    discreet = [fact for fact in hidden if isinstance(fact, Discreet)]
    return replace(
        rules,
        left_out=frozenset(fact.person for fact in hidden if isinstance(fact, LeftOut)),
        discreet=frozenset(fact.person for fact in discreet if fact.person is not None),
        discreet_companies=frozenset(
            company_key(fact.company) for fact in discreet if fact.company
        ),
    )


def _joined(earlier: House | None, later: House) -> House:
    if earlier is None:
        return later
    return House(
        later.company,
        later.sector or earlier.sector,
        later.referrals or earlier.referrals,
    )
