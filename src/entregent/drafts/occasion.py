"""What somebody is congratulated or thanked for, as it may be said to them.

The owner types it as one speaks of somebody ("sa nomination", "her new job") or to them; said to
the reader, "her" becomes "your". What cannot be turned safely is quoted, or not said at all.
"""

import re

from entregent.domain.text import fold, small
from entregent.drafts.brief import Voice
from entregent.drafts.purpose import said, speaks_of_me, speaks_to, written_in

_TURNED: dict[Voice, dict[str, str]] = {
    Voice.TU: {"son": "ton", "sa": "ta", "ses": "tes", "vos": "tes"},
    Voice.VOUS: {
        **dict.fromkeys(("son", "sa", "ton", "ta", "leur"), "votre"),
        **dict.fromkeys(("ses", "tes", "leurs"), "vos"),
    },
    Voice.CASUAL: dict.fromkeys(("his", "her", "their"), "your"),
    Voice.FORMAL: dict.fromkeys(("his", "her", "their"), "your"),
}
_LANGUAGES = {Voice.TU: "fr", Voice.VOUS: "fr", Voice.CASUAL: "en", Voice.FORMAL: "en"}
_OPENS = {
    "fr": re.compile(
        r"(?:l['’]|(?:le|la|les|une?|ce|cet|cette|ces|ton|ta|tes|votre|vos)\s)", re.IGNORECASE
    ),
    "en": re.compile(r"(?:(?:the|an?|this|these|that|your)\s)|\w{2,}ing\s", re.IGNORECASE),
}
_WORD = re.compile(r"[^\W\d_]+(?=\s+\w)")
_THEIRS = frozenset("elle elles eux il ils lui she he him they them her his their leur".split())
_FORMS = {Voice.TU: "tu", Voice.VOUS: "vous"}
_LED_BY = re.compile(r"^on\s+(?=\w)", re.IGNORECASE)


def named(text: str, voice: Voice) -> str:
    """Return an occasion as it stands after "pour", "for", "on": "ta nomination chez Airbus".

    Empty where it is no such words, or may not be said.
    """
    turned = _turned(text, voice)
    opens = _OPENS[_LANGUAGES[voice]].match(turned) is not None
    return small(turned) if opens and _sayable(turned, voice) else ""


def reported(text: str, voice: Voice) -> str:
    """Return an occasion as it may be quoted; empty where `named` says it, or it speaks of them."""
    if named(text, voice):
        return ""
    plain = _plain(text)
    return plain if _sayable(plain, voice) else ""


def _plain(text: str) -> str:
    led = _LED_BY.sub("", " ".join(text.split()))
    return said(led, written_in(led) or "fr")


def _turned(text: str, voice: Voice) -> str:
    turns = _TURNED[voice]
    plain = _plain(text)
    if written_in(plain) not in (None, _LANGUAGES[voice]):
        return plain
    return _WORD.sub(lambda found: turns.get(fold(found[0]), found[0]), plain)


def _sayable(text: str, voice: Voice) -> bool:
    form = _FORMS.get(voice)
    words = {fold(word) for word in re.findall(r"[^\W\d_]+", text)}
    elsewhere = bool(form) and speaks_to(text, form)  # type: ignore[arg-type]  # tu or vous
    return not (elsewhere or speaks_of_me(text) or words & _THEIRS)
