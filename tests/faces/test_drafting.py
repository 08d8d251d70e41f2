"""`draft` on the command line: its moments, and the ways a message leaves."""

from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

STORY = """
person "Léa Martin" company:Airbus email:lea@exemple.fr
person "Omar Haddad" company:Airbus email:omar@exemple.fr lang:fr
person "Mark Stone" email:mark@example.org lang:en
person "Anne Dubois"
tie "Léa Martin" closeness:close context:both address:tu
tie "Léa Martin" -- "Omar Haddad" closeness:good
tie "Mark Stone" closeness:good
tie "Anne Dubois" closeness:slight address:vous
2026-02-20 met "Anne Dubois" at:"Salon du réemploi"
"""


@pytest.fixture
def handle(run: Any, journal: Callable[[str], Any]) -> str:
    """Tell the story, plan an introduction to Omar, and return its id."""
    assert journal(STORY).code == 0
    assert run("me", "Nadia Benali", "--email", "nadia@exemple.fr").code == 0
    about = ("--for", "comprendre le réemploi")
    planned = run("ask", "introduction", "--person", "Omar", *about, "--json", "--lang", "fr")
    return str(planned.json["ask"]["id"])


def test_a_draft_says_its_moment_its_reader_and_its_copies(run: Any, handle: str) -> None:
    ask = run("draft", handle, "--json", "--lang", "fr").json
    assert (ask["moment"], ask["to"]["name"], ask["bcc"]) == ("ask", "Léa Martin", [])
    drink = run("draft", handle, "--moment", "announce", "--json", "--lang", "fr").json
    assert drink["moment"] == "announce"
    assert drink["forward"]
    assert "mailto" not in drink


def test_an_answer_to_an_introduction_keeps_the_helper_in_blind_copy(
    run: Any, handle: str, environment: Path
) -> None:
    run("record", "asked", "Léa", "introduction", "Omar", "--ask", handle)
    words = ("draft", handle, "--to", "Omar", "--moment", "introduced", "--lang", "fr")
    assert run(*words, "--json").json["bcc"][0]["name"] == "Léa Martin"
    file = environment / "mot.eml"
    shown = run(*words, "--out", str(file)).plain
    assert "Copie cachée Léa Martin <lea@exemple.fr>" in shown
    assert 'entregent record wrote "Omar Haddad"' in shown
    read = message_from_bytes(file.read_bytes(), policy=default)
    assert read["To"].addresses[0].addr_spec == "omar@exemple.fr"
    assert read["Bcc"].addresses[0].addr_spec == "lea@exemple.fr"
    assert "copie cachée" in read.get_content().splitlines()[2]


def test_moments_without_an_ask_need_somebody_only(run: Any, handle: str) -> None:
    del handle
    news = ("draft", "--to", "Mark", "--moment", "congratulate", "--for", "her new job")
    assert "your new job" in run(*news).plain
    lunch = run("draft", "--to", "Anne", "--moment", "lunch", "--lang", "fr").plain
    assert "20 février" in lunch
    assert 'entregent record wrote "Anne Dubois"' in lunch
    thanks = ("draft", "--to", "Léa", "--moment", "thank", "--for", "son coup de main")
    assert 'entregent record thanked "Léa Martin"' in run(*thanks, "--lang", "fr").plain
    spoken = run(*news, "--channel", "spoken").plain
    assert 'entregent record called "Mark Stone"' in spoken


def test_a_lunch_that_would_hide_an_ask_says_so(run: Any, handle: str) -> None:
    del handle
    run("ask", "advice", "--person", "Anne", "--lang", "fr")
    shown = run("draft", "--to", "Anne", "--moment", "lunch", "--lang", "fr").plain
    assert "Pour que ce rendez-vous ne cache rien" in shown
    assert "--moment announce" in shown


def test_other_wordings_are_a_number_away(run: Any, handle: str) -> None:
    said = {run("draft", handle, "--seed", str(n), "--json").json["body"] for n in range(4)}
    assert len(said) == 4


def test_the_link_stands_alone_or_in_the_document(run: Any, handle: str) -> None:
    alone = run("draft", handle, "--mailto", "--lang", "fr")
    assert alone.code == 0
    assert alone.out.startswith("mailto:lea@exemple.fr?subject=")
    assert alone.out.count("\n") == 1
    told = run("draft", handle, "--mailto", "--json", "--lang", "fr").json
    assert told["mailto"] == alone.out.rstrip("\n")
    body = parse_qs(told["mailto"].partition("?")[2])["body"][0]
    assert body.replace("\r\n", "\n").startswith(told["body"])
    refused = run("draft", handle, "--mailto", "--channel", "sms")
    assert (refused.code, refused.out) == (2, "")


def test_the_clipboard_takes_the_message(
    run: Any, handle: str, environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(environment))
    refused = run("draft", handle, "--clipboard", "--lang", "fr")
    assert (refused.code, refused.out) == (2, "")
    assert "presse-papiers" in refused.complaint
    program = environment / "wl-copy"
    program.write_text(f'#!/bin/sh\n/bin/cat > "{environment}/kept"\n', encoding="utf-8")
    program.chmod(0o755)
    shown = run("draft", handle, "--clipboard", "--lang", "fr")
    assert "dans le presse-papiers" in shown.plain
    document = run("draft", handle, "--clipboard", "--json", "--lang", "fr").json
    kept = (environment / "kept").read_text(encoding="utf-8")
    assert kept.startswith(document["body"])


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((), "Give an ask, or --to PERSON and --moment MOMENT"),
        (("--to", "Anne"), "Give an ask, or --to PERSON and --moment MOMENT"),
        (("--moment", "lunch"), "To whom? Add --to PERSON"),
        (("--moment", "announce", "--to", "Anne"), "starts from an ask"),
        (("--moment", "congratulate", "--to", "Anne"), "Add --for TEXT"),
        (("--moment", "introduced", "--to", "Anne"), "Add --helper PERSON"),
        (("--moment", "follow-up", "--to", "Anne"), "No ask is waiting for Anne Dubois"),
        (("--moment", "thank", "--to", "Anne"), "Nothing says what to thank Anne Dubois for"),
        (("--moment", "lunch", "--to", "Zorro"), "Zorro"),
        (("--moment", "zut"), "choose among"),
        (("--moment", "lunch", "--to", "Anne", "--seed", "-1"), "-1"),
    ],
)
def test_what_is_missing_is_said(
    run: Any, handle: str, words: tuple[str, ...], complaint: str
) -> None:
    del handle
    heard = run("draft", *words)
    assert (heard.code, heard.out) == (2, "")
    assert complaint in heard.complaint
