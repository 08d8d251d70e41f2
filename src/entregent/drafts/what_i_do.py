"""What do you do? Answered aloud from my own profile, for three audiences, in three lengths."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import product
from typing import Any

from entregent.drafts.brief import Language, Voice
from entregent.drafts.compose import Composer, shortened
from entregent.drafts.facts import running, tidy
from entregent.drafts.purpose import readable_in
from entregent.drafts.wording import Wording
from entregent.locale.speech import Speech

SECONDS = (10, 30, 60)
_WORDS_A_SECOND = 2.5
"""A calm 150 words a minute, as one speaks to somebody met for the first time."""
_LISTED = 3
_LONGEST = 60
"""Characters of a house's name that can be said in one breath."""
_ENDLESS = 250
"""Characters beyond which a line of a profile is not said."""
_NO_ARTICLE = frozenset(
    "chief director head president vice chair ceo cfo coo cto chairman chairwoman".split()
)
_LIKE_CONSONANTS = ("eu", "one", "uni", "use", "usa", "ui ", "ux-")
_SPELT_WITH_VOWEL = tuple("AEFHILMNORSX")


class Audience(StrEnum):
    """Who asks."""

    FIELD = "field"
    """Somebody of my own line of work."""
    OUTSIDE = "outside"
    """Somebody of another one."""
    SOCIAL = "social"
    """Somebody met by chance, or a friend's friend."""


class Missing(StrEnum):
    """What the profile does not say, and an answer could be made of."""

    TITLE = "title"
    COMPANY = "company"
    PROJECT = "project"
    CLIENT = "client"
    TOPIC = "topic"
    ADVICE = "advice"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Profile:
    """What I say of myself, in my own words. Empty is unknown.

    `needs` are said aloud: leave them empty where the search is discreet.
    """

    title: str = ""
    company: str = ""
    past_company: str = ""
    past_title: str = ""
    projects: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What would make the answers fuller."""
        told = {
            Missing.TITLE: self.title,
            Missing.COMPANY: self.company,
            Missing.PROJECT: self.projects,
            Missing.CLIENT: self.clients,
            Missing.TOPIC: self.topics,
            Missing.ADVICE: self.advice,
            Missing.OFFER: self.offers,
        }
        return tuple(what for what, value in told.items() if not value)


@dataclass(frozen=True, slots=True)
class SelfTold:
    """One answer. `seconds` is the time it is for; `lasts` about how long it takes to say."""

    audience: Audience
    seconds: int
    lasts: int
    text: str


def answers(
    profile: Profile,
    wording: Wording,
    voice: Voice,
    *,
    today: date,
    seed: int = 0,
) -> tuple[SelfTold, ...]:
    """Return an answer for each audience and length, none longer than its time.

    A profile that says neither title, company nor project has no answer. Same profile and seed,
    same answers.
    """
    if not (profile.title or profile.company or profile.projects):
        return ()
    language = language_of_voice(voice)
    composer = Composer(
        wording=wording,
        voice=voice,
        holding=frozenset(),
        values=_values(profile, language),
        speech=Speech(language, {}, today),
        seed=seed,
        avoid=frozenset(),
    )
    told = (
        _answer(composer, audience, seconds) for audience, seconds in product(Audience, SECONDS)
    )
    return tuple(one for one in told if one.text)


def language_of_voice(voice: Voice) -> Language:
    """Return the language a voice speaks."""
    return "fr" if voice in (Voice.TU, Voice.VOUS) else "en"


def in_language(profile: Profile, language: Language) -> Profile:
    """Return the profile without what is surely written in the other language.

    A title in English stays in French, where such titles are usual.
    """

    def kept(items: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(item for item in items if readable_in(item, language))

    def read(title: str) -> str:
        return title if language == "fr" or readable_in(title, language) else ""

    return replace(
        profile,
        title=read(profile.title),
        past_title=read(profile.past_title),
        projects=kept(profile.projects),
        clients=kept(profile.clients),
        topics=kept(profile.topics),
        advice=kept(profile.advice),
        offers=kept(profile.offers),
        needs=kept(profile.needs),
    )


def _answer(composer: Composer, audience: Audience, seconds: int) -> SelfTold:
    layouts = composer.wording.layouts
    said = composer.paragraphs([layouts[audience]])
    limit = {"words": int(seconds * _WORDS_A_SECOND)}
    text = shortened(said, layouts[f"drop-{audience}"], " ", limit)
    return SelfTold(audience, seconds, round(len(text.split()) / _WORDS_A_SECOND), text)


def _values(profile: Profile, language: Language) -> dict[str, Any]:
    title, past = running(profile.title, language), running(profile.past_title, language)
    return {
        "title": title,
        "a_title": with_article(title),
        "company": _named(profile.company),
        "past_company": _named(profile.past_company),
        "past_title": past,
        "a_past_title": with_article(past),
        "project": _first(profile.projects),
        "clients": _some(profile.clients),
        "topics": _some(profile.topics),
        "advice": _first(profile.advice),
        "offer": _first(profile.offers),
        "need": _first(profile.needs),
    }


def _named(company: str) -> str:
    """Return a house as it is said aloud; a line that is no name is none."""
    name = tidy(company)
    return name if len(name) <= _LONGEST else ""


def _some(items: tuple[str, ...]) -> tuple[str, ...]:
    said = (item.strip().rstrip(".") for item in items if len(item) <= _ENDLESS)
    return tuple(filter(None, said))[:_LISTED]


def _first(items: tuple[str, ...]) -> str:
    return next(iter(_some(items)), "")


def with_article(title: str) -> str:
    """Return an English title as it follows "I'm": "a buyer", "an engineer", "head of sales"."""
    first = title.partition(" ")[0]
    if not first or first.casefold().rstrip(",") in _NO_ARTICLE:
        return title
    spelt = first.isupper() and len(first) > 1
    vowel = (
        first.startswith(_SPELT_WITH_VOWEL)
        if spelt
        else first[0].casefold() in "aeiou" and not title.casefold().startswith(_LIKE_CONSONANTS)
    )
    return f"an {title}" if vowel else f"a {title}"
