"""Two humans of one name: nobody guesses which of them a third record means."""

from entregent.domain.facts import Source
from entregent.domain.ids import PersonId
from entregent.domain.people import Position
from entregent.domain.reading import Job
from entregent.domain.words import Origin, Said

AERO = (Job("Aéro"),)
SHARED_OFFICE = ("info@asso.example",)


def test_a_name_and_an_employer_do_not_say_which_of_two_namesakes(book, card, listing):
    """Only one of the two cards tells the employer, which seems to point at her."""
    cards = listing(
        card("Marie-Hélène Marchand", ref="1", record="card=1", phones=("06 39 98 00 11",)),
        card(
            "Marie-Hélène Marchand",
            ref="2",
            record="card=2",
            phones=("06 39 98 00 22",),
            jobs=AERO,
        ),
        origin=Origin.VCARD,
        path="a.vcf",
    )
    row = listing(card("Marie-Hélène Marchand", record="row=1", jobs=AERO))
    form = listing(card("M. Hélène Marchand", "Marie Marchand", record="row=1", jobs=AERO))
    assert len(book().groups(cards, row)) == 3
    assert len(book().groups(row, cards)) == 3
    assert len(book().groups(cards, form)) == 3
    assert book().pairs(cards, row) == [{"new2", "new3"}, {"new1", "new3"}]


def test_the_books_namesakes_are_no_guess_either(book, person, card):
    def known(ident, number, **also):
        file = (Source(Origin.VCARD, "a.vcf", f"card={number}"),)
        return person(ident, "Léa Roche", sources=file, **also)

    aero = (Position(PersonId("b"), "Aéro"),)
    two = book(
        known("a", 1, emails=("lea@exemple.fr",)),
        known("b", 2, emails=("roche@exemple.org",), positions=aero),
    )
    assert two.one(card("Léa Roche", jobs=AERO)).person == "new1"
    told = card("Léa Roche", jobs=AERO, emails=("lea@exemple.fr",))
    assert two.one(told).person == "a"


def test_a_birthday_says_which(book, card, listing):
    def at(place, day, path="a.vcf", **also):
        born = ((Said.BIRTHDAY, day),)
        return card("Léa Roche", ref=f"{path}{place}", record=place, details=born, **also)

    cards = listing(
        at("card=1", "1980-01-02", emails=("lea@exemple.fr",)),
        at("card=2", "1991-03-04", emails=("roche@exemple.org",)),
        origin=Origin.VCARD,
        path="a.vcf",
    )
    rows = listing(at("row=1", "1991-03-04"), origin=Origin.GOOGLE, path="g.csv")
    assert book().groups(cards, rows) == [["a.vcf card=1"], ["a.vcf card=2", "g.csv row=1"]]


def test_one_human_twice_in_an_address_book_is_no_namesake(book, card, listing):
    cards = listing(
        card("Léa Roche", ref="1", record="card=1", phones=("06 39 98 00 11",), jobs=AERO),
        card("Léa Roche", ref="2", record="card=2"),
        origin=Origin.VCARD,
        path="a.vcf",
    )
    row = listing(card("Léa Roche", record="row=1", jobs=AERO))
    assert ["Connections.csv row=1", "a.vcf card=1"] in book().groups(cards, row)


def test_a_figure_in_an_address_at_work_is_a_namesakes(book, card, listing):
    """Somebody of that name was there before, whatever the form in which a card gives it."""
    mails = listing(
        card("Andrew Patel", ref="1", record="1", emails=("andrew.patel2@aero.example",)),
        card("Andy Patel", ref="2", record="2", emails=("andrew.patel@aero.example",)),
        origin=Origin.MAIL,
        path="mail.mbox",
    )
    row = listing(card("Andrew Patel", record="row=1", jobs=(Job("Aero"),)))
    assert len(book().groups(mails, row)) == 3


def test_a_card_without_a_name_is_found_again_in_its_place(book, person, card):
    """An address of a function joins nobody by itself, but the record has not changed."""
    file = (Source(Origin.VCARD, "a.vcf", "card=1"),)
    office = person("office", "Bureau Asso", emails=SHARED_OFFICE, sources=file)
    colleagues = [
        person(f"p{n}", f"Jean Roche{chr(97 + n % 26)}{chr(97 + n // 26)}", emails=SHARED_OFFICE)
        for n in range(60)
    ]
    bare = card(record="card=1", emails=SHARED_OFFICE)
    assert book(office, *colleagues).one(bare, Origin.VCARD, "a.vcf").person == "office"
    assert book(office, *colleagues).one(bare, Origin.VCARD, "b.vcf").person == "new1"


def test_a_figure_at_work_tells_of_a_namesake_whom_no_source_names(book, card, listing):
    """Nobody gives out `andrew.patel2@` where `andrew.patel@` was free."""
    mails = listing(
        card("Andrew Patel", record="1", emails=("andrew.patel2@aero.example",)),
        origin=Origin.MAIL,
        path="mail.mbox",
    )
    row = listing(card("Andrew Patel", jobs=(Job("Aero"),)))
    assert len(book().groups(mails, row)) == 2
    assert book().pairs(mails, row) == [{"new1", "new2"}]


def test_a_row_of_name_and_employer_does_not_join_two_with_addresses_of_their_own(
    book, card, listing
):
    def told(*names, path, **also):
        return listing(card(*names, jobs=AERO, **also), origin=Origin.TABLE, path=path)

    one = told("Louise Lamsay", path="a.csv", emails=("lamsay12@orange.example",))
    gmail = told("Louise Lamsay", path="b.csv", emails=("llamsay@gmail.com",))
    outlook = told("Louise Lamsay", path="c.csv", emails=("lamsay@outlook.com",))
    row = listing(card("Louise Lamsay", jobs=AERO))
    groups = book().groups(one, gmail, outlook, row)
    assert not any({"b.csv row=1", "c.csv row=1"} <= set(group) for group in groups)


def test_two_addresses_of_ones_own_are_one_humans_where_the_birthday_agrees(book, card, listing):
    def born(path, address):
        day = ((Said.BIRTHDAY, "1980-01-02"),)
        told = card("Louise Lamsay", emails=(address,), details=day)
        return listing(told, origin=Origin.TABLE, path=path)

    lists = born("a.csv", "llamsay@gmail.com"), born("b.csv", "lamsay@outlook.com")
    assert book().groups(*lists) == [["a.csv row=1", "b.csv row=1"]]


def test_two_family_names_in_one_list_are_a_household_rather_than_a_marriage(book, card, listing):
    both = listing(
        card("Olga Vilton", ref="1", record="card=1", emails=("salin@exemple.org",)),
        card("Olga Brückner", ref="2", record="card=2", emails=("salin@exemple.org",)),
        origin=Origin.VCARD,
        path="a.vcf",
    )
    assert len(book().groups(both)) == 2
    assert book().pairs(both) == [{"new1", "new2"}]
