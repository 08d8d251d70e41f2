"""Facebook's list of friends, and what its profile says of the owner."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from entregent.domain.facts import Connected, Tied
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Problem, Reading, Stated
from entregent.domain.words import Context, Origin
from entregent.exchange.facebook.document import day, line, name_of


def read_friends(friends: Sequence[Any], path: str, zone: ZoneInfo) -> Reading:
    """Read each friend as `name=…`, counted from the second of that name on: `name=… (2)`."""
    cards: list[Card] = []
    facts: list[Stated] = []
    problems: list[Problem] = []
    seen: Counter[str] = Counter()
    for number, friend in enumerate(friends, start=1):
        name = name_of(friend) if isinstance(friend, dict) else ""
        if not name:
            problems.append(Problem(f"row={number}", "facebook.no-name"))
            continue
        seen[name] += 1
        record = f"name={name}" if seen[name] == 1 else f"name={name} ({seen[name]})"
        ref = PersonId(record)
        address = line(friend.get("contact_info"))
        emails = (address,) if "@" in address else ()
        cards.append(Card(ref, record, (name,), emails=emails, known=True))
        facts.append(Stated(record, Tied(ref, ME, context=Context.PERSONAL)))
        if on := day(friend.get("timestamp"), zone):
            facts.append(Stated(record, Connected(ref, ME, on)))
    return Reading(path, Origin.FACEBOOK, len(friends), tuple(cards), tuple(facts), tuple(problems))


def read_profile(profile: Mapping[str, Any], path: str) -> Reading:
    """Read the owner's name and addresses, as `name=…`; the rest of a profile is left alone."""
    name = profile.get("name")
    parts = name if isinstance(name, dict) else {}
    full = line(parts.get("full_name")) or line(name)
    if not full:
        problem = Problem("row=1", "facebook.no-name")
        return Reading(path, Origin.FACEBOOK, 1, problems=(problem,))
    held = profile.get("emails")
    addresses = held.get("emails") if isinstance(held, dict) else None
    emails = [line(one) for one in addresses] if isinstance(addresses, list) else []
    me = Card(
        ref=ME,
        record=f"name={full}",
        names=(full,),
        given=line(parts.get("first_name")),
        family=line(parts.get("last_name")),
        emails=tuple(one for one in emails if "@" in one),
    )
    return Reading(path, Origin.FACEBOOK, 1, (me,))
