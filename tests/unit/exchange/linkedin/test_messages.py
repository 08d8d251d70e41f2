"""LinkedIn's messages become encounters, each in its direction."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Encounter
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Channel
from entregent.exchange import linkedin
from entregent.exchange.linkedin.messages import split_names

PARIS = ZoneInfo("Europe/Paris")
COLUMNS = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT"
).split(",")
URLS = {
    "Nadia Benali": "https://www.linkedin.com/in/nadia",
    "Léa Martin": "https://www.linkedin.com/in/lea",
    "Omar Diallo": "https://www.linkedin.com/in/omar",
    "Zoé Roux": "https://www.linkedin.com/in/zoe",
}
NADIA, LEA, OMAR, ZOE = URLS
PROFILE = ("Profile.csv", b"First Name,Last Name,Headline\nNadia,Benali,Acheteuse\n")


def message(
    sender: str,
    to: str,
    at: str = "2025-06-01 14:03:22 UTC",
    *,
    conversation: str = "c1",
    **cells: str,
) -> dict[str, str]:
    return {
        "CONVERSATION ID": conversation,
        "FROM": sender,
        "SENDER PROFILE URL": URLS.get(sender, ""),
        "TO": to,
        "RECIPIENT PROFILE URLS": ",".join(URLS.get(name, "") for name in to.split(", ")),
        "DATE": at,
        "CONTENT": "Bonjour,\n\non se voit ?",
        "FOLDER": "INBOX",
        **{name.replace("_", " "): value for name, value in cells.items()},
    }


def table(rows: Sequence[dict[str, str]], columns: Sequence[str] = COLUMNS) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def read(*rows: dict[str, str], profile: bool = True, columns: Sequence[str] = COLUMNS) -> Reading:
    files = [("messages.csv", table(rows, columns)), *([PROFILE] if profile else [])]
    return list(linkedin.read_export(files, zone=PARIS))[-1]


def met(reading: Reading) -> list[tuple[str, str]]:
    facts = [stated.fact for stated in reading.facts]
    return [(fact.person, fact.other) for fact in facts if isinstance(fact, Encounter)]


def test_each_message_goes_from_one_to_the_other() -> None:
    reading = read(
        message(LEA, NADIA, "2025-06-01 23:30:00 UTC"),
        message(NADIA, LEA, "2025-06-02 14:00:00 UTC"),
    )
    first, second = (stated.fact for stated in reading.facts)
    assert isinstance(first, Encounter)
    assert isinstance(second, Encounter)
    assert (first.person, first.other, first.on) == (PersonId("in/lea"), ME, date(2025, 6, 2))
    assert (second.person, second.other) == (ME, PersonId("in/lea"))
    assert first.channel is Channel.MESSAGED
    assert first.note == first.where == ""
    assert reading.read == 2
    assert [stated.record for stated in reading.facts] == ["row=1", "row=2"]


def test_people_stand_by_profile_or_else_by_name() -> None:
    reading = read(message(LEA, NADIA), message("Sami Roy", NADIA))
    assert [card.record for card in reading.cards] == [
        "url=https://www.linkedin.com/in/lea",
        "url=https://www.linkedin.com/in/nadia",
        "name=Sami Roy",
    ]
    assert (reading.read, reading.of_deeds) == (2, True)


def test_participants_have_cards_and_the_owner_too() -> None:
    reading = read(message(LEA, NADIA))
    lea, me = reading.cards
    assert (lea.ref, lea.names, lea.urls) == (PersonId("in/lea"), (LEA,), (URLS[LEA],))
    assert not lea.known
    assert (me.ref, me.urls) == (ME, (URLS[NADIA],))


def test_keys_tell_messages_apart_and_stay_the_same_in_the_next_export() -> None:
    rows = [
        message(LEA, NADIA),
        message(NADIA, LEA),
        message(LEA, NADIA, "2025-06-01 14:03:23 UTC"),
    ]
    keys = [stated.fact.key for stated in read(*rows).facts if isinstance(stated.fact, Encounter)]
    assert len(set(keys)) == 3
    older = [name for name in COLUMNS if name != "RECIPIENT PROFILE URLS"]
    again = read(*rows, columns=older)
    assert [s.fact.key for s in again.facts if isinstance(s.fact, Encounter)] == keys


@pytest.mark.parametrize(
    "cells",
    [
        {"IS_MESSAGE_DRAFT": "true"},
        {"FOLDER": "SPAM"},
        {"CONTENT": '<p class="spinmail-quill-editor">Nadia, offrez-vous…</p>'},
        {"SUBJECT": "Bonjour %FIRSTNAME%"},
        {"FROM": "LinkedIn Member", "SENDER_PROFILE_URL": ""},
    ],
)
def test_drafts_spam_advertising_and_nobody_are_left_out(cells: dict[str, str]) -> None:
    reading = read(message(LEA, NADIA, **cells), message(OMAR, NADIA, conversation="c2"))
    assert met(reading) == [("in/omar", ME)]
    assert (reading.read, reading.problems) == (1, ())


def test_a_message_of_mine_to_a_few_reaches_each() -> None:
    reading = read(message(NADIA, f"{LEA}, {OMAR}"))
    assert met(reading) == [(ME, "in/lea"), (ME, "in/omar")]
    assert reading.read == 1
    keys = {stated.fact.key for stated in reading.facts if isinstance(stated.fact, Encounter)}
    assert len(keys) == 2


def test_a_message_of_another_to_a_few_reaches_me() -> None:
    assert met(read(message(LEA, f"{NADIA}, {OMAR}"))) == [("in/lea", ME)]


def test_a_message_between_others_is_no_encounter_of_mine() -> None:
    reading = read(message(LEA, OMAR), message(ZOE, NADIA, conversation="c2"))
    assert met(reading) == [("in/zoe", ME)]


def test_a_circular_is_no_encounter() -> None:
    crowd = [f"Personne {letter}" for letter in "ABCDEF"]
    rows = message(NADIA, ", ".join(crowd), RECIPIENT_PROFILE_URLS="")
    assert met(read(rows, message(NADIA, LEA, conversation="c2"))) == [(ME, "in/lea")]


def test_the_most_present_participant_is_the_owner_when_no_profile_tells() -> None:
    rows = [message(LEA, NADIA), message(OMAR, NADIA, conversation="c2")]
    assert met(read(*rows, profile=False)) == [("in/lea", ME), ("in/omar", ME)]


def test_invitations_tell_the_owner_too() -> None:
    invitations = (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        f"Nadia,Omar,,,OUTGOING,{URLS[NADIA]},{URLS[OMAR]}\n"
        f"Zoé,Nadia,,,INCOMING,{URLS[ZOE]},{URLS[NADIA]}\n"
        "Zoé,Nadia,,,INCOMING,,\n"
    )
    files = [("i.csv", invitations.encode()), ("m.csv", table([message(LEA, NADIA)]))]
    invited, reading = linkedin.read_export(files, zone=PARIS)
    assert met(reading) == [("in/lea", ME)]
    assert met(invited) == []


def test_an_owner_nobody_can_tell_is_a_problem() -> None:
    reading = read(message(LEA, NADIA), profile=False)
    assert reading.problems == (Problem("row=1", "linkedin.owner-unknown"),)
    assert (reading.read, reading.facts, reading.cards) == (1, (), ())


def test_no_message_is_no_problem() -> None:
    reading = read(profile=False)
    assert (reading.read, reading.problems) == (0, ())


def test_talking_to_oneself_only() -> None:
    assert met(read(message(NADIA, NADIA), profile=False)) == []


def test_old_exports_without_addresses_go_by_name() -> None:
    older = "CONVERSATION ID,FROM,TO,DATE".split(",")
    reading = read(message(LEA, NADIA), message(NADIA, LEA), columns=older)
    assert met(reading) == [("name=lea martin", ME), (ME, "name=lea martin")]
    assert {card.ref: card.names for card in reading.cards} == {
        "name=lea martin": (LEA,),
        ME: (NADIA,),
    }


def test_an_impossible_date_is_a_problem() -> None:
    bad = ["2025-02-30 10:00:00 UTC", "2025-06-01 25:00:00 UTC", "9999-12-31 23:59:59 UTC", "?"]
    reading = read(*(message(LEA, NADIA, at) for at in bad), message(LEA, NADIA))
    assert [problem.where for problem in reading.problems] == ["row=1", "row=2", "row=3", "row=4"]
    assert {problem.what for problem in reading.problems} == {"import.bad-date"}
    assert met(reading) == [("in/lea", ME)]


def test_a_date_without_its_hour() -> None:
    assert met(read(message(LEA, NADIA, "15/05/2024 10:30"))) == [("in/lea", ME)]


def test_a_row_in_pieces_is_a_problem() -> None:
    data = table([message(LEA, NADIA)]) + b"un reste\n"
    files = [PROFILE, ("messages.csv", data)]
    reading = list(linkedin.read_export(files, zone=PARIS))[-1]
    assert reading.problems == (Problem("row=2", "import.bad-row"),)
    assert reading.read == 2


def test_a_short_row_is_read_as_far_as_it_goes() -> None:
    data = table([message(LEA, NADIA)]) + b'"c1","","",""\n'
    files = [PROFILE, ("messages.csv", data)]
    assert met(list(linkedin.read_export(files, zone=PARIS))[-1]) == [("in/lea", ME)]


def test_names_come_from_the_rows_that_are_sure_of_them() -> None:
    reading = read(
        message(OMAR, NADIA, FROM="Diallo, Omar"),
        message(
            NADIA,
            "Diallo, Omar, Léa Martin",
            RECIPIENT_PROFILE_URLS=f"{URLS[OMAR]},{URLS[LEA]}",
            conversation="c2",
        ),
    )
    names = {card.ref: card.names for card in reading.cards}
    assert names == {"in/omar": ("Diallo, Omar",), ME: (NADIA,), "in/lea": (LEA,)}


def test_addresses_without_names_stand_alone() -> None:
    to = "Un, Deux, Trois"
    urls = f"{URLS[OMAR]},{URLS[LEA]}"
    reading = read(
        message(NADIA, to, RECIPIENT_PROFILE_URLS=urls), message(NADIA, ZOE, conversation="c2")
    )
    assert met(reading)[:2] == [(ME, "in/omar"), (ME, "in/lea")]
    assert [card.names for card in reading.cards[1:3]] == [(), ()]


@pytest.mark.parametrize(
    ("text", "known", "names"),
    [
        ("Léa Martin, Omar Diallo", [], ["Léa Martin", "Omar Diallo"]),
        ("Jane Doe, Ph.D., Omar Diallo", [], ["Jane Doe, Ph.D.", "Omar Diallo"]),
        ("Jane Doe, MBA, PMP", [], ["Jane Doe, MBA, PMP"]),
        ("Diallo, Omar", ["Diallo, Omar"], ["Diallo, Omar"]),
        ("Léa, Diallo, Omar", ["Diallo, Omar"], ["Léa", "Diallo, Omar"]),
        ("", [], []),
    ],
)
def test_names_joined_by_commas(text: str, known: list[str], names: list[str]) -> None:
    assert split_names(text, known) == names


def test_conversations_with_programs_are_not_ours() -> None:
    data = table([message(LEA, NADIA)])
    assert not linkedin.recognises(data, "guide_messages.csv")
    assert linkedin.recognises(data, "messages.csv")
