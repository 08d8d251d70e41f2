"""The kit: what to get ready for an ask, filled with what is known, said to the owner."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from entregent.drafts.brief import DraftBrief, Voice
from entregent.drafts.compose import composer
from entregent.drafts.facts import fitted
from entregent.drafts.forward import drawn, short
from entregent.drafts.posting import posting
from entregent.drafts.questions import Talk
from entregent.drafts.wording import Wording


def kit(brief: DraftBrief, wording: Wording, talk: Talk) -> tuple[str, ...]:
    """Return what to get ready; what is missing is named as the owner's to add.

    It is said in the language the owner reads; a question stays in the words of the message.
    """
    language = brief.owner_reads or brief.language
    voice = Voice.VOUS if language == "fr" else Voice.FORMAL
    sayer = composer(replace(brief, language=language), wording, voice)
    sayer.holding |= frozenset(_lacks(brief))
    sayer.values |= _facts(brief, talk)
    return tuple(sayer.say_all("item"))


def _facts(brief: DraftBrief, talk: Talk) -> Mapping[str, str | tuple[str, ...]]:
    told = posting(brief.purpose)
    me = brief.me
    return {
        "posting": told.link,
        "reference_number": told.number,
        "project": _first(me.projects, brief),
        "skill": _first(me.topics, brief),
        "client": _first(me.clients, brief),
        "main_question": talk.questions[0] if talk.questions else "",
    }


def _first(items: tuple[str, ...], brief: DraftBrief) -> str:
    """Return the line of my profile that speaks most to the final reader."""
    return next(iter(drawn(items, brief) or fitted(items, brief)), "")


def _lacks(brief: DraftBrief) -> Iterator[str]:
    """Yield what my profile does not say, or says too long."""
    me, told = brief.me, posting(brief.purpose)
    lacking = {
        "no-name": not me.name,
        "no-title": not me.title,
        "no-company": not me.company,
        "no-work": not (me.projects or me.topics or me.clients),
        "no-seeks": not me.seeks,
        "long-lines": short(me) != me,
        f"forward-{brief.reader.language}": brief.reader.language not in ("", brief.language),
        "no-posting": not told.link,
        "no-number": not told.number,
    }
    yield from (word for word, holds in lacking.items() if holds)
