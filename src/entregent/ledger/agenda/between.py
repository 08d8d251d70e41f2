"""What there is to do for others: answer, introduce, give."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from entregent.domain.ids import RequestId
from entregent.domain.inbox import Party, Requested, Responded
from entregent.ledger import introduction_errands as errands
from entregent.ledger.agenda.item import AgendaItem, Due, View
from entregent.ledger.gift import Gift, What
from entregent.ledger.inbox.requests import Later, Open, Request
from entregent.ledger.introduction_errands import Errand
from entregent.ledger.introductions import Introduction
from entregent.ledger.settling import item_of

_FEW = 2
"""How many things to give an agenda tells at most, so that it never becomes a second job."""
_OF_ONE = (Errand.TELL, Errand.WITHHELD)
"""What concerns only who waits for a word: the other side is not spoken of."""


def requests(
    asked: Iterable[Request], introduced: Collection[RequestId], view: View
) -> Iterator[AgendaItem]:
    """Yield who waits for my answer, and to whom I said "later", for its day.

    A request that an introduction answers is pursued as that introduction.
    """
    for one in asked:
        if one.asked.request in introduced:
            continue
        match one:
            case Open(asked=request, again=None):
                yield _request(request)
            case Open(asked=request, again=Responded() as answer):
                yield _again(request, answer, view.today)
            case Later(asked=request, answer=answer, until=until) if until <= view.until:
                yield _again(request, answer, until)
            case _:
                pass


def _request(asked: Requested) -> AgendaItem:
    return AgendaItem(
        *(Due.REQUEST, asked.on, asked.person, asked.kind, asked.text),
        item=item_of("request", asked.request),
        by=asked.by,
        request=asked.request,
    )


def _again(asked: Requested, answer: Responded, day: date) -> AgendaItem:
    return AgendaItem(
        *(Due.REQUEST_AGAIN, answer.on, asked.person, asked.kind, asked.text),
        item=item_of("request-again", asked.request, answer.on),
        ready=day,
        request=asked.request,
    )


def introductions(
    found: Iterable[tuple[Introduction, Iterable[errands.Due]]], view: View
) -> Iterator[AgendaItem]:
    """Yield what each introduction asks of me, the side it concerns first."""
    for one, dues in found:
        for due in dues:
            if due.on <= view.until:
                yield errand(one, due)


def gifts(found: Iterable[Gift]) -> Iterator[AgendaItem]:
    """Yield a few things to give: birthdays first, then what comes first of the others.

    Thanks are not among them, for they stand by themselves; whose turn it is does not press.
    """
    others = [gift for gift in found if gift.what not in (What.THANKS, What.TURN)]
    others.sort(key=lambda gift: gift.what is not What.BIRTHDAY)
    for gift in others[:_FEW]:
        yield AgendaItem(
            *(Due.GIFT, gift.on, gift.person),
            item=gift.item,
            other=gift.other,
            by=gift.on if gift.what is What.BIRTHDAY else None,
            gift=gift,
        )


def errand(one: Introduction, due: errands.Due) -> AgendaItem:
    """Return what an introduction asks of me as one thing to do."""
    again = due.errand is Errand.NO_WORD and len(due.choices) == 1
    side = due.party or Party.PERSON
    other = Party.OTHER if side is Party.PERSON else Party.PERSON
    return AgendaItem(
        Due.INTRODUCTION,
        due.on,
        one.at(side),
        item=item_of("introduction", one.id, due.errand, due.on),
        other=None if due.errand in _OF_ONE else one.at(other),
        introduction=one.id,
        errand=f"{due.errand}-again" if again else due.errand.value,
    )
