"""Messages by the thousand: a line of JSON in, a line of JSON out."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from entregent.cli import checking
from entregent.cli.face import Face
from entregent.cli.views.check_json import document
from entregent.services.ports import BookError
from entregent.tact.check import Rules, TextError, check
from entregent.tact.context import Closeness, Context, Form, Medium, Purpose, Worked

_Closed = TypeVar("_Closed", bound=StrEnum)
_LONGEST_LINE = 4_000_000


class UnfitError(ValueError):
    """A line is no message to check; `key` names the sentence that says why."""

    def __init__(self, key: str, **values: str) -> None:
        """Keep the sentence's key and what fills it."""
        super().__init__(key)
        self.key = key
        self.values = values


class Batch:
    """Answers lines one by one, and counts those it cannot answer.

    `base` is what is known of every message whose own context leaves it unknown.
    """

    def __init__(self, face: Face, rules: Rules, base: Context) -> None:
        """Take the rules once for all."""
        self.problems = 0
        self._face = face
        self._rules = rules
        self._base = base
        self._spoken = checking.spoken(face)
        self._number = 0

    def answer(self, line: bytes) -> str | None:
        """Return the answer to a line; None to a blank one."""
        self._number += 1
        if not line.strip():
            return None
        name: object = None
        try:
            told = _table(line)
            name = told.get("id")
            return self._say({"id": name, **self._checked(told)})
        except UnfitError as error:
            self.problems += 1
            why = self._face.say(f"check.batch.{error.key}", **error.values)
            return self._say({"id": name, "line": self._number, "problem": why})

    def _checked(self, told: Mapping[str, Any]) -> dict[str, Any]:
        text = told.get("text")
        if not isinstance(text, str):
            raise UnfitError("no-text")
        context = context_of(told.get("context"), self._base)
        try:
            return document(check(text, context, self._rules, self._spoken, self._spoken))
        except TextError as error:
            raise UnfitError(error.why) from error

    def _say(self, told: dict[str, Any]) -> str:
        return self._face.json(told, indent=None)


def _table(line: bytes) -> Mapping[str, Any]:
    if len(line) > _LONGEST_LINE:
        raise UnfitError("long")
    try:
        told = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise UnfitError("not-utf8") from error
    except (ValueError, RecursionError) as error:
        raise UnfitError("not-json") from error
    if not isinstance(told, Mapping):
        raise UnfitError("not-json")
    return told


def _no_number(name: str) -> object:
    raise ValueError(name)


def context_of(told: object, base: Context) -> Context:
    """Return a message's context as a line of JSON tells it; what it leaves unknown is `base`'s."""
    if told is None:
        return base
    if not isinstance(told, Mapping):
        raise UnfitError("context")
    known: dict[str, Any] = {
        "purpose": _word(told, "kind", Purpose),
        "medium": _word(told, "channel", Medium),
        "form": _word(told, "address_form", Form),
        "worked": _worked(told),
        "last_ask_days": _days(told),
        "closeness": _word(told, "closeness", Closeness),
    }
    return replace(base, **{name: value for name, value in known.items() if value is not None})


def _word(told: Mapping[str, Any], name: str, words: type[_Closed]) -> _Closed | None:
    value = told.get(name)
    if value is None:
        return None
    try:
        return words(str(value).casefold())
    except ValueError:
        raise _none_of(name, value, ", ".join(words)) from None


def _worked(told: Mapping[str, Any]) -> Worked | None:
    value = told.get("worked_together")
    if value is None:
        return None
    if not isinstance(value, bool):
        raise UnfitError(
            "value", name="worked_together", value=str(value), among="true, false, null"
        )
    return Worked.TOGETHER if value else Worked.NEVER


def _days(told: Mapping[str, Any]) -> int | None:
    value = told.get("days_since_last_ask")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 10**6:
        raise UnfitError(
            "value", name="days_since_last_ask", value=str(value), among="0, 1, 2 … null"
        )
    return int(value)


def _none_of(name: str, value: object, among: str) -> UnfitError:
    return UnfitError("value", name=name, value=str(value), among=among)


def lines_of(file: str) -> Iterator[bytes]:
    """Yield the lines of a file, of the standard input for `-`, as they come.

    Raises BookError: import.no-such-file, import.unreadable.
    """
    if file == "-":
        yield from iter(sys.stdin.buffer.readline, b"")
        return
    try:
        with Path(file).open("rb") as opened:
            yield from opened
    except FileNotFoundError as error:
        raise BookError("import.no-such-file", path=file) from error
    except OSError as error:
        raise BookError("import.unreadable", path=file) from error
