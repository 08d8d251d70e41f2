"""The index as plain data, for a page that looks words up without us (docs/bridges.md)."""

from typing import Any

from entregent.coach.bridges import lookup
from entregent.coach.bridges.index import ENOUGH, GAP, WINDOW, Index
from entregent.coach.bridges.mine import PLEASURES, Kind, Thing
from entregent.coach.bridges.telling import SAID, VOICES, Sayings, Voice, values_of
from entregent.coach.bridges.vocabulary import CLEARLY
from entregent.domain.events import Mode
from entregent.locale.french import typography
from entregent.locale.languages import LANGUAGES

VERSION = 1
_ORDER = tuple(Kind)


def offline(mine: Index, sayings: Sayings) -> dict[str, Any]:
    """Return all that a lookup needs: JSON's own types only, nothing about people but their things.

    Things keep their place, by which `groups` name them.
    """
    spoken = mine.vocabulary.languages
    used = {way.family for ways in mine.ways.values() for way in ways} - {""}
    return {
        "version": VERSION,
        "enough": ENOUGH,
        "window": WINDOW,
        "gap": GAP,
        "most": lookup.MOST,
        "few": lookup.FEW,
        "chosen": lookup.CHOSEN,
        "talk": lookup.TALK,
        "passing": lookup.PASSING,
        "long": lookup.LONG,
        "misspelt": lookup.MISSPELT,
        "firmer": lookup.FIRMER,
        "clearly": CLEARLY,
        "small": sorted(mine.vocabulary.small),
        "languages": {
            name: [sorted(spoken.small[name]), sorted(spoken.telling[name])] for name in LANGUAGES
        },
        "endings": [[list(row) for row in rows] for rows in mine.vocabulary.endings],
        "idioms": _idioms(mine),
        "things": [_thing(thing, mine) for thing in mine.things],
        "groups": [[list(pair) for pair in group] for group in mine.groups],
        "ways": {
            root: [[list(way.rest), *way[1:]] for way in ways] for root, ways in mine.ways.items()
        },
        "fields": {
            family: {name: mine.vocabulary.name(family, name) for name in LANGUAGES}
            for family in sorted(used)
        },
        "links": {
            kind.value: _links(kind, sayings)
            for kind in sorted({thing.kind for thing in mine.things})
        },
        "echo": {row["how"]: {voice: row[voice] for voice in VOICES} for row in _echoes(sayings)},
        "own": sayings.table["own"],
        "without": {
            mode.value: {voice: _otherwise(sayings, mode, voice) for voice in VOICES}
            for mode in Mode
        },
    }


def _idioms(mine: Index) -> dict[str, list[list[str]]]:
    """Return, by its first root, what follows in the idioms whose words might lead somewhere."""
    kept = {
        first: [list(roots[1:]) for roots in idioms if not mine.ways.keys().isdisjoint(roots)]
        for first, idioms in mine.vocabulary.idioms.items()
    }
    return {first: rests for first, rests in kept.items() if rests}


def _echoes(sayings: Sayings) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = sayings.table["echo"]
    return rows


def _otherwise(sayings: Sayings, mode: Mode, voice: Voice) -> dict[str, str]:
    said = sayings.otherwise(mode, voice)
    return {"turn": said.turn, "leave": said.leave}


def _links(kind: Kind, sayings: Sayings) -> dict[str, Any]:
    return {
        mode.value: {
            voice: {said: list(sayings.links(kind, said, mode)[voice]) for said in SAID}
            for voice in VOICES
        }
        for mode in Mode
    }


def _thing(thing: Thing, mine: Index) -> dict[str, Any]:
    return {
        "to": thing.to,
        "kind": thing.kind.said,
        "sort": thing.kind.value,
        "rank": _ORDER.index(thing.kind),
        "pleasure": thing.kind in PLEASURES,
        "about": thing.about,
        "roots": list(mine.vocabulary.roots(thing.about)),
        "words": {
            "fr": {name: typography(text) for name, text in values_of(thing, "vous").items()},
            "en": values_of(thing, "en"),
        },
    }
