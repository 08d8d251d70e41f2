"""An association's routing: as text, and as JSON."""

from collections import defaultdict

from entregent.asks.pool.model import MemberId, Request, Routed, Routing, Spread, Unmet
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.locale.wording import problem_sentence
from entregent.services.pooling import Association

_SHOWN = 12
"""So many of a kind are shown; the table has them all."""


def sheet(face: Face, association: Association, routing: Routing, weeks: int) -> Paper:
    """Lay out what is met, how the load lies, who is asked next, and what stays open."""
    paper = face.paper()
    met = len(routing.routed)
    every = met + len(routing.unmet)
    paper.write(
        face.say("pool.met", n=met, every=every, most=routing.bound, weeks=weeks),
        touch=Touch.STRONG,
    )
    if met:
        spread, nearest = routing.spread, routing.nearest
        paper.write(face.say("pool.most", n=spread.most, nearest=nearest.most))
        gini, theirs = (round(100 * one.gini) for one in (spread, nearest))
        paper.write(face.say("pool.even", gini=gini, nearest=theirs), touch=Touch.SOFT)
        paper.label(face.say("pool.next"))
        requests = {one.id: one for one in association.pool.requests}
        for one in routing.routed[:_SHOWN]:
            paper.write(_turns(face, association, requests[one.request], one), lead="· ", indent=2)
        _more(face, paper, met)
    _open(face, paper, association, routing)
    _problems(face, paper, association)
    return paper


def _turns(face: Face, association: Association, request: Request, routed: Routed) -> str:
    names = association.names
    key = "pool.through" if len(routed.turns) > 1 else "pool.direct"
    first, last = routed.turns[0], routed.turns[-1]
    return face.say(
        key,
        asker=names[request.asker],
        wants=association.words[request.id],
        first=names[first.member],
        last=names[last.member],
        on=first.on,
        then=last.on,
    )


def _open(face: Face, paper: Paper, association: Association, routing: Routing) -> None:
    by_code: dict[str, list[Unmet]] = defaultdict(list)
    for one in routing.unmet:
        by_code[one.code].append(one)
    requests = {one.id: one for one in association.pool.requests}
    for code, some in by_code.items():
        paper.label(face.say(f"pool.open.{code}"))
        for one in some[:_SHOWN]:
            request = requests[one.request]
            asker = association.names[request.asker]
            said = face.say(
                "pool.request", id=one.request, asker=asker, wants=association.words[request.id]
            )
            paper.write(said, lead="· ", indent=2)
        _more(face, paper, len(some))


def _problems(face: Face, paper: Paper, association: Association) -> None:
    if not association.problems:
        return
    paper.label(face.say("pool.problems", n=len(association.problems)))
    for problem in association.problems[:_SHOWN]:
        what = problem_sentence(face.speech, problem)
        paper.write(face.say("import.problem", where=problem.where, what=what), indent=2)
    _more(face, paper, len(association.problems))


def _more(face: Face, paper: Paper, count: int) -> None:
    if count > _SHOWN:
        paper.write(face.say("pool.more", n=count - _SHOWN), indent=4, touch=Touch.SOFT)


def document(face: Face, association: Association, routing: Routing) -> shapes.Document:
    """Return the routing as JSON."""
    names = association.names
    gap = 1 - len(routing.routed) / routing.bound if routing.bound else 0.0

    def member(who: MemberId) -> shapes.Document:
        return {"id": who, "name": names[who]}

    return {
        "routed": [
            {
                "request": one.request,
                "asks": [{"member": member(t.member), "date": t.on.isoformat()} for t in one.turns],
            }
            for one in routing.routed
        ],
        "unmet": [
            {"request": one.request, "code": one.code, "text": face.say(f"pool.open.{one.code}")}
            for one in routing.unmet
        ],
        "met": len(routing.routed),
        "bound": routing.bound,
        "gap": round(gap, 6),
        "load": _spread(routing.spread),
        "nearest": _spread(routing.nearest),
        "problems": [
            {"where": one.where, "what": problem_sentence(face.speech, one)}
            for one in association.problems
        ],
    }


def _spread(spread: Spread) -> shapes.Document:
    return {"most": spread.most, "gini": spread.gini}
