"""The best chains: Entregent beside others, on graphs that look real and on real ones, in one run.

Every question has at least one chain. Each peer runs in a process of its own, one after another;
each question is asked once (cold), and the first hundred again and again (warm). Every answer is
compared with ours: people, and odds to nine digits. Peers that need long get fewer questions, as
many as fit in `--budget` seconds; ratios are taken over the same questions.

    python bench/introductions.py                          # 1 M people, 10.1 M ties; all peers
    python bench/introductions.py --people 100000 --ties 1000000 --few-levels
    python bench/introductions.py --large                  # 5 M people, 70 M ties; only ours
    python bench/introductions.py --structures ../shared/data/graphs   # and the real ones there
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import introductions_table as table
import structure
from graphs import FEW_LEVELS, Ties, jlg, synthetic
from introductions_run import Case, Task, build, run
from peers import INSIDE, OURS, PEERS, TIES, TWIN, Peer

_QUESTIONS = {(1, 3): 2000, (100, 3): 1000, (1, 4): 500, (100, 4): 200}
"""How many questions by targets and ties: what a minute or so of drawing them gives."""
_DEEP = 3  # ties beyond which listing all simple paths is hopeless, and is not tried
_SPREAD = 20  # people from whom the best chain to everyone is found
_LARGE = (5_000_000, 70_000_000)


def main() -> None:
    """Print, for each graph, what it is, what loading takes, and a table a kind of question."""
    chosen = _arguments()
    with tempfile.TemporaryDirectory() as passing:
        keep = chosen.keep or Path(passing)
        for name, make in _graphs(chosen):
            folder = keep / name
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / TIES).exists():
                make().save(folder / TIES)
            _measure(name, folder, chosen)


def _graphs(chosen: argparse.Namespace) -> Iterator[tuple[str, Callable[[], Ties]]]:
    """Yield the name of each graph, which tells what is in it, and how to come by it."""
    levels = FEW_LEVELS if chosen.few_levels else ()
    people, ties = _LARGE if chosen.large else (chosen.people, chosen.ties)
    manner = f"seed-{chosen.seed}{'-few-levels' if levels else ''}"
    yield (
        f"invented-{people}-{ties}-{manner}",
        partial(synthetic, people, ties, chosen.seed, levels),
    )
    for path in sorted(chosen.structures.glob("*.jlg")) if chosen.structures else ():
        yield f"{path.stem}-{manner}", partial(jlg, path, chosen.seed, levels)


def _measure(name: str, folder: Path, chosen: argparse.Namespace) -> None:
    ties = Ties.load(folder / TIES)
    rows = structure.Rows.of(ties)
    table.graph(name, ties, rows, chosen.seed)
    cases = list(_cases(rows, chosen))
    spread = structure.known(rows, _SPREAD, chosen.seed) if chosen.best_to_all else []
    del ties, rows
    table.built(build(folder))
    table.loading()
    outcomes = {}
    for peer in _peers(chosen):
        fitting = [case for case in cases if peer.kind != "library" or case.hops <= _DEEP]
        task = Task(peer.name, folder, fitting, chosen.best, chosen.budget, spread)
        spreads = peer.name in (OURS, TWIN)
        outcomes[peer.name] = run(task if spreads else replace(task, spread=()))
        table.loaded(peer.name, outcomes[peer.name])
    for number, case in enumerate(cases):
        table.case(number, case, chosen.best, outcomes)
    if spread:
        table.spread(outcomes)


def _cases(rows: structure.Rows, chosen: argparse.Namespace) -> Iterator[Case]:
    for (targets, hops), many in _QUESTIONS.items():
        count = max(1, round(many * chosen.share))
        yield Case(targets, hops, structure.queries(rows, count, targets, hops, chosen.seed))


def _peers(chosen: argparse.Namespace) -> Iterator[Peer]:
    for peer in PEERS.values():
        wanted = not chosen.large if chosen.peers is None else peer.name in chosen.peers
        if peer.name == OURS or ((wanted or peer.name == INSIDE) and peer.is_there()):
            yield peer
        elif wanted:
            print(f"  {peer.name} is not measured: {peer.needs} is not installed")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--ties", type=int, default=10_100_000)
    parser.add_argument("--few-levels", action="store_true", help="strengths of 0.3, 0.6 and 0.9")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--best", type=int, default=10, help="chains wanted")
    parser.add_argument("--structures", type=Path, help="a folder of .jlg files, measured as well")
    parser.add_argument("--peers", nargs="*", choices=list(PEERS), help="only these beside ours")
    parser.add_argument("--budget", type=float, default=10, help="CPU seconds a peer and kind")
    parser.add_argument("--share", type=float, default=1, help="of the usual number of questions")
    parser.add_argument("--large", action="store_true", help="5 M people, 70 M ties, only ours")
    parser.add_argument("--best-to-all", action="store_true", help="also from one to everyone")
    parser.add_argument("--keep", type=Path, help="a folder that keeps graphs for the next time")
    return parser.parse_args()


if __name__ == "__main__":
    main()
