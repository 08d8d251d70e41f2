"""Verbs of promises and of meetings, in all the forms in which lines hold them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from entregent.domain.text import fold

Sense = Literal["give", "meet"]

_REGULAR = ("e", "es", "ent", "er", "era", "erai", "erons", "eront", "ez", "ons")
_ENGLISH = ("", "s", "es", "ing")


class Verb(NamedTuple):
    """A verb as it is looked up: `lemma` as the dictionary has it."""

    lemma: str
    sense: Sense
    lang: Literal["fr", "en"]
    bare: bool
    """Whether this form is the infinitive, or the bare form."""


@dataclass(frozen=True)
class Verbs:
    """Verbs by their folded forms; `to_me` are those after which "me" says nothing more."""

    french: Mapping[str, Verb]
    english: Mapping[str, Verb]
    to_me: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Verbs":
        """Read the tables of both languages."""
        french, english = table.get("fr", {}), table.get("en", {})
        to_me = frozenset(english.get("give_to", "").split())
        return cls(_french(french), _english(english), to_me)


def _french(table: Mapping[str, Any]) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    senses: tuple[Sense, ...] = ("give", "meet")
    for sense in senses:
        for lemma in table.get(sense, "").split():
            for form in (*_conjugated(fold(lemma)), *table.get("forms", {}).get(lemma, "").split()):
                found.setdefault(form, Verb(lemma, sense, "fr", bare=form == fold(lemma)))
    return found


def _conjugated(lemma: str) -> list[str]:
    if not lemma.endswith("er"):
        return [lemma]
    return [lemma[:-2] + ending for ending in _REGULAR]


def _english(table: Mapping[str, Any]) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    senses: tuple[Sense, ...] = ("give", "meet")
    for sense in senses:
        for lemma in table.get(sense, "").split():
            own = table.get("forms", {}).get(lemma, "").split()
            for form in own or _inflected(lemma):
                found.setdefault(form, Verb(lemma, sense, "en", bare=form == lemma))
    return found


def _inflected(lemma: str) -> list[str]:
    return [lemma + ending for ending in _ENGLISH]
