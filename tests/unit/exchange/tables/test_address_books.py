"""Address books in columns: Google's, Outlook's, Thunderbird's."""

from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Card, Job, Problem, Reading
from entregent.domain.words import Origin, Said
from entregent.exchange.detect import HEAD, recognise

PARIS = ZoneInfo("Europe/Paris")
OLD = (
    "Name,Given Name,Additional Name,Family Name,Nickname,Birthday,Notes,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,"
    "Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - City,"
    "Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value\n"
)
NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,"
    "Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
)


def read(text: str, encoding: str = "utf-8") -> Reading:
    data = text.encode(encoding)
    form = recognise(data[:HEAD], "contacts.csv")
    assert form is not None
    return form.read(data, "contacts.csv", zone=PARIS)


def only(reading: Reading) -> Card:
    assert reading.problems == ()
    [card] = reading.cards
    return card


def test_google_as_it_was() -> None:
    reading = read(
        OLD + "Zoé Anne Roux,Zoé,Anne,Roux,Zouzou,--05-12,Vue au salon,"
        "* myContacts ::: * starred ::: Escalade,Work,z@exemple.org,* Home,"
        "zoe@exemple.fr ::: zr@exemple.fr,Mobile,+33 6 12 34 56 78 ::: 01 23 45 67 89,Home,"
        '"3 rue des Lilas\n69001 Lyon",Lyon,Airbus ::: Safran,Achats ::: Conseil,'
        "Profile,https://www.linkedin.com/in/zoe-roux/\n"
    )
    zoe = only(reading)
    assert reading.origin is Origin.GOOGLE
    assert zoe.names == ("Zoé Anne Roux", "Zoé Roux")
    assert zoe.emails == ("zoe@exemple.fr", "zr@exemple.fr", "z@exemple.org")
    assert zoe.phones == ("+33 6 12 34 56 78", "01 23 45 67 89")
    assert zoe.jobs == (Job("Airbus", "Achats"), Job("Safran", "Conseil"))
    assert zoe.urls == ("https://www.linkedin.com/in/zoe-roux",)
    assert set(zoe.details) == {
        (Said.BIRTHDAY, "--05-12"),
        (Said.NOTE, "Vue au salon"),
        (Said.TAG, "Escalade"),
        (Said.PLACE, "Lyon"),
    }
    assert zoe.extra["Nickname"] == "Zouzou"
    assert zoe.extra["Address 1 - Formatted (Home)"] == "3 rue des Lilas\n69001 Lyon"
    assert zoe.known


def test_google_as_it_is() -> None:
    reading = read(
        NEW + "Zoé,,Roux,,Dr,,,Airbus,Achats,Moteurs,1985-03-12,,https://exemple.fr/p.jpg,"
        "Escalade ::: * myContacts,* Work,zoe@exemple.fr,Work Fax,01 23 45 67 80\n"
    )
    zoe = only(reading)
    assert reading.origin is Origin.GOOGLE
    assert (zoe.names, zoe.emails, zoe.phones) == (("Zoé Roux",), ("zoe@exemple.fr",), ())
    assert zoe.jobs == (Job("Airbus", "Achats"),)
    assert set(zoe.details) == {(Said.BIRTHDAY, "1985-03-12"), (Said.TAG, "Escalade")}
    assert zoe.extra == {
        "Organization Department": "Moteurs",
        "Phone 1 - Value (Work Fax)": "01 23 45 67 80",
    }


def test_google_with_few_columns() -> None:
    reading = read(
        "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value\n"
        "Zoé Roux,Zoé,Roux,* myContacts,*,zoe@exemple.fr\n"
    )
    assert (reading.origin, only(reading).names) == (Origin.GOOGLE, ("Zoé Roux",))


def test_french_outlook() -> None:
    reading = read(
        "Titre;Prénom;Nom;Société;Titre;Téléphone (bureau);Tél. mobile;Anniversaire;"
        "Adresse de messagerie;Type de messagerie;Catégories;Notes;Privé\r\n"
        "Mme;Zoé;Roux;Airbus;Achats;01 23 45 67 89;06 12 34 56 78;12/03/1985;"
        "zoe@exemple.fr;SMTP;Lyon;Vue au salon;Faux\r\n"
        "M.;Omar;Diallo;Safran;;;06 98 76 54 32;0/0/00;omar@exemple.fr;SMTP;;;Faux\r\n",
        "cp1252",
    )
    zoe, omar = reading.cards
    assert (reading.origin, reading.problems) == (Origin.OUTLOOK, ())
    assert zoe.jobs == (Job("Airbus", "Achats"),)
    assert zoe.details == (
        (Said.BIRTHDAY, "1985-03-12"),
        (Said.NOTE, "Vue au salon"),
        (Said.TAG, "Lyon"),
    )
    assert zoe.extra == {}
    assert omar.details == ()


@pytest.mark.parametrize(
    ("written", "other", "born"),
    [
        ("3/28/1985", "", "1985-03-28"),
        ("03/04/1985", "", ""),
        ("03/04/1985", "28/03/1990", "1985-04-03"),
        ("12.03.1985", "31.01.1990", "1985-03-12"),
        ("28/03/45", "", "1945-03-28"),
        ("1985/3/12", "", "1985-03-12"),
        ("19850312", "", "1985-03-12"),
        ("1985-03-12 00:00:00", "", "1985-03-12"),
        ("12 mars 1985", "", "1985-03-12"),
        ("1604-05-12", "", "--05-12"),
        ("05-12", "", "--05-12"),
        ("05/21", "", "--05-21"),
        ("21/05", "", "--05-21"),
        ("05/06", "", ""),
        ("05/06", "28/03/1990", "--06-05"),
        ("0/0/00", "", ""),
        ("1985", "", ""),
        ("1/1/4501", "", ""),
    ],
)
def test_birthdays(written: str, other: str, born: str) -> None:
    reading = read(
        "First Name,Last Name,E-mail Address,Home Phone,Business Phone,Birthday\n"
        f"Zoé,Roux,zoe@exemple.fr,,,{written}\nOmar,Diallo,omar@exemple.fr,,,{other}\n"
    )
    found = dict(reading.cards[0].details).get(Said.BIRTHDAY, "")
    assert (found, reading.problems) == (born, ())


def test_a_day_that_is_none_is_a_problem_and_one_that_may_be_two_is_kept_as_written() -> None:
    reading = read(
        "First Name,Last Name,Home Phone,Business Phone,Birthday\nZoé,Roux,,,31/31/1985\n"
        "Omar,Diallo,,,03/04/1985\n"
    )
    assert reading.problems == (Problem("row=1", "import.bad-date", {"text": "31/31/1985"}),)
    assert reading.cards[1].extra == {"Birthday": "03/04/1985"}


def test_thunderbird_writes_a_birthday_in_three_columns() -> None:
    reading = read(
        "Prénom;Nom de famille;Nom à afficher;Adresse électronique principale;Année de naissance;"
        "Mois;Jour\nZoé;Roux;Zoé Roux;zoe@exemple.fr;1985;3;12\n;;Omar;omar@exemple.fr;;3;12\n"
        ";;Léa;lea@exemple.fr;;13;12\n"
    )
    born = [dict(card.details).get(Said.BIRTHDAY) for card in reading.cards]
    assert born == ["1985-03-12", "--03-12", None]


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        ("Roux Zoé,,", ("Roux Zoé",)),
        ('"Roux, Zoé",,', ("Zoé Roux",)),
        ('"Zoé Roux, Ph.D.",,', ("Zoé Roux, Ph.D.",)),
        ("Mme Zoé Roux,,", ("Zoé Roux",)),
        ("zoe@exemple.fr,,", ()),
        ("Zoé R.,Zoé,Roux", ("Zoé R.", "Zoé Roux")),
        (",Zoé,", ("Zoé",)),
    ],
)
def test_names(cells: str, names: tuple[str, ...]) -> None:
    header = "Display Name,First Name,Last Name,Primary Email\n"
    assert only(read(f"{header}{cells},zoe@exemple.fr\n")).names == names


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        ("06 12 34 56 78", ("06 12 34 56 78",)),
        ("'+33612345678", ("+33612345678",)),
        ('"=""0612345678"""', ("0612345678",)),
        ("06 12 34 56 78 / 01 23 45 67 89", ("06 12 34 56 78", "01 23 45 67 89")),
        ("3.36123E+10", ()),
        ("poste", ()),
    ],
)
def test_numbers_as_spreadsheets_leave_them(cell: str, phones: tuple[str, ...]) -> None:
    assert only(read(f"Nom complet,Téléphone\nZoé Roux,{cell}\n")).phones == phones
