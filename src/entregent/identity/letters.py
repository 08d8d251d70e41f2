"""Letters of other scripts in Latin ones, and what the usual ways of writing them share."""

import re
from functools import lru_cache
from unicodedata import normalize

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        (
            "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i i ie g u"
        ).split(" "),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچگکی",
        (
            "a b t th j h kh d d r z s sh s d t z a gh f k k l m n h "
            "ou i a a  a i a ou i p ch g k i"
        ).split(" "),
        strict=True,
    )
)
_OTHER = str.maketrans({**_CYRILLIC, **_GREEK, **_ARABIC})
_SQUASHED = (
    (re.compile("kh|gh|q|ck"), "k"),
    (re.compile("sch|sh|tch|ch|cz"), "s"),
    (re.compile("ph|w|v"), "f"),
    (re.compile("dj|zh|j|g"), "j"),
    (re.compile("ts|tz|c"), "s"),
    (re.compile("[aeiouyh]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def latin(text: str) -> str:
    """Write Cyrillic, Greek and Arabic letters in Latin ones; the rest is left as it is.

    Arabic leaves short vowels out, so that only `skeleton` compares it well.
    """
    return text if text.isascii() else normalize("NFD", text).lower().translate(_OTHER)


def is_foreign(text: str) -> bool:
    """Tell whether there are letters that `latin` rewrites."""
    if text.isascii():
        return False
    return any(ord(letter) in _OTHER for letter in normalize("NFD", text).lower())


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """Return what the usual Latin writings of one foreign name share: its consonants, roughly."""
    for found, instead in _SQUASHED:
        word = found.sub(instead, word)
    return word


def near(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter left out, added, changed, or two swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    start = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    changed = short[start + 1 :] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1]
    return changed or (swapped and short[start + 2 :] == long[start + 2 :])
