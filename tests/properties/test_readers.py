"""Whatever bytes come in, a reading comes out."""

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from entregent.domain.reading import Reading
from entregent.domain.words import TRACES
from entregent.exchange import facebook, linkedin, monica, vcard, whatsapp
from entregent.exchange.files import FileReaders
from entregent.services.ports import Opened

ZONE = ZoneInfo("Europe/Paris")
PIECES = {
    vcard: [
        *(b"BEGIN:VCARD\n", b"END:VCARD\n", b"FN:", b"N:", b"BDAY:--", b"TEL;", b"AGENT:\n"),
        *(b"ENCODING=QUOTED-PRINTABLE:", b"=\n", b"=C3", b"CHARSET=", b";", b":", b",", b"\\"),
        *(b"\n ", b"\n", b"ORG:", b"item1.", b"PHOTO;ENCODING=b:", b"1985-02-30", b"NOTE:", b'"'),
    ],
    linkedin: [
        b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
        b"CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n",
        b"Company Name,Title,Started On,Finished On\n",
        *(b'"', b",", b"\n", b"\r", b", ", b"a", b"08 Feb 2026", b"0/0/00", b"99 mars 0000"),
        *(b"2025-06-01 14:03:22 UTC", b"https://www.linkedin.com/in/%C3%A9", b"LinkedIn Member"),
    ],
    facebook: [
        *(b'{"friends_v2": [', b"]", b"}", b"{", b",", b'"name": ', b'"\\ud800"', b'"\\u00c3"'),
        *(b"null", b"1e999", b"[", b'{"name": "A"}'),
        *(b'{"participants": [{"name": "A"}, {"name": "B"}], "messages": [', b'], "title": "A"}'),
        *(b'{"sender_name": "B", "timestamp_ms": 1700000000000}', b'"timestamp_ms": 1e300'),
    ],
    monica: [
        *(b'{"version": "1.0-preview.1", "account": {"data": [', b"]}}", b"]}", b"{", b"}", b","),
        *(b'{"type": "contacts", "values": [', b'{"type": "relationship", "values": [', b"null"),
        *(b'{"uuid": "a", "first_name": "A", "data": [', b'{"contact_is": "a", "of_contact": "b"}'),
        *(b'{"type": "call", "values": [{"called_at": "2024-02-30"}, 3]}', b'"birthdate": {}'),
    ],
    whatsapp: [
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
}


def accounted(reading: Reading) -> bool:
    """Tell whether every record is accounted for, and every fact's people have cards."""
    refs = {card.ref for card in reading.cards} | {"me"}
    named = {getattr(stated.fact, side) for stated in reading.facts for side in ("person", "other")}
    records = {fact.record for fact in reading.facts}
    if not reading.of_deeds and reading.origin not in TRACES:
        records |= {card.record for card in reading.cards}
    return named <= refs and len(records) <= reading.read


@pytest.mark.parametrize("reader", PIECES)
@given(data=st.data())
def test_pieces_of_a_format_in_any_order(reader: object, data: st.DataObject) -> None:
    pieces = st.one_of(st.sampled_from(PIECES[reader]), st.binary(max_size=4))  # type: ignore[index]  # modules are the keys
    content = b"".join(data.draw(st.lists(pieces, max_size=40)))
    assert accounted(reader.read(content, "x", zone=ZONE))  # type: ignore[attr-defined]  # each has it
    reader.recognises(content, "x.vcf")  # type: ignore[attr-defined]  # each has it


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
