"""Facebook's files read together: the profile and each conversation tell who the owner is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from mmap import mmap
from zoneinfo import ZoneInfo

from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Origin
from entregent.exchange.bounds import is_too_much
from entregent.exchange.facebook.document import listed, parse
from entregent.exchange.facebook.friends import read_friends, read_profile
from entregent.exchange.facebook.threads import Thread, parse_thread, read_thread, told_by_itself
from entregent.exchange.owner import Owner
from entregent.exchange.text import decode

ORIGIN = Origin.FACEBOOK

_LISTS = ("friends_v2", "friends")
_PROFILES = ("profile_v2", "profile")
_HEAD = re.compile(
    r'\s*\{\s*"(?:(?:friends_v2|friends|participants)"\s*:\s*\[|profile(?:_v2)?"\s*:\s*\{\s*"name")'
)


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001 - all alike
    """Tell whether a file that starts with `head` holds friends, a conversation or a profile."""
    return _HEAD.match(decode(head)) is not None


def read(data: bytes | mmap, path: str, *, zone: ZoneInfo) -> Reading:
    """Read one file that stands alone."""
    return next(read_export([(path, data)], zone=zone, owner=Owner()))


def read_export(
    files: Iterable[tuple[str, bytes | mmap]], *, zone: ZoneInfo, owner: Owner
) -> Iterator[Reading]:
    """Read the files of an export, a reading each, conversations last.

    What is known of the `owner` grows by what the files tell.
    """
    threads: list[Thread] = []
    for path, data in files:
        text = decode(bytes(data))
        if is_too_much(text):
            yield Reading(path, ORIGIN, 0, problems=(Problem("", "import.too-big"),))
            continue
        document = parse(text)
        friends = listed(document, *_LISTS)
        profile = next((found for key in _PROFILES if (found := document.get(key))), None)
        if friends is not None:
            yield read_friends(friends, path, zone)
        elif isinstance(profile, dict):
            reading = read_profile(profile, path)
            owner.learn(reading)
            yield reading
        elif listed(document, "participants") is not None:
            threads.append(parse_thread(document, path))
        else:
            yield Reading(path, ORIGIN, 0, problems=(Problem("", "facebook.not-friends"),))
    yield from _conversations(threads, zone, owner)


def _conversations(threads: Sequence[Thread], zone: ZoneInfo, owner: Owner) -> Iterator[Reading]:
    for thread in threads:
        thread.me = told_by_itself(thread)
        owner.add([thread.me] if thread.me else [])
    everywhere = _everywhere(threads)
    for thread in threads:
        known = owner.among(thread.people)
        thread.me = known or thread.me or (everywhere if everywhere in thread.people else None)
        if thread.me is None:
            problem = Problem("", "facebook.owner-unknown", {"names": ", ".join(thread.people[:5])})
            yield Reading(thread.path, ORIGIN, 0, problems=(problem,))
        else:
            yield read_thread(thread, zone)


def _everywhere(threads: Sequence[Thread]) -> str | None:
    """Return the only one who takes part in every conversation, of two or more; else None."""
    counted = Counter(name for thread in threads for name in thread.people)
    found = [name for name, n in counted.items() if n == len(threads)]
    return found[0] if len(found) == 1 and len(threads) > 1 else None
