"""The coach as the terminal shows it, and as JSON."""

from collections.abc import Mapping, Sequence

from entregent import bootstrap
from entregent.cli.face import Face
from entregent.cli.json_shapes import Document
from entregent.cli.paper import Paper, Touch
from entregent.coach.course import Guidance
from entregent.coach.plays import Play
from entregent.coach.recognise import Heard
from entregent.coach.tables import Flaw
from entregent.locale.languages import Language
from entregent.locale.wording import error_sentence
from entregent.services.events.coaching import address_word


def list_situations(face: Face, known: Mapping[str, Play], unheard: str = "") -> int:
    """Show all situations, each with the sign that tells it; `unheard` were no situation."""
    if face.as_json:
        listed = [_named(face, play) for play in known.values()]
        none: Document = {"situation": None, "mode": None, "signs": [], "moves": [], "avoid": []}
        face.give({**(none if unheard else {}), "situations": listed})
        return 0
    paper = face.paper()
    paper.write(face.say("event.coach.unheard" if unheard else "event.coach.all"))
    for play in known.values():
        paper.air()
        paper.across(play.title[_language(face)], play.code)
        for sign in _telling(face, play)[:1]:
            paper.write(sign, indent=2, touch=Touch.SOFT)
    face.show(paper)
    return 0


def offer(face: Face, some: Sequence[Play]) -> int:
    """Show the situations that may be meant, for the person to choose."""
    paper = face.paper()
    paper.write(face.say("event.coach.unsure"))
    for number, play in enumerate(some, 1):
        paper.air()
        paper.write(play.title[_language(face)], lead=f"{number}. ", touch=Touch.STRONG)
        paper.write(f"entregent event coach {play.code}", indent=3, touch=Touch.SOFT)
    face.show(paper)
    return 0


def sheet(face: Face, told: Guidance, heard: Heard) -> Paper:
    """Lay out a course: first a kind word, then what to do."""
    paper = _opening(face, told)
    for number, move in enumerate(told.moves, 1):
        paper.air()
        paper.write(move.text, lead=f"{number}. ")
        for phrase in move.phrases:
            _say(face, paper, phrase)
    if told.when:
        paper.label(face.say("event.coach.when"))
        paper.write(told.when, indent=2)
    paper.label(face.say("event.coach.avoid"))
    for one in told.avoid:
        paper.write(_avoided(face, one.text, one.why), indent=2, lead="– ")
    paper.label(face.say("event.coach.next"))
    paper.write(told.next, indent=2)
    paper.label(face.say("event.coach.switch"))
    paper.write(told.switch, indent=2)
    paper.label(face.say("event.coach.signs"))
    for sign in told.signs:
        paper.write(sign, indent=2, lead="– ")
    paper.air()
    if word := address_word(bootstrap.catalogue(), _language(face), told.situation):
        paper.write(word, touch=Touch.SOFT)
    if len(heard.codes) > 1:
        paper.write(face.say("event.coach.else", code=heard.codes[1]), touch=Touch.SOFT)
    return paper


def open_live(face: Face, told: Guidance) -> None:
    """Show what a course begins with, before its moves come one at a time."""
    face.show(_opening(face, told))


def show_move(face: Face, told: Guidance, at: int) -> None:
    """Show one move."""
    paper = face.paper()
    paper.write(told.moves[at].text, lead=f"{at + 1}. ")
    for phrase in told.moves[at].phrases:
        _say(face, paper, phrase)
    face.show(paper)


def close_live(face: Face, told: Guidance) -> None:
    """Show what comes after the last move."""
    paper = face.paper()
    paper.label(face.say("event.coach.next"))
    paper.write(told.next, indent=2)
    face.show(paper)


def document(face: Face, told: Guidance, some: Sequence[Play], heard: Heard) -> Document:
    """Return a course as JSON; `choose` names what else may be meant where it is not sure."""
    timing = told.timing
    return {
        "situation": told.situation,
        "mode": told.mode.value,
        "signs": list(told.signs),
        "moves": [{"text": one.text, "phrases": list(one.phrases)} for one in told.moves],
        "avoid": [_avoided(face, one.text, one.why) for one in told.avoid],
        "title": told.title,
        "kind_word": told.kind_word,
        "telling": list(told.telling),
        "timing": timing and {"from": timing.first, "to": timing.last, "text": told.when},
        "next": told.next,
        "switch": told.switch,
        "address": None if told.voice == "en" else told.voice,
        "sure": heard.trust == "sure",
        "choose": [] if heard.trust == "sure" else [_named(face, play) for play in some],
    }


def tried(face: Face, play: Play, flaws: Sequence[Flaw]) -> None:
    """Say what is wrong with a play; or that nothing is."""
    paper = face.paper()
    for flaw in flaws:
        paper.write(error_sentence(face.speech, flaw.key, flaw.details), lead="· ")
    if not flaws:
        paper.write(face.say("event.coach.works", code=play.code))
    face.show(paper)


def verdict(face: Face, play: Play, flaws: Sequence[Flaw]) -> Document:
    """Return as JSON whether a play is written as plays are."""
    return {
        "play": play.code or None,
        "works": not flaws,
        "problems": [
            {
                "code": flaw.key,
                "where": flaw.details["name"],
                "text": error_sentence(face.speech, flaw.key, flaw.details),
            }
            for flaw in flaws
        ],
    }


def _opening(face: Face, told: Guidance) -> Paper:
    paper = face.paper()
    paper.across(told.title, face.say(f"event.coach.mode.{told.mode}"))
    paper.air()
    paper.write(told.kind_word)
    return paper


def _say(face: Face, paper: Paper, phrase: str) -> None:
    paper.write(face.say("event.coach.say", phrase=phrase), indent=3, touch=Touch.STRONG)


def _avoided(face: Face, text: str, why: str) -> str:
    return face.say("event.coach.because", text=text, why=why)


def _named(face: Face, play: Play) -> Document:
    return {
        "situation": play.code,
        "title": play.title[_language(face)],
        "telling": _telling(face, play),
    }


def _telling(face: Face, play: Play) -> list[str]:
    return [sign.text[_language(face)] for sign in play.signs if sign.weight == "telling"]


def _language(face: Face) -> Language:
    return "en" if face.speech.lang == "en" else "fr"
