"""Which promises are still open on a day."""

from datetime import date
from itertools import permutations

from entregent.domain.upkeep import Kept, Promised, Side
from entregent.ledger.promises import meant, open_promises

TODAY = date(2026, 6, 10)
BOOK = Promised("léa", date(2026, 6, 1), "lui prêter le livre")
NOTES = Promised("léa", date(2026, 6, 2), "envoyer mes notes")
THEIRS = Promised("léa", date(2026, 6, 1), "me présenter Omar", Side.THEM)


def kept(day, text="", by=Side.ME, person="léa"):
    return Kept(person, date(2026, 6, day), text, by)


def left(*words, promised=(BOOK, NOTES, THEIRS)):
    return open_promises(promised, words, TODAY)


def test_promises_are_open_until_somebody_says_they_were_kept():
    assert left() == (BOOK, THEIRS, NOTES)
    assert left(kept(3, "Lui prêter le LIVRE")) == (THEIRS, NOTES)
    assert left(kept(3), kept(4)) == (THEIRS,)
    assert left(kept(3, by=Side.THEM)) == (BOOK, NOTES)
    assert left(kept(3, person="omar")) == (BOOK, THEIRS, NOTES)


def test_without_words_the_oldest_was_kept_and_some_words_name_one():
    assert left(kept(3)) == (THEIRS, NOTES)
    assert left(kept(3, "notes")) == (BOOK, THEIRS)
    assert left(kept(3, "le dossier")) == (BOOK, THEIRS, NOTES)
    assert meant((BOOK, NOTES), "livre") is BOOK


def test_nothing_is_kept_before_it_was_promised_nor_after_today():
    assert left(kept(1, "envoyer mes notes")) == (BOOK, THEIRS, NOTES)
    assert left(kept(2, "envoyer mes notes")) == (BOOK, THEIRS)
    assert left(kept(11)) == (BOOK, THEIRS, NOTES)
    assert left(promised=[Promised("léa", date(2026, 6, 11), "un verre")]) == ()


def test_the_order_of_entry_decides_nothing():
    words = (kept(3), kept(3, "prêter le livre"), kept(4, by=Side.THEM), kept(1, "notes"))
    outcomes = {left(*some) for some in permutations(words)}
    outcomes |= {left(*words, promised=some) for some in permutations((BOOK, NOTES, THEIRS))}
    assert outcomes == {()}


def test_what_was_promised_twice_is_kept_twice():
    assert left(kept(3, "lui prêter le livre"), promised=(BOOK, BOOK)) == (BOOK,)
