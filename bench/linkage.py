"""Who is who on the public sets for record linkage, with splink measured beside, in the same run.

Every record becomes a card of a source of its own, and once more all of one list. Pairs of records
are counted: what is joined by itself; what is one human when every suggestion is accepted, and all
that follows from it; what splink makes of the same records, its best threshold chosen with the
truth before its eyes.

    python bench/linkage.py fake_1000_from_splink_demos.csv
    python bench/linkage.py FILE --febrl FOLDER   # dataset3.csv, dataset4a.csv and dataset4b.csv
"""

import argparse
import csv
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import combinations, count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import peer_splink

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card
from entregent.domain.words import Origin, Said
from entregent.identity.resolve import Known, Listing, resolve

Pair = tuple[int, int]
_ME = PersonId("me")


@dataclass(frozen=True, slots=True)
class Row:
    """A record of a set, in our words; `human` is the truth."""

    number: int
    human: str
    given: str
    family: str
    born: str
    town: str
    email: str = ""


def main() -> None:
    """Print a line a set and a way of telling."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("fake", type=Path, help="splink's fake_1000")
    parser.add_argument("--febrl", type=Path, help="the folder of FEBRL's sets")
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong pairs")
    chosen = parser.parse_args()
    print(f"{'set':12} {'told by':26} {'precision':>9} {'recall':>7} {'F1':>6} {'CPU':>8}")
    _measure("fake_1000", list(_fake(chosen.fake)), chosen.errors)
    if chosen.febrl:
        for name, files in (("FEBRL 3", ("3",)), ("FEBRL 4", ("4a", "4b"))):
            paths = [chosen.febrl / f"dataset{file}.csv" for file in files]
            _measure(name, list(_febrl(paths)), chosen.errors)


def _measure(name: str, rows: Sequence[Row], errors: int) -> None:
    truth = _pairs(_groups((row.number, row.human) for row in rows))
    begun = time.process_time()
    people, suggestions = _ours([row] for row in rows)
    spent = time.process_time() - begun
    joined = _pairs(_groups(enumerate(people)))
    accepted = _pairs(_groups(enumerate(_accepted(people, suggestions))))
    _print(name, "Entregent, by itself", joined, truth, spent)
    _print(name, "Entregent, all accepted", accepted, truth, spent)
    begun = time.process_time()
    listed = _pairs(_groups(enumerate(_accepted(*_ours([rows])))))
    _print(name, "the same, in one list", listed, truth, time.process_time() - begun)
    for one, other in sorted(accepted - truth)[:errors]:
        print("  wrong: ", rows[one], rows[other], sep="\n    ", file=sys.stderr)
    missed = sorted(truth - accepted)
    for one, other in missed[:: max(1, len(missed) // max(1, errors))][:errors]:
        print("  missed:", rows[one], rows[other], sep="\n    ", file=sys.stderr)
    begun = time.process_time()
    tried = list(peer_splink.pairs([_told(row) for row in rows])) if peer_splink.is_there() else []
    spent = time.process_time() - begun
    for way, made in (
        ("pairs", [made for _, made, _ in tried]),
        ("clusters", [_pairs(groups) for _, _, groups in tried]),
    ):
        if made:
            best = max(made, key=lambda each: _f1(each, truth))
            _print(name, f"splink, best {way}", best, truth, spent)
    if not tried:
        print(f"{name:12} splink is not installed: pip install entregent[bench]")


def _print(name: str, way: str, made: set[Pair], truth: set[Pair], spent: float) -> None:
    right = len(made & truth)
    precision, recall = right / max(1, len(made)), right / len(truth)
    f1 = _f1(made, truth)
    print(f"{name:12} {way:26} {precision:9.4f} {recall:7.3f} {f1:6.3f} {spent:6.2f} s", flush=True)


def _f1(made: set[Pair], truth: set[Pair]) -> float:
    return 2 * len(made & truth) / max(1, len(made) + len(truth))


def _fake(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            told = {key: value.strip() for key, value in row.items()}
            yield Row(
                number,
                told["cluster"],
                told["first_name"],
                told["surname"],
                told["dob"],
                told["city"],
                told["email"],
            )


def _febrl(paths: Iterable[Path]) -> Iterator[Row]:
    """Read FEBRL's sets; numbers of insurance, streets and postcodes have no place in a card."""
    numbers = count()
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, skipinitialspace=True):
                told = {key.strip(): value.strip() for key, value in row.items()}
                day = told["date_of_birth"]
                yield Row(
                    next(numbers),
                    told["rec_id"].split("-")[1],
                    told["given_name"],
                    told["surname"],
                    f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else "",
                    told["suburb"],
                )


def _ours(lists: Iterable[Sequence[Row]]) -> tuple[list[str], list[tuple[str, str]]]:
    """Return who each record is of, and the pairs of people that are suggested."""
    ids = count()
    found = resolve(
        [
            Listing(Origin.TABLE, f"{place}.csv", tuple(map(_card, some)))
            for place, some in enumerate(lists)
        ],
        Known((Person(_ME, ""),), _ME),
        lambda: PersonId(f"p{next(ids)}"),
    )
    people = [str(match.person) for matches in found.matches for match in matches]
    return people, [(pair.one, pair.other) for pair in found.suggestions]


def _card(row: Row) -> Card:
    details = [(Said.BIRTHDAY, row.born), (Said.PLACE, row.town)]
    name = f"{row.given} {row.family}".strip()
    return Card(
        PersonId(f"{row.number}"),
        f"row={row.number + 1}",
        (name,) if name else (),
        row.given,
        row.family,
        emails=(row.email,) if row.email else (),
        details=tuple((said, value) for said, value in details if value),
        known=True,
    )


def _told(row: Row) -> dict[str, str]:
    told = {field.name: str(getattr(row, field.name)) for field in fields(row)}
    del told["human"]
    return told


def _accepted(people: Sequence[str], suggestions: Iterable[tuple[str, str]]) -> list[str]:
    """Return who each record is of when every suggestion is accepted."""
    into: dict[str, str] = {}

    def root(one: str) -> str:
        while one in into:
            one = into[one]
        return one

    for one, other in suggestions:
        kept, gone = root(one), root(other)
        if kept != gone:
            into[gone] = kept
    return [root(one) for one in people]


def _groups(of: Iterable[tuple[int, str]]) -> Iterable[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, human in of:
        groups[human].append(number)
    return groups.values()


def _pairs(groups: Iterable[list[int]]) -> set[Pair]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


if __name__ == "__main__":
    main()
