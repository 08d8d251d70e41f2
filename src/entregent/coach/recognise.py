"""What somebody flustered says is happening → which situation it may be, surest first.

Two things are weighed. *Cues*, phrases of the vocabulary `situations` and those that a play says
are `heard`: each weighs for its situations where it stands; of two on the same words the heavier
counts. *Likeness* to the sayings of the vocabulary `sayings`. A title or a code is no guess.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entregent.coach.likeness import Likeness
from entregent.coach.plays import Play
from entregent.domain.events import Mode
from entregent.domain.text import fold, tokens
from entregent.locale.languages import LANGUAGES, Language, Languages
from entregent.locale.phrasebook import Phrasebook, words_of

HEARD = 3.0
"""What a play's own phrases weigh."""
LIKE = 0.5
"""What likeness weighs beside cues."""
LEAST = 0.8
"""A situation with less is not spoken of at all."""
ENOUGH = 2.0
AHEAD = 1.0
SHARE = 0.25
"""A situation is sure with so much, and ahead of the next by so much and by this share of it."""
MOST = 3
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


def named(plays: Iterable[Play], text: str) -> Heard | None:
    """Return the situation that a text calls by its code or its title, None where it does not."""
    wanted = _plain(text)
    for play in plays:
        if wanted in (play.code.replace("-", " "), *map(_plain, play.title.values())):
            return Heard((play.code,), "sure")
    return None


class Listener:
    """Recognises situations in words."""

    def __init__(
        self,
        plays: Sequence[Play],
        table: Mapping[str, Any],
        sayings: Mapping[str, Any],
        languages: Languages,
    ) -> None:
        """Gather what plays and the vocabularies `situations` and `sayings` say of words.

        Raises PhraseError on a phrase that is not written as phrases are.
        """
        self._languages = languages
        self._plays = plays
        self._weighs: dict[str, Mapping[str, float]] = {
            **{cue["name"]: cue["weigh"] for cue in table["cue"]},
            **{f"play {play.code}": {play.code: HEARD} for play in plays},
        }
        self._both = [_Both(frozenset(row["cues"]), row["weigh"]) for row in table.get("both", ())]
        codes = [play.code for play in plays]
        self._known = frozenset(codes)
        self._likeness = Likeness.of(sayings, codes)
        self._short = {language: _short(table["short"][language]) for language in LANGUAGES}
        self._books = {
            language: Phrasebook(dict(_lists(plays, table, language))) for language in LANGUAGES
        }

    def hear(self, text: str) -> Heard:
        """Return what situations a text speaks of."""
        called = named(self._plays, text)
        if called is not None:
            return called
        words = {language: self._meant(language, text) for language in LANGUAGES}
        spoken = self._spoken(text)
        found: dict[str, list[tuple[int, int]]] = {}
        for language in spoken:
            for name, places in self._books[language].find(words[language]).items():
                found.setdefault(name, []).extend(places)
        scores = self._scores(found)
        for code, like in self._likeness.scores(words[spoken[0]]).items():
            scores[code] = scores.get(code, 0.0) + LIKE * like
        heard = [code for code in scores if scores[code] >= LEAST]
        codes = sorted(heard, key=lambda code: (-scores[code], code))[:MOST]
        best, next_best = [*(scores[code] for code in codes), 0.0, 0.0][:2]
        sure = best >= ENOUGH and best - next_best >= max(AHEAD, SHARE * best)
        return Heard(tuple(codes), "sure" if sure else "maybe", _mode(found))

    def _meant(self, language: Language, text: str) -> list[str]:
        """Return the folded words of a text, those in haste written out."""
        short = self._short[language]
        return [word for one, _, _ in words_of(text) for word in short.get(one, (one,))]

    def _spoken(self, text: str) -> tuple[Language, ...]:
        """Return the language of a text, or both, the likelier first, where words do not tell."""
        told, lead = self._languages.told(word for word, _, _ in words_of(text))
        if told is not None and lead > 1:
            return (told,)
        return ("en", "fr") if told == "en" else ("fr", "en")

    def _scores(self, found: Mapping[str, Sequence[tuple[int, int]]]) -> dict[str, float]:
        scores: dict[str, float] = {}
        for code, weight in self._weights(found):
            if code in self._known:
                scores[code] = scores.get(code, 0.0) + weight
        return scores

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
