"""The road map on one sheet: the thanks first, then week by week, then what finds no place."""

from collections.abc import Sequence
from itertools import groupby

from entregent.asks.campaign.model import Step
from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.cli.roads import WEEK, Roads
from entregent.cli.views.plan_picture import picture
from entregent.domain.text import capital
from entregent.locale.wording import MARKS
from entregent.locale.wording_plan import worth_sentence, wrong_sentence

_MIND = 2
_SHOWN = 12
_DIRECT = 3
"""Me, somebody, and whom they lead to: the words of the ask say it all."""


def sheet(face: Face, roads: Roads, *, after: Sequence[str] = ()) -> Paper:
    """Lay out the whole road map; `after` are the last lines."""
    paper = face.paper()
    start, end = roads.campaign.today, roads.last
    paper.write(face.say("plan.title", start=start, end=end), touch=Touch.STRONG)
    _thanks(paper, face, roads)
    _weeks(paper, face, roads)
    _open(paper, face, roads)
    _under_way(paper, face, roads)
    _remarks(paper, face, roads)
    if roads.campaign.steps:
        paper.label(face.say("plan.picture"))
        picture(paper, face, roads)
    _how_good(paper, face, roads)
    if after:
        paper.air()
    for line in after:
        paper.write(line, touch=Touch.SOFT)
    return paper


def _thanks(paper: Paper, face: Face, roads: Roads) -> None:
    if not roads.campaign.thanks:
        return
    paper.label(face.say("plan.thanks"))
    for owed in roads.campaign.thanks:
        who = roads.names.full(owed.person)
        text = face.say("plan.thanks-owed", who=who, on=owed.on, before=owed.before)
        paper.write(text, indent=2, lead="· ")


def _weeks(paper: Paper, face: Face, roads: Roads) -> None:
    if not roads.campaign.steps:
        paper.air()
        paper.write(face.say("plan.nothing"))
    for week, steps in groupby(roads.campaign.steps, key=lambda step: step.week):
        first = roads.weeks[week - 1]
        paper.label(face.say("plan.week", start=first, end=first + WEEK - WEEK / 7))
        for step in steps:
            _step(paper, face, roads, step)


def _step(paper: Paper, face: Face, roads: Roads, step: Step) -> None:
    name, day = roads.names.full(step.person), face.speech.date(step.on, "weekday")
    paper.across(name, day, indent=2, lead=f"{MARKS[step.verdict]} ")
    paper.write(capital(roads.asked(step)), indent=4)
    purpose = roads.road.goals[step.need].purpose
    if purpose:
        paper.write(face.say("ask.for", purpose=purpose), indent=4, touch=Touch.SOFT)
    if len(step.chain.people) > _DIRECT:
        names = [face.say("you"), *map(roads.names.full, step.chain.people[1:])]
        path = " → ".join(one.replace(" ", "\u00a0") for one in names)
        paper.write(path, indent=4, touch=Touch.SOFT)
    for reason in step.mind[:_MIND]:
        paper.write(roads.reason(step, reason), indent=4, lead="· ")


def _open(paper: Paper, face: Face, roads: Roads) -> None:
    found = list(roads.open())
    if not found:
        return
    paper.label(face.say("plan.unmet"))
    for one in found[:_SHOWN]:
        if one.goal:
            paper.write(capital(one.goal), indent=2, lead="○ ")
            paper.write(one.text, indent=4)
        else:
            paper.write(one.text, indent=2, lead="✕ ")
    _more(paper, face, len(found))


def _under_way(paper: Paper, face: Face, roads: Roads) -> None:
    if not roads.campaign.met:
        return
    paper.label(face.say("plan.met"))
    for one in roads.campaign.met:
        paper.write(roads.met(one), indent=2, lead="· ")


def _remarks(paper: Paper, face: Face, roads: Roads) -> None:
    if not roads.remarks:
        return
    paper.label(face.say("plan.remarks"))
    for remark in roads.remarks[:_SHOWN]:
        paper.write(wrong_sentence(face.speech, remark), indent=2, lead="· ")
    _more(paper, face, len(roads.remarks))


def _more(paper: Paper, face: Face, number: int) -> None:
    if number > _SHOWN:
        paper.write(face.say("plan.more", n=number - _SHOWN), indent=4, touch=Touch.SOFT)


def _how_good(paper: Paper, face: Face, roads: Roads) -> None:
    """Say how far this is from the best there is, and what changed since the last time."""
    if roads.campaign.steps:
        paper.air()
        paper.write(worth_sentence(face.speech, roads.campaign.gap))
    moved = [roads.goal(need) for need in roads.campaign.moved if need in roads.road.goals]
    if moved:
        paper.air()
        paper.write(face.say("plan.moved", n=len(moved), what=moved))
