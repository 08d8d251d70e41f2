"""Promises: which of them are still open."""

from collections.abc import Iterable, Sequence
from datetime import date

from entregent.domain.text import fold, tokens
from entregent.domain.upkeep import Kept, Promised


def open_promises(
    promised: Iterable[Promised], kept: Iterable[Kept], today: date
) -> tuple[Promised, ...]:
    """Return the promises that nobody kept by `today`, oldest first, in whatever order given.

    A word that one was kept counts for what was promised on that day or before.
    """
    waiting = sorted((one for one in promised if one.on <= today), key=_promising_order)
    for word in sorted((one for one in kept if one.on <= today), key=_keeping_order):
        before = [one for one in waiting if one.on <= word.on and _same_side(one, word)]
        fulfilled = meant(before, word.text)
        if fulfilled is not None:
            waiting.remove(fulfilled)
    return tuple(waiting)


def meant(promises: Sequence[Promised], words: str) -> Promised | None:
    """Return the promise that `words` name, the first given of those that fit; None when none does.

    Its own words come before some of them; without words, the first is meant.
    """
    same = [one for one in promises if fold(one.text) == fold(words)]
    wanted = set(tokens(words))
    some = [one for one in promises if wanted <= set(tokens(one.text))]
    return next(iter(same or some), None)


def _same_side(promise: Promised, word: Kept) -> bool:
    return (promise.person, promise.by) == (word.person, word.by)


def _promising_order(promise: Promised) -> tuple[date, date, str, str, str]:
    return (promise.on, promise.due or date.max, promise.text, promise.by, promise.person)


def _keeping_order(word: Kept) -> tuple[date, bool, str, str, str]:
    """Return the day; of one day's words those that name a promise first."""
    return (word.on, not word.text, word.text, word.by, word.person)
