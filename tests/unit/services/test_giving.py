"""Giving: what a book suggests that I do for others, and what I say of it."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.facts import Encounter, Thanked
from entregent.domain.ids import IntroductionId
from entregent.domain.inbox import Brokered, Step
from entregent.domain.upkeep import Planned, Promised, Settled
from entregent.domain.words import Channel, Kind
from entregent.drafts.brief import Medium
from entregent.ledger.gift import What
from entregent.services.gift_letters import write
from entregent.services.giving import did, giving, let_go, pick, snooze
from entregent.services.merging import merge
from entregent.services.recording import record
from entregent.services.undoing import undo


def told(carnet, day="2026-03-02"):
    """What is suggested on a day: what, to whom, with whom."""
    items = giving(carnet.on(day).desk).items
    names = {person.id: person.name for person in carnet.book.people()}
    return [(one.what.value, names[one.person], names.get(one.other)) for one in items]


def letter(carnet, item, *, lang="fr", medium=Medium.EMAIL):
    found = giving(carnet.desk)
    one = pick(found.items, item)
    return write(found.known, one, medium=medium, catalogue=Content(), lang=lang)


def test_an_empty_book_suggests_nothing(carnet):
    assert told(carnet) == []


def test_thanks_come_before_whose_turn_it_is(story):
    """
    tie Léa
    tie Omar
    2026-02-20 received Léa "m'a relue"
    2026-02-01 received Omar "m'a conseillée"
    2026-02-02 thanked Omar
    """
    assert told(story) == [("thanks", "Léa", None), ("turn", "Omar", None)]


def test_of_a_close_friend_nothing_is_counted_and_one_idea_is_given(story):
    """
    tie Léa closeness:close
    person Léa birthday:--03-04
    offer me "un vélo"
    need Léa "un vélo"
    2026-02-01 received Léa "m'a relue"
    2026-02-02 thanked Léa
    2026-02-03 received Léa "m'a conseillée"
    2026-02-04 thanked Léa
    """
    assert told(story) == [("offer", "Léa", None)]


def test_a_need_is_answered_by_my_offer_or_by_that_of_somebody_else(story):
    """
    tie Léa
    tie Omar
    need Léa "un vélo"
    offer me "a bike"
    offer Omar "bikes"
    """
    assert told(story.informed()) == [("offer", "Léa", None), ("introduction", "Léa", "Omar")]


@pytest.mark.parametrize(
    "line",
    [
        "leave-out Léa",
        "leave-out Omar",
        "discreet company:Safran",
        "boundary Léa no:introduction",
        "boundary Omar no:all until:2026-03-02",
        "busy Omar from:2026-03-01 to:2026-03-05",
        "busy Léa from:2026-03-01 to:2026-03-05",
        "tie Léa -- Omar",
        "2026-01-01 met Léa by:me\n2026-01-01 met Omar\ntie Omar -- Léa closeness:slight",
    ],
)
def test_no_introduction_is_suggested_against_what_somebody_wishes(carnet, line):
    carnet.tell(
        f"""
tie Léa
tie Omar
person Omar company:Safran
need Léa "un vélo"
offer Omar "un vélo"
{line}
"""
    )

    assert not any(what == "introduction" for what, _, _ in told(carnet))


def test_limits_and_busy_times_end(story):
    """
    tie Léa
    tie Omar
    need Léa "un vélo"
    offer Omar "un vélo"
    boundary Omar no:all until:2026-03-01
    busy Léa from:2026-02-01 to:2026-03-01
    boundary Léa no:referral
    """
    assert told(story) == [("introduction", "Léa", "Omar")]


def test_an_introduction_that_is_under_way_is_not_suggested(story):
    """
    tie Léa
    tie Omar
    need Léa "un vélo"
    offer Omar "un vélo"
    """
    fact = Brokered(
        story.id("Omar"), story.id("Léa"), date(2026, 2, 1), IntroductionId("x"), Step.OFFERED
    )
    record(story.desk, [fact], "introduce")

    assert told(story) == []


def test_to_be_named_in_one_letter_is_not_to_know_each_other(story):
    """
    tie Léa
    tie Omar
    need Léa "un vélo"
    offer Omar "un vélo"
    """
    named = Encounter(
        story.id("Léa"), story.id("Omar"), date(2026, 1, 1), Channel.CROSSED, key="crossed 1"
    )
    record(story.desk, [named], "crossed")

    assert told(story) == [("introduction", "Léa", "Omar")]


def test_birthdays_of_the_week_are_told(story):
    """
    person Léa birthday:1984-03-05
    person Omar birthday:--05-05
    """
    assert told(story) == [("birthday", "Léa", None)]


def test_a_tie_goes_quiet_by_the_rhythm_i_chose(story):
    """
    person Léa circle:Fac
    tie Léa
    tie Omar
    2025-12-01 met Léa
    2026-01-01 rhythm 30 circle:fac
    """
    assert told(story) == [("quiet", "Léa", None)]

    story.tell("2026-02-20 wrote Léa by:them", "later.journal")
    assert told(story) == []


def test_the_door_somebody_opened_is_told_of(carnet):
    carnet.tell("tie Léa\ntie Omar\n2026-02-20 met Omar")
    goal = carnet.plan("introduction", person="Omar")
    carnet.asked("Léa", "2026-02-01", "introduction", ask=goal.id)
    carnet.tell("2026-02-03 answered Léa yes", "later.journal")

    assert told(carnet) == [("outcome", "Léa", "Omar")]
    assert "Omar" in letter(carnet, "1").body


def test_the_end_of_a_goal_is_told_in_the_words_of_the_end(carnet):
    carnet.tell("tie Léa")
    goal = carnet.plan("advice", person="Léa")
    carnet.asked("Léa", "2026-02-01", "advice", ask=goal.id)
    carnet.tell("2026-02-03 answered Léa yes", "later.journal")
    carnet.book.keep(replace(goal, done=date(2026, 2, 20)))

    assert told(carnet) == [("outcome", "Léa", None)]
    assert "votre conseil" in letter(carnet, "1").body


def test_help_without_a_word_is_told_the_end_by_the_kind_of_the_goal(carnet):
    carnet.tell("tie Léa")
    goal = carnet.plan("review", person="Léa")
    carnet.asked("Léa", "2026-02-01", "review", ask=goal.id)
    carnet.tell("2026-02-03 received Léa\n2026-02-04 thanked Léa", "later.journal")
    carnet.book.keep(replace(goal, done=date(2026, 2, 20)))

    outcome = next(one for one in giving(carnet.desk).items if one.what is What.OUTCOME)
    assert "votre relecture" in letter(carnet, outcome.suggestion.key).body


def test_thanks_name_the_help_that_was_asked_for(story):
    """
    tie Léa
    tie Omar
    2026-02-01 asked Léa advice
    2026-02-03 answered Léa yes
    2026-02-04 received Léa "m'a conseillée"
    2026-02-04 received Omar "m'a conseillée"
    """
    assert "votre conseil" in letter(story, "1").body
    assert "votre aide du 4 février" in letter(story, "2").body
    assert letter(story, "2", lang="en").language == "en"


def test_an_idea_that_ended_is_told_to_its_giver(story):
    """
    tie Léa
    tie Omar
    2026-02-01 lead Léa -- Omar "voir Omar"
    2026-02-20 ended Léa -- Omar "voir Omar" "un bel échange"
    """
    assert told(story) == [("lead", "Léa", "Omar")]
    assert "un bel échange" in letter(story, "1").body

    did(story.desk, pick(giving(story.desk).items, "1"))
    assert told(story) == []


GIFTS = """
tie Léa
person Léa birthday:--03-04
offer me "un vélo"
need Léa "un vélo"
2026-02-01 received Léa "m'a relue"
"""


def test_done_is_kept_as_the_fact_it_is(carnet):
    carnet.tell(GIFTS)
    batch, _ = did(carnet.desk, pick(giving(carnet.desk).items, "1"))

    assert [fact.on for fact in carnet.deeds(Thanked)] == [date(2026, 3, 1)]
    assert told(carnet)[0] == ("offer", "Léa", None)

    undo(carnet.desk, batch)
    assert told(carnet)[0] == ("thanks", "Léa", None)


def test_done_already_clears_one_line_for_good(carnet):
    carnet.tell(GIFTS)
    offer = next(one for one in giving(carnet.desk).items if one.what is What.OFFER)
    did(carnet.desk, offer)

    assert ("offer", "Léa", None) not in told(carnet, "2027-03-02")
    assert len(carnet.deeds(Settled)) == 1


def test_later_and_no(carnet, refused):
    carnet.tell(GIFTS)
    birthday = giving(carnet.desk).items[-1]
    snooze(carnet.desk, birthday, date(2026, 3, 4))
    assert ("birthday", "Léa", None) not in told(carnet, "2026-03-03")
    assert ("birthday", "Léa", None) in told(carnet, "2026-03-04")

    _, fact = snooze(carnet.desk, birthday, None)
    assert fact.until == date(2026, 3, 15)
    assert ("birthday", "Léa", None) not in told(carnet, "2026-03-04")
    snooze(carnet.desk, birthday, date(2026, 3, 4))
    assert ("birthday", "Léa", None) in told(carnet, "2026-03-04")

    let_go(carnet.on("2026-03-04").desk, birthday)
    assert ("birthday", "Léa", None) not in told(carnet, "2026-03-04")

    with refused("give.snooze-past", day="2026-03-01"):
        snooze(carnet.desk, birthday, date(2026, 3, 1))


def test_a_line_is_named_by_its_number_or_its_key(carnet, refused):
    carnet.tell(GIFTS)
    items = giving(carnet.desk).items

    assert pick(items, "2") == pick(items, items[1].suggestion.key.upper()) == items[1]
    for word in ("0", "99", "zzzzzz", "", "9" * 5000):
        with refused("give.unknown", word=word):
            pick(items, word)
    with refused("give.nothing", word="1"):
        pick((), "1")


def test_what_was_settled_follows_a_merge(carnet):
    carnet.tell(GIFTS)
    did(carnet.desk, next(one for one in giving(carnet.desk).items if one.what is What.OFFER))
    carnet.tell('tie "Anna Roy"', "other.journal")
    merge(carnet.desk, carnet.person("Léa"), carnet.person("Anna"))

    assert not any(what == "offer" for what, _, _ in told(carnet))


def test_no_goal_and_no_plan_has_a_part_in_giving(carnet):
    more = 'tie Omar\nneed Omar "un vélo"\n2025-01-01 met Omar\n2026-01-01 rhythm Omar 30\n'
    carnet.tell(GIFTS + more)
    before = told(carnet)

    for kind in ("advice", "interview", "introduction", "referral"):
        goal = carnet.plan(kind, person="Omar", purpose="un vélo", by=date(2026, 3, 3))
        step = Planned(
            carnet.id("Omar"), date(2026, 3, 1), "n1", goal.id, Kind(kind), date(2026, 3, 2)
        )
        record(carnet.desk, [step], "plan")
    carnet.plan("ideas")
    record(carnet.desk, [Promised(carnet.id("Omar"), date(2026, 3, 1), "un livre")], "promised")

    assert told(carnet) == before
