"""One key a request, where somebody sits at a terminal."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from entregent.cli.commands import inbox_command


@pytest.fixture(autouse=True)
def story(journal: Any, run: Any) -> None:
    journal('person "Tom Ridley" lang:en\ntie "Tom Ridley" closeness:good\n')
    for text in ("Your view?", "My letter?", "Later?"):
        assert run("inbox", "add", "Tom", "advice", text).code == 0


@pytest.fixture
def typed(run: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the command as somebody who types these keys would."""

    def at_a_terminal(keys: str, *words: str) -> tuple[str, list[str]]:
        pressed: Iterator[str] = iter(keys)
        asked: list[str] = []

        def key(question: str, among: tuple[str, ...]) -> str:
            asked.append(question)
            one = next(pressed)
            return one if one in among else ""

        monkeypatch.setattr(inbox_command, "can_ask", lambda face: not face.as_json)
        monkeypatch.setattr(inbox_command, "ask_key", key)
        heard = run(*words)
        assert heard.code == 0
        return heard.plain, asked

    return at_a_terminal


def test_a_key_answers_and_q_ends(run: Any, typed: Any) -> None:
    shown, asked = typed("yxq", "inbox")
    assert asked[0] == "1: y yes · l later · n no · f five lines · Enter pass · q stop"
    assert len(asked) == 3
    assert "Your yes is noted." in shown
    told = run("inbox", "list", "--answered", "--json").json["requests"]
    assert [(one["number"], one["answer"]) for one in told] == [(2, None), (3, None), (1, "yes")]


def test_all_may_be_passed_over_and_a_later_is_not_asked_about_again(run: Any, typed: Any) -> None:
    typed("l\r\r", "inbox")
    assert len(typed("\r\r", "inbox")[1]) == 2
    assert len(run("inbox", "--json").json["requests"]) == 3


def test_a_message_is_kept_by_a_key(run: Any, typed: Any, environment: Path) -> None:
    path = environment / "message.eml"
    path.write_text("From: Tom Ridley <t@x.org>\n\nCould you read my letter?", encoding="utf-8")
    assert typed("n", "inbox", "read", str(path))[1] == ["Is that right? y yes · Enter no"]
    assert len(run("inbox", "--json").json["requests"]) == 3
    assert "Tom Ridley is waiting" in typed("y", "inbox", "read", str(path))[0]
    assert len(run("inbox", "--json").json["requests"]) == 4


def test_nobody_is_asked_without_a_terminal(run: Any) -> None:
    assert run("inbox", stdin="yyy").code == 0
    assert len(run("inbox", "--json").json["requests"]) == 3
