"""What somebody flustered says is happening → which situation it may be, surest first.

Words are weighed, not learned: each cue of the vocabulary `situations` and each phrase that a play
says is `heard` weighs for its situations once, where it stands; of two on the same words the
heavier counts. A title or a code is no guess.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entregent.coach.plays import Play
from entregent.domain.events import Mode
from entregent.domain.text import fold, tokens
from entregent.locale.languages import LANGUAGES, Language, Languages
from entregent.locale.phrasebook import Phrasebook, words_of

_HEARD = 3.0
"""What a play's own phrases weigh."""
_ENOUGH = 2.0
_AHEAD = 1.0
"""A situation is sure with so much, and so much more than the next."""
_MOST = 3
"""So many are offered where none is sure."""
_SHARED = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood: codes of situations, the likeliest first; none where nothing was.

    `trust` is `sure` where the first may be told at once, `maybe` where one had better choose.
    `mode` is what the words say one came for, None where they do not.
    """

    codes: tuple[str, ...] = ()
    trust: str = "maybe"
    mode: Mode | None = None


@dataclass(frozen=True, slots=True)
class _Both:
    """Two cues that weigh more where both stand."""

    cues: frozenset[str]
    weigh: Mapping[str, float]


class Listener:
    """Recognises situations in words."""

    def __init__(
        self, plays: Sequence[Play], table: Mapping[str, Any], languages: Languages
    ) -> None:
        """Gather what plays and the vocabulary `situations` say of words.

        Raises PhraseError on a phrase that is not written as phrases are.
        """
        self._languages = languages
        self._names = {
            name: play.code
            for play in plays
            for name in (play.code.replace("-", " "), *map(_plain, play.title.values()))
        }
        self._weighs: dict[str, Mapping[str, float]] = {
            **{cue["name"]: cue["weigh"] for cue in table["cue"]},
            **{f"play {play.code}": {play.code: _HEARD} for play in plays},
        }
        self._both = [_Both(frozenset(row["cues"]), row["weigh"]) for row in table.get("both", ())]
        self._known = frozenset(play.code for play in plays)
        self._short = {language: _short(table["short"][language]) for language in LANGUAGES}
        self._books = {
            language: Phrasebook(dict(_lists(plays, table, language))) for language in LANGUAGES
        }

    def hear(self, text: str) -> Heard:
        """Return what situations a text speaks of."""
        named = self._names.get(_plain(text))
        if named is not None:
            return Heard((named,), "sure")
        found = self._found(text)
        scores = self._scores(found)
        codes = sorted(scores, key=lambda code: (-scores[code], code))[:_MOST]
        best, next_best = [*(scores[code] for code in codes), 0.0, 0.0][:2]
        sure = best >= _ENOUGH and best - next_best >= _AHEAD
        return Heard(tuple(codes), "sure" if sure else "maybe", _mode(found))

    def _found(self, text: str) -> dict[str, list[tuple[int, int]]]:
        """Return the cues that stand in a text, with their places, in its language or in both."""
        bare = [word for word, _, _ in words_of(text)]
        told, lead = self._languages.told(bare)
        spoken = (told,) if told is not None and lead > 1 else LANGUAGES
        best: dict[str, list[tuple[int, int]]] = {}
        for language in spoken:
            short = self._short[language]
            words = [word for one in bare for word in short.get(one, (one,))]
            for name, places in self._books[language].find(words).items():
                best.setdefault(name, []).extend(places)
        return best

    def _scores(self, found: Mapping[str, Sequence[tuple[int, int]]]) -> dict[str, float]:
        scores: dict[str, float] = {}
        for code, weight in self._weights(found):
            if code in self._known:
                scores[code] = scores.get(code, 0.0) + weight
        return {code: score for code, score in scores.items() if score > 0}

    def _weights(
        self, found: Mapping[str, Sequence[tuple[int, int]]]
    ) -> Iterator[tuple[str, float]]:
        taken: dict[str, set[int]] = {}
        names = [name for name in found if name in self._weighs]
        for name in sorted(
            names, key=lambda name: (-max(map(abs, self._weighs[name].values())), name)
        ):
            for code, weight in self._weighs[name].items():
                words = taken.setdefault(code, set())
                free = [span for span in found[name] if words.isdisjoint(range(*span))]
                for nth, span in enumerate(free):
                    words.update(range(*span))
                    yield code, weight if not nth else weight / 2**nth
        for both in self._both:
            if both.cues <= found.keys():
                yield from both.weigh.items()


def _mode(found: Mapping[str, object]) -> Mode | None:
    for mode in (Mode.FRIENDSHIP, Mode.NETWORK):
        if f"mode {mode}" in found:
            return mode
    return None


def _lists(
    plays: Sequence[Play], table: Mapping[str, Any], language: Language
) -> Iterator[tuple[str, list[str]]]:
    """Yield the lists of phrases of a language by the names they are found under."""
    shared: Mapping[str, str] = table[language]

    def spelt(phrases: Sequence[str]) -> list[str]:
        return [_SHARED.sub(lambda one: f"({shared[one[1]]})", phrase) for phrase in phrases]

    for cue in table["cue"]:
        yield cue["name"], spelt(cue[language])
    for mode in Mode:
        yield f"mode {mode}", spelt(table["mode"][mode][language])
    for play in plays:
        yield f"play {play.code}", spelt(play.heard[language])


def _short(rows: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return by how it is typed in haste what is meant."""
    pairs = (row.partition("=") for row in rows)
    return {fold(left): tokens(right) for left, _, right in pairs}


def _plain(text: str) -> str:
    return " ".join(tokens(text))
