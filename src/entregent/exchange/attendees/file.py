"""Reads who comes to an event, and what the organiser knows of pairs: scores, meetings agreed."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Generic, TypeVar

from entregent.domain.reading import Problem
from entregent.domain.text import fold
from entregent.exchange.attendees.rows import BadError, Row, rows, words
from entregent.exchange.tables.values import is_away
from entregent.matching.people import Attendee, Role
from entregent.services.matching.brought import Agreement, Brought, People, Scored
from entregent.services.ports import BookError

_Found = TypeVar("_Found")
_LIST = re.compile(r"\s*[;|]\s*")
_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")
_MOST_PEOPLE = 20_000
_FARTHEST = 1000
_PEOPLE = (
    *("id", "name", "email", "company", "offers", "needs", "available", "avoid"),
    *("newcomer", "host", "given", "family", "status"),
)


def read_people(path: Path) -> People:
    """Read the attendees. Raises BookError as `rows` does, match.too-many."""
    gathered = _People()
    for where, row in rows(path, _PEOPLE, ("id/name/email/given/family",)):
        with gathered.problem_at(where):
            gathered.take(where, row)
    gathered.look_at_avoided()
    return People(tuple(gathered.people.values()), tuple(gathered.problems))


def read_scores(path: Path, known: Collection[str]) -> Brought[Scored]:
    """Read `a,b,score`; whoever is not `known` makes a problem."""
    gathered: _Gathered[Scored] = _Gathered()
    for where, row in rows(path, ("a", "b", "score"), ("a", "b", "score")):
        with gathered.problem_at(where):
            a, b = _pair(row, known)
            gathered.found.append(Scored(a, b, _number(row.get("score", ""))))
    return Brought(tuple(gathered.found), tuple(gathered.problems))


def read_agreed(path: Path, known: Collection[str]) -> Brought[Agreement]:
    """Read meetings agreed already: `a,b`, and `slots` they can be held in where not all."""
    gathered: _Gathered[Agreement] = _Gathered()
    seen: set[frozenset[str]] = set()
    for where, row in rows(path, ("a", "b", "slots"), ("a", "b")):
        with gathered.problem_at(where):
            a, b = _pair(row, known)
            if frozenset((a, b)) in seen:
                raise BadError("match.pair-twice", a=a, b=b)
            seen.add(frozenset((a, b)))
            slots, problems = _slots(row.get("slots", ""), where)
            gathered.found.append(Agreement(a, b, where, slots))
            gathered.problems += problems
    return Brought(tuple(gathered.found), tuple(gathered.problems))


@dataclass(slots=True)
class _Listed:
    problems: list[Problem] = field(default_factory=list)

    @contextmanager
    def problem_at(self, where: str) -> Iterator[None]:
        """List a row that cannot be read, with its place, and go on."""
        try:
            yield
        except BadError as error:
            self.problems.append(Problem(where, error.key, error.details))


@dataclass(slots=True)
class _Gathered(_Listed, Generic[_Found]):
    found: list[_Found] = field(default_factory=list)


@dataclass(slots=True)
class _People(_Listed):
    people: dict[str, Attendee] = field(default_factory=dict)
    _emails: dict[str, str] = field(default_factory=dict)

    def take(self, where: str, row: Row) -> None:
        """Take somebody in, unless they stand there already or will not come."""
        name = row.get("name") or " ".join(filter(None, (row.get("given"), row.get("family"))))
        email = row.get("email", "")
        who = row.get("id") or email or name
        if not who:
            raise BadError("match.nobody")
        if is_away(row.get("status", "")):
            raise BadError("match.away", name=name or who)
        if who in self.people or fold(email) in self._emails:
            raise BadError("match.twice", name=name or who)
        if len(self.people) >= _MOST_PEOPLE:
            raise BookError("match.too-many", most=str(_MOST_PEOPLE))
        slots, problems = _slots(row.get("available", ""), where)
        self.problems += problems
        if email:
            self._emails[fold(email)] = who
        self.people[who] = Attendee(
            who,
            name or who,
            where,
            email,
            row.get("company", ""),
            _parts(row.get("offers", "")),
            _parts(row.get("needs", "")),
            slots,
            frozenset(_parts(row.get("avoid", ""))),
            self._role(where, row),
        )

    def _role(self, where: str, row: Row) -> Role:
        host, newcomer = (self._said(where, row, name) for name in ("host", "newcomer"))
        if host and newcomer:
            self.problems.append(Problem(where, "match.both-roles"))
        return Role.HOST if host else Role.NEWCOMER if newcomer else Role.GUEST

    def _said(self, where: str, row: Row, name: str) -> bool:
        value, known = row.get(name, ""), words("words")
        if fold(value) not in known["yes"] | known["no"]:
            self.problems.append(
                Problem(where, "match.bad-value", {"column": name, "value": value})
            )
        return fold(value) in known["yes"]

    def look_at_avoided(self) -> None:
        """List the rows that avoid nobody of this list, without telling whom."""
        for one in self.people.values():
            if one.id in one.avoid:
                self.problems.append(Problem(one.record, "match.avoid-self"))
            if one.avoid - set(self.people):
                self.problems.append(Problem(one.record, "match.avoid-unknown"))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in _LIST.split(text) if part))


def _slots(text: str, where: str) -> tuple[frozenset[int] | None, list[Problem]]:
    """Return the slots a cell names, None for all, and what of it cannot be read."""
    found: set[int] = set()
    problems: list[Problem] = []
    for part in re.split(r"[;|,\s]+", _closed(text)):
        if not part:
            continue
        read = _RANGE.fullmatch(part)
        first, last = (int(read[1]), int(read[2] or read[1])) if read else (0, 0)
        if read is None:
            problems.append(Problem(where, "match.bad-slot", {"value": part}))
        elif last < first:
            problems.append(Problem(where, "match.backwards", {"value": part}))
        elif not 1 <= first <= last <= _FARTHEST:
            problems.append(Problem(where, "match.no-slot", {"value": part}))
        else:
            found.update(range(first, last + 1))
    return (frozenset(found) if text else None), problems


def _closed(text: str) -> str:
    """Return a cell whose ranges have no blanks in them."""
    return re.sub(r"(?<=\d)\s*(?:-|–|\bà\b|\bto\b)\s*(?=\d)", "-", text)


def _pair(row: Row, known: Collection[str]) -> tuple[str, str]:
    a, b = (row.get(name, "") for name in ("a", "b"))
    for who in (a, b):
        if who not in known:
            raise BadError("match.unknown", id=who)
    if a == b:
        raise BadError("match.same", id=a)
    return a, b


def _number(text: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError as error:
        raise BadError("match.bad-value", column="score", value=text) from error
    if not isfinite(value) or value < 0:
        raise BadError("match.bad-value", column="score", value=text)
    return value
