"""What a person types, read into values, with a clear word when it cannot be."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import click

from entregent.domain.inbox import Response
from entregent.domain.months import Month
from entregent.domain.time_of_day import TimeOfDay

_DECEMBER = 12
_MOST_DAYS = 999
_BRIEF = 30
"""Words that fit in so many letters stand in the help as they are."""


class _Value(click.ParamType):  # type: ignore[type-arg]  # later clicks only
    """A value read by `read`; what raises ValueError is refused with a sentence of ours."""

    def __init__(self, name: str, refusal: str, read: Callable[[str], object]) -> None:
        """Keep what the value is called, the sentence that refuses it, and how it is read."""
        self.name = name
        self.refusal = refusal
        self.read = read

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 - the same
        """Return the value, or refuse what was typed."""
        if not isinstance(value, str):
            return value
        try:
            return self.read(value.strip())
        except ValueError:
            self.fail(self._sentence(value, ctx), param, ctx)

    def _sentence(self, value: str, ctx: click.Context | None) -> str:
        from entregent.cli.invocation import invocation

        context = ctx or click.get_current_context()
        return invocation(context).speech.say(self.refusal, value=value, **self.details())

    def details(self) -> dict[str, str]:
        """Return what else the refusal names."""
        return {}


class Worded(_Value):
    """One word of a closed vocabulary, in any case."""

    def __init__(self, name: str, words: Sequence[str]) -> None:
        """Keep the vocabulary's name and its words."""
        super().__init__(name, "error.choice", self._word)
        self.words = tuple(map(str, words))
        self.brief = len("|".join(self.words)) <= _BRIEF

    def _word(self, text: str) -> str:
        return self.words[self.words.index(text.casefold())]

    def details(self) -> dict[str, str]:
        """Name the words there are."""
        return {"among": ", ".join(self.words)}


def _share(text: str) -> float:
    value = float(text.replace(",", "."))
    if not 0 <= value <= 1:
        raise ValueError(text)
    return value


def _day_or_days(text: str) -> date | int:
    if text.isascii() and text.isdigit() and len(text) <= len(str(_MOST_DAYS)):
        return range(1, _MOST_DAYS + 1).index(int(text)) + 1
    return date.fromisoformat(text)


def _response(text: str) -> Response:
    if text.casefold() not in _RESPONSES:
        raise ValueError(text)
    return _RESPONSES[text.casefold()]


DAY = _Value("day", "error.day", date.fromisoformat)
"""A day as YYYY-MM-DD."""
TIME = _Value("time", "error.time", TimeOfDay.parse)
"""A time of day as 18:30."""
DAY_OR_DAYS = _Value("day", "error.day-or-days", _day_or_days)
"""A day as YYYY-MM-DD, or for how many days."""
FIRST_MONTH = _Value("month", "error.month", Month.parse)
"""A month as YYYY-MM that opens a period; a year alone is its January."""
LAST_MONTH = _Value("month", "error.month", lambda text: Month.parse(text, otherwise=_DECEMBER))
"""A month as YYYY-MM that closes a period; a year alone is its December."""
COUNT = _Value("count", "error.count", lambda text: range(10**9).index(int(text)))
"""How many, 0 for all."""
WEEKS = _Value("count", "error.weeks", lambda text: range(1, 53).index(int(text)) + 1)
"""Weeks of a road map, a year at most."""
MINUTES = _Value("minutes", "error.event.minutes", lambda text: range(1441).index(int(text)))
"""Minutes of an evening, a day of them at most."""
_RESPONSES = {
    **{word: response for response in Response for word in (response.value, response.value[0])},
    "oui": Response.YES,
    "o": Response.YES,
    "non": Response.NO,
}
RESPONSE = _Value("response", "error.response", _response)
"""One of the four answers, by its word or its first letter."""
WEIGHT = _Value("weight", "error.weight", lambda text: range(1, 6).index(int(text)) + 1)
"""A favour's weight, 1 to 5."""
PICKS = _Value("picks", "error.event.rehearse-picks", lambda text: tuple(map(int, text.split(","))))
"""Choices made one after another, as 1,2,1."""
FEW = _Value("count", "error.match.few", lambda text: range(1, 97).index(int(text)) + 1)
"""How many slots, seats or rounds, 96 at most."""
SHARE = _Value("share", "error.match.share", _share)
"""A share from 0 to 1."""
