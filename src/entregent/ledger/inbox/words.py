"""The words by which a message is understood, read from the vocabulary a linguist keeps."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

from entregent.domain.words import Kind
from entregent.locale.phrases import compiled

Language: TypeAlias = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class KindWords:
    """What names one kind of request: `alone`, or `beside` words that ask.

    So do the two halves of a `pair` where both are there ("twenty minutes", "your job").
    """

    alone: re.Pattern[str]
    beside: re.Pattern[str]
    pair: tuple[re.Pattern[str], re.Pattern[str]]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "KindWords":
        """Read them from the vocabulary's table of one kind."""
        one, other = table.get("pair", ((), ()))
        pair = (compiled(one), compiled(other))
        return cls(compiled(table["alone"]), compiled(table["with"]), pair)


class Tongue:
    """The words of one language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the vocabulary's table of that language."""
        self._table = table

    @cached_property
    def small(self) -> frozenset[str]:
        """The small words that nearly every sentence of the language holds."""
        return frozenset(self._table["small"].split())

    @cached_property
    def ask(self) -> re.Pattern[str]:
        """How one asks."""
        return compiled(self._table["ask"])

    @cached_property
    def nothing(self) -> re.Pattern[str]:
        """What shows that a sentence asks nothing: thanks, an offer, a report."""
        return compiled(self._table["not"])

    @cached_property
    def kinds(self) -> Mapping[Kind, KindWords]:
        """What names each kind of request, the most telling kinds first."""
        table = self._table["kind"]
        return {kind: KindWords.of(table[kind]) for kind in _TELLING_FIRST}

    @cached_property
    def whom(self) -> re.Pattern[str]:
        """What stands before the name of whom somebody wants to meet."""
        return compiled(self._table["whom"]["after"])

    @cached_property
    def both(self) -> re.Pattern[str]:
        """What asks to bring the writer together with somebody named before."""
        return compiled(self._table["whom"]["both"])

    @cached_property
    def company(self) -> re.Pattern[str]:
        """What stands before the name of a company."""
        return compiled(self._table["whom"]["company"])

    def time(self, name: str) -> re.Pattern[str]:
        """Return what names a time: `before`, `today`, `tomorrow`, `week-end`, `month-end`."""
        return compiled(self._table["time"][name])

    @property
    def day_first(self) -> bool:
        """Whether `3/4` is surely the third of April."""
        return bool(self._table["time"].get("day-first", False))

    def calendar(self, name: str) -> tuple[str, ...]:
        """Return the `weekdays` from Monday, or the `months` from January."""
        return tuple(self._table["time"][name].split())


_TELLING_FIRST = (
    Kind.REFERRAL,
    Kind.RECOMMENDATION,
    Kind.REFERENCE,
    Kind.INTRODUCTION,
    Kind.INTERVIEW,
    Kind.REVIEW,
    Kind.IDEAS,
    Kind.ADVICE,
)


class RequestWords:
    """All the words by which messages are understood."""

    def __init__(self, vocabulary: Mapping[str, Any]) -> None:
        """Take the vocabulary `requests`, parsed."""
        self.tongues: Mapping[Language, Tongue] = {
            language: Tongue(vocabulary[language]) for language in LANGUAGES
        }
        self._parts = vocabulary["parts"]
        self._found: dict[str, re.Pattern[str]] = {}

    def part(self, name: str) -> re.Pattern[str]:
        """Return what shows a part of a message: `forwarded`, `wrote`, `signature`, `list`."""
        if name not in self._found:
            self._found[name] = compiled(self._parts[name])
        return self._found[name]

    def header(self, name: str) -> frozenset[str]:
        """Return how a header (`from`, `subject`, `date`, `to`) is called in a message as text."""
        return frozenset(self._parts[name].split())
