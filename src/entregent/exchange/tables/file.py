"""Tables of people: recognised by their columns, in any usual encoding, and read row by row."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from mmap import mmap
from zoneinfo import ZoneInfo

from entregent.domain.reading import Aside, Card, Problem, Reading, SetAside, Stated
from entregent.domain.words import Origin, Said
from entregent.exchange.linkedin import dates
from entregent.exchange.tables.header import Table, day_first, find_table, first_headers
from entregent.exchange.tables.row import Ways, describe, row_of, words_of
from entregent.exchange.tables.words import Field
from entregent.exchange.text import as_utf8, decode
from entregent.identity.likeness import Like, like
from entregent.identity.names import parse

_MOST_ROWS = 100_000
"""More people than this are nobody's; see `detect.MOST_PEOPLE`."""
_CODE_PAGES = ("cp932", "cp1251", "cp1250", "cp1254", "gb18030", "big5", "cp949", "cp1256")
"""Encodings of spreadsheets elsewhere, tried where a file is neither Unicode nor Western."""
_SEARCHED = 64 * 1024


@dataclass(slots=True)
class _Gathered:
    cards: list[Card] = field(default_factory=list)
    facts: list[Stated] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    read: int = 0


def is_table(origin: Origin, head: bytes, name: str) -> bool:  # noqa: ARG001 - all alike
    """Tell whether a file that starts with `head` is a table of people of this origin."""
    found = _peek(head)
    return found is not None and found.origin is origin


def headers_of(head: bytes, mapped: Mapping[str, str] | None = None) -> list[str]:
    """Return the headers of the table that begins so, none when it is no table of people."""
    table = find_table(_text(head), mapped) if mapped else _peek(head)
    return [column.title for column in table.columns] if table else []


def first_line_of(head: bytes) -> list[str]:
    """Return the cells of the first line that has several, for the owner to name them."""
    return first_headers(_text(head))


@lru_cache(maxsize=8)
def _peek(head: bytes) -> Table | None:
    if b"\0\0\0" in head[:64]:
        return None
    whole = head.rpartition(b"\n")[0] if head.count(b"\n") > 1 else head
    return find_table(_text(whole))


def read(
    data: bytes | mmap,
    path: str,
    *,
    zone: ZoneInfo,  # noqa: ARG001 - all alike
    origin: Origin,
    mapped: Mapping[str, str] | None = None,
) -> Reading:
    """Read every row, named `row=N` from 1; blank rows are not counted.

    Rows of people who will not come, and rows said twice, give no card: they are set aside.
    """
    table = find_table(_text(bytes(data)), mapped)
    if table is None:
        return Reading(path, origin, 0, problems=(Problem("", "table.no-header"),))
    gathered = _Gathered()
    rows = []
    for number, texts in enumerate(table.rows(), start=1):
        if number > _MOST_ROWS:
            return Reading(path, origin, 0, problems=(Problem("", "import.too-big"),))
        rows.append(texts)
    gathered.read = len(rows)
    _gather(rows, table, origin, gathered)
    cards = gathered.cards if origin is not Origin.TABLE else _own_addresses(gathered.cards)
    return Reading(
        path,
        origin,
        gathered.read,
        tuple(cards),
        tuple(gathered.facts),
        tuple(gathered.problems),
        aside=tuple(_aside(gathered)),
    )


READERS = {
    origin: partial(read, origin=origin) for origin in (Origin.GOOGLE, Origin.OUTLOOK, Origin.TABLE)
}
"""How a table of each origin is read."""


def _gather(
    rows: Sequence[Sequence[str]], table: Table, origin: Origin, gathered: _Gathered
) -> None:
    columns = table.columns
    fields = [column.field for column in columns]
    order = dates.day_first(
        text for at, one in enumerate(fields) if one is Field.BIRTHDAY for text in _cells(rows, at)
    )
    ways = Ways(origin, day_first(table) if order is None else order, frozenset(fields))
    seen: set[object] = set()
    for number, texts in enumerate(rows, start=1):
        record = f"row={number}"
        if _is_broken(texts, fields):
            gathered.problems.append(Problem(record, "import.bad-row"))
            continue
        told = describe(row_of(record, columns, texts), ways)
        gathered.problems += told.problems
        for card, why in ((told.away, Aside.AWAY), (told.payer, Aside.PAYER)):
            gathered.aside += [SetAside(card, why)] if card else []
        if told.card is None:
            continue
        if (likeness := _likeness(told.card)) in seen:
            gathered.aside.append(SetAside(told.card, Aside.TWICE))
            continue
        seen.add(likeness)
        gathered.cards.append(told.card)
        gathered.facts += told.facts


def _aside(gathered: _Gathered) -> list[SetAside]:
    """Return who is set aside, once a reason; who comes all the same is neither away nor a payer.

    Who is away did not only pay.
    """
    comes = set(map(words_of, gathered.cards))
    gone = {words_of(one.card) for one in gathered.aside if one.why is Aside.AWAY}
    shut = {Aside.AWAY: comes, Aside.PAYER: comes | gone}
    found = {
        (one.why, words_of(one.card) or one.card.record): one
        for one in reversed(gathered.aside)
        if words_of(one.card) not in shut.get(one.why, ())
    }
    return list(reversed(found.values()))


def _cells(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at] for row in rows if at < len(row) and row[at]]


def _is_broken(texts: Sequence[str], fields: Sequence[Field]) -> bool:
    """Tell whether a row does not follow the columns: one cell, or addresses out of their place."""
    if len(texts) == 1 and len(fields) > 1:
        return True
    if len(texts) <= len(fields):
        return False
    under = [text for text, one in zip(texts, fields, strict=False) if one is Field.EMAIL and text]
    return any("@" not in text for text in under) and any("@" in text for text in texts)


def _likeness(card: Card) -> object:
    """Return all that a card says: the same twice in one table is one human, said twice."""
    said = (card.names, card.given, card.family, card.emails, card.phones, card.urls, card.jobs)
    return said, card.details, frozenset(card.extra.items())


def _own_addresses(cards: Sequence[Card]) -> list[Card]:
    """Take an address that several people bear from those whose name it does not spell.

    Whoever buys tickets for others often gives one address for all. A table that tells birthdays
    is an address book, where one human may stand twice and a family may share: it stays as it is.
    """
    if any(said is Said.BIRTHDAY for card in cards for said, _ in card.details):
        return list(cards)
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for at, card in enumerate(cards):
        for address in card.emails:
            bearers[address.casefold()].append(at)
    lost: Counter[tuple[int, str]] = Counter()
    for address, held in bearers.items():
        if len({words_of(cards[at]) for at in held}) > 1:
            lost.update((at, address) for at in _others(address, held, cards))
    return [
        replace(card, emails=tuple(a for a in card.emails if not lost[at, a.casefold()]))
        for at, card in enumerate(cards)
    ]


def _others(address: str, held: Sequence[int], cards: Sequence[Card]) -> list[int]:
    """Return which of those who give an address are not the one whose it is, however spelled.

    A row without a name contradicts nobody.
    """
    named = [at for at in held if cards[at].names]
    keeps = _spelt(address, [words_of(cards[at]) for at in named])
    owner = next((at for at in named if words_of(cards[at]) == keeps), named[0])
    others = [at for at in named if not _is_one_name(cards[owner], cards[at])]
    return others if keeps or not others else list(held)


def _is_one_name(one: Card, other: Card) -> bool:
    """Tell whether two names are one human's, but for a slip of the pen."""
    mine, theirs = (parse(card.names[0], card.given, card.family) for card in (one, other))
    return like(mine, theirs) in (Like.SAME, Like.MIDDLE, Like.NICKNAME, Like.TYPO)


def _spelt(address: str, held: Sequence[frozenset[str]]) -> frozenset[str] | None:
    """Return the words of the one name that an address spells best, None if it is none's."""
    local = address.partition("@")[0]
    marks = {words: sum(word in local for word in words if len(word) > 1) for words in held}
    best = max(marks.values())
    spelt = [words for words, mark in marks.items() if mark == best]
    return spelt[0] if best and len(spelt) == 1 else None


def _text(data: bytes) -> str:
    """Return a table's text; of several encodings, the one in which its header says most."""
    plain = as_utf8(data)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(plain) - 4:  # the head of a file ends inside a character
            return plain.decode("utf-8", errors="ignore")
    western = decode(data)
    start = plain[:_SEARCHED]
    best, most = "", _said(decode(start))
    for page in _CODE_PAGES:
        said = _said(start.decode(page, errors="replace"))
        if said > most:
            best, most = page, said
    return plain.decode(best, errors="replace") if best else western


def _said(text: str) -> int:
    """Count the columns that a header in this text names in words we know."""
    table = find_table(text)
    known = table.columns if table else ()
    return sum(column.field not in (Field.OTHER, Field.SECRET) for column in known)
