"""What do you do? The answers, from my profile as the book knows it."""

from dataclasses import dataclass
from typing import Literal

from entregent.domain.facts import Discreet, Need, Offer
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.text import company_key
from entregent.domain.words import Said
from entregent.drafts.brief import Voice
from entregent.drafts.what_i_do import (
    Missing,
    Profile,
    SelfTold,
    answers,
    in_language,
    language_of_voice,
)
from entregent.drafts.wording import parse
from entregent.services.desk import Desk
from entregent.services.meant import who
from entregent.services.ports import Catalogue

_TEMPLATE = "templates/what-i-do"


def profile(desk: Desk) -> Profile:
    """Return what I say of myself; my needs are kept for myself while my search is discreet."""
    me = who(desk, "me")
    owner = me.id
    facts = [entry.fact for entry in desk.book.entries((Need, Offer, Discreet))]
    mine = [fact for fact in facts if isinstance(fact, Need | Offer) and fact.person == owner]
    discreet = any(isinstance(fact, Discreet) for fact in facts)
    held = me.current(desk.today)
    company = held[0].company if held else ""
    past = _past(me, desk, company)
    return Profile(
        title=me.title,
        company=company,
        past_company=past[0],
        past_title=past[1],
        projects=me.projects,
        clients=_details(me, Said.CLIENT),
        topics=me.topics,
        advice=_details(me, Said.ADVICE),
        offers=tuple(fact.text for fact in mine if isinstance(fact, Offer)),
        needs=() if discreet else tuple(fact.text for fact in mine if isinstance(fact, Need)),
    )


@dataclass(frozen=True, slots=True)
class WhatIDo:
    """The answers; what would make them fuller; whether some words were in another language."""

    answers: tuple[SelfTold, ...]
    missing: tuple[Missing, ...]
    foreign: Literal["some", "none"]


def what_i_do(desk: Desk, catalogue: Catalogue, voice: Voice) -> WhatIDo:
    """Return an answer for each audience and length; none where the profile says too little."""
    wording = parse(_TEMPLATE, catalogue.template(_TEMPLATE))
    mine = profile(desk)
    told = in_language(mine, language_of_voice(voice))
    return WhatIDo(
        answers(told, wording, voice, today=desk.today),
        mine.missing,
        "none" if told == mine else "some",
    )


def _details(me: Person, said: Said) -> tuple[str, ...]:
    return tuple(value for kind, value in me.details if kind is said)


def _past(me: Person, desk: Desk, company: str) -> tuple[str, str]:
    """Return the last employer before this one, and the title held there."""
    now = Month.of(desk.today)
    left = [
        held
        for held in me.positions
        if held.end is not None
        and held.end < now
        and held.company
        and company_key(held.company) != company_key(company)
    ]
    last = max(left, key=lambda held: (held.end or now, held.company), default=None)
    return (last.company, last.title) if last else ("", "")
