"""What each line of a journal states: one small function a verb."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from entregent.domain.facts import (
    Answered,
    Apart,
    Asked,
    Boundary,
    Busy,
    Discreet,
    Encounter,
    Fact,
    Gave,
    House,
    Invited,
    LeftOut,
    Lifted,
    Need,
    Offer,
    Position,
    Received,
    SavedSearch,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.ids import ME, AskId, PersonId
from entregent.domain.upkeep import Kept, Lead, LeadEnded, Promised, Rhythm, Side
from entregent.domain.words import Address, Channel, Closeness, Context, Kind, Reply, Usage
from entregent.exchange.journal import grammar
from entregent.exchange.journal.grammar import Line, Unreadable, Word

Find: TypeAlias = Callable[[Word], PersonId]
"""Tells whom a word means."""
Lasting: TypeAlias = Callable[[Line, Find], tuple[Fact, ...]]
Dated: TypeAlias = Callable[[Line, Find, date], Fact]

_WEIGHTS = range(1, 6)


def _anybody(line: Line, find: Find) -> PersonId:
    return find(line.word("name"))


def _somebody(line: Line, find: Find) -> PersonId:
    person = _anybody(line, find)
    if person == ME:
        raise Unreadable("not-me")
    return person


def _pair(line: Line, find: Find) -> tuple[PersonId, PersonId]:
    """Take `A -- B`, or `A` alone, who is then the other person of the owner."""
    first = _anybody(line, find)
    if line.words and line.words[0].says("--"):
        line.word("--")
        pair = first, _anybody(line, find)
    else:
        pair = ME, first
    if pair[0] == pair[1]:
        raise Unreadable("same-person")
    return pair


def _tie(line: Line, find: Find) -> tuple[Fact, ...]:
    first, second = _pair(line, find)
    if first == ME:
        first, second = second, first
    return (
        Tied(
            first,
            second,
            context=grammar.chosen(Context, line, "context"),
            address=grammar.chosen(Address, line, "address"),
            closeness=grammar.chosen(Closeness, line, "closeness"),
            since=line.one("since") or "",
        ),
    )


def _apart(line: Line, find: Find) -> tuple[Fact, ...]:
    return (Apart(*_pair(line, find)),)


def _search(line: Line, _find: Find) -> tuple[Fact, ...]:
    name, query = line.word("name").text.removeprefix("@"), line.word("query").text
    if not SavedSearch.may_be_called(name):
        raise Unreadable("bad-search", name=name)
    if not query.strip():
        raise Unreadable("missing-word", what="query")
    return (SavedSearch(name, query),)


def _worked(line: Line, find: Find) -> tuple[Fact, ...]:
    person, company = _somebody(line, find), line.needed("company")
    return (Worked(person, company, *grammar.months(line)),)


def _company(line: Line, _find: Find) -> tuple[Fact, ...]:
    company = line.word("company").text
    if not company:
        raise Unreadable("missing-word", what="company")
    first, *others = line.many("sector") or ("",)
    usage = grammar.chosen(Usage, line, "referrals")
    return (House(company, first, usage), *(House(company, sector) for sector in others))


def _boundary(line: Line, find: Find) -> tuple[Fact, ...]:
    person, words, until = _anybody(line, find), line.many("no"), line.one("until")
    if not words:
        raise Unreadable("missing-key", pair="no")
    kinds = frozenset(grammar.choice(Kind, "kind", word) for word in words if word != "all")
    return (
        Boundary(
            person,
            frozenset() if "all" in words else kinds,
            None if until is None else grammar.day(until),
            line.one("because") or "",
        ),
    )


def _busy(line: Line, find: Find) -> tuple[Fact, ...]:
    person = _anybody(line, find)
    start, end = grammar.day(line.needed("from")), grammar.day(line.needed("to"))
    if end < start:
        raise Unreadable("end-before-start", start=str(start), end=str(end))
    return (Busy(person, start, end, line.one("because") or ""),)


def _need(line: Line, find: Find) -> tuple[Fact, ...]:
    return (Need(_anybody(line, find), line.word("text").text),)


def _offer(line: Line, find: Find) -> tuple[Fact, ...]:
    return (Offer(_anybody(line, find), line.word("text").text),)


def _leave_out(line: Line, find: Find) -> tuple[Fact, ...]:
    return (LeftOut(_somebody(line, find)),)


def _discreet(line: Line, find: Find) -> tuple[Fact, ...]:
    company = line.one("company") or ""
    person = _somebody(line, find) if line.words or not company else None
    return (Discreet(person, company),)


def _position(line: Line, find: Find) -> tuple[Fact, ...]:
    person, title = _anybody(line, find), line.one("title") or ""
    company = (line.one("company") or "") if title else line.needed("company")
    return (Position(person, company, title, *grammar.months(line)),)


def _ask_id(line: Line, key: str) -> AskId | None:
    value = line.one(key)
    return AskId(value) if value else None


def _asked(line: Line, find: Find, on: date) -> Fact:
    person = _somebody(line, find)
    kind = grammar.choice(Kind, "kind", line.word("kind").text)
    return Asked(person, on, kind, line.text(), _ask_id(line, "ask"), _ask_id(line, "continues"))


def _answered(line: Line, find: Find, on: date) -> Fact:
    person = _somebody(line, find)
    return Answered(person, on, grammar.choice(Reply, "reply", line.word("reply").text))


def _weight(line: Line) -> int:
    value = line.one("weight")
    if value is None:
        return 1
    if value not in map(str, _WEIGHTS):
        raise Unreadable("bad-weight", value=value)
    return int(value)


def _received(line: Line, find: Find, on: date) -> Fact:
    return Received(_somebody(line, find), on, line.text(), _weight(line))


def _gave(line: Line, find: Find, on: date) -> Fact:
    return Gave(_somebody(line, find), on, line.text(), _weight(line))


def _thanked(line: Line, find: Find, on: date) -> Fact:
    return Thanked(_somebody(line, find), on)


def _invited(line: Line, find: Find, on: date) -> Fact:
    return Invited(_somebody(line, find), on)


def _lifted(line: Line, find: Find, on: date) -> Fact:
    person = _somebody(line, find)
    return Lifted(person, on, grammar.choice(Kind, "kind", line.word("kind").text))


def _promised(line: Line, find: Find, on: date) -> Fact:
    person, due = _somebody(line, find), line.one("due")
    text = line.word("text").text
    return Promised(person, on, text, _side(line), None if due is None else grammar.day(due))


def _kept(line: Line, find: Find, on: date) -> Fact:
    return Kept(_somebody(line, find), on, line.text(), _side(line))


def _rhythm(line: Line, find: Find, on: date) -> Fact:
    circle = line.one("circle") or ""
    person = None if circle else _somebody(line, find)
    text = line.word("rhythm").text
    if text == "none":
        return Rhythm(on, None, person, circle)
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise Unreadable("bad-rhythm", value=text)
    return Rhythm(on, int(text), person, circle)


def _lead(line: Line, find: Find, on: date) -> Fact:
    person, other = _giver(line, find)
    ask = line.one("ask")
    company, sector = line.one("company") or "", line.one("sector") or ""
    return Lead(person, on, line.text(), other, company, sector, AskId(ask) if ask else None)


def _ended(line: Line, find: Find, on: date) -> Fact:
    person, other = _giver(line, find)
    told, lead = line.one("told"), line.word("lead").text
    heard = None if told is None else grammar.day(told)
    return LeadEnded(person, on, lead, other, line.text(), heard)


def _giver(line: Line, find: Find) -> tuple[PersonId, PersonId | None]:
    """Take `A`, who gave an idea, or `A -- B` where it leads to somebody."""
    person = _somebody(line, find)
    if not (line.words and line.words[0].says("--")):
        return person, None
    line.word("--")
    other = _somebody(line, find)
    if other == person:
        raise Unreadable("same-person")
    return person, other


def _side(line: Line) -> Side:
    by = line.one("by") or Side.ME
    if by not in tuple(Side):
        raise Unreadable("unknown-value", pair="by", value=by, expected="me, them")
    return Side(by)


def _in_touch(channel: Channel) -> Dated:
    def encounter(line: Line, find: Find, on: date) -> Fact:
        person, other = _pair(line, find)
        if _side(line) is Side.THEM:
            person, other = other, person
        where, note, key = (line.one(name) or "" for name in ("at", "note", "key"))
        return Encounter(person, other, on, channel, where, note, key)

    return encounter


LASTING: Mapping[str, Lasting] = MappingProxyType(
    {
        "tie": _tie,
        "apart": _apart,
        "worked": _worked,
        "company": _company,
        "boundary": _boundary,
        "busy": _busy,
        "need": _need,
        "offer": _offer,
        "leave-out": _leave_out,
        "discreet": _discreet,
        "position": _position,
        "search": _search,
    }
)
DATED: Mapping[str, Dated] = MappingProxyType(
    {
        "received": _received,
        "gave": _gave,
        "thanked": _thanked,
        "asked": _asked,
        "answered": _answered,
        "invited": _invited,
        "lifted": _lifted,
        "promised": _promised,
        "kept": _kept,
        "rhythm": _rhythm,
        "lead": _lead,
        "ended": _ended,
        **{
            channel.value: _in_touch(channel)
            for channel in (Channel.MET, Channel.WROTE, Channel.CALLED, Channel.MESSAGED)
        },
    }
)
