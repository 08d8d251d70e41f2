"""Conversations on Messenger: who wrote to whom on which day, never what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from entregent.domain.ids import ME
from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Origin
from entregent.exchange import talks
from entregent.exchange.facebook.document import day, line, listed, name_of

_PAIR = 2
_NOBODY = frozenset({"", "facebook user", "utilisateur facebook", "instagram user"})
"""How Facebook calls those who have left."""


@dataclass(slots=True)
class Thread:
    """One file of a conversation: who takes part, and who wrote at which instants."""

    path: str
    title: str
    people: tuple[str, ...]
    wrote: Sequence[tuple[str, object]]
    me: str | None = None


def parse_thread(document: Mapping[str, Any], path: str) -> Thread:
    """Return a conversation without its text; instants are in seconds since 1970, if numbers."""
    wrote = [
        (line(each.get("sender_name") or each.get("senderName")), _seconds(each))
        for each in listed(document, "messages") or ()
        if isinstance(each, dict)
    ]
    people = [name_of(each) for each in listed(document, "participants") or ()]
    every = dict.fromkeys((*people, *(sender for sender, _ in wrote)))
    return Thread(path, line(document.get("title")), tuple(filter(None, every)), wrote)


def told_by_itself(thread: Thread) -> str | None:
    """Return the owner's name where two people take part and the title is the other's."""
    mine = [name for name in thread.people if name != thread.title]
    alone = len(thread.people) == _PAIR and len(mine) == 1
    return mine[0] if alone else None


def read_thread(thread: Thread, zone: ZoneInfo) -> Reading:
    """Read a conversation whose owner is known: its people, then the days on which they wrote."""
    days: defaultdict[date, set[str]] = defaultdict(set)
    problems = []
    for number, (sender, at) in enumerate(thread.wrote, start=1):
        on = day(at, zone)
        if on is None:
            problems.append(Problem(f"message={number}", "import.bad-date", {"text": str(at)}))
        elif sender:
            days[on].add(sender)
    refs = {name: ME if name == thread.me else talks.ref(name) for name in thread.people}
    small = talks.is_small(set(refs.values()))
    known = [name for name in thread.people if small and name.casefold() not in _NOBODY]
    cards = tuple(talks.card(name, me=thread.me) for name in known)
    wrote = {on: {refs[name] for name in names if name in known} for on, names in days.items()}
    members = {refs[name] for name in known}
    facts = tuple(talks.encounters(Origin.FACEBOOK, wrote, members))
    return Reading(
        thread.path,
        Origin.FACEBOOK,
        len(days) + len(problems),
        cards,
        facts,
        tuple(problems),
        of_deeds=True,
    )


def _seconds(message: Mapping[str, Any]) -> object:
    at = message.get("timestamp_ms", message.get("timestamp"))
    return at / 1000 if isinstance(at, int | float) and not isinstance(at, bool) else at
