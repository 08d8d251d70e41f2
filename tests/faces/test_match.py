"""`match`, through the command line, in both languages."""

import csv
import json

import pytest

PEOPLE = (
    "id,name,email,company,offers,needs,available,avoid,newcomer,host\n"
    "p1,Léa Roux,lea@exemple.fr,Airbus,export;design,financement,,p2,,oui\n"
    "p2,Omar Haddad,omar@exemple.fr,,financement,export,1;2,,,\n"
    "p3,Inès Roy,,,presse,design,,,oui,\n"
    "p4,Paul Petit,,,financement;design,presse,,,,\n"
    "p5,Zoé Diallo,,,,,2-4,,,\n"
)


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def listed(tmp_path):
    """Give a list of people, a line each, `id` first."""

    def write(*lines, header="id,name,offers,needs,available,avoid"):
        path = tmp_path / "listed.csv"
        path.write_text("\n".join((header, *lines)), encoding="utf-8")
        return str(path)

    return write


def met(folder):
    with (folder / "meetings.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_in_french_it_says_how_good_the_timetable_is_and_where_the_files_are(run, people, tmp_path):
    told = run("match", people, "--slots", "4", "--lang", "fr", "--out", str(tmp_path / "soir"))
    assert told.code == 0
    assert "rencontres pour 5 personnes, en 4 créneaux" in told.plain
    assert "la preuve est dans le rapport" in told.plain
    assert "À garder jusqu’au 1er avril" in told.plain


def test_in_english_too_without_a_folder_nothing_is_written(run, people):
    told = run("match", people, "--slots", "4")
    assert "meetings for 5 people, over 4 slots" in told.plain
    assert "Nothing was written" in told.plain


def test_json_has_its_figures(run, people):
    document = run("match", people, "--slots", "4", "--json").json
    assert {"people", "slots", "meetings", "value", "bound", "gap", "fairness", "seconds"} <= set(
        document
    )
    assert (document["people"], document["slots"]) == (5, 4)
    assert set(document["fairness"]) == {"fewest", "median", "worst_value"}
    assert 0 <= document["gap"] < 1
    assert document["value"] <= document["bound"]
    assert document["fairness"]["fewest"] >= 1


def test_those_kept_apart_never_meet_and_nothing_tells_of_it(run, listed, tmp_path):
    lines = ["aa,Léa,export,presse,,zz9;bb", "bb,Omar,presse,export,,", "cc,Zoé,export,presse,,"]
    out = tmp_path / "out"
    told = run("match", listed(*lines), "--out", str(out))
    assert {frozenset((row["a"], row["b"])) for row in met(out)} == {
        frozenset(("aa", "cc")),
        frozenset(("bb", "cc")),
    }
    assert told.code == 1
    assert "row=1: the column avoid names somebody who is not in the list" in told.plain
    for path in out.rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert "zz9" not in text
            assert "column avoid" not in text


def test_the_same_seed_gives_the_same_files(run, tmp_path):
    for name in ("one", "two"):
        run("match", "--rehearse", "30", "--seed", "7", "--out", str(tmp_path / name))
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*") if path.is_file()}
        for name in ("one", "two")
    )
    assert len(one) == 2 * 30 + 8
    assert one == two


def test_a_page_tells_whom_one_meets_and_why(run, people, tmp_path):
    out = tmp_path / "out"
    run("match", people, "--slots", "4", "--from", "18:30", "--lang", "fr", "--out", str(out))
    lea = (out / "people" / "1-lea-roux.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Vous cherchez : financement ; Paul Petit peut vous en parler." in lea
    assert "Vous accueillez Inès Roy" in lea
    assert "18:30 – 18:45" in lea
    ines = (out / "people" / "3-ines-roy.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "C’est Léa Roux qui vous accueille" in ines
    zoe = (out / "people" / "5-zoe-diallo.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Rien d’écrit ne vous relie" in zoe
    assert "lea@exemple.fr" not in lea + ines + zoe


def test_a_calendar_holds_the_meetings(run, people, tmp_path):
    from icalendar import Calendar

    out = tmp_path / "out"
    run("match", people, "--slots", "4", "--day", "2026-04-09", "--out", str(out))
    text = (out / "people" / "1-lea-roux.ics").read_bytes()
    events = Calendar.from_ical(text).walk("VEVENT")
    mine = [row for row in met(out) if "p1" in (row["a"], row["b"])]
    assert len(events) == len(mine)
    assert events[0].decoded("DTSTART").isoformat().startswith("2026-04-09T")
    assert max(len(line) for line in text.split(b"\r\n")) <= 75


def test_scores_by_hand_decide_and_unknown_people_are_told(run, listed, tmp_path):
    scores = tmp_path / "scores.csv"
    scores.write_text("a,b,score\na,b,3\na,z,2\na,a,1\nb,c,much\n", encoding="utf-8")
    where = listed("a,Léa,,,,", "b,Omar,,,,", "c,Zoé,,,,")
    out = tmp_path / "out"
    told = run("match", where, "--scores", str(scores), "--out", str(out))
    assert told.code == 1
    assert "“z” is not in the list of attendees" in told.plain
    assert [(row["a"], row["b"]) for row in met(out)] == [("a", "b")]
    page = (out / "people" / "1-lea.html").read_text(encoding="utf-8")
    assert "Somebody thought you and Omar would have things to say to each other." in page
    assert "Nothing is booked for you" in (out / "people" / "3-zoe.html").read_text("utf-8")


def test_bad_rows_are_told_with_their_places_and_the_rest_is_planned(run, listed):
    lines = [
        "a,Léa,export,presse,1-2,a",
        "a,Léa,export,presse,,",
        "b,Omar,presse,export,3-1;1,",
        "c,Zoé,presse,export,x;0;2,",
        "d,Paul,presse,,9,",
        ",,design,,,",
    ]
    told = run("match", listed(*lines), "--slots", "2")
    assert told.code == 1
    for said in (
        "row=1: the column avoid points at the row itself",
        "row=2: Léa is in the list already",
        "row=3: “3-1” runs backwards",
        "row=4: “x” is not a slot",
        "row=4: “0”: slots are counted from 1",
        "row=5: none of the slots named exists",
        "row=6: no id, no name, no address",
    ):
        assert said in told.plain
    assert "2 meetings for 4 people" in told.plain


def test_a_cancelled_ticket_is_said_and_is_no_fault(run, listed):
    header = "Identifiant,Prénom,Nom de famille,Offre,Besoins,Statut,Accueille,Nouveau"
    lines = [
        "a,Léa,Roux,export,presse,confirmé,oui,oui",
        "b,Omar,Haddad,presse,export,,,",
        "c,Zoé,Diallo,presse,export,annulé,,",
    ]
    told = run("match", listed(*lines[1:], "d,Inès,Roy,export,presse,,,", header=header))
    assert told.code == 0
    assert "Zoé Diallo isn’t coming" in told.plain
    told = run("match", listed(*lines, header=header))
    assert told.code == 1
    assert "nobody can be host and newcomer at once" in told.plain


def test_a_minimum_that_cannot_be_met_is_told_with_whom_and_why(run, listed):
    lines = ["a,Léa,export,presse,,", "b,Omar,presse,export,1;2,", "c,Zoé,presse,export,1;2;3,"]
    told = run("match", listed(*lines), "--fewest", "3", "--slots", "4", "--json")
    assert told.code == 1
    assert {one["id"]: one["code"] for one in told.json["short"]} == {
        "a": "nobody",
        "b": "absent",
        "c": "nobody",
    }
    assert told.json["meetings"] == 3
    told = run("match", listed(*lines), "--fewest", "3", "--breaks", "2", "--slots", "4")
    assert "The breaks, or the most meetings asked for, leave Léa too few." in told.plain
    assert run("match", listed(*lines), "--fewest", "1").code == 0


def test_little_is_still_planned_and_nothing_is_said_kindly(run, listed):
    assert (
        "1 meeting for 2 people, in one slot"
        in run("match", listed("a,Léa,,,,", "b,Omar,,,,"), "--slots", "1").plain
    )
    told = run("match", listed("a,Léa,,,,b", "b,Omar,,,,"))
    assert told.code == 1
    assert "Nobody can meet anybody" in told.plain
    told = run("match", listed("a,Léa,,,,", "b,Omar,,,,"), "--tables", "0")
    assert told.code == 1
    assert "With no table, nobody meets" in told.plain


def test_what_cannot_be_is_refused_with_a_sentence(run, listed, tmp_path):
    assert "It takes two to meet" in run("match", listed("a,Léa,,,,")).complaint
    assert "Give the list of attendees" in run("match").complaint
    short = run("match", listed("a,Léa,,,,", "b,Omar,,,,"), "--minutes", "5")
    assert short.code == 2
    assert "two people swap cards and little else" in short.complaint
    assert run("match", listed("x", header="colour")).code == 2
    assert run("match", str(tmp_path / "none.csv")).code == 2
    assert run("match", str(tmp_path)).code == 2
    assert run("match", listed("a,Léa,,,,"), "--slots", "0").code == 2
    assert run("match", listed("a,Léa,,,,"), "--fairness", "2").code == 2


def test_the_deletion_date_is_kept(run, people, tmp_path):
    out = tmp_path / "out"
    run("match", people, "--day", "2026-03-10", "--keep", "5", "--out", str(out))
    mine = out / "notes.txt"
    mine.write_text("mine", encoding="utf-8")
    assert "until 15 March" in run("match", "--clean", str(out), "--today", "2026-03-15").plain
    assert (out / "meetings.csv").exists()
    told = run("match", "--clean", str(out), "--today", "2026-03-16", "--json")
    assert told.json["until"] == "2026-03-15"
    assert [path.name for path in out.rglob("*")] == ["notes.txt"]
    assert run("match", "--clean", str(out)).code == 2


def test_a_later_plan_leaves_nothing_of_the_earlier_one(run, listed, tmp_path):
    out = tmp_path / "out"
    run("match", listed("a,Léa,,,,", "b,Omar,,,,"), "--out", str(out))
    run("match", listed("a,Zoé,,,,", "b,Omar,,,,"), "--out", str(out))
    assert sorted(path.name for path in (out / "people").glob("*.ics")) == [
        "1-zoe.ics",
        "2-omar.ics",
    ]
    held = json.loads((out / "keep-until.json").read_text(encoding="utf-8"))
    held["files"].append("../listed.csv")
    (out / "keep-until.json").write_text(json.dumps(held), encoding="utf-8")
    run("match", "--clean", str(out), "--today", "2027-01-01")
    assert (tmp_path / "listed.csv").exists()
    assert not out.exists()


def test_meetings_agreed_already_are_laid_so_that_nobody_waits(run, people, tmp_path):
    agreed = tmp_path / "agreed.csv"
    agreed.write_text("a,b,slots\np1,p3,\np1,p4,\np2,p3,2\np1,p2,\np4,p3,9\n", encoding="utf-8")
    out = tmp_path / "out"
    told = run("match", people, "--accepted", str(agreed), "--slots", "4", "--out", str(out))
    assert told.code == 1
    assert "Nobody waits between two of their meetings." in told.plain
    assert "row=4: no place was found" in told.plain
    assert "row=5: no place was found" in told.plain
    assert len(met(out)) == 3
    page = (out / "people" / "1-lea-roux.html").read_text(encoding="utf-8")
    assert "Inès Roy is looking for design; you can help there." in page


def test_rotating_tables_mix_everybody(run, tmp_path):
    out = tmp_path / "out"
    told = run(
        *("match", "--rehearse", "16", "--seats", "4", "--rounds", "5", "--lang", "fr"),
        *("--out", str(out)),
    )
    assert told.code == 0
    assert "16 personnes à 4 tables, 5 tours." in told.plain
    assert "Personne ne retrouve deux fois la même personne" in told.plain
    lines = (out / "tables.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "round,table,person"
    assert len(lines) == 1 + 16 * 5
    document = run("match", "--rehearse", "16", "--rounds", "5", "--json").json
    assert (document["meetings"], document["bound"], document["gap"]) == (120, 120, 0)


def test_too_few_seats_are_refused(run, people):
    told = run("match", people, "--seats", "2", "--tables", "1")
    assert told.code == 2
    assert "too few for everybody" in told.complaint
    assert run("match", people, "--seats", "2", "--accepted", people).code == 2
