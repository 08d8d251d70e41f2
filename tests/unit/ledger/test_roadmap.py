"""A plan replaces the one before it as a whole."""

from datetime import date

from entregent.domain.facts import Detail, Entry, Source
from entregent.domain.ids import AskId, BatchId, FactId, PersonId
from entregent.domain.upkeep import Planned
from entregent.domain.words import Kind, Origin, Said
from entregent.ledger.roadmap import in_force

MONDAY = date(2026, 3, 2)
LEA, OMAR = PersonId("léa"), PersonId("omar")


def entry(batch: str, fact: object) -> Entry:
    return Entry(FactId("f"), BatchId(batch), fact, Source(Origin.HAND))  # type: ignore[arg-type]


def step(person: PersonId, day: int) -> Planned:
    return Planned(person, MONDAY, "a", AskId("ask"), Kind.ADVICE, date(2026, 3, day))


def test_the_steps_of_the_last_plan_stand_by_day() -> None:
    """
    2026-03-02 planned Léa (5 March), in a plan that another replaced
    2026-03-02 planned Omar (9 March) and Léa (6 March)
    """
    entries = [
        entry("batch-1", step(LEA, 5)),
        entry("batch-2", step(OMAR, 9)),
        entry("batch-2", step(LEA, 6)),
        entry("batch-3", Detail(LEA, Said.NAME, "Léa")),
    ]
    assert [one.due.day for one in in_force(entries)] == [6, 9]
    assert [one.due.day for one in in_force(entries[:1])] == [5]
    assert in_force([]) == ()
