"""Monica's people with their words, what happened with them, and how they know each other."""

import json
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Encounter, Fact, LeftOut, Tied
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Job, Problem, Reading
from entregent.domain.words import Channel, Closeness, Context, Origin, Said
from entregent.exchange import monica

from .synthetic import (
    EMAIL,
    LINKEDIN,
    OTHER,
    PHONE,
    Json,
    contact,
    export,
    field,
    holding,
    record,
    relationship,
)

PARIS = ZoneInfo("Europe/Paris")
LEA, OMAR = PersonId("monica=lea"), PersonId("monica=omar")


def read(document: object) -> Reading:
    text = document if isinstance(document, str) else json.dumps(document)
    return monica.read(text.encode(), "monica.json", zone=PARIS)


def lea_with(**properties: object) -> Json:
    one = contact("lea", "Léa", "Martin")
    return {**one, "properties": {**one["properties"], **properties}}


def lea(*contacts: Json, **lists: list[Any]) -> tuple[Card, list[Fact], Reading]:
    """Return Léa's card and all facts of an export that holds her first."""
    reading = read(export(*contacts, **lists))
    (card,) = [card for card in reading.cards if card.ref == LEA]
    return card, [stated.fact for stated in reading.facts], reading


# --- people ----------------------------------------------------------------------------------


def test_a_contact_with_all_its_words() -> None:
    one = contact(
        "lea",
        "Léa",
        "Martin",
        contact_field=[
            field(EMAIL, "lea@exemple.fr"),
            field(PHONE, "+33 6 12 34 56 78"),
            field(LINKEDIN, "https://www.linkedin.com/in/lea-martin"),
            field(OTHER, "@lea"),
        ],
        note=[record("n", body="Aime le jazz.\nJoue du piano.")],
        address=[record("a", street="1 rue Haute", city="Lyon", country="FR")],
    )
    one["properties"] |= {
        "nickname": "Lili",
        "company": "Airbus",
        "job": "Acheteuse",
        "description": "Rencontrée à Lyon",
        "tags": ["jazz", "lyon"],
        "stay_in_touch_frequency": 90,
        "is_starred": True,
    }
    card, _, reading = lea(one)
    assert (reading.origin, reading.read, reading.problems) == (Origin.MONICA, 2, ())
    assert card == Card(
        ref=LEA,
        record="card=1",
        names=("Léa Martin", "Lili"),
        given="Léa",
        family="Martin",
        emails=("lea@exemple.fr",),
        phones=("+33 6 12 34 56 78",),
        urls=("https://www.linkedin.com/in/lea-martin",),
        jobs=(Job("Airbus", "Acheteuse"),),
        details=(
            (Said.NOTE, "Rencontrée à Lyon"),
            (Said.NOTE, "Aime le jazz.\nJoue du piano."),
            (Said.TAG, "jazz"),
            (Said.TAG, "lyon"),
            (Said.PLACE, "1 rue Haute, Lyon, FR"),
        ),
        extra={"stay_in_touch_frequency": "90", "is_starred": "yes", "Mastodon": "@lea"},
        known=True,
    )


def test_the_owner_is_who_made_the_export_and_its_secret_is_nowhere() -> None:
    reading = read(export(contact("lea", "Léa")))
    me = next(card for card in reading.cards if card.ref == ME)
    assert (me.record, me.names, me.emails) == ("user=1", ("Nadia Benali",), ("nadia@exemple.fr",))
    assert "NOBODYMAYSEETHIS" not in repr(reading)
    assert "secret" not in repr(reading)


def test_the_owner_s_own_contact_is_me() -> None:
    user = record("user-1", me_contact="nadia")
    reading = read(
        export(
            contact("nadia", "Nadia", call=[record("c", called_at="2024-02-13")]),
            contact("lea", "Léa"),
            user=user,
            relationship=[relationship("bestfriend", "nadia", "lea")],
        )
    )
    assert [card.ref for card in reading.cards] == [ME, LEA]
    assert [stated.fact for stated in reading.facts] == [
        Tied(LEA, ME, context=Context.PERSONAL, closeness=Closeness.CLOSE)
    ]


@pytest.mark.parametrize(
    ("birthdate", "said"),
    [
        ({"date": "1985-03-09T00:00:00Z"}, "1985-03-09"),
        ({"date": "1985-01-01T00:00:00Z", "is_age_based": True}, "1985"),
        ({"date": "2024-03-09T00:00:00Z", "is_year_unknown": True}, "--03-09"),
        ({"date": "1985-03-09", "is_age_based": False, "is_year_unknown": False}, "1985-03-09"),
    ],
)
def test_a_birthday_as_far_as_it_is_known(birthdate: Json, said: str) -> None:
    card, _, _ = lea(lea_with(birthdate=birthdate))
    assert card.details == ((Said.BIRTHDAY, said),)


def test_what_has_no_word_is_kept_without_amounts() -> None:
    one = contact(
        "lea",
        "Léa",
        debt=[
            record(
                "d1", amount="1234.50", currency={"iso": "EUR"}, in_debt=True, status="complete"
            ),
            record("d2", amount="77", in_debt=False),
        ],
        gift=[
            record(
                "g", name="Un livre", amount="55.5", status="offered", date="2024-12-24T00:00:00Z"
            ),
            record("h", name="Une idée"),
        ],
        reminder=[record("r", initial_date="2024-01-01T00:00:00Z", title="Appeler Léa")],
        life_event=[record("e", happened_at="2023-05-01T00:00:00Z", name="Déménagement")],
        task=[record("t", title="Rendre le livre", completed=False)],
        pet=[record("p", name="Félix")],
    )
    card, facts, _ = lea(one)
    assert card.extra == {
        "gift": "2024-12-24 offered Un livre\nUne idée",
        "reminder": "2024-01-01 Appeler Léa",
        "task": "Rendre le livre",
        "life_event": "2023-05-01 Déménagement",
        "pet": "Félix",
        "debt": "mine complete\ntheirs ",
    }
    assert facts == []


def test_who_has_died_is_kept_and_never_suggested() -> None:
    dead = lea_with(is_dead=True, deceased_date={"date": "2021-05-06T00:00:00Z"})
    card, facts, _ = lea(dead)
    assert facts == [LeftOut(LEA)]
    assert card.extra == {"is_dead": "yes", "deceased_date": "2021-05-06"}


def test_a_stub_is_kept_with_whom_it_is_related_to() -> None:
    stub = record("paul", first_name="Paul", is_partial=True)
    card, facts, reading = lea(
        contact("lea", "Léa"), stub, relationship=[relationship("child", "paul", "lea")]
    )
    assert card.extra == {"child": "Paul"}
    assert facts == []
    assert (len(reading.cards), reading.read, reading.problems) == (2, 3, ())


def test_a_stub_met_elsewhere_is_a_person() -> None:
    stub = holding(record("paul", first_name="Paul", is_partial=True), activity=["dinner"])
    dinner = record("dinner", summary="Dîner", happened_at="2024-02-13")
    _, facts, _ = lea(contact("lea", "Léa"), stub, activity=[dinner])
    assert [(fact.person, fact.other) for fact in facts if isinstance(fact, Encounter)] == [
        (ME, "monica=paul")
    ]


# --- what happened ---------------------------------------------------------------------------


def test_calls_go_from_whoever_called() -> None:
    calls = [
        record("c1", called_at="2024-02-13T00:00:00Z", content="Son projet", contact_called=True),
        record("c2", called_at="2024-02-14T23:30:00.000000Z", contact_called=False),
    ]
    _, facts, _ = lea(contact("lea", "Léa", call=calls))
    assert [
        (fact.person, fact.other, fact.on, fact.channel, fact.note)
        for fact in facts
        if isinstance(fact, Encounter)
    ] == [
        (LEA, ME, date(2024, 2, 13), Channel.CALLED, "Son projet"),
        (ME, LEA, date(2024, 2, 15), Channel.CALLED, ""),
    ]


@pytest.mark.parametrize(("kind", "channel"), [(OTHER, Channel.MESSAGED), (EMAIL, Channel.WROTE)])
def test_conversations_are_messages_by_day_without_their_text(kind: str, channel: Channel) -> None:
    talk = record(
        "t",
        happened_at="2024-02-13",
        contact_field_type=kind,
        messages=[
            record("m1", content="Secret", written_at="2024-02-13", written_by_me=True),
            record("m2", content="Secret", written_at="2024-02-13", written_by_me=True),
            record("m3", content="Secret", written_by_me=False),
        ],
    )
    _, facts, reading = lea(contact("lea", "Léa", conversation=[talk]))
    assert [(fact.person, fact.channel) for fact in facts if isinstance(fact, Encounter)] == [
        (ME, channel),
        (LEA, channel),
    ]
    assert "Secret" not in repr(reading)


def test_an_activity_is_a_meeting_of_all_who_took_part() -> None:
    dinner = record("dinner", summary="Dîner", happened_at="2024-02-13T00:00:00Z")
    _, facts, reading = lea(
        contact("lea", "Léa", activity=["dinner", "dinner", "unknown"]),
        contact("omar", "Omar", activity=["dinner"]),
        activity=[dinner],
    )
    met = [fact for fact in facts if isinstance(fact, Encounter)]
    assert [(one.person, one.other, one.channel, one.note) for one in met] == [
        (ME, LEA, Channel.MET, "Dîner"),
        (ME, OMAR, Channel.MET, "Dîner"),
        (LEA, OMAR, Channel.MET, "Dîner"),
    ]
    assert {stated.record for stated in reading.facts} == {"card=1"}
    assert len({one.key for one in met}) == 3


def test_a_party_is_no_meeting_with_each() -> None:
    guests = [contact(f"ami{n}", f"Ami {n}", activity=["party"]) for n in range(6)]
    party = record("party", summary="Fête", happened_at="2024-02-13")
    assert read(export(*guests, activity=[party])).facts == ()


# --- who knows whom --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "context"),
    [
        (["friend", "friend"], Context.PERSONAL),
        (["colleague"], Context.PROFESSIONAL),
        (["mentor", "protege"], Context.PROFESSIONAL),
        (["friend", "colleague"], Context.BOTH),
        (["neighbour"], None),
    ],
)
def test_a_relationship_is_one_tie_whatever_it_is(
    kinds: list[str], context: Context | None
) -> None:
    pairs = [("lea", "omar"), ("omar", "lea")]
    said = [relationship(kind, *pairs[n % 2]) for n, kind in enumerate(kinds)]
    _, facts, reading = lea(contact("lea", "Léa"), contact("omar", "Omar"), relationship=said)
    assert facts == [Tied(LEA, OMAR, context=context)]
    assert reading.facts[0].record == "card=1"


def test_since_when_and_through_whom_they_met() -> None:
    met = lea_with(
        first_met_date={"date": "2015-01-01T00:00:00Z", "is_age_based": True},
        first_met_through="omar",
    )
    _, facts, _ = lea(met, contact("omar", "Omar"))
    assert facts == [Tied(LEA, ME, since="2015"), Tied(LEA, OMAR)]


# --- what is wrong ---------------------------------------------------------------------------


def test_hand_made_exports_name_types_in_the_plural_and_leave_out_the_wrapping() -> None:
    document = {
        "version": "1.0-preview.1",
        "account": {
            "data": {"contacts": [{"uuid": "lea", "first_name": "Léa", "tags": [{"name": "jazz"}]}]}
        },
    }
    (card,) = read(document).cards
    assert (card.names, card.details) == (("Léa",), ((Said.TAG, "jazz"),))
    assert monica.recognises(json.dumps(document).encode(), "x")


def test_each_record_that_cannot_be_read_is_a_problem_and_the_rest_is_read() -> None:
    reading = read(
        export(
            contact("lea", "Léa", call=[record("c", called_at="hier")], activity=["a"]),
            3,  # type: ignore[arg-type]  # not a contact
            contact("lea", "Léa"),
            contact("none", ""),
            lea_with(birthdate={"date": "1985-02-30"}) | {"uuid": "other"},
            relationship=[relationship("friend", "lea", "nobody")],
            activity=[record("a", summary="Dîner")],
        )
    )
    assert [(one.where, one.what) for one in reading.problems] == [
        ("card=2", "monica.bad-contact"),
        ("card=3", "monica.bad-contact"),
        ("relationship=1", "monica.nobody"),
        ("card=4", "monica.no-name"),
        ("card=5", "import.bad-date"),
        ("card=1", "import.bad-date"),
        ("activity=1", "import.bad-date"),
    ]
    assert reading.read == 5 + 1 + 1 + 1
    assert len(reading.cards) == 3


@pytest.mark.parametrize("text", ["{", "[]", "3", '{"account": {}}', "[" * 100_000])
def test_what_is_no_export_is_a_problem(text: str) -> None:
    assert read(text).problems == (Problem("", "monica.not-an-export"),)


SQL = "-- Monica\nINSERT IGNORE INTO accounts (id, uuid) VALUES\n(1, 'x');\n"


def test_the_sql_export_is_recognised_and_the_other_one_asked_for() -> None:
    assert monica.recognises(SQL.encode(), "monica.sql")
    assert read(SQL).problems == (Problem("", "monica.sql"),)


def test_recognised_by_its_first_keys() -> None:
    assert monica.recognises(json.dumps(export()).encode(), "x.txt")
    assert monica.recognises(b"\xef\xbb\xbf" + json.dumps(export(), indent=4).encode(), "x")
    assert not monica.recognises(b'{"account": {"data": []}}', "monica.json")
    assert not monica.recognises(b"INSERT INTO products VALUES (1);", "x.sql")


def test_more_than_one_life_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("entregent.exchange.bounds.MOST_PARTS", 3)
    assert read(export(contact("lea", "Léa"))).problems == (Problem("", "import.too-big"),)
