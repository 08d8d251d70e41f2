"""What `introductions.py` prints."""

from collections.abc import Mapping, Sequence
from statistics import median

import structure
from graphs import Ties
from introductions_run import Built, Case, Outcome
from peers import OURS, PEERS
from structure import Rows
from timed import Timing, quantile

_MEGA = 1e6
_MILLI = 1e-3  # of microseconds
_HALF, _MOST = 0.5, 0.99


def graph(name: str, ties: Ties, rows: Rows, seed: int) -> None:
    """Say what a graph is like."""
    print(f"\n{name}: {ties.people:,} people, {ties.a.size:,} ties")
    shares = [f"{share:.0%} {value:,}" for share, value in structure.degrees(rows)]
    print(f"  ties a person, quantiles: {', '.join(shares)}")
    near = structure.within(rows, 3, seed)
    closed = structure.clustering(rows, seed)
    print(f"  clustering {closed:.2f}; {near:.0%} of random pairs within 3 ties", flush=True)


def built(told: Built) -> None:
    """Say what building our file takes."""
    print(
        f"  built in {told.cpu:.1f} s CPU, {told.wall:.1f} s; {told.peak / _MEGA:,.0f} MB at most;"
        f" the file: {told.size / _MEGA:,.1f} MB, opened in {told.opening * _MILLI:.2f} ms\n"
    )


def loading() -> None:
    """Print the head of the table of loading."""
    print(f"  {'':22} {'ready CPU s':>12} {'MB then':>9} {'MB after':>9} {'first question ms':>18}")


def loaded(name: str, outcome: Outcome) -> None:
    """Print what loading a peer took."""
    told = outcome.loaded
    if told is None:
        print(f"  {name:22} {outcome.failed}", flush=True)
        return
    print(
        f"  {name:22} {told.cpu:12.2f} {told.memory / _MEGA:9,.0f} {outcome.memory / _MEGA:9,.0f}"
        f" {told.first * _MILLI:18.3f}  {outcome.failed}",
        flush=True,
    )


def case(number: int, asked: Case, best: int, outcomes: Mapping[str, Outcome]) -> None:
    """Print a line a peer for one kind of question, and how far ahead ours is."""
    many = f"{asked.targets} target{'s' if asked.targets > 1 else ''}"
    print(
        f"\n  {many}, at most {asked.hops} ties, {best} best; {len(asked.questions)} questions"
        " with a chain; microseconds"
    )
    print(
        f"  {'':22} {'asked':>6} {'CPU p50':>10} {'p99':>10} {'wall p50':>10} {'p99':>10}"
        f" {'warm p50':>10} {'p99':>10} {'× p50':>8} {'× p99':>8}  same answers"
    )
    ours = outcomes[OURS].cold[number]
    ratios = {}
    for name, outcome in outcomes.items():
        if number < len(outcome.cold):
            timing = outcome.cold[number]
            ratios[name] = _ratios(timing, ours)
            _line(name, timing, outcome.warm[number], ratios[name], _same(timing, ours))
    _ahead("the best written by hand", "by hand", ratios)
    _ahead("the best call of a library", "library", ratios)


def spread(outcomes: Mapping[str, Outcome]) -> None:
    """Print what the best chains from one person to everyone take."""
    print("\n  the best chain of at most 3 ties to everyone, CPU ms, median and most")
    for name, outcome in outcomes.items():
        if outcome.spread:
            took = [value * _MILLI for value in outcome.spread]
            print(f"  {name:22} {median(took):10.2f} {max(took):10.2f}")


def _line(
    name: str, timing: Timing, warm: Sequence[float], ratios: tuple[float, float] | None, same: str
) -> None:
    columns = [
        f"{quantile(each, share):10,.1f}" if each else f"{'–':>10}"
        for each in (timing.cpu, timing.wall, warm)
        for share in (_HALF, _MOST)
    ]
    times = (f"{value:8,.1f}" for value in ratios) if ratios else (f"{'–':>8}",) * 2
    print(f"  {name:22} {len(timing.wall):6}", *columns, *times, f" {same}", flush=True)


def _ratios(timing: Timing, ours: Timing) -> tuple[float, float] | None:
    """Return how many times our CPU time a peer needs, median and p99, over the same questions."""
    if not timing.cpu:
        return None
    same = len(timing.cpu)
    half, most = (
        quantile(timing.cpu, share) / quantile(ours.cpu[:same], share) for share in (_HALF, _MOST)
    )
    return half, most


def _same(timing: Timing, ours: Timing) -> str:
    """Return how many answers are ours."""
    if not timing.answers or timing is ours:
        return ""
    pairs = list(zip(timing.answers, ours.answers, strict=False))
    return f"{sum(one == other for one, other in pairs)} of {len(pairs)}"


def _ahead(whom: str, kind: str, ratios: Mapping[str, tuple[float, float] | None]) -> None:
    others = [pair for name, pair in ratios.items() if pair and PEERS[name].kind == kind]
    if others:
        half, most = (min(pair[place] for pair in others) for place in (0, 1))
        print(f"  times faster than {whom}: {half:,.1f} at p50, {most:,.1f} at p99")
