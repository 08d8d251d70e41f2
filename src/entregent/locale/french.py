"""French grammar that is computed: elision, contraction, typography."""

import re

from entregent.domain.text import fold
from entregent.locale.french_names import ARTICLES, ASPIRATED, INSTITUTIONS, NOT_ARTICLES

JOINTS = ("de", "à", "que", "chez")
_VOWELS = "aeiouh"
_CONTRACTED = {
    "de": {"le": "du", "les": "des"},
    "à": {"le": "au", "les": "aux"},
    "que": {},
    "chez": {"le": "au", "les": "aux"},
}
_NBSP = "\u00a0"
_SPACE = "[ \u00a0\u202f]*"
_BEFORE_HIGH = re.compile(rf"(?<=[\w)»\"”’…%€]){_SPACE}([;!?]+)(?=[\s)»\"”]|$)")
_BEFORE_COLON = re.compile(rf"(?<=[\w)»\"”’…%€]){_SPACE}:(?=\s|$)")
_OPENING = re.compile(rf"«{_SPACE}")
_CLOSING = re.compile(rf"{_SPACE}»")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=[\w«])")


def join(joint: str, name: str) -> str:
    """Put `de`, `à`, `que` or `chez` before a name, with the article that the name takes.

    "d’Airbus", "du Monde", "au Havre", "qu’Omar", "de la SNCF", "à l’Insee", "chez Airbus"; a
    house that takes an article is never `chez`: "à la SNCF", "au CNRS".
    """
    first, _, rest = name.partition(" ")
    article = ARTICLES.get(fold(name)) or (INSTITUTIONS.get(fold(first)) if rest else None)
    if article is not None:
        return _with_article(joint, article, name)
    contracted = _CONTRACTED[joint].get(fold(first))
    if contracted and rest and fold(rest.split()[0]) not in NOT_ARTICLES:
        return f"{contracted} {rest}"
    if joint in ("à", "chez") or not starts_with_vowel(name):
        return f"{joint} {name}"
    return f"{joint[:-1]}’{name}"


def _with_article(joint: str, article: str, name: str) -> str:
    if contracted := _CONTRACTED[joint].get(article):
        return f"{contracted} {name}"
    gap = "" if article == "l’" else " "
    return f"{'à' if joint == 'chez' else joint} {article}{gap}{name}"


def starts_with_vowel(name: str) -> bool:
    """Tell whether a word before `name` elides.

    A mute h counts as a vowel, and so does a y before a consonant ("d’Yves", but "de Yann").
    Acronyms that begin with a consonant's letter do not elide ("de SFR"), as usage has it.
    """
    folded = fold(name)
    if not folded or folded.startswith((*ASPIRATED, "ouistiti", "onz", "uh")):
        return False
    if folded[0] == "y":
        return len(folded) > 1 and folded[1].isalpha() and folded[1] not in f"{_VOWELS}y"
    return folded[0] in _VOWELS and folded.partition(" ")[0] not in ("ou", "oui")


def typography(text: str) -> str:
    """Give French text its ’ and its no-break spaces; web addresses and hours stay as they are.

    The spaces stand before « : ; ! ? » and inside guillemets. Applied twice, it changes nothing
    more.
    """
    text = _APOSTROPHE.sub("’", text)
    text = _BEFORE_HIGH.sub(rf"{_NBSP}\1", text)
    text = _BEFORE_COLON.sub(f"{_NBSP}:", text)
    return _CLOSING.sub(f"{_NBSP}»", _OPENING.sub(f"«{_NBSP}", text))
