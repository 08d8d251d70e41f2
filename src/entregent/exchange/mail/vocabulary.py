"""The words that tell machines, lists, roles and bins, kept as data in `vocabulary.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and phrases in lower case; see `vocabulary.toml` for what each set is for."""

    aside: frozenset[str]
    robots: frozenset[str]
    lists: frozenset[str]
    roles: frozenset[str]
    fillers: frozenset[str]
    teams: frozenset[str]
    not_names: frozenset[str]
    bearable: frozenset[str]
    services: frozenset[str]
    whole_names: frozenset[str]
    machine_domains: frozenset[str]
    list_domains: frozenset[str]
    machine_names: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the words, read once."""
    text = files("entregent.exchange.mail").joinpath("vocabulary.toml").read_text("utf-8")
    told = tomllib.loads(text)
    words = {name: _both(table) for name, table in told.items()}
    return Vocabulary(**{name: frozenset(found) for name, found in words.items()})


def _both(said: dict[str, Any]) -> list[str]:
    """Return the words of a table in all its languages: lists of phrases or words in a row."""
    words: list[str] = []
    for value in said.values():
        words.extend(value.split() if isinstance(value, str) else value)
    return words
