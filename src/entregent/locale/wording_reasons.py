"""Reasons as sentences: a fact with its date, in one breath, nothing guessed about anybody."""

from collections.abc import Iterable, Mapping
from typing import Any

from entregent.domain.asking import Code, Goal, Reason
from entregent.domain.ids import PersonId
from entregent.domain.words import Kind
from entregent.locale.speech import Speech
from entregent.locale.wording import Cast, goal_sentence

_NAMED = 2
_DAY_OF: Mapping[Code, str] = {
    Code.WAS_UNCOMFORTABLE: "answered",
    Code.RESTING: "asked",
    Code.ONLY_WAY: "asked",
    Code.THANKS_OWED: "on",
    Code.UNANSWERED: "asked",
    Code.SAID_LATER: "answered",
    Code.SAID_NO: "answered",
    Code.DORMANT: "last",
}
"""Codes whose sentence names the day of what happened, and the detail that holds it."""


def reason_sentence(
    speech: Speech, reason: Reason, person: PersonId, kind: Kind, cast: Cast
) -> str:
    """Say why: `person` is the candidate, `kind` what they would be asked."""
    details: dict[str, Any] = dict(reason.details)
    told = details.get("kind") or kind
    values: dict[str, Any] = {
        "who": cast.short(person),
        "kind": speech.say(f"kind.{told}.a"),
        "what": speech.say(f"kind.{told}.of"),
        "company": str(details.get("company") or ""),
        "text": str(details.get("text") or ""),
        "on": details.get(_DAY_OF.get(reason.code, "")),
        "until": reason.until,
    }
    match reason.code:
        case Code.BOUNDARY:
            return _boundary(speech, details, person, kind, cast)
        case Code.KEEP_FOR:
            return _kept(speech, details.get("goals", ()), values, cast)
        case Code.BLURRED if "friend" in details:
            friend = cast.full(details["friend"])
            return speech.say("reason.blurred.friend", friend=friend, **values)
        case Code.BUSY:
            values["last"] = details["last"]
    return speech.say(_key(reason, values, details), **values)


def _key(reason: Reason, values: dict[str, Any], details: dict[str, Any]) -> str:
    """Choose among a code's sentences by what is known."""
    variant = ""
    match reason.code:
        case Code.LEFT_OUT:
            variant = f".{details['how']}"
        case Code.THANKS_OWED if values["text"]:
            variant = ".for"
        case Code.SAID_NO if reason.until is None:
            variant = ".past"
        case Code.POLICY_UNKNOWN if not values["company"]:
            variant = ".bare"
        case Code.POLICY_UNKNOWN if details.get("usage"):
            variant = ".ask"
        case Code.DORMANT if values["on"] is None:
            variant = ".never"
    return f"reason.{reason.code}{variant}"


def _boundary(
    speech: Speech, details: Mapping[str, Any], person: PersonId, kind: Kind, cast: Cast
) -> str:
    """Tell what who asked not to be asked, and until when; by their whole name if not `person`."""
    by: PersonId = details["by"]
    kinds: Iterable[Kind] = details["kinds"]
    covered = [kind] if kind in kinds else sorted(kinds)
    values = {
        "who": cast.short(by) if by == person else cast.full(by),
        "what": speech.say(f"kind.{covered[0]}.of") if covered else "",
        "last": details["last"],
    }
    key = "reason.boundary" if covered else "reason.boundary.all"
    return speech.say(f"{key}.until" if details["last"] else key, **values)


def _kept(speech: Speech, goals: Iterable[Goal], values: dict[str, Any], cast: Cast) -> str:
    """Name the other goals that this person is the way to, two at most."""
    named = [goal_sentence(speech, goal, cast) for goal in goals]
    key = "reason.keep-for" if len(named) <= _NAMED else "reason.keep-for.more"
    return speech.say(key, goals=named[:_NAMED], **values)
