"""How well asks are told from other sentences, by the checker's words and by learned weights.

    python bench/asks.py FOLDER             # both detectors on both sets
    python bench/asks.py FOLDER --messages  # what learned weights would add to the checker

FOLDER holds `emailintent` (Parakweet Labs, Apache-2.0) and `enron_intent_verified` (MIT), sentences
of Enron's mail. The first is learned on its training file and measured on its test file, the second
by ten folds. The learned detector is the mean of two logistic regressions, over features as they
are and over features weighed by how much they tell (Wang and Manning 2012), with a threshold chosen
on the training part alone.

The sets call "We have dinner reservations for Saturday" and "Let me know if you have questions"
asks; the checker asks which favour is asked. `--messages` shows the sentences of our own messages
that weights learned here would call asks and words do not: ways out and news, nearly all. So the
checker keeps to its words, and no weights are shipped.
"""

import argparse
import html
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from entregent.content import Content
from entregent.locale.phrasebook import words_of
from entregent.services.checking import tact_rules
from entregent.tact.asks import Said
from entregent.tact.reading import read_message

Labelled = Sequence[tuple[str, bool]]
Floats = NDArray[np.float64]
Weights = tuple[Mapping[str, float], float]

LEXICON = tact_rules(Content()).lexicon
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat "
    "sun tomorrow tonight today weekend january february march april may june july august "
    "september october november december am pm noon morning afternoon evening week".split()
)
KEYS = frozenset(
    "you i we please can could would will let know need want call if any me your my meet send get "
    "have do thanks should".split()
)
MODALS = frozenset("can could would will should may might shall must".split())
CLASSES = {
    "day": DAYS,
    "modal": MODALS,
    "i": {"i", "me", "my"},
    "we": {"we", "us", "our"},
    "you": {"you", "your"},
    "meeting": frozenset("meet meeting lunch dinner call conference agenda schedule".split()),
    "advertising": frozenset(
        "free offer subscribe unsubscribe click account app download survey newsletter privacy "
        "sweepstakes facebook twitter browser website site".split()
    ),
}
ORDERS = frozenset(
    "send give call let please check review forward tell ask see look take get put make use find "
    "read add keep help bring come go meet contact reply respond confirm provide submit complete "
    "fill sign note remember try feel click visit join print update fax email mail schedule plan "
    "stop start set work talk discuss consider explain attach ensure copy include remove change "
    "move hold wait think stay enjoy show pass return leave pick drop arrange book prepare follow "
    "advise inform share turn write say register download install open enter select choose order "
    "buy save".split()
)
LEADS = frozenset("please so and then just also but".split())
NAMED = re.compile(
    r"(?:[Hh]i |[Hh]ello |[Hh]ey |[Dd]ear )?[A-Z][a-z]+(?: [A-Z][a-z]+)?\s*(?:,|--|:|-)\s"
)
CLOCK = re.compile(r"\d{1,2}(:\d\d)?\s*(am|pm|a\.m|p\.m)|\d{1,2}[:/]\d\d")
TOKENS = re.compile(r"[a-z]+(?:'[a-z]+)?")
CLAUSES = re.compile(r"[.!?;:,]+\s+|--")


def main() -> None:
    """Measure both detectors on both sets, or print what the learned one would add."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--messages", action="store_true")
    told = arguments.parse_args()
    train = _intents(told.folder / "emailintent" / "Ask0729-fixed.txt")
    if told.messages:
        _added(train)
        return
    test = _intents(told.folder / "emailintent" / "testSet-qualifiedBatch-fixed.txt")
    verified = [
        (html.unescape(line.strip()), name == "intent_pos")
        for name in ("intent_pos", "intent_neg")
        for line in _lines(told.folder / "enron_intent_verified" / name)
    ]
    print(f"{'':34}  precision  recall  F1")
    _show("Parakweet test, words", test, [_by_words(text) for text, _ in test])
    _show("Parakweet test, learned", test, _learned(train, [text for text, _ in test]))
    _show("verified, words", verified, [_by_words(text) for text, _ in verified])
    _show("verified, learned, ten folds", verified, _folded(verified))


def _lines(path: Path) -> Iterator[str]:
    yield from filter(str.strip, path.read_text(encoding="utf-8", errors="replace").split("\n"))


def _intents(path: Path) -> Labelled:
    parts = (line.partition("\t") for line in _lines(path))
    return [(html.unescape(text), label == "Yes") for label, _, text in parts if text]


def _by_words(text: str) -> bool:
    return bool(read_message(text, LEXICON, "en").asks)


def _show(name: str, labelled: Labelled, called: Sequence[bool]) -> None:
    truth = [label for _, label in labelled]
    hits = sum(a and b for a, b in zip(truth, called, strict=True))
    precision, recall = hits / max(sum(called), 1), hits / max(sum(truth), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{name:34}  {precision:9.3f}  {recall:6.3f}  {f1:.3f}", flush=True)


def features(text: str) -> frozenset[str]:
    """Return what a sentence shows: words in a row, marks, letters, kinds of words, its length."""
    words = [word for word, _, _ in words_of(text)]
    said = ["0" if word.isdigit() else word for word in words]
    ends = ["<", *said, ">"]
    classes = sorted(name for name, held in CLASSES.items() if held & set(said))
    keys = [word for word in said if word in KEYS]
    letters = f" {' '.join(words)} "
    lower = text.lower().replace("’", "'")
    return frozenset(
        {
            *(f"1 {a}" for a in said),
            *(f"2 {a} {b}" for a, b in pairwise(ends)),
            *(f"3 {a} {b} {c}" for a, b, c in zip(ends, ends[1:], ends[2:], strict=False)),
            *(f"mark {mark}" for mark in "?!:,$@" if mark in text),
            *(f"end {mark}" for mark in "?:" if text.rstrip().endswith(mark)),
            *(f"class {name}" for name in classes),
            *(f"class {a} {b}" for a, b in combinations(classes, 2)),
            *(["named"] if NAMED.match(text) else []),
            *(f"keys {a} {b}" for a, b in pairwise(keys)),
            *(f"list {name}" for name in LEXICON.book("en").find(words) if name[:5] == "asks."),
            *(f"letters {letters[at : at + 4]}" for at in range(len(letters) - 3)),
            *(["clock"] if CLOCK.search(lower) else []),
            *_clauses(lower),
            f"long {min(6, len(said).bit_length())}",
        }
    )


def _clauses(text: str) -> Iterator[str]:
    """Yield how the clauses of a sentence begin, how the last ends, and words cut short."""
    for clause in CLAUSES.split(text):
        words = TOKENS.findall(clause)
        if words:
            yield f"start {words[0]}"
            yield f"start {' '.join(words[:2])}"
            if words[0] in ORDERS or (words[0] in LEADS and ORDERS & set(words[1:2])):
                yield "order"
    words = TOKENS.findall(text)
    yield from (f"cut {word}" for word in words if "'" in word)
    yield from (f"cut {a} {b}" for a, b in pairwise(words) if "'" in a + b)
    yield from (f"last {word}" for word in words[-1:])


Shown = Sequence[frozenset[str]]


def _learned(train: Labelled, texts: Sequence[str]) -> Sequence[bool]:
    shown, truth = [features(text) for text, _ in train], np.array([label for _, label in train])
    threshold = _threshold(shown, truth)
    return [bool(one) for one in _scores(learn(shown, truth), map(features, texts)) > threshold]


def _folded(labelled: Labelled) -> Sequence[bool]:
    shown = [features(text) for text, _ in labelled]
    truth = np.array([label for _, label in labelled])
    called = np.zeros(len(shown), dtype=bool)
    for rest, kept in _folds(len(shown), 10):
        known = [shown[at] for at in rest]
        threshold = _threshold(known, truth[rest])
        called[kept] = _scores(learn(known, truth[rest]), [shown[at] for at in kept]) > threshold
    return [bool(one) for one in called]


def _folds(size: int, count: int) -> Iterator[tuple[list[int], list[int]]]:
    order = list(range(size))
    random.Random(0).shuffle(order)
    for fold in range(count):
        kept = order[fold::count]
        yield sorted(set(order) - set(kept)), kept


def _threshold(shown: Shown, truth: NDArray[np.bool_]) -> float:
    """Return the threshold around which F1 is best, over five folds of what is known."""
    scores = np.zeros(len(shown))
    for rest, kept in _folds(len(shown), 5):
        weights = learn([shown[at] for at in rest], truth[rest])
        scores[kept] = _scores(weights, [shown[at] for at in kept])

    def f1(threshold: float) -> float:
        called = scores > threshold
        return float(2 * (called & truth).sum() / max(called.sum() + truth.sum(), 1))

    def around(threshold: float) -> float:
        return sum(f1(threshold + step) for step in (-0.2, -0.1, 0.0, 0.1, 0.2))

    return max((float(one) for one in np.arange(-1.5, 1.0, 0.1)), key=around)


def learn(shown: Shown, truth: NDArray[np.bool_]) -> Weights:
    """Return the weight of each feature and the bias: the mean of two logistic regressions."""
    seen = Counter(feature for one in shown for feature in one)
    names = sorted(name for name, times in seen.items() if times > 1)
    places = {name: at for at, name in enumerate(names)}
    rows = [row for row, one in enumerate(shown) for name in one if name in places]
    columns = [places[name] for one in shown for name in one if name in places]
    held = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(shown), len(names)))
    yes = 1 + np.asarray(held[truth].sum(0)).ravel()
    no = 1 + np.asarray(held[~truth].sum(0)).ravel()
    telling = np.log((yes / yes.sum()) / (no / no.sum()))
    plain = _regression(held, truth, 0.2)
    weighed = _regression(held.multiply(telling).tocsr(), truth, 0.1)
    weights = (plain[:-1] + weighed[:-1] * telling) / 2
    return dict(zip(names, weights, strict=True)), float(plain[-1] + weighed[-1]) / 2


def _regression(held: csr_matrix, truth: NDArray[np.bool_], width: float) -> Floats:
    signs = np.where(truth, 1.0, -1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        margins = signs * (held @ weights[:-1] + weights[-1])
        pull = signs / (1 + np.exp(np.clip(margins, -50, 50)))
        slope = np.append(weights[:-1] / width - held.T @ pull, -pull.sum())
        cost = np.logaddexp(0, -margins).sum() + (weights[:-1] ** 2).sum() / (2 * width)
        return float(cost), slope

    start = np.zeros(held.shape[1] + 1)
    found: Callable[..., Floats] = minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 100}
    ).x
    return np.asarray(found)


def _scores(weights: Weights, shown: Iterator[frozenset[str]] | Shown) -> Floats:
    held, bias = weights
    return np.array([bias + sum(held.get(name, 0.0) for name in one) for one in shown])


def _added(train: Labelled) -> None:
    """Print the sentences of our own messages that only learned weights call asks."""
    weights = learn([features(text) for text, _ in train], np.array([label for _, label in train]))
    ours = sorted((Path(__file__).parent / "messages" / "dev").glob("*.jsonl"))
    for told in (json.loads(line) for path in ours for line in _lines(path)):
        message = read_message(told["text"], LEXICON, told["lang"])
        for sentence, said in zip(message.sentences, message.said, strict=True):
            if said is Said.NOTHING and sentence.language == "en":
                score = float(_scores(weights, [features(sentence.text)])[0])
                if score > 0:
                    print(f"{score:5.1f}  {told['id']}  {sentence.text}")


if __name__ == "__main__":
    main()
