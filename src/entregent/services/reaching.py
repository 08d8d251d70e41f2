"""Reach: which companies, sectors, circles and goals my network opens, by whom, and where not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, assert_never

from entregent.asks.avoid import avoid
from entregent.asks.groups import Group, gather_groups, group_key
from entregent.asks.passable import passable
from entregent.asks.routes import led_to
from entregent.asks.targets import target_set
from entregent.domain.asking import Goal, ToCompany, ToSector
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import company_key, fold, tokens
from entregent.domain.words import Sort
from entregent.network.bridges import Bridge, bridges
from entregent.network.outlook import Carry, Ground, Opening, along, carry, in_touch, opening
from entregent.network.reach import Opened, Web
from entregent.network.reasons import TieEvidence, chain_evidence
from entregent.network.strength import strength
from entregent.services.desk import Desk
from entregent.services.fitting import former
from entregent.services.nearby import MOST, nearby
from entregent.services.ports import BookError
from entregent.services.world import World, world

_CIRCLE = 2
"""A circle of fewer people is no side of a bridge."""


_UNKNOWN: Final = {
    Sort.COMPANY: "reach.no-company",
    Sort.SECTOR: "reach.no-sector",
    Sort.CIRCLE: "reach.no-circle",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A company, sector or circle, and what is open of it."""

    group: Group
    opened: Opened

    @property
    def alone(self) -> PersonId | None:
        """The only way in, where that is more than just the one person I know there."""
        only = self.opened.only
        return None if self.opened.people == (only,) else only


@dataclass(frozen=True, slots=True)
class Link:
    """A chain or a bridge's two people: what each tie rests on, and whether an ask will carry."""

    people: tuple[PersonId, ...]
    evidence: tuple[TieEvidence, ...]
    carries: Carry


@dataclass(frozen=True)
class Reach:
    """What my network opens.

    `places` are where somebody can be reached, the most opened first, and of equals those that
    others open; `closed` where nobody can. `goals` are mine that are open and to which others may
    lead. `circles` names the circles that bridges speak of, by key; `people` are all portraits.
    """

    places: tuple[Place, ...]
    closed: tuple[Group, ...]
    goals: tuple[tuple[Goal, Opened], ...]
    bridges: tuple[tuple[Bridge, Link], ...]
    circles: Mapping[str, str]
    people: Mapping[PersonId, Person]

    @cached_property
    def alone(self) -> dict[PersonId, list[Place]]:
        """Who is the only way in to which places, who opens most of them first."""
        found: dict[PersonId, list[Place]] = defaultdict(list)
        for place in self.places:
            if place.alone is not None:
                found[place.alone].append(place)
        return dict(sorted(found.items(), key=lambda one: -len(one[1])))


@dataclass(frozen=True, slots=True)
class PlaceSheet:
    """One place in detail: the best chain by each who opens it, and what the first of them opens.

    `resting` tells until when some of them rest; `were` used to be there and may tell about it;
    `people` are all portraits.
    """

    place: Place
    links: tuple[Link, ...]
    opens: Opening | None
    resting: Mapping[PersonId, date]
    were: tuple[PersonId, ...]
    people: Mapping[PersonId, Person]


def reach(desk: Desk) -> Reach:
    """Return what my network opens, as of today."""
    view = _View(desk)
    groups = sorted(gather_groups(view.situation), key=lambda one: (fold(one.name), one.key))
    circles = {one.key: one for one in groups if one.sort is Sort.CIRCLE}
    sides = {key: one.members for key, one in circles.items() if len(one.members) >= _CIRCLE}
    told = [Place(group, view.web.opened(group.members)) for group in groups]
    return Reach(
        tuple(sorted((place for place in told if place.opened.people), key=_most)),
        tuple(p.group for p in told if not (p.opened.people or p.group.mine)),
        tuple(view.goals()),
        tuple(view.bridges(bridges(view.web, sides))),
        {key: one.name for key, one in circles.items()},
        view.situation.people,
    )


def reach_place(desk: Desk, sort: Sort, name: str) -> PlaceSheet:
    """Return what my network opens of one place.

    Raises BookError: reach.no-company, reach.no-sector, reach.no-circle, with those near.
    """
    view = _View(desk)
    group = view.named(sort, name)
    place = Place(group, view.web.opened(group.members))
    links = tuple(view.links(place.opened))
    rests = {who: view.situation.history(who).rest for who in place.opened.through}
    resting = {who: rest.until for who, rest in rests.items() if rest is not None}
    return PlaceSheet(
        place,
        links,
        view.opening(group, links[0].people) if links else None,
        resting,
        view.were(group),
        view.situation.people,
    )


def _most(place: Place) -> tuple[int, int]:
    return (-len(place.opened.people), len(place.opened.known))


class _View:
    """The world, and the web of the ties that an ask may go by."""

    def __init__(self, desk: Desk) -> None:
        self.known: World = world(desk)
        self.situation = self.known.situation

    @cached_property
    def web(self) -> Web:
        known = self.situation
        open_to = passable(known)
        links = [
            link
            for link in self.known.ties.strengths(known.settings)
            if open_to.between(link[0], link[1])
        ]
        tied = {person for one, other, *_ in links for person in (one, other)} - {known.owner}
        order = sorted(tied, key=lambda who: (fold(known.people[who].name), who))
        willing = self.known.willingness
        return Web.of([known.owner, *order], links, willing, known.settings.hops)

    @cached_property
    def away(self) -> frozenset[PersonId]:
        """Who is left out or must not know, and of whom nothing is told."""
        return avoid(self.situation)

    def goals(self) -> Iterator[tuple[Goal, Opened]]:
        """Yield the open goals to which others may lead, with who can be reached for each."""
        for goal in self.known.goals:
            if goal.done is None and led_to(self.situation, goal):
                yield goal, self.web.opened(target_set(self.situation, goal.target))

    def bridges(self, found: Iterable[Bridge]) -> Iterator[tuple[Bridge, Link]]:
        """Yield bridges with what each rests on."""
        for bridge in found:
            yield bridge, self._link((bridge.one.person, bridge.other.person))

    def links(self, opened: Opened) -> Iterator[Link]:
        """Yield the best chain by each who opens something, in their order."""
        yield from (self._link(self.web.chain(who, opened.people)) for who in opened.through)

    def opening(self, group: Group, people: Sequence[PersonId]) -> Opening | None:
        """Return what a chain opens of a group where it leads."""
        known = self.situation
        ties = (known.my_tie(who) for who in group.members if who not in people)
        strengths = (strength(tie, known.settings) for tie in ties if tie is not None)
        others = Ground(group.sort, group.name, sum(map(in_touch, strengths)), group.mine)
        return opening([others], along(people[:2], known.ties, known.settings)[0])

    def named(self, sort: Sort, name: str) -> Group:
        """Return the group of this name, which something must tell of."""
        key = group_key(self.situation, sort, name)
        groups = {one.key: one for one in gather_groups(self.situation) if one.sort is sort}
        if key in groups:
            return groups[key]
        if key and key in self._heard(sort):
            sector = self.situation.sectors().named(name) if sort is Sort.SECTOR else None
            return Group(sort, key, name, sector=sector)
        near = _near(fold(name), groups.values())
        raise BookError(_UNKNOWN[sort], name=name, near=", ".join(near))

    def were(self, group: Group) -> tuple[PersonId, ...]:
        """Return who used to work at a company, and is tied to me."""
        if group.sort is not Sort.COMPANY:
            return ()
        known = self.situation
        told = (
            who
            for who in self.web.ids[1:]
            if who not in group.members
            and group.key in map(company_key, former(known.people[who], known.today))
        )
        return tuple(who for who in told if known.my_tie(who) is not None)

    def _heard(self, sort: Sort) -> set[str]:
        """Return the keys of groups without people that goals aim at, or the table knows."""
        targets = [goal.target for goal in self.known.goals]
        match sort:
            case Sort.COMPANY:
                known = self.situation.people
                told = (
                    former(known[who], self.situation.today) for who in known.keys() - self.away
                )
                heard = {name for names in told for name in names}
                heard |= {one.name for one in targets if isinstance(one, ToCompany)}
                return set(map(company_key, heard)) - self.situation.rules.discreet_companies
            case Sort.SECTOR:
                wanted = [one.name for one in targets if isinstance(one, ToSector)]
                keys = {group_key(self.situation, sort, one) for one in wanted}
                return keys | {sector.code for sector in self.situation.sectors().all}
            case Sort.CIRCLE:
                return set()
            case _:
                assert_never(sort)

    def _link(self, people: tuple[PersonId, ...]) -> Link:
        ties, settings = self.situation.ties, self.situation.settings
        evidence = chain_evidence(people, ties, self.known.connected)
        return Link(people, evidence, carry(people, along(people, ties, settings)))


def _near(folded: str, groups: Iterable[Group]) -> list[str]:
    """Return names that may have been meant: spelled nearly so, or holding these words."""
    names = {fold(group.name): group.name for group in groups}
    near = nearby(folded, sorted(names))
    wanted = set(tokens(folded))
    near += [other for other in sorted(names) if wanted and wanted <= set(tokens(other))]
    return [names[other] for other in dict.fromkeys(near)][:MOST]
