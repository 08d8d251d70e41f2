"""Lists of attendees, in the columns each ticket office writes."""

from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Need, Offer
from entregent.domain.reading import Card, Job, Problem, Reading
from entregent.domain.words import Origin, Said
from entregent.exchange.detect import HEAD, recognise

PARIS = ZoneInfo("Europe/Paris")
EVENTBRITE = (
    "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,"
    "Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,"
    "Eventbrite Payment Processing,Attendee Status,Home City,"
    "What is your LinkedIn profile?,Job Title,Company\n"
)
LUMA = (
    "api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,"
    "custom_source,checked_in_at,qr_code_url,amount,amount_tax,amount_discount,currency,"
    "coupon_code,eth_address,solana_address,survey_response_rating,ticket_type_id,ticket_name,"
    "What company do you work for?,What is your job title?\n"
)
HELLOASSO = (
    "Référence commande;Date de la commande;Statut de la commande;Nom participant;"
    "Prénom participant;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;"
    "Billet;Numéro de billet;Tarif;Montant tarif;Code Promo;Montant code promo;Votre métier\n"
)
PRETIX = (
    "Order code,Attendee name,Product,Price,Checked in,Paid,Secret,E-mail,Company,Voucher code,"
    "Order date,Requires special attention,Comment,Seat ID,Seat name\n"
)
MEETUP = (
    "Name\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tJoined Group on\t"
    "URL of Member Profile\n"
)
OWN = "id,name,email,company,offers,needs,available,avoid\n"


def read(text: str) -> Reading:
    data = text.encode()
    form = recognise(data[:HEAD], "liste.csv")
    assert form is not None
    return form.read(data, "liste.csv", zone=PARIS)


def only(reading: Reading) -> Card:
    [card] = reading.cards
    return card


def words(reading: Reading) -> str:
    """Return all that a reading would keep, to look for what it must not."""
    return repr((reading.cards, reading.facts))


def test_eventbrite() -> None:
    reading = read(
        EVENTBRITE
        + "8812345,2026-03-01,Zoé,Roux,zoe@exemple.fr,1,,Early bird,991234,,Eventbrite Completed,"
        "EUR,25.00,1.20,1.00,0.20,Attending,Lyon,linkedin.com/in/zoe-roux,Achats,Airbus\n"
        "8812346,2026-03-01,Omar,Diallo,omar@exemple.fr,1,,Early bird,991235,,Eventbrite Completed,"
        "EUR,25.00,1.20,1.00,0.20,Refunded,Lyon,,,\n"
    )
    assert (reading.origin, reading.read, reading.problems) == (Origin.TABLE, 2, ())
    zoe = only(reading)
    assert zoe.names == ("Zoé Roux",)
    assert zoe.emails == ("zoe@exemple.fr",)
    assert zoe.urls == ("https://www.linkedin.com/in/zoe-roux",)
    assert zoe.jobs == (Job("Airbus", "Achats"),)
    assert (Said.PLACE, "Lyon") in zoe.details
    assert not zoe.known
    assert not any(secret in words(reading) for secret in ("8812345", "991234", "25.00", "1.20"))


def test_luma() -> None:
    wallet = "0x" + "ab" * 20
    reading = read(
        LUMA
        + "gst-1,Zoé Roux,Zoé,Roux,zoe@exemple.fr,+33612345678,2026-03-01T10:00:00Z,approved,,,"
        f"https://exemple.fr/qr/abc,15,3,0,eur,VIP,{wallet},So1,5,tkt-9,Standard,Airbus,Achats\n"
        "gst-2,Omar Diallo,Omar,Diallo,omar@exemple.fr,,2026-03-01T10:00Z,waitlist,,,,,,,,,,,,,,,\n"
        "gst-3,Léa Martin,Léa,Martin,lea@exemple.fr,,2026-03-01T10:00:00Z,declined,,,,,,,,,,,,,,,\n"
    )
    zoe = only(reading)
    assert (reading.read, reading.problems) == (3, ())
    assert zoe.names == ("Zoé Roux",)
    assert zoe.phones == ("+33612345678",)
    assert zoe.jobs == (Job("Airbus", "Achats"),)
    assert zoe.extra["ticket_name"] == "Standard"
    kept = words(reading)
    assert not any(secret in kept for secret in (wallet, "qr/abc", "VIP", "So1", "tkt-9"))


def test_helloasso_gives_the_payers_address_to_the_payer_only() -> None:
    reading = read(
        HELLOASSO
        + "100;01/03/2026 10:00;Validé;Roux;Zoé;ROUX;Zoe;zoe@exemple.fr;;Carte;Adhérent;7001;"
        "Adhérent;12,00;;;Acheteuse\n"
        "100;01/03/2026 10:00;Validé;Roux;Théo;ROUX;Zoe;zoe@exemple.fr;;Carte;Adhérent;7002;"
        "Adhérent;12,00;;;Pilote\n"
        "101;01/03/2026 10:00;Annulé;Diallo;Omar;Diallo;Omar;omar@exemple.fr;;;;7003;;;;;\n"
    )
    zoe, theo = reading.cards
    assert (reading.read, reading.problems) == (3, ())
    assert (zoe.names, zoe.emails) == (("Zoé Roux",), ("zoe@exemple.fr",))
    assert (theo.names, theo.emails) == (("Théo Roux",), ())
    assert theo.jobs == (Job("", "Pilote"),)
    assert not any(secret in words(reading) for secret in ("7001", "12,00", "Carte"))


def test_one_address_for_several_tickets_is_whose_name_it_spells() -> None:
    reading = read(
        PRETIX + "A1,Zoé Roux,Billet,10,,yes,s3cr3t,zoe.roux@exemple.fr,Airbus,,2026-03-01,no,,,\n"
        "A1,Théo Roux,Billet,10,,yes,s3cr4t,zoe.roux@exemple.fr,,,2026-03-01,no,,,\n"
    )
    zoe, theo = reading.cards
    assert (zoe.emails, theo.emails) == (("zoe.roux@exemple.fr",), ())
    assert "s3cr" not in words(reading)


def test_a_row_without_a_name_contradicts_nobody_about_an_address() -> None:
    ana = read("Nom,Email\n,ana@x.example\nAna Silva,ana@x.example\nana silva,ana@x.example\n")
    assert {card.emails for card in ana.cards} == {("ana@x.example",)}
    shared = read("Nom,Email\n,club@x.example\nAna Silva,club@x.example\nBo Lee,club@x.example\n")
    assert {card.emails for card in shared.cards} == {()}


def test_one_address_twice_in_a_table_with_birthdays_is_an_address_book_s() -> None:
    reading = read(
        "first_name,surname,dob,email\nZoé,Roux,1982-10-19,zoe.roux@exemple.fr\n"
        "Zoe,Rouxe,1982-10-19,zoe.roux@exemple.fr\n"
    )
    assert [card.emails for card in reading.cards] == [("zoe.roux@exemple.fr",)] * 2


def test_meetup_has_no_addresses() -> None:
    reading = read(
        MEETUP + "Zoé Roux\tuser 1\tMembre\tNo\tYes\t0\t1 mars 2026\t3 mai 2019\t"
        "https://www.meetup.com/members/1/\n"
        "Omar\tuser 2\t\tNo\tNo\t0\t1 mars 2026\t3 mai 2019\thttps://www.meetup.com/members/2/\n"
    )
    assert reading.read == 2
    assert only(reading).names == ("Zoé Roux",)
    assert only(reading).urls == ("https://www.meetup.com/members/1/",)
    assert only(reading).jobs == ()


def test_our_own_list_keeps_wishes_and_says_nothing_of_whom_to_avoid() -> None:
    reading = read(
        OWN + "7,Zoé Roux,zoe@exemple.fr,Airbus,achats; anglais,un poste,1;2,9\n"
        "9,Omar Diallo,omar@exemple.fr,Safran,,,,7\n"
    )
    zoe, _ = reading.cards
    assert [stated.fact for stated in reading.facts] == [
        Offer(zoe.ref, "achats"),
        Offer(zoe.ref, "anglais"),
        Need(zoe.ref, "un poste"),
    ]
    assert zoe.extra == {"id": "7", "available": "1;2"}
    assert "avoid" not in words(reading)


@pytest.mark.parametrize(
    "header",
    [
        "Nom;Prénom;Société;Fonction;Courriel;Tél. portable",
        "NOM;PRENOM;ENTREPRISE;POSTE;E-MAIL;TELEPHONE",
        "last_name;first_name;organisation;job_title;email_address;mobile",
        "Nachname;Vorname;Firma;Position;E-Mail;Handy",
        "Apellidos;Nombre;Empresa;Cargo;Correo electrónico;Móvil",
        "Cognome;Nome;Azienda;Ruolo;Indirizzo e-mail;Cellulare",
        "Achternaam;Voornaam;Bedrijf;Functie;E-mailadres;Mobiel",
        "Sobrenome;Nome;Empresa;Cargo;E-mail;Celular",
        "Votre nom *;Votre prénom *;Quelle est votre société ?;Votre poste;Votre e-mail;Votre tél.",
    ],
)
def test_the_words_of_many_lists(header: str) -> None:
    reading = read(f"{header}\nRoux;Zoé;Airbus;Achats;zoe@exemple.fr;06 12 34 56 78\n")
    zoe = only(reading)
    assert (zoe.names, zoe.given, zoe.family) == (("Zoé Roux",), "Zoé", "Roux")
    assert zoe.jobs == (Job("Airbus", "Achats"),)
    assert (zoe.emails, zoe.phones) == (("zoe@exemple.fr",), ("06 12 34 56 78",))


def test_what_is_not_known_is_kept_under_its_own_name() -> None:
    reading = read(
        "Nom complet,E-mail,Régime,Compte IBAN,Remarque libre\n"
        "Zoé Roux,zoe@exemple.fr,végétarien,FR76 3000 6000 0112 3456 7890 189,\n"
        "Omar Diallo,omar@exemple.fr,,,FR76 3000 6000 0112 3456 7890 189\n"
    )
    zoe, omar = reading.cards
    assert zoe.extra == {"Régime": "végétarien"}
    assert omar.extra == {}


def test_who_is_named_twice_is_one() -> None:
    row = "Zoé Roux,Airbus\n"
    reading = read(f"Participant,Société\n{row}{row}Omar Diallo,Airbus\n")
    assert [card.names[0] for card in reading.cards] == ["Zoé Roux", "Omar Diallo"]
    assert (reading.read, reading.problems) == (3, ())


def test_companies_and_empty_rows_are_no_people() -> None:
    reading = read(
        "Name,Company,E-mail\nZoé Roux,Airbus,zoe@exemple.fr\nAirbus,Airbus,\n"
        ",Safran,contact@safran.example\n\nN/A,,\n"
    )
    assert only(reading).names == ("Zoé Roux",)
    assert reading.problems == (
        Problem("row=2", "table.not-a-person", {"name": "Airbus"}),
        Problem("row=3", "table.not-a-person", {"name": "Safran"}),
        Problem("row=4", "table.nobody"),
    )
