"""The bundle: all that an evening needs where there is neither network nor book."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from entregent.coach.course import filled
from entregent.coach.listening import ear
from entregent.coach.plays import Course, Move, Play, Text
from entregent.coach.rehearsal import Rehearsal
from entregent.coach.timer import Timer, read_timer
from entregent.domain.events import Event
from entregent.domain.visiting import VisitingCard
from entregent.locale.languages import LANGUAGES, Languages
from entregent.services.desk import Desk
from entregent.services.events.bridging import offline_index
from entregent.services.events.coaching import address_word, known_of_me, plays
from entregent.services.events.keeping import events, which_event
from entregent.services.events.rehearsing import rehearsals
from entregent.services.events.timing import TIMER
from entregent.services.meant import who
from entregent.services.ports import Catalogue
from entregent.services.visiting import Choice, visiting_card


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the bundle holds of the evening. None is not there: no event, no name for a card.

    Plays are in the order they are shown; their phrases say who I am. `ear` recognises them in
    one's own words, as plain data; `bridges` links words heard to what is mine.
    """

    event: Event | None
    card: VisitingCard | None
    address: Text
    plays: tuple[Play, ...]
    ear: Mapping[str, Any]
    rehearsals: tuple[Rehearsal, ...]
    bridges: Mapping[str, Any]
    timer: Timer


def bundle(desk: Desk, catalogue: Catalogue, words: str, choice: Choice) -> Bundle:
    """Gather what the event meant by `words` needs; without words, the nearest if any.

    Raises BookError as `which_event` does where it is named, and event.card-email.
    """
    known = known_of_me(desk)
    told = tuple(plays(catalogue).values())
    languages = Languages.of(catalogue.template("vocabulary/languages"))
    return Bundle(
        event=which_event(desk, words) if words or events(desk) else None,
        card=visiting_card(desk, choice).card if who(desk, "me").names else None,
        address={language: address_word(catalogue, language) for language in LANGUAGES},
        plays=tuple(_with_me(play, known) for play in told),
        ear=ear(
            told,
            catalogue.template("vocabulary/situations"),
            catalogue.template("vocabulary/sayings"),
            languages,
        ),
        rehearsals=tuple(rehearsals(catalogue)),
        bridges=offline_index(desk, catalogue),
        timer=read_timer(catalogue.template(TIMER)),
    )


def _with_me(play: Play, known: Mapping[str, str]) -> Play:
    return replace(play, courses={mode: _told(one, known) for mode, one in play.courses.items()})


def _told(course: Course, known: Mapping[str, str]) -> Course:
    return replace(course, moves=tuple(_said(move, known) for move in course.moves))


def _said(move: Move, known: Mapping[str, str]) -> Move:
    phrases = tuple(
        {voice: filled(text, known) for voice, text in phrase.items()} for phrase in move.phrases
    )
    return replace(move, phrases=phrases)
