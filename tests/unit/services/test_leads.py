"""Leads: an idea is noted with whose it is, followed up, ended, and told back."""

from datetime import date

from entregent.domain.upkeep import Lead
from entregent.services.giving import giving
from entregent.services.leads import end, followed, note


def idea(carnet, giver="Léa", text="voir le salon", **more):
    return Lead(carnet.id(giver), date(2026, 2, 1), text, **more)


def test_an_idea_is_kept_with_whose_it_is(story):
    """
    tie Léa
    """
    note(story.desk, idea(story, company="Safran"))

    assert [one.lead.company for one in followed(story.desk)] == ["Safran"]
    assert giving(story.desk).items == ()


def test_an_ended_one_goes_last_and_is_to_be_told(story):
    """
    tie Léa
    """
    note(story.desk, idea(story, text="first"))
    note(story.desk, idea(story, text="second"))
    end(story.desk, "1", "a good talk")

    assert [one.lead.text for one in followed(story.desk)] == ["second", "first"]
    assert [one.text for one in giving(story.desk).items] == ["first"]


def test_it_may_be_named_by_its_key(story, refused):
    """
    tie Léa
    """
    with refused("lead.none", word="1"):
        end(story.desk, "1", "nothing")
    note(story.desk, idea(story))
    with refused("lead.unknown", word="9" * 5000):
        end(story.desk, "9" * 5000, "nothing")
    with refused("lead.unknown", word="2"):
        end(story.desk, "2", "nothing")
    (one,) = followed(story.desk)
    end(story.desk, one.suggestion.key, "it rained")

    assert followed(story.desk)[0].ended is not None


def test_an_idea_leads_from_one_person_to_one_place(story, refused):
    """
    tie Léa
    """
    with refused("lead.one-place"):
        note(story.desk, idea(story, company="Safran", sector="aerospace"))
    with refused("lead.giver"):
        note(story.desk, idea(story, other=story.id("Léa")))
    with refused("lead.nothing"):
        note(story.desk, idea(story, text=""))
    for mine in (idea(story, giver="me"), idea(story, other=story.book.owner)):
        with refused("person.me"):
            note(story.desk, mine)
    assert followed(story.desk) == []
