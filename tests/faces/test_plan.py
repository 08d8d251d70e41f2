"""The road map from the command line, in both languages: many needs, few asks, fairly spread."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

STORY = """\
me "Nadia Benali" email:nadia@exemple.fr company:Michelin
person "Samir Khelifi" company:Orme circle:escalade
person "Léa Martin" company:Airbus circle:escalade
person "Priya Raman" company:Rolls
person "Hélène Fabre" company:Airbus
person "Omar Haddad" company:Airbus
person "Grégoire Vidal" company:Thales
company Thales referrals:no
tie "Samir Khelifi" context:both closeness:close
tie "Léa Martin" context:both closeness:close
tie "Priya Raman" context:professional closeness:good
tie "Hélène Fabre" context:professional closeness:good
tie "Grégoire Vidal" context:professional closeness:good
tie "Samir Khelifi" -- "Omar Haddad" closeness:good
2026-02-26 asked "Léa Martin" advice "une relecture"
2026-02-27 answered "Léa Martin" yes
2026-02-10 received "Hélène Fabre" "une piste"
"""
NEEDS = """\
[pace]
weeks = 8

[[need]]
id = "omar"
kind = "introduction"
person = "Omar Haddad"
importance = 5

[[need]]
id = "conseil"
kind = "conseil"
person = "Samir"
importance = 3
for = "préparer l’entretien"

[[need]]
id = "lea"
kind = "review"
person = "Léa Martin"
by = "2026-04-10"

[[need]]
id = "helene"
kind = "advice"
person = "Hélène Fabre"

[[need]]
id = "thales"
kind = "referral"
company = "Thales"

[[need]]
id = "vide"
kind = "interview"
company = "Safran"
"""
Plan = Callable[..., Any]


@pytest.fixture(autouse=True)
def story(journal: Any) -> None:
    assert journal(STORY).code == 0


@pytest.fixture
def plan(environment: Path, run: Any) -> Plan:
    """Give the command on a file of needs: `plan(NEEDS, "--json")`."""

    def planned(needs: str, *words: str) -> Any:
        path = environment / "needs.toml"
        path.write_text(needs, encoding="utf-8")
        return run("plan", str(path), *words)

    return planned


def by_need(document: Any) -> dict[str, Any]:
    return {one["need"]: one for one in document["asks"]}


def test_the_road_map_keeps_every_rest_and_says_why_a_need_finds_no_place(plan: Plan) -> None:
    heard = plan(NEEDS)
    assert heard.code == 0
    for said in (
        "Road map, Monday 2 March to Sunday 26 April",
        "Thanks first · Hélène Fabre helped you on 10 February: a thank-you before",
        "● Samir Khelifi Monday 2 March An introduction to Omar Haddad",
        "● Léa Martin Thursday 12 March A review",
        "For: préparer l’entretien",
        "A referral at Thales Not an ask for Grégoire Vidal: the company does not do this.",
        "An informational interview at Safran Nobody leads there yet.",
        "At a glance",
        "● go ahead ◐ with care ─ left to rest",
        "there is no better road",
        "The first message: entregent draft ",
        "To go back: entregent undo ",
    ):
        assert said in heard.plain, (said, heard.plain)
    assert all(len(line) <= 80 for line in heard.out.splitlines())


def test_it_speaks_french(plan: Plan) -> None:
    heard = plan(NEEDS, "--lang", "fr")
    for said in (
        "Feuille de route, du lundi 2 mars au dimanche 26 avril",
        "Les mercis d’abord · Hélène Fabre vous a rendu service le 10 février : un merci avant le",
        "Léa Martin jeudi 12 mars Une relecture",
        "Une cooptation chez Thales Pas cette demande à Grégoire Vidal : l’usage de la maison",
        "Personne n’y mène encore.",
        "on ne peut pas faire mieux",
        "Le premier message : entregent draft ",
    ):
        assert said in heard.plain, (said, heard.plain)


def test_as_json_the_agreed_keys_stand_and_nobody_bears_a_number(plan: Plan) -> None:
    found = plan(NEEDS, "--json").json
    assert set(found) >= {"asks", "unmet", "value", "bound", "gap"}
    omar = by_need(found)["omar"]
    assert set(omar) >= {"need", "kind", "person", "week", "date", "chain"}
    assert (omar["kind"], omar["person"]["name"], omar["week"]) == (
        *("introduction", "Samir Khelifi"),
        1,
    )
    assert [one["name"] for one in omar["chain"]] == [
        *("Nadia Benali", "Samir Khelifi", "Omar Haddad"),
    ]
    assert {one["need"]: one["code"] for one in found["unmet"]} == {
        "thales": "never",
        "vide": "no-way",
    }
    assert all(one["text"] for one in found["unmet"])
    assert found["gap"] <= 0.01
    assert found["bound"] >= found["value"] >= found["greedy"] > 0
    assert "odds" not in str(found["asks"])
    samir = sorted(one["date"] for one in found["asks"] if one["person"]["name"][:5] == "Samir")
    first, second = map(date.fromisoformat, samir)
    assert (second - first).days >= 14
    assert found["thanks"][0]["person"]["name"] == "Hélène Fabre"


def test_the_calendar_is_private_and_moves_when_the_road_does(
    plan: Plan, run: Any, tmp_path: Path
) -> None:
    path = tmp_path / "road.ics"
    assert plan(NEEDS, "--ics", str(path), "--lang", "fr").code == 0
    before = {str(one["UID"]): one for one in events(path)}
    assert len(before) == 4
    one = next(one for one in before.values() if "Omar" in one["SUMMARY"])
    said = "Écrire à Samir Khelifi : une mise en relation avec Omar Haddad"
    assert one["SUMMARY"].replace("\u00a0", " ") == said
    assert one["CLASS"] == "PRIVATE"
    assert one.decoded("DTSTART") == date(2026, 3, 2)
    run("busy", "Samir Khelifi", "--from", "2026-03-02", "--to", "2026-03-08")
    plan(NEEDS, "--ics", str(path))
    after = {str(one["UID"]): one for one in events(path)}
    assert set(after) == set(before)


def events(path: Path) -> Any:
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_the_picture_stands_by_itself_and_says_in_words_what_it_shows(
    plan: Plan, run: Any, tmp_path: Path
) -> None:
    run("edit", "Priya Raman", "--name", "Priya <Raman> & Cie \u0007")
    path = tmp_path / "road.svg"
    needs = '[[need]]\nkind = "advice"\nperson = "Priya"\n' + NEEDS
    assert plan(needs, "--svg", str(path), "--lang", "fr").code == 0
    picture = path.read_text(encoding="utf-8")
    root = ET.fromstring(picture)  # noqa: S314 - our own picture
    space = "{http://www.w3.org/2000/svg}"
    assert root.attrib["role"] == "img"
    told = root.findtext(f"{space}desc") or ""
    assert "Le lundi 2 mars, Samir Khelifi : une mise en relation" in told.replace("\u00a0", " ")
    titles = [one.text or "" for one in root.iter(f"{space}title")]
    assert any("Priya <Raman> & Cie" in title for title in titles)
    assert "http" not in picture.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_a_second_run_changes_nothing_and_undo_brings_the_former_road_back(
    plan: Plan, run: Any
) -> None:
    first = plan(NEEDS, "--json").json
    assert first["batch"]
    again = plan(NEEDS, "--json").json
    assert (again["batch"], again["moved"]) == (None, [])
    assert again["asks"] == [one | {"standing": "kept"} for one in first["asks"]]
    run("boundary", "Samir Khelifi", "--no", "advice")
    other = plan(NEEDS, "--json").json
    assert other["moved"] == ["conseil"]
    run("undo", other["batch"])
    run("boundary", "Samir Khelifi", "--no", "review")
    assert "conseil" not in by_need(plan(NEEDS, "--json").json)


def test_what_was_sent_stays_and_an_answer_moves_little(plan: Plan, run: Any) -> None:
    first = by_need(plan(NEEDS, "--json").json)
    ask = first["omar"]["ask"]
    run("record", "asked", "Samir Khelifi", "introduction", "--ask", ask)
    waiting = plan(NEEDS, "--json").json
    assert [(one["need"], one["code"]) for one in waiting["met"]] == [("omar", "waiting")]
    assert by_need(waiting).keys() == first.keys() - {"omar"}
    assert waiting["moved"] == ["conseil"]
    run("record", "answered", "Samir Khelifi", "no", "--on", "2026-03-02")
    declined = plan(NEEDS, "--json").json
    assert declined["met"] == []
    kept = by_need(declined)
    for need in ("lea", "helene"):
        assert kept[need]["date"] == first[need]["date"], need
    assert declined["moved"] == []
    run("record", "asked", "Priya Raman", "advice", "--ask", first["conseil"]["ask"])
    run("record", "answered", "Priya Raman", "yes")
    granted = plan(NEEDS, "--lang", "fr").plain
    assert "Déjà en route · Un conseil de Samir Khelifi : Priya Raman vous a dit oui." in granted


def test_a_goal_that_is_reached_is_not_planned_again(plan: Plan, run: Any) -> None:
    ask = by_need(plan(NEEDS, "--json").json)["lea"]["ask"]
    assert run("done", ask).code == 0
    found = plan(NEEDS, "--json").json
    assert [(one["need"], one["code"]) for one in found["met"]] == [("lea", "done")]
    assert "A review by Léa Martin: reached." in plan(NEEDS).plain


BAD = """\
colour = "red"
[pace]
per_week = 0

[[need]]
id = "sans but"
kind = "advice"

[[need]]
id = "deux"
kind = "advice"
person = "Samir"
company = "Orme"

[[need]]
kind = "argent"
company = "Orme"
importance = 9

[[need]]
id = "qui"
kind = "advice"
person = "Samir Khelif"

[[need]]
id = "moi"
kind = "advice"
person = "me"

[[need]]
id = "trop tard"
kind = "advice"
person = "Samir"
by = 2026-02-01

[[need]]
id = "bien"
kind = "advice"
person = "Priya"
importanse = 3

[[need]]
id = "bien"
kind = "advice"
person = "Léa"
"""


def test_what_is_wrong_is_listed_with_its_place_and_the_rest_is_planned(plan: Plan) -> None:
    found = plan(BAD, "--json")
    assert found.code == 1
    document = found.json
    assert list(by_need(document)) == ["bien"]
    assert [(one["need"], one["code"]) for one in document["unmet"]] == [
        ("trop tard", "deadline"),
        ("sans but", "bad-need"),
        ("deux", "bad-need"),
        ("need-3", "bad-need"),
        ("bien", "bad-need"),
        ("qui", "unknown-person"),
        ("moi", "bad-need"),
    ]
    places = {(one["need"], one["where"]) for one in document["problems"]}
    assert ("sans but", "line=7") in places
    assert {("need-3", "line=16"), ("need-3", "line=18")} <= places
    assert len(document["remarks"]) == 3
    sheet = plan(BAD, "--lang", "fr").plain
    for said in (
        "✕ Ligne 7 : il manque qui ou quoi : person, company, sector ou topic",
        "✕ Ligne 13 : un seul de ceux-ci à la fois : person, company",
        "Personne ne s’appelle « Samir Khelif » dans le carnet ; peut-être Samir Khelifi ?",
        "C’était pour le 1er février. Toujours utile ?",
        "per_week : « 0 » n’est pas un nombre de 1 à 100",
        "peut-être importance ?",
    ):
        assert said in sheet, (said, sheet)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[need]]\nkind = advice", "line 2, column 8: this is not TOML"),
        ("", "holds no need"),
    ],
)
def test_a_file_that_is_no_file_of_needs_is_refused(plan: Plan, text: str, complaint: str) -> None:
    heard = plan(text)
    assert (heard.code, heard.out) == (2, "")
    assert complaint in heard.complaint


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("nowhere.toml",), "nowhere.toml does not exist"),
        (("/",), "/ cannot be opened"),
        ((), "NEEDS"),
        (("needs.toml", "--weeks", "0"), "“0” is not a number of weeks"),
        (("needs.toml", "--weeks", "many"), "from 1 to 52"),
    ],
)
def test_wrong_usage_is_told(run: Any, words: tuple[str, ...], complaint: str) -> None:
    heard = run("plan", *words)
    assert (heard.code, heard.out) == (2, "")
    assert complaint in heard.complaint or not words


def test_a_file_that_cannot_be_written_costs_nothing(plan: Plan, run: Any) -> None:
    heard = plan(NEEDS, "--ics", "/nowhere/road.ics")
    assert (heard.code, heard.out) == (2, "")
    assert "/nowhere/road.ics" in heard.complaint
    assert "plan" not in run("imports").out


def test_when_nobody_can_be_asked_the_answer_is_no(plan: Plan) -> None:
    heard = plan('[[need]]\nkind = "interview"\ncompany = "Safran"')
    assert heard.code == 1
    assert "Nothing to ask until then." in heard.plain


def test_a_year_still_fits_on_the_sheet(plan: Plan) -> None:
    sheet = plan(NEEDS, "--weeks", "52").out
    assert all(len(line) <= 80 for line in sheet.splitlines())
    assert plan(NEEDS, "--weeks", "26", "--json").json["weeks"] == 26


def test_nobody_of_the_reserve_is_named(plan: Plan, run: Any, tmp_path: Path) -> None:
    run("leave-out", "Samir Khelifi")
    run("discreet", "Priya Raman")
    needs = '[[need]]\nkind = "introduction"\nperson = "Omar Haddad"\n'
    needs += '[[need]]\nkind = "interview"\ncompany = "Rolls"\n'
    path = tmp_path / "road.ics"
    for words in ((), ("--json",), ("--ics", str(path))):
        heard = plan(needs, *words)
        for hidden in ("Samir", "Priya"):
            assert hidden not in heard.out + heard.err
    assert b"BEGIN:VEVENT" not in path.read_bytes()


def test_two_needs_in_the_same_words_are_one_ask_and_what_tells_them_apart_makes_two(
    plan: Plan,
) -> None:
    one = '[[need]]\nid = "a"\nkind = "advice"\nperson = "Priya"\n'
    other = one.replace('"a"', '"b"')
    (double,) = plan(one + other, "--json").json["unmet"]
    assert (double["need"], double["code"]) == ("b", "same-need")
    assert "The same ask as “a”. If it takes two, say what tells them apart" in double["text"]
    found = plan(one + other + 'for = "une lettre"', "--json").json
    assert {each["need"] for each in found["asks"]} == {"a", "b"}


def test_the_next_day_s_agenda_knows_the_step(plan: Plan, run: Any) -> None:
    plan(NEEDS)
    assert "write to Samir Khelifi" in run("today").plain
