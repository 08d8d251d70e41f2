"""The command line: options before and after, languages, exit codes, helpful refusals."""

from pathlib import Path
from typing import Any

import click
import pytest

from entregent.cli.app import CHAPTERS, entregent

COMMANDS = [name for names in CHAPTERS.values() for name in names]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_command_helps_in_both_languages(run: Any, name: str, lang: str) -> None:
    heard = run(*filter(None, [name]), "--help", "--lang", lang)
    assert heard.code == 0
    assert heard.err == ""
    assert heard.out.startswith("Usage\u00a0:" if lang == "fr" else "Usage: ")
    assert all(len(line) <= 80 for line in heard.out.splitlines())
    assert "Show this message" not in heard.out


def test_nothing_at_all_is_a_call_for_help(run: Any) -> None:
    assert run().out == run("--help").out


def test_global_options_stand_before_or_after(run: Any, environment: Path) -> None:
    elsewhere = environment / "other.db"
    run("--book", str(elsewhere), "add", "Léa Martin")
    assert run("people").plain.startswith("Nobody in the book yet.")
    before = run("--book", str(elsewhere), "--json", "people")
    after = run("people", "--json", "--book", str(elsewhere))
    assert before.json == after.json
    assert [one["name"] for one in after.json["people"]] == ["Léa Martin"]


def test_what_stands_after_wins(run: Any) -> None:
    assert "lundi" in run("--today", "2026-03-03", "--lang", "en", "today", "--lang", "fr",
                          "--today", "2026-03-02").out  # fmt: skip


def test_options_inside_record_are_global_too(run: Any) -> None:
    run("add", "Léa Martin")
    heard = run("record", "--json", "thanked", "Léa", "--lang", "fr")
    assert heard.json["recorded"]["what"] == "thanked"


def test_the_environment_speaks_where_the_line_is_silent(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENTREGENT_TODAY", "2026-03-09")
    monkeypatch.setenv("ENTREGENT_LANG", "fr")
    assert "lundi 9 mars" in run("today").out
    assert "Monday 9 March" in run("today", "--lang", "en").out


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"LC_ALL": "fr_FR.UTF-8"}, "Aujourd’hui"),
        ({"LANG": "fr_CA.UTF-8"}, "Aujourd’hui"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "fr_FR.UTF-8"}, "Today"),
        ({}, "Today"),
    ],
)
def test_the_system_tells_the_language_last(
    run: Any, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], words: str
) -> None:
    monkeypatch.delenv("ENTREGENT_LANG")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run("today").out.startswith(words)
    run("settings", "lang", "fr")
    assert run("today").out.startswith("Aujourd’hui")


REFUSED = [
    (["askk"], "“askk” is not a command; perhaps “ask”?"),
    (["zzz"], "“zzz” is not a command."),
    (["--nope"], "There is no option --nope."),
    (["ask", "--persn", "x"], "perhaps --person?"),
    (["ask"], "KIND is missing."),
    (["ask", "introduction", "--for"], "The option --for needs a value."),
    (["import", "x", "--dry-run=1"], "The option --dry-run takes no value."),
    (["ask", "loan"], "KIND: “loan” is not one of them; choose among: introduction,"),
    (["ask", "introduction"], "--person, --company, --sector or --topic"),
    (["ask", "ideas", "--by", "soon"], "--by: “soon” is not a day"),
    (["ask", "advice", "--person", "Omar"], "Nobody is called “Omar”"),
    (["ask", "advice", "--person", "me"], "That is you"),
    (["ask", "ideas", "--continues", "zzz"], "No ask answers to “zzz”"),
    (["draft", "zzz"], "No ask answers to “zzz”"),
    (["done", "zzz"], "No ask answers to “zzz”"),
    (["today", "--today", "soon"], "--today: “soon” is not a day"),
    (["today", "--today", "9999-12-31"], "--today: “9999-12-31” is too far off; give a day"),
    (["today", "--lang", "de"], "choose among: fr, en"),
    (["today", "tomorrow"], "“tomorrow” is not a command"),
    (["record"], "Usage: entregent record"),
    (["record", "askd", "x"], "perhaps “asked”?"),
    (["record", "received", "Léa", "x", "--weight", "9"], "a number from 1 to 5"),
    (["add", " "], "A name is needed."),
    (["add", "Léa", "--from", "soon"], "“soon” is not a month"),
    (["boundary"], "Name a person and --no KIND"),
    (["boundary", "--company", "Airbus"], "Name a person and --no KIND"),
    (["discreet"], "Name a person, or a company"),
    (["busy", "me", "--from", "2026-03-02", "--to", "2026-03-01"], "ends (1 March) before"),
    (["settings", "zzz"], "“zzz” is not a setting."),
    (["settings", "hops", "9"], "from 1 to 3, not “9”"),
    (["settings", "lang", "de"], "fr or en"),
    (["settings", "timezone", "Mars"], "not a time zone"),
    (["import", "x", "--map", "nope"], "write COLUMN=FIELD"),
    (["import", "no/such/file"], "no/such/file does not exist."),
    (["import", ".", "--as", "zzz"], "not a known kind of file"),
    (["undo"], "no import to take out"),
    (["undo", "zzz"], "No batch answers to “zzz”"),
    (["export", "--journal", "--json-file"], "Choose"),
    (["export", "-o", "no/such/folder/x"], "the folder does not exist"),
    (["forget", "me", "--yes"], "it cannot forget you"),
]


@pytest.mark.parametrize(("words", "told"), REFUSED, ids=lambda value: " ".join(value)[:40])
def test_refusals_say_what_where_and_what_to_do(run: Any, words: list[str], told: str) -> None:
    heard = run(*words)
    assert heard.code == 2
    assert told in heard.complaint
    assert heard.out == ""


@pytest.mark.parametrize("words", [words for words, _ in REFUSED], ids=lambda w: " ".join(w)[:40])
def test_refusals_speak_french(run: Any, words: list[str]) -> None:
    english = run(*words)
    heard = run("--lang", "fr", *words)
    assert heard.code == 2
    assert heard.err != english.err or "--lang" in words
    assert "Traceback" not in heard.err


@pytest.mark.parametrize("name", ["BOOK", "LANG", "TODAY"])
def test_a_wrong_environment_is_refused(
    run: Any, environment: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    text = environment / "text.db"
    text.write_text("not a book\n" * 200, encoding="utf-8")
    monkeypatch.setenv(f"ENTREGENT_{name}", str(text))
    heard = run("people")
    assert heard.code == 2
    assert "text.db" in heard.err


def test_unreadable_settings_are_told_and_help_still_helps(run: Any, environment: Path) -> None:
    folder = environment / "config"
    folder.mkdir()
    (folder / "settings.toml").write_text("lang = ", encoding="utf-8")
    assert "settings.toml cannot be read" in run("today").complaint
    assert run("--help").code == 0


def test_the_unforeseen_is_a_sentence(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a cosmic ray")

    monkeypatch.setattr("entregent.bootstrap.settings", fail)
    monkeypatch.delenv("ENTREGENT_TODAY")
    heard = run("settings")
    assert heard.code == 2
    assert "Something unforeseen happened (RuntimeError: a cosmic ray)" in heard.complaint
    assert "Traceback" not in heard.err
    monkeypatch.setenv("ENTREGENT_DEBUG", "1")
    assert "Traceback" in run("settings").err


@pytest.mark.parametrize("error", [KeyboardInterrupt, click.Abort])
def test_stopping_is_quiet(
    run: Any, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr("entregent.bootstrap.settings", stop)
    heard = run("settings")
    assert heard.code == 130
    assert "Traceback" not in heard.err


def test_reading_makes_no_book(run: Any, environment: Path) -> None:
    words = ["people"], ["today"], ["ledger"], ["imports"], ["export"], ["doctor"], ["show", "me"]
    for command in words:
        assert run(*command).code == 0, command
    assert not (environment / "carnet.db").exists()


def test_the_groups_know_their_commands() -> None:
    context = click.Context(entregent)
    assert [entregent.get_command(context, name) is not None for name in COMMANDS] == [
        True for _ in COMMANDS
    ]
    assert entregent.get_command(context, "serve") is None
