"""A message is read over before it leaves: what is found, where, and what is made of it."""

import json
from pathlib import Path
from typing import Any

import pytest

GUILT = "Hi Ana,\r\nYou owe me this one. 😀\r\nThanks"


def codes(heard: Any) -> list[str]:
    return [one["code"] for one in heard.json["findings"]]


def test_the_words_are_underlined_and_the_remark_says_what_to_do(run: Any) -> None:
    heard = run("check", "-", stdin=GUILT)
    assert heard.code == 1
    lines = heard.out.splitlines()
    assert lines[0].startswith("  2 │ You owe me")
    assert lines[1].startswith("    │ ^^^^")
    assert "rework · " in heard.plain
    assert "(guilt-debt)" in heard.plain


def test_a_good_message_is_let_go_in_one_sentence(run: Any) -> None:
    heard = run("check", "--lang", "fr", stdin="Salut, ici tout va bien, et chez toi ?")
    assert (heard.code, heard.plain) == (0, "Rien à reprendre : ce message peut partir.")


def test_json_counts_code_points_of_the_text_given(run: Any) -> None:
    heard = run("check", "-", "--json", stdin="😀😀 " + GUILT)
    assert heard.code == 1
    assert heard.json["language"] == "en"
    one = next(one for one in heard.json["findings"] if one["code"] == "TC203")
    assert set(one) == {"code", "name", "level", "start", "end", "quote", "message", "better"}
    assert ("😀😀 " + GUILT)[one["start"] : one["end"]] == one["quote"]
    assert (
        run("check", "--format", "json", stdin=GUILT).json
        == run("check", "--json", stdin=GUILT).json
    )


def test_sarif_gives_editors_lines_columns_rules_and_fixes(run: Any, environment: Path) -> None:
    path = environment / "un message.txt"
    text = "Bonjour,\r\nPourrais-tu me répondre au plus vite ? Merci."
    path.write_bytes(text.encode())
    heard = run("check", str(path), "--format", "sarif", "--lang", "fr")
    assert heard.json["version"] == "2.1.0"
    (told,) = heard.json["runs"]
    rules = told["tool"]["driver"]["rules"]
    assert told["columnKind"] == "unicodeCodePoints"
    assert told["artifacts"][0]["location"]["uri"].endswith("un%20message.txt")
    (fixed,) = [one for one in told["results"] if one["ruleId"] == "TC202"]
    region = fixed["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"]) == (2, 2)
    assert fixed["fixes"]
    for one in told["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["level"] in ("error", "warning", "note")
        region = one["locations"][0]["physicalLocation"]["region"]
        begin, length = region["charOffset"], region["charLength"]
        assert region["snippet"]["text"] == text[begin : begin + length]
        for fix in one.get("fixes", ()):
            (put,) = fix["artifactChanges"][0]["replacements"]
            assert put["deletedRegion"]["charOffset"] == region["charOffset"]


def test_fix_gives_the_mended_text_and_says_what_is_left(run: Any, environment: Path) -> None:
    text = "Hi Ana,\r\nCould you answer asap? You owe me this one.\r\n"
    path = environment / "message.txt"
    path.write_bytes(text.encode())
    heard = run("check", str(path), "--fix")
    assert heard.code == 1
    assert "Left to you, line 2, rework" in heard.complaint
    assert "You owe me this one." in heard.out
    out = environment / "mended.txt"
    assert run("check", str(path), "--fix", "--out", str(out)).out == ""
    mended = out.read_bytes().decode()
    assert mended == "Hi Ana,\r\nCould you answer when you can? You owe me this one.\r\n"
    assert path.read_bytes().decode() == text
    told = run("check", str(path), "--fix", "--json").json
    assert told["mended"] == mended


def test_nothing_to_fix_is_said(run: Any) -> None:
    heard = run("check", "--fix", stdin="All is well here.")
    assert (heard.code, heard.out) == (0, "All is well here.")
    assert "Nothing was changed." in heard.complaint


def test_the_message_is_never_written_over(run: Any, environment: Path) -> None:
    path = environment / "message.txt"
    path.write_text("You owe me this one.", encoding="utf-8")
    heard = run("check", str(path), "--fix", "--out", str(path))
    assert heard.code == 2
    assert "stays as it is" in heard.complaint
    assert path.read_text(encoding="utf-8") == "You owe me this one."


def test_the_book_is_opened_only_for_a_reader(run: Any, environment: Path) -> None:
    run("check", "-", stdin=GUILT)
    assert not (environment / "carnet.db").exists()
    run("add", "Léa Martin")
    run("tie", "Léa", "--address", "tu")
    text = "Bonjour, auriez-vous cinq minutes pour votre avis ? Merci."
    assert "TC502" not in codes(run("check", "--json", "--kind", "info", stdin=text))
    told = run("check", "--json", "--to", "Léa", "--kind", "info", stdin=text)
    assert "TC502" in codes(told)
    wins = run("check", "--json", "--to", "Léa", "--address", "vous", stdin=text)
    assert "TC502" not in codes(wins)
    assert run("check", "--to", "Personne", stdin=text).code == 2


def test_options_tell_what_no_book_does(run: Any) -> None:
    text = "Tu écrirais ma lettre de recommandation ? Sinon, pas grave. Merci !"
    asked = ("check", "--json", "--kind", "recommendation", "--channel", "sms")
    seen = run(*asked, "--worked-together", "yes", "--last-ask-days", "200", stdin=text)
    assert {"TC302", "TC402"}.isdisjoint(codes(seen))
    lately = run(*asked, "--worked-together", "no", "--last-ask-days", "5", stdin=text)
    assert "TC402" in codes(lately)


def test_an_email_is_checked_in_its_body(run: Any, environment: Path) -> None:
    letter = (
        "From: Ana <ana@example.org>\r\nTo: Omar <omar@example.org>\r\nSubject: Hello\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        "You owe me this one.\r\n"
    )
    path = environment / "letter.eml"
    path.write_bytes(letter.encode())
    for heard in (run("check", str(path), "--json"), run("check", "--json", stdin=letter)):
        (one,) = [one for one in heard.json["findings"] if one["code"] == "TC203"]
        assert heard.json["text"][one["start"] : one["end"]] == one["quote"]
        assert heard.json["text"].startswith("You owe me")


def test_a_draft_is_checked_in_its_letter(run: Any) -> None:
    rule = "─" * 80
    sheet = f"  To  Ana\n{rule}\n    You owe me this one.\n{rule}\n\nQuestions\n    · Why?\n"
    assert run("check", "--json", stdin=sheet).json["text"] == "You owe me this one."
    told = json.dumps({"subject": "s", "body": "You owe me this one.", "forward": ""})
    assert run("check", "--json", stdin=told).json["text"] == "You owe me this one."
    for other in ('{"body": 3}', "{ laughs } You owe me this one.", f"{rule}\nYou owe me that."):
        assert "text" not in run("check", "--json", stdin=other).json


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "The message is empty."),
        (b" \r\n\t", "The message is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "That is no message"),
        (b"a\0b" + b"a" * 1000, "That is no message"),
        (b"a" * 300_000, "too long for a message"),
        (b"a" * 3_000_000, "too long for a message"),
    ],
)
def test_what_is_no_message_is_refused(run: Any, environment: Path, data: bytes, told: str) -> None:
    path = environment / "message.txt"
    path.write_bytes(data)
    heard = run("check", str(path))
    assert heard.code == 2
    assert told in heard.complaint
    assert run("check", str(path), "--json").out == ""


def test_a_file_that_cannot_be_opened_is_said(run: Any, environment: Path) -> None:
    assert "does not exist" in run("check", str(environment / "none.txt")).complaint
    assert run("check", str(environment)).code == 2
    assert run("check", "--batch", str(environment / "none.jsonl")).code == 2
    assert run("check", "--batch", str(environment)).code == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_people_have(
    run: Any, environment: Path, encoding: str
) -> None:
    path = environment / "message.txt"
    path.write_bytes("Désolé, tu me dois bien ça.".encode(encoding))
    heard = run("check", str(path), "--json")
    (one,) = [one for one in heard.json["findings"] if one["code"] == "TC203"]
    assert one["quote"].startswith("tu me dois")


def test_right_to_left_lines_show_the_words_instead_of_a_line_under_them(run: Any) -> None:
    heard = run("check", stdin="שלום you owe me this one מה")
    assert heard.code == 1
    assert "^" not in heard.out
    assert "│ “you owe me" in heard.out


def test_a_batch_answers_line_by_line_and_names_bad_ones(run: Any) -> None:
    lines = [
        json.dumps({"id": "a", "text": "You owe me this one.", "context": None}),
        "",
        "[1, 2",
        '"text"',
        json.dumps({"id": 2}),
        json.dumps({"id": 3, "text": "x", "context": {"kind": "party"}}),
        json.dumps({"id": 4, "text": "x", "context": {"worked_together": "yes"}}),
        json.dumps({"id": 5, "text": "x", "context": {"days_since_last_ask": -2}}),
        json.dumps({"id": 6, "text": "x", "context": [1]}),
        json.dumps({"id": 7, "text": "a\0b"}),
        json.dumps(
            {
                "id": 8,
                "text": "\ud800 hi",
                "context": {
                    "kind": "info",
                    "channel": None,
                    "address_form": "casual",
                    "worked_together": True,
                    "days_since_last_ask": 3,
                    "more": 1,
                },
            }
        ),
        json.dumps({"text": "", "context": {"worked_together": False}}),
    ]
    heard = run("check", "--batch", "-", "--kind", "advice", stdin="\n".join(lines))
    told = [json.loads(line) for line in heard.out.splitlines()]
    assert heard.code == 1
    assert [one.get("id") for one in told] == ["a", None, None, 2, 3, 4, 5, 6, 7, 8, None]
    assert "TC203" in [one["code"] for one in told[0]["findings"]]
    assert [one["line"] for one in told if "problem" in one] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert told[-1]["findings"] == []


def test_a_batch_of_good_lines_is_done(run: Any, environment: Path) -> None:
    path = environment / "messages.jsonl"
    path.write_bytes(b'{"id": 1, "text": "You owe me this one."}\n')
    assert run("check", "--batch", str(path)).code == 0
    path.write_bytes(b'{"id": 1, "text": "\xff"}\n{"id": 2, "text": "' + b"a" * 5_000_000 + b'"}')
    heard = run("check", "--batch", str(path))
    assert [json.loads(line)["line"] for line in heard.out.splitlines()] == [1, 2]
    assert run("check", "--batch", str(path), "--fix").code == 2


def test_rules_are_listed_and_shown_by_code_and_by_name(run: Any) -> None:
    listed = run("rules", "--json").json["rules"]
    assert run("rules", "list", "--json").json["rules"] == listed
    assert {"code": "TC203", "name": "guilt-debt", "level": "error"}.items() <= {
        **next(one for one in listed if one["code"] == "TC203")
    }.items()
    assert "TC203" in run("rules").out
    by_name = run("rules", "show", "guilt-debt", "--json").json["rule"]
    assert by_name == run("rules", "show", "tc203", "--json").json["rule"]
    assert "You owe me this one." in by_name["en"]["flags"]
    assert "For:" in run("rules", "show", "no-easy-out").plain
    heard = run("rules", "show", "guilt-det")
    assert heard.code == 2
    assert "perhaps guilt-debt" in heard.complaint
    assert run("rules", "show", "zzz").code == 2


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_rule_begun_works_and_is_used(run: Any, environment: Path, lang: str) -> None:
    path = environment / "mine" / "petite.toml"
    path.parent.mkdir()
    written = run("rules", "new", "Petite question", "--out", str(path), "--lang", lang)
    assert written.code == 0
    tried = run("rules", "try", str(path), "--lang", lang)
    assert tried.code == 0, tried.out
    assert "petite-question" in tried.plain
    assert run("rules", "new", "other", "--out", str(path)).code == 2
    assert run("rules", "new", "!!", "--json").code == 2
    text = "Bonjour, une petite question pour toi."
    found = run("check", "--json", "--rules", str(path.parent), stdin=text)
    assert "MY001" in codes(found)
    assert "MY001" not in codes(run("check", "--json", stdin=text))
    folder = environment / "config" / "rules"
    folder.mkdir(parents=True)
    (folder / "petite.toml").write_bytes(path.read_bytes())
    assert "MY001" in codes(run("check", "--json", stdin=text))
    assert "MY001" in run("rules", "list").out


def test_a_rule_that_is_wrong_is_explained(run: Any, environment: Path) -> None:
    path = environment / "mine.toml"
    assert run("rules", "new", "mine", "--out", str(path), "--json").json == {"path": str(path)}
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace('"quick question"]', '"(quick question"]'), encoding="utf-8")
    heard = run("rules", "try", str(path))
    assert heard.code == 1
    assert "a bracket is not closed" in heard.plain
    told = run("rules", "try", str(path), "--json").json
    assert (told["rule"], told["works"]) == ("MY001", False)
    assert told["problems"][0]["code"] == "phrase.bracket"
    refused = run("check", "--rules", str(environment), stdin="Hi")
    assert refused.code == 2
    assert "rules try" in refused.complaint
    path.write_text(good.replace("level =", "levle ="), encoding="utf-8")
    assert "levle" in run("rules", "try", str(path), "--lang", "fr").plain
    assert run("rules", "try", str(path), "--json").json["rule"] is None


@pytest.mark.parametrize(
    ("content", "told"), [(b'code = "A', "not TOML"), (b"\xff\xfe", "cannot be read")]
)
def test_a_file_that_is_no_rule_is_said(
    run: Any, environment: Path, content: bytes, told: str
) -> None:
    path = environment / "mine.toml"
    path.write_bytes(content)
    heard = run("rules", "try", str(path))
    assert heard.code == 2
    assert told in heard.complaint
    assert "does not exist" in run("rules", "try", str(environment / "no.toml")).complaint
    assert "no folder" in run("check", "--rules", str(environment / "no"), stdin="Hi").complaint


def test_a_letter_between_two_lines_that_is_no_draft_keeps_its_letters(run: Any) -> None:
    line = "─" * 80
    text = f"Bonjour,\n{line}\nPouvez-vous relire ma page ?\n{line}\nMerci\n"
    heard = run("check", "--json", "--lang", "fr", stdin=text)
    assert "text" not in heard.json
    assert all(one["quote"] in text for one in heard.json["findings"])


def test_a_line_of_a_batch_with_what_json_has_not_is_a_problem(run: Any) -> None:
    heard = run("check", "--batch", "-", stdin='{"id": NaN, "text": "Merci"}\n')
    assert heard.code == 1
    assert "problem" in heard.json
    assert heard.json["id"] is None
