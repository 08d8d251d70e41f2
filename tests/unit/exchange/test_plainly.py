"""Values become what JSON holds."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import pytest

from entregent.domain.events import Mode
from entregent.domain.time_of_day import TimeOfDay
from entregent.exchange.plainly import plainly


@dataclass(frozen=True, slots=True)
class Waltz:
    on: date
    at: TimeOfDay | None
    modes: frozenset[Mode]
    steps: tuple[dict[Mode, int], ...]


def test_a_value_is_told_by_its_fields():
    steps = ({Mode.NETWORK: 3}, MappingProxyType({"left": 1}))
    waltz = Waltz(date(2026, 3, 1), TimeOfDay.parse("18:30"), frozenset(Mode), steps)
    assert plainly(waltz) == {
        "on": "2026-03-01",
        "at": "18:30",
        "modes": ["friendship", "network"],
        "steps": [{"network": 3}, {"left": 1}],
    }
    assert plainly((None, "é", 1.5, True)) == [None, "é", 1.5, True]


def test_what_json_has_no_word_for_is_refused():
    with pytest.raises(TypeError, match="bytes"):
        plainly({"a": b""})
