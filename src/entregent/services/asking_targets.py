"""What a planned ask aims at."""

from entregent.domain.asking import Goal, Target, ToCompany, ToPerson, ToSector, ToTopic
from entregent.domain.ids import PersonId
from entregent.domain.text import company_key, fold


def aimed_at(goal: Goal) -> PersonId | None:
    """Return the person a goal is to reach, where it names one."""
    return goal.target.person if isinstance(goal.target, ToPerson) else None


def same_target(one: Target, other: Target) -> bool:
    """Tell whether two targets are one, however they are spelled."""
    match one, other:
        case ToCompany(name=first), ToCompany(name=second):
            return company_key(first) == company_key(second)
        case (ToSector(name=first), ToSector(name=second)) | (
            ToTopic(words=first),
            ToTopic(words=second),
        ):
            return fold(first) == fold(second)
        case _:
            return one == other
