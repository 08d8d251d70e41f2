"""Text folded for comparison (names, companies, words of a search), and first letters."""

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "’": "'"})
_LEGAL = frozenset(
    "sa sas sasu sarl se sci scop eurl inc ltd llc llp plc gmbh ag bv nv spa srl oy ab co corp "
    "corporation limited incorporated company".split()
)


def capital(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return `text` with a small first letter."""
    return text[:1].lower() + text[1:]


def unstopped(text: str) -> str:
    """Return `text` without the full stop at its end, to stand within a sentence."""
    return text.rstrip().rstrip(".")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case `text`, drop its accents and fold its white space, for comparison only."""
    if text.isascii():
        return " ".join(text.lower().split())
    lowered = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    bare = "".join(filterfalse(unicodedata.combining, lowered))
    return " ".join(bare.split())


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`: letters and digits, in order."""
    return tuple(re.findall(r"[^\W_]+", fold(text)))


@lru_cache(maxsize=16384)
def company_key(name: str) -> str:
    """Return what two spellings of one company share: folded words without the legal form."""
    words = tokens(name)
    kept = [word for word in words if word not in _LEGAL]
    return " ".join(kept or words)
