"""Address books: a tolerant reader of vCard 2.1, 3.0 and 4.0."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from mmap import mmap
from xml.etree.ElementTree import ParseError
from zoneinfo import ZoneInfo

from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Problem, Reading
from entregent.domain.words import Origin, Said
from entregent.exchange.text import as_utf8, decode_line, one_line
from entregent.exchange.vcard import jcard, mecard, xcard
from entregent.exchange.vcard.card import Sheet, describe, is_group
from entregent.exchange.vcard.lines import cards
from entregent.exchange.vcard.values import BINARY, Property, parse_property

ORIGIN = Origin.VCARD

HEAD = 8192
"""How many bytes tell whether the cards are wrapped in something else."""

_FIRST = re.compile(rb"\s*BEGIN\s*:\s*VCARD\b", re.IGNORECASE)
_ANY = re.compile(rb"^\s*BEGIN\s*:\s*VCARD\b", re.IGNORECASE | re.MULTILINE)
_SERVED = re.compile(rb"<(?:[\w.-]+:)?address-data\b")
"""How a CardDAV server wraps the cards it is asked for."""
_JSON = re.compile(rb"\s*(?:\[\s*)+\"vcard\"\s*,")
_XML = re.compile(rb"\s*<[^\0]{0,400}\bvcard-4\.0\b")
_MEMBER = "MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"


def recognises(head: bytes, name: str) -> bool:
    """Tell whether a file that starts with `head` is an address book."""
    plain = as_utf8(head)
    if mecard.HEAD.match(plain):
        return True
    if _FIRST.match(plain) or _JSON.match(plain) or _XML.match(plain) or _is_served(plain):
        return True
    named = name.lower().endswith((".vcf", ".vcard"))
    return named and _ANY.search(plain) is not None


def read(data: bytes | mmap, path: str, *, zone: ZoneInfo) -> Reading:  # noqa: ARG001 - all alike
    """Read every card, named `card=N` from 1; what is wrong with one is a problem of that name."""
    plain = as_utf8(bytes(data))
    book = _Book()
    try:
        for count, lines in enumerate(_cards(plain), start=1):
            book.take(f"card={count}", lines)
    except (ValueError, ParseError, RecursionError):
        book.problems.append(Problem("", "vcard.damaged"))
    return book.reading(path)


def _cards(plain: bytes) -> Iterator[list[bytes]]:
    if _JSON.match(plain):
        return jcard.cards(plain)
    if _XML.match(plain):
        return xcard.cards(plain)
    if mecard.HEAD.match(plain):
        return mecard.cards(plain)
    return cards(_unwrapped(plain))


def _is_served(plain: bytes) -> bool:
    return plain.lstrip()[:1] == b"<" and bool(_SERVED.search(plain))


def _unwrapped(plain: bytes) -> bytes:
    """Return the cards that stand in a server's answer on lines of their own."""
    if not _is_served(plain[:HEAD]):
        return plain
    text = html.unescape(plain.decode("utf-8", errors="replace"))
    for edge in ("BEGIN:VCARD", "END:VCARD"):
        text = text.replace(edge, f"\n{edge}\n")
    return text.encode()


@dataclass(slots=True)
class _Group:
    """A card that stands for several people, by the ids of their cards."""

    name: str
    members: tuple[str, ...]
    trouble: list[Problem]


@dataclass(slots=True)
class _Book:
    """An address book being read: people first, then the groups they are in."""

    count: int = 0
    people: dict[PersonId, Card] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    uids: dict[str, PersonId] = field(default_factory=dict)

    def take(self, record: str, lines: Iterable[bytes]) -> None:
        """Read one card."""
        self.count += 1
        props, unreadable = _properties(record, lines)
        sheet = Sheet(props)
        card, wrong = describe(record, sheet)
        self.problems += unreadable
        if card is None and is_group(sheet):
            members = tuple(map(_bare, sheet.texts(*_MEMBER)))
            self.groups.append(_Group(next(iter(sheet.texts("FN")), ""), members, wrong))
            return
        self.problems += wrong
        if card is not None:
            self.people[card.ref] = card
            for uid in sheet.texts("UID"):
                self.uids.setdefault(_bare(uid), card.ref)

    def reading(self, path: str) -> Reading:
        """Give what was read; a group whose people are here is their circle."""
        for group in self.groups:
            members = [self.uids[uid] for uid in group.members if uid in self.uids]
            if not (members and group.name):
                self.problems += group.trouble
                continue
            for member in dict.fromkeys(members):
                card = self.people[member]
                circle = (Said.CIRCLE, group.name)
                self.people[member] = replace(card, details=(*card.details, circle))
        problems = self.problems or ([] if self.count else [Problem("", "vcard.no-card")])
        found = tuple(self.people.values())
        return Reading(path, ORIGIN, self.count, found, problems=tuple(problems))


def _bare(uid: str) -> str:
    return uid.lower().removeprefix("urn:uuid:")


def _properties(record: str, lines: Iterable[bytes]) -> tuple[list[Property], list[Problem]]:
    """Read a card's lines. A line that is no property goes on with a note, or is a problem."""
    props: list[Property] = []
    problems: list[Problem] = []
    for line in lines:
        prop = parse_property(line)
        if prop is not None:
            props.append(prop)
        elif props and props[-1].head.name == "NOTE":
            props[-1] = Property(props[-1].head, f"{props[-1].value}\n{decode_line(line)}")
        elif not (props and _is_binary(props[-1])):
            text = one_line(decode_line(line[:400]))[:80]
            problems.append(Problem(record, "vcard.bad-line", {"text": text}))
    return props, problems


def _is_binary(prop: Property) -> bool:
    said: Mapping[str, str] = prop.head.params
    return prop.head.name in BINARY or said.get("ENCODING", "").upper() in ("BASE64", "B")
