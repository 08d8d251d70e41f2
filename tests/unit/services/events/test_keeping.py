"""Events in the book, and which one is meant."""

from datetime import date

from entregent.domain.events import Mode
from entregent.services.events.keeping import (
    Told,
    change_event,
    events,
    new_event,
    which_event,
)
from entregent.services.undoing import undo


def keep(story, name, day=None, **said):
    return new_event(story.desk, Told(name, date.fromisoformat(day) if day else None, **said))


def test_an_event_is_kept_as_it_was_told(story):
    """; nobody yet"""
    event, _ = keep(story, " Apéro  des anciens ", "2026-03-12", goals=("un stage",))
    assert events(story.desk) == (event,)
    assert (event.name, event.day) == ("Apéro des anciens", date(2026, 3, 12))
    assert (event.goals, event.mode) == (("un stage",), Mode.NETWORK)


def test_without_a_day_an_event_is_today(story):
    """; nobody yet"""
    assert keep(story, "Salon")[0].day == story.desk.today


def test_an_event_needs_a_name(story, refused):
    """; nobody yet"""
    with refused("event.nameless"):
        keep(story, "  ")


def test_the_latest_word_about_an_event_stands_and_undo_brings_the_former_back(story):
    """; nobody yet"""
    event, _ = keep(story, "Salon", "2026-03-12", place="Lyon")
    changed, batch = change_event(story.desk, event, Told("Foire", mode=Mode.FRIENDSHIP))
    assert events(story.desk) == (changed,)
    assert (changed.name, changed.place, changed.mode) == ("Foire", "Lyon", Mode.FRIENDSHIP)
    undo(story.desk, batch)
    assert events(story.desk) == (event,)


def test_the_nearest_event_is_meant_when_none_is_named(story, refused):
    """; nobody yet"""
    with refused("event.none"):
        which_event(story.desk)
    for name, day in (("vieux", "2026-02-01"), ("hier", "2026-02-28"), ("demain", "2026-03-02")):
        keep(story, name, day)
    assert which_event(story.desk).name == "hier"
    keep(story, "ce soir", "2026-03-01")
    assert which_event(story.desk).name == "ce soir"
    assert which_event(story.on("2026-03-10").desk).name == "demain"
    assert which_event(story.on("2026-02-20").desk).name == "hier"


def test_an_event_is_meant_by_its_name_its_day_its_id_or_a_word(story):
    """; nobody yet"""
    salon, _ = keep(story, "Salon des achats", "2026-03-12", place="Eurexpo")
    keep(story, "Apéro des anciens", "2026-03-13")
    for words in ("salon des ACHATS", "2026-03-12", f"@{salon.event[-8:]}", "achats", "eurexpo"):
        assert which_event(story.desk, words) == salon


def test_words_that_name_no_event_or_several_are_refused(story, refused):
    """; nobody yet"""
    first, _ = keep(story, "Salon des achats", "2026-03-12")
    with refused("event.unknown", words="gala", among="Salon des achats"):
        which_event(story.desk, "gala")
    second, _ = keep(story, "Salon du livre", "2026-03-14")
    among = " · ".join(
        (
            f"Salon des achats, 2026-03-12 (@{first.event[-6:]})",
            f"Salon du livre, 2026-03-14 (@{second.event[-6:]})",
        )
    )
    with refused("event.ambiguous", words="salon", among=among):
        which_event(story.desk, "salon")


def test_events_of_one_day_stand_in_the_order_they_begin(story):
    """; nobody yet"""
    from entregent.domain.time_of_day import TimeOfDay

    keep(story, "soir", "2026-03-12", begins=TimeOfDay.parse("19"))
    keep(story, "midi", "2026-03-12", begins=TimeOfDay.parse("12"))
    keep(story, "toute la journée", "2026-03-12")
    assert [event.name for event in events(story.desk)] == ["toute la journée", "midi", "soir"]


def test_an_event_keeps_its_name_where_only_its_place_is_told(story):
    """; nobody yet"""
    event, _ = keep(story, "Salon")
    changed, _ = change_event(story.desk, event, Told(place="Lyon"))
    assert (changed.name, changed.place) == ("Salon", "Lyon")
