"""Importing people: who is who, and what a card says of them."""

import pytest

from entregent.domain.facts import Connected
from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Job, Problem, Reading
from entregent.domain.words import Origin, Said
from entregent.services.undoing import undo

LEA = "FN:Léa Martin\nEMAIL:lea@exemple.fr\nORG:Airbus\nTITLE:Acheteuse"
ROW = ("Léa", "Martin", "https://www.linkedin.com/in/lea-martin", "", "Airbus", "Acheteuse")


@pytest.fixture(params=["memory", "sqlite"])
def shelf(request):
    return request.param


# --- who is who ------------------------------------------------------------------------------


def test_two_cards_for_one_human_are_one_person(carnet, counts):
    report = carnet.cards(LEA, "FN:Martin Léa\nEMAIL:Lea@Exemple.fr\nTEL:06 12 34 56 78")
    assert counts(report) == [(2, 2, 0, 0, 0)]
    assert carnet.names() == ["Léa Martin"]
    assert carnet.person("Léa").phones == ("06 12 34 56 78",)


def test_somebody_called_by_a_sign_only_is_known_again(carnet, counts):
    assert counts(carnet.cards("FN:🌸")) == [(1, 1, 0, 0, 0)]
    assert counts(carnet.cards("FN:🌸")) == [(1, 0, 0, 1, 0)]
    assert counts(carnet.cards("FN:🦊")) == [(1, 1, 0, 0, 0)]
    assert set(carnet.names()) == {"🌸", "🦊"}


def test_an_address_book_and_linkedin_speak_of_one_human(carnet):
    carnet.cards(LEA)
    carnet.connections((*ROW[:3], "lea@exemple.fr", *ROW[4:]))
    lea = carnet.person("Léa Martin")
    assert {source.origin for source in lea.sources} == {Origin.VCARD, Origin.LINKEDIN}
    assert [bond.other for bond in carnet.deeds(Connected)][:1] == [carnet.book.owner]


def test_what_is_merely_likely_is_a_suggestion(carnet):
    carnet.cards("FN:Robert Dumas\nTEL:0473111111")
    report = carnet.take(
        Reading(
            "b.vcf",
            Origin.VCARD,
            1,
            (Card(PersonId("c"), "card=1", ("Robert Dumas",), phones=("0699999999",), known=True),),
        )
    )
    assert len(carnet.names()) == 2
    (suggestion,) = report.suggestions
    assert {suggestion.one, suggestion.other} == {p.id for p in carnet.book.people()} - {
        carnet.book.owner
    }


def test_a_card_with_two_peoples_handles_makes_them_one_and_undone_two_again(carnet):
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr")
    carnet.cards("FN:L. Martin\nTEL:06 12 34 56 78", path="work.vcf")
    apart = carnet.dump()
    report = carnet.cards(
        "FN:Léa Martin\nEMAIL:lea@exemple.fr\nTEL:06 12 34 56 78", path="both.vcf"
    )
    assert len(carnet.names()) == 1
    assert set(carnet.person("Léa").names) == {"Léa Martin", "L. Martin"}
    undo(carnet.desk, report.batch)
    assert carnet.dump() == apart


def test_the_file_that_joined_two_people_changes_nothing_the_second_time(carnet, counts):
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr")
    carnet.cards("FN:L. Martin\nTEL:06 12 34 56 78", path="work.vcf")
    both = "FN:Léa Martin\nEMAIL:lea@exemple.fr\nTEL:06 12 34 56 78"
    carnet.cards(both, path="both.vcf")
    assert counts(carnet.cards(both, path="both.vcf")) == [(1, 0, 0, 1, 0)]


def test_two_people_made_and_joined_in_one_import_are_one(carnet, counts):
    report = carnet.cards(
        "FN:Léa Martin\nEMAIL:lea@exemple.fr",
        "FN:L. Martin\nTEL:06 12 34 56 78",
        "FN:Léa Martin\nEMAIL:lea@exemple.fr\nTEL:06 12 34 56 78",
    )
    assert len(carnet.names()) == 1
    assert counts(report)[0][0] == 3


def test_the_owners_address_claims_the_person_who_bore_it(carnet):
    carnet.cards("FN:Nadia B.\nEMAIL:nadia@exemple.fr\nTEL:06 12 34 56 78")
    carnet.tell('me "Nadia Benali" email:nadia@exemple.fr')
    assert carnet.names() == []
    assert carnet.person("me").phones == ("06 12 34 56 78",)
    assert carnet.person("nadia@exemple.fr").id == carnet.book.owner


def test_a_card_with_the_owners_address_is_the_owners(carnet):
    carnet.tell('me "Nadia Benali" email:nadia@exemple.fr')
    carnet.cards("FN:Nadia\nEMAIL:nadia@exemple.fr\nNOTE:moi")
    assert carnet.names() == []
    assert carnet.deeds(Connected) == []


def test_a_household_number_does_not_make_somebody_the_owner(carnet):
    carnet.tell('me "Nadia Benali" phone:"+33 4 73 11 11 11"')
    carnet.cards("FN:Paul Durand\nTEL:04 73 11 11 11")
    assert carnet.names() == ["Paul Durand"]


def test_an_address_of_a_function_claims_nobody_of_another_name(carnet):
    carnet.cards("FN:Paul Durand\nEMAIL:contact@asso.exemple.fr")
    carnet.tell('me "Nadia Benali" email:contact@asso.exemple.fr')
    assert carnet.names() == ["Paul Durand"]


# --- a journal's names -----------------------------------------------------------------------


def test_a_journals_name_that_two_people_bear_is_a_problem_with_its_line(carnet, counts):
    carnet.tell('person "Jean Martin" id:jm1\nperson "Jean Martin" id:jm2')
    report = carnet.tell(
        '; who?\n2026-01-05 met Omar\n2026-01-06 met "Jean Martin"', "later.journal"
    )
    assert counts(report) == [(2, 1, 0, 0, 1)]
    (problem,) = report.files[0].problems
    assert problem == Problem("line=3", "journal.ambiguous", {"name": "Jean Martin"})
    assert len(list(carnet.book.encounters())) == 1


def test_a_journals_own_ids_tell_namesakes_apart_later_too(carnet):
    carnet.tell('person "Jean Martin" id:jm1 tag:un\nperson "Jean Martin" id:jm2 tag:deux')
    carnet.tell('person "Jean Martin" id:jm2 tag:trois', "later.journal")
    assert set(carnet.person("jm2").tags) == {"deux", "trois"}
    assert carnet.person("@jm1").tags == ("un",)


# --- what a card says ------------------------------------------------------------------------


def test_a_card_keeps_all_it_says(carnet):
    card = Card(
        ref=PersonId("c"),
        record="card=1",
        names=("Léa Martin",),
        given="Léa",
        family="Martin",
        urls=("https://exemple.fr/lea",),
        jobs=(Job("Airbus", "Acheteuse", "2019-03", "2021"), Job("", "Marraine"), Job("", "")),
        details=((Said.NOTE, "aime le vélo"), (Said.TAG, " ")),
        extra={"X-COLOUR": "bleu"},
    )
    carnet.take(Reading("a.vcf", Origin.VCARD, 1, (card,)))
    lea = carnet.person("Léa Martin")
    (held,) = lea.positions
    assert (held.company, held.title, str(held.start), str(held.end)) == (
        "Airbus",
        "Acheteuse",
        "2019-03",
        "2021-12",
    )
    assert (lea.title, lea.tags) == ("Marraine", ())
    assert carnet.told("Léa", Said.NOTE) == ["aime le vélo"]
    assert [e.extra for e in carnet.book.entries() if e.extra] == [{"X-COLOUR": "bleu"}]
    assert carnet.deeds(Connected) == []


def test_a_book_recognises_its_own_ids_and_keeps_no_second_name_for_them(carnet):
    carnet.tell('person "Jean Martin" id:jm1\nperson "Jean Martin" id:jm2')
    jean = carnet.id("jm2")
    carnet.tell(f'person "Jean Martin" id:{jean} tag:vélo', "export.journal")
    assert carnet.person("jm2").tags == ("vélo",)
    assert carnet.told("jm2", Said.OTHER) == ["id=jm2"]


def test_the_owner_may_say_who_they_are_in_a_journal(carnet):
    carnet.tell('me "Nadia Benali" id:nadia email:nadia@exemple.fr projects:"réemploi"')
    assert carnet.person("me").projects == ("réemploi",)
    assert carnet.person("Nadia Benali").id == carnet.book.owner
