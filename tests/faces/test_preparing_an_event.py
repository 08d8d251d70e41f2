"""`event prepare` as a person meets it: lists in, a brief out, in words and in JSON."""

from pathlib import Path

import pytest

LISTS = Path(__file__).parents[1] / "unit" / "services" / "events" / "lists"
STORY = """
me "Nadia Benali" email:nadia@exemple.example title:Acheteuse company:Michelin
offer me "relecture en anglais"
person "Karim Benali" company:"Atelier Benali" title:Graphiste
tie "Karim Benali" context:personal address:tu
2026-01-10 received "Karim Benali" "m’a prêté son atelier"
person "Léa Arden" company:Vélanor
tie "Léa Arden" context:professional
2026-02-25 asked "Léa Arden" advice
2026-02-25 met "Léa Arden"
person "Tom Weiss" company:Weiss
tie "Tom Weiss" context:professional
2026-02-20 met "Tom Weiss"
"""


@pytest.fixture
def evening(run, environment):
    """Return what runs commands on a book with an evening of purchasing people in it."""
    journal = environment / "facts.journal"
    journal.write_text(STORY, encoding="utf-8")
    run("import", str(journal))
    goal = "parler à des acheteurs"
    run("event", "new", "Apéro des achats", "--on", "2026-03-04", "--from", "18:30", "--goal", goal)
    return run


def lists(*names):
    return [word for name in names for word in ("--list", str(LISTS / name))]


def test_a_list_gives_whom_to_meet_and_how_to_begin(evening):
    heard = evening("event", "prepare", *lists("eventbrite.csv", "pretix_fr.csv"), "--lang", "fr")
    assert heard.code == 0
    for words in (
        "Inscriptions notées : Chloé Dupont, Omar Haddad et Karim Benali.",
        "Inscription annulée, ou sans place confirmée : Paul Renard",
        "Deux fois dans la liste, une seule ici : Chloe Dupond.",
        "Pour défaire : entregent undo",
        "parler à des acheteurs",
        "L’heure de la fin n’est pas notée ; mettons 2 heures : de quoi avoir trois à cinq vraies",
        "Chloé Dupont",
        "« Head of purchasing » : cela rejoint votre but",
        "Cherche « a graphic designer » ; Karim Benali pourrait aider",
        "Karim Benali (« Graphiste »), avec son accord d’abord",
        "Bonsoir, je suis Nadia Benali. J’ai lu que vous cherchez « a graphic designer »",
        "Il reste à dire merci : m’a prêté son atelier (10 janvier)",
        "Avant tout, merci : ton aide a compté.",
        "--drop-list les efface",
    ):
        assert words in heard.plain


def test_several_files_may_follow_one_option(evening):
    paths = [str(LISTS / name) for name in ("eventbrite.csv", "luma.csv")]
    heard = evening("event", "prepare", "--list", *paths, "--json")
    assert [one["path"] for one in heard.json["list"]["files"]] == ["eventbrite.csv", "luma.csv"]


def test_the_json_says_the_same(evening):
    heard = evening(
        "event", "prepare", "achats", *lists("eventbrite.csv", "pretix_fr.csv"), "--json"
    )
    told = heard.json
    assert told["event"]["name"] == "Apéro des achats"
    assert told["list"]["new"] == ["Chloé Dupont", "Omar Haddad", "Karim Benali"]
    assert (told["past"], told["discreet"], told["list"]["myself"]) == (False, False, False)
    assert (told["conversations"]["least"], told["conversations"]["most"]) == (3, 5)
    chloe = next(one for one in told["meet"] if one["name"] == "Chloé Dupont")
    assert [reason["code"] for reason in chloe["because"]] == ["goal", "network-gives"]
    assert len(chloe["openings"]) == 2
    assert chloe["offer"] == ["Karim Benali (“Graphiste”), once they have agreed"]
    (karim,) = told["known"]
    assert [one["code"] for one in karim["mind"]] == ["thanks-owed", "quiet"]
    assert karim["say"] == "First of all, thank you: your help mattered."


def test_whom_i_know_may_introduce_me_unless_they_rest(evening, environment):
    path = environment / "liste.csv"
    path.write_text(
        "Name,Company,Job Title\nOmar Haddad,Weiss,Buyer\nTom Weiss,Weiss,\nLéa Arden,Vélanor,\n"
        "Ida Lund,Vélanor,Buyer\n"
    )
    heard = evening("event", "prepare", "--list", str(path))
    assert "Tom Weiss, who will be there, works in the same place" in heard.plain
    assert "Do you know Omar Haddad? If the moment’s right" in heard.plain
    assert "no favours tonight, free again on 11 March" in heard.plain
    assert "Also there: Tom Weiss." in heard.plain
    told = evening("event", "prepare", "--json").json
    ways = {one["name"]: one["introducer"] for one in told["meet"]}
    assert ways["Ida Lund"] is None
    assert ways["Omar Haddad"]["name"] == "Tom Weiss"


def test_without_a_list_the_brief_helps_all_the_same(evening):
    heard = evening("event", "prepare")
    assert heard.code == 0
    assert "Without a list of attendees" in heard.plain
    assert "Look for somebody standing alone" in heard.plain
    assert "And what do you do?" in heard.plain


def test_who_knows_nobody_and_says_nothing_gets_a_brief(run):
    run("event", "new", "Mixer", "--on", "2026-02-20", "--from", "19:00", "--to", "20:00")
    heard = run("event", "prepare")
    assert "This event is over" in heard.plain
    assert "A goal in a few words helps to choose" in heard.plain
    assert "1 hour: room for one real conversation" in heard.plain
    assert "Your profile does not say yet what you do" in heard.plain


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (("18:00", "20:30"), "2 h 30: room for five or six"),
        (("18:00", "18:00"), "No end is noted; let’s say 2 hours"),
        (("18:00", "18:45"), "45 minutes: room for one"),
        (("18:00", "23:30"), "5 h 30: room for eight real conversations at most"),
    ],
)
def test_how_many_conversations_is_told_in_words(run, times, words):
    run("event", "new", "Mixer", "--on", "2026-03-20", "--from", times[0], "--to", times[1])
    assert words in run("event", "prepare").plain


def test_to_make_friends_nothing_is_counted(evening):
    evening("me", "--topic", "escalade")
    evening("event", "edit", "--mode", "friendship")
    heard = evening("event", "prepare", *lists("eventmaker.csv"), "--lang", "fr", "--address", "tu")
    assert "Rien à compter" in heard.plain
    assert "\n\n  Rien à compter" in heard.out.replace("\u00a0", " ")
    assert "Combien de conversations" not in heard.plain
    assert "Avec qui vous entendre" in heard.plain
    assert "ça me parle aussi. Comment ça a commencé pour toi ?" in heard.plain
    told = evening("event", "prepare", "--json").json
    assert (told["conversations"]["least"], told["conversations"]["most"]) == (None, None)
    none = evening("event", "prepare", *lists("meetup.xls"), "--json").json
    assert [one["name"] for one in none["meet"]] == ["Chloé Dupont"]


def test_nobody_is_named_where_nobody_stands_out(run):
    run("event", "new", "Mixer", "--on", "2026-03-20")
    heard = run("event", "prepare", *lists("meetup.xls"))
    assert "Nobody on the list stands out" in heard.plain
    run("event", "edit", "--mode", "friendship")
    assert "Nobody on the list stands out, going by your subjects" in run("event", "prepare").plain


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(evening):
    heard = evening("event", "prepare", *lists("unknown.csv", "nom-prenom.csv"))
    assert heard.code == 1
    assert "unknown.csv: no column here says who people are" in heard.plain
    assert '--map "Qui donc=name"' in heard.plain
    assert "Chloé Dupont and Tom Weiss" in heard.plain
    told = ("--map", "Qui donc=name", "--map", "D’où=company")
    assert evening("event", "prepare", *lists("unknown.csv"), *told).code == 0
    refused = evening("event", "prepare", *lists("unknown.csv"), "--map", "rien")
    assert (refused.code, "rien" in refused.complaint) == (2, True)
    missing = evening("event", "prepare", "--list", "absent.csv")
    assert (missing.code, "absent.csv" in missing.complaint) == (2, True)


def test_many_problems_are_not_all_shown(evening, environment):
    path = environment / "liste.csv"
    rows = "\n".join(",,Orbital" for _ in range(12))
    path.write_text(f"Name,Email,Company\nOmar Haddad,,Orbital\n{rows}\n")
    heard = evening("event", "prepare", "--list", str(path))
    assert heard.code == 1
    assert "More lines could not be read" in heard.plain


def test_a_newer_list_says_who_is_new_and_who_is_gone(evening, environment):
    path = environment / "liste.csv"
    path.write_text("Name,Company\nJean Martin,Orbital\nJean Martin,Semelle\nIda Lund,Fjord\n")
    first = evening("event", "prepare", "--list", str(path))
    assert "Jean Martin (Orbital), Jean Martin (Semelle) and Ida Lund" in first.plain
    path.write_text(
        "Name,Company,E-mail,What brings you here?\n"
        "Ida Lund,Fjord,,tea\nNadia B,,nadia@exemple.example,\n"
    )
    newer = evening("event", "prepare", "--list", str(path))
    assert "No longer on it: Jean Martin (Orbital) and Jean Martin (Semelle)." in newer.plain
    assert "You are on it too." in newer.plain
    told = (
        'Answers left aside, usable with --map "What brings you here?=topic": What brings you here?'
    )
    assert told in newer.plain
    assert "Nothing new on the list." in evening("event", "prepare", "--list", str(path)).plain


def test_who_is_not_taken_from_a_list_is_named_and_that_is_no_failure(evening, environment):
    path = environment / "liste.csv"
    path.write_text(
        "First name,Last name,Status,Buyer first name,Buyer last name,E-mail\n"
        "Ida,Lund,going,Ole,Berg,\nTom,Weiss,cancelled,Tom,Weiss,\n"
        "Nadia,Benali,going,Nadia,Benali,nadia@exemple.example\n"
    )
    heard = evening("event", "prepare", "--list", str(path))
    assert heard.code == 0
    assert "Cancelled, or without a confirmed place: Tom Weiss." in heard.plain
    assert "Paid for others, with no place in this name: Ole Berg." in heard.plain
    evening("undo")
    left = evening("event", "prepare", "--list", str(path), "--json").json["list"]["left"]
    assert left == [
        {"path": "liste.csv", "where": where, "name": name, "code": code}
        for where, name, code in (
            ("row=1", "Ole Berg", "payer"),
            ("row=2", "Tom Weiss", "away"),
            ("row=3", "Nadia Benali", "myself"),
        )
    ]


def test_a_later_list_tells_who_is_new(evening):
    evening("event", "prepare", *lists("luma.csv"))
    heard = evening("event", "prepare", *lists("eventbrite.csv"))
    assert "New on the list: Chloé Dupont." in heard.plain


def test_long_lists_show_their_first_names(evening, environment):
    path = environment / "liste.csv"
    rows = "\n".join(f"Omar H{letter}ddad,Orbital" for letter in "abcdefghijklm")
    path.write_text(f"Name,Company\n{rows}\n")
    assert "and others." in evening("event", "prepare", "--list", str(path)).plain


def test_a_list_can_be_deleted(evening):
    evening("event", "prepare", *lists("eventbrite.csv"))
    heard = evening("event", "prepare", "achats", "--drop-list", "--lang", "fr")
    assert heard.plain == "La liste de « Apéro des achats » est effacée pour de bon."
    again = evening("event", "prepare", "--drop-list")
    assert "There is no list" in again.plain
    assert evening("event", "prepare", "--drop-list", "--json").json["dropped"] is False


def test_a_discreet_search_is_on_no_paper(evening, environment):
    out = environment / "fiche.html"
    evening("discreet", "--company", "Orbital")
    heard = evening("event", "prepare", *lists("eventbrite.csv"), "--lang", "fr", "--out", str(out))
    assert "à qui ne rien dire de votre recherche : Orbital." in heard.plain
    page = out.read_text(encoding="utf-8")
    assert "Orbital" not in page
    assert "parler à des acheteurs" not in page
    assert "Karim Benali pourrait aider" in page


def test_the_page_stands_by_itself(evening, environment):
    out = environment / "brief.html"
    evening("event", "edit", "--name", "<b>Apéro</b> & co")
    heard = evening(
        "event", "prepare", *lists("eventbrite.csv", "pretix_fr.csv"), "--out", str(out)
    )
    assert "The brief to print" in heard.plain
    page = out.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "&lt;b&gt;Apéro&lt;/b&gt; &amp; co" in page
    for foreign in ("<script", "http://", "https://", "url(", "<img", "<link"):
        assert foreign not in page
    assert "@media print" in page


def test_who_somebody_may_be_and_whom_we_share_are_told(evening, environment):
    path = environment / "liste.csv"
    evening("add", "Ida Lund")
    more = environment / "more.journal"
    more.write_text(
        'person "Max Bois" company:Fjord\ntie "Tom Weiss" -- "Max Bois" closeness:good\n'
    )
    evening("import", str(more))
    path.write_text("Name,Company,Job Title\nIda Lund,Fjord,Buyer\nMax Bois,Fjord,Buyer\n")
    out = environment / "brief.html"
    heard = evening("event", "prepare", "--list", str(path), "--out", str(out))
    assert "Perhaps Ida Lund, whom you know" in heard.plain
    assert "I think we may have met before?" in heard.plain
    assert "In common Tom Weiss" in heard.plain
