"""Taking back what I said of a suggestion to the same end, earlier on the same day."""

from dataclasses import replace

from entregent.domain.upkeep import Settled
from entregent.services.desk import Desk


def take_back(desk: Desk, word: Settled) -> None:
    """Drop words like this one but for the day on which the suggestion comes back."""
    said = desk.book.entries((Settled,), person=word.person)
    earlier = [one.id for one in said if isinstance(one.fact, Settled) and _same(one.fact, word)]
    if earlier:
        desk.book.withdraw(earlier)


def _same(one: Settled, word: Settled) -> bool:
    return replace(one, until=word.until) == word
