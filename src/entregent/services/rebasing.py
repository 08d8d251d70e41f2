"""Facts moved from a source's own references to the people of the book."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date

from entregent.domain.facts import Connected, Encounter, Fact
from entregent.domain.ids import PersonId

_PEOPLE = ("person", "other")


def rebase(fact: Fact, refs: Mapping[PersonId, PersonId]) -> Fact | None:
    """Give a fact the people that its references stand for.

    None when one of them was refused or left aside, or when two references are one human.
    """
    changes: dict[str, PersonId] = {}
    for name in _people_of(type(fact)):
        ref = getattr(fact, name)
        if ref is None:
            continue
        if ref not in refs:
            return None
        changes[name] = refs[ref]
    if len(changes) == len(_PEOPLE) and changes["person"] == changes["other"]:
        return None
    if isinstance(fact, Connected):
        return Connected(changes["person"], changes["other"], fact.on)
    if isinstance(fact, Encounter):
        return _moved(fact, changes["person"], changes["other"])
    return replace(fact, **changes) if changes else fact  # type: ignore[arg-type]  # by name


def keyed(encounter: Encounter) -> Encounter:
    """Give an encounter that somebody told a key made of what was told, so that it counts once."""
    if encounter.key:
        return encounter
    people = (encounter.person, encounter.other)
    told = (*people, encounter.on.isoformat(), encounter.channel, encounter.where, encounter.note)
    return replace(encounter, key="|".join(("told", *told)))


def day_of(fact: Fact) -> date | None:
    """Return the day a fact is dated, where it is."""
    return getattr(fact, "on", None)


def _people_of(kind: type) -> tuple[str, ...]:
    found = _CACHE.get(kind)
    if found is None:
        found = tuple(f.name for f in fields(kind) if f.name in _PEOPLE)
        _CACHE[kind] = found
    return found


_CACHE: dict[type, tuple[str, ...]] = {}


def _moved(fact: Encounter, person: PersonId, other: PersonId) -> Encounter:
    return Encounter(person, other, fact.on, fact.channel, fact.where, fact.note, fact.key)
