"""The road map as JSON that others build on: keys are added, never renamed."""

from entregent.asks.campaign.model import Step
from entregent.cli import json_shapes as shapes
from entregent.cli.roads import Open, Roads
from entregent.domain.reading import Problem
from entregent.locale.wording_plan import wrong_sentence

_PLACES = 6


def document(roads: Roads) -> shapes.Document:
    """Return the whole road map; nothing in it is a number about a person."""
    campaign = roads.campaign
    return {
        "today": campaign.today.isoformat(),
        "weeks": campaign.pace.weeks,
        "asks": [_step(roads, step) for step in campaign.steps],
        "unmet": [_open(one) for one in roads.open()],
        "value": round(campaign.value, _PLACES),
        "bound": round(campaign.bound, _PLACES),
        "gap": round(campaign.gap, _PLACES),
        "greedy": round(campaign.greedy, _PLACES),
        "thanks": [
            {
                "person": shapes.named(roads.names, owed.person),
                "on": owed.on.isoformat(),
                "before": owed.before.isoformat(),
            }
            for owed in campaign.thanks
        ],
        "met": [
            {
                "need": one.need,
                "code": one.code.value,
                "text": roads.met(one),
                "person": shapes.named(roads.names, one.person) if one.person else None,
                "date": shapes.plain(one.on),
            }
            for one in campaign.met
        ],
        "moved": list(campaign.moved),
        "problems": [
            _problem(roads, each, refused.id)
            for refused in roads.road.refused
            for each in refused.problems
        ],
        "remarks": [_problem(roads, each) for each in roads.remarks],
    }


def _step(roads: Roads, step: Step) -> shapes.Document:
    return {
        "need": step.need,
        "ask": step.ask,
        "kind": step.kind.value,
        "person": shapes.named(roads.names, step.person),
        "week": step.week,
        "date": step.on.isoformat(),
        "chain": [shapes.named(roads.names, person) for person in step.chain.people],
        "verdict": step.verdict.value,
        "text": roads.line(step),
        "mind": [
            {"code": reason.code.value, "text": roads.reason(step, reason)} for reason in step.mind
        ],
        "goal": shapes.goal(roads.road.goals[step.need], roads.names),
        "standing": step.standing.value,
    }


def _open(one: Open) -> shapes.Document:
    return {
        "need": one.need,
        "code": one.code.value,
        "text": one.text,
        "until": shapes.plain(one.until),
    }


def _problem(roads: Roads, problem: Problem, need: str | None = None) -> shapes.Document:
    told = {"where": problem.where, "what": wrong_sentence(roads.speech, problem)}
    return {"need": need, **told} if need else told
