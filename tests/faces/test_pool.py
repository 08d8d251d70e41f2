"""`pool`, through the command line, in both languages."""

import pytest

MEMBERS = (
    "id,name,serves,per_month\nm1,Léa Martin,Airbus,1\nm2,Omar Haddad,Airbus,1\n"
    "m3,Inès Roy,,\nm4,Paul Petit,,\n"
)
TIES = "a,b,strength\nm3,m1,close\nm4,m1,close\nm4,m2,slight\n"
REQUESTS = "id,asker,wants,by\nr1,m3,Airbus,\nr2,m4,Airbus,\nr3,m4,Safran,\n"


@pytest.fixture
def tables(tmp_path):
    for name, text in (("m.csv", MEMBERS), ("t.csv", TIES), ("r.csv", REQUESTS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in ("m.csv", "t.csv", "r.csv")]


def test_in_french_it_says_who_is_asked_and_what_stays_open(run, tables):
    told = run("pool", *tables, "--lang", "fr")
    assert told.code == 1
    assert "2 demandes sur 3 trouvent quelqu’un" in told.plain
    assert "Inès Roy demande à Léa Martin (Airbus)" in told.plain
    assert "r3 : Paul Petit (Safran)" in told.plain


def test_in_english_too_and_the_table_has_it_all(run, tables, tmp_path):
    out = tmp_path / "out.csv"
    told = run("pool", *tables, "--out", str(out))
    assert "2 requests of 3 find somebody" in told.plain
    assert "Paul Petit asks Omar Haddad (Airbus)" in told.plain
    assert out.read_text().count("\n") == 3


def test_json_is_one_document(run, tables):
    told = run("pool", *tables, "--json")
    document = told.json
    assert (document["met"], document["bound"], document["gap"]) == (2, 2, 0.0)
    assert document["load"] == {"most": 1, "gini": 0.0}
    assert document["nearest"]["most"] == 2
    assert [one["code"] for one in document["unmet"]] == ["nobody"]


def test_a_wrong_table_is_refused_with_a_sentence(run, tables):
    told = run("pool", tables[1], tables[1], tables[2], "--lang", "fr")
    assert told.code == 2
    assert "il manque ces colonnes" in told.complaint
    assert run("pool", *tables, "--weeks", "soon").code == 2
