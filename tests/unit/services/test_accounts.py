"""Accounts: what happened with whom, and whose turn it is."""

from datetime import date

from entregent.domain.ids import PersonId
from entregent.ledger.turn import Turn
from entregent.services.accounts import ledger


def test_a_line_for_everybody_something_happened_with_by_name(story):
    """
    person Ana
    tie Zoé
    tie Élise
    2026-02-20 asked Zoé advice "mon CV"
    2026-02-21 answered Zoé yes
    2026-02-22 received Zoé "relu mon CV"
    2026-01-10 gave Élise "relu son dossier"
    """
    elise, zoe = ledger(story.desk)
    assert [elise.person.name, zoe.person.name] == ["Élise", "Zoé"]
    assert [past.asked.text for past in zoe.asked] == ["mon CV"]
    assert [past.reply for past in zoe.answered] == ["yes"]
    assert [deed.text for deed in zoe.received] == ["relu mon CV"]
    assert (zoe.thanks_owed, zoe.resting_until, zoe.turn) == (True, date(2026, 3, 6), Turn.MINE)
    assert [deed.text for deed in elise.gave] == ["relu son dossier"]
    assert (elise.thanks_owed, elise.resting_until, elise.turn) == (False, None, Turn.THEIRS)


def test_the_line_of_one_person(story):
    """
    person Ana
    2026-02-20 gave Léa "un logo"
    """
    (lea,) = ledger(story.desk, story.id("Léa"))
    assert lea.person.name == "Léa"
    (ana,) = ledger(story.desk, story.id("Ana"))
    assert (ana.asked, ana.gave, ana.turn) == ((), (), Turn.EVEN)
    assert ledger(story.desk, PersonId("nobody")) == []


def test_among_close_friends_nobody_counts(story):
    """
    tie Léa closeness:close context:personal
    2026-02-20 received Léa "m'a présentée"
    """
    (lea,) = ledger(story.desk)
    assert (lea.turn, lea.thanks_owed) == (None, True)


def test_what_is_still_to_come_has_not_happened(story):
    """
    2026-02-20 gave Léa "un logo"
    """
    assert ledger(story.on("2026-02-19").desk) == []
