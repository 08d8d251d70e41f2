import json
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Tied
from entregent.domain.ids import ME
from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Context, Origin
from entregent.exchange import facebook


def read(document: object) -> Reading:
    text = document if isinstance(document, str) else json.dumps(document)
    return facebook.read(text.encode(), "your_friends.json", zone=ZoneInfo("Europe/Paris"))


@pytest.mark.parametrize("key", ["friends_v2", "friends"])
def test_friends_are_personal_ties(key: str) -> None:
    reading = read({key: [{"name": "LÃ©a Martin", "timestamp": 1600000000}]})
    (card,) = reading.cards
    (stated,) = reading.facts
    assert (reading.origin, reading.read) == (Origin.FACEBOOK, 1)
    assert (card.record, card.names, card.known) == ("name=Léa Martin", ("Léa Martin",), True)
    assert stated.record == card.record
    assert stated.fact == Tied(card.ref, ME, context=Context.PERSONAL)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Zo\u00c3\u00a9", "Zoé"),
        ("Zoé", "Zoé"),
        ("\u00e6\u009d\u008e", "李"),
        ("李", "李"),
        ("Ã", "Ã"),
        ("Omar", "Omar"),
    ],
)
def test_only_what_was_garbled_is_repaired(written: str, name: str) -> None:
    assert facebook.repair(written) == name


def test_namesakes_are_told_apart() -> None:
    reading = read({"friends_v2": [{"name": "Jean Martin"}, {"name": "Jean Martin"}]})
    assert [card.record for card in reading.cards] == ["name=Jean Martin", "name=Jean Martin (2)"]


@pytest.mark.parametrize("friend", [{"timestamp": 1}, {"name": " "}, {"name": 3}, "Léa", None])
def test_a_friend_without_a_name_is_a_problem(friend: object) -> None:
    reading = read({"friends_v2": [friend, {"name": "Omar"}]})
    assert reading.problems == (Problem("row=1", "facebook.no-name"),)
    assert (reading.read, len(reading.cards)) == (2, 1)


@pytest.mark.parametrize(
    "text", ['{"friends_v2": [', "[]", '{"friends_v2": {}}', "nul", "[" * 100_000]
)
def test_what_is_no_list_of_friends_is_a_problem(text: str) -> None:
    assert read(text).problems == (Problem("", "facebook.not-friends"),)


def test_recognised_by_its_first_key() -> None:
    assert facebook.recognises(b'\xef\xbb\xbf{\n  "friends_v2": [', "x.txt")
    assert not facebook.recognises(b'{"reactions": []}', "friends.json")
    assert not facebook.recognises(b"", "friends.json")
