"""What to do now, at an event: which situation one is in, and its course."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from entregent.coach.play_reader import proof, read_play
from entregent.coach.plays import Play
from entregent.coach.recognise import Heard, Listener, named
from entregent.coach.tables import Flaw
from entregent.domain.events import Mode
from entregent.domain.portrait import NAMELESS
from entregent.locale.french import typography
from entregent.locale.languages import Language, Languages
from entregent.services.desk import Desk
from entregent.services.events.keeping import events, which_event
from entregent.services.given_names import given_name
from entregent.services.meant import who
from entregent.services.ports import Catalogue

_LATE = timedelta(days=1)
"""An evening goes on past midnight."""


def plays(catalogue: Catalogue) -> Mapping[str, Play]:
    """Return the plays by their codes, in the order they are shown."""
    codes = catalogue.template("playbook/index")["plays"]
    return {code: read_play(code, catalogue.template(f"playbook/{code}")) for code in codes}


def listener(catalogue: Catalogue) -> Listener:
    """Return what recognises situations in people's own words."""
    languages = Languages.of(catalogue.template("vocabulary/languages"))
    cues = catalogue.template("vocabulary/situations")
    sayings = catalogue.template("vocabulary/sayings")
    return Listener(tuple(plays(catalogue).values()), cues, sayings, languages)


def hear(catalogue: Catalogue, known: Mapping[str, Play], said: str) -> Heard:
    """Return what situations a text speaks of; called by its name, no vocabulary is read."""
    return named(known.values(), said) or listener(catalogue).hear(said)


def address_word(catalogue: Catalogue, language: Language, situation: str = "") -> str:
    """Return a word on choosing between *tu* and *vous*; "" in a situation where it is unsaid."""
    told = catalogue.template("playbook/index")["address"]
    if situation in told["unsaid"]:
        return ""
    said: str = told[language]
    return typography(said) if language == "fr" else said


def mode_there(desk: Desk, words: str = "") -> Mode | None:
    """Return what one came for at the event meant, or at the one of today or to come; else None.

    Raises BookError: event.none, event.unknown, event.ambiguous, where words name an event.
    """
    if words.strip():
        return which_event(desk, words).mode
    near = any(event.day >= desk.today - _LATE for event in events(desk))
    return which_event(desk).mode if near else None


def known_of_me(desk: Desk) -> Mapping[str, str]:
    """Return what phrases leave open, as far as the book knows it."""
    me = given_name(who(desk, "me"))
    return {"me": me} if me != NAMELESS else {}


def try_play(name: str, table: Mapping[str, Any]) -> tuple[Play, tuple[Flaw, ...]]:
    """Hold a play's file called `name` against how plays are written."""
    return proof(name, table)
