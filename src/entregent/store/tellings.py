"""A telling as a row: all that one record says of one person, in one JSON array.

A detail is `["email", "lea@exemple.fr"]`, a sighting `{}`, a position an object of its fields, and
what was taken back `null`. The row's kind names each type of fact it holds, in a fixed order, so
that a question for one type passes by the rows without it.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from json.encoder import encode_basestring as quoted
from typing import Any

from entregent.domain.facts import Detail, Position, Profile, Seen
from entregent.domain.ids import PersonId
from entregent.domain.words import Said
from entregent.store.codec import CodecError, clean, from_json, record

_TYPES = (Seen, Detail, Position)
_KINDS: Mapping[frozenset[type], str] = {
    frozenset(some): " ".join(kind.__name__ for kind in some)
    for size in range(len(_TYPES) + 1)
    for some in combinations(_TYPES, size)
}
_HELD: Mapping[str, frozenset[type]] = {kind: types for types, kind in _KINDS.items()}
_ABSENT = type(None)
_POSITION = record(Position, without=frozenset({"person"}))
_SAID = {said: f"[{quoted(said)}," for said in Said}
"""How a detail begins."""
_WORDS = {said.value: said for said in Said}
_PAIR = 2


def is_telling(data: str) -> bool:
    """Tell a row that holds a telling from one that holds a single fact, by its data."""
    return data.startswith("[")


def encode_telling(facts: Iterable[Profile | None]) -> tuple[str, str]:
    """Return the kind and the data of a row that holds these facts."""
    parts = []
    types = set()
    for fact in facts:
        kind = type(fact)
        types.add(kind)
        if isinstance(fact, Detail):
            parts.append(f"{_SAID[fact.said]}{quoted(fact.value)}]")
        elif isinstance(fact, Position):
            parts.append(_POSITION.write(fact))
        else:
            parts.append("null" if fact is None else "{}")
    types.discard(_ABSENT)
    return _KINDS[frozenset(types)], clean(f"[{','.join(parts)}]")


def decode_telling(kind: str, person: PersonId, data: str) -> tuple[Profile | None, ...]:
    """Read the facts back; raises CodecError when the row holds no telling of this kind."""
    facts = tuple([_fact(person, plain) for plain in from_json(data)])
    if _KINDS[frozenset(map(type, facts)) - {_ABSENT}] != kind:
        raise CodecError(kind, data)
    return facts


def _fact(person: PersonId, plain: Any) -> Profile | None:  # noqa: ANN401 - any JSON
    if type(plain) is list and len(plain) == _PAIR:
        said, value = plain
        if type(said) is str and type(value) is str and said in _WORDS:
            return Detail(person, _WORDS[said], value)
    elif type(plain) is dict:
        return Position(person, **_POSITION.decode(plain)) if plain else Seen(person)
    elif plain is None:
        return None
    raise CodecError(plain)


def kinds_with(types: Collection[type]) -> list[str]:
    """Return the kinds of all rows that may hold facts of these types."""
    names = [kind.__name__ for kind in types]
    wanted = frozenset(types)
    return names + [kind for kind, held in _HELD.items() if held & wanted and kind not in names]


def types_in(kind: str) -> frozenset[type]:
    """Return the types of facts that a row of this kind of telling holds, or none."""
    return _HELD.get(kind, frozenset())
