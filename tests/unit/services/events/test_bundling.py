"""What the bundle gathers for an evening."""

from datetime import date

from entregent.coach.timer import Timer
from entregent.content import Content
from entregent.domain.visiting import Line
from entregent.services.events.bundling import bundle
from entregent.services.events.keeping import Told, new_event
from entregent.services.people import About, edit
from entregent.services.visiting import Choice


def test_an_empty_book_still_has_an_evening(story):
    """; nobody yet"""
    held = bundle(story.desk, Content(), "", Choice())
    assert (held.event, held.card) == (None, None)
    assert held.plays[0].code == "stuck"
    assert isinstance(held.timer, Timer)


def test_it_holds_the_event_meant_and_my_card(story, refused):
    """; nobody yet"""
    near, _ = new_event(story.desk, Told("Salon", date(2026, 3, 2)))
    far, _ = new_event(story.desk, Told("Gala", date(2026, 4, 2)))
    edit(story.desk, story.book.owner, About(name="Zoé Lefèvre", phones=("0639980001",)))
    assert bundle(story.desk, Content(), "", Choice()).event == near
    held = bundle(story.desk, Content(), "gala", Choice(more=(Line.PHONE,)))
    assert (held.event, held.card.phone) == (far, "0639980001")
    with refused("event.unknown", words="bal", among="Salon · Gala"):
        bundle(story.desk, Content(), "bal", Choice())


def test_its_phrases_say_who_i_am(story):
    """; nobody yet"""

    def said():
        return [
            text
            for play in bundle(story.desk, Content(), "", Choice()).plays
            for course in play.courses.values()
            for move in course.moves
            for phrase in move.phrases
            for text in phrase.values()
        ]

    assert not any("{" in text for text in said())
    edit(story.desk, story.book.owner, About(name="Zoé Lefèvre"))
    assert any("Zoé" in text for text in said())
