"""The checker beside a naive keyword linter and one regular expression, on labelled messages.

Precision, recall and F1 per rule, by level and together (the unit is a message and a rule), the
share of good messages that get a warning or an error, and the speed. The messages are ours, by
several authors (`bench/messages/`): `dev` and `later` shaped the rules, `held` and `unseen` were
kept apart until the end. Registers, asks and politeness
have their own measures on public data: `register.py`, `asks.py`, `politeness.py`.

    python bench/tact.py                  # the part kept apart, all systems, and the speed
    python bench/tact.py --part dev --wrong
"""

import argparse
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from entregent.content import Content
from entregent.services.checking import tact_rules
from entregent.tact.check import Rules, check
from entregent.tact.context import Context, Form, Medium, Purpose, Worked
from entregent.tact.finding import Level

MESSAGES = Path(__file__).parent / "messages"
LEVELS = {rule.code: rule.level for rule in tact_rules(Content()).rules}
DETAILS = {code for code, level in LEVELS.items() if level is Level.INFO}
KEYWORDS = {
    "TC103": "coup de main|des idées|pense à moi|help me out|pick your brain|any thoughts",
    "TC106": "petite question|un truc|un café|un verre|déjeun|coffee|lunch|a drink|catch up",
    "TC202": "urgent|vite|asap|au plus|délai|deadline|tonight|ce soir|immédiatement|right now",
    "TC203": "dois|doit|owe|amis|friends|dernier espoir|last hope|abandonne|let me down",
    "TC204": "merci de |j'ai dit|i told|thanks for|sauf avis|unless",
    "TC301": "mentir|mens|lie|dis que|say that|cache|hide|antidat|backdate|pretend|fais comme si",
    "TC303": "confidentiel|confidential|salaire|salary|budget|mot de passe|password|fichier client",
    "TC504": r"\[|\{|XXX|<",
}
THANKS = re.compile("merci|thank|grateful|reconnaissan|thx|cheers", re.IGNORECASE)
OUT = re.compile("sinon|pas grave|no worries|no pressure|sans obligation|feel free", re.IGNORECASE)
ASKS = re.compile(
    r"\?|pourr(?:ais|iez)|peu(?:x|t)|pouvez|could|would|can you|please|s'il (?:te|vous) pla[iî]t",
    re.IGNORECASE,
)
COSTLY = {
    "introduction",
    "referral",
    "reference",
    "recommendation",
    "review",
    "advice",
    "interview",
}

Message = dict[str, Any]
System = Callable[[Message], Mapping[str, Level]]
"""Finds codes in a message, each at a level."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--part", choices=["dev", "later", "held", "unseen"], default="held")
    parser.add_argument("--wrong", action="store_true", help="print every disagreement")
    given = parser.parse_args()
    started = time.process_time()
    rules = tact_rules(Content())
    for language in ("fr", "en"):
        rules.lexicon.book(language)
    loaded = time.process_time() - started
    messages = list(read(given.part))
    print(f"{len(messages)} messages ({given.part})")
    systems: dict[str, System] = {
        "entregent": lambda message: ours(message, rules),
        "keywords": lambda message: at_level(by_keywords(message)),
        "one regex": lambda message: at_level(by_one_regex(message)),
    }
    for name, system in systems.items():
        table(name, messages, system, wrong=given.wrong and name == "entregent")
    speed(messages, rules, loaded)


def read(part: str) -> Iterator[Message]:
    """Yield the messages of a part."""
    for path in sorted((MESSAGES / part).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def context_of(told: dict[str, Any]) -> Context:
    """Return a message's context as the checker takes it."""
    worked = told.get("worked_together")
    return Context(
        purpose=Purpose(told["kind"]) if told.get("kind") else None,
        medium=Medium(told["channel"]) if told.get("channel") else None,
        form=Form(told["address_form"]) if told.get("address_form") else None,
        worked=None if worked is None else Worked.TOGETHER if worked else Worked.NEVER,
        last_ask_days=told.get("days_since_last_ask"),
    )


def at_level(codes: Iterable[str]) -> Mapping[str, Level]:
    """Return codes at the levels of their rules."""
    return {code: LEVELS[code] for code in codes}


def ours(message: Message, rules: Rules) -> Mapping[str, Level]:
    """Return what the checker finds."""
    found = check(message["text"], context_of(message["context"]), rules, message["lang"])
    return {one.code: one.level for one in found.findings}


def by_keywords(message: Message) -> set[str]:
    """Return what a linter of keywords finds, as one would write it in an hour."""
    text, told = message["text"].replace("’", "'"), message["context"]
    found = {code for code, words in KEYWORDS.items() if re.search(words, text, re.IGNORECASE)}
    words = len(text.split())
    if words > (120 if told.get("channel") == "sms" else 200):
        found.add("TC105")
    if not THANKS.search(text):
        found.add("TC401")
    if told.get("kind") in COSTLY and not OUT.search(text):
        found.add("TC201")
    if "?" not in text:
        found.add("TC102")
    if text.count("?") > 2:  # noqa: PLR2004 - three questions
        found.add("TC104")
    if re.search(r"\b(?:tu|te|ton|ta|tes)\b", text) and re.search(r"\b(?:vous|votre)\b", text):
        found.add("TC501")
    if (told.get("days_since_last_ask") or 999) <= 90:  # noqa: PLR2004 - days
        found.add("TC402")
    if told.get("worked_together") is False and re.search("recommand|recommend|référence", text):
        found.add("TC302")
    return found


def by_one_regex(message: Message) -> set[str]:
    """Return what one regular expression tells: whether anything is asked, and thanked for."""
    text = message["text"]
    asks = ASKS.search(text) is not None
    return ({"TC401"} if asks and not THANKS.search(text) else set()) | (
        set() if asks else {"TC102"}
    )


def table(name: str, messages: list[Message], system: System, *, wrong: bool) -> None:
    """Print precision, recall and F1 of one system."""
    hit: Counter[str] = Counter()
    false: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    good = alarmed = 0
    for message in messages:
        levels, wanted = system(message), set(message["labels"])
        found = set(levels)
        hit.update(found & wanted)
        false.update(found - wanted)
        missed.update(wanted - found)
        if not wanted - DETAILS:
            good += 1
            alarmed += any(level is not Level.INFO for level in levels.values())
        if wrong and found != wanted:
            print(f"  {message['id']}: too much {sorted(found - wanted)}, missed "
                  f"{sorted(wanted - found)}")  # fmt: skip
    print(f"\n{name}")
    for code in sorted({*hit, *false, *missed}):
        print(row(code, hit[code], false[code], missed[code]))
    for level in Level:
        codes = [code for code, of in LEVELS.items() if of is level]
        print(row(level, *(sum(held[code] for code in codes) for held in (hit, false, missed))))
    print(row("together", hit.total(), false.total(), missed.total()))
    print(f"  good messages with a warning or an error: {alarmed} of {good} ({alarmed / good:.1%})")


def row(name: str, hit: int, false: int, missed: int) -> str:
    """Return a line of the table."""
    precision = hit / (hit + false) if hit + false else 1.0
    recall = hit / (hit + missed) if hit + missed else 1.0
    f1 = 2 * hit / (2 * hit + false + missed) if hit + false + missed else 1.0
    return f"  {name:<9} n {hit + missed:>4}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def speed(messages: list[Message], rules: Rules, loaded: float) -> None:
    """Print CPU times: loading, one message of 2,000 characters, and messages a second."""
    print(f"\nrules loaded in {1000 * loaded:.0f} ms of CPU, both languages")
    for language in ("fr", "en"):
        told = " ".join(one["text"] for one in messages if one["lang"] == language)[:2000]
        times = []
        for _ in range(50):
            at = time.process_time()
            check(told, Context(), rules, language)
            times.append(time.process_time() - at)
        print(
            f"2,000 characters ({language}): first {1000 * times[0]:.1f} ms, "
            f"median {1000 * statistics.median(times):.1f} ms"
        )
    at = time.process_time()
    for message in messages:
        ours(message, rules)
    print(f"{len(messages) / (time.process_time() - at):.0f} messages a second of CPU")


if __name__ == "__main__":
    main()
