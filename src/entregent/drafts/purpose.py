"""The owner's purpose, as it may stand inside a message to somebody."""

import re
from typing import Literal

from entregent.domain.text import fold, small
from entregent.drafts.brief import Language

_WORD = re.compile(r"[^\W\d_]+")
_LED_BY = re.compile(r"^(?:pour|afin de|for|in order)\s+(?=\w)|^afin d[’']", re.IGNORECASE)
_ENDS = " .,;:!?…"
_LOOSE = re.compile(r"\s+(?=[,.](?:\s|$))")
_ACCENTED = re.compile(r"(?<!\w)(?!r[ée]sum[ée]|caf[ée]|clich[ée])[a-zà-ÿœ]*[à-ÿœ]")
_STOP = re.compile(r"[.!?…][)»”\"]*\s(?!»)")
_ASKS = {
    "fr": re.compile(r"\best-ce\b|\w-(?:je|tu|ils?|elles?|on|nous|vous)\b", re.IGNORECASE),
    "en": re.compile(
        r"^(?:(?:how|what|why|when|where|who|which)\s+(?:\w+\s+)?)?"
        r"(?:do|does|did|is|are|was|were|can|could|would|will|should|have|has)\b",
        re.IGNORECASE,
    ),
}
"""How a direct question is built: it keeps its mark, where "how to test a box" needs none."""
_SMALL = {
    "fr": frozenset(
        "a au aux avec ce ces cette comment d dans de des du en et j je l la le les leur leurs m "
        "ma mes mon nos notre nous on par pour qu que qui s sa se ses son sur un une vos votre "
        "vous tu ton ta tes te toi afin faire etre savoir voir".split()
    ),
    "en": frozenset(
        "about an and at for from how in is it me my of on our some that the their they this to "
        "we what where which whom who with would you your d i ll ve".split()
    ),
}
_SHARED = frozenset("a d m on me".split())
_VERB = {
    "fr": re.compile(r"\w{2,}(?:er|ir|re)"),
    "en": re.compile(r"\w{2,}ing|find|get|know|learn|meet|see|talk|understand"),
}
_OF = frozenset("d de des du of for in".split())
_I = {
    "fr": frozenset("j je m ma me mes moi mon nous notre nos".split()),
    "en": frozenset("i my me we our".split()),
}
_TU = frozenset("tu te t ta tes ton toi tien tienne".split())
_VOUS = frozenset("vous votre vos".split())
_YOU = frozenset("you your yours".split())


def said(text: str, language: Language) -> str:
    """Return a purpose as it reads after a colon, whether it was typed as a noun or a sentence.

    The full stop goes, and so do "pour" and "for"; a first capital goes where the word is
    surely no name. A direct question is quoted, and what is written in the other language.
    """
    told = _LOOSE.sub("", " ".join(text.split()))
    bare = _LED_BY.sub("", told.strip(_ENDS)).strip(_ENDS)
    if not _WORD.search(bare):
        return ""
    other = written_in(bare)
    spoken: Language = other or language
    lowered = _lowered(bare, spoken)
    if told.endswith("?") and _ASKS[spoken].search(bare):
        lowered += " ?" if spoken == "fr" else "?"
    elif other is None or other == language:
        return lowered
    return f"« {lowered} »" if language == "fr" else f"“{lowered}”"


def in_third_person(text: str, language: Language) -> str:
    """Return a purpose as it reads in a text about its writer, empty when it cannot stand there."""
    strange = written_in(text) not in (None, language)
    if strange or speaks_of_me(text) or speaks_to(text, "you"):
        return ""
    return said(text, language)


def written_in(text: str) -> Language | None:
    """Tell the language of a few words by the small ones among them; None where they say none."""
    words = [word for word in _words(text) if word not in _SHARED]
    french = sum(word in _SMALL["fr"] for word in words)
    english = sum(word in _SMALL["en"] for word in words)
    if french == english:
        return None
    return "fr" if french > english else "en"


def readable_in(text: str, language: Language) -> bool:
    """Tell whether a few words may be in a language; an accent within a common word is French."""
    if language == "en" and _ACCENTED.search(text):
        return False
    return written_in(text) in (None, language)


def stands_within(text: str, longest: int) -> bool:
    """Tell whether a text is one sentence at most, of `longest` characters at most."""
    return len(text) <= longest and not _STOP.search(text)


def speaks_to(text: str, form: Literal["tu", "vous", "you"]) -> bool:
    """Tell whether a text addresses its reader in another form than `form`.

    With `you`, any address at all, in either language, is another one.
    """
    words = set(_words(text))
    others = {"tu": _VOUS, "vous": _TU, "you": _TU | _VOUS | _YOU}[form]
    return not words.isdisjoint(others)


def speaks_of_me(text: str) -> bool:
    """Tell whether a text says "I", in either language."""
    words = set(_words(text))
    return not words.isdisjoint(_I["fr"] | _I["en"])


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _lowered(text: str, language: Language) -> str:
    first, second, third = (*_WORD.findall(text), "", "", "")[:3]
    if first == "I" or (len(first) > 1 and not first[1:].islower()):
        return text
    folded = fold(first)
    plain = folded in _SMALL[language] or _VERB[language].fullmatch(folded) is not None
    thing = second in _OF and third.islower()
    return small(text) if plain or thing else text
