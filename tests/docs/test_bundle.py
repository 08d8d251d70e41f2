"""The bundle is what its schema says."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
SCHEMA = json.loads((DOCS / "bundle.schema.json").read_text(encoding="utf-8"))
GUESTS = """First Name,Last Name,Email,Company,Job Title
Omar,Haddad,omar@exemple.fr,Airbus,Acheteur
Léa,Roux,,Airbus,
"""


@pytest.fixture
def entregent(tmp_path):
    """Give the command, with a book of its own."""
    environment = {
        **os.environ,
        "ENTREGENT_BOOK": str(tmp_path / "book.sqlite"),
        "ENTREGENT_CONFIG": str(tmp_path),
        "ENTREGENT_TODAY": "2026-03-02",
    }

    def run(*words):
        command = [sys.executable, "-m", "entregent", *words, "--json"]
        heard = subprocess.run(command, env=environment, capture_output=True, check=True)
        return json.loads(heard.stdout)

    return run


def test_the_bundle_of_an_empty_book_fits_its_schema(entregent, misfits):
    assert misfits(entregent("event", "bundle"), SCHEMA) == []


def test_the_bundle_of_an_evening_fits_its_schema(entregent, misfits, tmp_path):
    entregent("me", "Zoé Lefèvre", "--email", "zoe@exemple.fr", "--company", "Airbus")
    entregent("add", "Léa Roux", "--company", "Airbus", "--address", "tu")
    entregent("record", "received", "Léa Roux", "une relecture", "--on", "2026-02-20")
    goal = "parler à des acheteurs"
    entregent("event", "new", "Apéro", "--from", "18:30", "--to", "21h", "--goal", goal)
    guests = tmp_path / "guests.csv"
    guests.write_text(GUESTS, encoding="utf-8")
    entregent("event", "prepare", "--list", str(guests))
    held = entregent("event", "bundle")
    assert misfits(held, SCHEMA) == []
    assert [one["name"] for one in held["brief"]["tu"]["meet"]] == ["Omar Haddad"]
    assert [one["person"]["name"] for one in held["brief"]["en"]["known"]] == ["Léa Roux"]
    assert misfits({**held, "ledger": []}, SCHEMA) == [".ledger: unknown"]


def test_every_part_is_told():
    told = (DOCS / "bundle.md").read_text(encoding="utf-8")
    assert [name for name in SCHEMA["properties"] if f"`{name}`" not in told] == []
