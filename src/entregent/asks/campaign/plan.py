"""The plan: which ask goes to whom, through which chain, on which day."""

from collections.abc import Iterable, Sequence

from entregent.asks.campaign.model import Campaign, Need, Pace, Roads
from entregent.asks.situation import Situation
from entregent.domain.upkeep import Planned


def plan_campaign(
    situation: Situation,
    needs: Sequence[Need],
    pace: Pace,
    roads: Roads,
    former: Iterable[Planned] = (),
) -> Campaign:
    """Return the road map of these needs from `situation.today` on.

    `former` are the steps planned before, those already sent too: a step that was not sent yet
    stays where it is unless moving it gains a lot.
    """
    raise NotImplementedError
