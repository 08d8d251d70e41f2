"""Values to plain JSON and back, strictly: `decode(encode(x)) == x`, and nothing else decodes.

A coder is built once per type from its annotations. Dataclasses become objects without the fields
that have their default, so that a field added later with a default reads old books; members of a
union of dataclasses bear their class under `is`.
"""

import json
import re
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from entregent.domain.months import Month
from entregent.domain.time_of_day import TimeOfDay

Plain: TypeAlias = Any
"""What JSON can say: None, bool, int, str, lists, and dicts with text keys."""

_TAG = "is"
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class CodecError(ValueError):
    """Plain data that is not what its type says."""


@dataclass(frozen=True, slots=True)
class Coder:
    """Both directions of one type; `decode` raises CodecError.

    `write` gives at once the JSON text of what `encode` gives, for what is written by the
    thousand; it is not yet clean.
    """

    encode: Callable[[Any], Plain]
    decode: Callable[[Plain], Any]
    write: Callable[[Any], str]


def clean(text: str) -> str:
    """Replace what no database keeps as text (NUL, lone surrogates) by U+FFFD."""
    if "\x00" not in text:
        try:
            text.encode()  # much quicker than to look for each sign, and nearly always enough
        except UnicodeEncodeError:
            return _UNSTORABLE.sub("\ufffd", text)
        return text
    return _UNSTORABLE.sub("\ufffd", text)


def to_json(plain: Plain) -> str:
    """Return compact JSON text that any database can keep."""
    return clean(_WRITER.encode(plain))


def from_json(text: str) -> Plain:
    """Parse JSON text; raises CodecError."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise CodecError(text) from error


@cache
def coder(hint: Any) -> Coder:  # noqa: ANN401 - an annotation may be any object
    """Return the coder of a type; raises TypeError for a type that none is known for."""
    hint = getattr(hint, "__supertype__", hint)
    simple = _SIMPLE.get(hint)
    if simple is not None:
        return simple
    arguments = get_args(hint)
    if arguments:
        return _generic(hint, arguments)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return record(hint)
    raise TypeError(hint)


def _generic(hint: Any, arguments: tuple[Any, ...]) -> Coder:  # noqa: ANN401 - an annotation
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is tuple:
        return _list(arguments[0]) if arguments[-1] is Ellipsis else _fixed(arguments)
    if origin is frozenset:
        return _set(arguments[0])
    if arguments == (str, str) and origin in (dict, Mapping):
        return _TEXTS
    raise TypeError(hint)


def record(kind: type, *, without: frozenset[str] = frozenset()) -> Coder:
    """Return the coder of a dataclass as an object; the fields `without` are left to the caller.

    Its `decode` returns the instance, or with fields left out a dict of the others.
    """
    hints = get_type_hints(kind)
    parts = {
        field.name: (coder(hints[field.name]), _default(field))
        for field in fields(kind)
        if field.name not in without
    }
    needed = frozenset(name for name, (_, default) in parts.items() if default is MISSING)
    written = [
        (name, f"{quoted(name)}:", part.write, default) for name, (part, default) in parts.items()
    ]

    def encode(value: object) -> Plain:
        plain = {}
        for name, (part, default) in parts.items():
            held = getattr(value, name)
            if default is MISSING or held != default:
                plain[name] = part.encode(held)
        return plain

    def decode(plain: Plain) -> object:
        if not isinstance(plain, dict) or not needed <= plain.keys():
            raise CodecError(kind.__name__, plain)
        try:
            values = {name: parts[name][0].decode(held) for name, held in plain.items()}
        except KeyError as error:
            raise CodecError(kind.__name__, plain) from error
        return values if without else kind(**values)

    def write(value: object) -> str:
        said = []
        for name, key, part, default in written:
            held = getattr(value, name)
            if default is MISSING or held != default:
                said.append(key + part(held))
        return "{" + ",".join(said) + "}"

    return Coder(encode, decode, write)


def writer(kind: type) -> Callable[[Mapping[str, Any]], str]:
    """Return what writes a dataclass of which those fields are given that have not their default.

    They stand in the order of the class's fields.
    """
    hints = get_type_hints(kind)
    parts = {f.name: (f"{quoted(f.name)}:", coder(hints[f.name]).write) for f in fields(kind)}

    def write(values: Mapping[str, Any]) -> str:
        said = []
        for name, value in values.items():
            key, part = parts[name]
            said.append(key + part(value))
        return "{" + ",".join(said) + "}"

    return write


def _default(field: "Field[Any]") -> object:
    made = field.default_factory
    return field.default if made is MISSING else made()


def _exactly(kind: type, write: Callable[[Any], str]) -> Coder:
    def decode(plain: Plain) -> Plain:
        if type(plain) is not kind:
            raise CodecError(kind.__name__, plain)
        return plain

    return Coder(lambda value: value, decode, write)


def _parsed(encode: Callable[[Any], str], parse: Callable[[str], object]) -> Coder:
    """Return the coder of something written as text in exactly one way."""

    def decode(plain: Plain) -> object:
        try:
            value = parse(plain)
        except (TypeError, ValueError, AttributeError) as error:
            raise CodecError(plain) from error
        if encode(value) != plain:
            raise CodecError(plain)
        return value

    return Coder(encode, decode, lambda value: quoted(encode(value)))


def _enum(kind: type[Enum]) -> Coder:
    members = {member.value: member for member in kind}
    texts = {member: _WRITER.encode(member.value) for member in kind}

    def decode(plain: Plain) -> Enum:
        try:
            return members[plain]
        except (KeyError, TypeError) as error:
            raise CodecError(kind.__name__, plain) from error

    return Coder(lambda value: value.value, decode, texts.__getitem__)


def _items(plain: Plain) -> list[Plain]:
    if not isinstance(plain, list):
        raise CodecError(plain)
    return plain


def _list(hint: Any) -> Coder:  # noqa: ANN401 - an annotation
    one = coder(hint)
    return Coder(
        lambda values: [one.encode(value) for value in values],
        lambda plain: tuple([one.decode(item) for item in _items(plain)]),
        lambda values: f"[{','.join(map(one.write, values))}]",
    )


def _fixed(hints: tuple[Any, ...]) -> Coder:
    parts = [coder(hint) for hint in hints]

    def decode(plain: Plain) -> tuple[object, ...]:
        if len(_items(plain)) != len(parts):
            raise CodecError(plain)
        return tuple([part.decode(item) for part, item in zip(parts, plain, strict=True)])

    def encode(values: tuple[object, ...]) -> Plain:
        return [part.encode(value) for part, value in zip(parts, values, strict=True)]

    def write(values: tuple[object, ...]) -> str:
        said = [part.write(value) for part, value in zip(parts, values, strict=True)]
        return f"[{','.join(said)}]"

    return Coder(encode, decode, write)


def _set(hint: Any) -> Coder:  # noqa: ANN401 - an annotation
    one = coder(hint)

    def encode(values: Iterable[Any]) -> Plain:
        return sorted(one.encode(value) for value in values)

    return Coder(
        encode,
        lambda plain: frozenset([one.decode(item) for item in _items(plain)]),
        lambda values: _WRITER.encode(encode(values)),
    )


def _union(hints: tuple[Any, ...]) -> Coder:
    members = [hint for hint in hints if hint is not type(None)]
    one = coder(members[0]) if len(members) == 1 else _tagged(members)
    if len(members) == len(hints):
        return one
    return Coder(
        lambda value: None if value is None else one.encode(value),
        lambda plain: None if plain is None else one.decode(plain),
        lambda value: "null" if value is None else one.write(value),
    )


def _tagged(members: list[type]) -> Coder:
    coders = {member.__name__: coder(member) for member in members}

    def encode(value: object) -> Plain:
        name = type(value).__name__
        return {_TAG: name, **coders[name].encode(value)}

    def decode(plain: Plain) -> object:
        if not isinstance(plain, dict) or plain.get(_TAG) not in coders:
            raise CodecError(plain)
        return coders[plain[_TAG]].decode({key: plain[key] for key in plain if key != _TAG})

    return Coder(encode, decode, lambda value: _WRITER.encode(encode(value)))


def _texts(plain: Plain) -> dict[str, str]:
    if not isinstance(plain, dict) or not all(isinstance(value, str) for value in plain.values()):
        raise CodecError(plain)
    return plain


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


_TEXTS = Coder(dict, _texts, lambda texts: _WRITER.encode(dict(texts)))
_SIMPLE: dict[Any, Coder] = {
    str: _exactly(str, quoted),
    int: _exactly(int, str),
    bool: _exactly(bool, _WRITER.encode),
    date: _parsed(date.isoformat, date.fromisoformat),
    datetime: _parsed(_utc, datetime.fromisoformat),
    Month: _parsed(str, Month.parse),
    TimeOfDay: _parsed(str, TimeOfDay.parse),
}
