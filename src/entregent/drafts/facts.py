"""What a brief says: the conditions that hold, and the values that fill wordings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from babel.dates import format_date

from entregent.domain.asking import Code
from entregent.domain.months import Month
from entregent.domain.text import company_key, small, tokens
from entregent.domain.words import Context
from entregent.drafts import moments, purpose
from entregent.drafts.brief import DraftBrief, Language, Me, Medium, Shared, Voice

_RECENT_DAYS = 90
_NTH = {
    "fr": "première deuxième troisième".split(),
    "en": "first second third".split(),
}
"""How often I asked is told up to three; after that, "often" says it."""
_LISTED = 2
_HEADED = 70
_NOTED = 160
"""How long a purpose may be in a subject, and in a note, in characters."""
_TITLE = re.compile(r"[\w\s'’&/.,()+-]{0,60}")
_EDGES = " .,;:"
_PARTS = re.compile(r"\s+[|•·]\s+")
_FORMS: Mapping[Voice, Literal["tu", "vous"]] = {Voice.TU: "tu", Voice.VOUS: "vous"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def conditions(brief: DraftBrief) -> frozenset[str]:
    """Return the words of the closed set `CONDITIONS` that hold for this brief."""
    return frozenset(_conditions(brief))


def _conditions(brief: DraftBrief) -> Iterator[str]:
    yield brief.kind
    yield f"goal-{brief.aim}"
    yield from brief.codes
    yield brief.medium
    yield "connector" if brief.connector else "direct"
    yield _named(brief)
    if brief.to.closeness:
        yield brief.to.closeness
    if brief.to.context in (Context.PERSONAL, Context.BOTH):
        yield Code.FRIEND
    flags = {
        "far": len(brief.steps) > 1,
        "insider": _insider(brief),
        "worked": brief.to.shared is not None,
        "discreet": brief.discreet == "discreet",
        "recent": _recent(brief),
        "helped": brief.helped is not None,
        "purpose": bool(_purpose(brief)),
        "heading": bool(_purpose(brief)) and purpose.stands_within(_purpose(brief), _HEADED),
        "unknown-me": not (brief.me.title or brief.me.topics or brief.me.projects),
        **moments.flags(brief),
    }
    yield from (word for word, holds in flags.items() if holds)


def _named(brief: DraftBrief) -> str:
    wanted = brief.wanted
    for word in ("topic", "sector"):
        if getattr(wanted, word):
            return f"to-{word}"
    if wanted.person:
        return "to-person"
    return "to-company" if wanted.company else "to-nobody"


def _insider(brief: DraftBrief) -> bool:
    here, there = brief.to.company, brief.wanted.company
    return bool(here and there) and company_key(here) == company_key(there)


def _recent(brief: DraftBrief) -> bool:
    last = brief.last_asked
    return last is not None and 0 <= (brief.today - last).days <= _RECENT_DAYS


def values(brief: DraftBrief) -> dict[str, Any]:
    """Return the facts that wordings may use, by name; what is empty counts as unknown."""
    to, wanted, shared = brief.to, brief.wanted, brief.to.shared
    reader = tidy(brief.steps[-1] if brief.steps else wanted.person)
    return {
        **_mine(brief),
        **moments.values(brief),
        "name": tidy(to.name),
        "given": _called(to.given),
        "company": tidy(to.company),
        "title": running(to.title, brief.language),
        "reader": reader,
        "reader_company": tidy(wanted.company) if reader else "",
        "next": tidy(brief.steps[0]) if brief.steps else "",
        "wanted_company": tidy(wanted.company),
        "sector": tidy(wanted.sector),
        "topic": tidy(wanted.topic),
        "purpose": _purpose(brief),
        "purpose_of_mine": purpose.in_third_person(brief.purpose, brief.language),
        "by": brief.by,
        "nth": _nth(brief),
        "last_asked": brief.last_asked,
        "last_met": _month(brief.last_met, brief.language),
        "helped": brief.helped,
        "since_year": _year(to.since),
        "shared_company": tidy(shared.company) if shared else "",
        "shared_years": _years(shared, brief.language),
        "shared_projects": shared.projects if shared else (),
        "keep_for": brief.keep_for,
        "comes_back": _comes_back(brief),
    }


def tidy(text: str) -> str:
    """Return a name as it can stand before any mark: single spaces, and no stop at its end."""
    return " ".join(text.split()).strip(_EDGES)


def _called(given: str) -> str:
    """Return a given name; an initial is none."""
    name = tidy(given)
    return name if len(name) > 1 else ""


def legible(me: Me, language: Language) -> Me:
    """Return me without the lines of my profile that are surely in the other language.

    A title in English stays in French, where such titles are usual.
    """

    def kept(lines: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(line for line in lines if purpose.readable_in(line, language))

    english = language == "en"
    return replace(
        me,
        title=me.title if not english or purpose.readable_in(me.title, "en") else "",
        seeks=me.seeks if purpose.readable_in(me.seeks, language) else "",
        projects=kept(me.projects),
        topics=kept(me.topics),
        clients=kept(me.clients),
    )


def _mine(brief: DraftBrief) -> dict[str, Any]:
    me = legible(brief.me, brief.language)
    return {
        "me_name": tidy(me.name),
        "me_given": _called(me.given) or tidy(me.name),
        "me_title": running(me.title, brief.language),
        "me_company": tidy(me.company),
        "me_email": me.email,
        "me_seeks": tidy(me.seeks),
        "me_projects": fitted(me.projects, brief),
        "me_topics": fitted(me.topics, brief),
        "me_clients": fitted(me.clients, brief),
    }


def fitted(items: tuple[str, ...], brief: DraftBrief) -> tuple[str, ...]:
    """Return at most two items, those that speak the final reader's words first."""
    wanted = brief.wanted
    about = (wanted.company, wanted.title, wanted.sector, wanted.topic, brief.purpose)
    words = {word for text in about for word in tokens(text) if len(word) > _LISTED}
    tidied = filter(None, map(tidy, items))
    ranked = sorted(tidied, key=lambda item: words.isdisjoint(tokens(item)))
    return tuple(ranked[:_LISTED])


def running(title: str, language: str) -> str:
    """Return a title as it stands inside a sentence: "acheteuse", but "DRH".

    Of a headline in several parts ("Buyer | reuse") only the first stands; in English a title
    written in capitals keeps them ("Category Manager"). What is no title (a slogan, signs) is "".
    """
    title = tidy(_PARTS.split(title, maxsplit=1)[0])
    if not _TITLE.fullmatch(title):
        return ""
    first, _, rest = title.partition(" ")
    named = language == "en" and any(word[:1].isupper() for word in rest.split())
    kept = first[1:] != first[1:].lower() or len(first) == 1
    return title if named or kept else small(title)


def _purpose(brief: DraftBrief) -> str:
    """Return the purpose for the person written to; empty when its "you" is somebody else."""
    if brief.connector:
        form: Literal["tu", "vous", "you"] | None = "you"
    else:
        form = _FORMS.get(brief.voice)
    if form and purpose.speaks_to(brief.purpose, form):
        return ""
    said = purpose.said(brief.purpose, brief.language)
    roomy = brief.medium is Medium.EMAIL
    return said if roomy or purpose.stands_within(said, _NOTED) else ""


def known(value: object) -> bool:
    """Tell whether a fact is there to be said."""
    return value not in (None, "", ())


def _nth(brief: DraftBrief) -> str:
    ordinals = _NTH[brief.language]
    return ordinals[brief.times_asked] if 0 < brief.times_asked < len(ordinals) else ""


def _comes_back(brief: DraftBrief) -> str:
    """Return "in June" for the first of a month, else "from 14 June"; the year if it is another."""
    day, language = brief.until, brief.language
    if day is None:
        return ""
    year = "" if day.year == brief.today.year else " y"
    if day.day == 1:
        month = format_date(day, f"MMMM{year}", locale=language)
        return f"en {month}" if language == "fr" else f"in {month}"
    words = format_date(day, f"d MMMM{year}", locale=language)
    return f"à partir du {words}" if language == "fr" else f"from {words}"


def _month(day: date | None, language: str) -> str:
    return format_date(day, "MMMM y", locale=language) if day else ""


def _year(since: str) -> str:
    found = _YEAR.search(since)
    return found[0] if found else ""


def _years(shared: Shared | None, language: str) -> str:
    if shared is None or shared.start is None:
        return ""
    start, end = shared.start.year, _end(shared.end)
    if end is None:
        return f"à partir de {start}" if language == "fr" else f"from {start}"
    if start == end:
        return f"en {start}" if language == "fr" else f"in {start}"
    return f"de {start} à {end}" if language == "fr" else f"from {start} to {end}"


def _end(month: Month | None) -> int | None:
    return month.year if month else None
