import mmap
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import SIDE_BY_SIDE, Encounter
from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Problem, Reading, Stated
from entregent.domain.words import Channel, Origin
from entregent.exchange.mail import mbox
from entregent.exchange.mail.keys import digest, mark
from entregent.exchange.mail.mailbox import MailMemory

DAY = date(2026, 7, 14).toordinal()
PARIS = ZoneInfo("Europe/Paris")
LEA, OMAR, NADIA = (PersonId(f"addr={name}@exemple.fr") for name in ("lea", "omar", "nadia"))


def message(body: str = "Bonjour", **headers: str) -> bytes:
    """Return a message from Léa to Omar, on 14 July, unless told otherwise."""
    usual = {
        "From": "Léa Martin <lea@exemple.fr>",
        "To": "Omar <omar@exemple.fr>",
        "Date": "Tue, 14 Jul 2026 12:00:00 +0200",
        "Message-ID": "<m1@exemple.fr>",
    }
    told = usual | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in told.items() if value]
    return "\n".join([*lines, "", body, ""]).encode()


def box(*messages: bytes) -> bytes:
    return b"\n".join(b"From lea@exemple.fr Tue Jul 14 10:00:00 2026\n" + one for one in messages)


def read(*messages: bytes, memory: MailMemory | None = None, path: str = "a.mbox") -> Reading:
    return told(box(*messages), memory, path)


def told(data: bytes | mmap.mmap, memory: MailMemory | None = None, path: str = "x") -> Reading:
    """Read, and hold on to the facts."""
    reading = mbox.read(data, path, PARIS, memory)
    assert len(reading.facts) == len(list(reading.facts))
    return replace(reading, facts=tuple(reading.facts))


def letters(reading: Reading) -> list[Encounter]:
    found = [one.fact for one in reading.facts]
    return [one for one in found if isinstance(one, Encounter) and one.channel is Channel.WROTE]


def crossings(reading: Reading) -> list[tuple[str, str, Channel]]:
    return [one for one in encounters(reading) if one[2] is Channel.CROSSED]


def encounters(reading: Reading) -> list[tuple[str, str, Channel]]:
    found = [one.fact for one in reading.facts]
    return [
        (one.person.removeprefix("addr="), one.other.removeprefix("addr="), one.channel)
        for one in found
        if isinstance(one, Encounter)
    ]


def people(reading: Reading) -> list[str]:
    return [card.emails[0] for card in reading.cards]


def test_a_letter_is_an_encounter_from_sender_to_recipient():
    reading = read(message())
    assert reading.cards == (
        Card(LEA, "addr=lea@exemple.fr", ("Léa Martin",), emails=("lea@exemple.fr",)),
        Card(OMAR, "addr=omar@exemple.fr", ("Omar",), emails=("omar@exemple.fr",)),
    )
    assert [(one.record, one.fact) for one in reading.facts] == [
        (
            "message=1",
            Encounter(
                LEA,
                OMAR,
                date(2026, 7, 14),
                Channel.WROTE,
                key=digest("m1@exemple.fr") + mark("omar@exemple.fr"),
            ),
        )
    ]
    assert (reading.read, reading.origin, reading.problems) == (1, Origin.MAIL, ())


def test_the_day_is_the_owners():
    reading = read(message(Date="Tue, 14 Jul 2026 23:30:00 +0000"))
    assert reading.facts[0].fact.on == date(2026, 7, 15)


def test_copies_count_and_each_has_its_own_key():
    reading = read(message(Cc="nadia@exemple.fr", Bcc="zoe@exemple.fr, Omar <OMAR@exemple.fr>"))
    assert [one.other.removeprefix("addr=") for one in letters(reading)] == [
        "omar@exemple.fr",
        "nadia@exemple.fr",
        "zoe@exemple.fr",
    ]
    assert len({one.key for one in letters(reading)}) == 3


def test_oneself_is_nobodys_encounter():
    assert encounters(read(message(To="lea@exemple.fr"))) == []


@pytest.mark.parametrize(("count", "expected"), [(5, 5), (6, 0)])
def test_at_most_five_people(count: int, expected: int):
    crowd = ", ".join(f"p{number}@exemple.fr" for number in range(count))
    reading = read(message(To=crowd + ", noreply@exemple.fr, info@exemple.fr"))
    assert len(letters(reading)) == expected
    assert len(reading.cards) == count + 1


# --- who came across whom ----------------------------------------------------------------------
def test_those_named_side_by_side_in_a_letter_came_across_each_other():
    reading = read(message(Cc="Nadia <nadia@exemple.fr>"))
    assert reading.facts[-1] == Stated(
        "message=1",
        Encounter(
            NADIA,
            OMAR,
            date(2026, 7, 14),
            Channel.CROSSED,
            key=f"{SIDE_BY_SIDE}{DAY}{mark('nadia@exemple.fr')}{mark('omar@exemple.fr')}",
        ),
    )
    assert len(reading.facts) == 3


def test_whoever_is_copied_in_secret_came_across_nobody():
    assert crossings(read(message(Bcc="nadia@exemple.fr"))) == []


def test_an_office_crosses_nobody_and_is_written_to_by_nobody():
    reading = read(message(Cc="nadia@exemple.fr, contact@exemple.fr"))
    assert len(letters(reading)) == 2
    assert len(crossings(reading)) == 1


def test_in_a_crowd_nobody_comes_across_anybody():
    assert not read(message(To=", ".join(f"p{number}@exemple.fr" for number in range(6)))).facts


def test_two_people_cross_once_a_day_whatever_the_mailbox():
    first = read(message(Cc="nadia@exemple.fr"))
    second = read(message(Cc="nadia@exemple.fr", Message_ID="<m2@exemple.fr>"), path="b.mbox")
    assert first.facts[-1].fact.key == second.facts[-1].fact.key


def test_the_facts_of_a_mailbox_can_be_looked_for():
    reading = mbox.read(message(), "a.eml", PARIS)
    (fact,) = reading.facts
    assert fact in reading.facts
    assert "something else" not in reading.facts


def test_the_usual_name_comes_first():
    reading = read(
        message(From="LM <lea@exemple.fr>"),
        message(From="Léa <lea@exemple.fr>"),
        message(From='"lea@exemple.fr" <lea@exemple.fr>'),
        message(From="Léa <lea@exemple.fr>"),
    )
    assert reading.cards[0].names == ("Léa", "LM")


@pytest.mark.parametrize(
    "headers",
    [
        {"From": "noreply@exemple.fr"},
        {"From": "MAILER-DAEMON"},
        {"From": "Léa (JIRA) <x@exemple.fr>"},
        {"Auto-Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"X-Spam-Flag": "YES"},
        {"X-Gmail-Labels": "Important,Brouillons"},
        {"X-Gmail-Labels": "=?UTF-8?Q?Courrier_ind=C3=A9sirable?="},
    ],
)
def test_what_no_person_sent_gives_nobody_and_nothing(headers: dict[str, str]):
    reading = read(message(**headers))
    assert (reading.read, reading.cards, reading.facts, reading.problems) == (1, (), (), ())


@pytest.mark.parametrize("labels", ["Important", "Envoyés,Antispam"])
def test_other_labels_do_not_matter(labels: str):
    assert len(read(message(**{"X-Gmail-Labels": labels}, X_Spam_Flag="NO")).facts) == 1


# --- lists -------------------------------------------------------------------------------------
def post(number: int, who: str, *, to: int | None = None, **headers: str) -> bytes:
    parent = {"In-Reply-To": f"<p{to}@exemple.fr>"} if to else {}
    return message(
        **{
            "From": f"{who}@exemple.fr",
            "To": "dev@exemple.org",
            "List-Id": "Devs <dev.exemple.org>",
            "Precedence": "bulk",
            "Message-ID": f"<p{number}@exemple.fr>",
            **parent,
            **headers,
        }
    )


def test_a_post_is_no_encounter_and_a_reply_crosses():
    reading = read(post(1, "lea"), post(2, "omar", to=1))
    assert [one.fact for one in reading.facts] == [
        Encounter(
            OMAR,
            LEA,
            date(2026, 7, 14),
            Channel.CROSSED,
            key=digest("p2@exemple.fr") + mark("lea@exemple.fr"),
        )
    ]
    assert people(reading) == ["lea@exemple.fr", "omar@exemple.fr"]


def test_a_reply_read_before_what_it_answers():
    reading = read(post(2, "omar", to=1), post(1, "lea"))
    assert [(one.record, one.fact.person) for one in reading.facts] == [("message=1", OMAR)]


def test_a_reply_to_oneself_or_to_a_machine_or_to_nothing_crosses_nobody():
    assert read(post(1, "lea"), post(2, "lea", to=1)).facts == ()
    assert read(post(1, "jira"), post(2, "lea", to=1)).facts == ()
    assert read(post(2, "lea", to=1)).facts == ()


def test_the_last_reference_stands_in_for_in_reply_to():
    reply = post(3, "omar", References="<p1@exemple.fr>\n <p2@exemple.fr>")
    assert encounters(read(post(1, "lea"), post(2, "nadia"), reply)) == [
        ("omar@exemple.fr", "nadia@exemple.fr", Channel.CROSSED)
    ]


def test_a_person_copied_on_a_post_was_not_written_to():
    assert read(post(1, "lea", Cc="omar@exemple.fr")).facts == ()


def test_replies_cross_from_file_to_file():
    memory = MailMemory()
    first = read(post(2, "omar", to=1), memory=memory, path="a.mbox")
    second = read(message(), post(1, "lea"), post(3, "nadia", to=2), memory=memory, path="b.mbox")
    assert first.facts == ()
    assert sorted(
        (one.record, *pair) for one, pair in zip(second.facts, encounters(second), strict=True)
    ) == [
        ("message=1", "lea@exemple.fr", "omar@exemple.fr", Channel.WROTE),
        ("message=2", "omar@exemple.fr", "lea@exemple.fr", Channel.CROSSED),
        ("message=3", "nadia@exemple.fr", "omar@exemple.fr", Channel.CROSSED),
    ]
    assert set(people(second)) == {"lea@exemple.fr", "omar@exemple.fr", "nadia@exemple.fr"}


def test_a_waiting_replier_gets_a_card_in_the_file_that_answers():
    memory = MailMemory()
    read(post(2, "omar", to=1), memory=memory)
    second = read(post(1, "lea"), memory=memory, path="b.mbox")
    assert people(second) == ["lea@exemple.fr", "omar@exemple.fr"]


@pytest.mark.parametrize(
    "headers",
    [
        {"List-Post": "<mailto:chorale@exemple.org>"},
        {"List-Id": "La chorale <chorale.exemple.org>"},
        {"Mailing-List": "contact chorale-help@exemple.org; run by ezmlm"},
    ],
)
def test_a_list_known_later_is_nobody(headers: dict[str, str]):
    mine = message(To="chorale@exemple.org, omar@exemple.fr")
    reading = read(mine, message(To="chorale@exemple.org", Message_ID="<m2@x>", **headers))
    assert reading.facts == ()
    assert people(reading) == ["lea@exemple.fr", "omar@exemple.fr"]


def test_who_crossed_a_list_address_crossed_nobody():
    memory = MailMemory(lists={"omar@exemple.fr"})
    assert read(post(1, "omar"), post(2, "lea", to=1), memory=memory).facts == ()


# --- problems ----------------------------------------------------------------------------------
def test_one_bad_message_leaves_the_others():
    nested = "(" * 5000
    reading = read(
        message(From=""),
        message(From=f"{nested} <x@exemple.fr>"),
        message(Date="hier"),
        message(),
    )
    assert reading.read == 4
    assert reading.problems[:2] == (
        Problem("message=1", "mail.no-sender"),
        Problem("message=2", "mail.unreadable"),
    )
    assert [one.record for one in reading.facts] == ["message=3", "message=4"]


def test_a_monstrous_header_costs_its_message_only():
    reading = read(message(From="(" * 200_000), message())
    assert [one.where for one in reading.problems] == ["message=1"]
    assert len(reading.facts) == 1


def test_without_a_date_the_mailbox_tells_the_delivery():
    assert read(message(Date="")).facts[0].fact.on == date(2026, 7, 14)


def test_without_any_date_there_is_no_encounter_but_people():
    reading = told(message(Date=""))
    assert reading.problems == (Problem("message=1", "mail.no-date"),)
    assert (len(reading.cards), reading.facts) == (2, ())


def test_without_an_id_sender_and_instant_make_the_key():
    first, second = read(message(Message_ID="")), read(message(Message_ID=""))
    assert first.facts[0].fact.key == second.facts[0].fact.key
    assert first.facts[0].fact.key != read(message()).facts[0].fact.key


# --- the file ----------------------------------------------------------------------------------
def test_messages_start_at_from_lines_after_a_blank_one():
    body = "From tout de suite :\n\nFrom here to 2026\nhello\n>From lea Tue 2026\nFrom: x"
    data = box(message(body), message(body))
    assert len(list(mbox.spans(data))) == 2
    assert b"".join(data[start:end] for start, end in mbox.spans(data)) == data


def test_any_line_end():
    data = box(message(), message()).replace(b"\n", b"\r\n")
    reading = told(data)
    assert (reading.read, len(reading.facts), reading.problems) == (2, 2, ())
    assert reading.cards[0].names == ("Léa Martin",)


def test_a_message_without_body_or_separator():
    bare = message().partition(b"\n\n")[0]
    assert len(told(bare).facts) == 1
    assert len(read(bare + b"\n", message()).facts) == 2


def test_a_from_line_alone_with_its_hour_starts_a_message():
    data = b"From lea@exemple.fr Tue Jul 14 10:00:00 2026\n\nbody\n\n" + box(message())
    assert told(data).read == 2


def test_a_content_length_that_leads_to_the_next_message_is_believed():
    forwarded = "Voici :\n\nFrom omar@exemple.fr Mon Jul 13 10:00:00 2026\nFrom: x@exemple.fr\n"
    inside = message(forwarded, Content_Length=str(len(forwarded)))
    assert told(box(inside, message())).read == 2
    assert told(box(inside)).read == 1


@pytest.mark.parametrize("length", ["7", "999999", "0"])
def test_one_that_leads_nowhere_is_not(length: str):
    assert told(box(message(Content_Length=length), message())).read == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_message_saved_as_unicode_text(encoding: str):
    data = message().decode().encode(encoding)
    assert mbox.recognises(data, "a.eml")
    assert len(told(data).facts) == 1


def test_bare_returns_end_lines():
    data = message().replace(b"\n", b"\r")
    assert mbox.recognises(data, "a.eml")
    assert told(data).cards[0].names == ("Léa Martin",)


def test_what_thunderbird_deleted_but_has_not_removed_is_gone():
    gone = message(**{"X-Mozilla-Status": "0009"})
    kept = message(**{"X-Mozilla-Status": "0001"})
    assert (told(box(gone)).cards, len(told(box(kept)).facts)) == ((), 1)


def test_a_single_message_is_not_split():
    forwarded = "\nFrom lea@exemple.fr Tue Jul 14 10:00:00 2026\nFrom: a@exemple.fr"
    assert told(message(forwarded)).read == 1


def test_a_mapped_file(tmp_path: Path):
    path = tmp_path / "a.mbox"
    path.write_bytes(b"\xef\xbb\xbf\n" + box(message()))
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        assert len(told(data).facts) == 1


def test_an_empty_file_holds_no_message():
    assert told(b"").read == 0
    assert told(b"\n\n").read == 0


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (box(message()), True),
        (box(message()).replace(b"\n", b"\r\n"), True),
        (b"\n \n" + message(), True),
        (b"Return-Path: <a@b>\nReceived: from x\n", True),
        (b"From \nList-Id: <a.b>\n", True),
        (b"", False),
        (b"From the start we knew\n\nthat\n", False),
        (b"BEGIN:VCARD\nFrom: x\nTo: y\n", False),
        (b"Note: x\nOther: y\n\nFrom: a\nTo: b\n", False),
        (b"name,email\na,b\n", False),
        (b"2026-07-14 met Omar\n", False),
    ],
)
def test_mail_is_known_by_its_headers(head: bytes, *, expected: bool):
    assert mbox.recognises(head, "x") is expected


def test_it_is_told_how_far_a_long_mailbox_is_read():
    one = (
        b"From a@exemple.fr Mon Mar  2 10:00:00 2026\nFrom: a@exemple.fr\nTo: b@exemple.fr\n\nx\n\n"
    )
    told = []
    mbox.read(one * 2001, "x.mbox", PARIS, hear=lambda done, every: told.append((done, every)))
    size = len(one)
    assert told == [(999 * size, 2001 * size), (1999 * size, 2001 * size)]
