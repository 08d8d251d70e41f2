"""What a person types, read into values, with a clear word when it cannot be."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from entregent.domain.months import Month


class _Value(click.ParamType):
    """A value whose refusals are sentences of the interface."""

    def refuse(self, ctx: click.Context | None, key: str, **values: str) -> None:
        """Refuse what was typed with the sentence of `key`."""
        from entregent.cli.grammar import invocation

        context = ctx or click.get_current_context()
        self.fail(invocation(context).speech.say(key, **values), None, context)


class Worded(_Value):
    """One word of a closed vocabulary, in any case."""

    def __init__(self, name: str, words: Sequence[str]) -> None:
        """Keep the vocabulary's name and its words."""
        self.name = name
        self.words = tuple(words)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None  # noqa: ANN401
    ) -> str:
        """Return the word as it is spelled; refuse any other."""
        word = str(value).strip().casefold()
        if word not in self.words:
            self.refuse(ctx, "error.choice", value=str(value), among=", ".join(self.words))
        return word


class Day(_Value):
    """A day as YYYY-MM-DD."""

    name = "day"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None  # noqa: ANN401
    ) -> date:
        """Return the day; refuse what is not one."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            self.refuse(ctx, "error.day", value=str(value))
            raise


class MonthOf(_Value):
    """A month as YYYY-MM; a year alone is its first month, or its last when `closing`."""

    name = "month"

    def __init__(self, *, closing: str = "no") -> None:
        """Tell whether the month closes a period (`yes`), or opens one."""
        self.closing = closing

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None  # noqa: ANN401
    ) -> Month:
        """Return the month; refuse what is not one."""
        if isinstance(value, Month):
            return value
        try:
            return Month.parse(str(value), otherwise=12 if self.closing == "yes" else 1)
        except ValueError:
            self.refuse(ctx, "error.month", value=str(value))
            raise


class Weight(_Value):
    """A favour's weight, 1 to 5."""

    name = "weight"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None  # noqa: ANN401
    ) -> int:
        """Return the weight; refuse what is not a whole number from 1 to 5."""
        if str(value) not in ("1", "2", "3", "4", "5"):
            self.refuse(ctx, "error.weight", value=str(value))
        return int(value)
