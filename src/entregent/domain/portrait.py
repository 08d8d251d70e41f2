"""A person as the facts portray them: which word stands when sources differ.

By hand always comes first, then the sources in the order of `Origin`, and within one source its
latest batch. What a person has one of takes the first word; the rest is a union in that order.

A fact said by hand may also take a value away: a Detail or a Position whose entry bears the
`extra` of `REMOVED` hides the same value (for a Position the same company, and the same start
when it names one), whichever source says it, in imports to come too, until it is said by hand
again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from entregent.domain.facts import Detail, Entry, Position, Source
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.tellings import Told
from entregent.domain.text import company_key, fold
from entregent.domain.words import ALONE, Origin, Said

REMOVED: Mapping[str, str] = MappingProxyType({"removed": "yes"})
"""The `extra` of an entry made by hand that takes its value away."""

_RANK = {origin: rank for rank, origin in enumerate(Origin)}
_FIRST = (
    *(("names", Said.NAME), ("emails", Said.EMAIL), ("phones", Said.PHONE), ("urls", Said.URL)),
)
_LATER = (
    *(("sectors", Said.SECTOR), ("circles", Said.CIRCLE), ("tags", Said.TAG)),
    *(("projects", Said.PROJECT), ("topics", Said.TOPIC)),
)
"""The fields of a portrait that hold all words of a kind, before and after its positions."""
_WITH_ATTRIBUTE = {said for _, said in (*_FIRST, *_LATER)} | {Said.TITLE, Said.LANG}
_OTHERS = {said: place for place, said in enumerate(Said) if said not in _WITH_ATTRIBUTE}
"""What has no attribute of its own, with its place in the vocabulary."""
_NO_MONTH = Month(1, 1)
NAMELESS = "?"
"""What somebody is called of whom nothing tells a name."""


class _Held(NamedTuple):
    """A position somebody said."""

    position: Position
    key: str
    origin: Origin
    place: int
    removed: bool

    @property
    def open(self) -> bool:
        return self.position.end is None

    @property
    def dated(self) -> bool:
        return self.position.start is not None or self.position.end is not None


_Words: TypeAlias = Mapping[Said, Sequence[str]]


def portrait(
    person: PersonId,
    entries: Sequence[Told],
    *,
    order: Mapping[BatchId, int],
    nameless: str = NAMELESS,
) -> Person:
    """Return what the entries of one person add up to.

    Only details, positions and sightings are looked at, whichever id they bear. `order` gives each
    batch its place in time, later is greater. Somebody without any name is called by their e-mail
    address, else their phone number, their page, or `nameless`.
    """
    return Person(**traits(person, entries, order=order, nameless=nameless))


def traits(
    person: PersonId,
    entries: Sequence[Told],
    *,
    order: Mapping[BatchId, int],
    nameless: str = NAMELESS,
) -> dict[str, Any]:
    """Return what a portrait holds, by its fields in their order: those that are not empty."""
    ranked = _ranked(entries, order)
    words, positions = _sorted_out(ranked)
    held = _standing_positions(positions, order)
    found: dict[str, Any] = {"id": person, "name": _name(words) or nameless}
    for field, said in _FIRST:
        if said in words:
            found[field] = tuple(words[said])
    found["title"] = _title(words, held, ranked, order)
    found["positions"] = tuple([_of(person, one.position) for one in held])
    for field, said in _LATER:
        if said in words:
            found[field] = tuple(words[said])
    found["lang"] = _best(words, Said.LANG)
    found["details"] = tuple(_details(words))
    found["sources"] = _sources(ranked)
    return {field: value for field, value in found.items() if value}


def _ranked(entries: Sequence[Told], order: Mapping[BatchId, int]) -> Sequence[Told]:
    """Return the entries, the best word first; those of one source and batch are as they came."""
    if len(entries) <= 1:
        return entries
    if len({(entry.source.origin, entry.batch) for entry in entries}) <= 1:
        return entries
    return sorted(
        entries, key=lambda entry: (_RANK[entry.source.origin], -order.get(entry.batch, 0))
    )


def _sources(ranked: Iterable[Told]) -> tuple[Source, ...]:
    """Return each source once; the entries of one record share theirs, and stand together."""
    found: dict[Source, None] = {}
    last: Source | None = None
    for told in ranked:
        if told.source is not last:
            last = told.source
            found[last] = None
    return tuple(found)


def _of(person: PersonId, position: Position) -> Position:
    """Return a position as this person's, under whichever id it was said."""
    return position if position.person == person else replace(position, person=person)


def removed(told: Told) -> bool:
    """Tell whether this takes a value away."""
    return (
        told.source.origin is Origin.HAND
        and isinstance(told, Entry)
        and told.extra.get("removed") == "yes"
    )


def _sorted_out(ranked: Iterable[Told]) -> tuple[_Words, list[tuple[Position, Told]]]:
    """Return what stands under each word, best first, and every position said.

    The first entry about a value decides about all later ones, so that what is taken away simply
    is not listed.
    """
    found: dict[Said, list[tuple[str, bool]]] = {}
    positions = []
    for told in ranked:
        stands = not removed(told)
        for fact in told.facts:
            if isinstance(fact, Detail):
                if not (value := fact.value).strip():
                    continue
                if (said := fact.said) in found:
                    found[said].append((value, stands))
                else:
                    found[said] = [(value, stands)]
            elif isinstance(fact, Position):
                positions.append((fact, told))
    words = {
        said: _decided(said, values) if len(values) > 1 else [v for v, stands in values if stands]
        for said, values in found.items()
    }
    return {said: values for said, values in words.items() if values}, positions


def _decided(said: Said, values: Sequence[tuple[str, bool]]) -> list[str]:
    """Return the values that stand, each in its first spelling."""
    spelling = str if said is Said.NAME else fold
    first: dict[str, tuple[str, bool]] = {}
    for value, stands in values:
        first.setdefault(spelling(value), (value, stands))
    return [value for value, stands in first.values() if stands]


def _best(words: _Words, said: Said) -> str:
    values = words.get(said)
    return values[0] if values else ""


def _name(words: _Words) -> str:
    if name := _best(words, Said.NAME):
        return name
    if parts := [part for said in (Said.GIVEN, Said.FAMILY) if (part := _best(words, said))]:
        return " ".join(parts)
    return _best(words, Said.EMAIL) or _best(words, Said.PHONE) or _best(words, Said.URL)


def _details(words: _Words) -> Iterator[tuple[Said, str]]:
    """Yield what has no attribute of its own, in the order of the vocabulary."""
    for said in sorted(_OTHERS.keys() & words.keys(), key=_OTHERS.__getitem__):
        values = words[said]
        for value in values[:1] if said in ALONE else values:
            yield said, value


def _title(
    words: _Words, held: Iterable[_Held], ranked: Iterable[Told], order: Mapping[BatchId, int]
) -> str:
    """Return the title of the best open position, unless another was given by hand since."""
    said = _best(words, Said.TITLE)
    best = next((one for one in held if one.open), None)
    if best is None or not best.position.title:
        return said
    told = next((one for one in ranked if _says_title(one, said)), None) if said else None
    if told is None or told.source.origin is not Origin.HAND:
        return best.position.title
    since = best.origin is not Origin.HAND or order.get(told.batch, 0) > best.place
    return said if since else best.position.title


def _says_title(told: Told, title: str) -> bool:
    return any(
        isinstance(fact, Detail) and fact.said is Said.TITLE and fact.value == title
        for fact in told.facts
    )


def _standing_positions(
    positions: Sequence[tuple[Position, Told]], order: Mapping[BatchId, int]
) -> list[_Held]:
    """Return the positions that stand, each once, the open ones first."""
    said = [_held(*one, order) for one in positions]
    if len(said) <= 1:
        return [one for one in said if not one.removed]
    standing = list(_not_removed(said))
    dated = _latest_of_each_start(one for one in standing if one.dated)
    undated = _latest_headlines(one for one in standing if not one.dated)
    return sorted(_joined(dated, undated), key=_best_first)


def _held(position: Position, told: Told, order: Mapping[BatchId, int]) -> _Held:
    key, place = company_key(position.company), order.get(told.batch, 0)
    return _Held(position, key, told.source.origin, place, removed(told))


def _not_removed(held: Iterable[_Held]) -> Iterator[_Held]:
    gone: set[tuple[str, Month | None]] = set()
    for one in held:
        if one.removed:
            gone.add((one.key, one.position.start))
        elif not gone & {(one.key, None), (one.key, one.position.start)}:
            yield one


def _latest_of_each_start(dated: Iterable[_Held]) -> list[_Held]:
    """Keep, of each company and start, what the best source says last, each title once."""
    best: dict[tuple[str, Month | None], tuple[Origin, int]] = {}
    kept: dict[tuple[str, Month | None, str], _Held] = {}
    for one in dated:
        key = (one.key, one.position.start)
        said_by = (one.origin, one.place)
        if best.setdefault(key, said_by) == said_by:
            kept.setdefault((*key, fold(one.position.title)), one)
    return list(kept.values())


def _latest_headlines(undated: Iterable[_Held]) -> list[_Held]:
    """Keep the latest batch of each source, and only what was said by hand when there is any.

    A list of contacts or a card says where somebody works now; last month's word is replaced.
    """
    latest: dict[Origin, int] = {}
    kept: dict[str, _Held] = {}
    for one in undated:
        is_latest = latest.setdefault(one.origin, one.place) == one.place
        if is_latest and (one.origin is Origin.HAND or Origin.HAND not in latest):
            kept.setdefault(one.key, one)
    return list(kept.values())


def _joined(dated: Sequence[_Held], undated: Sequence[_Held]) -> Iterator[_Held]:
    """Yield each position once: where a company is also said with dates, these are preferred.

    An open position takes the title of the undated one when it has none, or when that one was
    given by hand. By hand without dates means now, even where a source says that it ended.
    """
    headlines = {one.key: one for one in undated}
    over = {one.key for one in dated if not one.open}
    for one in dated:
        headline = headlines.pop(one.key, None) if one.open else None
        yield one if headline is None else _titled(one, headline)
    for one in headlines.values():
        if one.key not in over or one.origin is Origin.HAND:
            yield one


def _titled(one: _Held, headline: _Held) -> _Held:
    title = headline.position.title
    by_hand = headline.origin is Origin.HAND and one.origin is not Origin.HAND
    if title and (by_hand or not one.position.title):
        return one._replace(position=replace(one.position, title=title))
    return one


def _best_first(one: _Held) -> tuple[bool, int, int]:
    """Order open positions by source then latest start, past ones by latest end."""
    month = one.position.end or one.position.start or _NO_MONTH
    rank = _RANK[one.origin] if one.open else 0
    return (not one.open, rank, -(month.year * 12 + month.month))
