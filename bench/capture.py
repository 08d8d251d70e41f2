"""How much of what people type about somebody just met is understood.

    python bench/capture.py FOLDER --part dev           # the lines the words were tuned on
    python bench/capture.py FOLDER --part unseen          # lines of other authors, never read
    python bench/capture.py FOLDER --part dev --wrong   # each field that is not right

FOLDER holds `capture_PART_*.jsonl`, lines with what their author says they mean. An encounter has
nine fields. A name, a company, a role, an address or a day is right when it is the label's but for
capitals, accents and punctuation; topics, promises of each side and the next step are right when
each one shares at least 0.6 of its telling words with one of the label's (Dice, on the first five
letters), and none is left over on either side. `filled` counts only the fields that the label or
the answer fills. `invented` are values with a word that the line does not hold, and days that the
label has not; `beside` are values where the label has none.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

from entregent.coach.capture.reading import understand
from entregent.coach.capture.said import By, Encountered, Understood
from entregent.coach.capture.vocabulary import Vocabulary
from entregent.content import Content
from entregent.domain.text import tokens
from entregent.services.reference import Reference

FIELDS = ("name", "company", "role", "topics", "by me", "by them", "next", "day", "contact")
FREE = frozenset({"topics", "by me", "by them", "next"})
ALIKE = 0.6
ROOT = 5
CONTENT = Content()
WORDS = Vocabulary.of(
    *(CONTENT.template(f"vocabulary/{n}") for n in ("capture", "capture-names", "capture-known")),
    Reference(CONTENT).sectors,
)

Fields = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Judged:
    """One field of one encounter: what was answered, what the label says, and whether it fits."""

    line: str
    name: str
    answered: tuple[str, ...]
    label: tuple[str, ...]
    right: bool
    held: int = 0
    """How many of the values answered are the label's."""


def answered(one: Encountered) -> Fields:
    """Return the fields of an answer."""
    contact = (one.contact.email, one.contact.phone, one.contact.url)
    return {
        "name": some(one.name),
        "company": some(one.company),
        "role": some(one.role),
        "topics": one.topics,
        "by me": tuple(each.what for each in one.promises if each.by is By.ME),
        "by them": tuple(each.what for each in one.promises if each.by is By.THEM),
        "next": some(one.next.what if one.next else ""),
        "day": some(one.next.day.isoformat() if one.next and one.next.day else ""),
        "contact": tuple(filter(None, contact)),
    }


def labelled(row: Mapping[str, Any]) -> Fields:
    """Return the fields of a label."""
    step = row["next"] or {}
    return {
        "name": some(row["name"]),
        "company": some(row["company"]),
        "role": some(row["role"]),
        "topics": tuple(row["topics"]),
        "by me": tuple(each["what"] for each in row["promises"] if each["by"] == "me"),
        "by them": tuple(each["what"] for each in row["promises"] if each["by"] == "them"),
        "next": some(step.get("what")),
        "day": some(step.get("date")),
        "contact": tuple(filter(None, row["contact"].values())),
    }


def some(value: str | None) -> tuple[str, ...]:
    """Return a value as several, none where it is empty."""
    return (value,) if value else ()


def roots(text: str) -> frozenset[str]:
    """Return the beginnings of the telling words of a text, of all where none tells."""
    words = tokens(text)
    telling = [word for word in words if word not in WORDS.small]
    return frozenset(word[:ROOT] for word in telling or words)


def alike(name: str, one: str, other: str) -> bool:
    """Tell whether two values of a field say the same."""
    if name not in FREE:
        return tokens(one) == tokens(other)
    mine, theirs = roots(one), roots(other)
    return 2 * len(mine & theirs) >= ALIKE * (len(mine) + len(theirs)) > 0


def judge(line: str, name: str, mine: Sequence[str], theirs: Sequence[str]) -> Judged:
    """Compare one field."""
    left = list(theirs)
    held = 0
    for value in mine:
        fitting = next((each for each in left if alike(name, value, each)), None)
        if fitting is not None:
            left.remove(fitting)
            held += 1
    right = held == len(mine) and not left
    return Judged(line, name, tuple(mine), tuple(theirs), right, held)


def compare(row: Mapping[str, Any], said: Understood) -> list[Judged]:
    """Compare a line's answer with its label, each person with the one of the label they fit."""
    mine = [answered(one) for one in said.encounters]
    theirs = [labelled(one) for one in row["encounters"]]
    empty = dict.fromkeys(FIELDS, ())
    size = max(len(mine), len(theirs))
    mine += [empty] * (size - len(mine))
    theirs += [empty] * (size - len(theirs))
    tries = [
        [judge(row["id"], name, one[name], other[name]) for one, other in pairs for name in FIELDS]
        for order in permutations(theirs)
        for pairs in [list(zip(mine, order, strict=True))]
    ]
    return max(tries, key=lambda judged: sum(one.right for one in judged))


def invented(row: Mapping[str, Any], one: Judged) -> list[str]:
    """Return the values of a field that the line does not hold."""
    if one.name == "day":
        return [value for value in one.answered if not one.label]
    if one.name == "contact":
        return [value for value in one.answered if value not in row["text"]]
    # French verbs are told in the infinitive, which changes no more than their endings
    line = "".join(tokens(row["text"]))
    return [
        value
        for value in one.answered
        if any(root[:3] not in line for root in roots(value) if root not in _CHANGED)
    ]


_CHANGED = frozenset({"revoi", "voir", "envoy", "aller", "faire", "rappe", "tel"})


def rows(folder: Path, part: str) -> Iterator[Mapping[str, Any]]:
    """Yield the lines of one part."""
    for file in sorted(folder.glob(f"capture_{part}_*.jsonl")):
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=("dev", "later", "unseen"), default="dev")
    parser.add_argument("--wrong", action="store_true", help="show fields that are not right")
    given = parser.parse_args()
    judged: list[Judged] = []
    made: list[str] = []
    people = Counter[str]()
    begun = time.process_time()
    lines = list(rows(given.folder, given.part))
    answers = [understand(row["text"], date.fromisoformat(row["today"]), WORDS) for row in lines]
    spent = time.process_time() - begun
    for row, said in zip(lines, answers, strict=True):
        found = compare(row, said)
        judged += found
        made += [f"{row['id']}: {value}" for one in found for value in invented(row, one)]
        people["same" if len(said.encounters) == len(row["encounters"]) else "other"] += 1
        if given.wrong and given.part != "unseen" and not all(one.right for one in found):
            print(row["id"], row["text"])
            for one in found:
                if not one.right:
                    print(f"    {one.name}: {list(one.answered)} for {list(one.label)}")
    show(judged, made, people, spent / len(lines))


def show(judged: Sequence[Judged], made: Sequence[str], people: Counter[str], each: float) -> None:
    """Print the tables."""
    print(f"{'field':10} right  filled  precision  recall")
    for name in (*FIELDS, "all"):
        some_of = [one for one in judged if name in ("all", one.name)]
        filled = [one for one in some_of if one.answered or one.label]
        held = sum(one.held for one in some_of)
        answers, labels = (
            sum(len(v) for v in vs)
            for vs in zip(*((one.answered, one.label) for one in some_of), strict=True)
        )
        print(
            f"{name:10} {share(sum(o.right for o in some_of), len(some_of))}   "
            f"{share(sum(o.right for o in filled), len(filled))}      "
            f"{share(held, answers)}   {share(held, labels)}"
        )
    beside = [one for one in judged if one.answered and not one.label]
    print(f"lines with as many people as the label: {people['same']} of {people.total()}")
    print(f"invented values: {len(made)}; values beside the label: {len(beside)}")
    print(f"CPU a line: {1000 * each:.2f} ms")


def share(part: int, whole: int) -> str:
    """Return a share in hundredths."""
    return f"{part / whole:5.3f}" if whole else "    –"


if __name__ == "__main__":
    main()
