"""Roles and levels, as the words of a title tell them."""

from collections import Counter

import pytest

from entregent.content import Content
from entregent.domain.roles import Roles
from entregent.domain.text import tokens
from entregent.services.reference import Reference

ROLES = Reference(Content()).roles


@pytest.mark.parametrize(
    ("title", "role", "level"),
    [
        ("Acheteuse emballages", "buyer", ""),
        ("Directeur des achats", "buyer", "head"),
        ("HEAD OF PROCUREMENT", "buyer", "head"),
        ("Ingénieure logiciel", "developer", ""),
        ("Software engineer", "developer", ""),
        ("Directrice artistique", "designer", "head"),
        ("Graphiste", "designer", ""),
        ("Architecte d’intérieur", "architect", ""),
        ("Interior designer", "architect", ""),
        ("Architecte logiciel", "developer", ""),
        ("Ingénieur d’affaires", "sales", ""),
        ("Cheffe de projet junior", "project", "manager"),
        ("Stagiaire en communication", "communication", "starter"),
        ("Fondateur", "", "founder"),
        ("DRH", "people", "head"),
        ("Consultante", "", "independent"),
        ("Funambule", "", ""),
        ("", "", ""),
    ],
)
def test_a_title_tells_its_role_and_its_level(title: str, role: str, level: str) -> None:
    assert (ROLES.role(title), ROLES.level(title)) == (role, level)


def test_without_a_table_a_title_tells_nothing() -> None:
    assert Roles().role("Acheteuse") == ""


@pytest.mark.parametrize("name", ["role", "level"])
def test_no_phrase_stands_under_two_codes(name: str) -> None:
    rows = Content().template("vocabulary/roles")[name]
    phrases = Counter(tokens(phrase) for row in rows for phrase in row["telling"])
    assert [phrase for phrase, times in phrases.items() if times > 1] == []
    assert () not in phrases
