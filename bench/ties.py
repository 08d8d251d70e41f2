"""Does strength tell the truth? Will a message be answered, from what was before it.

On logs of who wrote to whom and when, the first 70 % of the messages are the past. Each later
message from one to another asks: is it answered within 7 days? (Messages whose 7 days go beyond
the log's end ask nothing.) Strength and plainer predictors put the messages in an order; the area
under the curve (AUC) is the chance that an answered one stands before one that is not, ties half.
Once the past alone is known; once all that was before each message, as a book knows it.
Intervals hold 95 % of resamplings of the senders.

    python bench/ties.py FOLDER                # a table a log, then the candidates
    python bench/ties.py FOLDER --each pair    # the first message of each pair only
    python bench/ties.py FOLDER --by time      # 70 % of the time instead
"""

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
from who_wrote import Log, Memory, Question, Sums, ago, cut, questions, ratio, read

FILES: Final = ("CollegeMsg.txt", "email-Eu-core-temporal.txt", "dnc-temporalGraph.txt")
OURS: Final = "Entregent's strength"
HALF_LIVES: Final = (30.0, 90.0, 180.0, 365.0)
SHARES: Final = {"five": "up to 5", "all": "any", "split": "1/n each"}
LEANS: Final = {0.5: "√(sr)", 1 / 3: "∛(sr²)", 0.25: "√(√(sr)·r)", 0.0: "r"}
ALONE: Final[Mapping[str, Callable[[np.ndarray], np.ndarray]]] = {
    "0.05 s": lambda sent: 0.05 * sent,
    "bounded": lambda sent: 0.05 * sent / (1 + sent),
    "nothing": lambda sent: 0.0 * sent,
}
CHOSEN: Final = (0.25, "bounded", 180.0, "five")
FORMER: Final = (0.5, "0.05 s", 180.0, "five")

PEERS: Final[Mapping[str, Callable[[Memory, Question], float]]] = {
    OURS: lambda known, one: known.strength(one.of, one.to, one.at),
    "recency": ago,
    "frequency": lambda known, one: known.count[one.of, one.to] + known.count[one.to, one.of],
    "reciprocity alone": lambda known, one: ratio(
        known.count[one.of, one.to], known.count[one.to, one.of]
    ),
    "common neighbours": lambda known, one: len(known.circle[one.of] & known.circle[one.to]),
    "received alone": lambda known, one: known.count[one.to, one.of],
}

Scores = dict[str, np.ndarray]
Formula = tuple[float, str, float, str]
"""The share of what was sent in the mean, what counts of letters never answered, the half-life,
and how letters to several count."""


@dataclass(frozen=True)
class Asked:
    """A log's questions: the truth, who sent, whose pair had a past, and each predictor's scores.

    What rests on the past is there twice: on the past alone (`frozen`), and on all that was before
    each message (`live`). `sums` holds what was sent and received, a row each.
    """

    log: Log
    answered: np.ndarray
    senders: np.ndarray
    known: Mapping[str, np.ndarray]
    scores: Mapping[str, Scores]
    sums: Mapping[tuple[str, float, str], np.ndarray]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, help="the folder of the logs")
    parser.add_argument("--each", choices=("message", "pair"), default="message")
    parser.add_argument("--by", choices=("messages", "time"), default="messages")
    parser.add_argument("--share", type=float, default=0.7, help="how much of it is the past")
    parser.add_argument("--days", type=float, default=7.0, help="an answer's time")
    parser.add_argument("--resamples", type=int, default=300)
    parser.add_argument("--seed", type=int, default=4)
    chosen = parser.parse_args()
    asked = [_asked(read(chosen.folder / file), chosen) for file in FILES]
    for one in asked:
        _print_log(one, chosen)
    _print_candidates(asked)
    _print_held_out(asked)


def _asked(log: Log, chosen: argparse.Namespace) -> Asked:
    since = cut(log, chosen.share, chosen.by)
    put = questions(log, since, chosen.days, each=chosen.each)
    memories = {"frozen": Memory(), "live": Memory()}
    sums = {
        (when, half_life, share): Sums(half_life, share)
        for when, half_life, share in product(memories, HALF_LIVES, SHARES)
    }
    told: dict[str, list[list[float]]] = {when: [] for when in memories}
    pairs: dict[tuple[str, float, str], list[tuple[float, float]]] = {key: [] for key in sums}
    for when, memory in memories.items():
        mine = {key: one for key, one in sums.items() if key[0] == when}
        learners = (memory, *mine.values())
        for question in _read_on(log, put, since if when == "frozen" else math.inf, learners):
            told[when].append([float(tell(memory, question)) for tell in PEERS.values()])
            for key, one in mine.items():
                pairs[key].append(one.both(question.of, question.to, question.at))
    scores = {
        when: dict(zip(PEERS, np.array(rows).reshape(-1, len(PEERS)).T, strict=True))
        for when, rows in told.items()
    }
    return Asked(
        log,
        np.array([one.answered for one in put], dtype=float),
        np.array([one.of for one in put]),
        {when: of["frequency"] > 0 for when, of in scores.items()},
        scores,
        {key: np.array(of).reshape(-1, 2).T for key, of in pairs.items()},
    )


def _read_on(
    log: Log, put: Sequence[Question], until: float, learners: Sequence[Memory | Sums]
) -> Iterator[Question]:
    """Yield the questions by time, all that was sent before each (and by `until`) being taken."""
    letters = iter(log.letters)
    letter = next(letters, None)
    for question in put:
        while letter is not None and letter.at < question.at and letter.at <= until:
            for learner in learners:
                learner.take(letter)
            letter = next(letters, None)
        yield question


def auc(scores: np.ndarray, truth: np.ndarray, times: np.ndarray | None = None) -> float:
    """Return the chance that a true one stands above a false one, ties half; NaN without both.

    `times` tells how often each counts.
    """
    weight = np.ones(len(truth)) if times is None else times
    _, place = np.unique(scores, return_inverse=True)
    true, false = np.bincount(place, truth * weight), np.bincount(place, (1 - truth) * weight)
    if not true.sum() or not false.sum():
        return math.nan
    below = np.cumsum(false) - false
    return float((true * (below + false / 2)).sum() / (true.sum() * false.sum()))


def _resampled(
    scores: Scores, truth: np.ndarray, senders: np.ndarray, chosen: argparse.Namespace
) -> dict[str, np.ndarray]:
    """Return each predictor's AUC in each resampling of the senders, the same ones for all."""
    dice = np.random.default_rng(chosen.seed)
    _, place = np.unique(senders, return_inverse=True)
    size = int(place.max()) + 1
    ranks = {name: np.unique(of, return_inverse=True)[1] for name, of in scores.items()}
    found: dict[str, list[float]] = {name: [] for name in scores}
    for _ in range(chosen.resamples):
        drawn = np.bincount(dice.integers(0, size, size), minlength=size)[place].astype(float)
        for name, of in ranks.items():
            found[name].append(auc(of, truth, drawn))
    return {name: np.array(of) for name, of in found.items()}


def _print_log(one: Asked, chosen: argparse.Namespace) -> None:
    log, asked = one.log, len(one.answered)
    print(
        f"\n{log.name}: {log.messages:,} messages, {log.people:,} people; columns sender, "
        f"recipient, second ({log.bursts[0]:,} bursts against {log.bursts[1]:,}); {asked:,} "
        f"questions ({chosen.each} by {chosen.by}), {one.answered.mean():.0%} answered"
    )
    for when, title in (("frozen", "the past alone"), ("live", "up to each message")):
        print(f"  from {title}; {one.known[when].mean():.0%} of the questions of pairs with a past")
        if len(set(one.answered[one.known[when]])) > 1:
            _print_predictors(one, when, chosen)


def _print_predictors(one: Asked, when: str, chosen: argparse.Namespace) -> None:
    print(f"  {'':22} {'all':>6}  {'with a past':>11}  {'95 %':>13}  {'less ours':>9}  95 %")
    known = one.known[when]
    past = {name: of[known] for name, of in one.scores[when].items()}
    truth = one.answered[known]
    drawn = _resampled(past, truth, one.senders[known], chosen)
    for name, of in one.scores[when].items():
        value = auc(past[name], truth)
        print(
            f"  {name:22} {auc(of, one.answered):6.3f}  {value:11.3f}  "
            f"{_edges(drawn[name], ''):>13}  {value - auc(past[OURS], truth):+9.3f}  "
            f"{_edges(drawn[name] - drawn[OURS], '+')}"
        )


def _edges(values: np.ndarray, sign: str) -> str:
    return " ".join(f"{edge:{sign}.3f}" for edge in np.quantile(values, (0.025, 0.975)))


def _formula(one: Asked, when: str, formula: Formula) -> float:
    """Return the AUC of a formula among the pairs with a past."""
    lean, alone, half_life, share = formula
    sent, received = one.sums[when, half_life, share]
    evidence = sent**lean * received ** (1 - lean) + 0.05 * received + ALONE[alone](sent)
    known = one.known[when]
    return auc(evidence[known], one.answered[known])


def _print_candidates(asked: Sequence[Asked]) -> None:
    """Print what each choice changes, the others being as chosen."""
    print("\ncandidates, of pairs with a past (the past alone, then up to each message)")
    heads = [f"{one.log.name[:10]:>15}" for one in asked]
    print(f"  {'mean':12} {'unanswered':10} {'half-life':>9} {'letters':8}", *heads)
    lean, alone, half_life, share = CHOSEN
    varied = dict.fromkeys(
        (
            FORMER,
            CHOSEN,
            *((other, alone, half_life, share) for other in LEANS),
            *((lean, other, half_life, share) for other in ALONE),
            *((lean, alone, other, share) for other in HALF_LIVES),
            *((lean, alone, half_life, other) for other in SHARES),
        )
    )
    for formula in varied:
        told = [[_formula(one, when, formula) for when in one.scores] for one in asked]
        figures = [f"{frozen:7.3f} {live:7.3f}" for frozen, live in told]
        print(f"  {_named(formula)}", *figures, _remark(formula))


def _named(formula: Formula) -> str:
    lean, alone, half_life, share = formula
    return f"{LEANS[lean]:12} {alone:10} {half_life:>9.0f} {SHARES[share]:8}"


def _remark(formula: Formula) -> str:
    return {FORMER: " the former", CHOSEN: " the chosen"}.get(formula, "")


def _print_held_out(asked: Sequence[Asked]) -> None:
    """Choose on two logs, check on the third.

    Letters one way alone must not make a tie, so the mean that is `r` alone is no candidate.
    """
    print("\nchosen on two logs by the mean of both tables, checked on the third")
    formulas = [one for one in product(LEANS, ALONE, HALF_LIVES, SHARES) if one[0]]
    known = {
        formula: [[_formula(one, when, formula) for when in one.scores] for one in asked]
        for formula in formulas
    }
    print(f"  {'checked on':26} {'best of the two others':44} there  chosen  former")
    for place, one in enumerate(asked):
        others = [number for number in range(len(asked)) if number != place]
        best = max(formulas, key=lambda each: np.nanmean([known[each][at] for at in others]))
        there, ours, before = (np.nanmean(known[each][place]) for each in (best, CHOSEN, FORMER))
        print(f"  {one.log.name:26} {_named(best):44} {there:.3f}  {ours:6.3f}  {before:6.3f}")


if __name__ == "__main__":
    main()
