"""Conversations on Messenger become encounters by day; the files tell who the owner is."""

import json
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Encounter
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Channel
from entregent.exchange import facebook
from entregent.exchange.owner import Owner

PARIS = ZoneInfo("Europe/Paris")
LEA = PersonId("name=Léa Martin")
MORNING, EVENING = 1707807600000, 1707865200000
"""13 February 2024 at 8 in Paris, and past midnight of the next day."""


def thread(
    *people: str, title: str = "", wrote: Sequence[tuple[str, object]] = ()
) -> dict[str, object]:
    return {
        "participants": [{"name": garbled(name)} for name in people],
        "messages": [
            {"sender_name": garbled(name), "timestamp_ms": at, "content": "Bonjour"}
            for name, at in wrote
        ],
        "title": garbled(title),
    }


def garbled(text: str) -> str:
    return text.encode().decode("latin-1")


def read(*documents: object, owner: Sequence[str] = ()) -> list[Reading]:
    known = Owner()
    known.add(owner)
    files = [
        (f"inbox/{number}/message_1.json", json.dumps(document).encode())
        for number, document in enumerate(documents)
    ]
    return list(facebook.read_export(files, zone=PARIS, owner=known))


def met(reading: Reading) -> list[tuple[str, str, str]]:
    facts = [stated.fact for stated in reading.facts]
    return [
        (str(fact.on), fact.person, fact.other) for fact in facts if isinstance(fact, Encounter)
    ]


WITH_LEA = thread(
    "Léa Martin",
    "Nadia Benali",
    title="Léa Martin",
    wrote=[("Léa Martin", MORNING), ("Nadia Benali", MORNING), ("Nadia Benali", EVENING)],
)


def test_one_encounter_a_day_and_direction() -> None:
    (reading,) = read(WITH_LEA)
    assert met(reading) == [
        ("2024-02-13", ME, LEA),
        ("2024-02-13", LEA, ME),
        ("2024-02-14", ME, LEA),
    ]
    first = reading.facts[0]
    assert isinstance(first.fact, Encounter)
    assert (first.record, first.fact.channel) == ("day=2024-02-13", Channel.MESSAGED)
    assert [(card.ref, card.names) for card in reading.cards] == [
        (LEA, ("Léa Martin",)),
        (ME, ("Nadia Benali",)),
    ]
    assert [card.record for card in reading.cards] == ["name=Léa Martin", "name=Nadia Benali"]
    assert reading.read == 2, "two days"


def test_the_newer_shape_of_a_conversation() -> None:
    document = {
        "participants": ["Léa Martin", "Nadia Benali"],
        "threadName": "Léa Martin_7",
        "messages": [{"senderName": "Léa Martin", "timestamp": MORNING, "text": "Bonjour"}],
    }
    (reading,) = read(document, owner=["Nadia Benali"])
    assert met(reading) == [("2024-02-13", LEA, ME)]


def test_the_profile_tells_who_i_am() -> None:
    profile = {
        "profile_v2": {
            "name": {"full_name": "Nadia Benali", "first_name": "Nadia", "last_name": "Benali"},
            "emails": {"emails": ["nadia@exemple.fr"]},
        }
    }
    group = thread("Léa Martin", "Nadia Benali", title="Les amies", wrote=[("Léa Martin", MORNING)])
    me, reading = read(profile, group)
    assert (me.cards[0].ref, me.cards[0].emails) == (ME, ("nadia@exemple.fr",))
    assert met(reading) == [("2024-02-13", LEA, ME)]


def test_whoever_takes_part_in_every_conversation_is_me() -> None:
    one = thread("Léa Martin", "Nadia Benali", title="a", wrote=[("Léa Martin", MORNING)])
    two = thread("Omar Diallo", "Nadia Benali", title="b", wrote=[("Nadia Benali", MORNING)])
    assert [met(reading)[0][1:] for reading in read(one, two)] == [
        (LEA, ME),
        (ME, "name=Omar Diallo"),
    ]


def test_where_nothing_tells_the_report_says_what_to_do() -> None:
    one = thread("Léa Martin", "Nadia Benali", title="a", wrote=[("Léa Martin", MORNING)])
    (reading,) = read(one)
    names = {"names": "Léa Martin, Nadia Benali"}
    assert reading.problems == (Problem("", "facebook.owner-unknown", names),)


def test_a_large_group_and_those_who_have_left_are_nobody() -> None:
    friends = [f"Ami {n}" for n in range(6)]
    large = thread("Nadia Benali", *friends, wrote=[(friends[0], MORNING)])
    gone = thread("Facebook user", "Nadia Benali", wrote=[("Facebook user", MORNING)])
    for reading in read(large, gone, owner=["Nadia Benali"]):
        assert reading.facts == ()
        assert {card.ref for card in reading.cards} <= {ME}


@pytest.mark.parametrize("at", ["hier", None, 1e300, True])
def test_a_message_without_a_day_is_a_problem(at: object) -> None:
    document = thread("Léa Martin", "Nadia Benali", title="Léa Martin", wrote=[("Léa Martin", at)])
    (reading,) = read(document)
    assert [(one.where, one.what) for one in reading.problems] == [("message=1", "import.bad-date")]
    assert reading.read == 1


def test_a_profile_without_a_name_is_a_problem() -> None:
    (reading,) = read({"profile_v2": {"name": {}}})
    assert reading.problems == (Problem("row=1", "facebook.no-name"),)


def test_recognised_by_its_first_key() -> None:
    assert facebook.recognises(json.dumps(WITH_LEA).encode(), "message_1.json")
    assert facebook.recognises(b'{"profile_v2": {"name": {', "profile_information.json")
    assert not facebook.recognises(b'{"profile": {"id": 3}}', "x.json")


def test_more_than_one_life_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("entregent.exchange.bounds.MOST_PARTS", 3)
    assert read(WITH_LEA)[0].problems == (Problem("", "import.too-big"),)
