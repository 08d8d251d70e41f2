"""What one record tells of one person, kept together: an import brings it by the ten thousand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from entregent.domain.facts import Entry, Profile, Source
from entregent.domain.ids import BatchId, FactId, PersonId, following


@dataclass(frozen=True, slots=True)
class Telling:
    """A profile as one record words it: facts about one person whose ids follow one another.

    `first` is the id of the first of them; a fact that was taken back is None, and keeps its place.
    `extra` came with the first.
    """

    first: FactId
    batch: BatchId
    person: PersonId
    facts: tuple[Profile | None, ...]
    source: Source
    extra: Mapping[str, str] = field(default_factory=dict)

    def entries(self) -> Iterator[Entry]:
        """Yield the facts one by one, as the book gives them."""
        extra = self.extra
        for fact_id, fact in zip(following(self.first), self.facts, strict=False):
            if fact is not None:
                yield Entry(fact_id, self.batch, fact, self.source, extra)
            extra = {}


Told: TypeAlias = Entry | Telling


def spread(told: Iterable[Told]) -> Iterator[Entry]:
    """Yield entries one by one, whether they came alone or together."""
    for one in told:
        if isinstance(one, Entry):
            yield one
        else:
            yield from one.entries()
