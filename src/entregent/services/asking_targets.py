"""What a planned ask aims at."""

from entregent.domain.asking import Goal, Target, ToCompany, ToPerson, ToSector, ToTopic
from entregent.domain.ids import PersonId
from entregent.domain.text import company_key, fold


def aimed_at(goal: Goal) -> PersonId | None:
    """Return the person a goal is to reach, where it names one."""
    return goal.target.person if isinstance(goal.target, ToPerson) else None


def same_target(one: Target, other: Target) -> bool:
    """Tell whether two targets are one, however they are spelled."""
    return target_key(one) == target_key(other)


def target_key(target: Target) -> tuple[str, str]:
    """Return what every spelling of a target shares."""
    match target:
        case ToPerson(person=person):
            return ("person", person)
        case ToCompany(name=name):
            return ("company", company_key(name))
        case ToSector(name=name):
            return ("sector", fold(name))
        case ToTopic(words=words):
            return ("topic", fold(words))
        case _:
            return ("friends", "")
