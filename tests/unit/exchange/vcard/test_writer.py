from datetime import UTC, datetime
from textwrap import dedent

from entregent.domain.facts import Position
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.words import Said
from entregent.exchange.vcard.spelled import escaped
from entregent.exchange.vcard.writer import Version, folded, write

ZOE = PersonId("0195c6a0-0000-7000-8000-000000000001")
WRITTEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PERSON = Person(
    ZOE,
    "Zoé Lefèvre",
    ("Zoé Lefèvre", "Zoé Roux"),
    emails=("zoe@exemple.fr", "z@exemple.fr"),
    phones=("+33 6 39 98 00 01",),
    urls=("https://www.linkedin.com/in/zoe",),
    title="Achats",
    positions=(
        Position(ZOE, "Airbus", "Achats", Month(2024, 1)),
        Position(ZOE, "Banque; du Sud", "Analyste", Month(2019, 1), Month(2023, 12)),
    ),
    sectors=("aéronautique",),
    circles=("Promo 2012",),
    tags=("escalade",),
    lang="fr",
    details=(
        (Said.GIVEN, "Zoé"),
        (Said.FAMILY, "Lefèvre"),
        (Said.BIRTHDAY, "1985-03-12"),
        (Said.PLACE, "Lyon"),
        (Said.PLACE, "Nantes"),
        (Said.CLIENT, "Petit Bateau"),
        (Said.NOTE, "au salon, en mai\nparle espagnol"),
        (Said.OTHER, "alias=zoe"),
    ),
)
KEPT = {
    "N": "Lefèvre;Zoé;;Mme;",
    "EMAIL;TYPE=WORK": "mailto:zoe@exemple.fr",
    "TEL;TYPE=CELL;VALUE=uri": "tel:+33 6 39 98 00 01\ntel:+33 6 39 98 00 02",
    "ORG": "Airbus;Achats;Europe",
    "ADR;TYPE=HOME;X-ABADR=fr": ";;3 rue des Lilas;Lyon;;69003;France",
    "ADR;TYPE=WORK": ";;1 rue du Port;Brest;;;",
    "BDAY;VALUE=text": "vers 1985",
    "UID": "1234",
    "X-LINKEDIN": "https://linkedin.com/in/zoe",
    "X-SOCIALPROFILE": "https://gone.example/zoe",
    "X-ABRELATEDNAMES;X-ABLABEL=amie": "Inès\nLéa",
    "GENDER": "F",
    "LABEL": "3 rue des Lilas\\nLyon",
    "IMPP": "xmpp:zoe",
}


def cards(person: Person, version: Version = "3.0", kept: dict[str, str] | None = None) -> str:
    return "".join(write([(person, kept or {})], version, written=WRITTEN)).replace("\r\n", "\n")


def lines(person: Person, version: Version = "3.0", kept: dict[str, str] | None = None):
    """What a card says beyond its first and last lines."""
    return cards(person, version, kept).split("\n")[5:-2]


def test_a_card_for_phones() -> None:
    assert cards(PERSON) == dedent("""\
        BEGIN:VCARD
        VERSION:3.0
        PRODID:-//Entregent//EN
        UID:0195c6a0-0000-7000-8000-000000000001
        REV:2026-03-02T09:30:00Z
        FN:Zoé Lefèvre
        N:Lefèvre;Zoé;;;
        X-ENTREGENT-NAME:Zoé Roux
        EMAIL;TYPE=PREF:zoe@exemple.fr
        EMAIL:z@exemple.fr
        TEL:+33 6 39 98 00 01
        URL:https://www.linkedin.com/in/zoe
        ORG:Airbus
        TITLE:Achats
        X-ENTREGENT-JOB:Airbus;Achats;2024-01;
        X-ENTREGENT-JOB:Banque\\; du Sud;Analyste;2019-01;2023-12
        BDAY:1985-03-12
        ADR:;;;Lyon;;;
        ADR:;;;Nantes;;;
        CATEGORIES:escalade,Promo 2012
        X-ENTREGENT-LANG:fr
        X-ENTREGENT-CLIENT:Petit Bateau
        X-ENTREGENT-CIRCLE:Promo 2012
        X-ENTREGENT-SECTOR:aéronautique
        NOTE:au salon\\, en mai\\nparle espagnol
        END:VCARD
        """)


def test_the_newer_version_says_some_things_otherwise() -> None:
    text = cards(PERSON, "4.0")
    for line in (
        "VERSION:4.0",
        "UID:urn:uuid:0195c6a0-0000-7000-8000-000000000001",
        "REV:20260302T093000Z",
        "EMAIL;PREF=1:zoe@exemple.fr",
        "BDAY:19850312",
        "LANG:fr",
    ):
        assert f"{line}\n" in text


def test_what_cards_said_is_given_back_where_it_still_stands() -> None:
    assert lines(PERSON, kept=KEPT)[1:10] == [
        "N:Lefèvre;Zoé;;Mme;",
        "X-ENTREGENT-NAME:Zoé Roux",
        "EMAIL;TYPE=WORK,PREF:zoe@exemple.fr",
        "EMAIL:z@exemple.fr",
        "TEL;TYPE=CELL:+33 6 39 98 00 01",
        "ORG:Airbus;Achats;Europe",
        "TITLE:Achats",
        "X-ENTREGENT-JOB:Airbus;Achats;2024-01;",
        "X-ENTREGENT-JOB:Banque\\; du Sud;Analyste;2019-01;2023-12",
    ]
    assert lines(PERSON, kept=KEPT)[10:14] == [
        "BDAY:1985-03-12",
        "item1.ADR;TYPE=HOME:;;3 rue des Lilas;Lyon;;69003;France",
        "item1.X-ABADR:fr",
        "ADR:;;;Nantes;;;",
    ]
    assert lines(PERSON, kept=KEPT)[-8:] == [
        "X-LINKEDIN:https://linkedin.com/in/zoe",
        "item2.X-ABRELATEDNAMES:Inès",
        "item2.X-ABLabel:amie",
        "item3.X-ABRELATEDNAMES:Léa",
        "item3.X-ABLabel:amie",
        "X-GENDER:F",
        "LABEL:3 rue des Lilas\\nLyon",
        "IMPP:xmpp:zoe",
    ]


def test_each_version_has_words_of_its_own() -> None:
    kept = {"X-GENDER": "F", "LABEL": "Lyon", "UNREADABLE HEAD": "x"}
    assert lines(Person(ZOE, "Zoé", ("Zoé",)), "4.0", kept)[2:] == ["GENDER:F", "X-LABEL:Lyon"]


def test_a_name_that_is_not_taken_apart_stands_whole() -> None:
    assert lines(Person(ZOE, "Zoé Lefèvre", ("Zoé Lefèvre",))) == [
        "FN:Zoé Lefèvre",
        "N:;Zoé Lefèvre;;;",
    ]
    assert lines(Person(ZOE, "z@exemple.fr", emails=("z@exemple.fr",)))[1] == "N:;;;;"


def test_titles_go_with_their_posts() -> None:
    held = (Position(ZOE, "Airbus"), Position(ZOE, "Amicale", "Trésorière"), Position(ZOE, ""))
    assert lines(Person(ZOE, "Zoé", ("Zoé",), title="Conférencière", positions=held))[2:] == [
        "job1.ORG:Airbus",
        "job2.ORG:Amicale",
        "job2.TITLE:Trésorière",
        "TITLE:Conférencière",
    ]


def test_a_birthday_without_year_and_one_that_is_less_than_a_day() -> None:
    born = Person(ZOE, "Zoé", ("Zoé",), details=((Said.BIRTHDAY, "--02-29"),))
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29" in lines(born)
    assert "BDAY:--0229" in lines(born, "4.0")
    vague = lines(Person(ZOE, "Zoé", ("Zoé",)), "4.0", {"BDAY;VALUE=text": "vers 1985"})
    assert vague[2:] == ["BDAY;VALUE=text:vers 1985"]


def test_lines_are_folded_between_characters() -> None:
    line = "NOTE:" + "é" * 100
    assert folded(line).replace("\r\n ", "") == line
    assert [len(piece.encode()) for piece in folded(line).split("\r\n")] == [75, 75, 57]
    assert folded("NOTE:" + "a" * 70) == "NOTE:" + "a" * 70


def test_a_text_cannot_end_its_line() -> None:
    assert escaped("a\r\nEND:VCARD\nb\\;,") == "a\\nEND:VCARD\\nb\\\\\\;\\,"
