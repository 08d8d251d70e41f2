"""Phrases as data: what is looked for in a text, written as one says it.

A phrase is words in small letters without accents. `(a|b)` is one of several, `(x)?` and `x?` may
be left out, `*` is the rest of a word, `…` a few words at most. It is found from word to word,
whatever the typography.
"""

import re
import unicodedata
from collections.abc import Iterable

_FOLDED = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "–": "-", "—": "-"})
_GAP = r"(?:\W+\w+){0,6}?\W+"
_STRANGE = re.compile(r"[^\w '’()|?…*,:.&-]|(?<![\w)])\?")


def flat(text: str) -> str:
    """Return `text` in small letters without accents or typography, one character for one."""
    return "".join(map(_bare, text.translate(_FOLDED)))


def _bare(char: str) -> str:
    if char.isascii():
        return char.lower()
    first = unicodedata.normalize("NFD", char)[0].lower()
    return first if len(first) == 1 else char


def compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the phrases in a flat text; nothing where there are none.

    Raises ValueError on a phrase whose brackets do not match.
    """
    found = "|".join(_expression(phrase) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)" if found else r"(?!)")


def _expression(phrase: str) -> str:
    if strange := _STRANGE.search(flat(phrase)):
        raise ValueError(f"“{phrase}”: “{strange[0]}” says nothing in a phrase")
    words = re.sub(r"\s*…\s*", "\0", flat(phrase).replace("(", "(?:").replace("*", r"\w*"))
    words = re.sub(r"(?<=['’)?]) +", r"\\s*", words)  # nothing to part where a word was left out
    return words.replace(" ", r"\s+").replace("\0", _GAP)
