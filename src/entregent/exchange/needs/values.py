"""The values of one need: what they may be, and what is said of those that are not so."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from entregent.domain.text import fold
from entregent.domain.wanted import Aim, Wanted
from entregent.domain.words import Kind
from entregent.exchange.text import one_line

AIMS = (Aim.PERSON, Aim.COMPANY, Aim.SECTOR, Aim.TOPIC)
KEYS = ("id", "kind", *map(str, AIMS), "importance", "by", "for")
"""What a need may say."""
_USUAL, _MOST = 3, 5
_SHOWN = 60


class NotSo(NamedTuple):
    """What is wrong with the value of a key; `what` is the key of the sentence that says it."""

    key: str
    what: str
    details: Mapping[str, str]


def read_id(value: object) -> str:
    """Return the owner's own word for a need, nothing where there is none."""
    return one_line(str(value)) if isinstance(value, str | int) else ""


def read_need(table: Mapping[str, Any], name: str, place: str) -> Wanted | list[NotSo]:
    """Return the need that a table holds, or everything that is wrong with it."""
    wrong: list[NotSo] = []
    kind = _kind(table, wrong)
    aim, words = _target(table, kind, wrong)
    importance = _importance(table, wrong)
    by = _by(table, wrong)
    purpose = _text(table, "for", wrong)
    if wrong or kind is None or aim is None:
        return wrong
    return Wanted(name, kind, aim, words, importance, purpose, by, place)


def _kind(table: Mapping[str, Any], wrong: list[NotSo]) -> Kind | None:
    if "kind" not in table:
        wrong.append(NotSo("kind", "need.no-kind", {"among": _listed()}))
        return None
    value = table["kind"]
    found = _kinds().get(fold(value)) if isinstance(value, str) else None
    if found is None:
        details = {"value": _shown(value), "among": _listed()}
        wrong.append(NotSo("kind", "need.unknown-kind", details))
    return found


def _listed() -> str:
    return ", ".join(Kind)


@cache
def _kinds() -> dict[str, Kind]:
    """Return the kind that each folded word stands for, in both languages."""
    told = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    words = {fold(word): Kind(kind) for kind, several in told.items() for word in several}
    return words | {kind.value: kind for kind in Kind}


def _target(
    table: Mapping[str, Any], kind: Kind | None, wrong: list[NotSo]
) -> tuple[Aim | None, str]:
    """Return the one thing a need aims at, and the words that name it."""
    given = [aim for aim in AIMS if aim in table]
    if not given and kind is Kind.IDEAS:
        return Aim.FRIENDS, ""
    if not given:
        wrong.append(NotSo("kind", "need.no-target", {}))
        return None, ""
    if len(given) > 1:
        wrong.append(NotSo(given[1], "need.two-targets", {"keys": ", ".join(given)}))
        return None, ""
    words = _text(table, given[0], wrong)
    if not words and isinstance(table[given[0]], str):
        wrong.append(NotSo(given[0], "need.no-target", {}))
    return given[0], words


def _importance(table: Mapping[str, Any], wrong: list[NotSo]) -> int:
    value = table.get("importance", _USUAL)
    if type(value) is int and 1 <= value <= _MOST:
        return value
    wrong.append(NotSo("importance", "need.bad-importance", {"value": _shown(value)}))
    return _USUAL


def _by(table: Mapping[str, Any], wrong: list[NotSo]) -> date | None:
    """Return the day a need is wanted by: a date of TOML, or `YYYY-MM-DD` as text."""
    value = table.get("by")
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value.strip() if isinstance(value, str) else "")
    except ValueError:
        wrong.append(NotSo("by", "need.bad-date", {"value": _shown(value)}))
        return None


def _text(table: Mapping[str, Any], key: str, wrong: list[NotSo]) -> str:
    value = table.get(key, "")
    if isinstance(value, str):
        return one_line(value)
    wrong.append(NotSo(key, "need.not-words", {"word": key, "value": _shown(value)}))
    return ""


def _shown(value: object) -> str:
    """Return a value as a sentence can quote it."""
    text = one_line(str(value))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
