"""Answers: which ask each of them belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from entregent.domain.facts import Answered, Asked
from entregent.domain.ids import AskId
from entregent.domain.words import Kind, Reply
from entregent.ledger.matters import continues, matter_of


@dataclass(frozen=True, slots=True)
class PastAsk:
    """An ask that was sent, the last answer to it, and the matter it belongs to."""

    asked: Asked
    answer: Answered | None
    continues: bool
    matter: AskId | None


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An answer with the kind of the ask it answers; None when nothing had been asked."""

    on: date
    reply: Reply
    kind: Kind | None


@dataclass(slots=True)
class _Sheet:
    """The asks of one person while their answers are given out."""

    asks: list[Asked]
    replies: dict[int, Answered]
    waiting: list[int]


_CAUTION = {reply: n for n, reply in enumerate((Reply.YES, Reply.LATER, Reply.NO))}


def settle(
    asks: Iterable[Asked], answers: Iterable[Answered], known: Mapping[AskId, AskId]
) -> tuple[tuple[PastAsk, ...], tuple[PastAnswer, ...]]:
    """Give each answer of one person to an ask of theirs; both are returned oldest first.

    An answer belongs to the latest ask, dated on or before it, that has none yet; when all have
    theirs, it revises the answer to the latest of them. An answer to an ask that continues a
    matter settles what was still waiting in that matter. `known` maps asks to their matters.
    """
    sheet = _Sheet(sorted(asks, key=_asking_order), {}, [])
    given: list[PastAnswer] = []
    arrived = 0
    for answer in sorted(answers, key=_answering_order):
        while arrived < len(sheet.asks) and sheet.asks[arrived].on <= answer.on:
            sheet.waiting.append(arrived)
            arrived += 1
        place = sheet.waiting.pop() if sheet.waiting else arrived - 1
        kind = None
        if place >= 0:
            kind = sheet.asks[place].kind
            _write(sheet, place, answer, known)
        given.append(PastAnswer(answer.on, answer.reply, kind))
    past = [
        PastAsk(asked, sheet.replies.get(n), continues(asked, known), matter_of(asked, known))
        for n, asked in enumerate(sheet.asks)
    ]
    return tuple(past), tuple(given)


def _write(sheet: _Sheet, place: int, answer: Answered, known: Mapping[AskId, AskId]) -> None:
    sheet.replies[place] = answer
    asked = sheet.asks[place]
    if not continues(asked, known):
        return
    matter = matter_of(asked, known)
    for other in [n for n in sheet.waiting if matter_of(sheet.asks[n], known) == matter]:
        sheet.waiting.remove(other)
        sheet.replies[other] = answer


def _asking_order(asked: Asked) -> tuple[date, Kind, str, str, str]:
    return (asked.on, asked.kind, asked.text, asked.ask or "", asked.continues or "")


def _answering_order(answer: Answered) -> tuple[date, int]:
    """Return the day, and of one day's answers the most cautious last."""
    return (answer.on, _CAUTION.get(answer.reply, len(_CAUTION)))
