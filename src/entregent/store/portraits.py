"""Portraits read back from their JSON: thousands at a time, since most questions are of everybody.

What `derive.draw` wrote is read with few steps and few checks; `doctor` draws every portrait anew,
and tells of any that says something else.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from entregent.domain.facts import Position, Source
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.words import Origin, Said
from entregent.store.codec import CodecError

_SAID = {said.value: said for said in Said}
_ORIGINS = {origin.value: origin for origin in Origin}
_TEXTS = frozenset(
    "names emails phones urls sectors circles tags projects topics".split(),
)


def read_portrait(text: str) -> Person:
    """Return the portrait that `draw` wrote; raises CodecError."""
    (person,) = read_portraits([text])
    return person


def read_portraits(texts: Iterable[str]) -> list[Person]:
    """Return the portraits that `draw` wrote, in their order; raises CodecError."""
    try:
        return [_person(plain) for plain in json.loads(f"[{','.join(texts)}]")]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CodecError("portrait") from error


def _person(plain: dict[str, Any]) -> Person:
    for name, value in plain.items():
        if name in _TEXTS:
            plain[name] = tuple(value)
        elif name == "positions":
            plain[name] = tuple([_position(held) for held in value])
        elif name == "details":
            plain[name] = tuple([(_SAID[said], told) for said, told in value])
        elif name == "sources":
            plain[name] = tuple([_source(source) for source in value])
    return Person(**plain)


def _position(held: Mapping[str, str]) -> Position:
    start, end = held.get("start"), held.get("end")
    return Position(
        PersonId(held["person"]),
        held["company"],
        held.get("title", ""),
        start and _month(start),  # type: ignore[arg-type]  # None where there is none
        end and _month(end),  # type: ignore[arg-type]
    )


_month = lru_cache(maxsize=4096)(Month.parse)


def _source(source: Mapping[str, str]) -> Source:
    return Source(_ORIGINS[source["origin"]], source.get("file", ""), source.get("record", ""))
