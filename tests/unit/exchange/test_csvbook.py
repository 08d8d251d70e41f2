import csv
import io

from entregent.domain.facts import Position
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.words import Said
from entregent.exchange.csvbook import write

ZOE = PersonId("zoe")


def rows(*people: Person) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write(people))))


def test_a_person_is_a_row() -> None:
    zoe = Person(
        ZOE,
        "Zoé Lefèvre",
        ("Zoé Lefèvre", "Zoé Roux"),
        emails=("zoe@exemple.fr", "z@exemple.fr"),
        phones=("+33 6 39 98 00 01",),
        urls=("https://www.linkedin.com/in/zoe",),
        title="Achats",
        positions=(Position(ZOE, "Amicale"), Position(ZOE, "Airbus", "Achats")),
        circles=("Promo 2012",),
        tags=("escalade", "fac"),
        lang="fr",
        details=((Said.NOTE, "=1+1"), (Said.NOTE, "au salon"), (Said.BIRTHDAY, "--03-12")),
    )
    (row,) = rows(zoe)
    assert {title: text for title, text in row.items() if text} == {
        "Name": "Zoé Lefèvre",
        "Name 2": "Zoé Roux",
        "Birthday": "--03-12",
        "Language": "fr",
        "Group Membership": "escalade ::: fac",
        "Circle": "Promo 2012",
        "Notes": "'=1+1",
        "Notes 2": "au salon",
        "E-mail 1 - Value": "zoe@exemple.fr",
        "E-mail 2 - Value": "z@exemple.fr",
        "Phone 1 - Value": "+33 6 39 98 00 01",
        "Organization 1 - Name": "Airbus",
        "Organization 1 - Title": "Achats",
        "Organization 2 - Name": "Amicale",
        "Website 1 - Value": "https://www.linkedin.com/in/zoe",
    }


def test_what_ended_is_left_out_and_a_title_may_stand_alone() -> None:
    past = Position(ZOE, "Airbus", "Achats", Month(2019, 1), Month(2021, 6))
    (row,) = rows(Person(ZOE, "Zoé", ("Zoé",), title="Conférencière", positions=(past,)))
    assert (row["Organization 1 - Name"], row["Organization 1 - Title"]) == ("", "Conférencière")


def test_nobody_is_a_header_alone() -> None:
    assert write([]).startswith("Name,Given Name,Family Name,")
    assert write([]).count("\r\n") == 1
