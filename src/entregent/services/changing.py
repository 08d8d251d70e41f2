"""What changed: a source's new words about somebody known, beside its last ones."""

from collections.abc import Iterator, Sequence

from entregent.domain.batches import Change
from entregent.domain.facts import Detail, Fact, Position
from entregent.domain.ids import PersonId
from entregent.domain.words import Origin, Said
from entregent.services.sayings import Sayings

_QUIET = frozenset({Said.GIVEN, Said.FAMILY, Said.OTHER})
"""What a name says already, or what has no word of its own."""


def changes(
    person: PersonId, name: str, facts: Sequence[Fact], sayings: Sayings, origin: Origin
) -> Iterator[Change]:
    """Yield what these facts, about to be learnt, change about a person of that name."""
    for fact in facts:
        if not isinstance(fact, Detail | Position):
            continue
        if isinstance(fact, Detail) and fact.said in _QUIET:
            continue
        if sayings.holds(fact, origin):
            continue
        told = (one for one in sayings.replaced(fact, origin) if one not in facts)
        was = "; ".join(sorted(_said(one) for one in told if isinstance(one, Detail | Position)))
        field = "position" if isinstance(fact, Position) else fact.said.value
        yield Change(person, name, field, was, _said(fact))


def _said(fact: Detail | Position) -> str:
    if isinstance(fact, Detail):
        return fact.value
    return ", ".join(filter(None, (fact.title, fact.company)))
