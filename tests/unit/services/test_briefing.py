"""Briefing: what a message is written from, as the book knows it."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.asking import (
    Candidate,
    Chain,
    Code,
    Goal,
    ToFriends,
    ToPerson,
    ToSector,
    ToTopic,
    Verdict,
)
from entregent.domain.ids import AskId, PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.words import Address, Closeness, Context, Kind, Said
from entregent.drafts.brief import Me, Medium, Shared, Wanted
from entregent.services.asking import judge_in
from entregent.services.briefing import brief_for, given_name, language_of, name_of
from entregent.services.drafting import finish
from entregent.services.world import world


@pytest.fixture
def brief(story):
    """Return the brief for the first candidate of a goal, or for the one named."""

    def of(goal, name=None):
        known = world(story.desk)
        candidates = judge_in(known, goal).candidates
        chosen = next(c for c in candidates if name is None or name_of(known, c.person) == name)
        return brief_for(known, goal, chosen, medium=Medium.EMAIL, language="fr")

    return of


def aiming(kind, target, **more):
    return Goal(AskId("g"), Kind(kind), target, **more)


def test_the_reader_as_i_know_them(story, brief):
    """
    person "Léa Martin" company:Airbus title:Acheteuse sector:aéronautique sector:espace lang:fr
    tie "Léa Martin" context:both address:tu closeness:close since:2012-09
    worked "Léa Martin" company:Michelin from:2014-02 to:2018-11
    2026-02-01 met "Léa Martin"
    """
    goal = aiming("advice", ToPerson(story.id("Léa")), purpose="mon CV", by=date(2026, 4, 1))
    said = brief(goal)
    reader = said.to
    assert (reader.name, reader.given, reader.company, reader.title) == (
        "Léa Martin",
        "Léa",
        "Airbus",
        "Acheteuse",
    )
    assert (reader.sector, reader.closeness, reader.context, reader.since) == (
        "aéronautique",
        Closeness.CLOSE,
        Context.BOTH,
        "2012-09",
    )
    assert reader.shared == Shared("Michelin", Month(2014, 2), Month(2018, 11))
    assert (said.address, said.language, said.last_met) == (Address.TU, "fr", date(2026, 2, 1))
    assert (said.purpose, said.by, said.kind, said.goal) == (
        "mon CV",
        date(2026, 4, 1),
        Kind.ADVICE,
        Kind.ADVICE,
    )
    assert Code.FRIEND in said.codes


def test_a_reader_of_whom_little_is_known(story, brief):
    """
    tie Omar
    """
    said = brief(aiming("advice", ToPerson(story.id("Omar"))))
    assert (said.to.company, said.to.title, said.to.sector, said.to.shared) == ("", "", "", None)
    assert (said.address, said.last_asked, said.last_met, said.helped) == (None, None, None, None)
    assert (said.times_asked, said.keep_for, said.steps) == (0, "", ())


def test_what_was_asked_before_and_what_thanks_are_owed(story, brief):
    """
    tie Omar closeness:good
    2026-01-10 asked Omar advice
    2026-01-11 answered Omar yes
    2026-02-20 asked Omar review
    2026-02-22 received Omar "relu"
    """
    said = brief(aiming("advice", ToPerson(story.id("Omar"))))
    assert (said.times_asked, said.last_asked, said.helped) == (
        2,
        date(2026, 2, 20),
        date(2026, 2, 22),
    )


def test_a_connector_is_told_whom_to_reach_and_where_they_work(story, brief):
    """
    person "Omar Haddad" company:Airbus title:"Directeur achats"
    tie Léa closeness:good
    tie Léa -- "Omar Haddad" closeness:good
    """
    omar = ToPerson(story.id("Omar"))
    said = brief(aiming("interview", omar))
    assert (said.kind, said.goal, said.steps) == (
        Kind.INTRODUCTION,
        Kind.INTERVIEW,
        ("Omar Haddad",),
    )
    assert said.wanted == Wanted("Omar Haddad", "Airbus", "Directeur achats")
    by_company = brief(story.plan("interview", company="Airbus"))
    assert by_company.wanted == Wanted("Omar Haddad", "Airbus", "Directeur achats")


def test_what_is_wanted_of_somebody_written_to_directly(story, brief):
    """
    person Léa company:Airbus title:"Cheffe de projet" sector:espace
    tie Léa closeness:close context:personal
    """
    assert brief(story.plan("interview", company="Airbus")).wanted == Wanted(company="Airbus")
    assert brief(aiming("interview", ToSector("espace"))).wanted == Wanted(sector="espace")
    topic = ToTopic("chef projet")
    story.tell('offer Léa "chef de projet"')
    assert brief(aiming("advice", topic)).wanted == Wanted(topic="chef projet")
    assert brief(aiming("ideas", ToFriends())).wanted == Wanted()


def test_somebody_without_an_employer_is_wanted_by_name(story, brief):
    """
    person Zoé title:Peintre
    tie Zoé
    """
    said = brief(aiming("advice", ToPerson(story.id("Zoé"))))
    assert said.wanted == Wanted("Zoé", "", "Peintre")


def test_a_person_to_reach_who_is_not_in_the_book_is_nobody(story):
    """
    tie Léa
    """
    known = world(story.desk)
    chain = Chain((story.book.owner, story.id("Léa")), 1.0)
    candidate = Candidate(story.id("Léa"), Kind.ADVICE, Verdict.GO, chain)
    goal = aiming("advice", ToPerson(PersonId("gone")))
    said = brief_for(known, goal, candidate, medium=Medium.SMS, language="fr")
    assert said.wanted == Wanted()
    assert name_of(known, PersonId("gone")) == ""
    assert language_of(known, PersonId("gone"), "fr") == "fr"


def test_somebody_untied_and_written_to_all_the_same(story):
    """
    person Léa
    """
    known = world(story.desk)
    lea = story.id("Léa")
    candidate = Candidate(lea, Kind.ADVICE, Verdict.GO, Chain((story.book.owner, lea), 1.0))
    goal = aiming("advice", ToPerson(lea))
    said = brief_for(known, goal, candidate, medium=Medium.SMS, language="xx")
    assert (said.to.closeness, said.to.context, said.to.since) == (None, None, "")
    assert (said.address, said.last_met, said.language) == (None, None, "en")


def test_me_in_the_words_of_my_own_profile(story, brief):
    """
    me "Nadia Benali" email:nadia@exemple.fr title:Acheteuse company:Michelin projects:réemploi
    me "Nadia Benali" topic:plastique client:mairie
    tie Léa
    """
    assert brief(aiming("advice", ToPerson(story.id("Léa")))).me == Me(
        "Nadia Benali",
        "Nadia",
        title="Acheteuse",
        company="Michelin",
        email="nadia@exemple.fr",
        projects=("réemploi",),
        topics=("plastique",),
        clients=("mairie",),
    )


def test_a_name_is_enough_about_me(story, brief):
    """
    me "Nadia Benali"
    tie Léa
    """
    assert brief(aiming("advice", ToPerson(story.id("Léa")))).me == Me("Nadia Benali", "Nadia")


def test_an_owner_whom_nothing_portrays_is_nobody(story):
    """
    tie Léa
    """
    known = world(story.desk)
    lea = story.person("Léa")
    alone = replace(known, situation=replace(known.situation, people={lea.id: lea}))
    candidate = Candidate(lea.id, Kind.ADVICE, Verdict.GO, Chain((story.book.owner, lea.id), 1.0))
    goal = aiming("advice", ToPerson(lea.id))
    assert brief_for(alone, goal, candidate, medium=Medium.SMS, language="fr").me == Me()


def test_of_an_owner_without_a_name_nothing_is_said(story, brief):
    """
    tie Léa
    """
    assert brief(aiming("advice", ToPerson(story.id("Léa")))).me == Me()


@pytest.mark.parametrize(
    ("secret", "said"),
    [("", "open"), ("discreet company:Safran", "discreet"), ("discreet Paul", "discreet")],
)
def test_a_search_that_some_must_not_know_of_stays_between_us(story, brief, secret, said):
    """
    tie Léa
    """
    if secret:
        story.tell(secret)
    assert brief(aiming("advice", ToPerson(story.id("Léa")))).discreet == said


def test_somebody_kept_for_another_goal_is_told_which(story, brief):
    """
    person Léa company:Airbus
    tie Léa closeness:good
    """
    other = story.plan("interview", company="Airbus", purpose="les achats")
    goal = story.plan("review", person="Léa")
    assert brief(goal).keep_for == "les achats"
    finish(story.desk, other.id, catalogue=Content(), lang=None)
    assert brief(goal).keep_for == ""


def test_the_same_ask_is_written_alike_and_two_people_differently(story, brief):
    """
    person Léa company:Airbus
    person Omar company:Airbus
    tie Léa closeness:good
    tie Omar closeness:good
    """
    goal = story.plan("interview", company="Airbus")
    assert brief(goal, "Léa").seed == brief(goal, "Léa").seed
    assert brief(goal, "Léa").seed != brief(goal, "Omar").seed


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Léa Martin", "Léa"),
        ("Martin, Léa", "Léa"),
        ("MARTIN Jean Paul", "Jean"),
        ("MARTIN", "MARTIN"),
        ("Martin,", "Martin"),
        ("J. Martin", "J."),
        ("Dr Élise Hamon", "Élise"),
        ("Prof. H. Iyer", "H."),
        ("Mme Lefèvre", ""),
        ("Me", ""),
        ("", ""),
    ],
)
def test_the_name_one_would_call_somebody_by(name, given):
    assert given_name(Person(PersonId("p"), name)) == given


def test_a_given_name_that_was_told_comes_first():
    told = ((Said.NOTE, "?"), (Said.GIVEN, "Jean-Paul"))
    assert given_name(Person(PersonId("p"), "Martin J.", details=told)) == "Jean-Paul"
