"""How well people are told apart: invented humans imported from real files, against the truth.

Pairs of records are counted: precision and recall of what is joined by itself, recall when every
suggestion is accepted, in one import and file by file in another order.

    python bench/merging.py         # five files, everybody in each with six chances of ten
    python bench/merging.py --ten   # ten formats
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import humans
import ten_formats

from entregent import bootstrap
from entregent.domain.ids import PersonId
from entregent.services.desk import Desk
from entregent.services.importing import import_files
from entregent.services.merging import alike
from entregent.services.ports import Opened
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
SEEDS = (101, 102, 103)


def main() -> None:
    """Print a row a seed, and the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="*", default=SEEDS)
    parser.add_argument("--ten", action="store_true", help="ten formats, everybody in 3 to 5")
    parser.add_argument("--errors", type=int, default=0, help="show wrong pairs")
    chosen = parser.parse_args()
    rows = []
    print("seed   records  precision  recall  with suggestions  suggestions  machines  same order")
    for seed in chosen.seeds:
        rows.append(
            _measure(seed, ten_formats.write if chosen.ten else humans.write, chosen.errors)
        )
        n, precision, recall, suggested, asked, machines, same = rows[-1]
        print(
            f"{seed:5} {n:8} {precision:10.4f} {recall:7.3f} {suggested:17.3f} {asked:12}"
            f" {machines:9} {same:11.4f}"
        )
    means = [statistics.mean(column) for column in zip(*rows, strict=True)]
    print(f"mean  {means[0]:8.0f} {means[1]:10.4f} {means[2]:7.3f} {means[3]:17.3f}")


def _measure(
    seed: int, write: Callable[[int, Path], humans.World], errors: int
) -> tuple[int, float, float, float, int, int, float]:
    with tempfile.TemporaryDirectory() as folder:
        world = write(seed, Path(folder))
        files = sorted(Path(folder).iterdir())
        begun = time.process_time()
        desk = _imported([files])
        spent = time.process_time() - begun
        other = _imported([[file] for file in reversed(files)])
    whose = {key: human for key, human in world.truth.items() if human != humans.NOBODY}
    found = _records(desk, whose)
    held = {record for records in found.values() for record in records}
    if strayed := {key for key, one in whose.items() if one >= 0} - held:
        print(f"  {len(strayed)} records nobody has: {min(strayed)}", file=sys.stderr)
    truth = _pairs(_grouped(whose).values())
    made = _pairs(found.values())
    wrong = sorted(made - truth)
    for one, two in wrong[:errors]:
        print("  wrong:", one[1], two[1], Path(one[0]).name, Path(two[0]).name, file=sys.stderr)
    for one, two in sorted(truth - made)[:: max(1, len(truth - made) // max(1, errors))][:errors]:
        print("  missed:", *(f"{Path(p).name} {r}" for p, r in (one, two)), file=sys.stderr)
    asked = {
        pair
        for one in alike(desk)
        for pair in _pairs([[*found.get(one.one.id, []), *found.get(one.other.id, [])]])
    }
    machines = sum(
        human == humans.MACHINE for records in found.values() for human in map(whose.get, records)
    )
    same = len(made & _pairs(_records(other, whose).values())) / max(1, len(made))
    print(f"  import {spent:.2f} s CPU", file=sys.stderr)
    return (
        len(whose),
        1 - len(wrong) / max(1, len(made)),
        len(made & truth) / len(truth),
        len((made | asked) & truth) / len(truth),
        len(alike(desk)),
        machines,
        same,
    )


def _imported(lots: Iterable[list[Path]]) -> Desk:
    ids = Uuids()
    desk = Desk(MemoryBook(ids, now=lambda: NOW), ids, NOW.date(), NOW, Settings())
    for paths in lots:
        readings = bootstrap.readers().read(Opened(tuple(paths)))
        import_files(desk, readings, dry_run=False)
    return desk


def _records(
    desk: Desk, whose: dict[tuple[str, str], int]
) -> dict[PersonId, list[tuple[str, str]]]:
    return {
        person.id: sorted(
            {(s.file, s.record) for s in person.sources if (s.file, s.record) in whose}
        )
        for person in desk.book.people()
    }


def _grouped(whose: dict[tuple[str, str], int]) -> dict[int, list[tuple[str, str]]]:
    groups: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for record, human in whose.items():
        if human >= 0:
            groups[human].append(record)
    return groups


def _pairs(groups: Iterable[list[tuple[str, str]]]) -> set[tuple[tuple[str, str], tuple[str, str]]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


if __name__ == "__main__":
    main()
