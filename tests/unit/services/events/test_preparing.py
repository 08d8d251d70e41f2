"""The brief of an event: whom to meet, why, how to begin, and whom one knows there already."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.coach.brief.model import Why
from entregent.coach.brief.ways import How
from entregent.content import Content
from entregent.domain.events import Mode
from entregent.domain.time_of_day import TimeOfDay
from entregent.services.events.preparing import prepare


def brief_of(evening, lang="fr", address="vous"):
    return prepare(evening.desk, evening.event, Content(), lang, address)


def met(brief):
    return {one.worth.attendee.name: one for one in brief.meet}


def why(brief, name):
    return [reason.why for reason in met(brief)[name].worth.because]


def told(brief):
    return {one.familiar.person.name: one for one in brief.familiar}


def test_without_a_list_and_knowing_nobody_there_is_still_a_brief(evening):
    brief = brief_of(evening)
    assert (brief.list, brief.past, brief.meet, brief.familiar) == ("no", "no", (), ())
    assert brief.pace.known == "no"
    assert len(brief.arriving) == 3
    assert brief.openings[0].replace("\xa0", " ") == "Bonjour. Qu’est-ce qui vous amène ici ?"
    assert brief.answers == ()


def test_the_hour_and_the_mode_are_heeded(evening_of):
    """me "Nadia Benali" title:Acheteuse company:Michelin"""
    evening = evening_of(begins=TimeOfDay.parse("18:30"), ends=TimeOfDay.parse("20:30"))
    brief = brief_of(evening)
    assert brief.openings[0].startswith("Bonsoir, je suis Nadia Benali.")
    assert (brief.pace.minutes, brief.pace.known) == (120, "yes")
    assert [one.seconds for one in brief.answers] == [10, 30]
    friendly = brief_of(evening_of(mode=Mode.FRIENDSHIP))
    assert friendly.pace is None
    assert friendly.openings[0].startswith("Bonjour, je suis Nadia. Qu’est-ce qui vous a donné")
    assert [one.seconds for one in friendly.answers] == [10]
    english = brief_of(evening, "en", "tu")
    assert english.openings == (
        "Good evening, I’m Nadia Benali. What brings you here?",
        "Is this your first time here?",
    )
    late = brief_of(evening_of(day=date(2026, 2, 1)))
    assert late.past == "yes"


def test_open_asks_goals_and_offers_say_whom_to_meet(evening_of, story):
    """
    me "Nadia Benali" title:Acheteuse company:Michelin topics:x
    offer me "relecture en anglais"
    need me "un graphiste"
    person "Ida Lund" company:Fjord
    """
    story.plan("introduction", company="Orbital")
    story.plan("introduction", person="Ida Lund")
    story.plan("advice", sector="aéronautique")
    story.plan("advice", topic="menuiserie")
    story.plan("ideas")
    evening = evening_of("vélo", desk=story.informed().desk)
    evening.list(
        "Name,Company,Job Title,Topics,Offers,Needs\n"
        "Omar Haddad,Orbital,,,,\n"
        "Ida Lund,Fjord,,,,\n"
        "Tom Weiss,,,bike,,\n"
        "Léa Arden,Volèle,,,,\n"
        "Zoé Petit,,Menuiserie,,,\n"
        "Ali Kaya,,,,graphiste,\n"
        "Eva Roux,,,,,relecture en anglais\n"
        "Max Bois,Dupuis,Notaire,,,\n"
    )
    brief = brief_of(evening)
    assert {name: why(brief, name) for name in met(brief)} == {
        "Ida Lund": [Why.ASKED_FOR],
        "Omar Haddad": [Why.WANTED_COMPANY],
        "Ali Kaya": [Why.THEY_OFFER],
        "Eva Roux": [Why.THEY_SEEK],
        "Tom Weiss": [Why.GOAL],
        "Léa Arden": [Why.WANTED_FIELD],
        "Zoé Petit": [Why.WANTED_FIELD],
    }


def test_one_trade_is_not_taken_for_another(evening_of, story):
    """
    me "Inès Moreau" title:Graphiste
    need me "un graphiste"
    """
    evening = evening_of(desk=story.informed().desk)
    evening.list("Name,Job Title,Offers\nTom Vert,Architecte d’intérieur,architecture d’intérieur")
    assert met(brief_of(evening)) == {}


def test_what_somebody_looks_for_may_be_given_by_whom_i_know(evening_of, story):
    """
    person "Karim Benali" title:graphiste
    person "Paul Blin" title:graphiste
    person "Yann Roux" title:graphiste
    person "Luc Stranger" title:graphiste
    tie "Karim Benali" context:personal
    tie "Paul Blin" context:personal
    tie "Yann Roux" context:personal
    boundary "Paul Blin" no:introduction
    2026-02-25 asked "Yann Roux" advice
    """
    evening = evening_of(desk=story.informed().desk)
    evening.list("Name,Company,Needs\nOmar Haddad,Orbital,un graphiste")
    brief = brief_of(evening)
    (reason,) = met(brief)["Omar Haddad"].worth.because
    assert (reason.why, brief.called[reason.person]) == (Why.NETWORK_GIVES, "Karim Benali")


def test_a_title_answers_where_it_says_all_that_is_looked_for(evening_of, story):
    """
    person "Karim Benali" title:acheteuse
    tie "Karim Benali" context:personal
    person "Yann Roux"
    tie "Yann Roux" context:personal
    offer "Yann Roux" "plastique"
    """
    evening = evening_of(desk=story.informed().desk)
    evening.list(
        "Name,Company,Needs\nOmar Haddad,Orbital,une acheteuse\nIda Lund,,acheteuse plastique"
    )
    brief = brief_of(evening)
    given = {name: one.worth.because[0].person for name, one in met(brief).items()}
    assert given == {"Omar Haddad": story.id("Karim Benali"), "Ida Lund": story.id("Yann Roux")}


def test_whom_i_know_is_told_apart_with_what_is_between_us(evening_of):
    """
    person "Léa Arden" company:Orbital topics:x
    tie "Léa Arden" context:both address:tu
    2026-01-10 received "Léa Arden" "m’a présenté Omar"
    person "Karim Benali" company:Atelier
    tie "Karim Benali" context:personal
    2024-05-12 met "Karim Benali"
    person "Ida Lund" company:Fjord
    tie "Ida Lund" context:professional address:vous
    2026-02-25 asked "Ida Lund" advice
    person "Tom Weiss" company:Weiss
    tie "Tom Weiss" context:professional
    2026-02-20 met "Tom Weiss"
    person "Zoé Petit" company:Dupuis
    tie "Zoé Petit" context:personal
    """
    evening = evening_of()
    evening.list(
        "Name,Company\nLéa Arden,Orbital\nKarim Benali,Atelier\nIda Lund,Fjord\n"
        "Tom Weiss,Weiss\nZoé Petit,Dupuis"
    )
    brief = brief_of(evening)
    assert brief.meet == ()
    assert brief.there == ("Tom Weiss",)
    assert list(told(brief)) == ["Léa Arden", "Karim Benali", "Zoé Petit", "Ida Lund"]
    lea, karim, ida = (told(brief)[name] for name in ("Léa Arden", "Karim Benali", "Ida Lund"))
    assert lea.familiar.thanks.text == "m’a présenté Omar"
    assert lea.say.replace("\xa0", " ") == "Avant tout, merci : ton aide a compté."
    assert (karim.familiar.quiet, karim.familiar.last) == ("yes", date(2024, 5, 12))
    assert karim.say.startswith("Ça fait longtemps")
    assert (ida.familiar.rests, ida.familiar.awaited.on) == (date(2026, 3, 11), date(2026, 2, 25))
    assert (ida.say, told(brief)["Zoé Petit"].say) == ("", "")


def test_an_open_promise_comes_before_the_pleasure_of_meeting_again(evening_of, story):
    """
    person "Léa Arden" company:Orbital
    tie "Léa Arden" context:personal address:vous
    """
    from entregent.domain.upkeep import Promised, Side
    from entregent.services.recording import record

    lea, day = story.id("Léa Arden"), date(2026, 2, 1)
    said = [Promised(lea, day, "lui envoyer l’article"), Promised(lea, day, "un livre", Side.THEM)]
    record(story.desk, said, "promise")
    evening = evening_of()
    evening.list("Name,Company\nLéa Arden,Orbital")
    one = told(brief_of(evening))["Léa Arden"]
    assert [promise.text for promise in one.familiar.mine] == ["lui envoyer l’article"]
    assert [promise.text for promise in one.familiar.theirs] == ["un livre"]
    assert one.say.startswith("Je n’ai pas oublié ma promesse")


def test_what_the_book_knows_of_somebody_counts_for_those_i_know(evening_of, story):
    """
    me "Nadia Benali" projects:"réemploi"
    offer me "relecture"
    person "Léa Arden" company:Orbital projects:"réemploi"
    tie "Léa Arden" context:professional
    need "Léa Arden" "une relecture"
    offer "Léa Arden" "un bureau"
    2026-02-20 met "Léa Arden"
    """
    evening = evening_of(desk=story.informed().desk)
    evening.list("Name,Company\nLéa Arden,Orbital")
    lea = told(brief_of(evening))["Léa Arden"]
    assert [reason.why for reason in lea.familiar.because] == [Why.THEY_SEEK, Why.SUBJECT]


@pytest.mark.parametrize(
    ("more", "how"),
    [
        ('tie "Léa Arden" -- "Omar Haddad" closeness:good', How.TIED),
        ("", How.HOUSE),
    ],
)
def test_whoever_i_know_there_may_introduce_me(evening_of, story, more, how):
    """
    person "Léa Arden" company:Orbital
    tie "Léa Arden" context:personal
    person "Omar Haddad" company:Orbital
    person "Tom Weiss" company:Orbital
    """
    if more:
        story.tell(more)
    story.plan("introduction", company="Orbital")
    evening = evening_of()
    evening.list("Name,Company\nLéa Arden,Orbital\nOmar Haddad,Orbital\nTom Weiss,Orbital")
    one = met(brief_of(evening))["Omar Haddad"]
    assert (one.way.ally.name, one.way.how) == ("Léa Arden", how)
    assert one.asking.replace("\xa0", " ") == (
        "Tu connais Omar Haddad ? Si l’occasion se présente, tu nous présenterais ?"
    )
    assert [person.name for person in one.mutual] == (["Léa Arden"] if more else [])


def test_whoever_rests_or_would_rather_not_is_not_asked_to_introduce(evening_of, story):
    """
    person "Léa Arden" company:Orbital
    tie "Léa Arden" context:personal
    boundary "Léa Arden" no:introduction
    person "Zoé Petit" company:Orbital
    tie "Zoé Petit" context:personal
    2026-02-25 asked "Zoé Petit" advice
    """
    story.plan("introduction", company="Orbital")
    evening = evening_of()
    evening.list("Name,Company\nLéa Arden,Orbital\nOmar Haddad,Orbital\nZoé Petit,Orbital")
    assert met(brief_of(evening))["Omar Haddad"].way is None


def test_nobody_left_out_nor_of_a_house_that_must_not_know_is_suggested(evening_of):
    """
    me "Nadia Benali" company:Michelin
    person "Paul Durand" company:Orbital
    person "Max Bois" company:Michelin
    leave-out "Paul Durand"
    discreet company:Michelin
    """
    evening = evening_of("achats")
    evening.list(
        "Name,Company,Job Title,Email\n"
        "Paul Durand,Orbital,Achats,\n"
        "P Durand,,Achats,\n"
        "Max Bois,,Achats,max@perso.example\n"
        "Ida Lund,Michelin,Achats,\n"
        "Eva Roux,,Achats,eva.roux@michelin.example\n"
        "Tom Weiss,Weiss,Achats,tom@weiss.example\n"
    )
    brief = brief_of(evening)
    assert list(met(brief)) == ["P Durand", "Tom Weiss"]
    assert (brief.search, brief.beware) == ("discreet", ("Michelin",))


def test_who_may_be_known_is_told_with_a_perhaps(evening_of):
    """
    person "Jean Martin" company:Semelle
    tie "Jean Martin" context:personal
    """
    evening = evening_of("achats")
    evening.list("Name,Company,Job Title\nJean Martin,Orbital,Achats\nTom Weiss,,Achats")
    one = met(brief_of(evening))["Jean Martin"]
    assert [person.name for person in one.perhaps] == ["Jean Martin"]
    assert "nous nous connaissons déjà" in one.openings[0]
    assert met(brief_of(evening))["Tom Weiss"].perhaps == ()


def test_bridges_are_made_beforehand_from_their_words_to_what_is_mine(evening_of):
    """me "Nadia Benali" title:Acheteuse company:Michelin projects:"réemploi des emballages\""""
    evening = evening_of("emballage")
    evening.list("Name,Company,Job Title,Topics\nOmar Haddad,,Emballage,\nIda Lund,,,emballage")
    told = {
        name: [one.thing.to for one in met_one.bridges]
        for name, met_one in met(brief_of(evening)).items()
    }
    assert told == {
        "Ida Lund": ["réemploi des emballages"],
        "Omar Haddad": ["réemploi des emballages"],
    }
    friendly = replace(evening.event, mode=Mode.FRIENDSHIP)
    brief = prepare(evening.desk, friendly, Content(), "fr", "tu")
    assert [one.worth.attendee.name for one in brief.meet] == ["Ida Lund"]
    assert len(brief.meet[0].bridges) == 1


def test_i_stand_in_no_brief_though_a_list_names_me(evening_of, story):
    """person "Nadia Benali" company:Michelin"""
    evening = evening_of("achats")
    evening.list(
        "Name,Company,Job Title,Email\nNadia Benali,Michelin,Achats,n@b.example\n,,,x@y.example"
    )
    story.tell('me "Nadia Benali" email:n@b.example company:Michelin')
    assert brief_of(evening).meet == ()


def test_what_the_book_says_of_a_company_tells_its_sector(evening_of, story):
    """company Orbital sector:voile"""
    evening = evening_of("voile", desk=story.informed().desk)
    evening.list("Name,Company\nOmar Haddad,Orbital\nEva Roux,Autre")
    assert why(brief_of(evening), "Omar Haddad") == [Why.GOAL]
