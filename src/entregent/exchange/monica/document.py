"""The shape of Monica's export: records with properties, in lists of one type each."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from entregent.exchange.text import clean, one_line

Record: TypeAlias = Mapping[str, Any]

_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(.*))?")
_MIDNIGHT = ("00:00", "00:00:00")


def properties(value: object) -> Record:
    """Return a record's own fields and its properties together; none of what is no record."""
    if not isinstance(value, dict):
        return {}
    inner = value.get("properties")
    return {**value, **inner} if isinstance(inner, dict) else value


def collection(record: Record, kind: str) -> list[Any]:
    """Return the values of one type that a record holds, whether named in singular or plural."""
    return [value for name, values in _collections(record) if name == kind for value in values]


def instance(account: Record, kind: str) -> dict[str, Record]:
    """Return what an account defines of one type, by uuid."""
    held = account.get("instance")
    of_account = properties(account).get("instance")
    found: dict[str, Record] = {}
    for part in (held, of_account):
        values = part.get(kind) if isinstance(part, dict) else None
        for value in values if isinstance(values, list) else ():
            found[word(properties(value), "uuid")] = properties(value)
    return found


def word(record: Record, key: str) -> str:
    """Return a property's text on one line; a number as people write it, a truth as nothing."""
    value = record.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value}"
    return one_line(value) if isinstance(value, str) else ""


def text(record: Record, key: str) -> str:
    """Return a property's text with its line breaks."""
    value = record.get(key)
    return clean(value) if isinstance(value, str) else ""


def yes(record: Record, key: str) -> bool:
    """Tell whether a property is said to be true, in any of the ways exports write it."""
    return record.get(key) in (True, 1, "1", "true")


def day(value: object, zone: ZoneInfo) -> date:
    """Return the day of an instant in UTC; midnight stands for the day itself.

    Raises ValueError when it is no date.
    """
    written = value if isinstance(value, str) else ""
    found = _INSTANT.fullmatch(written.strip())
    if found is None:
        raise ValueError(one_line(str(value)))
    on = date.fromisoformat(found[1])
    if not found[2] or found[2] in _MIDNIGHT:
        return on
    try:
        at = datetime.fromisoformat(f"{found[1]}T{found[2]}").replace(tzinfo=UTC)
        return at.astimezone(zone).date()
    except OverflowError as error:
        raise ValueError(written) from error


def _collections(record: Record) -> Iterator[tuple[str, list[Any]]]:
    held = record.get("data")
    if isinstance(held, dict):
        held = [{"type": kind, "values": values} for kind, values in held.items()]
    for part in held if isinstance(held, list) else ():
        if isinstance(part, dict) and isinstance(part.get("values"), list):
            yield _singular(str(part.get("type", ""))), part["values"]


def _singular(kind: str) -> str:
    plain = kind.lower().replace("-", "_")
    if plain.endswith("ies"):
        return f"{plain.removesuffix('ies')}y"
    if plain.endswith("ss"):
        return plain
    return plain.removesuffix("es" if plain.endswith("sses") else "s")
