"""Values of the domain said as sentences: refusals, problems, goals, verdicts, nobody.

Reasons and ties have rooms of their own (`wording_reasons`, `wording_ties`); so has the agenda.
"""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from entregent.domain.asking import (
    Goal,
    Judgement,
    Nobody,
    ToCompany,
    ToPerson,
    ToSector,
    ToTopic,
    Verdict,
)
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.reading import Problem
from entregent.locale.speech import Speech

_PLACES = frozenset(
    {
        "card",
        "row",
        "line",
        "addr",
        "event",
        "url",
        "name",
        "message",
        "activity",
        "relationship",
        "user",
        "day",
        "need",
    }
)
_DAYS = frozenset({"day", "start", "end", "until", "on", "against"})
"""Details that may hold a day."""
MARKS = {Verdict.GO: "●", Verdict.CARE: "◐", Verdict.WAIT: "○", Verdict.NEVER: "✕"}


class Cast(Protocol):
    """Who is called what."""

    owner: PersonId

    def full(self, person: PersonId) -> str:
        """Return the whole name."""
        ...

    def short(self, person: PersonId) -> str:
        """Return the name one speaks by."""
        ...


def error_sentence(speech: Speech, key: str, details: Mapping[str, str]) -> str:
    """Return what went wrong, where, and what to do."""
    own = f"error.{key}"
    if details.get("near") and speech.has(f"{own}-near"):
        own = f"{own}-near"
    if not speech.has(own):
        told = ", ".join(f"{name}: {value}" for name, value in details.items())
        return speech.say("error.unnamed", what=key, details=told)
    values = _values(details)
    if speech.has(f"why.{details.get('why')}"):
        values["why"] = speech.say(f"why.{details['why']}")
    return speech.say(own, **values)


def problem_sentence(speech: Speech, problem: Problem) -> str:
    """Return what could not be read."""
    key = f"problem.{problem.what}"
    if speech.has(key):
        return speech.say(key, **_values(problem.details))
    if speech.has(f"error.{problem.what}"):
        return error_sentence(speech, problem.what, problem.details)
    told = ", ".join([problem.what, *problem.details.values()])
    return speech.say("problem.unnamed", details=told)


def _values(details: Mapping[str, str]) -> dict[str, object]:
    """Return details with their numbers as numbers and their days as days."""
    values: dict[str, object] = dict(details)
    for name, text in details.items():
        if name == "n" and text.isdecimal():
            values[name] = int(text)
        elif name in _DAYS:
            try:
                values[name] = date.fromisoformat(text)
            except ValueError:
                continue
    return values


def place_words(speech: Speech, record: str) -> str:
    """Return a record's place in words: `line=9` is "line 9"."""
    kind, equals, value = record.partition("=")
    return speech.say(f"place.{kind}", value=value) if equals and kind in _PLACES else record


def month_words(speech: Speech, text: str) -> str:
    """Return `2012-09` as "September 2012"; any other words of the owner's as they are."""
    from babel.dates import format_date

    try:
        month = Month.parse(text)
    except ValueError:
        return text
    if "-" not in text:
        return text
    return str(format_date(date(month.year, month.month, 1), "MMMM y", locale=speech.lang))


def goal_sentence(speech: Speech, goal: Goal, cast: Cast) -> str:
    """Return what a goal is after: "an introduction to Omar Haddad"."""
    match goal.target:
        case ToPerson(person=person):
            return speech.say(f"goal.{goal.kind}.person", name=cast.full(person))
        case ToCompany(name=name):
            place = speech.say("goal.place.company", name=name)
        case ToSector(name=name):
            place = speech.say("goal.place.sector", name=name)
        case ToTopic(words=words):
            place = speech.say("goal.place.topic", name=words)
        case _:
            place = speech.say("goal.place.friends")
    return f"{speech.say(f'kind.{goal.kind}.a')} {place}"


def verdict_words(speech: Speech, verdict: Verdict, until: date | None) -> str:
    """Return a verdict in words, with its day where one is known."""
    if verdict is Verdict.WAIT and until is not None:
        return speech.say("verdict.wait-until", until=until)
    return speech.say(f"verdict.{verdict}")


def nobody_sentence(speech: Speech, judgement: Judgement, nobody: Nobody, cast: Cast) -> str:
    """Return that nobody may be asked, and when or why that changes."""
    goal = goal_sentence(speech, judgement.goal, cast)
    if nobody.until is None:
        return speech.say(f"nobody.{nobody.code}", goal=goal)
    first = [c.person for c in judgement.candidates if c.until == nobody.until]
    if first:
        names = [cast.full(person) for person in first]
        return speech.say(f"nobody.{nobody.code}-names", goal=goal, names=names, until=nobody.until)
    return speech.say(f"nobody.{nobody.code}-until", goal=goal, until=nobody.until)


def meanwhile_sentence(speech: Speech, nobody: Nobody) -> str:
    """Return what one may do meanwhile."""
    return speech.say(f"nobody.{nobody.code}.meanwhile")
