"""CPU time of `ask` on a large personal book: the process, the book, the words, all included.

Each kind of ask runs several times on a copy of the book of `big_book.py`; the best and the median
of its runs are printed (user and system time of the whole process), beside the floors: an empty
Python, click, SQLAlchemy (which no reading command loads any more), and one scan of the sums.

    python bench/asking.py                      # 10,000 people, 200,000 letters: some 20 s to make
    python bench/asking.py --book book.db       # the same book again
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from big_book import TODAY, Sizes, write_book

RUNS = 7
ASKS = (
    ("introduction", "--company", "Thales"),
    ("interview", "--sector", "énergie"),
    ("advice", "--topic", "robotique"),
    ("ideas",),
    ("introduction", "--person", "Hélène Berbiard"),
)
SCAN = "import sqlite3,sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM trace').fetchall()"


def main() -> None:
    """Make the book, and print a line a command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--people", type=int, default=Sizes().people)
    parser.add_argument("--letters", type=int, default=Sizes().letters)
    parser.add_argument("--book", type=Path, help="a book made before, or to make here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        book = given.book or place / "book.db"
        if not book.exists():
            write_book(book, Sizes(people=given.people, letters=given.letters))
        for name, code in (("python", "pass"), ("click", "import click")):
            _tell(f"floor: {name}", [sys.executable, "-c", code], given.runs)
        _tell("floor: SQLAlchemy", [sys.executable, "-c", "import sqlalchemy.sql"], given.runs)
        _tell("floor: one scan of the sums", [sys.executable, "-c", SCAN, str(book)], given.runs)
        copy = place / "copy.db"
        ask = [sys.executable, "-m", "entregent", "--book", str(copy), "--today", f"{TODAY}"]
        for words in ASKS:
            for form in ((), ("--json",)):
                shutil.copy(book, copy)
                name = " ".join(("ask", *words, *form))
                _tell(name, [*ask, "ask", *words, *form], given.runs)
        _tell("give", [*ask, "give"], given.runs)
        _tell("people Omar", [*ask, "people", "Omar"], given.runs)


def _tell(label: str, command: list[str], runs: int) -> None:
    times = sorted(_cpu(command) for _ in range(runs))
    best, median = times[0], statistics.median(times)
    print(f"{label:44} best {best:6.0f}   median {median:6.0f} ms CPU ({runs} runs)", flush=True)


def _cpu(command: list[str]) -> float:
    environment = {**os.environ, "ENTREGENT_LANG": "fr"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent * 1000


if __name__ == "__main__":
    main()
