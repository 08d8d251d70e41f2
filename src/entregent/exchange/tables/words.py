"""What headers and cells mean: the vocabulary of `columns.toml` and `words.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from entregent.domain.text import fold, tokens

_FOLDER = Path(__file__).parent
_KEYWORDS = ("field", "book", "attendee", "beside", "unless")


class Field(StrEnum):
    """What a column can give, as people write it after `--map column=`."""

    NAME = "name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    MAIDEN = "maiden"
    NICKNAME = "nickname"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    COMPANY = "company"
    DEPARTMENT = "department"
    TITLE = "title"
    PROFESSION = "profession"
    SECTOR = "sector"
    PLACE = "place"
    BIRTHDAY = "birthday"
    BIRTH_DAY = "birth-day"
    BIRTH_MONTH = "birth-month"
    BIRTH_YEAR = "birth-year"
    CIRCLE = "circle"
    TAG = "tag"
    TOPIC = "topic"
    OFFERS = "offers"
    NEEDS = "needs"
    NOTE = "note"
    LANG = "lang"
    STATUS = "status"
    PAYER_NAME = "payer-name"
    PAYER_GIVEN = "payer-given"
    PAYER_FAMILY = "payer-family"
    PAYER_EMAIL = "payer-email"
    OTHER = "other"
    """Kept under the column's own name."""
    SECRET = "secret"  # noqa: S105 - the name of a kind of column
    """Never kept."""
    NOTHING = "nothing"
    """A program's own notes, left out."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header stands for, in which language first, and what kind of list has it."""

    field: Field
    lang: str
    book: bool = False
    attendee: bool = False
    beside: str = ""
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Meanings by a header's key, and sets of keys of words."""

    headers: Mapping[str, Meaning]
    either: Mapping[str, frozenset[str]]
    asides: frozenset[str]
    last_asides: frozenset[str]
    fronts: frozenset[str]
    away: frozenset[str]
    civil: frozenset[str]
    nothing: frozenset[str]
    secret: frozenset[str]
    numbers: frozenset[str]
    things: frozenset[str]
    elsewhere: frozenset[str]


def key(text: str) -> str:
    """Return what two writings of one header or word share: its letters and digits, folded."""
    return "".join(tokens(text))


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read once."""
    words = _load("words.toml")
    asides = dict(words["asides"])
    last = asides.pop("last")
    return Vocabulary(
        headers=_headers(_load("columns.toml")),
        either={name: _keys(listed) for name, listed in words["either"].items()},
        asides=_keys(_flat(asides)),
        last_asides=_keys(last),
        fronts=_keys(_flat(words["fronts"])),
        away=_keys(_flat(words["away"])),
        civil=_keys(_flat(words["civil"])),
        nothing=frozenset(fold(word) for word in _flat(words["nothing"])),
        secret=_keys(words["secret"]["any"]),
        numbers=_keys(words["secret"]["number"]),
        things=_keys(words["secret"]["thing"]),
        elsewhere=_keys(_flat(words["elsewhere"])),
    )


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _headers(sections: Mapping[str, Mapping[str, Any]]) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for name, section in sections.items():
        for lang, words in section.items():
            if lang in _KEYWORDS:
                continue
            meaning = Meaning(
                field=Field(section.get("field", name)),
                lang=lang,
                book=section.get("book", False),
                attendee=section.get("attendee", False),
                beside=key(section.get("beside", "")),
                unless=key(section.get("unless", "")),
            )
            for word in words:
                found.setdefault(key(word), meaning)
    return found


def _flat(lists: Mapping[str, Iterable[str]]) -> list[str]:
    return [word for words in lists.values() for word in words]


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(key(word) for word in words) - {""}
