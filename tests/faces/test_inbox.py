"""What others ask of me, from the command line, in both languages."""

import json
from pathlib import Path
from typing import Any

import pytest

STORY = """\
me "Nadia Benali" email:nadia@exemple.fr company:Michelin
person "Karim Ziani" email:karim@exemple.fr
person "Léa Martin" lang:fr
person "Tom Ridley" lang:en
person Omar company:Airbus
tie "Karim Ziani" address:vous
tie "Léa Martin" context:both address:tu closeness:close
tie "Tom Ridley" closeness:good
tie Omar closeness:good
boundary Omar no:introduction until:2026-04-01 because:"trop de demandes"
company Michelin referrals:no
offer me "relecture en anglais"
"""
EMAIL = """\
From: Julie Aubert <julie@exemple.fr>
To: nadia@exemple.fr
Subject: petite question
Date: Fri, 27 Feb 2026 10:00:00 +0100
Content-Type: text/plain; charset=utf-8

Bonjour Nadia, pourriez-vous me mettre en relation avec Omar avant le 20 mars ?
"""


@pytest.fixture(autouse=True)
def story(journal: Any) -> None:
    assert journal(STORY).code == 0


@pytest.fixture
def email(environment: Path) -> str:
    path = environment / "message.eml"
    path.write_text(EMAIL, encoding="utf-8")
    return str(path)


def add(run: Any, *words: str) -> Any:
    heard = run("inbox", "add", *words, "--json")
    assert heard.code == 0, heard.err
    return heard.json


def test_an_empty_inbox_says_so(run: Any) -> None:
    assert run("inbox").plain == "Nobody is waiting for an answer from you."
    assert run("inbox", "--json").json == {"today": "2026-03-02", "requests": []}


def test_a_request_is_shown_with_whether_to_take_it(run: Any) -> None:
    heard = run("inbox", "add", "Karim", "introduction", "Présentez-moi", "--for", "Omar")
    assert "Karim Ziani is waiting for your answer." in heard.plain
    assert "rather not" in heard.plain
    assert "Omar asked not to be asked this until 1 April" in heard.plain
    french = run("inbox", "--lang", "fr")
    assert "✕ 1 Karim Ziani, mise en relation avec Omar plutôt non" in french.plain
    assert "« Présentez-moi »" in french.plain
    assert "entregent inbox answer 1 y|l|n|f" in french.plain
    assert french.plain == run("inbox", "list", "--lang", "fr").plain


def test_the_document_holds_codes_texts_and_facts(run: Any) -> None:
    kept = add(run, "Karim", "introduction", "--for", "Omar", "--by", "2026-03-20")["request"]
    (told,) = run("inbox", "--json").json["requests"]
    assert told["id"] == kept["id"]
    assert (told["number"], told["state"], told["verdict"]) == (1, "open", "no")
    assert (told["for"]["name"], told["by"], told["until"]) == ("Omar", "2026-03-20", "2026-04-02")
    assert [reason["code"] for reason in told["because"]] == ["boundary"]
    assert told["because"][0]["facts"][0]["text"] == "trop de demandes"
    assert told["mind"] == []


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("y", "c’est oui"),
        ("l", "en avril"),
        ("n", "Ma réponse est non"),
        ("f", "Envoie-moi cinq lignes"),
        ("oui", "c’est oui"),
        ("LATER", "en avril"),
    ],
)
def test_one_key_is_one_answer_with_its_message(run: Any, key: str, said: str) -> None:
    add(run, "Léa", "advice", "Ton avis ?")
    heard = run("inbox", "answer", "1", key, "--lang", "fr")
    assert heard.code == 0
    assert said in heard.plain or "je dis non" in heard.plain or "C’est oui" in heard.plain
    assert "à envoyer vous-même" in heard.plain
    state = "later" if key in ("l", "LATER") else "answered"
    (told,) = run("inbox", "list", "--answered", "--json").json["requests"]
    assert told["state"] == state


def test_an_answer_is_a_document_and_may_name_the_day(run: Any) -> None:
    add(run, "Tom", "review")
    given = run("inbox", "answer", "1", "l", "--until", "2026-06-01", "--channel", "sms", "--json")
    assert given.json["answer"] == "later"
    assert given.json["until"] == "2026-06-01"
    assert "in June" in given.json["draft"]["body"]
    assert given.json["draft"]["channel"] == "sms"
    assert run("undo", given.json["batch"]).code == 0
    assert run("inbox", "--json").json["requests"][0]["state"] == "open"


def test_answers_are_shown_apart(run: Any) -> None:
    for name in ("Karim", "Léa", "Tom", "Tom"):
        add(run, name, "advice")
    for number, key in enumerate("ynlf", start=1):
        run("inbox", "answer", str(number), key)
    plain = run("inbox", "list", "--answered").plain
    assert "Later 3 Tom Ridley, advice from 1 April" in plain
    assert "1 Karim Ziani, advice yes, on 2 March" in plain
    assert "4 Tom Ridley, advice five lines to come, since 2 March" in plain
    later = run("inbox", "--today", "2026-04-01").plain
    assert "You had said “not now” on 2 March: the day has come." in later


def test_my_measure_is_set_shown_and_kept_to(run: Any) -> None:
    assert "set no measure" in run("inbox", "capacity").plain
    assert run("inbox", "capacity", "1", "one", "a", "month").code == 0
    assert run("inbox", "capacity", "referral", "0", "--json").code == 0
    assert run("inbox", "capacity", "all", "none", "--json").json["recorded"][0]["fact"]
    run("inbox", "capacity", "1", "one a month")
    shown = run("inbox", "capacity").plain
    assert "Everything one a month" in shown
    assert "Referral you take none" in shown
    assert len(run("inbox", "capacity", "--json").json["capacity"]) == 2
    add(run, "Tom", "advice")
    add(run, "Karim", "advice")
    add(run, "Karim", "referral")
    run("inbox", "answer", "1", "y")
    plain = run("inbox").plain
    assert "not before 1 April" in plain
    assert "Your measure: “one a month”. This month you’ve already said yes to Tom Ridley" in plain
    assert "You chose not to take these." in plain


@pytest.mark.parametrize("words", [("x",), ("advice",), ("advice", "-1"), ("1.5",), ("²",)])
def test_what_is_no_measure_is_refused(run: Any, words: tuple[str, ...]) -> None:
    heard = run("inbox", "capacity", *words)
    assert heard.code == 2
    assert heard.out == ""


def test_a_message_is_understood_and_kept_once_confirmed(run: Any, email: str) -> None:
    heard = run("inbox", "read", email, "--lang", "fr")
    assert heard.code == 0
    assert "Julie Aubert · julie@exemple.fr (pas encore dans le carnet)" in heard.plain
    assert "Demande Mise en relation Avec Omar Pour vendredi 20 mars" in heard.plain
    assert run("inbox", "--json").json["requests"] == []
    told = run("inbox", "read", email, "--json").json
    assert (told["request"]["kind"], told["kept"]) == ("introduction", None)
    kept = run("inbox", "read", email, "--keep", "--json").json
    assert kept["kept"]["on"] == "2026-02-27"
    assert run("show", "Julie").code == 0
    assert run("undo", kept["batch"]).code == 0
    assert run("show", "Julie").code == 2


def test_what_was_not_understood_is_said_by_me(run: Any, email: str) -> None:
    corrected = ("--kind", "advice", "--from", "Tom", "--for", "Léa", "--company", "Airbus")
    heard = run("inbox", "read", email, *corrected, "--by", "2026-03-09", "--keep", "--json")
    kept = heard.json["kept"]
    assert (kept["kind"], kept["person"]["name"]) == ("advice", "Tom Ridley")
    assert (kept["for"]["name"], kept["company"], kept["by"]) == (
        "Léa Martin",
        "Airbus",
        "2026-03-09",
    )


def test_a_text_is_read_from_standard_input(run: Any) -> None:
    heard = run("inbox", "read", "-", stdin="Could you refer me for the job at Halden?")
    assert "the message doesn’t say" in heard.plain
    assert "Company Halden" in heard.plain
    assert "Say who asks with --from" in heard.plain
    kept = run("inbox", "read", "-", "--keep", stdin="Could you refer me?")
    assert (kept.code, kept.out) == (2, "")
    assert "add --from PERSON" in kept.complaint
    named = run("inbox", "read", "-", "--keep", "--from", "Tom", stdin="Could you refer me?")
    assert "Referrals aren’t done at Michelin." in named.plain


def test_a_message_without_a_request_is_an_answer_of_no(run: Any) -> None:
    heard = run("inbox", "read", "-", "--lang", "fr", stdin="On se voit jeudi ?")
    assert heard.code == 1
    assert "ne semble rien vous demander" in heard.plain
    told = run("inbox", "read", "-", "--json", stdin="On se voit jeudi ?")
    assert (told.code, told.json["request"], told.json["why"]) == (1, None, "no-request")


@pytest.mark.parametrize(
    "content", [b"", b"\n \n", b"\x00\x01\x02\x03" * 40, b"%PDF-1.7\n", b"From: a@b.fr\n\n"]
)
def test_what_is_no_message_is_refused(run: Any, environment: Path, content: bytes) -> None:
    path = environment / "strange.eml"
    path.write_bytes(content)
    for lang in ("fr", "en"):
        heard = run("inbox", "read", str(path), "--lang", lang, "--json")
        assert (heard.code, heard.out) == (2, "")
        assert heard.complaint.endswith(".")
    assert run("inbox", "read", str(environment / "nowhere.eml")).code == 2
    assert run("inbox", "read", str(environment)).code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("inbox", "answer", "9", "y"),
        ("inbox", "answer", "1", "z"),
        ("inbox", "answer", "1", "y", "--until", "2026-06-01"),
        ("inbox", "answer", "1", "l", "--until", "2026-01-01"),
        ("inbox", "add", "Nobody", "advice"),
        ("inbox", "add", "me", "advice"),
        ("inbox", "add", "Tom", "favour"),
        ("inbox", "add", "Tom", "introduction", "--for", "Tom"),
        ("inbox", "add", "Tom", "advice", "--by", "2026-01-01"),
        ("inbox", "nothing"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(run: Any, words: tuple[str, ...]) -> None:
    add(run, "Tom", "advice")
    before = run("export", "--json-file").out
    for lang in ("fr", "en"):
        heard = run(*words, "--lang", lang)
        assert (heard.code, heard.out) == (2, "")
        assert heard.err
    assert run("export", "--json-file").out == before


def test_the_card_is_told_in_both_languages_and_forms(run: Any) -> None:
    run("inbox", "capacity", "referral", "0", "ce n'est pas l'usage chez nous")
    run("inbox", "capacity", "introduction", "2")
    run("inbox", "capacity", "advice", "1", "one a week, and only by phone")
    run("me", "--speaks", "fr", "--speaks", "en")
    told = run("inbox", "card", "--json").json["card"]
    assert set(told) == {"fr", "en"}
    assert "Pas de cooptation\u00a0: ce n'est pas l'usage chez nous." in told["fr"]["long"]
    assert "No referrals, please." in told["en"]["long"]
    assert "Ma mesure (mise en relation)\u00a0: 2 par mois." in told["fr"]["long"]
    assert "Ma mesure (conseil)\u00a0: une par mois." in told["fr"]["long"]
    assert "My measure (advice): one a week, and only by phone." in told["en"]["long"]
    assert "nadia@exemple.fr. Langues\u00a0: français et anglais." in told["fr"]["long"]
    assert "What I can offer: relecture en anglais." in told["en"]["long"]
    assert len(told["en"]["short"]) < len(told["en"]["long"])
    assert "five lines that I can pass on" in run("inbox", "card").plain
    assert "five lines" not in run("inbox", "card", "--short").plain


def test_a_card_without_a_profile_is_a_card(run: Any, environment: Path) -> None:
    book = str(environment / "other.db")
    assert "say what it is in the first line" in run("inbox", "card", "--book", book).plain
    run("inbox", "capacity", "0", "je finis un livre", "--book", book)
    run("me", "--speaks", "Klingon", "--book", book)
    said = run("inbox", "card", "--lang", "fr", "--book", book).plain
    assert "je ne prends aucune demande : je finis un livre." in said
    assert "Langues : Klingon." in said


def test_who_is_forgotten_leaves_no_trace_in_the_inbox(run: Any) -> None:
    kept = add(run, "Tom", "advice", "Une question de Tom")["request"]
    run("inbox", "answer", "1", "y")
    run("forget", "Tom Ridley", "--yes")
    assert run("inbox", "list", "--answered", "--json").json["requests"] == []
    left = json.dumps(run("export", "--json-file").json)
    assert kept["id"] not in left
    assert "Une question" not in left


def test_a_merge_carries_requests_along(run: Any) -> None:
    run("add", "T. Ridley")
    add(run, "T. Ridley", "advice")
    assert run("merge", "Tom Ridley", "T. Ridley").code == 0
    (told,) = run("inbox", "--json").json["requests"]
    assert told["person"]["id"] == run("people", "Ridley", "--json").json["people"][0]["id"]


def test_a_yes_to_an_introduction_says_the_command_that_begins_it(run: Any) -> None:
    request = add(run, "Karim", "introduction", "--for", "Tom")["request"]["id"]
    ending = f'introduce new "Karim Ziani" "Tom Ridley" --request {request[-6:]}'
    assert ending in run("inbox", "answer", "1", "y", "--lang", "fr").plain
    assert "introduce new" not in run("inbox", "answer", "1", "n").plain
    begun = run("introduce", "new", "Karim", "Tom", "--request", request[-6:], "--json")
    assert begun.json["introduction"]["request"] == request
    assert "introduce new" not in run("inbox", "answer", "1", "y").plain


def test_a_yes_leaves_open_whom_a_request_does_not_name(run: Any) -> None:
    add(run, "Karim", "introduction", "--company", "Orme")
    assert (
        '"Karim Ziani" "Avec qui" --request'
        in run("inbox", "answer", "1", "f", "--lang", "fr").plain
    )
    add(run, "Karim", "advice")
    assert "introduce" not in run("inbox", "answer", "2", "y").plain


def test_a_sender_named_by_hand_is_not_whom_they_want_to_meet(run: Any, environment: Path) -> None:
    path = environment / "pasted.txt"
    path.write_text(
        "Karim Ziani à l’appareil : tu peux faire le lien ? Mets-nous en relation, s'il te plaît.",
        "utf-8",
    )
    kept = run(
        "inbox", "read", str(path), "--from", "Karim", "--kind", "introduction", "--keep", "--json"
    )
    assert kept.json["kept"]["for"] is None
