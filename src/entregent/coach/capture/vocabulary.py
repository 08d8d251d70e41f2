"""The words by which lines are understood: what a linguist may change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from entregent.coach.capture.labels import Labels
from entregent.coach.capture.lexicon import Lexicon
from entregent.coach.capture.verbs import Verbs
from entregent.domain.sectors import Sectors
from entregent.domain.text import fold, tokens
from entregent.locale.phrasebook import Phrasebook

_CUES = (
    *("opening", "somebody", "house", "house_if", "talk", "nothing", "turn"),
    *("with_colleague", "with_kin", "both"),
    *("today", "tomorrow", "overmorrow", "fortnight", "next_week", "vague"),
)
_SIDES = ("me", "them", "name_them", "owed_by_me", "owed_by_them")
_AFTER = "owed_after_"


@dataclass(frozen=True)
class Calendar:
    """How days are typed: folded words to their number, Monday and January being 0 and 1."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    doubtful: frozenset[str]
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    within: frozenset[str]
    week_on: Lexicon
    next_one: frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    """All lists; every word in them is folded."""

    cues: Phrasebook
    labels: Labels
    calendar: Calendar
    she: frozenset[str]
    he: frozenset[str]
    given: frozenset[str]
    given_words: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    houses: Lexicon
    doubtful: frozenset[str]
    heads: Lexicon
    tails: Lexicon
    surnames: frozenset[str]
    trades: Lexicon
    trade_endings: tuple[str, ...]
    trade_sure: tuple[str, ...]
    no_trade: frozenset[str]
    pastimes: Lexicon
    towns: Lexicon
    feelings: Lexicon
    meetings: Lexicon
    verbs: Verbs
    no_topic: frozenset[str]
    small: frozenset[str]
    french: frozenset[str]
    english: frozenset[str]
    hours: frozenset[str]

    @classmethod
    def of(
        cls,
        table: Mapping[str, Any],
        names: Mapping[str, Any],
        known: Mapping[str, Any],
        sectors: Sectors | None = None,
        own: Iterable[str] = (),
    ) -> "Vocabulary":
        """Read the vocabularies `capture`, `capture-names` and `capture-known`, parsed.

        `own` are the companies of the owner's book. What a table lacks is an empty list.
        """
        she, he, either = (_words(names.get(key, "")) for key in ("she", "he", "either"))
        houses = [*_entries(known, "houses"), *(sectors.companies if sectors else ()), *own]
        french, english, other = (
            _words(table.get("tongue", {}).get(key, "")) for key in ("fr", "en", "other")
        )
        return cls(
            cues=_cues(table),
            labels=Labels.of(table.get("labels", {})),
            calendar=_calendar(table),
            she=she - he - either,
            he=he - she - either,
            given=she | he | either,
            given_words=_words(names.get("words", "")),
            titles=_words(table.get("titles", "")),
            particles=_words(table.get("particles", "")),
            houses=Lexicon(houses),
            doubtful=_words(known.get("doubtful", "")),
            heads=Lexicon(_entries(known, "heads")),
            tails=Lexicon(_entries(known, "tails")),
            surnames=_words(known.get("surnames", "")),
            trades=Lexicon(_entries(known, "trades")),
            trade_endings=tuple(table.get("trade_endings", "").split()),
            trade_sure=tuple(table.get("trade_sure", "").split()),
            no_trade=_words(table.get("no_trade", "")),
            pastimes=Lexicon(_entries(known, "pastimes")),
            towns=Lexicon(_entries(known, "towns")),
            feelings=Lexicon(_entries(table, "feeling")),
            meetings=Lexicon(_entries(table, "meetings")),
            verbs=Verbs.of(table.get("verbs", {})),
            no_topic=_words(table.get("no_topic", "")),
            small=french | english | other,
            french=french - english,
            english=english - french,
            hours=_words(table.get("time_words", "")),
        )


def _entries(table: Mapping[str, Any], key: str) -> list[str]:
    lines = table.get(key, "").splitlines()
    return [entry for line in lines for entry in line.split(" / ") if entry.strip()]


def _words(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


def _cues(table: Mapping[str, Any]) -> Phrasebook:
    side = table.get("side", {})
    lists = {name: table.get(name, ()) for name in _CUES}
    lists |= {name: side.get(name, ()) for name in _SIDES}
    lists |= {_AFTER + name: rows for name, rows in side.get("owed_after", {}).items()}
    return Phrasebook(lists)


def _calendar(table: Mapping[str, Any]) -> Calendar:
    return Calendar(
        weekdays=_numbered(table.get("weekdays", ()), 0),
        months=_numbered(table.get("months", ()), 1),
        doubtful=_words(
            table.get("weekdays_doubtful", "") + " " + table.get("months_doubtful", "")
        ),
        numbers=_numbered(table.get("numbers", ()), 1),
        units={word: unit for unit, row in table.get("units", {}).items() for word in row.split()},
        within=_words(table.get("within", "")),
        week_on=Lexicon(table.get("week_on", ())),
        next_one=_words(" ".join(table.get("next_one", ()))),
    )


def _numbered(rows: Iterable[str], first: int) -> dict[str, int]:
    """Return the number of the row that each word stands in."""
    return {fold(word): at for at, row in enumerate(rows, first) for word in row.split()}
