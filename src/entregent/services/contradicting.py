"""Contradicting: what the book holds, or a journal brings, that cannot all be true."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from entregent.domain.batches import FileReport
from entregent.domain.facts import Encounter, Entry, Fact, Source
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.reading import Problem
from entregent.domain.tellings import Told
from entregent.domain.words import Origin
from entregent.ledger.contradictions import COMPARED, Contradiction, contradictions
from entregent.services.desk import Desk

_TOLD = frozenset({Origin.HAND, Origin.JOURNAL})
"""Whose word an encounter to come contradicts; a calendar's may well lie ahead."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A fact that does not fit: about whom, where it stands, and what is to be said of it."""

    found: Contradiction
    source: Source
    problem: Problem


def remarks(desk: Desk) -> tuple[Remark, ...]:
    """Return what does not fit among all facts of a book, by day."""
    told: list[tuple[Fact, Source]] = [
        (entry.fact, entry.source) for entry in desk.book.entries(COMPARED)
    ]
    told += [
        (met, source)
        for met, source, _ in desk.book.encounters()
        if met.on > desk.today and source.origin in _TOLD
    ]
    names = {person.id: person.name for person in desk.book.people()}
    said = (
        _met_by_me(one, told[one.at][0], desk.book.owner)
        for one in contradictions([fact for fact, _ in told], desk.today)
    )
    found = [
        Remark(one, told[one.at][1], _problem(one, told[one.at][1].record, names)) for one in said
    ]
    return tuple(sorted(found, key=lambda one: (str(one.found.on), one.found.what)))


def _met_by_me(found: Contradiction, fact: Fact, owner: PersonId) -> Contradiction:
    """Return what does not fit; an encounter of mine is about the other person."""
    if isinstance(fact, Encounter) and fact.person == owner:
        return replace(found, person=fact.other)
    return found


def remarked(
    desk: Desk,
    files: Sequence[FileReport],
    fresh: Iterable[Told],
    names: Mapping[PersonId, str],
) -> tuple[FileReport, ...]:
    """Return the reports of files with what their lines contradict, in the book or in each other.

    `fresh` is what they bring. Only journals are looked at: they alone tell what people did. A
    line that is a problem already is not named again.
    """
    if all(report.origin is not Origin.JOURNAL for report in files):
        return tuple(files)
    known = [entry.fact for entry in desk.book.entries(COMPARED)]
    told = [one for one in fresh if isinstance(one, Entry) and isinstance(one.fact, COMPARED)]
    troubled = {(file.path, one.where) for file in files for one in file.problems}
    places: dict[str, list[Problem]] = defaultdict(list)
    for found in contradictions([*known, *(one.fact for one in told)], desk.today):
        source = told[found.at - len(known)].source if found.at >= len(known) else None
        if source is None or source.origin is not Origin.JOURNAL:
            continue
        if (source.file, source.record) not in troubled:
            places[source.file].append(_problem(found, source.record, names))
    return tuple(replace(report, remarks=tuple(places[report.path])) for report in files)


def _problem(found: Contradiction, record: str, names: Mapping[PersonId, str]) -> Problem:
    details = {"who": names.get(found.person, "") if found.person else ""}
    for name, when in (("on", found.on), ("against", found.against)):
        if when is not None:
            details[name] = str(when)
    months = "-months" if isinstance(found.on, Month) and found.against else ""
    return Problem(record, f"contrary.{found.what}{months}", details)
