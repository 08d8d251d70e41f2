"""Who is who: safe merges are done, likely ones are only suggested, homonyms stay apart."""

import pytest

from entregent.domain.facts import Position, Source
from entregent.domain.ids import ME, PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card, Job
from entregent.domain.words import Origin, Said
from entregent.identity import Because, Directory, Match, resolve

OWNER = PersonId("owner")
LEA = PersonId("lea")
SOURCES = (Source(Origin.VCARD, "phone.vcf", "card=1"),)


def person(ident, *names, **known):
    known.setdefault("sources", SOURCES)
    return Person(PersonId(ident), names[0] if names else "", names=names, **known)


def card(*names, ref="r", record="row=1", **known):
    return Card(PersonId(ref), record, names, **known)


def ask(directory, one, origin=Origin.LINKEDIN, path="Connections.csv", **more):
    return resolve(one, origin, path, directory, **more)


def known(*people):
    return Directory(
        [person("owner", "Nadia Benali", emails=("nadia@exemple.fr",)), *people], OWNER
    )


def test_the_owner_is_known_by_word_and_by_address():
    directory = known()
    assert ask(directory, card("Anyone", ref=ME)) == Match(OWNER, Because.OWNER)
    mine = card("N. Benali", emails=("NADIA@exemple.fr",))
    assert ask(directory, mine) == Match(OWNER, Because.OWNER)


def test_a_profile_is_one_human_whatever_the_name():
    directory = known(person("lea", "Léa Martin", urls=("https://linkedin.com/in/lea-m",)))
    one = card("Léa Durand", urls=("www.linkedin.com/in/lea-m/",))
    assert ask(directory, one) == Match(LEA, Because.PROFILE)


def test_an_address_joins_a_married_name():
    directory = known(person("lea", "Léa Martin", emails=("lea@exemple.fr",)))
    assert ask(directory, card("Léa Durand", emails=("lea@exemple.fr",))).person == LEA


def test_a_family_mailbox_joins_nobody():
    directory = known(person("paul", "Paul Durand", emails=("durand@exemple.fr",)))
    assert ask(directory, card("Marie Durand", emails=("durand@exemple.fr",))) == Match(None)


def test_a_family_mailbox_still_finds_each_of_its_people():
    directory = known(
        person("paul", "Paul Durand", emails=("durand@exemple.fr",)),
        person("marie", "Marie Durand", emails=("durand@exemple.fr",)),
    )
    assert ask(directory, card("Marie Durand", emails=("durand@exemple.fr",))).person == "marie"


def test_an_address_two_people_could_bear_is_not_enough():
    directory = known(
        person("a", "Léa Martin", emails=("lea@exemple.fr",)),
        person("b", "Léa Durand", emails=("lea@exemple.fr",)),
    )
    assert ask(directory, card("Léa", emails=("lea@exemple.fr",))).person is None


def test_a_role_mailbox_needs_the_same_name():
    directory = known(person("lea", "Léa Martin", emails=("info@exemple.fr",)))
    assert ask(directory, card("L. Martin", emails=("info@exemple.fr",))).person is None
    assert ask(directory, card("Martin Léa", emails=("info@exemple.fr",))).person == LEA


def test_an_unnamed_record_goes_by_its_address():
    directory = known(person("lea", "Léa Martin", emails=("lea@exemple.fr",)))
    assert ask(directory, card(emails=("lea@exemple.fr",))) == Match(LEA, Because.EMAIL)


def test_a_number_joins_two_writings():
    directory = known(person("lea", "Léa Martin", phones=("06 39 98 00 11",)))
    assert ask(directory, card("Lea MARTIN", phones=("+33639980011",))) == Match(LEA, Because.PHONE)


def test_a_full_name_unique_on_both_sides_is_enough_across_sources():
    directory = known(person("lea", "Léa Martin"))
    assert ask(directory, card("MARTIN Léa"), Origin.FACEBOOK) == Match(LEA, Because.NAME)


def test_homonyms_stay_apart_and_are_suggested():
    directory = known(person("a", "Jean Martin"), person("b", "Jean Martin"))
    assert ask(directory, card("Jean Martin")) == Match(
        None, Because.NAMESAKES, (PersonId("a"), PersonId("b"))
    )
    one = known(person("a", "Jean Martin"))
    assert ask(one, card("Jean Martin"), namesakes=2) == Match(
        None, Because.NAMESAKES, (PersonId("a"),)
    )


def test_the_same_record_of_the_same_file_is_the_same_homonym():
    mine = (Source(Origin.VCARD, "phone.vcf", "card=2"),)
    directory = known(person("a", "Jean Martin"), person("b", "Jean Martin", sources=mine))
    again = card("Jean Martin", record="card=2")
    match = ask(directory, again, Origin.VCARD, "phone.vcf", namesakes=2)
    assert match == Match(PersonId("b"), Because.RECORD)


def test_one_source_does_not_join_two_of_its_own_records_by_name():
    directory = known(person("a", "Jean Martin", emails=("jean@exemple.fr",)))
    other = card("Jean Martin", emails=("jm@exemple.org",))
    assert ask(directory, other, Origin.VCARD).person is None


def test_two_employers_make_a_question_not_a_merge():
    held = (Position(PersonId("a"), "Airbus"),)
    directory = known(person("a", "Jean Martin", positions=held))
    assert ask(directory, card("Jean Martin", jobs=(Job("Safran"),))).perhaps == ("a",)
    assert ask(directory, card("Jean Martin", jobs=(Job("AIRBUS SAS"),))).person == "a"


def test_two_profiles_are_two_humans():
    directory = known(person("a", "Jean Martin", urls=("linkedin.com/in/jm1",)))
    assert ask(directory, card("Jean Martin", urls=("linkedin.com/in/jm2",))).person is None


def test_a_mail_header_joins_by_name_only_where_the_employer_agrees():
    held = (Position(PersonId("a"), "Airbus"),)
    directory = known(person("a", "Jean Martin", emails=("jm@gmail.com",), positions=held))
    at_work = card("Jean Martin", emails=("jean.martin@airbus.com",))
    elsewhere = card("Jean Martin", emails=("jean.martin@safran.fr", "j@yahoo.fr", "x@localhost"))
    assert ask(directory, at_work, Origin.MAIL).person == "a"
    assert ask(directory, elsewhere, Origin.MAIL).person is None
    silent = known(person("a", "Jean Martin"))
    assert ask(silent, elsewhere, Origin.MAIL).person == "a"


@pytest.mark.parametrize("name", ["Omar", ""])
def test_half_a_name_joins_nobody(name):
    directory = known(person("omar", "Omar"))
    assert ask(directory, card(*[name] if name else [])).person is None


def test_in_a_journal_a_name_is_the_identity():
    directory = known(person("omar", "Omar", sources=(Source(Origin.JOURNAL, "j", "line=1"),)))
    assert ask(directory, card("Omar"), Origin.JOURNAL).person == "omar"
    assert ask(directory, card("Omar"), Origin.JOURNAL, namesakes=2).person is None


def test_an_id_chosen_in_a_journal_finds_its_person_again():
    details = ((Said.OTHER, "id=jm2"), (Said.OTHER, "X-SPOUSE=Zoé"), (Said.NOTE, "vélo"))
    directory = known(person("b", "Jean Martin", details=details), person("a", "Jean Martin"))
    again = card("Jean Martin", ref="jm2", exact=True)
    assert ask(directory, again, Origin.JOURNAL) == Match(PersonId("b"), Because.ALIAS)
    by_book_id = card("Jean Martin", ref="a", exact=True)
    assert ask(directory, by_book_id, Origin.JOURNAL).person == "a"


def test_the_directory_grows_as_cards_come_in():
    directory = known()
    first = card("Léa Martin", ref="lea", emails=("lea@exemple.fr",), exact=True)
    directory.take(LEA, first, Origin.JOURNAL, "book.journal")
    assert ask(directory, card("Léa", emails=("lea@exemple.fr",))).person == LEA
    assert ask(directory, card("x", ref="lea", exact=True), Origin.JOURNAL).person == LEA


def test_given_and_family_names_are_used_where_they_are_told():
    details = ((Said.GIVEN, "Jean"), (Said.FAMILY, "de la Tour"))
    directory = known(person("a", "de la Tour Jean", details=details))
    assert ask(directory, card("Jean de la Tour")).person == "a"


def test_a_card_that_bears_handles_of_two_people_shows_they_are_one():
    directory = known(
        person("a", "Elizabeth Bennett", urls=("linkedin.com/in/lizb",)),
        person("b", "Liz Bennett", emails=("liz@exemple.org",)),
    )
    both = card("Liz Bennett", urls=("linkedin.com/in/lizb",), emails=("liz@exemple.org",))
    found = ask(directory, both)
    assert (found.person, found.doubles) == ("a", ("b",))
    directory.join(PersonId("b"), PersonId("a"))
    assert ask(directory, card("Liz", emails=("liz@exemple.org",))) == Match(
        PersonId("a"), Because.EMAIL
    )
    assert directory.by("name", "bennett liz") == {"a"}


def test_half_a_name_that_shares_a_number_is_only_suggested():
    directory = known(
        person("juju", "Juju", phones=("0639980011",)),
        person("marc", "Marc Roche", phones=("0639980022",)),
    )
    julien = card("Julien Roche", phones=("+33639980011",))
    assert ask(directory, julien).perhaps == ("juju",)
    assert ask(directory, card("Julie Roche", phones=("0639980022",))).perhaps == ()


def test_a_name_that_very_many_bear_suggests_nobody_but_records_are_found_again():
    cards = [card("Jean Martin", ref=f"c{n}", record=f"row={n}") for n in range(60)]
    directory = known()
    for n, one in enumerate(cards):
        directory.take(PersonId(f"p{n:02}"), one, Origin.LINKEDIN, "a.csv")
    again = resolve(cards[59], Origin.LINKEDIN, "a.csv", directory, namesakes=60)
    assert (again.person, again.because) == (PersonId("p59"), Because.RECORD)
    other = resolve(cards[59], Origin.LINKEDIN, "b.csv", directory, namesakes=60)
    assert (other.person, other.perhaps) == (None, ())
    directory.join(PersonId("p59"), PersonId("p03"))
    moved = resolve(cards[59], Origin.LINKEDIN, "a.csv", directory, namesakes=60)
    assert moved.person == PersonId("p03")


def test_two_ids_that_journals_gave_are_two_people():
    details = ((Said.OTHER, "id=jm1"),)
    directory = known(person("a", "Jean Martin", details=details))
    other = card("Jean Martin", ref="jm2", exact=True)
    assert ask(directory, other, Origin.JOURNAL) == Match(None)
    assert ask(directory, card("Jean Martin"), Origin.JOURNAL).person == "a"


def test_half_a_name_in_the_same_record_of_the_same_file_is_the_same():
    mine = (Source(Origin.VCARD, "phone.vcf", "card=2"),)
    directory = known(person("zoe", "Zoé", sources=mine))
    again = card("Zoé", record="card=2")
    assert ask(directory, again, Origin.VCARD, "phone.vcf") == Match(
        PersonId("zoe"), Because.RECORD
    )
    assert ask(directory, again, Origin.VCARD, "other.vcf") == Match(None)


def test_in_every_chat_of_a_telephone_one_name_is_one_human():
    chats = (Source(Origin.WHATSAPP, "WhatsApp Chat with Léa.txt", "name=Léa"),)
    directory = known(person("lea", "Léa", sources=chats))
    lea = card("Léa", record="name=Léa")
    found = ask(directory, lea, Origin.WHATSAPP, "2026/WhatsApp Chat with Léa (1).txt")
    assert found == Match(LEA, Because.RECORD)
    assert ask(directory, lea, Origin.FACEBOOK, "friends.json").person is None
