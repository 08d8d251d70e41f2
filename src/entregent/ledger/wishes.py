"""Wishes: what somebody looks for that I, or somebody else I know, can give."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from entregent.domain.facts import Need, Offer
from entregent.domain.ids import PersonId
from entregent.ledger.gift import Gift, What
from entregent.ledger.settling import item_of

Senses = Callable[[str], frozenset[str]]
"""Tells what a text is about, in words that two texts may share."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What everybody looks for and can give, and between whom nothing is to be offered.

    `known` are those I know; `apart` tells that two people are not to be presented to each other:
    they know each other, one is busy or would rather not, or it is under way already.
    """

    owner: PersonId
    today: date
    known: Collection[PersonId]
    needs: Sequence[Need]
    offers: Sequence[Offer]
    apart: Callable[[PersonId, PersonId], bool]

    def gifts(self, senses: Senses, stands: Callable[[Gift], bool]) -> Iterator[Gift]:
        """Yield, for each need, the offer of mine and that of another that answer it best.

        An answer that does not stand, because it was done or let go, leaves room for the next.
        """
        told = {offer: senses(offer.text) for offer in dict.fromkeys(self.offers)}
        mine = {offer: said for offer, said in told.items() if offer.person == self.owner}
        others = {offer: said for offer, said in told.items() if offer.person in self.known}
        for need in dict.fromkeys(self.needs):
            if need.person == self.owner or need.person not in self.known:
                continue
            wanted = senses(need.text)
            near = {o: said for o, said in others.items() if self._may_meet(need.person, o.person)}
            for way, offers in ((What.OFFER, mine), (What.INTRODUCTION, near)):
                answers = (self._gift(way, need, offer) for offer in _best(wanted, offers))
                yield from islice(filter(stands, answers), 1)

    def _may_meet(self, one: PersonId, other: PersonId) -> bool:
        return one != other and not self.apart(one, other)

    def _gift(self, what: What, need: Need, offer: Offer) -> Gift:
        other = offer.person if what is What.INTRODUCTION else None
        item = item_of(what, need.text, offer.text)
        return Gift(what, need.person, self.today, item, other, need.text, offer.text)


def _best(wanted: frozenset[str], offers: Mapping[Offer, frozenset[str]]) -> list[Offer]:
    """Return the offers that answer, those that share most with what is wanted first.

    Half of what the shorter of the two texts is about must be in the other: `fournisseur de bacs`
    and `fournisseur de composites et de résines` share a word and no subject.
    """
    found = [
        (offer, shared)
        for offer, said in offers.items()
        if (shared := wanted & said) and 2 * len(shared) >= min(len(wanted), len(said))
    ]
    return [offer for offer, _ in sorted(found, key=_closest)]


def _closest(answer: tuple[Offer, Iterable[str]]) -> tuple[int, str, str]:
    offer, shared = answer
    return (-len(frozenset(shared)), offer.text, offer.person)
