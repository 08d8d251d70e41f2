"""What others ask of me, said as sentences: verdicts, reasons, my own card."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from entregent.domain.asking import Noted
from entregent.domain.ids import PersonId
from entregent.domain.inbox import Capacity, Requested
from entregent.domain.text import unstopped
from entregent.domain.words import Kind
from entregent.locale.speech import Speech
from entregent.locale.wording import Cast

_NAMED = 3


class Weighable(Protocol):
    """A reason of the rules of taking."""

    @property
    def why(self) -> str:
        """Its code."""
        ...

    @property
    def until(self) -> date | None:
        """The first day on which it no longer holds."""
        ...

    @property
    def facts(self) -> tuple[Noted, ...]:
        """What it rests on."""
        ...

    @property
    def details(self) -> Mapping[str, object]:
        """What its sentence needs beside."""
        ...


def asked_words(speech: Speech, asked: Requested, cast: Cast) -> str:
    """Return what is asked: "introduction to Omar Haddad", "referral at Airbus"."""
    kind = speech.say(f"kind.{asked.kind}")
    if asked.other is not None:
        return speech.say("inbox.asked.person", kind=kind, name=cast.full(asked.other))
    if asked.company:
        return speech.say("inbox.asked.company", kind=kind, company=asked.company)
    return kind


def take_words(speech: Speech, take: str, until: date | None) -> str:
    """Return a verdict in words, with the day it may change where one is known."""
    if until is not None and take == "not-now":
        return speech.say("take.not-now-until", until=until)
    return speech.say(f"take.{take}")


def taking_sentence(speech: Speech, reason: Weighable, asked: Requested, cast: Cast) -> str:
    """Say one reason on whether to take a request."""
    details: dict[str, Any] = dict(reason.details)
    target: PersonId | None = asked.other
    values: dict[str, Any] = {
        "who": cast.short(asked.person),
        "target": cast.full(target) if target is not None else "",
        "kind": speech.say(f"kind.{asked.kind}.a"),
        "what": speech.say(f"kind.{asked.kind}.of"),
        "company": str(details.get("company") or ""),
        "text": str(details.get("text") or ""),
        "names": _answered(speech, reason, cast),
        **{name: details.get(name) for name in ("on", "last", "by")},
        "until": reason.until,
    }
    return speech.say(f"taking.{reason.why}{_variant(reason, values, details)}", **values)


def _variant(reason: Weighable, values: Mapping[str, Any], details: Mapping[str, Any]) -> str:
    """Choose among a code's sentences by what is known."""
    match reason.why:
        case "not-mine" | "at-capacity" if values["text"]:
            return ".words"
        case "boundary" if values["last"] is not None:
            return ".until"
        case "target-unknown" if values["company"]:
            return ".company"
        case "policy-unknown" if details.get("usage"):
            return ".ask"
        case "policy-unknown" | "policy-forbids" if not values["company"]:
            return ".bare"
        case _:
            return ""


def _answered(speech: Speech, reason: Weighable, cast: Cast) -> str:
    """Name whose requests filled a measure, each with its day; never how many."""
    if reason.why != "at-capacity":
        return ""
    facts = [fact for fact in reason.facts if fact.on is not None][-_NAMED:]
    named = [speech.say("taking.answered", name=cast.full(f.person), on=f.on) for f in facts]
    return speech.list(named)


def card_lines(
    speech: Speech, card: "CardLike", *, languages: Sequence[str]
) -> tuple[list[str], str]:
    """Return my card in one language: its lines, and its short form on one line."""
    takes = [speech.say(f"kind.{kind}.a") for kind in card.takes]
    lines = [speech.say("card.plain")]
    if card.refuses and takes:
        lines.append(speech.say("card.takes", kinds=takes))
    lines += [_refusal(speech, one) for one in card.refuses]
    lines += [_measure(speech, one) for one in card.measures]
    if Kind.INTRODUCTION in card.takes:
        lines.append(speech.say("card.introductions"))
    if card.offers:
        lines.append(speech.say("card.offers", offers=list(card.offers)))
    lines += _where(speech, card.email, languages)
    lines.append(speech.say("card.answers"))
    return lines, _short(speech, card, languages)


class CardLike(Protocol):
    """How I like to be asked, as far as it is known."""

    @property
    def email(self) -> str:
        """Where to write to me."""
        ...

    @property
    def takes(self) -> tuple[Kind, ...]:
        """What I take."""
        ...

    @property
    def refuses(self) -> tuple[Capacity, ...]:
        """What I do not take, in my words."""
        ...

    @property
    def measures(self) -> tuple[Capacity, ...]:
        """How much I take in a month."""
        ...

    @property
    def offers(self) -> tuple[str, ...]:
        """What I can give."""
        ...


def _refusal(speech: Speech, one: Capacity) -> str:
    what = speech.say(f"kind.{one.kind}.of") if one.kind else ""
    scope, words = "" if one.kind else "-all", ".words" if one.text else ""
    return speech.say(f"card.refuses{scope}{words}", what=what, text=_bare(one.text))


def measure_words(speech: Speech, one: Capacity) -> str:
    """Return a measure of mine: in my words where I gave some."""
    if one.text:
        return _bare(one.text)
    return speech.say("card.measure-of", n=one.most or 0)


def _measure(speech: Speech, one: Capacity) -> str:
    words = measure_words(speech, one)
    if one.kind is None:
        return speech.say("card.measure", words=words)
    return speech.say("card.measure-kind", kind=speech.say(f"kind.{one.kind}"), words=words)


def _where(speech: Speech, email: str, languages: Sequence[str]) -> list[str]:
    spoken = list(languages)
    if email and spoken:
        return [speech.say("card.where-and-languages", email=email, languages=spoken)]
    if email:
        return [speech.say("card.where", email=email)]
    return [speech.say("card.languages", languages=spoken)] if spoken else []


def _short(speech: Speech, card: CardLike, languages: Sequence[str]) -> str:
    parts = [speech.say("card.short"), *(_refusal(speech, one) for one in card.refuses)]
    return " ".join([*parts, *_where(speech, card.email, languages)])


def _bare(text: str) -> str:
    return unstopped(" ".join(text.split()))
