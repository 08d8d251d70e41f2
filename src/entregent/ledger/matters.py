"""Matters: an ask, and all the asks that continue it."""

from collections.abc import Iterable, Mapping
from datetime import date

from entregent.domain.asking import Goal
from entregent.domain.facts import Asked
from entregent.domain.ids import AskId


def matters(goals: Iterable[Goal], asks: Iterable[Asked]) -> dict[AskId, AskId]:
    """Return, for each ask that continues another, the ask that its matter began with.

    An ask that nothing says to continue another begins its own matter and is left out. Where two
    asks of one id disagree, the later one's word stands, whatever the order they are given in.
    """
    before: dict[AskId, AskId] = {}
    for asked in sorted(asks, key=_asking_order):
        if asked.ask is not None and asked.continues not in (None, asked.ask):
            before[asked.ask] = asked.continues
    for goal in goals:
        if goal.continues is not None:
            before[goal.id] = goal.continues
    return {ask: _beginning(ask, before) for ask in before}


def matter_of(asked: Asked, known: Mapping[AskId, AskId]) -> AskId | None:
    """Return the matter that a sent ask belongs to; None when it stands alone and bears no id."""
    link = asked.ask if asked.ask in known else asked.continues or asked.ask
    return None if link is None else known.get(link, link)


def continues(asked: Asked, known: Mapping[AskId, AskId]) -> bool:
    """Tell whether a sent ask pursues an earlier one's matter."""
    return asked.continues is not None or asked.ask in known


def _asking_order(asked: Asked) -> tuple[date, str, str]:
    return (asked.on, asked.ask or "", asked.continues or "")


def _beginning(ask: AskId, before: Mapping[AskId, AskId]) -> AskId:
    seen = {ask}
    while ask in before and before[ask] not in seen:
        ask = before[ask]
        seen.add(ask)
    return ask
