"""An association's asks: how many are met, how the load lies, in how much CPU time.

Members of an invented association are tied by preferential attachment (each newcomer to 2 to 10
who are met in proportion to the ties they have); what they serve with, and what is wanted, is
unevenly spread over 200 words. Printed: requests met, the bound, the most asked of one, the Gini
index, beside what asking one's nearest tie gives.

    python bench/pool.py [--members 5000] [--requests 2000] [--weeks 12] [--seeds 1 2 3]
"""

import argparse
import time
from datetime import date, timedelta
from random import Random

from entregent.asks.pool.model import Member, MemberId, Pool, Request, RequestId
from entregent.asks.pool.route import route

START = date(2026, 3, 2)
WORDS = 200


def invented(seed: int, size: int, wanted: int, weeks: int) -> Pool:
    """Return an association, the same for each seed."""
    dice = Random(seed)

    def word() -> str:
        return f"word{min(int(dice.paretovariate(0.8)), WORDS)}"

    ids = [MemberId(f"m{n}") for n in range(size)]
    members = {
        who: Member(
            who,
            frozenset({word()}),
            dice.choice([0, 1, 1, 1, 2, 2, 3]),
            dice.choice([14, 14, 21]),
            START + timedelta(dice.choice([0, 0, 0, 5, 11])),
        )
        for who in ids
    }
    ties: dict[MemberId, dict[MemberId, float]] = {who: {} for who in ids}
    ends = ids[: min(20, size)]
    for who in ids:
        for _ in range(dice.randint(2, 10)):
            other = dice.choice(ends)
            if other != who:
                ties[who][other] = ties[other][who] = round(dice.uniform(0.05, 0.95), 3)
                ends += [who, other]
        ends.append(who)
    requests = []
    for n in range(wanted):
        opens = START + timedelta(dice.randint(0, max(7 * (weeks - 3), 0)))
        by = opens + timedelta(dice.choice([14, 21, 28, 42]))
        requests.append(Request(RequestId(f"r{n}"), dice.choice(ids), word(), opens, by))
    return Pool(members, ties, requests)


def main() -> None:
    """Route the pool of each seed and print a line."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--members", type=int, default=5000)
    options.add_argument("--requests", type=int, default=2000)
    options.add_argument("--weeks", type=int, default=12)
    options.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    given = options.parse_args()
    print("seed  met/bound        share  most/nearest  Gini/nearest  in two parts  CPU s")
    for seed in given.seeds:
        pool = invented(seed, given.members, given.requests, given.weeks)
        begun = time.process_time()
        routing = route(pool, START, given.weeks)
        spent = time.process_time() - begun
        met, spread, nearest = len(routing.routed), routing.spread, routing.nearest
        two = sum(len(one.turns) > 1 for one in routing.routed)
        print(
            f"{seed:4}  {met:6}/{routing.bound:<6}  {met / max(routing.bound, 1):7.3f}"
            f"  {spread.most:5}/{nearest.most:<6}  {spread.gini:.3f}/{nearest.gini:.3f}"
            f"  {two:12}  {spent:5.2f}"
        )


if __name__ == "__main__":
    main()
