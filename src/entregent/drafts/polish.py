"""Whether a rephrasing says what the plain draft says, no more and no less.

A language model may only rephrase. Its text is held against the plain one word by word: a name,
a number or a day that is new or gone, a word that may be a claim, a denial more, and the plain
draft stands. What is doubtful is refused; a refusal costs nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Any

from entregent.domain.text import fold
from entregent.drafts.brief import Draft, Language

_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[.!?…:\n«»“”\"(]\s*$")
_SIGNS = frozenset(".,;:!?…'’«»“”\"()-–—")
_STEM = 5
_SHORT = 3
_LONGER = 1.3
_PROMPTS = {
    "fr": (
        "Reformule le message ci-dessous en français, plus naturel, sans rien ajouter ni retirer : "
        "aucun nom, chiffre, date ni fait nouveau. Garde {address}, les remerciements, la liberté "
        "de dire non et tout texte entre guillemets tel quel. Réponds par le message seul."
    ),
    "en": (
        "Rephrase the message below in British English, more naturally, adding and removing "
        "nothing: no new name, number, date or fact. Keep the tone {address}, the thanks, the "
        "freedom to say no, and any text in quotation marks as it stands. Answer with the message "
        "alone."
    ),
}


class Doubt(StrEnum):
    """Why a rephrasing is not kept."""

    EMPTY = "empty"
    NAME = "name"
    NUMBER = "number"
    LOST = "lost"
    CLAIM = "claim"
    SIGN = "sign"
    """A sign that no plain message needs: a mark-up, an emoji, an unseen character."""
    DENIAL = "denial"
    QUOTE = "quote"
    """The paragraph to forward was touched."""
    LONG = "long"
    FINDING = "finding"
    """The checker remarks on it."""
    WAY_OUT = "way-out"


@dataclass(frozen=True, slots=True)
class Doubted:
    """A reason not to keep a rephrasing, and the words it is about."""

    why: Doubt
    words: str = ""


@dataclass(frozen=True, slots=True)
class PolishWords:
    """What a rephrasing may bring in; see the vocabulary `polish`."""

    free: frozenset[str]
    dated: frozenset[str]
    denied: frozenset[str]

    @classmethod
    def of(cls, vocabulary: Mapping[str, Any], language: Language) -> "PolishWords":
        """Read one language of the vocabulary."""
        table = vocabulary[language]
        return cls(*(frozenset(fold(table[name]).split()) for name in ("free", "dated", "denied")))


def instruction(draft: Draft) -> str:
    """Return what a model is told beside the message."""
    return _PROMPTS[draft.language].format(address=draft.address)


def parts(draft: Draft) -> tuple[str, str]:
    """Return what may be rephrased of a draft's body, and what follows and stays as it is.

    The paragraph to forward stays: somebody else's friend reads it.
    """
    if not draft.forward or draft.forward not in draft.body:
        return draft.body, ""
    at = draft.body.index(draft.forward)
    begins = draft.body.rfind("\n\n", 0, at)
    return (draft.body, "") if begins < 0 else (draft.body[:begins], draft.body[begins:])


def doubts(plain: Draft, polished: str, words: PolishWords) -> Iterator[Doubted]:
    """Yield what speaks against a rephrasing of the body of `plain`."""
    text = polished.strip()
    if not text:
        yield Doubted(Doubt.EMPTY)
        return
    if plain.forward and plain.forward in plain.body and plain.forward not in text:
        yield Doubted(Doubt.QUOTE)
    if len(text.split()) > _LONGER * len(plain.body.split()):
        yield Doubted(Doubt.LONG)
    yield from _numbers(plain.body, text, words)
    yield from _names(plain.body, text)
    before, after = _held(plain.body), _held(text)
    yield from _claims(before, after, words)
    yield from _signs(plain.body, text)
    if _denied(text, before, words) != _denied(plain.body, after, words):
        yield Doubted(Doubt.DENIAL)
    yield from _frame(plain.body.strip(), text)


def _held(text: str) -> dict[str, str]:
    """Return the folded words of a text, each as it is first written."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        found.setdefault(fold(word), word)
    return found


def _numbers(before: str, after: str, words: PolishWords) -> Iterator[Doubted]:
    """Yield a number or a day that is new, gone, or told of another thing than it was."""

    def telling(text: str) -> list[str]:
        read = (fold(word) for word in _WORD.findall(text))
        return [w for w in read if w in words.dated or any(char.isdigit() for char in w)]

    said, says = telling(before), telling(after)
    new, gone = sorted(set(says) - set(said)), sorted(set(said) - set(says))
    if new:
        yield Doubted(Doubt.NUMBER, _held(after)[new[0]])
    if gone:
        yield Doubted(Doubt.LOST, _held(before)[gone[0]])
    if not new and not gone and (moved := _moved(said, says)):
        yield Doubted(Doubt.NUMBER, _held(after)[moved])


def _moved(said: list[str], says: list[str]) -> str:
    """Return the first word that is not where it was, empty where all are."""
    pairs = zip_longest(said, says, fillvalue="")
    return next((now or was for was, now in pairs if was != now), "")


def _names(before: str, after: str) -> Iterator[Doubted]:
    kept, now = _held(before), _held(after)
    if gone := sorted(name for name in _capitals(before) if name not in now):
        yield Doubted(Doubt.LOST, kept[gone[0]])
    if new := sorted(name for name in _capitals(after) if name not in kept):
        yield Doubted(Doubt.NAME, now[new[0]])
    names = _capitals(before) | _capitals(after)
    moved = _moved(_order(before, names), _order(after, names))
    if not gone and not new and moved:
        yield Doubted(Doubt.NAME, now[moved])


def _order(text: str, names: set[str]) -> list[str]:
    """Return the names in the order of a text: whoever changes places is somebody else."""
    return [word for word in map(fold, _WORD.findall(text)) if word in names]


def _capitals(text: str) -> set[str]:
    """Return the folded words that bear a capital though they begin no sentence."""
    return {
        fold(found[0])
        for found in _WORD.finditer(text)
        if found[0][0].isupper()
        and found[0] != "I"
        and found.start()
        and not _ENDS.search(text[max(0, found.start() - _SHORT) : found.start()])
    }


def _claims(
    before: Mapping[str, str], after: Mapping[str, str], words: PolishWords
) -> Iterator[Doubted]:
    stems = {word[:_STEM] for word in before}
    new = [
        shown
        for word, shown in after.items()
        if word not in before
        and word not in words.free
        and word not in words.dated
        and word not in words.denied
        and not (len(word) > _SHORT and word[:_STEM] in stems)
        and not any(char.isdigit() for char in word)
    ]
    if new:
        yield Doubted(Doubt.CLAIM, new[0])


def _signs(before: str, after: str) -> Iterator[Doubted]:
    strange = {
        char for char in after if not char.isalnum() and not char.isspace() and char not in _SIGNS
    }
    if new := sorted(strange - set(before)):
        yield Doubted(Doubt.SIGN, new[0] if new[0].isprintable() else f"U+{ord(new[0]):04X}")


def _denied(text: str, shared: Mapping[str, str], words: PolishWords) -> Counter[str]:
    """Count the words that a text denies: after each denial, the next that the other text has."""
    read = [fold(word) for word in _WORD.findall(text)]
    found: Counter[str] = Counter()
    following = ""
    for word in reversed(read):
        if word in words.denied:
            found[following] += 1
        elif len(word) > _SHORT and word in shared:
            following = word
    return found


def _frame(before: str, after: str) -> Iterator[Doubted]:
    """Yield a line put before the greeting, or a signature that is gone."""
    first, last = before.partition("\n")[0], before.rpartition("\n")[2]
    begins, ends = after.partition("\n")[0].strip(), after.rpartition("\n")[2].strip()
    if first.endswith(",") and not begins.endswith(","):
        yield Doubted(Doubt.CLAIM, begins)
    if not _ENDS.search(last) and ends != last:
        yield Doubted(Doubt.LOST, last)
