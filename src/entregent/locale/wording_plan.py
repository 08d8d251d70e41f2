"""The road map said as sentences: each step, what finds no place, what is under way."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from entregent.domain.asking import Goal, ToFriends, ToPerson
from entregent.domain.ids import PersonId
from entregent.domain.reading import Problem
from entregent.domain.text import capital
from entregent.domain.words import Kind
from entregent.locale.speech import Speech
from entregent.locale.wording import Cast, goal_sentence, place_words, problem_sentence

_DIRECT = 2
"""Me, and the person to reach."""
_HAIR, _LITTLE = 0.0005, 0.01
_HUNDRED = 100


class Open(Protocol):
    """A need that found no place: why, who it speaks of, and what would change it."""

    @property
    def code(self) -> str:
        """Why it has no step."""
        ...

    @property
    def until(self) -> date | None:
        """The first day on which somebody is free."""
        ...

    @property
    def people(self) -> Sequence[PersonId]:
        """Who it speaks of."""
        ...

    @property
    def because(self) -> Sequence[str]:
        """What bars them."""
        ...

    @property
    def more(self) -> str | None:
        """The cap that one more of would make room."""
        ...

    @property
    def same(self) -> str:
        """The need that asks for the same."""
        ...


def asked_sentence(
    speech: Speech, kind: Kind, people: Sequence[PersonId], goal: Goal, cast: Cast
) -> str:
    """Return what the first of a chain of `people` is asked, and what that serves in the end."""
    last = people[-1]
    if len(people) <= _DIRECT:
        alone = goal.target in (ToPerson(last), ToFriends())
        return speech.say(f"kind.{kind}.a") if alone else goal_sentence(speech, goal, cast)
    asked = speech.say("goal.introduction.person", name=cast.full(last))
    if goal.kind is kind:
        return asked
    known = goal.target == ToPerson(last)
    serves = speech.say(f"kind.{goal.kind}.a") if known else goal_sentence(speech, goal, cast)
    return speech.say("plan.step.for", asked=asked, goal=serves)


def open_sentence(speech: Speech, unmet: Open, goal: Goal, cast: Cast) -> str:
    """Return why a need finds no place, and what would change that."""
    values: dict[str, object] = {
        "names": [cast.full(person) for person in unmet.people],
        "why": [speech.say(f"plan.because.{code}") for code in unmet.because],
        "until": unmet.until,
        "by": goal.by,
        "same": unmet.same,
    }
    return speech.say(f"plan.unmet.{unmet.code}{_variant(speech, unmet, goal)}", **values)


def _variant(speech: Speech, unmet: Open, goal: Goal) -> str:
    """Choose among a code's sentences by what is known."""
    match unmet.code:
        case "deadline" if goal.by is not None and goal.by < speech.today:
            return ".past"
        case "waits" | "deadline" if unmet.until is None or not unmet.people:
            return ".bare"
        case "never" if not unmet.people:
            return ".bare"
        case "never" if not unmet.because:
            return ".named"
        case "pace" if unmet.more is not None:
            return f".{unmet.more}"
        case _:
            return ""


def met_sentence(speech: Speech, code: str, goal: str, who: str | None, on: date | None) -> str:
    """Return why a need wants no step: `goal` in words, `who` was asked, and when."""
    known = who is not None and on is not None
    key = f"plan.met.{code}" if known or code == "done" else f"plan.met.{code}.bare"
    return speech.say(key, goal=capital(goal), who=who or "", on=on or speech.today)


def wrong_sentence(speech: Speech, problem: Problem) -> str:
    """Return what is wrong in the file of needs, with its place where one is known."""
    told = problem_sentence(speech, problem)
    if not problem.where:
        return told
    where = capital(place_words(speech, problem.where))
    return speech.say("import.problem", where=where, what=told)


def worth_sentence(speech: Speech, gap: float) -> str:
    """Return how far the road map may be from the best there is."""
    if gap <= _HAIR:
        return speech.say("plan.worth.best")
    if gap <= _LITTLE:
        return speech.say("plan.worth.near")
    return speech.say("plan.worth.off", percent=round(gap * _HUNDRED))
