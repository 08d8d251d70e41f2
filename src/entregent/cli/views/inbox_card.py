"""My card: how I like to be asked, in both languages."""

from dataclasses import replace
from typing import Literal

from entregent import bootstrap
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.domain.inbox import Capacity
from entregent.drafts.purpose import written_in
from entregent.locale.speech import Speech
from entregent.locale.wording_inbox import card_lines
from entregent.services.inbox_cards import Card


def sheet(face: Face, mine: Card, *, form: Literal["long", "short"]) -> Paper:
    """Lay out the card in the language spoken, ready to paste."""
    paper = face.paper()
    lines, short = _told(face.speech, mine)
    for line in lines if form == "long" else [short]:
        paper.write(line)
    paper.air()
    paper.write(face.say("card.note"), touch=Touch.SOFT)
    return paper


def document(face: Face, mine: Card) -> shapes.Document:
    """Return the card in both languages and both forms."""
    told = {}
    for lang in bootstrap.LANGUAGES:
        speech = Speech(lang, bootstrap.sentences(lang), face.speech.today)
        lines, short = _told(speech, mine)
        told[lang] = {"long": "\n".join(lines), "short": short}
    return {"card": told}


def _told(speech: Speech, mine: Card) -> tuple[list[str], str]:
    told = replace(mine, refuses=_said(speech, mine.refuses), measures=_said(speech, mine.measures))
    return card_lines(speech, told, languages=[_named(speech, one) for one in mine.languages])


def _said(speech: Speech, measures: tuple[Capacity, ...]) -> tuple[Capacity, ...]:
    """Leave my own words out where they are in the other language."""
    other = {"fr": "en", "en": "fr"}[speech.lang]
    return tuple(
        replace(one, text="") if written_in(one.text) == other else one for one in measures
    )


def _named(speech: Speech, language: str) -> str:
    """Return a language's name in the language spoken; what is no code stays as it was said."""
    from babel import Locale

    code = language.partition("-")[0].casefold()
    return str(Locale.parse(speech.lang).languages.get(code) or language)
