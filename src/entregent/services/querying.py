"""Queries: what a person types to find people, read into terms.

`léa "maison du lac" company:Airbus -tag:vélo @amis`: words and phrases that stand anywhere, a
field's value after its name, what a minus before it excludes, and saved searches by name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from entregent.domain.text import company_key, fold, tokens

_QUOTES = str.maketrans(dict.fromkeys("“”«»„", '"'))
_TERM = re.compile(r'(-?)(?:([^\s:"]+):)?(?:"([^"]*)"|(\S+))')
_SPACED = re.compile(r'([^\s:"]+)(?:\s+:\s*|:\s+)')
_DIALLED = re.compile(r"[+(\d][\d.()/+-]*")
_PARTED = re.compile(r"(?<!\S)[+0][\d.()/+-]*(?: [\d.()/-]+){2,}(?!\S)")
_LOCAL = 8
"""So many last digits of a phone number are the same with or without a country's prefix."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing looked for: `value` in `field`, or anywhere when there is no field."""

    value: str
    field: str = ""
    wanted: Literal["yes", "no"] = "yes"


def parse(query: str, fields: Mapping[str, str]) -> tuple[Term, ...]:
    """Return the terms of a query; a word before a colon that is no field is a word.

    Spaces may stand around a field's colon, as French has them.
    """

    def closed(found: re.Match[str]) -> str:
        return f"{found[1]}:" if fold(found[1].lstrip("-")) in fields else found[0]

    plain = _SPACED.sub(closed, query.translate(_QUOTES))
    plain = _PARTED.sub(lambda number: number[0].replace(" ", ""), plain)
    terms: list[Term] = []
    for minus, name, phrase, word in _TERM.findall(plain):
        value = (phrase or word).strip()
        field = fields.get(fold(name), "")
        if name and not field:
            value = f"{name}:{value}"
        if value:
            terms.append(Term(value, field, "no" if minus else "yes"))
    return tuple(terms)


def needle(value: str) -> str:
    """Return the folded text by which a word or a phrase is looked for anywhere."""
    return digits(value) if _DIALLED.fullmatch(value) and len(digits(value)) > 1 else fold(value)


def digits(value: str) -> str:
    """Return the digits of a phone number that it bears however it is written."""
    bare = "".join(char for char in value if char.isdecimal())
    return bare[-_LOCAL:] if len(bare) > _LOCAL else bare.lstrip("0") or bare


def begins_words(value: str, text: str) -> bool:
    """Tell whether every word of `value` begins a word of `text`."""
    words, parts = tokens(text), tokens(value)
    return bool(parts) and all(any(word.startswith(part) for word in words) for part in parts)


def within(value: str, name: str) -> bool:
    """Tell whether a company's, a circle's or a label's name holds `value` as whole words.

    A company's legal form does not count: `air` is in `Air France SA`, not in `Airbus`.
    """
    return bool(key := company_key(value)) and f" {key} " in f" {company_key(name)} "
