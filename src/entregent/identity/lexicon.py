"""Words that help to tell who is who, read once from the file beside this one.

All are folded; `lexicon.toml` is what a linguist may change.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of words; `nicknames` and `spellings` give a word its roots."""

    nicknames: Mapping[str, frozenset[str]]
    spellings: Mapping[str, str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    maiden: frozenset[str]
    vietnamese: frozenset[str]
    kin: frozenset[str]
    roles: frozenset[str]
    couples: frozenset[str]
    free_mail: frozenset[str]
    profiles: frozenset[str]
    common: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read the words."""
    told = tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))
    rows = [row.replace("-", "").split() for row in told["nicknames"]]
    sets = (
        *("titles", "suffixes", "particles", "maiden", "vietnamese", "kin", "roles", "couples"),
        *("free_mail", "profiles", "common"),
    )
    return Lexicon(
        nicknames=_roots(rows),
        spellings={word: row.split()[0] for row in told["spellings"] for word in row.split()},
        **{name: frozenset(told[name].split()) for name in sets},
    )


def _roots(rows: Iterable[list[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for word in row:
            found[word].add(row[0])
    return {word: frozenset(roots) for word, roots in found.items()}
