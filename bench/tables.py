"""How few pairs meet twice at tables that people change between, beside what is proven.

    python bench/tables.py [PEOPLE/SEATS/ROUNDS …] [--seed N] [--scored]

For each occasion: repeats, the fewest that any plan can have, the share of pairs that could have
met at best and do not, CPU seconds, and beside it the repeats of tables drawn by lot. All is
counted again here. With --scored, invented offers and needs: the value, its bound, and that of a
plan that looks at repeats alone.
"""

import argparse
import random
import time
from collections import Counter
from itertools import combinations

import numpy as np

from entregent.matching.scores import Relevance
from entregent.matching.tables.plan import Wanted, even_sizes, repeats
from entregent.matching.tables.search import drawn
from entregent.matching.tables.solve import Seated, seat
from entregent.matching.tables.worth import worth

ASKED = """12/4/3 16/4/5 24/6/4 24/4/5 32/4/7 40/8/5 56/8/5 100/8/6 200/8/6 49/7/8 32/4/10
5000/10/6 64/8/9 30/6/5 10/4/3 9/3/4 1000/9/5 24/4/7 30/5/6 15/3/7 60/6/7 7/3/4 48/8/6"""
SCORED = "24/4/5 100/8/6 200/8/6 1000/8/6"
SUBJECTS, SAID = 40, 3


def counted(seated: Seated) -> int:
    """Count repeats pair by pair."""
    met = Counter(
        pair for held in seated.rounds for table in held for pair in combinations(table, 2)
    )
    return sum(times - 1 for times in met.values())


def invented(people: int, seed: int) -> Relevance:
    """Offers and needs of so many people, some of many subjects each."""
    dice = random.Random(seed)
    said = [
        [{f"s{n}" for n in dice.sample(range(SUBJECTS), SAID)} for _ in range(people)]
        for _ in range(2)
    ]
    return Relevance(*said)


def table_of(seated: Seated, people: int) -> np.ndarray:
    """Return the table of each person (column) in each round (row)."""
    at = np.zeros((len(seated.rounds), people), np.int64)
    for row, held in zip(at, seated.rounds, strict=True):
        for number, table in enumerate(held):
            row[list(table)] = number
    return at


def plain(people: int, seats: int, rounds: int, seed: int) -> str:
    """Measure repeats."""
    began = time.process_time()
    seated = seat(people, seats=seats, rounds=rounds, seed=seed)
    took = time.process_time() - began
    wanted = Wanted(even_sizes(people, -(-people // seats)), rounds)
    by_lot = repeats(wanted, drawn(wanted, rounds, random.Random(seed)))
    wrong = "" if counted(seated) == seated.repeats else "  counted wrongly!"
    return f"{seated.repeats:8} {seated.bound:8} {seated.gap:8.2%} {took:8.2f} {by_lot:8}{wrong}"


def scored(people: int, seats: int, rounds: int, seed: int) -> str:
    """Measure what is said."""
    scores = invented(people, seed)
    began = time.process_time()
    seated = seat(people, seats=seats, rounds=rounds, scores=scores, seed=seed)
    took = time.process_time() - began
    wanted = Wanted(even_sizes(people, -(-people // seats)), rounds)
    blind = table_of(seat(people, seats=seats, rounds=rounds, seed=seed), people)
    beside = worth(wanted, blind, scores)
    return f"{seated.value:8.1f} {seated.most:8.1f} {seated.gap:8.2%} {took:8.2f} {beside:8.1f}"


def main() -> None:
    """Print a row for each occasion."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("occasions", nargs="*")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--scored", action="store_true")
    args = parser.parse_args()
    measure = scored if args.scored else plain
    words = "value most gap cpu blind" if args.scored else "repeats bound gap cpu lot"
    print(f"{'':12}", *(f"{word:>8}" for word in words.split()))
    for occasion in args.occasions or (SCORED if args.scored else ASKED).split():
        people, seats, rounds = (int(n) for n in occasion.split("/"))
        print(f"{occasion:12}", measure(people, seats, rounds, args.seed), flush=True)


if __name__ == "__main__":
    main()
