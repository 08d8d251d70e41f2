"""Each era of LinkedIn's tables about people, in small."""

from datetime import date
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Connected
from entregent.domain.ids import ME
from entregent.domain.reading import Card, Job, Problem, Reading
from entregent.domain.words import Origin, Said
from entregent.exchange import linkedin

PARIS = ZoneInfo("Europe/Paris")
NOW = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
PREAMBLE = 'Notes:\n"When exporting your connection data, some addresses are missing."\n\n'
LEA = "Léa,Martin,https://www.linkedin.com/in/lea-martin,lea@exemple.fr,Airbus,Achats,08 Feb 2026"


def read(text: str | bytes, path: str = "Connections.csv") -> Reading:
    data = text if isinstance(text, bytes) else text.encode()
    return linkedin.read(data, path, zone=PARIS)


def days(reading: Reading) -> list[date | None]:
    return [stated.fact.on for stated in reading.facts if isinstance(stated.fact, Connected)]


def lea(**changed: object) -> Card:
    fields: dict[str, object] = {
        "ref": "in/lea-martin",
        "record": "row=1",
        "names": ("Léa Martin",),
        "given": "Léa",
        "family": "Martin",
        "emails": ("lea@exemple.fr",),
        "urls": ("https://www.linkedin.com/in/lea-martin",),
        "jobs": (Job("Airbus", "Achats"),),
    }
    return Card(**{**fields, **changed})  # type: ignore[arg-type]  # fields of a card


def test_a_connection_of_today() -> None:
    reading = read(f"{PREAMBLE}{NOW}\n{LEA}")
    assert (reading.origin, reading.read, reading.problems) == (Origin.LINKEDIN, 1, ())
    assert reading.cards == (lea(),)
    (stated,) = reading.facts
    assert stated.record == "row=1"
    assert stated.fact == Connected(lea().ref, ME, date(2026, 2, 8))


def test_a_connection_before_2021_has_no_preamble_and_no_address_of_a_profile() -> None:
    header = "First Name,Last Name,Email Address,Company,Position,Connected On"
    reading = read(f"{header}\nLéa,Martin,lea@exemple.fr,Airbus,Achats,08 Feb 2020\n")
    assert reading.cards == (lea(ref="row=1", urls=()),)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{PREAMBLE}{NOW}\n{LEA}\n", id="with its preamble"),
        pytest.param(f'{PREAMBLE}"\n{NOW}\n{LEA}\n', id="a stray quote before the header"),
        pytest.param(f"\ufeff{NOW}\r\n{LEA}\n", id="a mark, and one Windows line end"),
        pytest.param(f"{NOW}\n{LEA}\n".replace(",", ";"), id="Excel in French"),
        pytest.param(f"{NOW}\n\n{LEA}\n,,,,,,\n", id="blank rows"),
    ],
)
def test_dressed_in_many_ways(text: str) -> None:
    reading = read(text)
    assert reading.cards == (lea(),)
    assert (reading.read, reading.problems) == (1, ())


@pytest.mark.parametrize(
    "header",
    [
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion",
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
        "Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em",
        "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Fecha de conexión",
    ],
)
def test_headers_in_other_languages(header: str) -> None:
    assert read(f"{header}\n{LEA}").cards == (lea(),)


@pytest.mark.parametrize("text", ["Zoé", "Müller"])
def test_windows_latin(text: str) -> None:
    (card,) = read(f"{NOW}\n{text},,,,,,08 Feb 2026\n".encode("cp1252")).cards
    assert card.names == (text,)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("08 Feb 2026", date(2026, 2, 8)),
        ("4-Apr-21", date(2021, 4, 4)),
        ("4-Apr-98", date(1998, 4, 4)),
        ("12 mars 2023", date(2023, 3, 12)),
        ("1er août 2023", date(2023, 8, 1)),
        ("12 févr. 2023", date(2023, 2, 12)),
        ("12 juin 2023", date(2023, 6, 12)),
        ("12 juil. 2023", date(2023, 7, 12)),
        ("12. März 2023", date(2023, 3, 12)),
        ("12 de marzo de 2023", date(2023, 3, 12)),
        ("12 de out. de 2023", date(2023, 10, 12)),
        ("Feb 8; 2026", None),
        ("2026-02-08", date(2026, 2, 8)),
        ("2026-02-08 00:00:00", date(2026, 2, 8)),
        ("08 Feb 2026 00:00", date(2026, 2, 8)),
        ("dimanche 8 février 2026", date(2026, 2, 8)),
        ("46061", date(2026, 2, 8)),
        ("12345", None),
        ("13/02/2026", date(2026, 2, 13)),
        ("2/13/26", date(2026, 2, 13)),
        ("02/02/2026", date(2026, 2, 2)),
        ("03/02/2026", None),
        ("31 Feb 2026", None),
        ("8 Nivôse 2026", None),
        ("bientôt", None),
    ],
)
def test_dates_of_connection(text: str, day: date | None) -> None:
    reading = read(f"{NOW}\nLéa,Martin,,,,,{text}\n")
    assert days(reading) == [day]
    wrong = () if day else (Problem("row=1", "import.bad-date", {"text": text}),)
    assert reading.problems == wrong


def test_an_american_date() -> None:
    for text in ("Feb 8, 2026", "Sunday, February 8, 2026", "Feb 8, 2026, 2:37 PM"):
        assert days(read(f'{NOW}\nLéa,Martin,,,,,"{text}"\n')) == [date(2026, 2, 8)]


def test_no_date_is_no_problem() -> None:
    reading = read(f"{NOW}\nLéa,Martin,,,,,\n")
    assert days(reading) == [None]
    assert reading.problems == ()


def test_one_date_of_the_column_tells_how_the_others_are_written() -> None:
    rows = "Léa,Martin,,,,,03/02/2026\nOmar,Diallo,,,,,{}\n"
    french = read(f"{NOW}\n{rows.format('25/12/2025')}")
    assert days(french) == [date(2026, 2, 3), date(2025, 12, 25)]
    american = read(f"{NOW}\n{rows.format('12/25/2025')}")
    assert days(american) == [date(2026, 3, 2), date(2025, 12, 25)]


def test_a_hidden_member_is_read_and_gives_nothing() -> None:
    reading = read(f"{NOW}\n,,,,,,07 Jun 2026\n{LEA}\n")
    assert reading.read == 2
    assert reading.problems == ()
    assert reading.cards == (lea(record="row=2"),)


def test_a_row_in_pieces_is_a_problem() -> None:
    reading = read(f"{NOW}\nLéa\n{LEA}\n")
    assert reading.problems == (Problem("row=1", "import.bad-row"),)
    assert reading.cards == (lea(record="row=2"),)


def test_a_stray_quote_swallows_nothing() -> None:
    rows = ['Inès,"Dupont,,,,,07 Jun 2025', LEA, 'Omar,"Diallo,,,,,08 Jun 2025', LEA]
    names = [("Inès Dupont",), ("Léa Martin",), ("Omar Diallo",)]
    for count in (2, 3, 4):
        reading = read("\n".join([NOW, *rows[:count], ""]))
        assert [card.names for card in reading.cards] == names[:count]
        assert reading.problems == ()


def test_a_cell_may_hold_commas_quotes_and_line_breaks() -> None:
    row = 'Léa,"Martin, Ph.D.",,,"Airbus ""Achats""\nToulouse",Achats,08 Feb 2026'
    (card,) = read(f"{NOW}\n{row}\n").cards
    assert card.names == ("Léa Martin, Ph.D.",)
    assert card.jobs == (Job('Airbus "Achats" Toulouse', "Achats"),)


def test_a_cell_beyond_all_bounds_is_a_bad_row() -> None:
    reading = read(f'{NOW}\n"{"a" * 17_000_000}",b,,,,,\n{LEA}\n')
    assert [card.names for card in reading.cards] == [("Léa Martin",)]


def test_the_same_profile_twice_is_one_person() -> None:
    reading = read(f"{NOW}\n{LEA}\n{LEA}\n")
    assert reading.read == 2
    assert reading.cards == (lea(),)


def test_a_percent_encoded_profile_and_what_is_no_address() -> None:
    row = "Zoé,,https://linkedin.com/in/Zo%C3%A9-L/?trk=1,masquée,,,08 Feb 2026"
    (card,) = read(f"{NOW}\n{row}\n").cards
    assert card.urls == ("https://www.linkedin.com/in/zoé-l",)
    assert card.emails == ()
    assert card.jobs == ()


def test_the_owner_is_told_by_profile_positions_and_addresses() -> None:
    tables = {
        "Profile.csv": """\
            First Name,Last Name,Maiden Name,Address,Headline,Geo Location
            Nadia,Benali,Roux,,Acheteuse,Lyon
            """,
        "Positions.csv": """\
            Company Name,Title,Description,Location,Started On,Finished On
            Michelin,Acheteuse,,,Sep 2021,
            Airbus,Assistante,,,01 Oct 2018,2020
            Safran,Stagiaire,,,hier,2017
            """,
        "Email Addresses.csv": """\
            Email Address,Confirmed,Primary,Updated On
            nadia@exemple.fr,Yes,Yes,Not Available
            rien,Yes,No,Not Available
            """,
        "PhoneNumbers.csv": """\
            Extension,Number,Type
            +33,6 39 98 00 06,Mobile
            ,06 39 98 00 07,Home
            ,,Work
            """,
    }
    files = [(path, dedent(text).encode()) for path, text in tables.items()]
    readings = list(linkedin.read_export(files, zone=PARIS))
    assert [(reading.path, reading.read) for reading in readings] == [
        ("Profile.csv", 1),
        ("Email Addresses.csv", 2),
        ("PhoneNumbers.csv", 3),
        ("Positions.csv", 3),
    ]
    profile, emails, phones, positions = readings
    assert all(card.ref == ME for reading in readings for card in reading.cards)
    assert profile.cards[0].names == ("Nadia Benali", "Nadia Roux")
    assert profile.cards[0].details == ((Said.TITLE, "Acheteuse"), (Said.PLACE, "Lyon"))
    assert [card.emails for card in emails.cards] == [("nadia@exemple.fr",)]
    numbers = [card.phones for card in phones.cards]
    assert numbers == [("+33 6 39 98 00 06",), ("06 39 98 00 07",)]
    assert [card.jobs for card in positions.cards] == [
        (Job("Michelin", "Acheteuse", "2021-09", ""),),
        (Job("Airbus", "Assistante", "2018-10", "2020-12"),),
    ]
    assert emails.problems == (Problem("row=2", "import.bad-row"),)
    assert phones.problems == (Problem("row=3", "import.bad-row"),)
    assert positions.problems == (Problem("row=3", "import.bad-date", {"text": "hier"}),)


@pytest.mark.parametrize(("text", "month"), [("2021-09", "2021-09"), ("sept. 2021", "2021-09")])
def test_other_ways_to_write_a_month(text: str, month: str) -> None:
    reading = read(f"Company Name,Title,Started On\nMichelin,Acheteuse,{text}\n", "Positions.csv")
    assert reading.cards[0].jobs == (Job("Michelin", "Acheteuse", month),)


def test_a_profile_without_a_family_name() -> None:
    reading = read("First Name,Last Name,Headline\nNadia,,Acheteuse\n", "Profile.csv")
    assert reading.cards[0].names == ("Nadia",)
    assert read("First Name,Last Name,Headline\n,,Acheteuse\n").cards[0].names == ()


def test_other_tables_are_not_ours() -> None:
    assert not linkedin.recognises(b"Skill\nExcel\n", "Skills.csv")
    assert not linkedin.recognises(b"", "Connections.csv")
    assert not linkedin.recognises(b"PK\x03\x04", "Connections.csv")
    assert linkedin.recognises(f"{PREAMBLE}{NOW}\n".encode(), "whatever.txt")
    assert read("Skill\nExcel\n").problems == (Problem("", "import.unknown-format"),)
