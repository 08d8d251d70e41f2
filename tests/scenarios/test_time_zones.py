"""A day is the owner's: what happened late at night counts from their own date."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.asking import Goal, ToPerson
from entregent.domain.ids import AskId
from entregent.domain.words import Kind
from entregent.exchange import journal
from entregent.exchange.mail.mbox import read
from entregent.services.asking import judge
from entregent.services.desk import Desk
from entregent.services.importing import import_files
from entregent.services.meant import who
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook

ME = b'me "Nadia Benali" email:nadia@exemple.fr\ntie "Ana Costa" closeness:good\n'
LETTER = """From nobody Sat Mar 01 00:00:00 2025
From: Ana Costa <ana@exemple.fr>
To: Nadia Benali <nadia@exemple.fr>
Date: Sat, 01 Mar 2025 {hour} +0000
Message-ID: <1@exemple.fr>
Subject: Bonjour

Bonjour
"""


@pytest.mark.parametrize(
    ("hour", "zone", "first"),
    [
        ("23:30:00", "UTC", "2026-03-01"),
        ("23:30:00", "Europe/Paris", "2026-03-02"),
        ("00:30:00", "Europe/Paris", "2026-03-01"),
        ("00:30:00", "America/Montreal", "2026-02-28"),
        ("12:30:00", "Pacific/Kiritimati", "2026-03-02"),
    ],
)
def test_a_silence_of_a_year_begins_on_the_owners_own_day(hour, zone, first):
    there = ZoneInfo(zone)
    ids = Uuids()
    now = datetime(2026, 6, 1, 12, tzinfo=UTC)
    desk = Desk(MemoryBook(ids), ids, now.date(), now, Settings(timezone=zone))
    letter = read(LETTER.format(hour=hour).encode(), "mail.mbox", there)
    import_files(desk, [journal.read(ME, "me.journal", there), letter], dry_run=False)
    ana = who(desk, "Ana").id
    goal = Goal(AskId("this"), Kind.ADVICE, ToPerson(ana))

    def silent(day):
        (one,) = judge(replace(desk, today=day), goal).candidates
        return [reason.code.value for reason in one.because] == ["dormant"]

    began = date.fromisoformat(first)
    assert silent(began)
    assert not silent(began.fromordinal(began.toordinal() - 1))
