"""Who is who: safe merges are done, likely ones are only suggested, homonyms stay apart."""

import pytest

from entregent.domain.facts import Position, Source
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Job
from entregent.domain.words import Origin, Said
from entregent.identity.clusters import Because
from entregent.identity.resolve import Match

OWNER, LEA, NEW = PersonId("owner"), PersonId("lea"), PersonId("new1")


def test_the_owner_is_known_by_word_and_by_address(book, card):
    directory = book()
    assert directory.one(card("Anyone", ref=ME)) == Match(OWNER, Because.OWNER)
    mine = card("N. Benali", emails=("NADIA@exemple.fr",))
    assert directory.one(mine) == Match(OWNER, Because.OWNER)


def test_a_profile_is_one_human_whatever_the_name(book, person, card):
    directory = book(person("lea", "Léa Martin", urls=("https://linkedin.com/in/lea-m",)))
    one = card("Léa Durand", urls=("www.linkedin.com/in/lea-m/",))
    assert directory.one(one) == Match(LEA, Because.PROFILE)


def test_an_address_joins_a_married_name(book, person, card):
    directory = book(person("lea", "Léa Martin", emails=("lea@exemple.fr",)))
    assert directory.one(card("Léa Durand", emails=("lea@exemple.fr",))).person == LEA


def test_a_family_mailbox_joins_nobody(book, person, card):
    directory = book(person("paul", "Paul Durand", emails=("durand@exemple.fr",)))
    assert directory.one(card("Marie Durand", emails=("durand@exemple.fr",))) == Match(NEW)


def test_a_family_mailbox_still_finds_each_of_its_people(book, person, card):
    directory = book(
        person("paul", "Paul Durand", emails=("durand@exemple.fr",)),
        person("marie", "Marie Durand", emails=("durand@exemple.fr",)),
    )
    assert directory.one(card("Marie Durand", emails=("durand@exemple.fr",))).person == "marie"


def test_a_role_mailbox_needs_the_same_name(book, person, card):
    directory = book(person("lea", "Léa Martin", emails=("info@exemple.fr",)))
    assert directory.one(card("L. Martin", emails=("info@exemple.fr",))).person == NEW
    assert directory.one(card("Martin Léa", emails=("info@exemple.fr",))).person == LEA


def test_an_unnamed_record_goes_by_its_address(book, person, card):
    directory = book(person("lea", "Léa Martin", emails=("lea@exemple.fr",)))
    assert directory.one(card(emails=("lea@exemple.fr",))) == Match(LEA, Because.EMAIL)


def test_a_number_joins_two_writings(book, person, card):
    directory = book(person("lea", "Léa Martin", phones=("06 39 98 00 11",)))
    assert directory.one(card("Lea MARTIN", phones=("+33639980011",))) == Match(LEA, Because.PHONE)


def test_a_full_name_unique_on_both_sides_is_enough_across_sources(book, person, card):
    directory = book(person("lea", "Léa Martin"))
    assert directory.one(card("MARTIN Léa"), Origin.FACEBOOK) == Match(LEA, Because.NAME)


def test_the_same_record_of_the_same_file_is_the_same_homonym(book, person, card):
    mine = (Source(Origin.VCARD, "phone.vcf", "card=2"),)
    known = book(person("a", "Jean Martin"), person("b", "Jean Martin", sources=mine))
    again = card("Jean Martin", record="card=2")
    match = known.one(again, Origin.VCARD, "phone.vcf")
    assert match == Match(PersonId("b"), Because.RECORD)


def test_two_profiles_are_two_humans(book, person, card):
    directory = book(person("a", "Jean Martin", urls=("linkedin.com/in/jm1",)))
    assert directory.one(card("Jean Martin", urls=("linkedin.com/in/jm2",))).person == NEW


def test_a_mail_header_joins_by_name_only_where_the_employer_agrees(book, person, card):
    held = (Position(PersonId("a"), "Airbus"),)
    directory = book(person("a", "Jean Martin", emails=("jm@gmail.com",), positions=held))
    at_work = card("Jean Martin", emails=("jean.martin@airbus.com",))
    elsewhere = card("Jean Martin", emails=("jean.martin@safran.fr", "j@yahoo.fr", "x@localhost"))
    assert directory.one(at_work, Origin.MAIL).person == "a"
    assert directory.one(elsewhere, Origin.MAIL).person == NEW
    silent = book(person("a", "Jean Martin"))
    assert silent.one(elsewhere, Origin.MAIL).person == "a"


@pytest.mark.parametrize("name", ["Omar", ""])
def test_half_a_name_joins_nobody(book, person, card, name):
    directory = book(person("omar", "Omar"))
    assert directory.one(card(*[name] if name else [])).person == NEW


def test_in_a_journal_a_name_is_the_identity(book, person, card):
    omar = person("omar", "Omar", sources=(Source(Origin.JOURNAL, "j", "line=1"),))
    assert book(omar).one(card("Omar"), Origin.JOURNAL).person == "omar"


def test_a_journals_name_that_several_may_bear_is_nobodys(book, person, card):
    urls = ("linkedin.com/in/a",), ("linkedin.com/in/b",)
    two = [person(ident, "Jean Roche", urls=url) for ident, url in zip("ab", urls, strict=True)]
    assert book(*two).one(card("Jean Roche"), Origin.JOURNAL) == Match(None, Because.NAMESAKES)
    assert book(*two).one(card("Omar"), Origin.JOURNAL) == Match(NEW)


def test_a_name_that_several_bear_is_no_half_of_a_suggestion(book, person, card, listing):
    urls = ("linkedin.com/in/a",), ("linkedin.com/in/b",)
    two = [person(ident, "Jean Roche", urls=url) for ident, url in zip("ab", urls, strict=True)]
    said = listing(card("Jean Roche"), origin=Origin.JOURNAL, path="mars.journal")
    friend = listing(card("Jean Roche"), origin=Origin.FACEBOOK, path="your_friends.json")
    told = book(*two).all(said, friend)
    assert told.people == ("new1",)
    assert {end for pair in told.suggestions for end in (pair.one, pair.other)} <= {
        "a",
        "b",
        "new1",
    }


def test_an_id_chosen_in_a_journal_finds_its_person_again(book, person, card):
    details = ((Said.OTHER, "id=jm2"), (Said.OTHER, "X-SPOUSE=Zoé"), (Said.NOTE, "vélo"))
    directory = book(person("b", "Jean Martin", details=details), person("a", "Jean Martin"))
    again = card("Jean Martin", ref="jm2", exact=True)
    assert directory.one(again, Origin.JOURNAL) == Match(PersonId("b"), Because.ALIAS)
    by_book_id = card("Jean Martin", ref="a", exact=True)
    assert directory.one(by_book_id, Origin.JOURNAL).person == "a"


def test_given_and_family_names_are_used_where_they_are_told(book, person, card):
    details = ((Said.GIVEN, "Jean"), (Said.FAMILY, "de la Tour"))
    directory = book(person("a", "de la Tour Jean", details=details))
    assert directory.one(card("Jean de la Tour")).person == "a"


def test_two_ids_that_journals_gave_are_two_people(book, person, card):
    details = ((Said.OTHER, "id=jm1"),)
    directory = book(person("a", "Jean Martin", details=details))
    other = card("Jean Martin", ref="jm2", exact=True)
    assert directory.one(other, Origin.JOURNAL) == Match(NEW)
    assert directory.one(card("Jean Martin"), Origin.JOURNAL).person == "a"


def test_half_a_name_in_the_same_record_of_the_same_file_is_the_same(book, person, card):
    mine = (Source(Origin.VCARD, "phone.vcf", "card=2"),)
    directory = book(person("zoe", "Zoé", sources=mine))
    again = card("Zoé", record="card=2")
    assert directory.one(again, Origin.VCARD, "phone.vcf") == Match(PersonId("zoe"), Because.RECORD)
    assert directory.one(again, Origin.VCARD, "other.vcf") == Match(NEW)


def test_homonyms_stay_apart_and_are_suggested(book, person, card, listing):
    two = book(
        person("a", "Jean Martin", urls=("linkedin.com/in/jm1",)), person("b", "Jean Martin")
    )
    assert two.one(card("Jean Martin")).person == NEW
    one = book(person("a", "Jean Martin"))
    rows = [card("Jean Martin", ref=f"r{n}", record=f"row={n}") for n in (1, 2)]
    assert one.groups(listing(*rows)) == [["Connections.csv row=1"], ["Connections.csv row=2"]]
    assert {"a", "new1"} in one.pairs(listing(*rows))


def test_two_at_one_employer_are_two_and_a_handle_says_which(book, card, listing):
    rows = [
        card(
            "Jean Roche", ref="1", record="row=1", urls=("linkedin.com/in/a",), jobs=(Job("Aéro"),)
        ),
        card(
            "Jean Roche", ref="2", record="row=2", urls=("linkedin.com/in/b",), jobs=(Job("Aéro"),)
        ),
    ]
    bare = card("Jean Roche", record="card=1", jobs=(Job("Aéro"),))
    told = card("Jean Roche", record="card=1", urls=("linkedin.com/in/b",))
    network = listing(*rows)
    assert len(book().groups(network, listing(bare, origin=Origin.VCARD, path="a.vcf"))) == 3
    assert book().groups(network, listing(told, origin=Origin.VCARD, path="a.vcf")) == [
        ["Connections.csv row=1"],
        ["Connections.csv row=2", "a.vcf card=1"],
    ]


def test_one_source_does_not_join_two_of_its_own_records_by_name(book, card, listing):
    cards = [
        card("Jean Roche", ref="1", record="card=1", emails=("jean@exemple.fr",)),
        card("Jean Roche", ref="2", record="card=2", phones=("06 39 98 00 11",)),
    ]
    assert len(book().groups(listing(*cards, origin=Origin.VCARD, path="a.vcf"))) == 2


def test_two_employers_make_a_question_not_a_merge(book, person, card, listing):
    known = book(person("a", "Jean Roche", positions=(Position(PersonId("a"), "Airbus"),)))
    assert known.pairs(listing(card("Jean Roche", jobs=(Job("Safran"),)))) == [{"a", "new1"}]
    assert known.one(card("Jean Roche", jobs=(Job("AIRBUS SAS"),))).person == "a"


def test_a_common_name_with_another_address_is_a_question_a_rare_one_is_not(book, person, card):
    def found(name):
        known = book(person("a", name, emails=("x@travail.example",)))
        return known.one(card(name, emails=("y@free.fr",)), Origin.MAIL).person

    assert found("Jean Martin") == NEW
    assert found("Enora Kervella") == "a"


def test_another_form_of_the_name_needs_something_that_confirms_it(book, person, card):
    known = book(person("a", "Robert Hale", positions=(Position(PersonId("a"), "Airbus"),)))
    assert known.one(card("Bob Hale")).person == NEW
    assert known.one(card("Bob Hale", jobs=(Job("Airbus"),))) == Match(PersonId("a"), Because.FORM)
    at_work = card("Bob Hale", emails=("bob@airbus.com",))
    assert known.one(at_work, Origin.MAIL).person == "a"


def test_an_address_without_a_name_joins_whom_it_spells_at_their_employer(book, person, card):
    known = book(person("a", "Enora Roche", positions=(Position(PersonId("a"), "Airbus"),)))
    assert known.one(card(emails=("enora.roche@airbus.com",)), Origin.MAIL).person == "a"
    assert known.one(card(emails=("enora.roche@gmail.com",)), Origin.MAIL).person == NEW


def test_an_address_that_abridges_a_name_at_their_employer_is_suggested(
    book, person, card, listing
):
    known = book(person("a", "Enora Roche", positions=(Position(PersonId("a"), "Airbus"),)))
    short = listing(card(emails=("eroche@airbus.com",)), origin=Origin.MAIL, path="m")
    assert known.pairs(short) == [{"a", "new1"}]


def test_birthdays_confirm_and_contradict(book, person, card):
    known = book(person("a", "Robert Hale", details=((Said.BIRTHDAY, "1980-03-02"),)))
    born = {"details": ((Said.BIRTHDAY, "--03-02"),)}
    assert known.one(card("Bob Hale", **born), Origin.VCARD, "b.vcf").person == "a"
    other = {"details": ((Said.BIRTHDAY, "1981-03-02"),), "emails": ("bob@exemple.fr",)}
    assert known.one(card("Robert Hale", **other), Origin.VCARD, "b.vcf").person == NEW


def test_those_set_apart_are_never_joined_nor_suggested(book, person, card, listing):
    a = person("a", "Jean Roche", emails=("jean@exemple.fr",))
    b = person("b", "Jean Roche", phones=("06 39 98 00 11",))
    both = card("Jean Roche", emails=a.emails, phones=b.phones)
    assert book(a, b).all(listing(both)).merges == ((PersonId("b"), PersonId("a")),)
    kept = book(a, b, apart=[("a", "b")]).all(listing(both))
    assert kept.matches[0][0] == Match(PersonId("a"), Because.EMAIL)
    assert (kept.merges, kept.suggestions) == ((), ())


def test_a_card_that_bears_handles_of_two_people_shows_they_are_one(book, person, card, listing):
    known = book(
        person("a", "Elizabeth Bennett", urls=("linkedin.com/in/lizb",)),
        person("b", "Liz Bennett", emails=("liz@exemple.org",)),
    )
    both = card("Liz Bennett", urls=("linkedin.com/in/lizb",), emails=("liz@exemple.org",))
    found = known.all(listing(both))
    assert found.matches[0][0].person == "a"
    assert found.merges == ((PersonId("b"), PersonId("a")),)


def test_half_a_name_that_shares_a_number_is_only_suggested(book, person, card, listing):
    known = book(
        person("juju", "Juju", phones=("0639980011",)),
        person("marc", "Marc Roche", phones=("0639980022",)),
    )
    julien = card("Julien Roche", phones=("+33639980011",))
    assert known.pairs(listing(julien)) == [{"juju", "new1"}]
    assert known.pairs(listing(card("Julie Roche", phones=("0639980022",)))) == []


def test_a_name_that_very_many_bear_suggests_nobody_but_records_are_found_again(
    book, person, card, listing
):
    people = [
        person(f"p{n:02}", "Jean Roche", sources=(Source(Origin.LINKEDIN, "a.csv", f"row={n}"),))
        for n in range(60)
    ]
    again = listing(card("Jean Roche", record="row=59"), path="a.csv")
    other = listing(card("Jean Roche", record="row=59"), path="b.csv")
    assert book(*people).all(again).matches[0][0] == Match(PersonId("p59"), Because.RECORD)
    found = book(*people).all(other)
    assert (found.matches[0][0].person, found.suggestions) == (NEW, ())


def test_in_every_chat_of_a_telephone_one_name_is_one_human(book, person, card, listing):
    chats = (Source(Origin.WHATSAPP, "WhatsApp Chat with Léa.txt", "name=Léa"),)
    known = book(person("lea", "Léa", sources=chats))
    lea = card("Léa", record="name=Léa")
    found = known.one(lea, Origin.WHATSAPP, "2026/WhatsApp Chat with Léa (1).txt")
    assert found == Match(LEA, Because.RECORD)
    assert known.one(lea, Origin.FACEBOOK, "friends.json").person == NEW
    two = [listing(lea, origin=Origin.WHATSAPP, path=path) for path in ("a.txt", "b.txt")]
    assert book().groups(*two) == [["a.txt name=Léa", "b.txt name=Léa"]]
