"""Lists of those who register for conferences and fairs, in French and in English."""

from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Card, Job, Reading
from entregent.domain.words import Origin
from entregent.exchange.detect import HEAD, recognise

PARIS = ZoneInfo("Europe/Paris")
INDICO = (
    "ID,Name,First Name,Last Name,Email Address,Affiliation,Position,Title,Phone Number,"
    "Registration date,Registration state,Price,Checked in,Check-in date\n"
    "7,Nadia Benali,Nadia,Benali,nadia@exemple.fr,CNRS,Chercheuse,Dr,+33639980001,"
    "2026-01-05,{state},80 EUR,True,2026-02-02\n"
)
INDICO_FR = (
    "ID,Nom,Prénom,Nom de famille,Adresse e-mail,Affiliation,Poste,Titre,Numéro de téléphone,"
    "Date d’enregistrement,État de l’inscription,Prix,Enregistré,Date de check-in\n"
    "7,Nadia Benali,Nadia,Benali,nadia@exemple.fr,CNRS,Chercheuse,Dr,+33639980001,"
    "2026-01-05,{state},80 EUR,True,2026-02-02\n"
)
WEEZEVENT = (
    "N° de billet;Code-barres;Date de commande;Nom;Prénom;E-mail;Tarif;Statut;"
    "Nom de l’acheteur;Prénom de l’acheteur;E-mail de l’acheteur;Société;Fonction;Téléphone;"
    "Contrôlé\n"
    "4321;99887766;05/01/2026;Benali;Nadia;nadia@exemple.fr;Plein;{state};Roux;Zoé;"
    "zoe@exemple.fr;CNRS;Chercheuse;+33639980001;Oui\n"
)
EVENTMAKER = (
    "UID,Email,First name,Last name,Company,Job title,Phone number,Registration category,"
    "Registration status,QR code,Registered at\n"
    "u99887766,nadia@exemple.fr,Nadia,Benali,CNRS,Chercheuse,+33639980001,Visitor,{state},"
    "99887766,2026-01-05\n"
)
EVENTMAKER_FR = (
    "UID;Email;Prénom;Nom;Entreprise;Fonction;Numéro de téléphone;Catégorie d’inscription;"
    "Statut d’inscription;Code QR;Inscrit le\n"
    "u99887766;nadia@exemple.fr;Nadia;Benali;CNRS;Chercheuse;+33639980001;Visiteur;{state};"
    "99887766;05/01/2026\n"
)
SWAPCARD = (
    "First name,Last name,Job title,Secondary job title,Organization,Email,Mobile phone,"
    "Landline phone,Website,Biography,Tags,Connected on\n"
    "Nadia,Benali,Chercheuse,,CNRS,nadia@exemple.fr,+33639980001,,,,,2026-01-05\n"
)
SWAPCARD_FR = (
    "Prénom;Nom;Intitulé de poste;Intitulé de poste secondaire;Organisation;E-mail;"
    "Téléphone mobile;Téléphone fixe;Site web;Biographie;Tags;Connecté le\n"
    "Nadia;Benali;Chercheuse;;CNRS;nadia@exemple.fr;+33639980001;;;;;05/01/2026\n"
)


def read(text: str) -> Reading:
    data = text.encode()
    form = recognise(data[:HEAD], "liste.csv")
    assert form is not None
    return form.read(data, "liste.csv", zone=PARIS)


def only(reading: Reading) -> Card:
    [card] = reading.cards
    return card


@pytest.mark.parametrize(
    "text",
    [INDICO, INDICO_FR, WEEZEVENT, EVENTMAKER, EVENTMAKER_FR, SWAPCARD, SWAPCARD_FR],
    ids=[
        "indico",
        "indico-fr",
        "weezevent",
        "eventmaker",
        "eventmaker-fr",
        "swapcard",
        "swapcard-fr",
    ],
)
def test_who_registered_is_a_person_with_a_post(text: str) -> None:
    reading = read(text.format(state="OK"))
    nadia = only(reading)
    assert (reading.origin, reading.read, reading.problems) == (Origin.TABLE, 1, ())
    assert nadia.names == ("Nadia Benali",)
    assert nadia.emails == ("nadia@exemple.fr",)
    assert nadia.phones == ("+33639980001",)
    assert nadia.jobs == (Job("CNRS", "Chercheuse"),)


@pytest.mark.parametrize("text", [WEEZEVENT, EVENTMAKER, EVENTMAKER_FR])
def test_what_opens_a_door_is_not_kept(text: str) -> None:
    assert "99887766" not in repr(read(text.format(state="OK")))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (INDICO, "Withdrawn"),
        (INDICO, "Rejected"),
        (INDICO_FR, "Retiré"),
        (INDICO_FR, "Rejeté"),
        (WEEZEVENT, "Annulé"),
        (EVENTMAKER, "unregistered"),
        (EVENTMAKER_FR, "Désinscrit"),
    ],
)
def test_who_will_not_come_is_left_out(text: str, state: str) -> None:
    assert read(text.format(state=state)).cards == ()
