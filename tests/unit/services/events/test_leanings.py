"""What one's evenings have in common, from what was said of them; spoken of once."""

from datetime import date

from entregent.coach.debrief.leaning import Leaning
from entregent.domain.events import Mode, Remembered
from entregent.domain.ids import FactId
from entregent.domain.words import Address
from entregent.services.events.debriefing import befriend, keep, leave
from entregent.services.events.leanings import leaning_of, spoken_of, untold
from entregent.services.recording import record

from .conftest import Party

DAYS = (date(2026, 2, 3), date(2026, 2, 10), date(2026, 2, 17))

NAMES = ("Zoé Blanc", "Omar Haddad", "Inès Aubry")


def live(story, *, mode=Mode.NETWORK, friends="none"):
    for number, day in enumerate(DAYS):
        party = Party(story, name=f"Soirée {number}", day=day, mode=mode)
        party.note(f"{NAMES[number]}, Total", "Paul, EDF")
        keep(party.desk, party.seen, 1, address=Address.VOUS)
        leave(party.desk, party.seen, 2)
        if friends == "all":
            befriend(party.desk, party.seen, 1)
    return party.desk


def test_evenings_at_work_alone_are_spoken_of_once(story):
    """; nobody yet"""
    desk = live(story)
    assert untold(desk) is leaning_of(desk) is Leaning.WORKING
    spoken_of(desk, Leaning.WORKING)
    assert untold(desk) is None
    assert leaning_of(desk) is Leaning.WORKING


def test_so_are_evenings_of_friends_alone(story):
    """; nobody yet"""
    assert untold(live(story, friends="all")) is Leaning.BEFRIENDING


def test_too_few_evenings_show_nothing(party):
    """; nobody yet"""
    assert untold(party.desk) is None


def test_a_line_that_is_gone_counts_for_no_evening(story):
    """; nobody yet"""
    desk = live(story, mode=Mode.FRIENDSHIP)
    gone = Remembered(desk.today, FactId("gone"), 0, story.id("Zoé"))
    record(desk, [gone], "debrief")
    assert leaning_of(desk) is Leaning.BEFRIENDING
