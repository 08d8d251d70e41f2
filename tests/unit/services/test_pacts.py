"""Pacts with people just met, in the book: made, answered, reminded of once, kept or let go."""

from datetime import date

from entregent.domain.events import Captured, Event, Guest, Pact, Retyped, Unlisted
from entregent.domain.ids import EventId
from entregent.domain.upkeep import Settled, Settling
from entregent.ledger.agenda import Due
from entregent.services.agenda import agenda, item_called
from entregent.services.pacts import (
    answered,
    make_pact,
    my_wish,
    open_pacts,
    pacts,
    settle_pact,
    sought,
)
from entregent.services.recording import record
from entregent.services.settling import done, snooze
from entregent.services.undoing import undo

EVENING = EventId("evening")


def make(story, name="Chloé", theirs="un vélo", mine="un stage", event=EVENING):
    return make_pact(story.desk, Pact(story.desk.today, name, mine, theirs, event))


def reminders(story):
    return [item for item in agenda(story.desk) if item.due is Due.PACT]


def test_a_pact_keeps_two_wishes_as_they_stand_in_a_sentence(story):
    """; nobody yet"""
    story = story.informed()
    pact, batch = make(story, " Chloé ", "Je cherche un vélo.", "Un stage !")
    assert (pact.name, pact.theirs, pact.mine) == ("Chloé", "un vélo", "un stage")
    assert [one.pact for one in pacts(story.desk)] == [pact]
    undo(story.desk, batch)
    assert pacts(story.desk) == ()


def test_a_pact_needs_a_name_and_whom_they_look_for(story, refused):
    """; nobody yet"""
    with refused("event.pact.nameless"):
        make(story, " ")
    with refused("event.pact.wordless", name="Chloé"):
        make(story, theirs="…")


def test_a_pact_may_leave_me_without_a_wish_and_long_words_are_cut(story):
    """; nobody yet"""
    assert make(story, mine="")[0].mine == ""
    assert len(make(story, theirs="très " * 100)[0].theirs) <= 200


def test_the_last_word_of_one_evening_with_one_name_stands(story):
    """; nobody yet"""
    make(story, "Chloé", "un vélo")
    make(story, "Tom", "du miel")
    make(story, "chloe", "une moto")
    assert [one.pact.theirs for one in pacts(story.desk)] == ["une moto", "du miel"]
    assert pacts(story.on("2026-02-01").desk) == ()


def test_one_reminder_the_morning_after_and_then_silence(story):
    """; nobody yet"""
    make(story)
    assert reminders(story) == []
    (item,) = reminders(story.on("2026-03-02"))
    assert (item.called, item.text, item.on, item.found) == (
        "Chloé",
        "un vélo",
        date(2026, 3, 1),
        "",
    )
    assert reminders(story.on("2026-03-03")) == []


def test_a_reminder_put_off_comes_once_more_on_its_day(story):
    """; nobody yet"""
    make(story)
    morning = story.on("2026-03-02")
    snooze(morning.desk, reminders(morning)[0].key, 3)
    assert [bool(reminders(story.on(f"2026-03-0{day}"))) for day in (2, 3, 5, 6)] == [
        *(False, False, True, False)
    ]


def test_said_done_in_the_agenda_the_pact_is_kept(story):
    """; nobody yet"""
    make(story)
    morning = story.on("2026-03-02")
    done(morning.desk, reminders(morning)[0].key)
    assert reminders(morning) == []
    assert [one.settled for one in pacts(morning.desk)] == [Settling.DONE]
    assert list(open_pacts(morning.desk)) == []


def test_a_pact_is_kept_or_let_go_by_its_name(story, refused):
    """; nobody yet"""
    with refused("event.pact.none", name="Chloé", among=""):
        settle_pact(story.desk, "Chloé", Settling.DONE)
    make(story, "Chloé Martin")
    make(story, "Tom", "du miel")
    pact, _ = settle_pact(story.desk, "chloe", Settling.LET_GO)
    assert pact.name == "Chloé Martin"
    assert [one.pact.name for one in pacts(story.desk) if one.open] == ["Tom"]
    with refused("event.pact.unknown", name="Chloé", among="Tom"):
        settle_pact(story.desk, "Chloé", Settling.DONE)
    with refused("event.pact.unknown", name=" ", among="Tom"):
        settle_pact(story.desk, " ", Settling.DONE)


def test_lines_about_people_met_and_guests_answer_by_what_words_mean(story):
    """; nobody yet"""
    story, day = story.informed(), date(2026, 3, 1)
    make(story, theirs="a bike")
    told = [
        Captured(day, "Omar, vélo, rappeler", EVENING),
        Captured(day, "Zoé, vélo"),
        Captured(date(2026, 2, 1), "Paul, vélo", EventId("another")),
        Captured(day, "Chloé, vélo", EVENING),
        Captured(day, "Léa, miel", EVENING),
        Guest(EVENING, "Ana Costa", "Deux Roues", topics=("vélo",)),
        Guest(EVENING, "Nour", topics=("vélo",)),
        Guest(EventId("another"), "Ugo", topics=("vélo",)),
        Guest(EVENING, "Max", topics=("vélo",)),
        Unlisted(EVENING, "Max"),
        Guest(EVENING, "", topics=("vélo",)),
    ]
    record(story.desk, told, "told")
    assert pacts(story.desk)[0].found == (
        *("Omar, vélo, rappeler", "Zoé, vélo", "Ana Costa (Deux Roues)", "Nour"),
    )
    (item,) = reminders(story.on("2026-03-02").informed())
    assert item.found == "Omar, vélo, rappeler"


def test_a_line_typed_anew_or_taken_back_answers_as_it_stands(story):
    """; nobody yet"""
    story = story.informed()
    make(story)
    line = Captured(story.desk.today, "Omar, vélo", EVENING)
    record(story.desk, [line], "met")
    (entry,) = story.book.entries((Captured,))
    for text, found in (("Omar, bike", ("Omar, bike",)), ("", ())):
        record(story.desk, [Retyped(story.desk.today, entry.id, text)], "retyped")
        assert pacts(story.desk)[0].found == found


def test_a_line_typed_now_answers_to_pacts_that_stand(story):
    """; nobody yet"""
    story = story.informed()
    pact, _ = make(story, theirs="un vélo")
    make(story, "Tom", "aviation")
    assert answered(story.desk, "Omar, bike shop") == (pact,)
    assert [one.name for one in answered(story.desk, "Zoé, Volèle")] == ["Tom"]
    settle_pact(story.desk, "Chloé", Settling.DONE)
    assert answered(story.desk, "Omar, bike shop") == ()


def test_what_i_look_for_is_proposed_from_the_event_then_from_my_needs(story):
    """
    me "Nadia"
    person Léa
    need Léa "un appartement"
    need me "Je cherche un poste à Lyon"
    """
    story = story.informed()
    event = Event(EVENING, "Salon", story.desk.today, goals=("Looking for a job", "danser"))
    assert my_wish(story.desk, event) == "a job"
    assert my_wish(story.desk, None) == "un poste à Lyon"


def test_nothing_is_proposed_where_nothing_is_known_or_my_search_is_discreet(story):
    """; nobody yet"""
    assert my_wish(story.desk, None) == ""
    story.tell(
        """
        need me "un poste"
        discreet company:Airbus
        """
    )
    assert my_wish(story.desk, Event(EVENING, "Salon", story.desk.today, goals=("un poste",))) == ""


def test_other_words_on_a_pact_leave_it_standing(story):
    """; nobody yet"""
    make(story)
    morning = story.on("2026-03-02")
    item = item_called(morning.desk, reminders(morning)[0].key)
    record(morning.desk, [Settled(date(2026, 3, 2), item.item, Settling.OPEN)], "open again")
    assert pacts(morning.desk)[0].open


def test_without_a_catalogue_words_stay_as_they_are(story):
    """; nobody yet"""
    assert sought(story.desk, "Je cherche un vélo") == "Je cherche un vélo"
