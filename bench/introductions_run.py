"""One peer, one graph, one fresh process: loaded, asked, and its memory weighed."""

import gc
import multiprocessing as mp
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import TypeVar, cast

import peers
import timed
from graphs import Ties
from structure import Query
from timed import Timing

Said = Iterator[tuple[str, object]]
T = TypeVar("T")

_PAGE = 4096
_OPENINGS = 9
_LOADING = 900  # seconds on the wall after which a peer is given up
_WARM = 100  # questions that are asked again and again
_PATIENCE = 6  # times the budget after which a question that does not end is given up


@dataclass(frozen=True, slots=True)
class Case:
    """Questions of one kind about one graph."""

    targets: int
    hops: int
    questions: list[Query]


@dataclass(frozen=True, slots=True)
class Built:
    """What building our graph takes: CPU and wall seconds, the process at its largest, the file.

    `opening` is in microseconds on the wall, the file being in the system's memory; sizes are in
    bytes, and `peak` holds the columns that were given.
    """

    cpu: float
    wall: float
    peak: int
    size: int
    opening: float


@dataclass(frozen=True, slots=True)
class Loaded:
    """What it takes to be ready: CPU and wall seconds, and the memory it leaves taken, in bytes."""

    cpu: float
    wall: float
    memory: int
    first: float
    """Microseconds of the first question of all, on the wall."""


@dataclass(slots=True)
class Outcome:
    """What a peer did with each case; None for one it did not finish."""

    loaded: Loaded | None = None
    memory: int = 0
    """Taken after all questions, in bytes."""
    cold: list[Timing] = field(default_factory=list)
    warm: list[list[float]] = field(default_factory=list)
    spread: list[float] = field(default_factory=list)
    """Microseconds of CPU of the best chain to everyone, for some people."""
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What a process is told to do."""

    peer: str
    folder: Path
    cases: Sequence[Case]
    best: int
    budget: float
    spread: Sequence[int] = ()


def run(task: Task) -> Outcome:
    """Let a peer do its task in a process of its own, and give up on it when it hangs."""
    outcome = Outcome()
    try:
        for name, value in _told_by(_work, task, _LOADING, _PATIENCE * task.budget + 60):
            if name in ("cold", "warm"):
                getattr(outcome, name).append(value)
            else:
                setattr(outcome, name, value)
    except TimeoutError:
        outcome.failed = "given up: it took too long"
    return outcome


def build(folder: Path) -> Built:
    """Build our graph of a folder's ties in a process of its own, and save it."""
    [(_, built)] = _told_by(_build, folder, _LOADING, _LOADING)
    return cast("Built", built)


def _told_by(work: Callable[[T], Said], task: T, first: float, later: float) -> Said:
    """Yield what work in a fresh process says; TimeoutError when it is silent for so long."""
    context = mp.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(work, task, theirs), daemon=True)
    process.start()
    theirs.close()
    patience = first
    try:
        while ours.poll(patience):
            yield ours.recv()
            patience = later
        raise TimeoutError
    except EOFError:
        return
    finally:
        process.kill()
        process.join()


def _child(work: Callable[[object], Said], task: object, out: Connection) -> None:
    for said in work(task):
        out.send(said)
    out.close()


def _build(folder: Path) -> Said:
    from entregent.network.graph import Graph

    ties = Ties.load(folder / peers.TIES)
    columns = (ties.people, ties.a, ties.b, ties.strength, ties.willingness)
    cpu, wall = time.process_time(), time.perf_counter()
    graph = Graph.build(*columns)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    path = folder / peers.FILE
    graph.save(path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    opening = []
    for _ in range(_OPENINGS):
        begun = time.perf_counter_ns()
        Graph.open(path)
        opening.append((time.perf_counter_ns() - begun) * timed.MICRO)
    yield "built", Built(cpu, wall, peak, path.stat().st_size, median(opening))


def _work(task: Task) -> Said:
    before = _memory()
    cpu, wall = time.process_time(), time.perf_counter()
    try:
        peer = peers.PEERS[task.peer].load(task.folder)
    except (ImportError, MemoryError) as error:
        yield "failed", f"{type(error).__name__}: {error}"
        return
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    gc.collect()
    gc.freeze()
    taken = _memory() - before
    source, targets = task.cases[0].questions[0]
    begun = time.perf_counter_ns()
    peer.chains(source, targets, task.cases[0].hops, task.best)
    first = (time.perf_counter_ns() - begun) * timed.MICRO
    yield "loaded", Loaded(cpu, wall, taken, first)
    inside = getattr(peer, "seconds", None)
    for case in task.cases:
        asked, hops = case.questions, case.hops
        if inside is None:
            timing = timed.cold(peer.chains, asked, hops, task.best, task.budget)
            warm = timed.warm(peer.chains, asked[:_WARM], hops, task.best, task.budget / 4)
        else:
            timing = timed.inside(inside, asked, hops, task.best)
            warm = timed.inside_warm(inside, asked[:_WARM], hops, task.best)
        yield "cold", timing
        yield "warm", warm
    yield "memory", _memory() - before
    yield "spread", [_spread(peer, person) for person in task.spread]


def _spread(peer: peers.Searching, person: int) -> float:
    graph = getattr(peer, "graph")  # noqa: B009 - only ours has it
    begun = time.process_time_ns()
    graph.best_to_all(person, 3)
    return (time.process_time_ns() - begun) * timed.MICRO


def _memory() -> int:
    """Return the bytes of memory that this process has taken."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE
