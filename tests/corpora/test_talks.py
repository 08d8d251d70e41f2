"""Real exports by other hands; skipped where they are absent."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Encounter, Gave, Received
from entregent.domain.reading import Reading
from entregent.domain.words import Origin
from entregent.exchange.files import FileReaders
from entregent.services.ports import Opened

SIBLING = Path(__file__).parents[3] / "shared"
IMPORTS = Path(os.environ.get("ENTREGENT_SHARED", SIBLING)) / "data" / "imports"
CHATS = IMPORTS / "wa-whatstk" / "chats" / "whatsapp"
EXPORT = IMPORTS / "li-silkyrich" / "fixtures"

pytestmark = pytest.mark.skipif(not IMPORTS.is_dir(), reason="no corpus of real files here")


def read(path: Path, *owner: str) -> list[Reading]:
    readers = FileReaders(ZoneInfo("Europe/Paris"))
    return list(readers.read(Opened((path,), owner=owner)))


@pytest.mark.parametrize(
    ("name", "days", "first", "people"),
    [
        ("lorem-2000.txt", 235, "day=2019-04-16", 4),
        ("lorem-merge-part1.txt", 45, "day=2019-10-20", 4),
        ("lorem.txt", 67, "day=2020-01-15", 4),
    ],
)
def test_chats_are_read_by_day(name: str, days: int, first: str, people: int) -> None:
    (reading,) = read(CHATS / name, "John")
    assert (reading.origin, reading.read, reading.problems) == (Origin.WHATSAPP, days, ())
    assert reading.facts[0].record == first
    assert len(reading.cards) == people


def test_eight_in_a_group_are_too_many() -> None:
    (reading,) = read(CHATS / "pokemon.txt", "Misty")
    assert (reading.read, reading.facts, reading.problems) == (6, (), ())


@pytest.mark.parametrize("path", ["sample_export.zip", "sample_export"])
def test_a_whole_export_of_linkedin(path: str) -> None:
    readings = {Path(one.path).name: one for one in read(EXPORT / path)}
    assert all(one.problems == () for one in readings.values())
    given = readings["Recommendations_Given.csv"].facts
    received = readings["Recommendations_Received.csv"].facts
    assert {type(stated.fact) for stated in given} == {Gave}
    assert {type(stated.fact) for stated in received} == {Received}
    assert any(isinstance(one.fact, Encounter) for one in readings["Invitations.csv"].facts)
    assert readings["Connections.csv"].read == 2000
