"""Usage: whether a company's people may refer somebody."""

from entregent.asks.case import Case
from entregent.domain.facts import House
from entregent.domain.text import company_key
from entregent.domain.words import Kind, Usage


def policy(case: Case) -> House | None:
    """Return the company whose usage a referral would follow, with what is known of it.

    That is the company asked for, or else this person's current employer; of several, the first
    that takes referrals or might. An employer nobody named has no name. None for other kinds.
    """
    if case.kind is not Kind.REFERRAL:
        return None
    if case.company:
        return _house(case, case.company)
    houses = [_house(case, key) for key in case.situation.employers(case.person)]
    open_ones = [house for house in houses if house.referrals is not Usage.NO]
    return next(iter(open_ones + houses), House(""))


def _house(case: Case, key: str) -> House:
    known = case.situation.rules.houses.get(key)
    return known if known is not None else House(_name(case, key))


def _name(case: Case, key: str) -> str:
    """Return the company's name as this person's position spells it."""
    person = case.situation.people[case.person]
    names = person.companies(case.situation.today)
    return next((name for name in names if company_key(name) == key), key)
