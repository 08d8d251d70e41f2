"""Whatever bytes come in, a reading comes out, and a report that accounts for every record.

`ENTREGENT_FUZZ=50` tries fifty times as many, others each time files.
"""

import os
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from entregent.domain.reading import Reading
from entregent.domain.words import TRACES
from entregent.exchange.detect import FORMATS, Kind, recognise
from entregent.exchange.files import FileReaders
from entregent.services.desk import Desk
from entregent.services.importing import import_files
from entregent.services.ports import Opened
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook

ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TIMES = int(os.environ.get("ENTREGENT_FUZZ", "1"))
_SLOW = {
    "deadline": None,
    "derandomize": TIMES == 1,
    "suppress_health_check": [HealthCheck.too_slow],
}
MANY = settings(max_examples=60 * TIMES, **_SLOW)
FEW = settings(max_examples=15 * TIMES, **_SLOW)
PIECES = {
    Kind.VCARD: [
        *(b"BEGIN:VCARD\n", b"END:VCARD\n", b"FN:", b"N:", b"BDAY:--", b"TEL;", b"AGENT:\n"),
        *(b"ENCODING=QUOTED-PRINTABLE:", b"=\n", b"=C3", b"CHARSET=", b";", b":", b",", b"\\"),
        *(b"\n ", b"\n", b"ORG:", b"item1.", b"PHOTO;ENCODING=b:", b"1985-02-30", b"NOTE:", b'"'),
    ],
    Kind.LINKEDIN: [
        b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
        b"CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n",
        b"Company Name,Title,Started On,Finished On\n",
        *(b'"', b",", b"\n", b"\r", b", ", b"a", b"08 Feb 2026", b"0/0/00", b"99 mars 0000"),
        *(b"2025-06-01 14:03:22 UTC", b"https://www.linkedin.com/in/%C3%A9", b"LinkedIn Member"),
    ],
    Kind.FACEBOOK: [
        *(b'{"friends_v2": [', b"]", b"}", b"{", b",", b'"name": ', b'"\\ud800"', b'"\\u00c3"'),
        *(b"null", b"1e999", b"[", b'{"name": "A"}'),
        *(b'{"participants": [{"name": "A"}, {"name": "B"}], "messages": [', b'], "title": "A"}'),
        *(b'{"sender_name": "B", "timestamp_ms": 1700000000000}', b'"timestamp_ms": 1e300'),
    ],
    Kind.MONICA: [
        *(b'{"version": "1.0-preview.1", "account": {"data": [', b"]}}", b"]}", b"{", b"}", b","),
        *(b'{"type": "contacts", "values": [', b'{"type": "relationship", "values": [', b"null"),
        *(b'{"uuid": "a", "first_name": "A", "data": [', b'{"contact_is": "a", "of_contact": "b"}'),
        *(b'{"type": "call", "values": [{"called_at": "2024-02-30"}, 3]}', b'"birthdate": {}'),
    ],
    Kind.WHATSAPP: [
        *(
            b"13/02/2024, 14:30 - ",
            b"[2/13/24, 2:30:10\xe2\x80\xafPM] ",
            b"Nadia: ",
            b"Vous: ",
            b"\n",
        ),
        *(
            b"99/99/9999, 99:99 - ",
            b"15-01-20 14:30 - A: b\n",
            b"\xe2\x80\x8e",
            b": ",
            b" added ",
            b"a, b",
        ),
    ],
    Kind.CALENDAR: [
        *(b"BEGIN:VCALENDAR\n", b"END:VCALENDAR\n", b"BEGIN:VEVENT\n", b"END:VEVENT\n"),
        *(b"BEGIN:VALARM\n", b"END:VALARM\n", b"BEGIN:VTIMEZONE\nTZID:Ici\n", b"UID:1\n"),
        *(b"DTSTART:20260101T100000Z\n", b"DTSTART;TZID=Ici:20260101T100000\n", b"\n ", b"\n"),
        *(b"DTSTART;VALUE=DATE:20260230\n", b"RRULE:FREQ=DAILY;COUNT=3\n", b"RRULE:FREQ=\n"),
        *(b"RRULE:FREQ=YEARLY;UNTIL=00000101\n", b"EXDATE:20260102T100000Z\n", b"RDATE:\n"),
        *(b"RECURRENCE-ID:20260102T100000Z\n", b"STATUS:CANCELLED\n", b"METHOD:CANCEL\n"),
        *(b"ATTENDEE;CN=\xc3\xa9:mailto:ana@x.example\n", b"ORGANIZER:mailto:bo@x.example\n"),
    ],
    Kind.MBOX: [
        *(b"From a@b.example Thu Jan  1 00:00:00 2026\n", b"From: Ana <ana@x.example>\n"),
        *(b"To: bo@x.example, ", b"Cc: undisclosed-recipients:;\n", b"\n", b"\n\n", b"\n "),
        *(b"Date: Thu, 1 Jan 2026 00:00:00 +0000\n", b"Date: 99 Foo 0000 99:99 +9999\n"),
        *(b"Message-ID: <1@x>\n", b"In-Reply-To: <1@x>\n", b"List-Id: <l.x>\n", b">From "),
        *(b"=?utf-8?q?=C3=A9?=", b"=?x-none?b?!!?=", b'"', b"(", b"<", b">", b"\xff", b"\0"),
    ],
    Kind.JOURNAL: [
        *(b"person ", b'"Ana Silva"', b" tag:a", b" email:ana@x.example", b"\n", b'"', b"\\"),
        *(b"2026-03-01 ", b"2026-02-30 ", b"met ", b"asked ", b"introduction ", b"thanked "),
        *(b"me ", b"tie ", b"boundary ", b"need ", b"# ", b" -> ", b"on:", b"\0", b"\xe9"),
    ],
    Kind.GOOGLE: [
        b"First Name,Last Name,Organization Name,Birthday,E-mail 1 - Value,Phone 1 - Value\n",
        *(b"Ana,Silva,Lumio,1990-01-01,ana@x.example,+33639980011\n", b" ::: ", b"* work"),
        *(b'"', b",", b"\n", b"\r", b"--02-30", b"a@b.example", b"\xff\xfe", b"\0"),
    ],
    Kind.OUTLOOK: [
        *(
            b"Title,First Name,Last Name,Company,E-mail Address\n",
            b"M,Ana,Silva,Lumio,a@x.fr\n",
        ),
        *("Prénom;Nom;Société;Adresse de messagerie\n".encode("cp1252"), b";", b'"', b",", b"\n"),
        *(b"0/0/00", b"\xe9", b"\r\n", b"\0"),
    ],
    Kind.TABLE: [
        *(b"Nom;Email;Notes\n", b"id,name,email,offers,needs\n", b"Silva;ana@x.example;salon\n"),
        *(b"Order #,First Name,Last Name,Email,Attendee Status,Total Paid\n", b"\t", b";", b","),
        *(b"1,Ana,Silva,ana@x.example,Attending,12.00\n", b'"', b"\n", b"\r", b"\xe9", b"\0"),
    ],
}
"""What files of each format are made of, sound and broken."""

WHOLE = {
    Kind.VCARD: "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEMAIL:{email}\r\nORG:{any}\r\n"
    "NOTE:{any}\r\nEND:VCARD\r\n",
    Kind.CALENDAR: "BEGIN:VEVENT\r\nUID:{any}\r\nDTSTART:2026010{n}T100000Z\r\n"
    "ATTENDEE;CN={name}:mailto:{email}\r\nLOCATION:{any}\r\nEND:VEVENT\r\n",
    Kind.MBOX: "From a@b Thu Jan  1 00:00:00 2026\nFrom: {name} <{email}>\nTo: bo@x.example\n"
    "Subject: {any}\nDate: Thu, {n} Jan 2026 00:00:00 +0000\nMessage-ID: <{any}>\n\n{any}\n\n",
    Kind.LINKEDIN: "{name},{any},https://linkedin.com/in/{n},{email},{any},{any},0{n} Feb 2026\n",
    Kind.FACEBOOK: '{{"name": "{name}", "timestamp": 170000000{n}, "contact_info": "{any}"}},',
    Kind.MONICA: '{{"uuid": "{n}", "properties": {{"first_name": "{name}", "job": "{any}", "tags": '
    '["{any}"]}}, "data": [{{"type": "call", "values": [{{"called_at": "2026-01-0{n}"}}]}}]}},',
    Kind.WHATSAPP: "13/02/202{n}, 14:30 - {name}: {any}\n14/02/2026, 14:30 - Vous: {any}\n",
    Kind.JOURNAL: 'person "{name}" email:{email}\n2026-01-0{n} met "{name}"\n',
    Kind.GOOGLE: "{name},{any},{any},1990-01-0{n},{email},+3363998001{n}\n",
    Kind.OUTLOOK: "{any},{name},Silva,{any},{email}\n",
    Kind.TABLE: "{name};{email};{any}\n",
}
"""A record of each format, with places for what people type."""

AROUND = {
    Kind.CALENDAR: ("BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n"),
    Kind.LINKEDIN: (PIECES[Kind.LINKEDIN][0].decode(), ""),
    Kind.FACEBOOK: ('{"friends_v2": [', '{"name": "Z"}]}'),
    Kind.MONICA: (
        '{"version": "1.0-preview.1", "account": {"data": [{"type": "contact", "values": [',
        '{"uuid": "z"}]}]}}',
    ),
    Kind.GOOGLE: (PIECES[Kind.GOOGLE][0].decode(), ""),
    Kind.OUTLOOK: ("Title,First Name,Last Name,Company,E-mail Address\n", ""),
    Kind.TABLE: ("Nom;Email;Notes\n", ""),
}
"""What stands before and after a format's records, where anything does."""

typed = st.text(st.sampled_from("aé '-.,;:\\\"@<({\n\u200e\u202f\u2028\0"), max_size=8)


@st.composite
def nearly_valid(draw, kind):
    """Write a few records of a format, then perhaps cut the file or splice a piece in."""
    before, after = AROUND.get(kind, ("", ""))
    records = draw(
        st.lists(
            st.builds(
                WHOLE[kind].format,
                name=st.sampled_from(("Ana Silva", "SILVA Ana", "Noël")) | typed,
                email=st.sampled_from(("ana@x.example", "info@x.example")) | typed,
                any=typed,
                n=st.integers(1, 9),
            ),
            max_size=4,
        )
    )
    content = "".join([before, *records, after]).encode(draw(st.sampled_from(ENCODINGS)))
    start = draw(st.integers(0, len(content)))
    end = draw(st.integers(start, len(content)))
    piece = draw(st.sampled_from(PIECES[kind]) | st.binary(max_size=4))
    return draw(
        st.sampled_from((content, content[:end], content[:start] + piece + content[end:]))
        | st.just(content[:end] + content[start:])
    )


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16")


def in_pieces(kind):
    """Set pieces of a format in any order."""
    pieces = st.one_of(st.sampled_from(PIECES[kind]), st.binary(max_size=4))
    return st.lists(pieces, max_size=40).map(b"".join)


def accounted(reading: Reading) -> bool:
    """Tell whether every record is accounted for, and every fact's people have cards."""
    refs = {card.ref for card in reading.cards} | {"me"}
    named = {
        person
        for stated in reading.facts
        for side in ("person", "other")
        if (person := getattr(stated.fact, side, None)) is not None
    }
    records = {fact.record for fact in reading.facts}
    if not reading.of_deeds and reading.origin not in TRACES:
        records |= {card.record for card in reading.cards}
    return named <= refs and len(records) <= reading.read


def placed(reading: Reading) -> bool:
    """Tell whether every problem has a place among the records, or is the whole file's."""
    places = {problem.where for problem in reading.problems}
    return len(places - {""}) <= reading.read and ("" not in places or not reading.cards)


def storable(reading: Reading) -> bool:
    """Tell whether a book can keep every text: it is Unicode, and holds no NUL."""
    text = repr((reading.cards, list(reading.facts), reading.problems))
    return "\\x00" not in text and not re.search(r"\\ud[89a-f]", text)


def desk() -> Desk:
    ids = Uuids()
    return Desk(MemoryBook(ids, now=lambda: NOW), ids, NOW.date(), NOW, Settings())


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
@MANY
def test_whatever_is_in_a_file_every_record_is_accounted_for(
    kind: Kind, data: st.DataObject
) -> None:
    content = data.draw(in_pieces(kind) | nearly_valid(kind))
    reading = FORMATS[kind].read(content, "x", zone=ZONE)
    assert accounted(reading)
    assert placed(reading)
    assert storable(reading)
    again = FORMATS[kind].read(content, "x", zone=ZONE)
    assert (again.cards, list(again.facts), again.problems) == (
        reading.cards,
        list(reading.facts),
        reading.problems,
    )
    recognise(content, "x.vcf")


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
@FEW
def test_a_report_counts_each_record_once_and_the_named_are_known_again(
    kind: Kind, data: st.DataObject
) -> None:
    content = data.draw(in_pieces(kind) | nearly_valid(kind))
    mine = desk()
    for time in ("first", "second"):
        reading = FORMATS[kind].read(content, "x", zone=ZONE)
        (report,) = import_files(mine, [reading], dry_run=False).files
        troubled = {problem.where for problem in report.problems} - {""}
        assert report.read == report.new + report.changed + report.same + len(troubled)
        if time == "second" and all(card.names for card in reading.cards):
            assert report.new == report.changed == 0


@given(st.binary(max_size=300), st.sampled_from(["a.vcf", "a.csv", "a.zip", "a.json", "a"]))
def test_any_file_gives_a_reading(content: bytes, name: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        readings = list(FileReaders(ZONE).read(Opened((path,))))
    assert [reading.path for reading in readings] == [str(path)]


@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
@example(236, b"\x00")
def test_a_damaged_archive_gives_a_reading(at: int, damage: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.vcf", b"BEGIN:VCARD\nFN:Omar Diallo\nEND:VCARD\n")
            archive.writestr("b.json", b'{"friends_v2": [{"name": "Omar"}]}')
        content = bytearray(path.read_bytes())
        content[at : at + len(damage)] = damage
        path.write_bytes(content)
        readings = list(FileReaders(ZONE).read(Opened((path,))))
    assert readings
