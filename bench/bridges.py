"""How often a bridge is found where there is one, and none where there is none.

    python bench/bridges.py bench/events --part dev

Reads `profiles_*.jsonl` and `mono_PART_*.jsonl` of the folder, by authors who did not see the
engine: a monologue with the things of a profile that it truly touches, or none. Says in how many a
true one is among the first three, and first; how many of those without are told "no link"; what a
lookup costs, and how large the index of a profile is.
"""

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from entregent.coach.bridges import Index, Kind, Sayings, Thing, Vocabulary, index
from entregent.coach.bridges.lookup import look_up
from entregent.coach.bridges.offline import offline
from entregent.content import Content

_AGAIN = 20


def main() -> None:
    """Measure a part of the set and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=("dev", "later", "unseen"), default="dev")
    parser.add_argument("--show", action="store_true", help="name what went wrong; never on unseen")
    chosen = parser.parse_args()
    content = Content()
    vocabulary = Vocabulary.of(
        content.template("vocabulary/families"), content.template("vocabulary/languages")
    )
    profiles = {one["id"]: one for one in _lines(chosen.folder, "profiles_*.jsonl")}
    mine = {name: index(_things(one), vocabulary) for name, one in profiles.items()}
    talks = list(_lines(chosen.folder, f"mono_{chosen.part}_*.jsonl"))
    _found(talks, mine, show=chosen.show and chosen.part != "unseen")
    _cost(talks, mine)
    sizes = [
        len(json.dumps(offline(one, Sayings(content.template("playbook/bridges")))).encode())
        for one in mine.values()
    ]
    print(f"index of a profile, at most: {max(sizes) / 1000:.0f} kB")


def _found(talks: list[dict[str, Any]], mine: dict[str, Index], *, show: bool) -> None:
    among = first = silent = 0
    linked = [talk for talk in talks if talk["links"]]
    without = [talk for talk in talks if not talk["links"]]
    for talk in talks:
        wanted = {link["to"] for link in talk["links"]}
        found = [touch.thing.to for touch in look_up(talk["text"], mine[talk["profile"]])]
        among += bool(wanted & set(found))
        first += bool(wanted & set(found[:1]))
        silent += not wanted and not found
        if show and (not wanted & set(found) if wanted else found):
            print(f"  {talk['id']}: wanted {sorted(wanted)}, found {found}")
    print(f"a true link among the first three: {among} of {len(linked)}, first: {first}")
    print(f"no link, and told so: {silent} of {len(without)}")


def _cost(talks: list[dict[str, Any]], mine: dict[str, Index]) -> None:
    start = time.process_time()
    for _ in range(_AGAIN):
        for talk in talks:
            look_up(talk["text"], mine[talk["profile"]])
    spent = (time.process_time() - start) / _AGAIN
    words = sum(len(talk["text"].split()) for talk in talks)
    print(f"a lookup of 160 words: {spent / words * 160 * 1000:.2f} ms of CPU")


def _things(profile: dict[str, Any]) -> Iterator[Thing]:
    yield Thing(
        profile["company"],
        Kind.POSITION,
        f"{profile['title']}, {profile['company']}",
        profile["title"],
    )
    for held in profile["past"]:
        about = f"{held['title']}, {held['company']}"
        yield Thing(held["company"], Kind.FORMER, about, held["title"])
    for kind, name in (("project", "projects"), ("client", "clients"), ("topic", "topics")):
        yield from (Thing(text, Kind(kind), text) for text in profile[name])
    yield from (Thing(text, Kind.ADVICE, text) for text in profile["advice"])
    for person in profile["people"]:
        name = person["name"]
        yield from (Thing(name, Kind.PERSON, topic) for topic in person["topics"])
        trade = f"{person['title']}, {person['sector']}"
        yield Thing(name, Kind.TRADE, trade, person["sector"], person["company"])
        yield Thing(name, Kind.HOUSE, person["company"])


def _lines(folder: Path, pattern: str) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob(pattern)):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


if __name__ == "__main__":
    main()
