import json
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Connected, Tied
from entregent.domain.ids import ME
from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Context, Origin
from entregent.exchange import facebook
from entregent.exchange.facebook.document import repair


def read(document: object) -> Reading:
    text = document if isinstance(document, str) else json.dumps(document)
    return facebook.read(text.encode(), "your_friends.json", zone=ZoneInfo("Europe/Paris"))


@pytest.mark.parametrize("key", ["friends_v2", "friends"])
def test_friends_are_personal_ties(key: str) -> None:
    reading = read({key: [{"name": "LÃ©a Martin", "timestamp": 1600000000}]})
    (card,) = reading.cards
    stated, connected = reading.facts
    assert (reading.origin, reading.read) == (Origin.FACEBOOK, 1)
    assert (card.record, card.names, card.known) == ("name=Léa Martin", ("Léa Martin",), True)
    assert stated.record == card.record
    assert stated.fact == Tied(card.ref, ME, context=Context.PERSONAL)
    assert connected.fact == Connected(card.ref, ME, date(2020, 9, 13))


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
    assert repair(written) == name


@pytest.mark.parametrize("timestamp", [0, -1, 1e300, "hier", None, True])
def test_a_day_that_cannot_be_is_no_day(timestamp: object) -> None:
    reading = read({"friends": [{"name": "Omar", "timestamp": timestamp}]})
    assert len(reading.facts) == 1


def test_older_lists_may_give_an_address() -> None:
    reading = read({"friends": [{"name": "Omar", "contact_info": "omar@exemple.fr"}]})
    assert reading.cards[0].emails == ("omar@exemple.fr",)


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
