"""Promises in the book, and which one is meant."""

from datetime import date

import pytest

from entregent.domain.upkeep import Kept, Promised, Side
from entregent.services.ports import BookError
from entregent.services.promises import promises, which_kept
from entregent.services.recording import record


def kept(story, words, by=None):
    return which_kept(story.desk, story.person("Léa"), words, story.desk.today, by)


def test_the_open_promises_of_everybody_or_of_one(story):
    """
    2026-02-10 promised Léa "prêter le livre"
    2026-02-11 promised Omar "un café" due:2026-03-10 by:them
    2026-02-12 promised Léa "mes notes"
    2026-02-20 kept Léa notes
    """
    lea, omar = story.id("Léa"), story.id("Omar")
    book = Promised(lea, date(2026, 2, 10), "prêter le livre")
    coffee = Promised(omar, date(2026, 2, 11), "un café", Side.THEM, date(2026, 3, 10))
    assert promises(story.desk) == (book, coffee)
    assert promises(story.desk, lea) == (book,)
    assert promises(story.on("2026-02-15").desk, lea)[1].text == "mes notes"


def test_mine_is_meant_before_theirs_unless_words_or_a_side_say_otherwise(story):
    """
    2026-02-10 promised Léa "présenter Omar" by:them
    2026-02-11 promised Léa "prêter le livre"
    """
    lea, today = story.id("Léa"), story.desk.today
    mine, theirs = (
        Kept(lea, today, "prêter le livre"),
        Kept(lea, today, "présenter Omar", Side.THEM),
    )
    assert kept(story, "") == mine
    assert kept(story, "omar") == kept(story, "", Side.THEM) == theirs
    record(story.desk, [mine], "kept")
    assert kept(story, "") == theirs


def test_what_was_not_promised_cannot_be_kept(story, refused):
    """
    2026-02-10 promised Léa "prêter le livre"
    2026-02-12 promised Léa "mes notes"
    """
    with refused("promise.none", name="Léa"):
        kept(story, "", Side.THEM)
    among = "prêter le livre · mes notes"
    with refused("promise.other-words", name="Léa", words="le dossier", among=among):
        kept(story, "le dossier")


@pytest.mark.parametrize("due", ["2026-02-20", "2026-03-01"])
def test_a_promise_is_for_its_day_or_later(story, due):
    """
    person Léa
    """
    fact = Promised(story.id("Léa"), story.desk.today, "un café", due=date.fromisoformat(due))
    if due >= "2026-03-01":
        record(story.desk, [fact], "promised")
        assert promises(story.desk) == (fact,)
        return
    with pytest.raises(BookError, match=r"promise\.backwards"):
        record(story.desk, [fact], "promised")


def test_nobody_promises_themself(story, refused):
    """
    person Léa
    """
    with refused("person.me"):
        record(story.desk, [Promised(story.book.owner, story.desk.today, "un café")], "promised")
