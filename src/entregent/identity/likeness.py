"""Two names compared: the same, one a form of the other, or somebody else's."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product

from entregent.identity.letters import near, skeleton
from entregent.identity.lexicon import lexicon
from entregent.identity.names import Name, usual

_LONG = 5
_LEAST_SKELETON = 2


class Like(StrEnum):
    """How two names are alike; the words are those of the reasons people read."""

    SAME = "name"
    MIDDLE = "middle"
    """One holds a middle name, or more of a compound, that the other leaves out."""
    NICKNAME = "nickname"
    MAIDEN = "maiden"
    """The given name, and one of two family names."""
    LETTERS = "letters"
    """The same name written from another script."""
    INITIAL = "initial"
    TYPO = "typo"
    """The same given name, and a family name one letter apart."""
    CLOSE = "close"
    """The same family name, and a given name one letter apart: Louis, Louise."""
    SURNAME = "surname"
    """The same given name with another family name."""
    HALF = "half"
    """One is a part of the other, and not a full name."""
    PET = "pet"
    """One word that may be what one calls the other: a short form, a family name, Mum."""
    NONE = "nothing"
    """There is a given or a family name on one side only, or no name at all."""
    ROUGH = "rough"
    """Every word of one is found in the other, but for slips of the pen: Thedero Mxwell."""
    OTHER = "other"
    """Somebody else's."""


SAFE = frozenset({Like.SAME, Like.MIDDLE, Like.NICKNAME, Like.MAIDEN, Like.LETTERS})
"""Names that a human may well bear both of, without any shared handle."""

WITH_HANDLE = SAFE | {Like.INITIAL, Like.TYPO, Like.SURNAME, Like.HALF, Like.NONE}
"""Names that do not contradict a shared handle of one's own."""


@lru_cache(maxsize=65536)
def like(one: Name, other: Name) -> Like:  # noqa: PLR0911 - one return for each likeness
    """Tell how two names are alike."""
    if not one.key or not other.key:
        return Like.NONE
    if one.key == other.key:
        return Like.OTHER if _middle_letters_differ(one, other) else Like.SAME
    if not one.full or not other.full:
        return _halves(one, other)
    given = _given(one, other)
    family = _family(one, other)
    if given is Like.OTHER:
        mine, theirs = set(one.key.split()), set(other.key.split())
        return Like.MIDDLE if mine <= theirs or theirs <= mine else Like.OTHER
    if family is Like.SAME:
        return Like.MIDDLE if given is Like.SAME else given
    if family is Like.MAIDEN:
        return Like.MAIDEN if given in (Like.SAME, Like.MIDDLE) else given
    if family is Like.TYPO:
        return Like.TYPO if given in (Like.SAME, Like.MIDDLE) else Like.OTHER
    if family is Like.LETTERS:
        return Like.LETTERS if given in (Like.SAME, Like.LETTERS) else Like.OTHER
    return Like.SURNAME if given in (Like.SAME, Like.MIDDLE, Like.NICKNAME) else Like.OTHER


def compatible(one: Name, other: Name) -> bool:
    """Tell whether two names that share a handle of one's own may be one human's."""
    return like(one, other) in WITH_HANDLE


def forms(name: Name) -> frozenset[str]:
    """Return the words under which a given name and its short forms meet."""
    if not name.firsts:
        return frozenset()
    known = _nicknames()
    whole = "".join(name.firsts)
    found = {name.firsts[0], whole} | known.get(name.firsts[0], frozenset())
    return frozenset(found | known.get(whole, frozenset()))


@cache
def _nicknames() -> Mapping[str, frozenset[str]]:
    """Return the roots of short forms, each in the spelling in which names are compared."""
    told: dict[str, frozenset[str]] = {}
    for word, roots in lexicon().nicknames.items():
        told[usual(word)] = told.get(usual(word), frozenset()) | frozenset(map(usual, roots))
    return told


@lru_cache(maxsize=65536)
def meeting(name: Name) -> tuple[tuple[str, str], ...]:
    """Return the family names and forms of a given name under which a full name is looked for."""
    if not name.full:
        return ()
    return tuple(product(name.families, forms(name)))


def _given(one: Name, other: Name) -> Like:  # noqa: PLR0911 - the same
    mine, theirs = one.firsts, other.firsts
    first, second = mine[0], theirs[0]
    if first == second:
        return _rest(mine[1:], theirs[1:])
    if "".join(mine) == "".join(theirs):
        return Like.SAME
    if len(first) == 1 or len(second) == 1:
        return Like.INITIAL if first[0] == second[0] else Like.OTHER
    if forms(one) & forms(other) or _aside_names(one, other):
        return Like.NICKNAME
    if _initials(mine, theirs):
        return Like.INITIAL
    if (one.foreign or other.foreign) and _same_sound(first, second):
        return Like.LETTERS
    short = min(len(first), len(second))
    return Like.CLOSE if short >= _LONG and near(first, second) else Like.OTHER


def _rest(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Like:
    """Compare what follows the first given name."""
    if mine == theirs:
        return Like.SAME
    if not mine or not theirs or set(mine) & set(theirs):
        return Like.MIDDLE
    letters = {word[0] for word in mine} & {word[0] for word in theirs}
    short = len(mine[0]) == 1 or len(theirs[0]) == 1
    return Like.MIDDLE if short and letters else Like.OTHER


def _family(one: Name, other: Name) -> Like:
    mine, theirs = one.lasts, other.lasts
    if set(mine) == set(theirs) or "".join(mine) == "".join(theirs):
        return Like.SAME
    if one.families & other.families:
        return Like.MAIDEN
    last, previous = mine[-1], theirs[-1]
    if last.endswith(previous) or previous.endswith(last):
        return Like.MAIDEN if min(len(last), len(previous)) >= _LONG else Like.OTHER
    if min(len(last), len(previous)) >= _LONG and near(last, previous):
        return Like.TYPO
    foreign = (one.foreign or other.foreign) and _same_sound(last, previous)
    return Like.LETTERS if foreign else Like.OTHER


def _aside_names(one: Name, other: Name) -> bool:
    """Tell a nickname in brackets: Robert (Bob) Hill, Bob Hill."""
    return bool({*one.aside} & {*other.firsts} or {*other.aside} & {*one.firsts})


def _initials(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell JP from Jean-Pierre."""
    short, long = sorted((mine, theirs), key=len)
    return len(short) == 1 < len(long) and short[0] == "".join(word[0] for word in long)


def _abridges(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell a family name's first letter: Léa A., Léa Ardent."""
    letter = "".join(short)
    return len(letter) == 1 and any(word != letter and word[0] == letter for word in long)


def _same_sound(one: str, other: str) -> bool:
    bones = skeleton(one)
    return len(bones) >= _LEAST_SKELETON and bones == skeleton(other)


def _middle_letters_differ(one: Name, other: Name) -> bool:
    mine = {word[0] for word in one.firsts[1:]}
    theirs = {word[0] for word in other.firsts[1:]}
    lone = any(len(word) == 1 for word in (*one.firsts[1:], *other.firsts[1:]))
    return lone and bool(mine and theirs) and not mine & theirs


def _halves(one: Name, other: Name) -> Like:
    """Compare where one at least is not a full name."""
    if one.full or (not other.full and len(one.key) > len(other.key)):
        one, other = other, one
    mine, theirs = set(one.key.split()), set(other.key.split())
    if mine & lexicon().kin:
        return Like.PET
    if mine <= theirs:
        return Like.HALF if mine & {*other.firsts} or not other.full else Like.PET
    if not one.lasts or not one.firsts or not other.firsts:
        return Like.PET if forms(one) & forms(other) else Like.OTHER
    given = _given(one, other)
    if given in SAFE and _abridges(one.lasts, other.lasts):
        return Like.INITIAL
    if one.families & other.families:
        return given if given in (Like.INITIAL, Like.SAME) else Like.OTHER
    return Like.SURNAME if given is Like.SAME and len(one.firsts[0]) > 1 else Like.OTHER
