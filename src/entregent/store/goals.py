"""Planned asks in the tables."""

from dataclasses import replace
from typing import Literal

from entregent.domain.asking import Goal, ToPerson
from entregent.domain.ids import AskId, PersonId
from entregent.services.ports import BookError
from entregent.store.codec import coder, from_json, to_json
from entregent.store.plain import Plain

_GOAL = coder(Goal)
_GOALS = """
SELECT goal.data, said.id, stays.id FROM goal
LEFT JOIN person AS said ON said.n = goal.person
LEFT JOIN person AS stays ON stays.n = coalesce(said.root, said.n)
ORDER BY goal.seq
"""


def goals(ask: Plain, under: Literal["standing", "own"] = "standing") -> list[Goal]:
    """Return the planned asks, oldest first, aimed at people `under` which id."""
    return [
        read_goal(data, stays if under == "standing" else own)
        for data, own, stays in ask(_GOALS, {})
    ]


def read_goal(data: str, target: PersonId | None) -> Goal:
    """Read a goal's columns; `target` stands for the person named in the data."""
    read: Goal = _GOAL.decode(from_json(data))
    return read if target is None else replace(read, target=ToPerson(target))


def keep(ask: Plain, planned: Goal) -> None:
    """Keep a goal, or its new state in its old place.

    Raises BookError `book.unknown-person` for a target who is not in the book.
    """
    target = planned.target.person if isinstance(planned.target, ToPerson) else None
    values = {
        "id": planned.id,
        "person": None if target is None else _key(ask, target),
        "data": to_json(_GOAL.encode(planned)),
    }
    if ask("SELECT 1 FROM goal WHERE id = :id", {"id": planned.id}):
        ask("UPDATE goal SET person = :person, data = :data WHERE id = :id", values)
    else:
        ask("INSERT INTO goal (id, person, data) VALUES (:id, :person, :data)", values)


def _key(ask: Plain, person: PersonId) -> int:
    rows = ask("SELECT n FROM person WHERE id = :id", {"id": person})
    if not rows:
        raise BookError("book.unknown-person", person=person)
    key: int = rows[0][0]
    return key


def drop_goal(ask: Plain, goal: AskId) -> None:
    """Delete a goal; one that is not there is no matter."""
    ask("DELETE FROM goal WHERE id = :id", {"id": goal})
