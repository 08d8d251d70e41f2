"""Leads: the ideas that friends gave me, how each ended, and whether its giver knows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from entregent.domain.ids import PersonId
from entregent.domain.text import fold
from entregent.domain.upkeep import Lead, LeadEnded
from entregent.ledger.endings import what
from entregent.ledger.gift import Gift, What
from entregent.ledger.settling import Suggestion, item_of


@dataclass(frozen=True, slots=True)
class Followed:
    """A lead, how it ended, and the day on which its giver heard of that; None for not yet."""

    lead: Lead
    ended: LeadEnded | None = None
    told: date | None = None

    @property
    def suggestion(self) -> Suggestion:
        """What the lead is known by."""
        lead = self.lead
        return Suggestion(item_of("lead", lead.on, what(lead)), lead.person, lead.other)


def follow(leads: Iterable[Lead], endings: Iterable[LeadEnded], today: date) -> list[Followed]:
    """Return the leads known on `today`, oldest first, in whatever order they were entered.

    An ending belongs to the latest lead of that giver and those words on or before its day; where
    a lead ended twice, the later word stands.
    """
    known = sorted({lead for lead in leads if lead.on <= today}, key=_order)
    last: dict[Lead, LeadEnded] = {}
    told: dict[Lead, date] = {}
    for ending in sorted((one for one in endings if one.on <= today), key=_ending_order):
        lead = next((lead for lead in reversed(known) if _is_of(ending, lead)), None)
        if lead is None:
            continue
        before = last.get(lead)
        last[lead] = ending if ending.text or before is None else before
        if ending.told is not None and ending.told <= today:
            told[lead] = ending.told
    return [Followed(lead, last.get(lead), told.get(lead)) for lead in known]


def untold(followed: Iterable[Followed]) -> Iterator[Gift]:
    """Yield whom to tell how their idea ended."""
    for one in followed:
        if one.ended is not None and one.told is None:
            yield Gift(
                What.LEAD,
                one.lead.person,
                one.ended.on,
                one.suggestion.item,
                one.lead.other,
                text=one.lead.text or what(one.lead),
                more=one.ended.text,
                lead=one.lead,
            )


def _is_of(ending: LeadEnded, lead: Lead) -> bool:
    same = (ending.person, ending.other) == (lead.person, lead.other)
    return same and lead.on <= ending.on and fold(ending.lead) == fold(what(lead))


def _order(lead: Lead) -> tuple[date, str, PersonId, str]:
    return (lead.on, fold(what(lead)), lead.person, lead.other or "")


def _ending_order(ending: LeadEnded) -> tuple[date, date, str]:
    return (ending.on, ending.told or date.min, ending.text)
