"""The road map for a calendar: a private day for each ask, to whom to write and about what."""

from collections.abc import Iterator

from entregent.cli.face import Face
from entregent.cli.roads import Roads
from entregent.domain.days import WholeDay


def days(face: Face, roads: Roads) -> Iterator[WholeDay]:
    """Yield the day of each step; the same need keeps its event when the road map changes."""
    for step in roads.campaign.steps:
        name = roads.names.full(step.person)
        note = face.say("plan.day", ask=roads.handle(step), name=name)
        yield WholeDay(f"plan-{step.ask}@entregent", step.on, roads.line(step), note)
