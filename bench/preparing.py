"""CPU time of `event prepare` with a list of attendees on a large personal book.

The list is an invented one of 400 people, a quarter of whom the book of `big_book.py` knows, with
companies, titles, subjects and what they look for. The list is taken in once; then the brief is
made several times. Printed are the best and the median of user and system time of the process.

    python bench/preparing.py                      # 10,000 people, 400 attendees
    python bench/preparing.py --book book.db       # a book made before
"""

import argparse
import csv
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

from big_book import TODAY, Sizes, write_book
from invented import BEGINS, ENDS, GIVEN

from entregent.store.ids import Uuids
from entregent.store.opening import open_book

RUNS = 5
_HEADER = ("First Name", "Last Name", "Email", "Company", "Job Title", "Topics", "Needs")
_TITLES = ("Responsable achats", "Ingénieure", "Chef de projet", "Directrice financière", "Juriste")
_SUBJECTS = ("escalade", "robotique", "énergie", "menuiserie", "photographie", "logiciel libre")
_NEEDS = ("", "", "un graphiste", "une avocate en brevets", "des bénévoles", "a sound engineer")


def main() -> None:
    """Make the book and the list, and print a line a command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--people", type=int, default=Sizes().people)
    parser.add_argument("--guests", type=int, default=400)
    parser.add_argument("--book", type=Path, help="a book made before, or to make here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        made = given.book or place / "book.db"
        if not made.exists():
            write_book(made, Sizes(people=given.people))
        book, guests = place / "copy.db", place / "guests.csv"
        shutil.copy(made, book)
        write_guests(guests, book, given.guests)
        new = ("event", "new", "Salon", "--on", TODAY.isoformat(), "--goal", "achats, robotique")
        _seconds(book, new)
        _tell("taking the list in", [_seconds(book, ("event", "prepare", "--list", str(guests)))])
        runs = [_seconds(book, ("event", "prepare")) for _ in range(given.runs)]
        _tell("the brief", runs)


def write_guests(path: Path, book: Path, many: int, seed: int = 7) -> None:
    """Write a list of invented attendees, every fourth of them somebody of the book."""
    dice = Random(seed)
    shelf = open_book(book, create=False, ids=Uuids(), now=_now)
    known = [person for person in shelf.people() if person.emails and person.names]
    shelf.close()
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(
            ("First Name", "Last Name", "Email", "Company", "Job Title", "Topics", "Needs")
        )
        for number in range(many):
            told = (dice.choice(_TITLES), dice.choice(_SUBJECTS), dice.choice(_NEEDS))
            if number % 4:
                family = dice.choice(BEGINS) + dice.choice(ENDS)
                rows.writerow((dice.choice(GIVEN), family.title(), "", "Maison " + family, *told))
            else:
                person = dice.choice(known)
                first, _, last = person.name.partition(" ")
                company = next((held.company for held in person.positions), "")
                rows.writerow((first, last, person.emails[0], company, *told))


def _now():  # noqa: ANN202 - never asked for: nothing is written
    raise NotImplementedError


def _seconds(book: Path, words: tuple[str, ...]) -> float:
    """Return the CPU seconds that a command takes as a process of its own."""
    environment = {**os.environ, "ENTREGENT_BOOK": str(book), "ENTREGENT_TODAY": TODAY.isoformat()}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "entregent", *words],
        env=environment,
        check=False,
        stdout=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def _tell(what: str, runs: list[float]) -> None:
    best, median = min(runs), statistics.median(runs)
    print(f"{what:24} best {best:6.2f} s   median {median:6.2f} s   CPU")


if __name__ == "__main__":
    main()
