"""What somebody seeks: their words made to stand in a sentence, and who answers to them."""

import re
from collections.abc import Collection

from entregent.domain.text import small, tokens

_WORD = re.compile(r"[^\W_]+")
_EDGES = " \t.,;:!?…-–—«»\"“”'’\u00a0\u202f"


def tidied(words: str, openings: Collection[tuple[str, ...]], joints: Collection[str]) -> str:
    """Return what is sought without how it is begun: `un stage` of "Je cherche un stage.".

    `openings` are folded words that only begin, of which the longest that fits goes; a first word
    among the folded `joints` gets a small letter, for it stands within a sentence.
    """
    sought = " ".join(words.split()).strip(_EDGES)
    told = tokens(sought)
    begun = [len(one) for one in openings if told[: len(one)] == one and len(one) < len(told)]
    if begun:
        *_, last = list(_WORD.finditer(sought))[: max(begun)]
        sought = sought[last.end() :].strip(_EDGES)
    first = tokens(sought)[:1]
    return small(sought) if first and first[0] in joints else sought


def answers(wanted: frozenset[str], told: frozenset[str]) -> bool:
    """Tell whether what is told of somebody answers to what is wanted, both as senses.

    Half of what the shorter is about must be in the other: one word shared by two long texts is
    no answer.
    """
    shared = wanted & told
    return bool(shared) and 2 * len(shared) >= min(len(wanted), len(told))
