"""Lists that other programs write: ticket offices in French, meetings, mailings, customers."""

from zoneinfo import ZoneInfo

from entregent.domain.reading import Job, Reading
from entregent.domain.words import Said
from entregent.exchange.detect import HEAD, recognise


def read(text: str, path: str = "liste.csv") -> Reading:
    data = text.encode()
    form = recognise(data[:HEAD], path)
    assert form is not None
    return form.read(data, path, zone=ZoneInfo("Europe/Paris"))


def test_a_column_that_says_whose_it_is_before_a_colon() -> None:
    [card] = read(
        '"Code de commande","Nom du participant","Nom du participant: Prénom",'
        '"Nom du participant: Nom de famille","E-mail","Champ complémentaire : Téléphone",'
        '"Personne à prévenir : Téléphone"\n'
        '"AB3CD","Mara Quill","Mara","Quill","mara@exemple.fr","06 12 34 56 78","0411111111"\n'
    ).cards
    assert (card.names, card.given, card.family) == (("Mara Quill",), "Mara", "Quill")
    assert card.phones == ("06 12 34 56 78",)


def test_what_opens_a_door_is_not_kept() -> None:
    reading = read(
        "Code-barres;Nom participant;Prénom participant;Billet;Carte d’adhérent;N° de participant\n"
        "123456789;QUILL;Mara;https://billets.example/abc;https://cartes.example/def;777\n"
    )
    assert not any(one in repr(reading) for one in ("123456789", "abc", "def", "777"))


def test_a_place_kept_for_a_name_is_no_name() -> None:
    [card] = read(
        "Prénom,Nom de famille,Adresse e-mail,Type de billet,Intitulé du poste,Entreprise\n"
        "Infos demandées,Infos demandées,bo@exemple.fr,Entrée,Infos demandées,Infos demandées\n"
    ).cards
    assert (card.names, card.jobs, card.emails) == ((), (), ("bo@exemple.fr",))


def test_the_headers_of_a_second_section_are_nobody() -> None:
    reading = read(
        "1. Résumé\nParticipants\t1\n\n2. Participants\n"
        "Nom\tPremière connexion\tE-mail\nMara Quill\t14/03/2025, 10:00:11\tmara@exemple.fr\n\n"
        "3. Activités\nNom\tHeure d’arrivée\tE-mail\nBo Rask\t14/03/2025, 10:00:11\tbo@exemple.fr\n"
    )
    assert [card.names for card in reading.cards] == [("Mara Quill",), ("Bo Rask",)]


def test_a_mailing_list() -> None:
    [card] = read(
        '"Email Address","First Name","Last Name",Birthday,TAGS\n'
        'mara@example.com,Mara,Quill,05/21,"""Press"",""Climate"""\n'
    ).cards
    assert card.details == (
        (Said.BIRTHDAY, "--05-21"),
        (Said.TAG, "Press"),
        (Said.TAG, "Climate"),
    )


def test_customers() -> None:
    [card] = read(
        "First Name,Last Name,Title,Account Name,Mailing City,Email\n"
        "Mara,Quill,Director,Atelier Sève,Lyon,mara@example.com\n"
    ).cards
    assert card.jobs == (Job("Atelier Sève", "Director"),)
    assert card.details == ((Said.PLACE, "Lyon"),)


def test_a_page_told_without_its_site() -> None:
    [card] = read(
        "name,email,approval_status,What is your LinkedIn profile?\n"
        "Mara Quill,mara@example.com,approved,/in/mara-quill\n"
    ).cards
    assert card.urls == ("https://www.linkedin.com/in/mara-quill",)
    assert card.extra == {}
