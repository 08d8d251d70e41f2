"""CPU time of the commands that people wait for, on the invented network and on 10,000 people.

Prints the median of several runs of each command, in milliseconds of CPU (user and system of the
whole process, interpreter included), next to an empty `python -c pass` measured in the same run.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from importing import write_cards

NETWORK = Path(__file__).resolve().parent.parent / "examples" / "network"
TODAY = "2026-03-02"
RUNS = 7
PEOPLE = 10_000


def main() -> None:
    """Build a book of the invented network once, then time the commands on it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        book = str(Path(folder) / "book.sqlite")
        settings = {"ENTREGENT_BOOK": book, "ENTREGENT_TODAY": TODAY, "ENTREGENT_CONFIG": folder}
        environment = {**os.environ, **settings}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        entregent = [sys.executable, "-m", "entregent"]
        first = _cpu([*entregent, "import", str(NETWORK)], environment)
        print(f"{'import of the network':34} {first:7.0f} ms CPU (one run)")
        for label, command in (
            ("python -c pass", [sys.executable, "-c", "pass"]),
            ("import sqlalchemy", [sys.executable, "-c", "import sqlalchemy.dialects.sqlite"]),
            ("entregent --help", [*entregent, "--help"]),
            ("entregent today", [*entregent, "today"]),
            ("entregent ask", [*entregent, "ask", "introduction", "--person", "Omar Haddad"]),
        ):
            _tell(label, command, environment, runs)
        environment["ENTREGENT_BOOK"] = str(Path(folder) / "many.sqlite")
        cards = write_cards(Path(folder), PEOPLE)
        _cpu([*entregent, "import", str(cards)], environment)
        print(f"among {PEOPLE:,} people")
        for label, words in (
            ("entregent people, a word", ["people", "Omar"]),
            ("entregent people, nobody so named", ["people", "Nobodi"]),
            ("entregent people company:", ["people", "company:Airbus"]),
            ("entregent show, an address", ["show", _first(cards, "EMAIL")]),
            ("entregent show, a name", ["show", _first(cards, "FN")]),
            ("entregent today", ["today"]),
        ):
            _tell(label, [*entregent, *words], environment, runs)


def _tell(label: str, command: list[str], environment: dict[str, str], runs: int) -> None:
    times = [_cpu(command, environment) for _ in range(runs)]
    spread = f"{min(times):.0f} to {max(times):.0f}"
    print(f"{label:34} {statistics.median(times):7.0f} ms CPU ({spread}, {runs} runs)")


def _first(cards: Path, named: str) -> str:
    """Return a value of the first card."""
    lines = cards.read_text(encoding="utf-8").splitlines()
    return next(line.partition(":")[2] for line in lines if line.startswith(named))


def _cpu(command: list[str], environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent * 1000


if __name__ == "__main__":
    main()
