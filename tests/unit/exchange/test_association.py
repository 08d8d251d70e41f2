"""An association's tables: columns in any order and either language, bad rows listed."""

from datetime import date

import pytest

from entregent.asks.pool.model import MemberId, RequestId
from entregent.asks.pool.route import route
from entregent.exchange.association import read, write
from entregent.services.pooling import Defaults
from entregent.services.ports import BookError

UNTIL = date(2026, 5, 24)


@pytest.fixture
def tables(tmp_path):
    def put(members, ties, requests):
        paths = []
        for name, text in (("m.csv", members), ("t.csv", ties), ("r.csv", requests)):
            path = tmp_path / name
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        return read(*paths, Defaults(per_month=2, rest_days=10), UNTIL)

    return put


MEMBERS = """id,name,serves,per_month,rest_days,free_from
m1,Léa Martin,Airbus;relecture de CV,1,21,2026-03-09
m2,Omar,,,,
"""
TIES = "a,b,strength\nm1,m2,close\n"
REQUESTS = "id,asker,wants,opens,by\nr1,m2,AIRBUS,2026-03-02,2026-04-02\nr2,m2,x,,\n"


def test_three_tables_make_a_pool(tables):
    found = tables(MEMBERS, TIES, REQUESTS)
    lea, omar = found.pool.members[MemberId("m1")], found.pool.members[MemberId("m2")]
    assert lea.serves == {"airbus", "relecture de cv"}
    assert (lea.per_month, lea.rest_days, lea.free_from) == (1, 21, date(2026, 3, 9))
    assert (omar.per_month, omar.rest_days, omar.free_from) == (2, 10, None)
    assert found.pool.ties == {"m1": {"m2": 0.9}, "m2": {"m1": 0.9}}
    assert [(one.wants, one.by) for one in found.pool.requests] == [
        ("airbus", date(2026, 4, 2)),
        ("x", UNTIL),
    ]
    assert found.names["m1"] == "Léa Martin"
    assert found.words[RequestId("r1")] == "AIRBUS"
    assert found.problems == ()


def test_french_columns_semicolons_and_windows_letters(tables):
    members = "Identifiant;Nom;Peut aider;Par mois;Répit\r\n1;Zoé;achats|vente;3;7\r\n"
    ties = "Membre A\tMembre B\tForce\n1\t1\tproche\n"
    requests = "Demande;Membre;Cherche;Dès;Jusqu’au\n"
    found = tables(members.encode("cp1252"), ties, requests)
    member = found.pool.members[MemberId("1")]
    assert (member.serves, member.per_month, member.rest_days) == ({"achats", "vente"}, 3, 7)
    assert [problem.what for problem in found.problems] == ["pool.same"]


def test_who_does_not_consent_is_nowhere(tables):
    members = "id,serves,consent\nm1,Airbus,non\nm2,Airbus,yes\nm3,,\n"
    ties = 'a,b,strength,consent\nm1,m2,0.5,\nm2,m3,0.5,no\nm2,m3,"0,25",yes\n'
    found = tables(members, ties, "id,asker,wants\nr1,m1,Airbus\n")
    assert set(found.pool.members) == {"m2", "m3"}
    assert found.pool.ties["m3"] == {"m2": 0.25}
    assert [(p.where, p.what) for p in found.problems] == [("r.csv row=1", "pool.unknown")]


def test_each_bad_row_is_listed_and_the_rest_read(tables):
    members = (
        "id,serves,per_month,free_from\n,a,,\nm1,a,,\nm1,b,,\nm2,a,lots,\nm3,a,,soon\nm4,a,-1,\n"
    )
    ties = "a,b,strength\nm1,,\nm1,m9,\nm1,m1,\nm1,m1,7\n"
    requests = (
        "id,asker,wants,opens,by\nr,m1,,,\nr,m1,a,2026-03-03,2026-03-02\nr,m1,a,,\nr,m1,a,,\n"
    )
    found = tables(members, ties, requests)
    assert [(p.where, p.what) for p in found.problems] == [
        ("m.csv row=1", "pool.missing"),
        ("m.csv row=3", "pool.twice"),
        ("m.csv row=4", "pool.bad-value"),
        ("m.csv row=5", "pool.bad-value"),
        ("m.csv row=6", "pool.bad-value"),
        ("t.csv row=1", "pool.missing"),
        ("t.csv row=2", "pool.unknown"),
        ("t.csv row=3", "pool.same"),
        ("t.csv row=4", "pool.same"),
        ("r.csv row=1", "pool.missing"),
        ("r.csv row=2", "pool.backwards"),
        ("r.csv row=4", "pool.twice"),
    ]
    assert len(found.pool.requests) == 1


@pytest.mark.parametrize("strength", ["0", "-1", "nan", "2", "much"])
def test_a_strength_lies_above_0_and_at_most_1(tables, strength):
    found = tables("id,serves\nm1,a\nm2,a\n", f"a,b,strength\nm1,m2,{strength}\n", REQUESTS)
    assert ("t.csv row=1", "pool.bad-value") in [(p.where, p.what) for p in found.problems]


@pytest.mark.parametrize("text", ["", "\n\n", "what,ever\n1,2\n", b"\x00\x01\xff"])
def test_a_table_without_its_columns_is_refused_by_name(tables, text):
    with pytest.raises(BookError) as refused:
        tables(text, TIES, REQUESTS)
    assert refused.value.key == "pool.columns"
    assert refused.value.details["path"] == "m.csv"


def test_a_file_that_is_not_there_or_too_big_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "m.csv"
    with pytest.raises(BookError, match="no-such-file"):
        read(path, path, path, Defaults(), UNTIL)
    with pytest.raises(BookError, match="unreadable"):
        read(tmp_path, path, path, Defaults(), UNTIL)
    path.write_text("id,serves\nm1,a\n")
    monkeypatch.setattr("entregent.exchange.association._MOST", 3)
    with pytest.raises(BookError, match="too-big"):
        read(path, path, path, Defaults(), UNTIL)


def test_the_table_that_leaves_runs_nothing(tables):
    requests = 'id,asker,wants\n"=HYPERLINK(1)",m2,airbus\n'
    found = tables(MEMBERS, TIES, requests)
    text = write(found, route(found.pool, date(2026, 3, 2))).decode()
    assert text.splitlines() == [
        "request,asker,wants,on,member,part",
        "'=HYPERLINK(1),m2,airbus,2026-03-09,m1,serves",
    ]


def test_a_consent_that_is_neither_yes_nor_no_is_none(tables):
    members = "id,serves,consent\nm1,Airbus,en attente\nm2,Airbus,Oui\nm3,,\n"
    found = tables(members, "a,b,consent\nm2,m3,?\nm1,m2,\n", REQUESTS)
    assert set(found.pool.members) == {"m2", "m3"}
    assert found.pool.ties == {}
    assert [(one.where, one.what) for one in found.problems[:3]] == [
        ("m.csv row=1", "pool.bad-value"),
        ("t.csv row=1", "pool.bad-value"),
        ("t.csv row=2", "pool.unknown"),
    ]


def test_french_tables_may_name_their_columns_shortly(tables):
    titles = "id;nom;sert;par mois;repos;libre;accord\n"
    members = titles + "m1;Léa;CV;1;21;2026-03-09;oui\nm2;Omar;;;;;\n"
    requests = "id;demandeur;cherche;ouvre;avant\nr1;m2;CV;2026-03-02;2026-04-02\n"
    found = tables(members, "a;b;force\nm1;m2;0,5\n", requests)
    lea, (asked,) = found.pool.members[MemberId("m1")], found.pool.requests
    assert (lea.rest_days, lea.free_from) == (21, date(2026, 3, 9))
    assert (asked.opens, asked.by) == (date(2026, 3, 2), date(2026, 4, 2))
