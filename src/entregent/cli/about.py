"""The options that say who somebody is, shared by `add`, `edit` and `me`."""

from typing import Any

import click

from entregent.cli.grammar import option
from entregent.cli.values import FIRST_MONTH, LAST_MONTH, Worded
from entregent.domain.words import Address, Closeness, Context
from entregent.services.people import About

_REPEATED = {
    "emails": ("--email", "email"),
    "phones": ("--phone", "phone"),
    "urls": ("--url", "url"),
    "sectors": ("--sector", "sector"),
    "circles": ("--circle", "circle"),
    "tags": ("--tag", "text"),
    "projects": ("--project", "text"),
    "clients": ("--client", "text"),
    "topics": ("--topic", "text"),
    "advice": ("--advice", "text"),
    "langs": ("--speaks", "speaks"),
}


def about_options() -> list[click.Parameter]:
    """Return the options: one value each, or several of a kind."""
    repeated = [
        option(name, field, value=value, multiple=True)
        for field, (name, value) in _REPEATED.items()
    ]
    return [
        option("--title", value="text"),
        option("--company", value="company"),
        option("--from", "start", type=FIRST_MONTH, value="month"),
        option("--to", "end", type=LAST_MONTH, value="month"),
        *repeated,
        option("--note", value="text"),
    ]


def tie_options() -> list[click.Parameter]:
    """Return the options that say how I know somebody."""
    return [
        option("--context", type=Worded("context", tuple(Context))),
        option("--address", type=Worded("address", tuple(Address))),
        option("--closeness", type=Worded("closeness", tuple(Closeness))),
    ]


def tie_words(values: dict[str, Any]) -> dict[str, Any]:
    """Return the words of a tie among a command's values, as the domain has them."""
    kinds: dict[str, type] = {"context": Context, "address": Address, "closeness": Closeness}
    return {name: kind(values[name]) for name, kind in kinds.items() if values.get(name)}


def about(values: dict[str, Any]) -> About:
    """Gather what was said; values that were not given stay unsaid."""
    said = {name: value for name, value in values.items() if value not in (None, ())}
    return About(**(said | tie_words(values)))
