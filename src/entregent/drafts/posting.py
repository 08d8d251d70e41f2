"""A posting as the owner's own words name it: its link and its reference number."""

import re
from dataclasses import dataclass

_LINK = re.compile(r"\b(?:https?://|www\.)[^\s<>«»“”\"]+", re.IGNORECASE)
_AFTER = ".,;:!?)]}'’"
_NUMBER = re.compile(
    r"(?:\b(?:r[ée]f(?:[ée]rence)?s?|ref(?:erence)?|req(?:uisition)?|job|offre|annonce|posting|"
    r"vacancy|num[ée]ro|number|id|no)\b\.?|n ?[°º]|\#)"
    r"(?: ?(?:[:#=–-]|n ?[°º]|\b(?:no|num[ée]ro|number|id|ref|r[ée]f)\b\.?)){0,3} ?"
    r"(?P<number>(?=[A-Za-z./-]{0,12}\d)\w[\w./-]{0,40})",
    re.IGNORECASE,
)
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting's web address and its number; empty is not said."""

    link: str = ""
    number: str = ""


def posting(text: str) -> Posting:
    """Read "réf. AB-1234" and the first web address in a text; a number has three signs or more."""
    found = _LINK.search(text)
    link = _bare(found[0]) if found else ""
    rest = " ".join(_LINK.sub(" ", text).split())
    named = (match["number"].rstrip("./-_") for match in _NUMBER.finditer(rest))
    return Posting(link, next((one for one in named if len(one) >= _SHORTEST), ""))


def _bare(link: str) -> str:
    """Return a link without the punctuation of its sentence; its own brackets stay."""
    while link[-1] in _AFTER and not (link[-1] == ")" and link.count("(") >= link.count(")")):
        link = link[:-1]
    return link
