"""The tables of sectors, domains and fields, as they come with the program."""

from collections import Counter

import pytest

from entregent.content import Content
from entregent.domain.domains import Domains, label
from entregent.domain.sectors import Sectors
from entregent.domain.text import company_key, fold, tokens
from entregent.locale.meaning import singular
from entregent.services.reference import FIELDS, Reference


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference(Content())


def twice(values: list[str]) -> list[str]:
    return [value for value, n in Counter(values).items() if n > 1]


def test_nothing_stands_under_two_sectors() -> None:
    rows = Content().template("vocabulary/sectors")["sector"]
    assert twice([row["code"] for row in rows]) == []
    names = [{row["code"], *map(fold, (row["fr"], row["en"], *row["also"]))} for row in rows]
    assert twice([name for some in names for name in some]) == []
    assert twice([company_key(name) for row in rows for name in row["companies"]]) == []
    assert twice([fold(word) for row in rows for word in row["telling"]]) == []


def test_no_word_of_a_need_says_two_things_or_nothing_at_all(reference: Reference) -> None:
    table, meaning = Content().template("vocabulary/meaning"), reference.meaning
    groups = [{meaning.root(t) for w in row["words"] for t in tokens(w)} for row in table["alike"]]
    assert twice([root for group in groups for root in group]) == []
    words = {singular(t) for row in table["alike"] for w in row["words"] for t in tokens(w)}
    assert words & (meaning.small | meaning.common) == set()
    assert twice([*table["common"], *table["small"]]) == []


@pytest.mark.parametrize(
    ("company", "sector"),
    [
        ("Airbus", "aéronautique"),
        ("AIRBUS SAS", "aéronautique"),
        ("Groupe Michelin", "automobile"),
        ("Banque du Lac", "banque"),
        ("Clinique des Orangers", "santé"),
        ("Conseil départemental du Rhône", None),
        ("Orme et fils", None),
        ("Groupe", None),
        ("", None),
    ],
)
def test_a_company_tells_its_sector(reference: Reference, company: str, sector: str | None) -> None:
    known = reference.sectors.of(company)
    assert (known.fr if known else None) == sector


def test_a_sector_is_one_whatever_its_language(reference: Reference) -> None:
    assert fold("aéronautique") in reference.sectors.alike("Aerospace")
    assert reference.sectors.alike("Parapente") == {"parapente"}
    assert Sectors().alike("Aerospace") == {"aerospace"}


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("lea@airbus.com", "airbus.com"),
        ("Lea@FR.Airbus.com", "airbus.com"),
        ("lea@volele.co.uk", "volele.co.uk"),
        ("lea@gmail.com", ""),
        ("lea@mail.orange.fr", ""),
        ("lea@polytechnique.org", ""),
        ("lea@alumni.orme.example.com", ""),
        ("lea@cs.ox.ac.uk", ""),
        ("lea@univ-lac.fr", ""),
        ("lea@mit.edu", ""),
        ("lea@co.uk", ""),
        ("lea@localhost", ""),
        ("lea@volele..com", ""),
        ("airbus.com", ""),
        ("", ""),
    ],
)
def test_a_work_address_tells_a_domain(reference: Reference, address: str, domain: str) -> None:
    assert reference.domains.house(address) == domain
    assert Domains().house(address) == ""


@pytest.mark.parametrize(
    ("domain", "name"),
    [("airbus.com", "Airbus"), ("credit-du-lac.fr", "Credit Du Lac"), ("edf.fr", "EDF")],
)
def test_a_domain_reads_as_a_name(domain: str, name: str) -> None:
    assert label(domain) == name


def test_every_field_of_a_search_is_one_that_there_is(reference: Reference) -> None:
    assert set(reference.fields.values()) == set(FIELDS)
    assert reference.fields["societe"] == "company"
