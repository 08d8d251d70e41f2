"""A road map with everything a face says of it: steps, reasons and open needs in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from entregent.asks.campaign.model import Met, Step, UnmetCode
from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.short import short
from entregent.domain.asking import Reason
from entregent.domain.reading import Problem
from entregent.locale.wording import goal_sentence
from entregent.locale.wording_plan import (
    asked_sentence,
    met_sentence,
    open_sentence,
    wrong_sentence,
)
from entregent.locale.wording_reasons import reason_sentence
from entregent.services.desk import Desk
from entregent.services.planning import RoadMap

WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Open:
    """A need without a step, as it is told."""

    need: str
    code: UnmetCode
    text: str
    goal: str = ""
    until: date | None = None


class Roads:
    """One road map, worded."""

    def __init__(self, face: Face, desk: Desk, road: RoadMap, remarks: tuple[Problem, ...]) -> None:
        """Take a road map, the book it was drawn from, and what was passed over in its file."""
        self.speech = face.speech
        self.road = road
        self.campaign = road.campaign
        self.names = Names(desk, road.known.situation.people)
        self.remarks = remarks
        self.rest = timedelta(days=desk.settings.rest_days)
        self.written = desk.now

    @property
    def weeks(self) -> list[date]:
        """The first day of each week."""
        return [self.campaign.today + number * WEEK for number in range(self.campaign.pace.weeks)]

    @property
    def last(self) -> date:
        """The last day of the road map."""
        return self.campaign.today + self.campaign.pace.weeks * WEEK - _DAY

    def goal(self, need: str) -> str:
        """Return what a need is after."""
        return goal_sentence(self.speech, self.road.goals[need], self.names)

    def asked(self, step: Step) -> str:
        """Return what the person of a step is asked."""
        goal = self.road.goals[step.need]
        return asked_sentence(self.speech, step.kind, step.chain.people, goal, self.names)

    def line(self, step: Step) -> str:
        """Return a step as one line: to whom to write, and about what."""
        name = self.names.full(step.person)
        return self.speech.say("plan.step", name=name, asked=self.asked(step))

    def reason(self, step: Step, reason: Reason) -> str:
        """Return what to mind at a step."""
        return reason_sentence(self.speech, reason, step.person, step.kind, self.names)

    def handle(self, step: Step) -> str:
        """Return the short id by which `draft` and `record` know the plan of a step."""
        held = {goal.id for goal in self.road.known.goals}
        return short(step.ask, held | {one.ask for one in self.campaign.steps})

    def met(self, met: Met) -> str:
        """Return why a need wants no step."""
        who = None if met.person is None else self.names.full(met.person)
        return met_sentence(self.speech, met.code, self.goal(met.need), who, met.on)

    def open(self) -> Iterator[Open]:
        """Yield the needs without a step, those that cannot be planned as written last."""
        for one in self.campaign.unmet:
            text = open_sentence(self.speech, one, self.road.goals[one.need], self.names)
            yield Open(one.need, one.code, text, self.goal(one.need), one.until)
        for refused in self.road.refused:
            told = [wrong_sentence(self.speech, each) for each in refused.problems]
            unknown = all(each.what.startswith("person.un") for each in refused.problems)
            code = UnmetCode.UNKNOWN_PERSON if unknown else UnmetCode.BAD_NEED
            yield Open(refused.id, code, " · ".join(told))
