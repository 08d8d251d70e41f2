"""Whom to meet at an event, why, how to begin, through whom, and how many in an evening."""

from datetime import date

import pytest

from entregent.coach.brief.choosing import worth_meeting
from entregent.coach.brief.model import Aims, Attendee, Reason, Why, Worth
from entregent.coach.brief.openings import Openers
from entregent.coach.brief.pace import Pace, pace
from entregent.coach.brief.reasons import reasons
from entregent.coach.brief.ways import Ally, How, Way, way_to
from entregent.content import Content
from entregent.domain.events import Mode
from entregent.domain.ids import PersonId
from entregent.domain.text import tokens
from entregent.locale.speech import Speech

SMALL = {"un", "une", "de", "des", "en", "le", "la", "les", "chez"}
OMAR, LEA, ZOE = PersonId("omar"), PersonId("lea"), PersonId("zoe")


def senses(text):
    return frozenset(set(tokens(text)) - SMALL)


def why(who, aims, mode=Mode.NETWORK):
    return [reason.why for reason in reasons(who, aims, mode, senses)]


@pytest.mark.parametrize(
    ("who", "aims", "reason"),
    [
        (
            Attendee("Omar", person=OMAR),
            Aims(people=(OMAR,)),
            Reason(Why.ASKED_FOR, theirs="Omar"),
        ),
        (
            Attendee("Omar", "Orbital SAS"),
            Aims(companies=("orbital",)),
            Reason(Why.WANTED_COMPANY, "orbital", "Orbital SAS"),
        ),
        (
            Attendee("Omar", "Orbital"),
            Aims(goals=("parler à quelqu’un chez Orbital",)),
            Reason(Why.WANTED_COMPANY, "parler à quelqu’un chez Orbital", "Orbital"),
        ),
        (
            Attendee("Omar", offers=("relecture de contrats",)),
            Aims(needs=("relecture",)),
            Reason(Why.THEY_OFFER, "relecture", "relecture de contrats"),
        ),
        (
            Attendee("Omar", needs=("une stagiaire",)),
            Aims(offers=("stagiaire",)),
            Reason(Why.THEY_SEEK, "stagiaire", "une stagiaire"),
        ),
        (
            Attendee("Omar", needs=("un acheteur",)),
            Aims(work="Acheteur"),
            Reason(Why.SOUGHT, "Acheteur", "un acheteur"),
        ),
        (
            Attendee("Omar", title="Responsable achats"),
            Aims(goals=("achats",)),
            Reason(Why.GOAL, "achats", "Responsable achats"),
        ),
        (
            Attendee("Omar", sectors=("aéronautique",)),
            Aims(fields=("aéronautique",)),
            Reason(Why.WANTED_FIELD, "aéronautique", "aéronautique"),
        ),
        (
            Attendee("Omar", needs=("un graphiste",)),
            Aims(around=((LEA, "graphiste", "un graphiste"),)),
            Reason(Why.NETWORK_GIVES, "graphiste", "un graphiste", LEA),
        ),
        (
            Attendee("Omar", topics=("escalade",)),
            Aims(subjects=("Escalade",)),
            Reason(Why.SUBJECT, "Escalade", "escalade"),
        ),
        (
            Attendee("Omar", "Orbital"),
            Aims(clients=("Orbital",)),
            Reason(Why.CLIENT, "Orbital", "Orbital"),
        ),
        (
            Attendee("Omar", "Orbital"),
            Aims(places=("Orbital",)),
            Reason(Why.ONCE_THERE, "Orbital", "Orbital"),
        ),
        (
            Attendee("Omar", title="Acheteur"),
            Aims(work="acheteur"),
            Reason(Why.SAME_WORK, "acheteur", "Acheteur"),
        ),
    ],
)
def test_their_words_and_mine_give_the_reason(who, aims, reason):
    assert reasons(who, aims, Mode.NETWORK, senses) == (reason,)


def test_one_word_of_many_in_common_is_no_reason():
    who = Attendee("Omar", topics=("achats durables en Afrique",))
    assert why(who, Aims(subjects=("achats de billets de train",))) == []


def test_a_short_name_within_a_goal_is_no_company():
    assert why(Attendee("Omar", "Un"), Aims(goals=("trouver un stage",))) == []


def test_nobody_gives_themself_what_they_look_for():
    who = Attendee("Omar", needs=("un graphiste",), person=OMAR)
    assert why(who, Aims(around=((OMAR, "graphiste", "un graphiste"),))) == []


def test_of_many_reasons_the_strongest_three_stand():
    who = Attendee("Omar", "Orbital", "Acheteur", ("escalade",), needs=("un graphiste",))
    aims = Aims(
        goals=("acheteur",), offers=("graphiste",), subjects=("escalade",), clients=("Orbital",)
    )
    assert why(who, aims) == [Why.THEY_SEEK, Why.GOAL, Why.SUBJECT]


def test_to_make_friends_work_is_no_reason():
    who = Attendee("Omar", "Orbital", "Acheteur", ("escalade",), circles=("chorale",))
    aims = Aims(goals=("chorale",), subjects=("escalade",), companies=("Orbital",), work="acheteur")
    assert why(who, aims, Mode.FRIENDSHIP) == [Why.GOAL, Why.SUBJECT]


def test_two_reasons_never_rest_on_the_same_words():
    aims = Aims(clients=("Orbital",), places=("Orbital",))
    assert why(Attendee("Omar", "Orbital"), aims) == [Why.CLIENT]


def test_one_speaks_of_what_they_said_and_not_of_their_title():
    who = Attendee("Omar", "Orbital", "Acheteur", ("escalade", "voile"), needs=("un graphiste",))
    seek = Reason(Why.THEY_SEEK, "graphiste", "un graphiste")
    because = (seek, Reason(Why.GOAL, "acheteur", "Acheteur"), Reason(Why.CLIENT, "", "Orbital"))
    worth = Worth(who, because)
    assert worth.talk == ("un graphiste", "escalade", "voile")
    assert worth.gifts == (seek,)


def names(attendees, aims, mode=Mode.NETWORK):
    return [worth.attendee.name for worth in worth_meeting(attendees, aims, mode, senses)]


def test_nobody_is_proposed_to_fill_a_list():
    attendees = [Attendee("Omar", "Orbital", "Pilote"), Attendee("Léa", "Vélanor")]
    assert names(attendees, Aims(goals=("achats",))) == []


def test_one_slight_reason_is_too_little_and_two_are_enough():
    aims = Aims(places=("Orbital",), work="acheteur")
    attendees = [Attendee("Omar", "Orbital"), Attendee("Léa", "Orbital", "Acheteur")]
    assert names(attendees, aims) == ["Léa"]


def test_those_most_worth_it_come_first_and_equals_by_name():
    aims = Aims(goals=("achats",), subjects=("escalade",), people=(ZOE,))
    attendees = [
        Attendee("Yann", topics=("escalade",)),
        Attendee("Omar", title="achats"),
        Attendee("Élie", title="achats"),
        Attendee("Zoé", person=ZOE),
    ]
    assert names(attendees, aims) == ["Zoé", "Élie", "Omar", "Yann"]


def test_eight_at_most_and_no_company_takes_all_places():
    aims = Aims(goals=("achats",))
    house = [Attendee(f"A{n}", "Orbital", "achats") for n in range(9)]
    others = [Attendee(f"B{n}", f"Maison {n}", "achats") for n in range(9)]
    assert names([*house, *others], aims) == ["A0", "A1", *(f"B{n}" for n in range(6))]
    assert names([*house, *others[:1]], aims) == ["A0", "A1", "B0", "A2", "A3"]
    assert names([Attendee(f"C{n}", title="achats") for n in range(9)], aims) == [
        f"C{n}" for n in range(8)
    ]


@pytest.mark.parametrize(
    ("minutes", "least", "most"),
    [(0, 1, 1), (30, 1, 1), (60, 1, 1), (90, 2, 3), (120, 3, 5), (180, 6, 8), (600, 8, 8)],
)
def test_an_evening_holds_few_conversations(minutes, least, most):
    assert pace(minutes) == Pace(minutes, least, most, known="yes")


def test_without_an_end_two_hours_are_supposed():
    assert pace(None) == Pace(120, 3, 5, known="no")


def test_whoever_knows_them_introduces_before_a_colleague():
    who = Attendee("Omar", "Orbital", circles=("Chorale",), person=OMAR)
    tied = Ally(LEA, "Léa", knows=frozenset({OMAR}))
    colleague = Ally(ZOE, "Zoé", ("Orbital SA",), ("chorale",))
    assert way_to(who, [colleague, tied]) == Way(tied, How.TIED)
    assert way_to(who, [colleague]) == Way(colleague, How.HOUSE, "Orbital")
    singer = Ally(ZOE, "Zoé", (), ("voile", "chorale"))
    assert way_to(who, [singer]) == Way(singer, How.CIRCLE, "chorale")
    assert way_to(Attendee("Tom"), [colleague, tied]) is None
    assert way_to(who, [Ally(OMAR, "Omar", ("Orbital",))]) is None


def openers(address="vous", mode=Mode.NETWORK, me="Nadia Benali", hour="evening"):
    lang = "en" if address == "en" else "fr"
    speech = Speech(lang, {}, date(2026, 3, 1))
    return Openers(Content().template("brief/openings"), address, mode, me, hour, speech)


@pytest.mark.parametrize(
    ("worth", "first"),
    [
        (Worth(Attendee("Omar", perhaps=(OMAR,)), ()), "Je crois que nous nous connaissons déjà ?"),
        (
            Worth(Attendee("Omar"), (Reason(Why.THEY_SEEK, "graphiste", "Un graphiste"),)),
            (
                "J’ai lu que vous cherchez « un graphiste » : j’ai peut-être une piste."
                " Vous m’en dites un peu plus ?"
            ),
        ),
        (
            Worth(Attendee("Omar"), (Reason(Why.SOUGHT, "Graphiste", "Un graphiste"),)),
            (
                "J’ai lu que vous cherchez « un graphiste » : c’est mon métier."
                " De quoi auriez-vous besoin ?"
            ),
        ),
        (
            Worth(Attendee("Omar", topics=("RSE",)), (Reason(Why.SUBJECT, "RSE", "RSE"),)),
            (
                "J’ai vu « RSE » à côté de votre nom, et ça me parle aussi."
                " Comment ça a commencé pour vous ?"
            ),
        ),
        (
            Worth(Attendee("Omar", "SNCF"), (Reason(Why.ONCE_THERE, "SNCF", "SNCF"),)),
            "J’ai travaillé à la SNCF, moi aussi. Vous y êtes depuis longtemps ?",
        ),
        (
            Worth(Attendee("Omar", "Orbital"), ()),
            "Vous travaillez chez Orbital, si j’ai bien lu. Sur quoi, en ce moment ?",
        ),
        (Worth(Attendee("Omar"), ()), "Qu’est-ce qui vous amène ici ?"),
    ],
)
def test_one_begins_with_what_is_nearest_to_them(worth, first):
    said = [text.replace("\xa0", " ") for text in openers().to(worth)]
    assert said[0] == f"Bonsoir, je suis Nadia Benali. {first}"
    assert len(said) == 2


def test_what_is_too_long_to_be_said_is_left_to_another_way():
    long = "une relecture attentive de tous nos contrats de sous-traitance"
    worth = Worth(Attendee("Omar", title="Acheteur"), (Reason(Why.THEY_OFFER, "relecture", long),))
    assert openers("en").to(worth)[0] == (
        "Good evening, I’m Nadia Benali. I read “acheteur” next to your name."
        " What does a good day look like?"
    )


def test_a_subject_that_the_list_does_not_name_is_not_said_to_be_read():
    worth = Worth(Attendee("Omar"), (Reason(Why.SUBJECT, "achats", "des achats durables"),))
    assert "achats" not in "".join(openers().to(worth))


def test_to_make_friends_nothing_is_said_of_work():
    worth = Worth(Attendee("Omar", "Orbital", "Acheteur"), ())
    said = openers("tu", Mode.FRIENDSHIP, me="", hour="day").to(worth)
    assert [text.replace("\xa0", " ") for text in said] == [
        "Bonjour. Qu’est-ce qui t’a donné envie de venir ?",
        "Je peux te tenir compagnie un moment ?",
    ]
    assert openers("en", Mode.FRIENDSHIP, me="").to_anybody()[0].startswith("Hello. What made")


def test_there_are_words_for_arriving_for_friends_and_for_whoever_introduces():
    told = openers()
    assert "Omar" in told.asking("Omar", "tu")
    assert told.warm("thanks", "en") == "First of all, thank you: your help mattered."
    assert all(text and said for text, said in told.arriving())
    assert openers("en").arriving()[0][1] == "Whom would you suggest I talk to?"
