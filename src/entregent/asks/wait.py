"""Reasons to wait before asking somebody."""

from datetime import timedelta

from entregent.asks.case import Case, note_ask, note_help
from entregent.domain.asking import Code, Noted, Reason, Verdict
from entregent.domain.words import Reply

_MONTH = 30


def resting(case: Case) -> Reason | None:
    """Let them rest when I asked not long ago, unless this is the same matter.

    Whether somebody else can serve is not known here: see `judge`.
    """
    rest = case.history.rest
    if rest is None or case.same_matter:
        return None
    asked = rest.asked
    return Reason(
        Code.RESTING,
        Verdict.WAIT,
        rest.until,
        (note_ask(asked),),
        {
            "asked": asked.on,
            "kind": asked.kind,
            "text": asked.text,
            "times": case.history.asked_lately,
            "month": sum(case.history.age(past.asked.on) < _MONTH for past in case.history.asks),
        },
    )


def thanks_owed(case: Case) -> Reason | None:
    """Thank first for help that was not thanked."""
    helped = case.history.unthanked
    if helped is None:
        return None
    details = {"text": helped.text, "on": helped.on}
    return Reason(Code.THANKS_OWED, Verdict.WAIT, None, (note_help(helped),), details)


def unanswered(case: Case) -> Reason | None:
    """Wait while the last ask has no answer."""
    asked, period = case.history.awaited, case.situation.settings.unanswered_days
    if asked is None or case.history.age(asked.on) >= period:
        return None
    return Reason(
        Code.UNANSWERED,
        Verdict.WAIT,
        asked.on + timedelta(days=period),
        (note_ask(asked),),
        {"asked": asked.on, "kind": asked.kind, "text": asked.text},
    )


def said_later(case: Case) -> Reason | None:
    """Wait when they answered "later", not long ago."""
    answer, period = case.history.latest_answer, case.situation.settings.later_days
    if answer is None or answer.reply is not Reply.LATER or case.history.age(answer.on) >= period:
        return None
    return Reason(
        Code.SAID_LATER,
        Verdict.WAIT,
        answer.on + timedelta(days=period),
        (Noted(case.person, "answered", answer.on, answer.reply.value),),
        {"answered": answer.on, "kind": answer.kind},
    )


def said_no(case: Case) -> Reason | None:
    """Wait after a no to this kind, then take care until something else happens."""
    answer = case.history.answer_about(case.kind)
    if answer is None or answer.reply is not Reply.NO:
        return None
    facts = (Noted(case.person, "answered", answer.on, answer.reply.value),)
    details = {"answered": answer.on, "kind": case.kind}
    free = answer.on + timedelta(days=case.situation.settings.no_days)
    if case.situation.today < free:
        return Reason(Code.SAID_NO, Verdict.WAIT, free, facts, details)
    tie = case.tie
    met = tie is not None and tie.last is not None and tie.last > answer.on
    if met or case.history.happened_since(answer.on):
        return None
    return Reason(Code.SAID_NO, Verdict.CARE, None, facts, details)
