"""The journal's lines, written: one sentence a fact."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
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
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.upkeep import Kept, Lead, LeadEnded, Promised, Rhythm, Side
from entregent.domain.words import ALONE, Said
from entregent.exchange.journal.grammar import quote, writable
from entregent.services.rebasing import keyed

Say: TypeAlias = Callable[[PersonId], str]
"""How the journal calls somebody: `me`, a name, or `@id`."""
Pairs: TypeAlias = list[tuple[str, str]]

_BARE_VALUE = re.compile(r"[\w’'./@+-]+")


def lasting(fact: Fact, say: Say, extra: Mapping[str, str]) -> str | None:
    """Write a fact without date; None when the grammar has no line for it."""
    match fact:
        case Tied():
            line = (
                f"tie {_pair(fact.person, fact.other, say)}",
                [
                    ("context", fact.context or ""),
                    ("address", fact.address or ""),
                    ("closeness", fact.closeness or ""),
                    ("since", fact.since),
                ],
            )
        case Apart() | SavedSearch():
            line = _habit(fact, say), []
        case Worked(company=company) if company:
            line = f"worked {say(fact.person)}", _place(company, "", fact.start, fact.end)
        case House(company=company) if company:
            usage = ("referrals", fact.referrals or "")
            line = f"company {_value(company)}", [("sector", fact.sector), usage]
        case Boundary():
            line = (
                f"boundary {say(fact.person)}",
                [
                    *(("no", kind) for kind in sorted(map(str, fact.kinds)) or ["all"]),
                    ("until", _day(fact.until)),
                    ("because", fact.because),
                ],
            )
        case Busy():
            period: Pairs = [("from", _day(fact.start)), ("to", _day(fact.end))]
            line = f"busy {say(fact.person)}", [*period, ("because", fact.because)]
        case Need() | Offer():
            verb = "need" if isinstance(fact, Need) else "offer"
            line = f"{verb} {say(fact.person)} {quote(fact.text)}", []
        case LeftOut():
            line = f"leave-out {say(fact.person)}", []
        case Discreet() if fact.person or fact.company:
            whom = f" {say(fact.person)}" if fact.person else ""
            line = f"discreet{whom}", [("company", fact.company)]
        case _:
            return None
    return _sentence(*line, extra)


def dated(fact: Fact, say: Say, extra: Mapping[str, str]) -> tuple[date, str] | None:
    """Write a dated fact, with its day; None when the grammar has no line for it."""
    match fact:
        case Asked():
            pairs: Pairs = [("ask", fact.ask or ""), ("continues", fact.continues or "")]
            line = f"asked {say(fact.person)} {fact.kind}{_text(fact.text)}", pairs
        case Answered():
            line = f"answered {say(fact.person)} {fact.reply}", []
        case Received() | Gave():
            verb = "received" if isinstance(fact, Received) else "gave"
            weight = "" if fact.weight == 1 else str(fact.weight)
            line = f"{verb} {say(fact.person)}{_text(fact.text)}", [("weight", weight)]
        case Thanked():
            line = f"thanked {say(fact.person)}", []
        case Invited():
            line = f"invited {say(fact.person)}", []
        case Lifted():
            line = f"lifted {say(fact.person)} {fact.kind}", []
        case Promised() | Kept():
            line = _promise(fact, say)
        case Rhythm() | Lead() | LeadEnded():
            line = _upkeep(fact, say)
        case Encounter():
            line = _encounter(fact, say)
        case _:
            return None
    return fact.on, f"{fact.on.isoformat()} {_sentence(*line, extra)}"


def _habit(fact: Apart | SavedSearch, say: Say) -> str:
    if isinstance(fact, Apart):
        return f"apart {say(fact.person)} -- {say(fact.other)}"
    return f"search {_value(fact.name)} {quote(fact.query)}"


def _promise(fact: Promised | Kept, say: Say) -> tuple[str, Pairs]:
    by = ("by", Side.THEM if fact.by is Side.THEM else "")
    if isinstance(fact, Kept):
        return f"kept {say(fact.person)}{_text(fact.text)}", [by]
    return f"promised {say(fact.person)} {quote(fact.text)}", [("due", _day(fact.due)), by]


def _upkeep(fact: Rhythm | Lead | LeadEnded, say: Say) -> tuple[str, Pairs]:
    if isinstance(fact, Rhythm):
        person = f" {say(fact.person)}" if fact.person is not None else ""
        return f"rhythm{person} {fact.days or 'none'}", [("circle", fact.circle)]
    whom = say(fact.person) if fact.other is None else f"{say(fact.person)} -- {say(fact.other)}"
    if isinstance(fact, LeadEnded):
        told: Pairs = [("told", _day(fact.told))]
        return f"ended {whom} {quote(fact.lead)}{_text(fact.text)}", told
    pairs = [("company", fact.company), ("sector", fact.sector), ("ask", fact.ask or "")]
    return f"lead {whom}{_text(fact.text)}", pairs


def _encounter(fact: Encounter, say: Say) -> tuple[str, Pairs]:
    by = ""
    if say(fact.person) == "me":
        people = say(fact.other)
    elif say(fact.other) == "me":
        people, by = say(fact.person), "them"
    else:
        people = f"{say(fact.person)} -- {say(fact.other)}"
    key = "" if fact.key == keyed(replace(fact, key="")).key else fact.key
    pairs = [("at", fact.where), ("note", fact.note), ("by", by), ("key", key)]
    return f"{fact.channel} {people}", pairs


def portrait(person: Person, *, head: str) -> str:
    """Write what is known of a person on the line that `head` begins."""
    job = inline(person)
    names = dict.fromkeys(name for name in person.names if name != person.name)
    details = [(said.value, value) for said, value in _once(person.details)]
    return _sentence(
        head,
        [
            *_each("name", names),
            *_each("email", person.emails),
            *_each("phone", person.phones),
            *_each("url", person.urls),
            ("lang", person.lang),
            *(_place(job.company, job.title, job.start, job.end) if job else ()),
            ("title", "" if job else person.title),
            *_each("sector", person.sectors),
            *_each("circle", person.circles),
            *_each("tag", person.tags),
            *_each("project", person.projects),
            *_each("topic", person.topics),
            *details,
        ],
        {},
    )


def inline(person: Person) -> Position | None:
    """Return the position that stands on the person's own line, unless their title does."""
    first = next(iter(person.positions), None)
    return first if first and first.company and not person.title else None


def position(held: Position, say: Say) -> str:
    """Write one more position of a person, on a line of its own."""
    pairs = _place(held.company, held.title, held.start, held.end)
    return _sentence(f"position {say(held.person)}", pairs, {})


def _once(details: Iterable[tuple[Said, str]]) -> list[tuple[Said, str]]:
    """Keep the first of what a person has one of."""
    seen: set[Said] = set()
    kept: list[tuple[Said, str]] = []
    for said, value in details:
        if said not in seen:
            kept.append((said, value))
        if said in ALONE:
            seen.add(said)
    return kept


def _sentence(head: str, pairs: Pairs, extra: Mapping[str, str]) -> str:
    said = [(key, value) for key, value in pairs if value]
    known = {key for key, _ in pairs}
    kept = [(key, value) for key, value in writable(extra) if key not in known]
    return " ".join([head, *(f"{key}:{_value(value)}" for key, value in (*said, *kept))])


def _pair(person: PersonId, other: PersonId, say: Say) -> str:
    if say(other) == "me":
        return say(person)
    return say(other) if say(person) == "me" else f"{say(person)} -- {say(other)}"


def _place(company: str, title: str, start: Month | None, end: Month | None) -> Pairs:
    months = [("from", str(start or "")), ("to", str(end or ""))]
    return [("company", company), ("title", title), *months]


def _each(key: str, values: Iterable[str]) -> Pairs:
    return [(key, value) for value in values]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _text(text: str) -> str:
    return f" {quote(text)}" if text else ""


def _value(text: str) -> str:
    return text if _BARE_VALUE.fullmatch(text) else quote(text)
