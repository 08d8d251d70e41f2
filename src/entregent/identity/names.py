"""Names compared: order, capitals, initials, nicknames, without guessing more than is safe."""

import re
from dataclasses import dataclass
from functools import lru_cache

from entregent.domain.text import fold, tokens

_PARTICLES = frozenset("de du des d la le von van der den di da dos del el al ben ibn bin".split())
_TITLES = frozenset("m mr mrs ms mme mlle dr pr prof sir madame monsieur".split())
_SHORT = 2
_SHORT_FORM = 3
_NICKNAMES = {
    frozenset(pair.split("/"))
    for pair in (
        "alexandre/alex alexandra/alex alexander/alex benjamin/ben "
        "charles/chas catherine/cathy catherine/kate "
        "christophe/chris christopher/chris christine/chris daniel/dan david/dave dominique/dom "
        "edward/ed elisabeth/babeth elizabeth/liz elizabeth/beth emmanuel/manu emmanuelle/manu "
        "florence/flo florian/flo frederic/fred frederique/fred gregory/greg guillaume/guigui "
        "james/jim jennifer/jen jonathan/jon joseph/joe joshua/josh katherine/kate laurent/lolo "
        "margaret/maggie matthew/matt matthieu/matt maximilien/max maxime/max melanie/mel "
        "michael/mike michael/mick mohamed/momo nathalie/nath nicholas/nick nicolas/nico "
        "olivier/oliv pascal/pasc patricia/pat patrick/pat philippe/phil philip/phil "
        "rebecca/becky richard/dick richard/rick robert/bob robert/rob samantha/sam samuel/sam "
        "sebastien/seb stephane/steph stephanie/steph stephen/steve steven/steve susan/sue "
        "theodore/theo thibault/tib thomas/tom timothee/tim timothy/tim valerie/val victoria/vicky "
        "vincent/vince virginie/nini william/bill william/will yannick/yann zacharie/zach"
    ).split()
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart, folded: `given` and `family` words, either may be empty."""

    given: tuple[str, ...]
    family: tuple[str, ...]

    @property
    def key(self) -> str:
        """What two spellings of one full name share, whatever their order."""
        return " ".join(sorted({*self.given, *self.family}))

    @property
    def full(self) -> bool:
        """Whether it holds a given and a family name of at least two letters each."""
        return any(len(w) >= _SHORT for w in self.given) and any(
            len(w) >= _SHORT for w in self.family
        )


@lru_cache(maxsize=65536)
def parse(text: str, given: str = "", family: str = "") -> Name:
    """Take a displayed name apart; `given` and `family` are used when the source tells them."""
    if given and family:
        return Name(_words(given), _words(family))
    plain = re.sub(r"\(.*?\)|\".*?\"", " ", text).split(" - ")[0]
    if "," in plain:
        last, _, first = plain.partition(",")
        if first.strip():
            return Name(_words(first), _words(last))
    raw = [word for word in plain.split() if fold(word).strip(".") not in _TITLES]
    shouted = [word for word in raw if len(word.strip(".")) > 1 and word.isupper()]
    if shouted and len(shouted) < len(raw):
        calm = [word for word in raw if word not in shouted]
        return Name(_words(" ".join(calm)), _words(" ".join(shouted)))
    words = [word for chunk in raw for word in tokens(chunk)]
    if len(words) <= 1:
        return Name(tuple(words), ())
    start = next((i for i, w in enumerate(words) if i and w in _PARTICLES), len(words) - 1)
    hyphenated = len(tokens(raw[-1])) if "-" in raw[-1] else 1
    start = min(start, len(words) - hyphenated) or 1
    return Name(tuple(words[:start]), tuple(words[start:]))


def compatible(one: Name, other: Name) -> bool:
    """Tell whether two names that share an address or a number may be one human's.

    Family names may differ (marriage); given names must agree, or one of them be missing, or be
    a short form of the other when the family name is the same.
    """
    if not one.key or not other.key or one.key == other.key:
        return True
    mine, theirs = set(one.key.split()), set(other.key.split())
    if mine <= theirs or theirs <= mine:
        return True
    if _same_given(one.given, other.given):
        return True
    kin = set(one.family) & set(other.family)
    return bool(kin) and one.given[0][:_SHORT_FORM] == other.given[0][:_SHORT_FORM]


def likely(one: Name, other: Name) -> bool:
    """Tell whether two full names without any shared address may be worth a question."""
    return (
        one.full
        and other.full
        and bool(set(one.family) & set(other.family))
        and _same_given(one.given, other.given)
    )


def _same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return True
    first, second = one[0], other[0]
    if first == second or frozenset((first, second)) in _NICKNAMES:
        return True
    short, long = sorted((first, second), key=len)
    return len(short) == 1 and long.startswith(short)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in tokens(text) if word not in _TITLES)
