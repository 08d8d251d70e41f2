"""Reads a file of needs: each one that cannot be read is told with its place, the rest kept."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from entregent.domain.reading import Problem
from entregent.domain.wanted import Needs, Refused, Wanted
from entregent.exchange.needs.places import Place, places
from entregent.exchange.needs.values import KEYS, NotSo, read_id, read_need
from entregent.exchange.text import as_utf8
from entregent.services.ports import BookError

_PACE = {"weeks": 52, "per_week": 100, "per_person": 100, "per_circle": 100}
"""What the owner may set of their pace, and the most of each."""
_TOP = ("need", "pace")
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read(data: bytes, path: str) -> Needs:
    """Read the needs of a file. Raises BookError: needs.not-toml, needs.none."""
    text, document = _parsed(data, path)
    tables = document.get("need", [])
    tables = [tables] if isinstance(tables, dict) else tables
    if not isinstance(tables, list) or not tables:
        raise BookError("needs.none", path=path)
    pace, remarks = _pace(document.get("pace", {}))
    remarks += [_unknown("", key, _TOP) for key in document if key not in _TOP]
    wanted: list[Wanted] = []
    refused: list[Refused] = []
    seen: dict[str, str] = {}
    for number, (table, place) in enumerate(zip(tables, places(text, len(tables)), strict=True), 1):
        name = _name(table, number, seen)
        found, problems = _one(table, name, place, seen)
        seen.setdefault(name, place.record)
        if found is None:
            refused.append(Refused(name, tuple(problems)))
        else:
            wanted.append(found)
            remarks += _passed_over(table, place)
    return Needs(tuple(wanted), tuple(refused), tuple(remarks), pace)


def _parsed(data: bytes, path: str) -> tuple[str, dict[str, Any]]:
    try:
        text = as_utf8(data).decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].count(b"\n")
        raise BookError("needs.not-text", path=path, line=str(before + 1)) from error
    try:
        return text, tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = _WHERE.search(str(error))
        line, column = found.groups() if found else (str(text.count("\n") + 1), "1")
        raise BookError("needs.not-toml", path=path, line=line, column=column) from error


def _name(table: object, number: int, seen: Mapping[str, str]) -> str:
    """Return what a need is called: its own id, or one made of its number."""
    given = read_id(table.get("id")) if isinstance(table, dict) else ""
    made = f"need-{number}"
    while not given and made in seen:
        made += "-"
    return given or made


def _one(
    table: object, name: str, place: Place, seen: Mapping[str, str]
) -> tuple[Wanted | None, list[Problem]]:
    """Return a need as it can be read, or what is wrong with it."""
    if not isinstance(table, dict):
        return None, [Problem(place.record, "need.not-a-table")]
    found = read_need(table, name, place.record)
    problems = [] if isinstance(found, Wanted) else [_told(wrong, place) for wrong in found]
    if name in seen:
        problems.append(Problem(place.of("id"), "need.repeated-id", {"id": name}))
    return (None if problems else found), problems  # type: ignore[return-value]  # read, then


def _told(wrong: NotSo, place: Place) -> Problem:
    return Problem(place.of(wrong.key), wrong.what, wrong.details)


def _passed_over(table: Mapping[str, object], place: Place) -> Iterator[Problem]:
    return (_unknown(place.of(key), key, KEYS) for key in table if key not in KEYS)


def _unknown(where: str, key: str, among: tuple[str, ...]) -> Problem:
    near = get_close_matches(key.casefold(), among, n=1)
    if near:
        return Problem(where, "need.unknown-key-near", {"word": key, "near": near[0]})
    return Problem(where, "need.unknown-key", {"word": key, "among": ", ".join(among)})


def _pace(table: object) -> tuple[dict[str, int], list[Problem]]:
    """Return what is set of the owner's pace, and what of it cannot be read."""
    if not isinstance(table, dict):
        return {}, [Problem("", "need.pace-not-a-table")]
    pace: dict[str, int] = {}
    problems: list[Problem] = []
    for key, value in table.items():
        if key not in _PACE:
            problems.append(_unknown("", key, tuple(_PACE)))
        elif type(value) is int and 1 <= value <= _PACE[key]:
            pace[key] = value
        else:
            values = {"word": key, "value": str(value), "most": str(_PACE[key])}
            problems.append(Problem("", "need.bad-pace", values))
    return pace, problems
