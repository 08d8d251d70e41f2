"""Address books: a tolerant reader of vCard 2.1, 3.0 and 4.0."""

import re
from collections.abc import Iterable
from dataclasses import replace
from mmap import mmap
from zoneinfo import ZoneInfo

from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Origin
from entregent.exchange.text import as_utf8, decode_line, one_line
from entregent.exchange.vcard.card import describe
from entregent.exchange.vcard.lines import cards
from entregent.exchange.vcard.values import BINARY, Property, parse_property

ORIGIN = Origin.VCARD

_FIRST = re.compile(rb"\s*BEGIN\s*:\s*VCARD\b", re.IGNORECASE)
_ANY = re.compile(rb"^\s*BEGIN\s*:\s*VCARD\b", re.IGNORECASE | re.MULTILINE)


def recognises(head: bytes, name: str) -> bool:
    """Tell whether a file that starts with `head` is an address book."""
    plain = as_utf8(head)
    if _FIRST.match(plain):
        return True
    named = name.lower().endswith((".vcf", ".vcard"))
    return named and _ANY.search(plain) is not None


def read(data: bytes | mmap, path: str, *, zone: ZoneInfo) -> Reading:  # noqa: ARG001 - all alike
    """Read every card, named `card=N` from 1; what is wrong with one is a problem of that name."""
    found, problems, count = [], [], 0
    for count, lines in enumerate(cards(as_utf8(bytes(data))), start=1):
        record = f"card={count}"
        props, unreadable = _properties(record, lines)
        card, wrong = describe(record, props)
        problems += unreadable + wrong
        if card is not None:
            found.append(card)
    if not count:
        problems.append(Problem("", "vcard.no-card"))
    return Reading(path, ORIGIN, count, tuple(found), problems=tuple(problems))


def _properties(record: str, lines: Iterable[bytes]) -> tuple[list[Property], list[Problem]]:
    """Read a card's lines. A line that is no property goes on with a note, or is a problem."""
    props: list[Property] = []
    problems: list[Problem] = []
    for line in lines:
        prop = parse_property(line)
        if prop is not None:
            props.append(prop)
        elif props and props[-1].name == "NOTE":
            props[-1] = replace(props[-1], value=f"{props[-1].value}\n{decode_line(line)}")
        elif not (props and _is_binary(props[-1])):
            text = one_line(decode_line(line))[:80]
            problems.append(Problem(record, "vcard.bad-line", {"text": text}))
    return props, problems


def _is_binary(prop: Property) -> bool:
    return prop.name in BINARY or prop.says("ENCODING", "BASE64") or prop.says("ENCODING", "B")
