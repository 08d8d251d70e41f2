"""What my asks leave to do: wait, come back, write once more, let go, thank."""

from collections.abc import Iterator
from datetime import date, timedelta

from entregent.domain.facts import Asked
from entregent.domain.ids import PersonId
from entregent.domain.upkeep import Settling
from entregent.domain.words import Kind, Reply
from entregent.ledger.agenda.item import AgendaItem, Due, View
from entregent.ledger.history import History
from entregent.ledger.settling import Suggestion, item_of


def thanks(history: History) -> Iterator[AgendaItem]:
    """Yield that they helped and were not thanked."""
    helped = history.unthanked
    if helped is not None:
        item = item_of("thanks", helped.on)
        yield AgendaItem(Due.THANKS, helped.on, history.person, text=helped.text, item=item)


def come_back(history: History, view: View) -> Iterator[AgendaItem]:
    """Yield whom to come back to: for as long again as one waited, unless one asked since."""
    answer, wait = history.latest_answer, timedelta(days=view.settings.later_days)
    if answer is None or answer.reply is not Reply.LATER:
        return
    asked_since = any(past.asked.on > answer.on for past in history.asks)
    on = answer.on + wait
    if on <= view.until and view.today < on + wait and not asked_since:
        item = item_of("come-back", answer.kind, answer.on)
        yield AgendaItem(Due.COME_BACK, on, history.person, answer.kind, item=item)


def unanswered(history: History, view: View) -> Iterator[AgendaItem]:
    """Yield what to do about an ask that nobody answers: let it go, or write once more.

    Who wrote once more waits as long again, and is never told to write a third time.
    """
    asked = history.awaited
    if asked is None:
        return
    chosen, written = view.settings, _written_again(history, asked, view)
    last = written or asked.on
    over = asked.on + timedelta(days=chosen.no_days)
    ready = last + timedelta(days=chosen.follow_up_days)
    day = max(ready, view.today)
    if day > view.until or day >= over:
        return
    fresh = day < asked.on + timedelta(days=chosen.unanswered_days)
    due = Due.FOLLOW_UP if written is None and fresh else Due.LET_GO
    told = (asked.kind, asked.text, asked.ask, item_of("unanswered", asked.kind, asked.on))
    yield AgendaItem(due, asked.on, history.person, *told, ready=ready)


def rest(history: History, view: View) -> Iterator[AgendaItem]:
    """Yield the end of their rest."""
    taken = history.rest
    if taken is not None and taken.until <= view.until:
        sent, item = taken.asked, item_of("rest", taken.until)
        told = (sent.kind, sent.text, sent.ask, item)
        yield AgendaItem(Due.REST_ENDS, taken.until, history.person, *told)


def once_more(person: PersonId | None, kind: Kind | None, asked: date) -> Suggestion:
    """Return what it is called that I wrote once more about an ask of mine."""
    return Suggestion(item_of("once-more", kind, asked), person)


def _written_again(history: History, asked: Asked, view: View) -> date | None:
    """Return the day I wrote once more: I said so, or the ask continues one not answered."""
    word = view.settlings.word(once_more(history.person, asked.kind, asked.on))
    if word is not None and word.settling is Settling.DONE:
        return word.on
    last = history.asks[-1]
    before = [past for past in history.asks[:-1] if past.answer is None]
    again = last.continues and any(past.matter == last.matter for past in before)
    return asked.on if again else None
