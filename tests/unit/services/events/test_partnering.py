"""Partners of an event: what I tell, what I take in, and the plan that each of us has."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.domain.events import Guest
from entregent.domain.partners import Named, PartnerFile, Share
from entregent.domain.upkeep import Side
from entregent.services.events.keeping import Told, new_event
from entregent.services.events.partnering import Aside, team
from entregent.services.events.sharing import (
    MOST_PARTNERS,
    Chosen,
    keep_share,
    my_share,
    partners,
    share_of,
    take_shares,
)
from entregent.services.recording import record
from entregent.services.undoing import undo

DAY = date(2026, 3, 12)
TOM, ZOE = Named("Tom Vidal", "Volèle"), Named("Zoé Petit", "Miel")


@pytest.fixture
def evening(story):
    """An evening with three guests, in the book that the docstring tells."""
    story = story.informed()
    event, _ = new_event(story.desk, Told("Apéro des anciens", DAY, goals=("Je cherche un vélo",)))
    guests = [
        Guest(event.event, "Tom Vidal", "Volèle", "Pilote"),
        Guest(event.event, "Zoé Petit", "Miel", topics=("bike",), emails=("zoe@miel.example",)),
        Guest(event.event, "Zoé Martin", "Banque Bleue"),
    ]
    record(story.desk, guests, "list")
    return story, event


def told(story, event, **chosen):
    return share_of(story.desk, event, Chosen(**chosen)).share


def from_them(share=None, **values):
    share = share or Share("Samir", ("aviation",))
    file = PartnerFile("f1", "2026-03-01T10:00:00+00:00", "Apéro des anciens", DAY, share)
    return replace(file, **values)


def take(story, event, *files, **how):
    taken = take_shares(story.desk, event, [("them.json", file) for file in files], **how)
    return [problem.what.removeprefix("event.partner.") for problem in taken.problems]


def test_what_i_tell_is_my_name_my_hopes_and_the_guests_who_answer_to_them(evening):
    """me "Camille Roux" """
    story, event = evening
    assert told(story, event) == Share("Camille Roux", ("un vélo",), (ZOE,))
    assert told(story, event, seeks=("aviation",)).meets == (TOM,)


def test_a_name_is_needed(evening, refused):
    """; nobody yet"""
    story, event = evening
    with refused("event.partner.nameless"):
        told(story, event)
    assert told(story, event, name="Camille").name == "Camille"


def test_guests_are_named_by_words_and_others_as_they_are_typed(evening, refused):
    """me "Camille Roux" """
    story, event = evening
    share = told(
        *(story, event),
        meets=("tom", "Omar Haddad, Airbus"),
        knows=("zoé, miel", "tom"),
        presents=("Tom Vidal",),
    )
    assert share.meets == (TOM, Named("Omar Haddad", "Airbus"))
    assert (share.knows, share.presents) == ((ZOE,), (TOM,))
    among = "Zoé Petit, Miel · Zoé Martin, Banque Bleue"
    with refused("event.partner.which-guest", words="zoé", among=among):
        told(story, event, knows=(" zoé ",))
    assert told(story, event, knows=(" , Miel",)).knows == ()


def test_all_guests_i_know_can_be_told_but_whom_i_leave_out(evening):
    """
    me "Camille Roux"
    person "Zoé Petit" email:zoe@miel.example company:Miel
    tie "Zoé Petit" closeness:good
    person "Tom Vidal" company:Volèle
    """
    story, event = evening
    share = told(story, event, listed="all")
    assert (share.knows, share.meets) == ((ZOE,), ())
    story.tell('leave-out "Zoé Petit"', "more.journal")
    assert told(story, event, listed="all").knows == ()


def test_while_my_search_is_discreet_nothing_is_told_by_itself(evening):
    """
    me "Camille Roux"
    discreet company:Miel
    """
    story, event = evening
    assert told(story, event) == Share("Camille Roux")
    assert told(story, event, seeks=("un vélo",)).meets == ()


def test_a_newer_file_of_a_partner_takes_the_place_of_an_older_one(evening):
    """me "Camille Roux" """
    story, event = evening
    later = {"written": "2026-03-01T11:00:00+00:00", "id": "f2"}
    assert take(story, event, from_them()) == []
    assert take(story, event, from_them()) == ["again"]
    assert take(story, event, from_them(Share("SAMIR"), **later)) == []
    assert [one.share for one in partners(story.desk, event.event)] == [Share("SAMIR")]
    assert take(story, event, from_them()) == ["older"]


def test_a_file_without_the_seal_takes_no_place_of_one_that_bore_it(evening):
    """me "Camille Roux" """
    story, event = evening
    assert take(story, event, from_them(sealed=True)) == []
    forged = from_them(Share("Samir", ("rien",)), id="f2", written="2026-03-01T12:00:00+00:00")
    assert take(story, event, forged) == ["lost-seal"]


def test_files_of_another_event_of_another_day_or_of_a_day_to_come_are_refused(evening):
    """me "Camille Roux" """
    story, event = evening
    gala, ours = from_them(event="Gala"), from_them(Share("Ana"))
    assert take(story, event, from_them(day=date(2026, 3, 13)), gala, ours) == [
        *("another-day", "another-event")
    ]
    assert take(story, event, gala, called="otherwise") == []
    assert [one.share.name for one in partners(story.desk, event.event)] == ["Ana", "Samir"]
    late = from_them(Share("Tom"), written="2026-03-03T00:00:00+00:00")
    assert take(story, event, late) == ["future"]


def test_my_own_file_or_my_own_name_is_refused(evening):
    """me "Camille Roux" """
    story, event = evening
    assert take(story, event, from_them(Share("ROUX Camille"))) == ["own-name"]
    mine = share_of(story.desk, event, Chosen(name="Cam"))
    batch = keep_share(story.desk, event, mine)
    assert my_share(story.desk, event.event).by is Side.ME
    assert take(story, event, mine, from_them(Share("cam"))) == ["own", "own-name"]
    assert take(story, event, from_them(Share("Camille Roux"))) == []
    undo(story.desk, batch)
    assert my_share(story.desk, event.event) is None


def test_a_team_is_no_crowd(evening):
    """me "Camille Roux" """
    story, event = evening
    files = [from_them(Share(f"Ami {number}"), id=str(number)) for number in range(9)]
    assert take(story, event, *files) == ["crowd"] * (9 - MOST_PARTNERS)


def test_two_books_make_one_plan_of_the_same_files(evening, other):
    """
    me "Camille Roux"
    person "Zoé Petit" email:zoe@miel.example company:Miel
    tie "Zoé Petit" closeness:good
    """
    story, event = evening
    other = other.informed()
    other.tell('me "Samir Benali"')
    theirs, _ = new_event(other.desk, Told("Apéro des anciens", DAY, goals=("aviation",)))
    mine = share_of(story.desk, event, Chosen(knows=("Zoé Petit",), meets=("Tom",)))
    samir = share_of(other.desk, theirs, Chosen(meets=("Zoé Petit, Miel", "Tom Vidal")))
    for desk, at, own, sent in ((story, event, mine, samir), (other, theirs, samir, mine)):
        keep_share(desk.desk, at, own)
        assert take(desk, at, sent) == []
    ours, his = team(story.desk, event), team(other.desk, theirs)
    assert ours.plan == his.plan
    assert (ours.me, his.me, ours.shared) == ("Camille Roux", "Samir Benali", "yes")
    assert [(task.guest, task.by) for task in ours.plan.tasks] == [
        (ZOE, "Camille Roux"),
        (TOM, "Samir Benali"),
    ]
    assert ours.unsealed == ("Samir Benali",)


def test_alone_there_is_no_plan_and_before_i_share_it_is_not_yet_theirs(evening, refused):
    """; nobody yet"""
    story, event = evening
    with refused("event.partner.alone", name="Apéro des anciens"):
        team(story.desk, event)
    take(story, event, from_them(sealed=True))
    made = team(story.desk, event)
    assert (made.me, made.shared, made.unsealed) == ("", "not-yet", ())


def test_my_own_book_adds_whom_i_know_there_for_my_eyes_alone(evening):
    """
    me "Camille Roux"
    person "Tom Vidal" company:Volèle title:Pilote
    tie "Tom Vidal" closeness:good
    person "Zoé Petit" company:Miel
    tie "Zoé Petit" closeness:good
    boundary "Zoé Petit" no:introduction
    """
    story, event = evening
    samir = Share("Samir", ("aviation", "un vélo"))
    take(story, event, from_them(samir), from_them(Share("Ana", ("miel",)), id="f2"))
    made = team(story.desk, event)
    assert made.asides == (Aside(TOM, "Samir", "aviation"),)
    assert made.introductions == ()
    chosen = Chosen(meets=(), seeks=("rien",), knows=("Tom",))
    keep_share(story.desk, event, share_of(story.desk, event, chosen))
    made = team(story.desk, event)
    assert made.asides == ()
    assert [(one.guest, one.to) for one in made.introductions] == [(TOM, "Samir")]
    take(story, event, from_them(Share("Tom Vidal", ("aviation",)), id="f3"))
    assert "Tom Vidal" not in [one.to for one in team(story.desk, event).asides]


def test_who_would_rather_not_be_presented_is_not(evening, refused):
    """
    me "Camille Roux"
    person "Zoé Petit" company:Miel
    tie "Zoé Petit" closeness:good
    boundary "Zoé Petit" no:introduction
    """
    story, event = evening
    with refused("event.partner.reserved", name="Zoé Petit"):
        told(story, event, presents=("Zoé Petit",))
    keep_share(story.desk, event, share_of(story.desk, event, Chosen(knows=("Zoé Petit",))))
    take(story, event, from_them(Share("Ana", meets=(ZOE,))))
    made = team(story.desk, event)
    assert [(one.guest, one.by, one.to) for one in made.plan.introductions] == [
        (ZOE, "Camille Roux", "Ana")
    ]
    assert (made.introductions, made.asides) == ((), ())
