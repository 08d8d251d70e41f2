from datetime import date
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import (
    Encounter,
    Fact,
    LeftOut,
    Offer,
    Tied,
)
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Job, Problem, Reading
from entregent.domain.words import (
    Channel,
    Said,
)
from entregent.exchange import journal

LEA = PersonId("name=lea martin")
OMAR = PersonId("name=omar")
JULY = date(2026, 7, 14)


def read(text: str) -> Reading:
    return journal.read(text.encode(), "book.journal", ZoneInfo("Europe/Paris"))


def facts(text: str) -> list[Fact]:
    reading = read(text)
    assert reading.problems == ()
    return [stated.fact for stated in reading.facts]


def card(text: str) -> Card:
    reading = read(text)
    assert reading.problems == ()
    return reading.cards[0]


def problem(text: str) -> Problem:
    reading = read(text)
    assert len(reading.problems) == 1
    return reading.problems[0]


# --- people ------------------------------------------------------------------------------------
def test_me_is_the_owner_with_positions_and_projects():
    me = card(
        'me "Nadia Benali" email:nadia@exemple.fr lang:fr title:"Acheteuse" company:Michelin '
        'from:2021-09 projects:"réemploi des emballages"'
    )
    assert me == Card(
        ME,
        "line=1",
        ("Nadia Benali",),
        emails=("nadia@exemple.fr",),
        jobs=(Job("Michelin", "Acheteuse", "2021-09"),),
        details=((Said.LANG, "fr"), (Said.PROJECT, "réemploi des emballages")),
    )


def test_me_needs_no_name():
    assert card("me lang:fr") == Card(ME, "line=1", (), details=((Said.LANG, "fr"),))


def test_a_person_line_portrays_somebody_and_makes_no_tie():
    lea = card(
        'person "Léa Martin" name:"Léa M." given:Léa family:Martin email:a@exemple.fr '
        'email:b@exemple.fr phone:"+33 6" url:https://exemple.fr title:"Responsable achats" '
        "company:Airbus from:2019-03 to:2024-12"
    )
    assert lea == Card(
        LEA,
        "line=1",
        ("Léa Martin", "Léa M."),
        "Léa",
        "Martin",
        ("a@exemple.fr", "b@exemple.fr"),
        ("+33 6",),
        ("https://exemple.fr",),
        (Job("Airbus", "Responsable achats", "2019-03", "2024-12"),),
    )
    assert not lea.known
    assert not lea.exact


def test_the_simple_things_one_can_say():
    omar = card(
        "person Omar sector:aéronautique sector:espace circle:fac circle:escalade tag:vélo "
        "project:a projects:b lang:en client:c topic:t advice:d birthday:1980-01-01 place:Lyon "
        'note:"n ; n" other:"X-A=b"'
    )
    assert omar.details == (
        (Said.SECTOR, "aéronautique"),
        (Said.SECTOR, "espace"),
        (Said.CIRCLE, "fac"),
        (Said.CIRCLE, "escalade"),
        (Said.TAG, "vélo"),
        (Said.PROJECT, "a"),
        (Said.PROJECT, "b"),
        (Said.LANG, "en"),
        (Said.CLIENT, "c"),
        (Said.TOPIC, "t"),
        (Said.ADVICE, "d"),
        (Said.BIRTHDAY, "1980-01-01"),
        (Said.PLACE, "Lyon"),
        (Said.NOTE, "n ; n"),
        (Said.OTHER, "X-A=b"),
    )


def test_unknown_pairs_are_kept_on_people():
    assert card("person Omar shoe-size:43 chat:a chat:b").extra == {
        "shoe-size": "43",
        "chat": "a\nb",
    }


def test_an_empty_value_says_nothing():
    omar = card('person Omar email:"" tag:"" title:"" lang:""')
    assert omar == Card(OMAR, "line=1", ("Omar",))


def test_a_title_without_company_stands_alone():
    assert card('person Omar title:"Directeur"').details == ((Said.TITLE, "Directeur"),)


def test_a_dated_title_is_a_job_even_without_company():
    assert card("person Omar title:Consultante from:2020").jobs == (
        Job("", "Consultante", "2020-01"),
    )


def test_a_year_runs_from_january_to_december():
    assert card("person Omar company:Airbus from:2014 to:2016").jobs == (
        Job("Airbus", "", "2014-01", "2016-12"),
    )


def test_several_lines_for_one_name_add_up():
    reading = read("person Omar tag:vélo\nperson omar company:Airbus\nme lang:fr\nme X tag:b")
    assert [(one.ref, one.record) for one in reading.cards] == [
        (OMAR, "line=1"),
        (OMAR, "line=2"),
        (ME, "line=3"),
        (ME, "line=4"),
    ]


# --- ids and homonyms --------------------------------------------------------------------------
HOMONYMS = 'person "Jean Martin" id:jm1\nperson "Jean Martin" id:jm2 tag:vélo\n'


def test_ids_tell_homonyms_apart():
    reading = read(HOMONYMS + "2026-07-14 met @jm2\n2026-07-14 wrote @jm1")
    assert [(one.ref, one.exact) for one in reading.cards] == [("jm1", True), ("jm2", True)]
    assert [stated.fact for stated in reading.facts] == [
        Encounter(ME, PersonId("jm2"), JULY, Channel.MET),
        Encounter(ME, PersonId("jm1"), JULY, Channel.WROTE),
    ]


def test_a_name_that_two_people_bear_is_a_problem():
    assert problem(HOMONYMS + '2026-07-14 met "Jean Martin"') == Problem(
        "line=3", "journal.ambiguous", {"name": "Jean Martin"}
    )


def test_a_person_line_without_id_is_another_than_the_one_with():
    reading = read('person "Jean Martin" tag:a\nperson "Jean Martin" id:jm2\nmet @jm2')
    assert [one.ref for one in reading.cards] == ["name=jean martin", "jm2"]
    assert problem("person Jo\nperson Jo id:jo\nleave-out Jo").what == "journal.ambiguous"


def test_a_name_borne_once_means_the_one_with_an_id_wherever_the_line_stands():
    assert facts('tie "Jean Martin"\nperson "Jean Martin" id:jm') == [Tied(PersonId("jm"), ME)]


def test_an_id_line_may_come_twice_and_by_reference():
    reading = read("person @o tag:a\nperson Omar id:o\nperson Omar id:o tag:b")
    assert reading.problems == ()
    assert [(one.ref, one.names) for one in reading.cards] == [
        ("o", ("Omar",)),
        ("o", ("Omar",)),
        ("o", ("Omar",)),
    ]
    assert all(one.exact for one in reading.cards)


def test_the_owners_name_and_id_mean_me():
    text = "me Nadia id:n1\n"
    assert facts(text + "tie Omar -- Nadia") == [Tied(OMAR, ME)]
    assert facts(text + "offer @n1 thé") == [Offer(ME, "thé")]
    assert facts(text + "offer @me thé") == [Offer(ME, "thé")]


def test_quotes_make_a_name_of_anything():
    assert facts('leave-out "me"') == [LeftOut(PersonId("name=me"))]
    assert facts('leave-out "@a"') == [LeftOut(PersonId("name=@a"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("leave-out @nobody", Problem("line=1", "journal.unknown-id", {"id": "nobody"})),
        ("person @nobody tag:a", Problem("line=1", "journal.unknown-id", {"id": "nobody"})),
        ("person A id:a\nperson B id:a", Problem("line=2", "journal.repeated-id", {"id": "a"})),
        ("me N id:a\nperson B id:a", Problem("line=2", "journal.repeated-id", {"id": "a"})),
        ('person A id:"a b"', Problem("line=1", "journal.bad-id", {"id": "a b"})),
        ("person A id:me", Problem("line=1", "journal.bad-id", {"id": "me"})),
        ("person me tag:a", Problem("line=1", "journal.not-me")),
        ("person tag:a", Problem("line=1", "journal.missing-word", {"what": "name"})),
        ('person "" tag:a', Problem("line=1", "journal.missing-word", {"what": "name"})),
        ("leave-out --", Problem("line=1", "journal.missing-word", {"what": "name"})),
        ('leave-out " "', Problem("line=1", "journal.missing-word", {"what": "name"})),
    ],
)
def test_people_who_cannot_be_told(text: str, expected: Problem):
    assert problem(text) == expected


def test_a_person_without_name_may_have_an_id():
    assert card('person "" id:x email:a@exemple.fr').names == ()


def test_an_unreadable_portrait_leaves_its_person_known():
    reading = read("person Omar id:o from:hier\n2026-07-14 met @o")
    assert [one.what for one in reading.problems] == ["journal.bad-month"]
    assert reading.cards == (Card(PersonId("o"), "line=2", ("Omar",), exact=True),)


def test_a_person_first_named_elsewhere_is_created_once():
    reading = read('2026-07-14 met "Zoé Roux"\nneed "zoé roux" thé')
    assert reading.cards == (Card(PersonId("name=zoe roux"), "line=1", ("Zoé Roux",)),)


def test_a_line_in_error_creates_nobody():
    assert read("2026-07-14 met Zoé by:her").cards == ()
