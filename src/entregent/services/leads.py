"""Leads: the ideas that friends gave me, how each ended, and the ask that follows one up."""

from entregent.domain.facts import Fact
from entregent.domain.ids import BatchId
from entregent.domain.upkeep import Lead, LeadEnded
from entregent.ledger.endings import what
from entregent.ledger.leads import Followed, follow
from entregent.services.desk import Desk
from entregent.services.ports import BookError
from entregent.services.recording import record


def note(desk: Desk, lead: Lead) -> BatchId:
    """Keep an idea that somebody gave me: whom, which company or which sector it leads to.

    Raises BookError: person.me, lead.one-place, lead.nothing, lead.giver.
    """
    if desk.book.owner in (lead.person, lead.other):
        raise BookError("person.me")
    places = (lead.other, lead.company, lead.sector)
    if sum(map(bool, places)) > 1:
        raise BookError("lead.one-place")
    if lead.other == lead.person:
        raise BookError("lead.giver")
    if not any((lead.text, *places)):
        raise BookError("lead.nothing")
    return record(desk, [lead], "lead")


def followed(desk: Desk) -> list[Followed]:
    """Return every lead, the open ones first, each group oldest first."""
    facts: list[Fact] = [entry.fact for entry in desk.book.entries((Lead, LeadEnded))]
    leads = [fact for fact in facts if isinstance(fact, Lead)]
    endings = [fact for fact in facts if isinstance(fact, LeadEnded)]
    found = follow(leads, endings, desk.today)
    return sorted(found, key=lambda one: one.ended is not None)


def end(desk: Desk, words: str, text: str) -> tuple[BatchId, LeadEnded]:
    """Keep how a lead ended: that of a number in the list, or of a key. Its giver is to be told.

    Raises BookError: lead.unknown, lead.none.
    """
    lead = _pick(followed(desk), words).lead
    fact = LeadEnded(lead.person, desk.today, what(lead), lead.other, text.strip())
    return record(desk, [fact], "lead ended"), fact


def _pick(leads: list[Followed], words: str) -> Followed:
    word = words.strip().casefold()
    named = (
        one for place, one in enumerate(leads, start=1) if word in (str(place), one.suggestion.key)
    )
    found = next(named, None)
    if found is None:
        raise BookError("lead.unknown" if leads else "lead.none", word=words)
    return found
