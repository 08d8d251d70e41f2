import time
from datetime import UTC, datetime
from itertools import islice
from uuid import UUID

from entregent.domain.ids import FactId, following
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


def test_ids_of_a_run_follow_one_another_and_leave_room_for_themselves(monkeypatch):
    ids = Uuids()
    made = [ids.run(3), ids.new()]
    assert list(islice(following(FactId(made[0])), 3))[-1] < made[1]
    monkeypatch.setattr(module.secrets, "randbits", lambda _: (1 << 48) - 3)
    first = Uuids().run(5)
    assert first.endswith("000000000000")
    assert UUID(first).version == 7
