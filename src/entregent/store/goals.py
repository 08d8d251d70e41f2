"""Planned asks in the tables."""

from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select, update

from entregent.domain.asking import Goal, ToPerson
from entregent.domain.ids import AskId, PersonId
from entregent.store.adding import keys
from entregent.store.codec import coder, from_json, to_json
from entregent.store.reading import Identify, standing_id
from entregent.store.tables import goal

_GOAL = coder(Goal)


def goals(connection: Connection, identify: Identify = standing_id) -> list[Goal]:
    """Return the planned asks, oldest first."""
    statement = select(goal.c.data, identify(goal.c.person)).order_by(goal.c.seq)
    return [read_goal(data, target) for data, target in connection.execute(statement)]


def read_goal(data: str, target: PersonId | None) -> Goal:
    """Read a goal's columns; `target` stands for the person named in the data."""
    read: Goal = _GOAL.decode(from_json(data))
    return read if target is None else replace(read, target=ToPerson(target))


def keep(connection: Connection, planned: Goal) -> None:
    """Keep a goal, or its new state in its old place."""
    target = planned.target.person if isinstance(planned.target, ToPerson) else None
    row = {
        "person": None if target is None else keys(connection, {target})[target],
        "data": to_json(_GOAL.encode(planned)),
    }
    there = update(goal).where(goal.c.id == planned.id).values(row)
    if connection.execute(there).rowcount == 0:
        connection.execute(insert(goal).values(id=planned.id, **row))


def drop_goal(connection: Connection, ask: AskId) -> None:
    """Delete a goal; one that is not there is no matter."""
    connection.execute(delete(goal).where(goal.c.id == ask))
