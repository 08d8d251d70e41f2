"""The inbox as JSON: keys are added, never renamed."""

from entregent.cli import json_shapes as shapes
from entregent.cli.names import Names
from entregent.domain.inbox import Capacity, Requested
from entregent.ledger.inbox.requests import Closed, Later, Open
from entregent.ledger.inbox.taking import Reason
from entregent.locale.speech import Speech
from entregent.locale.wording_inbox import taking_sentence
from entregent.services.inbox import Answer, Line
from entregent.services.inbox_reading import Nothing, Reading

_STATES = {Open: "open", Later: "later", Closed: "answered"}


def asked(request: Requested, names: Names) -> shapes.Document:
    """Return a request itself."""
    return {
        "id": request.request,
        "person": shapes.named(names, request.person),
        "kind": request.kind.value,
        "text": request.text,
        "for": shapes.named(names, request.other) if request.other else None,
        "company": request.company or None,
        "on": request.on.isoformat(),
        "by": shapes.plain(request.by),
    }


def line(one: Line, speech: Speech, names: Names) -> shapes.Document:
    """Return a request with where it stands and whether to take it."""
    request, weighed = one.request, one.weighed
    answer = request.again if isinstance(request, Open) else request.answer
    return {
        **asked(one.asked, names),
        "number": one.number,
        "state": _STATES[type(request)],
        "answer": answer.response.value if answer else None,
        "answered": shapes.plain(answer.on) if answer else None,
        "verdict": weighed.take.value if weighed else None,
        "until": shapes.plain(weighed.until) if weighed else None,
        "because": [_reason(r, one.asked, speech, names) for r in weighed.because]
        if weighed
        else [],
        "mind": [_reason(r, one.asked, speech, names) for r in weighed.mind] if weighed else [],
    }


def _reason(reason: Reason, request: Requested, speech: Speech, names: Names) -> shapes.Document:
    return {
        "code": reason.why.value,
        "text": taking_sentence(speech, reason, request, names),
        "until": shapes.plain(reason.until),
        "facts": [shapes.noted(fact, names) for fact in reason.facts],
    }


def answer(given: Answer, names: Names) -> shapes.Document:
    """Return an answer with its draft."""
    return {
        "batch": given.batch,
        "request": asked(given.asked, names),
        "answer": given.fact.response.value,
        "until": shapes.plain(given.fact.until),
        "to": shapes.named(names, given.reader.id),
        "draft": shapes.draft(given.draft),
    }


def capacity(one: Capacity) -> shapes.Document:
    """Return a measure of mine; `most` null sets none."""
    kind = one.kind.value if one.kind else None
    return {"kind": kind, "most": one.most, "text": one.text, "on": one.on.isoformat()}


def reading(found: Reading) -> shapes.Document:
    """Return what was understood of a message; null is what it does not tell."""
    if isinstance(found, Nothing):
        return {"request": None, "why": found.why.value}
    person, other = found.person, found.other
    return {
        "request": {
            "kind": found.kind.value,
            "language": found.language,
            "text": found.text,
            "on": found.on.isoformat(),
            "from": {
                "name": found.writer.name or (person.name if person else None),
                "address": found.writer.address or None,
                "person": person.id if person else None,
            },
            "whom": found.whom or None,
            "for": {"id": other.id, "name": other.name} if other else None,
            "company": found.company or None,
            "by": shapes.plain(found.by),
        },
        "why": None,
    }
