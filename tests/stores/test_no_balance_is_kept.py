"""Facts are kept, balances never: nothing that is kept counts favours or ranks people."""

import types
from dataclasses import fields
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import Float, Integer, Numeric

from entregent.domain.asking import Goal
from entregent.domain.facts import Fact, Gave, Received
from entregent.domain.people import Person
from entregent.store.tables import METADATA

NUMBERS = {
    ("Received", "weight"),  # how much one favour weighed, in my own words
    ("Gave", "weight"),
    ("Rhythm", "days"),  # how often I wish to hear from somebody
    ("Capacity", "most"),  # how much I want to take on myself in a month
    ("Remembered", "place"),  # which of the people that one line tells of, in its order
}
COUNTED = {
    *("batch.n", "person.n", "file.n", "fact.seq", "encounter.seq", "goal.seq"),
    *("person.batch", "person.into", "person.merged", "person.root"),
    *("fact.batch", "fact.person", "fact.other", "fact.day", "fact.file"),
    *("encounter.batch", "encounter.person", "encounter.other"),
    *("encounter.day", "encounter.file", "goal.person"),
    *("trace.person", "trace.other", "trace.first", "trace.last"),
    *("trace.weight", "trace.times"),  # encounters added up, rebuilt from them by `doctor`
}


def numbers(kind: Any) -> bool:
    if get_origin(kind) in (Union, types.UnionType):
        return any(map(numbers, get_args(kind)))
    return kind in (int, float)


@pytest.mark.parametrize("kind", [*get_args(Fact), Goal, Person])
def test_no_field_of_what_is_kept_is_a_count(kind: type) -> None:
    hints = get_type_hints(kind)
    found = {(kind.__name__, one.name) for one in fields(kind) if numbers(hints[one.name])}
    assert found <= NUMBERS


def test_no_column_is_a_balance() -> None:
    counted = {
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        if isinstance(column.type, Integer | Float | Numeric)
    }
    assert counted == COUNTED


def test_favours_change_nothing_that_is_derived_and_kept(pen: Any) -> None:
    pen.write(new=["Léa"])
    before = pen.book.person(pen.who("Léa"))
    day = pen.met("Léa", "me", "2026-03-01").on
    pen.write(Received(pen.who("Léa"), day, "m'a relu"), Gave(pen.who("Léa"), day))
    assert pen.book.person(pen.who("Léa")) == before
