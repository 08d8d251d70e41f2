"""The JSON of Facebook's export, its text repaired."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from entregent.exchange import talks
from entregent.exchange.text import one_line


def parse(text: str) -> Mapping[str, Any]:
    """Return a file's JSON object; an empty one when it is none."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def listed(document: Mapping[str, Any], *keys: str) -> Sequence[Any] | None:
    """Return the first list that stands under one of `keys`."""
    return next((found for key in keys if isinstance(found := document.get(key), list)), None)


def repair(text: str) -> str:
    """Undo UTF-8 written as if it were Latin-1, only where that gives UTF-8 again."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def line(value: object) -> str:
    """Return a value's text, repaired, on one line; nothing when it is no text."""
    return one_line(repair(value)) if isinstance(value, str) else ""


def name_of(value: object) -> str:
    """Return the name of a friend or participant: a text, or an object that holds one."""
    return line(value.get("name")) if isinstance(value, dict) else line(value)


def day(seconds: object, zone: ZoneInfo) -> date | None:
    """Return the day of an instant in seconds since 1970; None when it cannot be one."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        on = datetime.fromtimestamp(seconds, UTC).astimezone(zone).date()
    except (ValueError, OverflowError, OSError):
        return None
    return on if talks.EARLIEST <= on.year <= talks.LATEST else None
