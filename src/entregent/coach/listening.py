"""The ear as plain data: how a page without a network understands flustered words.

`docs/bundle.md` tells how it is read; a few lines of any language do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from entregent.coach import likeness, recognise
from entregent.coach.plays import Play
from entregent.domain.events import Mode
from entregent.domain.text import fold, tokens
from entregent.locale.languages import LANGUAGES, Languages
from entregent.locale.pattern_regex import regex_of

_SHARED = re.compile(r"\{(\w+)\}")


def ear(
    plays: Sequence[Play],
    table: Mapping[str, Any],
    sayings: Mapping[str, Any],
    languages: Languages,
) -> dict[str, Any]:
    """Return what recognises situations, of the plays and the vocabularies that `Listener` takes.

    Raises PhraseError on a phrase that is not written as phrases are.
    """
    cues = {cue["name"]: {"weigh": cue["weigh"], **_both(cue, table)} for cue in table["cue"]}
    for play in plays:
        cues[f"play {play.code}"] = {
            "weigh": {play.code: recognise.HEARD},
            **_both(play.heard, table),
        }
    return {
        "least": recognise.LEAST,
        "enough": recognise.ENOUGH,
        "ahead": recognise.AHEAD,
        "share": recognise.SHARE,
        "most": recognise.MOST,
        "names": {
            name: play.code
            for play in plays
            for name in (play.code.replace("-", " "), *map(_plain, play.title.values()))
        },
        "small": {
            name: sorted(languages.small[name] | languages.telling[name]) for name in LANGUAGES
        },
        "short": {name: _short(table["short"][name]) for name in LANGUAGES},
        "cues": cues,
        "both": [{"cues": row["cues"], "weigh": row["weigh"]} for row in table.get("both", ())],
        "modes": {mode.value: _both(table["mode"][mode], table) for mode in Mode},
        "likeness": _likeness(sayings, [play.code for play in plays]),
    }


def _likeness(sayings: Mapping[str, Any], codes: Iterable[str]) -> dict[str, Any]:
    """Return the sayings in folded words, and how they are counted."""
    return {
        "weighs": recognise.LIKE,
        "faint": likeness.FAINT,
        "listed": likeness.LISTED,
        "left": likeness.LEFT,
        "endings": sorted(sayings["endings"].split(), key=len, reverse=True),
        "small": sayings["small"].split(),
        "sayings": {
            code: [_plain(one) for name in LANGUAGES for one in sayings[code][name]]
            for code in codes
            if code in sayings
        },
        "words": {
            code: [
                _plain(one)
                for name in LANGUAGES
                for one in sayings[code]["words"].get(name, "").split()
            ]
            for code in codes
            if code in sayings
        },
    }


def _both(told: Mapping[Any, Any], table: Mapping[str, Any]) -> dict[str, list[str]]:
    return {name: _regexes(told[name], table[name]) for name in LANGUAGES}


def _regexes(phrases: Iterable[str], shared: Mapping[str, str]) -> list[str]:
    spelt = (_SHARED.sub(lambda one: f"({shared[one[1]]})", phrase) for phrase in phrases)
    return list(map(regex_of, spelt))


def _short(rows: Iterable[str]) -> dict[str, str]:
    """Return by how it is typed in haste what is meant."""
    pairs = (row.partition("=") for row in rows)
    return {fold(left): _plain(right) for left, _, right in pairs}


def _plain(text: str) -> str:
    return " ".join(tokens(text))
