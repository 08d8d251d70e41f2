import time
from datetime import UTC, datetime
from uuid import UUID

from entregent.store import ids as module
from entregent.store.ids import Uuids, instant, salt


def test_ids_are_version_7_and_bear_their_millisecond():
    before = time.time_ns() // 1_000_000
    made = UUID(Uuids().new())
    after = time.time_ns() // 1_000_000
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert before <= made.int >> 80 <= after


def test_each_id_is_later_than_all_before_it():
    ids = Uuids()
    made = [ids.new() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_a_clock_set_back_does_not_set_ids_back(monkeypatch):
    ids = Uuids()
    made = [ids.new()]
    monkeypatch.setattr(module.time, "time_ns", lambda: 1_000_000_000)
    made += [ids.new() for _ in range(100)]
    assert made == sorted(set(made))
    assert all(UUID(one).version == 7 for one in made)


def test_now_is_in_utc():
    assert instant().tzinfo is UTC
    assert abs((instant() - datetime.fromtimestamp(time.time(), UTC)).total_seconds()) < 60


def test_salts_differ():
    assert salt() != salt()
    assert len(salt()) == 16
