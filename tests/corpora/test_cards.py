"""Real address books and exports by many hands; skipped where the corpus is absent."""

import os
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.ids import ME
from entregent.domain.reading import Reading
from entregent.exchange import facebook, vcard
from entregent.exchange.files import FileReaders
from entregent.exchange.text import as_utf8
from entregent.services.ports import Opened

SIBLING = Path(__file__).parents[3] / "shared"
IMPORTS = Path(os.environ.get("ENTREGENT_SHARED", SIBLING)) / "data" / "imports"
ZONE = ZoneInfo("Europe/Paris")
NAMED = re.compile(rb"(?im)^(?:[\w-]+\.)?(?:FN|N|NICKNAME)\b[^:\r\n]*:[; \t]*([^;\s].*)")

pytestmark = pytest.mark.skipif(not IMPORTS.is_dir(), reason="no corpus of real files here")


def books() -> list[tuple[Path, bytes]]:
    found = [(path, path.read_bytes()) for path in sorted(IMPORTS.rglob("*")) if path.is_file()]
    return [(path, data) for path, data in found if vcard.recognises(data[:8192], path.name)]


def read(path: Path) -> list[Reading]:
    return list(FileReaders(ZONE).read(Opened((path,))))


NO_PEOPLE = {
    "vcf-calcard/resources/vcard/022.vcf card=1",
    "vcf-khard/test/fixture/vcards/org.vcf card=1",
    "vcf-roundcube/tests/src/apple.vcf card=1",
    "vcf-roundcube/tests/src/photo.vcf card=1",
}
"""Cards that name an organisation, and say so."""


def test_every_card_that_carries_a_name_is_read_with_it() -> None:
    carrying = 0
    unnamed = set()
    for path, data in books():
        named = {card.record for card in vcard.read(data, path.name, zone=ZONE).cards if card.names}
        for number, body in enumerate(re.split(rb"(?i)BEGIN:VCARD", as_utf8(data))[1:], start=1):
            if NAMED.search(body) and not _is_address(body):
                carrying += 1
                if f"card={number}" not in named:
                    unnamed.add(f"{path.relative_to(IMPORTS).as_posix()} card={number}")
    assert carrying > 100
    assert unnamed == NO_PEOPLE


def _is_address(body: bytes) -> bool:
    """Tell whether e-mail addresses stand wherever a name should."""
    return all(b"@" in name for name in NAMED.findall(body))


def test_an_export_in_an_archive() -> None:
    path = IMPORTS / "li-silkyrich" / "fixtures" / "sample_export.zip"
    readings = {reading.path.rpartition("/")[2]: reading for reading in read(path)}
    assert list(readings) == [
        "Profile.csv",
        "Email Addresses.csv",
        "PhoneNumbers.csv",
        "Positions.csv",
        "Connections.csv",
        "Invitations.csv",
        "Recommendations_Given.csv",
        "Recommendations_Received.csv",
        "Endorsement_Received_Info.csv",
        "Endorsement_Given_Info.csv",
        "messages.csv",
    ]
    assert len(readings["Connections.csv"].cards) == readings["Connections.csv"].read == 2000
    assert len(readings["messages.csv"].facts) > 10_000
    assert not any(reading.problems for reading in readings.values())


def test_an_export_in_a_folder() -> None:
    readings = read(IMPORTS / "li-labeldekho" / "tests" / "fixtures")
    connections, messages = readings
    assert len(connections.cards) == 10
    assert (len(messages.facts), len(messages.cards)) == (11, 5)
    assert not connections.problems + messages.problems


def test_other_facebook_files_hold_no_friends() -> None:
    found = sorted(IMPORTS.glob("fb-*/**/*.json"))
    read_at_all = []
    for path in found:
        data = path.read_bytes()
        if facebook.recognises(data[:8192], path.name):
            read_at_all.append(path.name)
            (card,) = facebook.read(data, path.name, zone=ZONE).cards
            assert card.ref == ME
    assert read_at_all == ["profile_information.json"]
