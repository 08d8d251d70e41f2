"""An association's routing against a plain check of every rule, and against brute force."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise, product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.asks.pool.model import Member, MemberId, Pool, Request, RequestId, Routing
from entregent.asks.pool.route import route

START = date(2026, 3, 2)
SEEDS = st.integers(0, 10**9)


def drawn(seed: int, people: int, requests: int, weeks: int) -> Pool:
    """A small association: capacities 0 to 3 or none, rests of 0 to 21 days, ragged windows."""
    dice = Random(seed)
    ids = [MemberId(f"m{n}") for n in range(people)]
    words = [f"word{n}" for n in range(3)]
    members = {
        who: Member(
            who,
            frozenset(dice.sample(words, dice.randint(0, 2))),
            dice.choice([0, 1, 1, 2, 3, None]),
            dice.choice([0, 7, 14, 21]),
            dice.choice([None, START + timedelta(dice.randint(0, 30))]),
        )
        for who in ids
    }
    ties: dict[MemberId, dict[MemberId, float]] = defaultdict(dict)
    for _ in range(people * 2):
        one, other = dice.sample(ids, 2)
        ties[one][other] = ties[other][one] = dice.randint(1, 9) / 10
    asked = []
    for n in range(requests):
        opens = START + timedelta(dice.randint(-5, 7 * weeks + 3))
        by = opens + timedelta(dice.randint(0, 30))
        asked.append(Request(RequestId(f"r{n}"), dice.choice(ids), dice.choice(words), opens, by))
    return Pool(members, ties, asked)


def check(pool: Pool, routing: Routing, weeks: int) -> None:
    requests = {one.id: one for one in pool.requests}
    asked: dict[MemberId, list[date]] = defaultdict(list)
    assert {one.request for one in routing.routed}.isdisjoint(u.request for u in routing.unmet)
    assert len(routing.routed) + len(routing.unmet) == len(requests)
    for one in routing.routed:
        request = requests[one.request]
        came = request.asker
        for turn in one.turns:
            assert turn.member in pool.ties[came]
            assert turn.member != request.asker
            assert max(request.opens, START) <= turn.on <= request.by
            assert turn.on < START + timedelta(weeks=weeks)
            asked[turn.member].append(turn.on)
            came = turn.member
        assert request.wants in pool.members[came].serves
        assert [turn.on for turn in one.turns] == sorted(turn.on for turn in one.turns)
        if len(one.turns) == 2:
            assert came not in pool.ties[request.asker]
    for who, days in asked.items():
        member = pool.members[who]
        days.sort()
        assert member.free_from is None or days[0] >= member.free_from
        assert all((b - a).days >= member.rest_days for a, b in pairwise(days))
        months = Counter((day.year, day.month) for day in days)
        assert member.per_month is None or max(months.values()) <= member.per_month
    assert routing.loads == {who: len(days) for who, days in asked.items()}
    assert len(routing.routed) <= routing.bound


@given(SEEDS, st.integers(2, 25), st.integers(0, 40), st.integers(1, 12))
@settings(max_examples=150, deadline=None)
def test_no_rule_is_ever_broken(seed, people, requests, weeks):
    pool = drawn(seed, people, requests, weeks)
    check(pool, route(pool, START, weeks), weeks)


def most_direct(pool: Pool, weeks: int) -> int:
    """The most requests that their direct ties can serve, by trying everything, day by day."""
    last = START + timedelta(weeks=weeks, days=-1)
    best = 0

    def serving(request: Request) -> list[MemberId | None]:
        near = [
            who for who in pool.ties[request.asker] if request.wants in pool.members[who].serves
        ]
        return [None, *near]

    for choice in product(*(serving(request) for request in pool.requests)):
        count = sum(who is not None for who in choice)
        if count <= best:
            continue
        loads: dict[MemberId, list[Request]] = defaultdict(list)
        for request, who in zip(pool.requests, choice, strict=True):
            if who is not None:
                loads[who].append(request)
        if all(fits(pool.members[who], jobs, last) for who, jobs in loads.items()):
            best = count
    return best


def fits(member: Member, jobs: list[Request], last: date) -> bool:
    def place(left: list[Request], days: list[date]) -> bool:
        if not left:
            return True
        for job in left:
            day = max(job.opens, START, member.free_from or START)
            while day <= min(job.by, last):
                rested = all(abs((day - other).days) >= member.rest_days for other in days)
                month = sum((d.year, d.month) == (day.year, day.month) for d in days)
                room = member.per_month is None or month < member.per_month
                if rested and room and place([one for one in left if one is not job], [*days, day]):
                    return True
                day += timedelta(1)
        return False

    return place(jobs, [])


def test_small_associations_are_served_as_well_as_can_be():
    reached = possible = 0
    for seed in range(60):
        drawn_pool = drawn(seed, 6, 5, 4)
        pool = Pool(drawn_pool.members, drawn_pool.ties, drawn_pool.requests)
        routing = route(pool, START, 4)
        direct = sum(len(one.turns) == 1 for one in routing.routed)
        best = most_direct(pool, 4)
        assert best <= routing.bound
        reached += min(len(routing.routed), best)
        possible += best
        assert direct <= best
    assert possible > 60
    assert reached == possible


def test_what_members_did_before_is_nothing_the_router_is_told():
    told = set(Member.__dataclass_fields__) | set(Pool.__dataclass_fields__)
    assert told == {
        *("id", "serves", "per_month", "rest_days", "free_from"),
        *("members", "ties", "requests"),
    }


def test_moves_that_do_not_fit_together_are_put_back():
    pool = drawn(49, 12, 40, 8)
    check(pool, route(pool, START, 8), 8)
