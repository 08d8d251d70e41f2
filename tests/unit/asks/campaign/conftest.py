"""Plans needs in the world that a test's docstring tells."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from entregent.asks.campaign.model import Campaign, Met, Need, Pace, Roads, Unmet
from entregent.asks.campaign.plan import plan_campaign
from entregent.asks.willingness import willingness
from entregent.domain.ids import ME, AskId
from entregent.domain.upkeep import Planned
from entregent.network.chains import Network

TODAY = "2026-06-01"  # a Monday


@dataclass
class Plan:
    """A road map with names in the place of ids."""

    scene: object
    campaign: Campaign

    @property
    def said(self) -> list[str]:
        """Each step as `need: person day`, in order."""
        return [
            f"{step.need}: {self.scene.name(step.person)} {step.on}" for step in self.campaign.steps
        ]

    @property
    def standing(self) -> dict[str, str]:
        return {step.need: step.standing.value for step in self.campaign.steps}

    @property
    def judged(self) -> dict[str, str]:
        """The verdict of each step on its day, and what to mind."""
        return {
            step.need: " ".join((step.verdict, *(reason.code for reason in step.mind)))
            for step in self.campaign.steps
        }

    def chain(self, need: str) -> list[str]:
        step = next(step for step in self.campaign.steps if step.need == need)
        return [self.scene.name(person) for person in step.chain.people]

    def unmet(self, need: str) -> Unmet:
        return next(one for one in self.campaign.unmet if one.need == need)

    def why(self, need: str) -> str:
        """Why a need is unmet: code, until, because, more, people."""
        one = self.unmet(need)
        names = [self.scene.name(person) for person in one.people]
        words = (one.code, one.until, *one.because, one.more, *names)
        return " ".join(str(word) for word in words if word)

    @property
    def met(self) -> list[Met]:
        return list(self.campaign.met)

    @property
    def kept(self) -> list[Planned]:
        """The plan as the book keeps it."""
        return [
            Planned(step.person, self.campaign.today, step.need, step.ask, step.kind, step.on)
            for step in self.campaign.steps
        ]


@pytest.fixture
def plan(scene) -> Callable[..., Plan]:
    """Return how to plan: each need as `kind target`, `*5` its importance, `<DATE` its deadline."""

    def planned(
        needs: dict[str, str] | list[Need],
        today: str = TODAY,
        former: Iterable[Planned] = (),
        earlier: Iterable[Planned] = (),
        **pace: int,
    ) -> Plan:
        wanted = needs
        if isinstance(needs, dict):
            wanted = [read(scene, name, words) for name, words in needs.items()]
        situation = scene.situation(today)
        ready = {
            who: willingness(situation.histories.get(who), situation.my_tie(who), scene.settings)
            for who in scene.people
        }
        network = Network.of(ME, situation.ties, ready, scene.settings)

        def chains(query):
            return network.chains(
                query.targets,
                query.hops,
                best=None,
                per_connector=1,
                avoid=query.avoid,
                closed=query.closed,
            )

        roads = Roads(chains, ready)
        return Plan(
            scene,
            plan_campaign(situation, wanted, Pace(**pace), roads, tuple(former), tuple(earlier)),
        )

    return planned


def read(scene, name: str, words: str) -> Need:
    kept, importance, by = [], 3, None
    for word in words.split():
        if word.startswith("*"):
            importance = int(word[1:])
        elif word.startswith("<"):
            by = date.fromisoformat(word[1:])
        else:
            kept.append(word)
    goal = scene.goal(" ".join(kept))
    return Need(name, replace(goal, id=AskId(f"goal-{name}"), by=by), importance)
