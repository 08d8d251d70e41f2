"""Who knows whom: each relationship once, though Monica writes it from both sides."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from entregent.domain.facts import Tied
from entregent.domain.ids import ME
from entregent.domain.pairs import pair
from entregent.domain.reading import Stated
from entregent.domain.words import Closeness, Context
from entregent.exchange.monica.contacts import Contact, first_met
from entregent.exchange.monica.document import Record, word

_PROFESSIONAL = frozenset("colleague boss subordinate mentor protege mentee".split())
_PERSONAL = frozenset(
    "partner spouse date lover inlovewith lovedby ex ex_husband exhusband parent child sibling "
    "grandparent grandchild uncle nephew cousin godfather godson stepparent stepchild friend "
    "bestfriend best_friend".split()
)
_CLOSE = frozenset("bestfriend best_friend partner spouse".split())


@dataclass(slots=True)
class Ties:
    """The ties of a file, by pair, with the words Monica has for them."""

    contacts: Mapping[str, Contact]
    _found: dict[tuple[Contact, Contact], dict[str, None]] = field(default_factory=dict)

    def relate(self, value: Record) -> bool:
        """Take in a relationship; tell whether both its people are in the file."""
        one = self.contacts.get(word(value, "contact_is"))
        other = self.contacts.get(word(value, "of_contact"))
        if one is None or other is None or one == other:
            return False
        first, second = sorted((one, other), key=lambda contact: contact.number)
        self._found.setdefault((first, second), {})[word(value, "type").lower()] = None
        return True

    def stated(self, people: Iterable[Contact], zone: ZoneInfo) -> Iterator[Stated]:
        """Yield the ties between `people`, then since when and through whom the owner met them."""
        known = {one.uuid for one in people}
        for (one, other), kinds in self._found.items():
            if {one.uuid, other.uuid} <= known:
                a, b = (one, other) if other.person == ME else (other, one)
                mine = b.person == ME
                tie = Tied(
                    *((a.person, ME) if mine else pair(a.person, b.person)),
                    context=_context(kinds),
                    closeness=Closeness.CLOSE if mine and _CLOSE & set(kinds) else None,
                )
                yield Stated((a if mine else one).record, tie, {"type": ", ".join(kinds)})
        for one in self.contacts.values():
            if one.uuid in known and one.person != ME:
                yield from self._met(one, known, zone)

    def relatives(self) -> dict[str, list[tuple[str, str]]]:
        """Return, by uuid, the stubs that each contact is related to: the kind and the name."""
        found: dict[str, list[tuple[str, str]]] = {}
        for (one, other), kinds in self._found.items():
            for here, there in ((one, other), (other, one)):
                if there.partial and there.name:
                    kind = next(iter(kinds)) or "relationship"
                    found.setdefault(here.uuid, []).append((kind, there.name))
        return found

    def _met(self, one: Contact, known: Collection[str], zone: ZoneInfo) -> Iterator[Stated]:
        if since := first_met(one, zone):
            yield Stated(one.record, Tied(one.person, ME, since=since))
        through = self.contacts.get(word(one.fields, "first_met_through"))
        if through and through.uuid in known and through.person not in (one.person, ME):
            yield Stated(one.record, Tied(*pair(one.person, through.person)))


def _context(kinds: Iterable[str]) -> Context | None:
    professional = bool(_PROFESSIONAL & set(kinds))
    personal = bool(_PERSONAL & set(kinds))
    if professional and personal:
        return Context.BOTH
    if professional:
        return Context.PROFESSIONAL
    return Context.PERSONAL if personal else None
