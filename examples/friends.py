"""The Facebook export: names and days, with the letters spoilt as real exports spoil them."""

import json
from datetime import UTC, datetime, timedelta
from random import Random

from cast import Cast

_JOINED = datetime(2010, 9, 12, 18, 20, tzinfo=UTC)


def write(cast: Cast, dice: Random) -> bytes:
    """Return `your_friends.json`: UTF-8 read as Latin-1, and escaped, newest friend first."""
    names = [human.called("facebook") for human in cast.listed("facebook")]
    names.append("Jean Martin")
    days = sorted((dice.randrange(5400) for _ in names), reverse=True)
    dice.shuffle(names)
    rows = [
        {"name": name.encode().decode("latin-1"), "timestamp": int(_after(day).timestamp())}
        for name, day in zip(names, days, strict=True)
    ]
    return json.dumps({"friends_v2": rows}, indent=2).encode()


def _after(days: int) -> datetime:
    return _JOINED + timedelta(days=days, minutes=days % 700)
