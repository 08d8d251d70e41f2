"""Whether a text tells who somebody is, by a name, an address or a number."""

from entregent.domain.text import tokens

_WITHIN = 5
"""Words of a name so long betray it inside other words too: "ohaddad"."""
_SMALL = frozenset(
    "al ben bin d da de del den der des di do dos du el l la le les ter van von".split()
)
"""Words of names that stand in any text."""
_NUMBER = 8
"""By so many last digits a telephone number is known, however it is written."""


def tells(text: str, hidden: tuple[str, ...]) -> bool:
    """Tell whether a text says any of some names, addresses or numbers, in any spelling.

    One word of a name is enough, the small ones apart.
    """
    words = tokens(text)
    run = "".join(words)
    return any(_tells(words, run, sign) for sign in hidden)


def _tells(words: tuple[str, ...], run: str, sign: str) -> bool:
    parts = tokens(sign)
    joined = "".join(parts)
    if "@" in sign or "/" in sign:
        return joined in run
    if joined.isdecimal():
        return len(joined) >= _NUMBER and joined[-_NUMBER:] in run
    named = [part for part in parts if part not in _SMALL] or parts
    return (len(joined) >= _WITHIN and joined in run) or any(
        part in words or (len(part) >= _WITHIN and any(part in word for word in words))
        for part in named
    )
