"""What a planned ask aims at."""

from entregent.domain.asking import Goal, ToPerson
from entregent.domain.ids import PersonId


def aimed_at(goal: Goal) -> PersonId | None:
    """Return the person a goal is to reach, where it names one."""
    return goal.target.person if isinstance(goal.target, ToPerson) else None
