"""An association's tables: members who consented to be asked, their ties, their requests.

Each is a CSV file with a header, columns in any order, separated by commas, semicolons or tabs:
members `id name serves per_month rest_days free_from consent`, ties `a b strength consent`,
requests `id asker wants opens by`. What several values stand for is joined by `;` or `|`.
"""

import csv
import io
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from entregent.asks.pool.model import (
    Member,
    MemberId,
    Pool,
    Request,
    RequestId,
    Routed,
    Routing,
)
from entregent.domain.reading import Problem
from entregent.domain.text import fold
from entregent.exchange.cells import defused, plain
from entregent.exchange.csvlines import cells_of, records
from entregent.exchange.text import decode, lines_of, one_line
from entregent.services.pooling import Association, Defaults
from entregent.services.ports import BookError

_DELIMITERS = ",;\t"
_MOST = 64 * 1024 * 1024
_LIST = re.compile(r"\s*[;|]\s*")
_STRENGTHS = {"close": 0.9, "good": 0.6, "slight": 0.3}
_UNSAID = 0.5
_MOST_DAYS = 3650
_ROUTED = ("request", "asker", "wants", "on", "member", "part")
_Value = TypeVar("_Value")


class _BadError(ValueError):
    """A row that cannot be read; `key` names the sentence that says why."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key)
        self.key = key
        self.details = details


def read(members: Path, ties: Path, requests: Path, defaults: Defaults, until: date) -> Association:
    """Read the three tables; a request without a last day stands open `until` that day.

    Raises BookError: import.no-such-file, import.unreadable, pool.too-big, pool.columns.
    """
    reader = _Reader(defaults, until)
    for path, kind, take in (
        (members, "members", reader.member),
        (ties, "ties", reader.tie),
        (requests, "requests", reader.request),
    ):
        for where, row in _rows(path, kind):
            with reader.problem_at(where):
                take(row)
    pool = Pool(reader.members, reader.ties, tuple(reader.requests.values()))
    return Association(pool, reader.names, reader.words, tuple(reader.problems))


def write(association: Association, routing: Routing) -> bytes:
    """Return a routing as CSV, a row an ask; no cell is one that a spreadsheet would run."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(_ROUTED)
    requests = {one.id: one for one in association.pool.requests}
    for one in routing.routed:
        for row in _asks(requests[one.request], one):
            rows.writerow(map(defused, row))
    return written.getvalue().encode("utf-8")


def _asks(request: Request, routed: Routed) -> Iterator[tuple[str, ...]]:
    for place, turn in enumerate(routed.turns, 1):
        part = "serves" if place == len(routed.turns) else "leads"
        on = turn.on.isoformat()
        yield (request.id, request.asker, request.wants, on, turn.member, part)


@dataclass(slots=True)
class _Reader:
    """Takes rows in, one by one."""

    defaults: Defaults
    until: date
    members: dict[MemberId, Member] = field(default_factory=dict)
    names: dict[MemberId, str] = field(default_factory=dict)
    ties: dict[MemberId, dict[MemberId, float]] = field(default_factory=dict)
    requests: dict[RequestId, Request] = field(default_factory=dict)
    words: dict[RequestId, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _withheld: set[MemberId] = field(default_factory=set)

    @contextmanager
    def problem_at(self, where: str) -> Iterator[None]:
        """List a row that cannot be read, with its place, and go on."""
        try:
            yield
        except _BadError as error:
            self.problems.append(Problem(where, error.key, error.details))

    def member(self, row: Mapping[str, str]) -> None:
        """Take a member, unless they do not consent."""
        who = MemberId(_needed(row, "id"))
        if who in self.members or who in self._withheld:
            raise _BadError("pool.twice", id=who)
        if _refused(row):
            self._withheld.add(who)
            return
        self.members[who] = Member(
            who,
            frozenset(filter(None, map(fold, _LIST.split(row.get("serves", ""))))),
            _number(row, "per_month", self.defaults.per_month),
            _number(row, "rest_days", self.defaults.rest_days),
            _day(row, "free_from"),
        )
        self.names[who] = row.get("name", "") or who

    def tie(self, row: Mapping[str, str]) -> None:
        """Take a tie of two members, unless one of them does not consent to it."""
        one, other = MemberId(_needed(row, "a")), MemberId(_needed(row, "b"))
        if one == other:
            raise _BadError("pool.same", id=one)
        if _refused(row) or one in self._withheld or other in self._withheld:
            return
        for who in (one, other):
            self._known(who)
        strength = _strength(row.get("strength", ""))
        for near, far in ((one, other), (other, one)):
            known = self.ties.setdefault(near, {})
            known[far] = max(strength, known.get(far, 0.0))

    def request(self, row: Mapping[str, str]) -> None:
        """Take a request."""
        asked, asker = RequestId(_needed(row, "id")), MemberId(_needed(row, "asker"))
        if asked in self.requests:
            raise _BadError("pool.twice", id=asked)
        self._known(asker)
        wants = _needed(row, "wants")
        opens, by = _day(row, "opens") or date.min, _day(row, "by") or self.until
        if by < opens:
            raise _BadError("pool.backwards", start=opens.isoformat(), end=by.isoformat())
        self.requests[asked] = Request(asked, asker, fold(wants), opens, by)
        self.words[asked] = wants

    def _known(self, who: MemberId) -> None:
        if who not in self.members:
            raise _BadError("pool.unknown", id=who)


def _rows(path: Path, kind: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row by its columns' names, with its place."""
    lines = lines_of(decode(_bytes(path)))
    head = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    first = lines[head] if head < len(lines) else ""
    delimiter = max(_DELIMITERS, key=first.count)
    columns = [_column(title, kind) for title in cells_of(first, delimiter)]
    missing = [name for name in _COLUMNS[kind][: _NEEDED[kind]] if name not in columns]
    if missing:
        raise BookError("pool.columns", path=path.name, missing=", ".join(missing))
    rows = records(lines[head + 1 :], delimiter, len(columns))
    for number, cells in enumerate(rows, 1):
        values = [plain(one_line(cell)) for cell in cells]
        row = {name: value for name, value in zip(columns, values, strict=False) if name}
        yield f"{path.name} row={number}", row


_COLUMNS = {
    "members": ("id", "serves", "name", "per_month", "rest_days", "free_from", "consent"),
    "ties": ("a", "b", "strength", "consent"),
    "requests": ("asker", "wants", "id", "opens", "by"),
}
_NEEDED = {"members": 2, "ties": 2, "requests": 3}


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST:
            raise BookError("pool.too-big", path=str(path))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BookError("import.no-such-file", path=str(path)) from error
    except OSError as error:
        raise BookError("import.unreadable", path=str(path)) from error


def _column(title: str, kind: str) -> str:
    said = fold(title.replace("_", " ")).strip()
    spelled = _vocabulary()["columns"]
    return next((name for name in _COLUMNS[kind] if said in spelled[name]), "")


@lru_cache(maxsize=1)
def _vocabulary() -> Mapping[str, Mapping[str, frozenset[str]]]:
    path = Path(__file__).with_suffix(".toml")
    read_words = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        part: {name: frozenset(map(fold, words)) for name, words in said.items()}
        for part, said in read_words.items()
    }


def _needed(row: Mapping[str, str], name: str) -> str:
    if not (value := row.get(name, "")):
        raise _BadError("pool.missing", column=name)
    return value


def _refused(row: Mapping[str, str]) -> bool:
    words, said = _vocabulary()["words"], row.get("consent", "")
    if said and fold(said) not in words["yes"] | words["no"]:
        raise _BadError("pool.bad-value", column="consent", value=said)
    return fold(said) in words["no"]


def _number(row: Mapping[str, str], name: str, otherwise: int) -> int:
    return _read(row, name, lambda text: range(_MOST_DAYS).index(int(text)), otherwise)


def _day(row: Mapping[str, str], name: str) -> date | None:
    return _read(row, name, date.fromisoformat, None)


def _strength(text: str) -> float:
    words = _vocabulary()["words"]
    for name, value in _STRENGTHS.items():
        if fold(text) in words[name]:
            return value
    return _read({"strength": text}, "strength", _share, _UNSAID)


def _share(text: str) -> float:
    value = float(text.replace(",", "."))
    if not 0 < value <= 1:
        raise ValueError(text)
    return value


def _read(
    row: Mapping[str, str], name: str, reading: Callable[[str], _Value], otherwise: _Value
) -> _Value:
    """Return a cell's value, or what holds when it is blank."""
    text = row.get(name, "")
    if not text:
        return otherwise
    try:
        return reading(text)
    except ValueError as error:
        raise _BadError("pool.bad-value", column=name, value=text) from error
