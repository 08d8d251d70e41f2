"""Employers that work addresses tell, and what companies tell of people."""

from datetime import date, timedelta

import pytest

from entregent.domain.facts import Encounter, House, Position, Source
from entregent.domain.ids import ME, PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card, Reading, Stated
from entregent.domain.words import Channel, Origin
from entregent.services.backgrounds import MOST_COLLEAGUES, Background, background
from entregent.services.companies import companies, company
from entregent.services.employers import LATELY, addressed, alike, by_address, house_names
from entregent.services.recording import record
from entregent.services.world import world

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("domain", "key", "reads"),
    [
        ("volele.example", "volele", True),
        ("volele.example", "volele defence and space", True),
        ("volele-group.example", "volele", True),
        ("lbo.example", "les bons outils", True),
        ("lbo.example", "orme", False),
        ("o.example", "orme", True),
        ("volele.example", "", False),
    ],
)
def test_a_domain_reads_as_a_company_or_does_not(domain, key, reads):
    assert alike(domain, key) is reads


def told(carnet, name):
    desk, domains = carnet.desk, carnet.desk.reference.domains
    names = house_names(desk.book.people(), domains)
    found = by_address(carnet.person(name), names, domains, desk.today)
    return [(one.company, one.address) for one in found]


def test_a_domain_takes_the_name_its_people_give_their_company(carnet):
    carnet.cards(
        "FN:Léa Martin\nEMAIL:lea@volele.example\nORG:Volèle SA",
        "FN:Omar Haddad\nEMAIL:omar@volele.example",
        "FN:Ana Roux\nEMAIL:ana@xyz.example\nORG:Orme",
        "FN:Zoé Petit\nEMAIL:zoe@xyz.example\nEMAIL:z@xyz.example",
    )
    known = carnet.informed()
    assert told(known, "Omar Haddad") == [("Volèle SA", "omar@volele.example")]
    assert told(known, "Zoé Petit") == [("XYZ", "zoe@xyz.example")], "one voice is not enough"
    assert told(known, "Léa Martin") == []
    carnet.cards("FN:Paul Blanc\nEMAIL:paul@xyz.example\nORG:Orme", path="b.vcf")
    assert told(known, "Zoé Petit") == [("Orme", "zoe@xyz.example")]


def test_a_former_employer_is_not_told_again(story):
    """
    person Léa email:lea@volele.example company:Volèle from:2018-01 to:2020-01
    """
    assert told(story.informed(), "Léa") == []


# --- in judgements ---------------------------------------------------------------------------


def test_an_address_book_alone_tells_a_judgement_nothing(carnet):
    carnet.cards("FN:Léa Martin\nEMAIL:lea@volele.example")
    lea = carnet.id("Léa Martin")
    record(carnet.desk, [Encounter(lea, carnet.book.owner, TODAY, Channel.WROTE)], "wrote")
    assert world(carnet.informed().desk).situation.employers(lea) == ()


def test_mail_from_a_work_address_tells_one(carnet):
    carnet.tell('me "Nadia Benali" email:nadia@postier.fr')
    wrote = Encounter(PersonId("a"), ME, TODAY, Channel.WROTE, key="<1@volele.example>")
    card = Card(PersonId("a"), "addr=lea@volele.example", (), emails=("lea@volele.example",))
    carnet.take(Reading("a.mbox", Origin.MAIL, 1, (card,), (Stated("msg=1", wrote),)))
    lea = carnet.id("lea@volele.example")
    assert world(carnet.informed().desk).situation.employers(lea) == ("volele",)
    assert world(carnet.desk).situation.employers(lea) == ()


def test_only_lately_and_only_where_nothing_else_is_said(story):
    """
    person Léa
    """
    known = story.informed()
    mail = (Source(Origin.MAIL, "a.mbox", "addr=lea@volele.example"),)
    lea = Person(known.id("Léa"), "Léa", emails=("lea@volele.example",), sources=mail)
    domains = known.desk.reference.domains

    def found(person, last):
        return addressed([person], {person.id: last}.get, domains, TODAY)

    assert found(lea, TODAY - LATELY) == {lea.id: ("volele",)}
    assert found(lea, TODAY - LATELY - timedelta(days=1)) == {}
    assert found(lea, None) == {}
    job = Position(lea.id, "Orme")
    assert (
        found(Person(lea.id, "Léa", emails=lea.emails, positions=(job,), sources=mail), TODAY) == {}
    )
    assert found(Person(lea.id, "Léa", emails=("lea@postier.fr",), sources=mail), TODAY) == {}


# --- backgrounds -----------------------------------------------------------------------------


def colleagues(carnet, name):
    found = background(carnet.desk, carnet.person(name)).colleagues
    return [(one.person.name, one.company, str(one.start), str(one.end)) for one in found]


def test_two_who_were_in_one_place_at_one_time_may_know_each_other(story):
    """
    me Nadia company:Orme from:2018-01
    person Léa company:Orme from:2018-01 to:2020-06
    person Omar company:"Orme SA" from:2020-01
    person Ana company:Orme from:2021-01
    person Zoé company:Orme
    person Paul company:Chêne from:2018-01 to:2020-06
    """
    assert colleagues(story, "Léa") == [("Omar", "Orme SA", "2020-01", "2020-06")]
    assert colleagues(story, "Omar") == [
        ("Ana", "Orme", "2021-01", "2026-03"),
        ("Léa", "Orme", "2020-01", "2020-06"),
    ]
    assert colleagues(story, "Zoé") == [], "without dates nothing is known"
    assert background(story.desk, story.person("me")) == Background()
    ties = world(story.desk).situation.ties
    assert all(story.book.owner in between for between in ties), "and no tie comes of it"


def test_in_a_crowd_having_been_there_says_nothing(carnet):
    lines = [f"person P{n} company:Orme from:2018-01" for n in range(MOST_COLLEAGUES + 1)]
    carnet.tell("\n".join(lines))
    assert len(colleagues(carnet, "P0")) == MOST_COLLEAGUES
    carnet.tell("person Léa company:Orme from:2019-01", path="more.journal")
    assert colleagues(carnet, "P0") == []


def test_a_position_without_a_company_has_no_colleagues(story):
    """
    person Léa title:peintre company:"…" from:2018-01
    person Omar title:peintre company:"…" from:2018-01
    """
    assert colleagues(story, "Léa") == []


def test_the_sector_of_an_employer_is_told_unless_somebody_said_it(story):
    """
    person Léa company:Volèle
    person Omar company:Volèle sector:aviation
    person Ana company:Orme
    """
    known = story.informed()

    def sectors(name):
        told = background(known.desk, known.person(name)).sectors
        return [(company, sector.code) for company, sector in told]

    assert sectors("Léa") == [("Volèle", "aerospace")]
    assert sectors("Omar") == sectors("Ana") == []
    record(known.desk, [House("volele", "avions")], "company")
    assert sectors("Léa") == []


# --- companies -------------------------------------------------------------------------------


def test_companies_are_known_by_their_people_and_by_what_is_said_of_them(story, refused):
    """
    person Léa company:Volèle email:lea@volele.example
    person Omar email:omar@volele.example
    person Ana company:"Volèle SA" from:2018-01 to:2020-01
    person Zoé other:was-at=Orme
    company Chêne sector:bois referrals:yes
    """
    known = story.informed().desk
    assert [one.name for one in companies(known)] == ["Orme", "Volèle SA"]
    volele = company(known, "VOLELE")
    assert ([p.name for p in volele.here], [p.name for p in volele.was_here]) == (["Léa"], ["Ana"])
    assert [(p.name, address) for p, address in volele.addressed] == [
        ("Omar", "omar@volele.example")
    ]
    assert (volele.domains, volele.sector_from) == (("volele.example",), "table")
    assert company(known, "Orme").sector_from is None
    chene = company(known, "chêne")
    assert (chene.name, chene.sector, chene.referrals, chene.sector_from) == (
        "Chêne", "bois", "yes", "said"
    )  # fmt: skip
    with refused("company.unknown", name="Volèles", near="Volèle SA"):
        company(known, "Volèles")
    with refused("company.unknown", name="", near=""):
        company(known, "")
