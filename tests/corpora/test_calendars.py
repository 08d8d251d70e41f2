"""Real calendars by many hands; skipped where the corpus is absent."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.words import Channel
from entregent.exchange import calendar
from entregent.exchange.calendar import file

SIBLING = Path(__file__).parents[3] / "shared"
IMPORTS = Path(os.environ.get("ENTREGENT_SHARED", SIBLING)) / "data" / "imports"

pytestmark = pytest.mark.skipif(not IMPORTS.is_dir(), reason="no corpus of real files here")


def test_nearly_every_event_is_read_and_no_file_makes_a_fuss() -> None:
    files = events = unread = 0
    for path in sorted(IMPORTS.rglob("*.ics")):
        reading = calendar.read(path.read_bytes(), path.name, ZoneInfo("Europe/Paris"))
        files += 1
        events += reading.read
        unread += sum(one.what != "calendar.no-start" for one in reading.problems)
        assert {one.where for one in reading.problems} <= {
            f"event={number}" for number in range(1, reading.read + 1)
        }
        assert all(getattr(one.fact, "channel", None) is Channel.MET for one in reading.facts)
    assert files > 500
    assert unread <= 0.01 * events


def test_an_event_read_at_a_glance_is_what_the_library_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paths = sorted(IMPORTS.rglob("*.ics"))
    at_a_glance = [told(path) for path in paths]
    monkeypatch.setattr(file, "plain", dict[str, None]().get)
    differing = [
        path.name for path, one in zip(paths, at_a_glance, strict=True) if one != told(path)
    ]
    assert differing == [
        "083.ics",  # `DTSTART;;VALUE=DATE-TIME:` is a start, but the library sees none
        "broken_ical.ics",  # the same
    ]


def told(path: Path) -> tuple[object, ...]:
    reading = calendar.read(path.read_bytes(), path.name, ZoneInfo("Europe/Paris"))
    facts = sorted(repr((stated.record, stated.fact)) for stated in reading.facts)
    return (*sorted(map(repr, reading.cards)), *facts, *sorted(map(repr, reading.problems)))
