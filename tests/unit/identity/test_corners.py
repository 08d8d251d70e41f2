"""Rarer cases: unlike hosts, three words in brackets, lists that hold both, journals that merge."""

from entregent.domain.facts import Source
from entregent.domain.reading import Job
from entregent.domain.words import Origin, Said
from entregent.identity import handles
from entregent.identity.likeness import Like, forms, like
from entregent.identity.names import parse

AERO = (Job("Aéro"),)


def test_the_words_of_addresses():
    assert handles.is_couples("lea.et.paul@exemple.fr")
    assert handles.house("paul@aero.co.uk") == "aero"
    assert not handles.is_of_house("", "aero")


def test_names_of_other_scripts_and_initials():
    assert like(parse("Анна Иванова"), parse("Anna Ivanova")) is Like.SAME
    assert like(parse("Jean Pierre Roche"), parse("Jeanpierre Roche")) is Like.MIDDLE
    assert forms(parse("")) == frozenset()


def test_a_given_and_a_family_name_are_enough_without_a_whole(book, person, card):
    known = book(person("lea", "Léa Roche", emails=("lea@exemple.fr",)))
    bare = card(given="Léa", family="Roche", emails=("lea@exemple.fr",))
    assert known.one(bare).person == "lea"


def test_one_list_with_two_of_one_given_name_at_one_employer_asks_nothing(book, card, listing):
    rows = [
        card("Julie Roche", ref="1", record="row=1", jobs=AERO),
        card("Julie Vasseur", ref="2", record="row=2", jobs=AERO),
    ]
    assert book().pairs(listing(*rows)) == []


def test_two_profiles_and_two_forms_of_a_name_ask_nothing(book, card, listing):
    one = listing(card("Robert Hale", urls=("linkedin.com/in/a",)), path="a.csv")
    other = listing(card("Bob Hale", urls=("linkedin.com/in/b",)), path="b.csv")
    assert book().pairs(one, other) == []


def test_a_town_and_a_birthday_but_for_a_slip_are_worth_a_question(book, card, listing):
    def born(day):
        return ((Said.BIRTHDAY, day), (Said.PLACE, "Lyon"))

    one = listing(card("Léa Roche", details=born("1980-01-02")), path="a.csv")
    other = listing(card("Léa Roche", details=born("1980-01-03")), path="b.csv")
    assert book().pairs(one, other) == [{"new1", "new2"}]


def test_an_address_at_an_employer_confirms_a_form_of_the_name(book, card, listing):
    mail = listing(
        card("Bob Hale", emails=("bob@aero.example",)), origin=Origin.MAIL, path="mail.mbox"
    )
    assert len(book().groups(listing(card("Robert Hale", jobs=(Job("Aero"),))), mail)) == 1


def test_a_journal_does_not_make_one_of_two_it_knew(book, person):
    file = (Source(Origin.JOURNAL, "j.txt", "line=1"),)
    two = book(
        person("a", "Léa", details=((Said.OTHER, "id=lea"),), sources=file),
        person("b", "Léa R", details=((Said.OTHER, "id=lea"),), sources=file),
    )
    assert two.all().merges == ()


def test_a_name_that_many_bear_asks_only_where_more_is_in_common(book, card, listing):
    """Eight bear it: two of them are of one employer, whose address only one gives."""
    jobs = [(Job(firm),) for firm in ("Aéro", "Lumio", "Brume", "Corail", "Dune", "Éole", "Flux")]
    lists = [
        listing(card("Léa Roche", emails=(f"lea{n}@gmail.com",), jobs=job), path=f"{n}.csv")
        for n, job in enumerate(jobs)
    ]
    lists.append(listing(card("Léa Roche", emails=("lea8@gmail.com",), jobs=AERO), path="8.csv"))
    assert len(book().pairs(*lists)) == 1
