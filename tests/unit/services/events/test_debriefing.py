"""Looking back at an event: its lines become people, as the owner says."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.domain.events import Captured, Guest, Mode, Pact
from entregent.domain.facts import Encounter, Position, Tied, Trashed
from entregent.domain.upkeep import Promised
from entregent.domain.words import Address, Context
from entregent.services.events.capturing import capture, captured, retype
from entregent.services.events.debriefing import (
    Fate,
    befriend,
    debrief,
    keep,
    leave,
    looked_back_at,
    tell,
)
from entregent.services.events.keeping import Told, new_event
from entregent.services.ports import BookError
from entregent.services.recording import record
from entregent.services.shown import shown
from entregent.services.undoing import undo

FRIDAY = date(2026, 2, 27)


def fates(party):
    return [line.fate for line in party.seen.lines]


def test_a_line_becomes_somebody_who_was_met_with_what_was_promised(party):
    """; nobody yet"""
    party.note("Chloé Martin, Dassault, escalade, lui envoyer l'article")
    person, batch = keep(party.desk, party.seen, 1)
    assert person.name == "Chloé Martin"
    assert person.topics == ("escalade",)
    assert [held.company for held in person.positions] == ["Dassault"]
    (met,) = [met for met, _, _ in party.desk.book.encounters(person.id)]
    assert (met.on, met.where) == (FRIDAY, "Apéro des anciens")
    (promise,) = party.story.deeds(Promised)
    assert (promise.text, promise.due) == ("envoyer l'article", date(2026, 2, 28))
    assert fates(party) == [Fate.KEPT]
    undo(party.desk, batch)
    assert fates(party) == [Fate.OPEN]
    assert party.story.names() == []


def test_somebody_known_gains_what_is_new(party):
    """
    person "Karim Haddad" company:EDF
    """
    party.note("Karim Haddad, EDF, apiculture")
    before = party.story.id("Karim")
    person, _ = keep(party.desk, party.seen, 1, address=Address.TU)
    assert person.id == before
    assert len(party.story.deeds(Position)) == 1
    assert party.story.deeds(Tied)[-1].address is Address.TU


def test_who_is_not_sure_is_asked_never_guessed(party, refused):
    """
    person "Chloé Petit" company:Dassault
    """
    party.note("Chloé, Dassault")
    with refused("event.unsure", number="1", name="Chloé", among="Chloé Petit"):
        keep(party.desk, party.seen, 1)
    person, batch = keep(party.desk, party.seen, 1, "Chloé Petit")
    assert person.name == "Chloé Petit"
    undo(party.desk, batch)
    newcomer, _ = keep(party.desk, party.seen, 1, "new")
    assert newcomer.name == "Chloé"
    assert newcomer.id != person.id


def test_a_line_without_a_name_waits_for_one(party, refused):
    """; nobody yet"""
    party.note("le grand barbu de Thales")
    with refused("event.unnamed", number="1"):
        keep(party.desk, party.seen, 1)
    assert keep(party.desk, party.seen, 1, " Paul  Roux ")[0].name == "Paul Roux"


def test_a_name_that_several_bear_is_refused(party):
    """
    person "Chloé Petit" company:Dassault
    person "Chloé Roux" company:EDF
    """
    party.note("la grande brune de Thales")
    with pytest.raises(BookError, match=r"person\.ambiguous"):
        keep(party.desk, party.seen, 1, "Chloé")


def test_a_line_left_aside_makes_nobody_and_is_settled(party, refused):
    """; nobody yet"""
    party.note("Zoé, Total")
    leave(party.desk, party.seen, 1)
    assert fates(party) == [Fate.LEFT]
    assert party.story.names() == []
    with refused("event.line-done", number="1"):
        keep(party.desk, party.seen, 1)
    with refused("event.no-line", number="2"):
        leave(party.desk, party.seen, 2)


def test_the_numbers_of_lines_stay_whatever_becomes_of_them(party):
    """; nobody yet"""
    party.note("Zoé, Total", "Paul, EDF")
    leave(party.desk, party.seen, 1)
    assert [line.number for line in party.seen.open] == [2]
    keep(party.desk, party.seen, 2)
    assert [line.person.name for line in party.seen.kept] == ["Paul"]


def test_a_friend_is_one_when_the_owner_says_so(party, refused):
    """; nobody yet"""
    party.note("Zoé, Total", "Paul")
    with refused("event.not-kept", number="1"):
        befriend(party.desk, party.seen, 1)
    for number in (1, 2):
        keep(party.desk, party.seen, number)
        befriend(party.desk, party.seen, number)
    assert [tie.context for tie in party.story.deeds(Tied)] == [Context.BOTH, Context.PERSONAL]


def test_a_friendship_begun_at_work_stays_both_and_a_personal_one_personal(party):
    """
    person "Zoé Blanc" company:Total
    person "Paul Roux" company:EDF
    tie "Zoé Blanc" context:professional
    tie "Paul Roux" context:personal
    """
    party.note("Zoé Blanc, Total", "Paul Roux, EDF")
    for number in (1, 2):
        keep(party.desk, party.seen, number)
        befriend(party.desk, party.seen, number)
    assert [tie.context for tie in party.story.deeds(Tied)[-2:]] == [
        Context.BOTH,
        Context.PERSONAL,
    ]


def test_what_went_well_and_a_note_are_kept_side_by_side(party):
    """; nobody yet"""
    tell(party.desk, party.seen, well="rire avec Chloé")
    tell(party.desk, party.seen, note="venir plus tôt")
    assert (party.seen.well, party.seen.note) == ("rire avec Chloé", "venir plus tôt")
    other, _ = new_event(party.desk, Told("Salon", FRIDAY))
    assert debrief(party.desk, other).well == ""


def test_the_pacts_of_the_evening_stand_beside_it(party):
    """; nobody yet"""
    made = Pact(FRIDAY, "Tom", "un stage", "une soudeuse", party.event.event)
    record(party.desk, [made, Pact(FRIDAY, "Ali", "x", "y")], "pact")
    assert [one.pact.name for one in party.seen.pacts] == ["Tom"]


def test_the_list_tells_a_fuller_name_where_one_guest_bears_it(party):
    """; nobody yet"""
    event = party.event.event
    listed = [
        *(Guest(event, "Chloé Martin", "Dassault Systèmes"), Guest(event, "Paul Roux")),
        *(Guest(event, "Paul Blanc"), Guest(event, "Inès Aubry", "EDF"), Guest(event, "Zoé")),
    ]
    record(party.desk, listed, "list")
    party.note("Chloé, Dassault", "Paul", "Inès, Airbus", "Zoé")
    assert [line.listed for line in party.seen.lines] == ["Chloé Martin", "", "", ""]
    assert party.seen.listed == "listed"


def test_without_words_the_last_event_there_was_is_looked_back_at(party):
    """; nobody yet"""
    new_event(party.desk, Told("Gala", date(2026, 3, 20)))
    assert looked_back_at(party.desk).name == "Apéro des anciens"
    assert looked_back_at(party.desk, "gala").name == "Gala"


def test_an_event_to_come_is_better_than_none(story, refused):
    """; nobody yet"""
    with refused("event.none"):
        looked_back_at(story.desk)
    new_event(story.desk, Told("Gala", date(2026, 3, 20)))
    assert looked_back_at(story.desk).name == "Gala"


def test_lines_typed_at_no_event_are_looked_back_at_together(party):
    """; nobody yet"""
    old = Captured(date(2026, 2, 10), "Zoé, Total")
    record(party.desk, [old], "met")
    assert looked_back_at(party.desk).name == "Apéro des anciens"
    capture(party.desk, ["Paul Roux, EDF"], None)
    astray = looked_back_at(party.desk)
    assert (astray.name, astray.day) == ("", date(2026, 3, 1))
    seen = debrief(party.desk, astray)
    person, _ = keep(party.desk, seen, 1)
    assert person.name == "Paul Roux"
    (met,) = [met for met, _, _ in party.desk.book.encounters(person.id)]
    assert isinstance(met, Encounter)
    assert met.where == ""


def test_words_about_an_evening_of_no_event_are_not_those_of_the_next(party):
    """; nobody yet"""
    evening = date(2026, 3, 10)
    tonight = replace(party.desk, today=evening)
    capture(tonight, ["Paul Roux, EDF"], None)
    tell(tonight, debrief(tonight, looked_back_at(tonight)), well="rire")
    assert debrief(tonight, looked_back_at(tonight)).well == "rire"
    later = replace(party.desk, today=date(2026, 3, 20))
    capture(later, ["Zoé, Total"], None)
    assert debrief(later, looked_back_at(later)).well == ""


def test_a_settled_line_is_not_typed_again(party, refused):
    """; nobody yet"""
    party.note("Zoé, Total")
    _, batch = keep(party.desk, party.seen, 1)
    with refused("event.line-done", number="1"):
        retype(party.desk, captured(party.desk), 1, "Marc, Thales")
    undo(party.desk, batch)
    retype(party.desk, captured(party.desk), 1, "Marc, Thales")
    assert party.seen.lines[0].met.name == "Marc"


@pytest.mark.parametrize("mode", Mode)
def test_what_one_came_for_changes_nothing_of_who_was_met(story, mode):
    """; nobody yet"""
    from .conftest import Party

    party = Party(story, mode=mode)
    party.note("Zoé, Total")
    keep(party.desk, party.seen, 1)
    befriend(party.desk, party.seen, 1)
    expected = Context.BOTH if mode is Mode.NETWORK else Context.PERSONAL
    assert party.story.deeds(Tied)[-1].context is expected


def test_the_line_of_somebody_put_away_since_stands_open_again(party):
    """; nobody yet"""
    party.note("Zoé, Total")
    person, _ = keep(party.desk, party.seen, 1)
    record(party.desk, [Trashed(person.id)], "trash")
    hidden = replace(party.desk, book=shown(party.desk.book))
    (line,) = debrief(hidden, party.event).lines
    assert (line.fate, line.person) == (Fate.OPEN, None)


def test_a_newcomer_may_bear_the_name_of_somebody_known(party, refused):
    """
    person "Karim Haddad" company:EDF
    """
    party.note("Karim Haddad, EDF", "le grand barbu de Thales")
    newcomer, _ = keep(party.desk, party.seen, 1, "nouveau")
    assert [name for name in party.story.names() if name == "Karim Haddad"] == ["Karim Haddad"] * 2
    assert newcomer.name == "Karim Haddad"
    with refused("event.unnamed", number="2"):
        keep(party.desk, party.seen, 2, "new")


def test_two_lines_about_somebody_are_one_encounter_and_the_last_ends_it(party):
    """; nobody yet"""
    party.note("Zoé Blanc, Total, escalade", "Zoé Blanc, Total, lui envoyer le lien")
    for number in (1, 2):
        person, _ = keep(party.desk, party.seen, number)
    assert len(list(party.desk.book.encounters(person.id))) == 1
    assert [party.seen.ends(line) for line in party.seen.lines] == [False, True]
