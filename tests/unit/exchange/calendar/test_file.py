from datetime import date
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Encounter
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Problem, Reading
from entregent.domain.words import Channel, Origin
from entregent.exchange import calendar
from entregent.exchange.calendar.days import MOST_TIMES

PARIS = ZoneInfo("Europe/Paris")
LEA, OMAR = PersonId("addr=lea@exemple.fr"), PersonId("addr=omar@exemple.fr")


def event(*lines: str, uid: str = "u1", start: str = ":20260714T100000Z") -> str:
    told = [f"UID:{uid}"] if uid else []
    told += [f"DTSTART{start}"] if start else []
    return "\n".join(["BEGIN:VEVENT", *told, *lines, "END:VEVENT"])


def one_calendar(*events: str, head: str = "VERSION:2.0") -> bytes:
    return "\n".join(["BEGIN:VCALENDAR", head, *events, "END:VCALENDAR", ""]).encode()


def read(*events: str, head: str = "VERSION:2.0") -> Reading:
    return calendar.read(one_calendar(*events, head=head), "a.ics", PARIS)


def met(reading: Reading) -> list[tuple[str, str, str]]:
    facts = [one.fact for one in reading.facts]
    return [
        (one.person.removeprefix("addr="), one.other.removeprefix("addr="), str(one.on))
        for one in facts
        if isinstance(one, Encounter)
    ]


A_LEA = "ATTENDEE;CN=Léa Martin;PARTSTAT=ACCEPTED:mailto:Lea@Exemple.fr"
AN_OMAR = "ATTENDEE:MAILTO:omar@exemple.fr"
MINE = "ORGANIZER;CN=Nadia:mailto:nadia@exemple.fr"


def test_an_event_is_a_meeting_of_me_and_everybody_and_of_all_together():
    reading = read(event(A_LEA, AN_OMAR, "LOCATION:Café\\, Lyon", "SUMMARY:Secret"))
    assert reading.cards == (
        Card(LEA, "addr=lea@exemple.fr", ("Léa Martin",), emails=("lea@exemple.fr",)),
        Card(OMAR, "addr=omar@exemple.fr", (), emails=("omar@exemple.fr",)),
    )
    day, where = date(2026, 7, 14), "Café, Lyon"
    assert [(one.record, one.fact) for one in reading.facts] == [
        ("event=1", Encounter(ME, LEA, day, Channel.MET, where, key="u1 lea@exemple.fr")),
        ("event=1", Encounter(ME, OMAR, day, Channel.MET, where, key="u1 omar@exemple.fr")),
        (
            "event=1",
            Encounter(LEA, OMAR, day, Channel.MET, where, key="u1 lea@exemple.fr omar@exemple.fr"),
        ),
    ]
    assert (reading.read, reading.origin, reading.problems) == (1, Origin.CALENDAR, ())


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (":20260714T230000Z", "2026-07-15"),
        (";TZID=America/New_York:20260714T190000", "2026-07-15"),
        (":20260714T233000", "2026-07-14"),
        (";VALUE=DATE:20260714", "2026-07-14"),
    ],
)
def test_the_day_is_the_owners(start: str, expected: str):
    assert met(read(event(A_LEA, start=start)))[0][2] == expected


ZONE = """BEGIN:VTIMEZONE
TZID:Maison
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:-0800
TZOFFSETTO:-0800
END:STANDARD
END:VTIMEZONE"""


def test_a_zone_that_the_file_defines():
    reading = read(ZONE, event(A_LEA, start=";TZID=Maison:20260714T180000"))
    assert met(reading)[0][2] == "2026-07-15"


def test_a_zone_is_its_files_own():
    lines = event(A_LEA, start=";TZID=Maison:20260714T180000")
    read(ZONE, lines)
    assert met(read(lines))[0][2] == "2026-07-14"


def test_a_broken_zone_costs_no_event():
    broken = ZONE.replace("TZOFFSETTO:-0800", "TZOFFSETTO:hier")
    reading = read(broken, event(A_LEA, start=";TZID=Maison:20260714T180000"))
    assert met(reading)[0][2] == "2026-07-14"


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;CUTYPE=ROOM:mailto:salle@exemple.fr",
        "ATTENDEE;CUTYPE=resource:mailto:camion@exemple.fr",
        "ATTENDEE;CUTYPE=GROUP:mailto:equipe@exemple.fr",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:omar@exemple.fr",
        "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:omar@exemple.fr",
        "ATTENDEE:mailto:noreply@exemple.fr",
        "ATTENDEE:mailto:x@resource.calendar.google.com",
        "ATTENDEE:mailto:abc@virtual",
        "ATTENDEE:invalid:nomail",
        "ATTENDEE:",
    ],
)
def test_who_is_no_guest(line: str):
    assert [who for _, who, _ in met(read(event(A_LEA, line)))] == ["lea@exemple.fr"]


def test_an_address_may_stand_beside_the_value():
    reading = read(event("ATTENDEE;CN=lea@exemple.fr;EMAIL=lea@exemple.fr:urn:uuid:1"))
    assert reading.cards == (Card(LEA, "addr=lea@exemple.fr", (), emails=("lea@exemple.fr",)),)


def test_the_organiser_is_a_guest_once_under_the_name_that_is_told():
    reading = read(event(MINE, "ATTENDEE:mailto:nadia@exemple.fr", A_LEA))
    assert [card.names for card in reading.cards] == [("Nadia",), ("Léa Martin",)]


def test_an_organiser_who_declined_is_absent():
    declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:nadia@exemple.fr"
    assert [who for _, who, _ in met(read(event(MINE, declined, A_LEA, AN_OMAR)))] == [
        "lea@exemple.fr",
        "omar@exemple.fr",
        "omar@exemple.fr",
    ]


def test_an_event_of_the_organiser_alone_is_no_meeting():
    assert read(event(MINE)).facts == ()
    assert read(event(MINE, "ATTENDEE:mailto:nadia@exemple.fr")).facts == ()
    assert read(event()).facts == ()


@pytest.mark.parametrize(
    ("guests", "organiser", "expected"), [(5, "", 5), (6, "", 0), (5, MINE, 6), (6, MINE, 0)]
)
def test_at_most_five_others(guests: int, organiser: str, expected: int):
    lines = [f"ATTENDEE:mailto:p{number}@exemple.fr" for number in range(guests)]
    reading = read(event(*filter(None, [organiser]), *lines))
    assert len([one for one in met(reading) if one[0] == "me"]) == expected


def test_cancelled_events_give_nothing():
    assert read(event(A_LEA, "STATUS:CANCELLED")).facts == ()
    reading = read(event(A_LEA), head="METHOD:CANCEL")
    assert (reading.read, reading.facts, reading.problems) == (1, (), ())


def test_the_next_calendar_of_a_file_is_not_cancelled():
    data = one_calendar(event(A_LEA), head="METHOD:CANCEL") + one_calendar(event(A_LEA, uid="u2"))
    reading = calendar.read(data, "a.ics", PARIS)
    assert (reading.read, [one.record for one in reading.facts]) == (2, ["event=2"])


# --- again and again ---------------------------------------------------------------------------
def test_each_time_of_a_repeated_event_has_its_day_and_key():
    reading = read(event(A_LEA, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20260721T100000Z"))
    assert [day for _, _, day in met(reading)] == ["2026-07-14", "2026-07-28"]
    assert [one.fact.key for one in reading.facts] == [
        "u1 2026-07-14T10:00:00+00:00 lea@exemple.fr",
        "u1 2026-07-28T10:00:00+00:00 lea@exemple.fr",
    ]


def test_the_clock_of_the_event_not_of_the_sun_says_the_day():
    rule = "RRULE:FREQ=WEEKLY;UNTIL=20261102T100000Z"
    reading = read(event(A_LEA, rule, start=";TZID=Europe/Paris:20261019T003000"))
    assert [day for _, _, day in met(reading)] == ["2026-10-19", "2026-10-26", "2026-11-02"]


def test_one_time_may_be_moved_or_cancelled():
    reading = read(
        event(A_LEA, "RRULE:FREQ=WEEKLY;COUNT=3"),
        event(A_LEA, "RECURRENCE-ID:20260721T100000Z", start=":20260722T100000Z"),
        event(
            A_LEA, "RECURRENCE-ID:20260728T100000Z", "STATUS:CANCELLED", start=":20260728T100000Z"
        ),
    )
    assert [day for _, _, day in met(reading)] == ["2026-07-14", "2026-07-22"]


def test_one_time_alone_keeps_its_own_key():
    reading = read(event(A_LEA, "RECURRENCE-ID;VALUE=DATE:20260721"))
    assert reading.facts[0].fact.key == "u1 2026-07-21 lea@exemple.fr"


def test_what_never_ends_is_bounded_around_the_day_it_was_written():
    reading = read(
        event(A_LEA, "RRULE:FREQ=DAILY", "DTSTAMP:20260714T000000Z", start=":20100101T100000Z")
    )
    days = [day for _, _, day in met(reading)]
    assert len(days) == MOST_TIMES
    assert days[0] < "2026-07-14" < days[-1]
    assert min(days) > "2025-12-01"


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=1,2,3"])
def test_what_repeats_within_a_day_counts_once(rule: str):
    assert len(met(read(event(A_LEA, f"RRULE:{rule}")))) == 1


def test_a_rule_that_cannot_be_followed_is_a_problem_and_the_event_stands():
    reading = read(event(A_LEA, "RRULE:FREQ=DAILY;COUNT=1", "RDATE:20131210Z"))
    assert reading.problems == (Problem("event=1", "calendar.bad-rule"),)
    assert [day for _, _, day in met(reading)] == ["2026-07-14"]


def test_a_rule_that_cannot_be_read_leaves_the_event():
    assert len(met(read(event(A_LEA, "RRULE:TOUS LES JOURS")))) == 1


# --- problems ----------------------------------------------------------------------------------
def test_a_broken_event_is_a_problem_with_its_place():
    reading = read(
        event(A_LEA, start=""),
        event(A_LEA, start=":hier"),
        event("une ligne\nsans deux-points", uid="u2"),
        "BEGIN:VEVENT\nUID:u3",
        event(AN_OMAR, uid="u4"),
        "BEGIN:VEVENT\nUID:u5",
    )
    assert reading.read == 6
    assert [(one.where, one.what) for one in reading.problems if one.where != "event=3"] == [
        ("event=1", "calendar.no-start"),
        ("event=2", "calendar.no-start"),
        ("event=4", "calendar.truncated"),
        ("event=6", "calendar.truncated"),
    ]
    assert [one.record for one in reading.facts] == ["event=5"]


def test_an_event_that_the_library_refuses_is_a_problem():
    reading = read(event("BEGIN:VALARM", A_LEA), event(A_LEA))
    assert [one.where for one in reading.problems] == ["event=1"]
    assert [one.record for one in reading.facts] == ["event=2"]


def test_a_zone_that_is_a_folder_of_zones_is_no_zone():
    reading = read(event(A_LEA, start=";TZID=America:20260714T180000"))
    assert [one.what for one in reading.problems] == ["calendar.unreadable"]


def test_an_event_without_uid_is_known_by_its_time():
    assert read(event(A_LEA, uid="")).facts[0].fact.key == (
        "2026-07-14T10:00:00+00:00 lea@exemple.fr"
    )


def test_other_components_are_nobodys_business():
    reading = read("BEGIN:VTODO\nUID:t1\nEND:VTODO", event(A_LEA))
    assert (reading.read, len(reading.facts)) == (1, 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_and_line_end(encoding: str):
    text = one_calendar(event(A_LEA)).decode().replace("\n", "\r\n")
    reading = calendar.read(text.encode(encoding), "a.ics", PARIS)
    assert reading.cards[0].names == ("Léa Martin",)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (one_calendar(event()), True),
        (b"\xef\xbb\xbf\r\nbegin:vcalendar\r\n", True),
        (b"BEGIN:VEVENT\nUID:a\n", True),
        (b"BEGIN:VCARD\nFN:a\nEND:VCARD\nBEGIN:VEVENT\n", False),
        (b"BEGIN:VTODO\n", False),
        (b"", False),
    ],
)
def test_a_calendar_is_known_by_its_first_line(head: bytes, *, expected: bool):
    assert calendar.recognises(head, "x") is expected


def test_rules_that_never_come_true_are_followed_once() -> None:
    never = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    reading = read(*(event(A_LEA, never, uid=f"u{n}") for n in range(3)))
    assert len(reading.facts) == 3
    assert [problem.what for problem in reading.problems] == ["calendar.too-often"] * 2
