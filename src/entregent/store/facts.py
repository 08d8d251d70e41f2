"""Facts as rows: whom and when in columns, the rest as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple, get_args

from entregent.domain.facts import Detail, Encounter, Fact
from entregent.domain.ids import PersonId
from entregent.domain.words import Said
from entregent.store.codec import CodecError, Coder, clean, coder, from_json, record

_IN_COLUMNS = frozenset({"person", "other", "on"})
_KINDS: dict[str, type] = {kind.__name__: kind for kind in get_args(Fact) if kind is not Encounter}
_TEXTS = coder(dict[str, str])
_SAID = {said: f'{{"said":{quoted(said)},"value":' for said in Said}
"""How the data of a detail begins."""
_WORDS = {said.value: said for said in Said}
_HELD = ("said", "value")


class Row(NamedTuple):
    """A fact's columns: its class's name, whom it is about, its day, its other fields."""

    kind: str
    person: PersonId | None
    other: PersonId | None
    day: int | None
    data: str


@dataclass(frozen=True, slots=True)
class _Shape:
    kind: type
    columns: frozenset[str]
    rest: Coder


@cache
def _shape(name: str) -> _Shape:
    try:
        kind = _KINDS[name]
    except KeyError as error:
        raise CodecError(name) from error
    columns = _IN_COLUMNS & {field.name for field in fields(kind)}
    return _Shape(kind, columns, record(kind, without=_IN_COLUMNS))


def encode_fact(fact: Fact) -> Row:
    """Lay a fact out; encounters have a table of their own and raise CodecError."""
    if type(fact) is Detail:  # most facts are, by far: written as the shape would, but at once
        data = f"{_SAID[fact.said]}{quoted(fact.value)}}}"
        return Row("Detail", fact.person, None, None, clean(data))
    name = type(fact).__name__
    on = getattr(fact, "on", None)
    return Row(
        name,
        getattr(fact, "person", None),
        getattr(fact, "other", None),
        None if on is None else on.toordinal(),
        clean(_shape(name).rest.write(fact)),
    )


def decode_fact(row: Row) -> Fact:
    """Read a fact back; raises CodecError when the row is not one."""
    if row.kind == "Detail" and row.other is None and row.day is None:
        detail = _detail(row.person, from_json(row.data))
        if detail is not None:
            return detail
    shape = _shape(row.kind)
    columns: dict[str, Any] = {}
    for name, value in (("person", row.person), ("other", row.other), ("on", row.day)):
        if name in shape.columns:
            columns[name] = value
        elif value is not None:
            raise CodecError(row)
    if row.day is not None:
        columns["on"] = date.fromordinal(row.day)
    fact: Fact = shape.kind(**columns, **_rest(row.kind, row.data))
    return fact


@lru_cache(maxsize=4096)
def _rest(kind: str, data: str) -> Mapping[str, Any]:
    """Read what stands in no column: of thousands of ties and the like it is the same few words."""
    values: dict[str, Any] = _shape(kind).rest.decode(from_json(data))
    return values


def _detail(person: PersonId | None, plain: Any) -> Detail | None:  # noqa: ANN401 - any JSON
    """Read the commonest of facts at once; None where its data are not just what they must be."""
    if person is None or type(plain) is not dict or len(plain) != len(_HELD):
        return None
    said, value = map(plain.get, _HELD)
    if type(said) is not str or type(value) is not str or said not in _WORDS:
        return None
    return Detail(person, _WORDS[said], value)


def kind_of(name: str) -> type:
    """Return the type of fact that goes by this name; raises CodecError."""
    return _shape(name).kind


def encode_texts(texts: Mapping[str, str]) -> str:
    """Lay out the unknown words that came with a fact; none at all is empty."""
    return clean(_TEXTS.write(texts)) if texts else ""


def decode_texts(text: str) -> dict[str, str]:
    """Read them back."""
    values: dict[str, str] = _TEXTS.decode(from_json(text)) if text else {}
    return values
