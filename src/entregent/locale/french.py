"""French grammar that is computed: elision and contraction before a name."""

from entregent.domain.text import fold

JOINTS = ("de", "à", "que")
_VOWELS = "aeiouyh"
_ASPIRATED = ("haribo", "hitachi", "honda", "huawei", "hyundai", "haut", "hollande", "hong")
_CONTRACTED = {"de": {"le": "du", "les": "des"}, "à": {"le": "au", "les": "aux"}, "que": {}}


def join(joint: str, name: str) -> str:
    """Put `de`, `à` or `que` before a name: "d’Airbus", "du Monde", "au Havre", "qu’Omar"."""
    first, _, rest = name.partition(" ")
    contracted = _CONTRACTED[joint].get(fold(first))
    if contracted and rest:
        return f"{contracted} {rest}"
    if joint == "à" or not starts_with_vowel(name):
        return f"{joint} {name}"
    return f"{joint[:-1]}’{name}"


def starts_with_vowel(name: str) -> bool:
    """Tell whether a word before `name` elides (a mute h counts as a vowel)."""
    folded = fold(name)
    if not folded or folded.startswith(_ASPIRATED):
        return False
    letter_by_letter = name[:1].isupper() and name.isupper() and len(name) <= 5  # noqa: PLR2004
    if letter_by_letter and name[0] in "FLMNRSX" and not _speakable(folded):
        return True
    return folded[0] in _VOWELS and not folded.startswith(("y", "ou ", "onz", "uh"))


def _speakable(folded: str) -> bool:
    return any(letter in "aeiou" for letter in folded)
