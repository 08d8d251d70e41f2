"""Names taken apart: order, capitals, particles, maiden names, titles, what is no name at all."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from entregent.domain.text import fold, tokens
from entregent.identity.letters import is_foreign, latin
from entregent.identity.lexicon import lexicon

_SHORT = 2
_WITH_MIDDLE = 3
_ASIDE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|[\"“«]([^\"”»]*)[\"”»]")
_CUT = re.compile(r"\s+[-–—/@·]\s+|\s*[|•]\s*|\s+@(?=\w)|\s+(?:chez|at)\s+", re.IGNORECASE)
_ELIDED = re.compile(r"\b([odl])'(?=\w)")
_UMLAUT = re.compile("([aou])e|a(a)")
_DEGREE = re.compile(r"[\s.()]*(?:[A-Z][\w.+-]*[A-Z.][\w.®-]*[\s/&,]*)+").fullmatch
_MOST = 200
"""No name is longer than that many letters; the rest is not looked at."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart, folded: `given` and `family` words, either may be empty.

    `maiden` is a name borne before, `aside` what stood in brackets: either may be one more family
    name, a nickname, or an employer. `firsts` and `lasts` are as compared: particles joined to
    what follows them, one spelling for each name.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    maiden: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    foreign: bool = False
    """Whether it was written in letters that others write in Latin ones in several ways."""
    firsts: tuple[str, ...] = field(init=False, compare=False)
    lasts: tuple[str, ...] = field(init=False, compare=False)
    key: str = field(init=False, compare=False)
    """What two spellings of one full name share, whatever their order; empty for no name."""
    families: frozenset[str] = field(init=False, compare=False)
    """Every word that may be a family name: today's, a former one, what stood in brackets."""
    full: bool = field(init=False, compare=False)
    """Whether it holds a given and a family name of at least two letters each."""

    def __hash__(self) -> int:
        """Return the key's hash: names are looked up by the hundred thousand."""
        return hash(self.key)

    def __post_init__(self) -> None:
        """Derive what is compared."""
        put = object.__setattr__
        firsts, lasts = _joined(self.given, self.family)
        words = {*firsts, *lasts}
        full = min(_longest(firsts), _longest(lasts)) >= _SHORT
        if full and min(map(len, words)) < _SHORT:
            words = {word for word in words if len(word) >= _SHORT}
        told = (*lasts, *self.maiden, *self.aside)
        put(self, "families", frozenset([word for word in told if len(word) >= _SHORT]))
        put(self, "firsts", firsts)
        put(self, "lasts", lasts)
        put(self, "full", full)
        put(self, "key", " ".join(sorted(words)))


def _longest(words: tuple[str, ...]) -> int:
    return max(map(len, words), default=0)


@lru_cache(maxsize=65536)
def parse(text: str, given: str = "", family: str = "") -> Name:
    """Take a displayed name apart; `given` and `family` are used when the source tells them."""
    if not (given and family):
        return _taken_apart(text[:_MOST])
    last, maiden = _without_maiden(_bare(family[:_MOST]))
    first, own = _words(_bare(given[:_MOST])), _words(last)
    aside = _asides(given[:_MOST]) + _asides(family[:_MOST])
    return Name(first, own, maiden, aside, is_foreign(given))


def spelled(address: str) -> Name:
    """Return the name that an e-mail address spells: two words or more before the at sign."""
    local, _, _ = address.partition("@")
    words = [word for word in re.split(r"[._-]+", local.partition("+")[0]) if word]
    if len(words) not in (_SHORT, _WITH_MIDDLE) or not all(word.isalpha() for word in words):
        return NAMELESS
    known = lexicon()
    if any(word in known.roles or word in known.couples for word in words):
        return NAMELESS
    return Name(tuple(words[:-1]), tuple(words[-1:]))


def _taken_apart(text: str) -> Name:
    if "@" in text and re.search(r"\S@\S+\.\S", text):
        return NAMELESS
    plain = _ASIDE.sub(" ", text)
    plain = next((part for part in _CUT.split(plain) if _words(part)), "")
    plain, maiden = _without_maiden(plain)
    given, family = _parts(plain)
    return Name(given, family, maiden, _asides(text), is_foreign(plain))


def _asides(text: str) -> tuple[str, ...]:
    """Return the words in brackets or quotation marks."""
    if text.replace(" ", "").isalpha():
        return ()
    found = [next(filter(None, groups), "") for groups in _ASIDE.findall(text)]
    return tuple(w for one in found for w in _words(one) if w not in lexicon().maiden)


def _parts(plain: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return given and family words of a name without its ornaments."""
    if "," in plain:
        first, *rest = plain.split(",")
        whole = len(_words(first)) > 1
        pieces = [
            _words(part) for part in (first, *(p for p in rest if not (whole and _DEGREE(p))))
        ]
        pieces = [piece for piece in pieces if piece]
        if len(pieces) > 1:
            return pieces[1], pieces[0]
        plain = next((piece for piece in plain.split(",") if _words(piece)), "")
    raw = [word for word in plain.split() if _words(word)]
    shouted = [word for word in raw if len(word.strip(".")) > 1 and word.isupper()]
    if shouted and len(shouted) < len(raw) and len(shouted[0].strip(".")) > _SHORT:
        calm = [word for word in raw if word not in shouted]
        return _words(" ".join(calm)), _words(" ".join(shouted))
    words = [word for chunk in raw for word in _words(chunk)]
    if len(words) <= 1:
        return tuple(words), ()
    known = lexicon()
    if len(words) >= _WITH_MIDDLE and words[0] in known.vietnamese - known.particles:
        return tuple(words[1:]), tuple(words[:1])
    start = next((i for i, w in enumerate(words) if i and w in known.particles), len(words) - 1)
    hyphenated = len(_words(raw[-1])) if "-" in raw[-1] else 1
    start = min(start, len(words) - hyphenated) or 1
    return tuple(words[:start]), tuple(words[start:])


def _without_maiden(plain: str) -> tuple[str, tuple[str, ...]]:
    """Take "née Martin" off a name."""
    if " " not in plain:
        return plain, ()
    raw = plain.split()
    at = next((i for i, word in enumerate(raw) if i and fold(word) in lexicon().maiden), None)
    if at is None or at + 1 >= len(raw):
        return plain, ()
    return " ".join(raw[:at]), _words(" ".join(raw[at + 1 :]))


def _bare(text: str) -> str:
    if text.isalpha():
        return text
    return _CUT.split(_ASIDE.sub(" ", text))[0]


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, without titles, degrees and figures."""
    known = lexicon()
    if text.isascii() and text.isalpha():
        word = text.lower()
        return () if word in known.titles or word in known.suffixes else (word,)
    folded = _ELIDED.sub(r"\1", fold(latin(text)))
    return tuple(
        word
        for chunk in folded.split()
        if chunk.strip(".,") not in known.suffixes
        for word in tokens(chunk)
        if word not in known.titles and word not in known.suffixes and not word.isdigit()
    )


def _joined(
    given: tuple[str, ...], family: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Join particles to the word they belong to, and give every word its usual spelling."""
    if len(given) <= 1 and len(family) <= 1:
        return tuple(map(usual, given)), tuple(map(usual, family))
    known = lexicon()
    words = (*given, *family)
    if any(word in known.vietnamese for word in words) and "van" in words:
        return tuple(map(usual, given)), tuple(map(usual, family))
    firsts: list[str] = []
    lasts: list[str] = []
    held = ""
    for place, word in enumerate(words):
        alone = place + 1 == len(given) and not firsts
        if word in known.particles and place + 1 < len(words) and not alone:
            held += word
            continue
        (firsts if place < len(given) else lasts).append(usual(held + word))
        held = ""
    return tuple(firsts), tuple(lasts)


@lru_cache(maxsize=65536)
def usual(word: str) -> str:
    """Return one spelling for the several of a name: Mueller as Müller, Mohammed as Mohamed."""
    if (root := lexicon().spellings.get(word)) is not None:
        return root
    return _UMLAUT.sub(lambda found: found[1] or found[2], word)


@lru_cache(maxsize=16384)
def is_common(name: Name) -> bool:
    """Tell whether so many bear this family name that a full name alone says less."""
    return any(word in _common() for word in name.lasts)


@cache
def _common() -> frozenset[str]:
    return frozenset(map(usual, lexicon().common))


NAMELESS = Name((), ())
