"""Facebook's list of friends."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from mmap import mmap
from typing import Any
from zoneinfo import ZoneInfo

from entregent.domain.facts import Tied
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Problem, Reading, Stated
from entregent.domain.words import Context, Origin
from entregent.exchange.text import decode, one_line

ORIGIN = Origin.FACEBOOK

_KEYS = ("friends_v2", "friends")
_HEAD = re.compile(r'\s*\{\s*"(?:friends_v2|friends)"\s*:\s*\[')


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001 - all alike
    """Tell whether a file that starts with `head` is a list of friends."""
    return _HEAD.match(decode(head)) is not None


def read(data: bytes | mmap, path: str, *, zone: ZoneInfo) -> Reading:  # noqa: ARG001 - all alike
    """Read each friend as `name=…`, counted from the second of that name on: `name=… (2)`."""
    friends = _friends(decode(bytes(data)))
    if friends is None:
        return Reading(path, ORIGIN, 0, problems=(Problem("", "facebook.not-friends"),))
    cards, facts, problems = [], [], []
    seen: Counter[str] = Counter()
    for number, friend in enumerate(friends, start=1):
        name = _name(friend)
        if not name:
            problems.append(Problem(f"row={number}", "facebook.no-name"))
            continue
        seen[name] += 1
        record = f"name={name}" if seen[name] == 1 else f"name={name} ({seen[name]})"
        ref = PersonId(record)
        cards.append(Card(ref, record, (name,), known=True))
        facts.append(Stated(record, Tied(ref, ME, context=Context.PERSONAL)))
    return Reading(path, ORIGIN, len(friends), tuple(cards), tuple(facts), tuple(problems))


def repair(text: str) -> str:
    """Undo UTF-8 written as if it were Latin-1, only where that gives UTF-8 again."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _friends(text: str) -> Sequence[Any] | None:
    """Return the friends of a file's JSON; None when it is no list of friends."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    lists = (document[key] for key in _KEYS if isinstance(document.get(key), list))
    return next(lists, None)


def _name(friend: object) -> str:
    name = friend.get("name") if isinstance(friend, dict) else None
    return one_line(repair(name)) if isinstance(name, str) else ""
