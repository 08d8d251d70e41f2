"""Take a forgotten person's name out of what was written about others."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from entregent.domain.asking import Goal, ToTopic
from entregent.domain.batches import BatchLine, FileReport
from entregent.domain.events import Guest, Unlisted
from entregent.domain.facts import Detail, Encounter, Entry, Fact, Occasion, SavedSearch, Source
from entregent.domain.partners import Named, Share, Shared
from entregent.domain.people import Person
from entregent.domain.reading import Problem
from entregent.domain.tellings import Told
from entregent.domain.text import tokens
from entregent.domain.words import Said

_Fact = TypeVar("_Fact", bound=Fact)
_Occasion = TypeVar("_Occasion", bound=Occasion)
_GAP = "…"
_FREE = ("text", "because", "since", "item", "lead", "need")
_FREE_DETAILS = frozenset(
    {Said.NOTE, Said.OTHER, Said.PROJECT, Said.CLIENT, Said.TOPIC, Said.ADVICE}
)
_WHO = ("name", "emails", "phones")
"""What tells who a guest of an event is."""
_IDS = ("event", "line")
_DIGITS_OF_A_PHONE = 6
_DIGITS_OF_A_LINE = 8
_SPACING = r"[\s.()/-]*"
_MARKS = r"[\u0300-\u036f]*"
_PARTING = r"(?:\s+|,\s*|[_.-]+|\s+-\s+)"
"""What stands between the words of a name; a full stop and a space part sentences."""


class Redact:
    """Replaces every mention of somebody by an ellipsis."""

    def __init__(self, patterns: Collection[str], words: Collection[str]) -> None:
        """Take patterns of whole mentions, and the words of names that nobody else bears."""
        self._mention = _either(patterns)
        self._part = _either([*patterns, *map(_spelling, words)])

    def __call__(self, text: str) -> str:
        """Return a text without mentions."""
        return self._mention.sub(_GAP, text)

    def part(self, text: str) -> str:
        """Return a short text without mentions, be they half a name: a query, a title."""
        return self._part.sub(_GAP, text)


def redaction(person: Person, others: Iterable[Person]) -> Redact:
    """Return what takes out each mention of `person`: names, e-mail addresses, phone numbers.

    Only whole words count, whatever their accents and capitals, the family name first or last. A
    name that is a single word is left where somebody else bears it too.
    """
    borne = {token for other in others for name in other.names for token in tokens(name)}
    names = [
        name
        for name in (person.name, *person.names)
        if len(tokens(name)) > 1 or not set(tokens(name)) <= borne
    ]
    orders = {order: None for name in names if name.strip("? ") for order in _orders(name)}
    patterns = [*map(_spelling, orders), *map(re.escape, filter(str.strip, person.emails))]
    patterns += [_phone(number) for number in person.phones]
    alone = {token for name in names for token in tokens(_telling(name)) if len(token) > 1} - borne
    return Redact(sorted(filter(None, patterns), key=len, reverse=True), sorted(alone))


def _either(patterns: Collection[str]) -> re.Pattern[str]:
    """Return a pattern for any of these as whole words; an underscore parts words."""
    some = "|".join(patterns) or r"(?!)"
    return re.compile(rf"(?<![^\W_])(?:{some})(?![^\W_])", re.IGNORECASE)


def _telling(name: str) -> str:
    """Return a name without its particles: small words among capitals."""
    return " ".join(word for word in name.split() if name.islower() or not word.islower())


def _orders(name: str) -> tuple[str, str]:
    """Return a name as it is written, and with its last word first."""
    *first, last = name.split()
    return " ".join((*first, last)), " ".join((last, *first))


def _spelling(name: str) -> str:
    """Return a pattern for a name with or without its accents, parted as files part words."""
    return _PARTING.join("".join(map(_letter, _bare(word))) for word in name.split())


def _letter(letter: str) -> str:
    return f"[{re.escape(letter + _ACCENTED.get(letter.lower(), ''))}]{_MARKS}"


def _bare(word: str) -> str:
    spread = unicodedata.normalize("NFD", word)
    return "".join(char for char in spread if not unicodedata.combining(char))


def _accented() -> dict[str, str]:
    """Return the accented forms of each Latin letter."""
    found: dict[str, str] = {}
    for char in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        if len(bare := _bare(char).lower()) == 1 and bare.isascii():
            found[bare] = found.get(bare, "") + char
    return found


_ACCENTED = {**_accented(), "'": "’", "’": "'", "-": " "}
"""What is as good as a letter: its accented forms, the other apostrophe, a space for a hyphen."""


def _phone(number: str) -> str:
    """Return a pattern for a number however it is spaced, with or without its country's prefix."""
    digits = [char for char in number if char.isdecimal()]
    if len(digits) < _DIGITS_OF_A_PHONE:
        return ""
    prefix = rf"\+?(?:\d{_SPACING}){{0,5}}" if len(digits) >= _DIGITS_OF_A_LINE else ""
    return prefix + _SPACING.join(digits[-_DIGITS_OF_A_LINE:])


def redact_told(told: Told, redact: Redact) -> Told:
    """Return what is told without mentions in its free words; names and employers are untouched."""
    if isinstance(told, Entry):
        return redact_entry(told, redact)
    facts = tuple([fact and _redact_fact(fact, redact) for fact in told.facts])
    source = redact_source(told.source, redact)
    return replace(told, facts=facts, source=source, extra=_redact_extra(told.extra, redact))


def redact_entry(entry: Entry, redact: Redact) -> Entry:
    """Return the entry without mentions in its free words; names and employers are untouched.

    A saved search keeps an ellipsis in the place of what it looked for.
    """
    source = redact_source(entry.source, redact)
    fact, extra = _redact_fact(entry.fact, redact), _redact_extra(entry.extra, redact)
    return replace(entry, fact=fact, source=source, extra=extra)


def _redact_extra(extra: Mapping[str, str], redact: Redact) -> dict[str, str]:
    return {redact(name): redact(value) for name, value in extra.items()}


def _redact_fact(fact: _Fact, redact: Redact) -> _Fact:
    if isinstance(fact, SavedSearch):
        return replace(fact, name=redact.part(fact.name), query=redact.part(fact.query))
    if isinstance(fact, Shared):
        return replace(fact, share=_redact_share(fact.share, redact))
    if isinstance(fact, Occasion):
        return _redact_occasion(fact, redact)
    changed = {name: redact(words) for name in _FREE if (words := getattr(fact, name, ""))}
    if isinstance(fact, Detail) and fact.said in _FREE_DETAILS:
        changed["value"] = redact(fact.value)
    return replace(fact, **changed) if changed else fact  # type: ignore[arg-type]  # by name


def _redact_occasion(fact: _Occasion, redact: Redact) -> _Occasion:
    """Take mentions out of all words about an event; a guest who is meant loses all of them."""
    bare: dict[str, Any] = {}
    for field in fields(fact):
        held = getattr(fact, field.name)
        if field.name not in _IDS and type(held) is str:
            bare[field.name] = redact(held)
        elif isinstance(held, tuple):
            bare[field.name] = tuple(map(redact, held))
    if isinstance(fact, Guest | Unlisted) and _is_meant(fact, bare):
        bare = {name: type(held)() for name, held in bare.items()}
    return replace(fact, **bare)


def _redact_share(share: Share, redact: Redact) -> Share:
    """Take mentions out of what a partner told: guests who are meant, all of it if it is they."""
    if redact(share.name) != share.name:
        return Share(_GAP)

    def others(some: tuple[Named, ...]) -> tuple[Named, ...]:
        known = (one for one in some if redact(one.name) == one.name)
        return tuple(Named(one.name, redact(one.company)) for one in known)

    return Share(
        share.name,
        tuple(map(redact, share.seeks)),
        others(share.meets),
        others(share.knows),
        others(share.presents),
    )


def _is_meant(guest: Guest | Unlisted, bare: Mapping[str, Any]) -> bool:
    return any(bare[name] != getattr(guest, name) for name in _WHO if name in bare)


def redact_source(source: Source, redact: Redact) -> Source:
    """Return the source without mentions in the file's or the record's name."""
    return replace(source, file=redact(source.file), record=redact(source.record))


def redact_encounter(met: Encounter, redact: Redact) -> Encounter:
    """Return the encounter without mentions in its place, note and key."""
    return replace(met, where=redact(met.where), note=redact(met.note), key=redact(met.key))


def redact_goal(goal: Goal, redact: Redact) -> Goal:
    """Return the goal without mentions in its words."""
    target = goal.target
    if isinstance(target, ToTopic):
        target = ToTopic(redact(target.words))
    return replace(goal, target=target, purpose=redact(goal.purpose))


def redact_batch(line: BatchLine, redact: Redact) -> BatchLine:
    """Return the batch without mentions in its title, its files' names and their problems.

    What a file held is forgotten too: it says something else now than it did then.
    """
    files = tuple(_redact_report(report, redact) for report in line.files)
    return replace(line, title=redact.part(line.title), files=files)


def _redact_report(report: FileReport, redact: Redact) -> FileReport:
    problems = tuple(
        Problem(
            redact(problem.where),
            problem.what,
            {name: redact(value) for name, value in problem.details.items()},
        )
        for problem in report.problems
    )
    return replace(report.unmarked(), path=redact(report.path), problems=problems)
