"""CPU time and memory of imports, everything included: the process, the reading, the book.

Every kind of file is imported twice into an empty book of its own; what the second import costs,
when nothing has changed, stands beside the first. The floor is what SQLite alone needs to take in
as many plain rows as the book then holds.

    python bench/importing.py                     # 10,000 cards, 30,000 connections, 20,000 letters
    python bench/importing.py --letters 200000    # 1.1 GB of mail
"""

import argparse
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from invented import BEGINS, ENDS, GIVEN, MIDDLES

CARDS, CONNECTIONS, LETTERS = 10_000, 30_000, 20_000
SEED = 2026
_FIRMS = "Airbus Safran Thales Orange Atos Capgemini Michelin Danone Engie Dassault".split()
_TITLES = "Ingénieur Buyer Engineer Directrice Chargé Designer Analyste Recruiter Juriste".split()


@dataclass(frozen=True, slots=True)
class Human:
    """An invented person."""

    number: int
    given: str
    family: str
    firm: str
    title: str


def main() -> None:
    """Write the files, import each twice, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--cards", type=int, default=CARDS)
    parser.add_argument("--connections", type=int, default=CONNECTIONS)
    parser.add_argument("--letters", type=int, default=LETTERS)
    sizes = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        print(f"{'':22} {'first':>8} {'each':>9} {'a second':>9} {'again':>8} {'memory':>8}  floor")
        if sizes.cards:
            _measure(place, "cards", sizes.cards, write_cards(place, sizes.cards))
        if sizes.connections:
            _measure(place, "connections", sizes.connections, _table(place, sizes.connections))
        if sizes.letters:
            _measure(place, "letters", sizes.letters, _letters(place, sizes.letters))


def _measure(place: Path, what: str, count: int, file: Path) -> None:
    book = place / f"{what}.db"
    first, memory = _run(place, book, file)
    again, _ = _run(place, book, file)
    floor = _floor(place, book)
    print(
        f"{f'{count:,} {what}':22} {first:6.2f} s {first / count * 1e6:6.0f} µs"
        f" {count / first:9,.0f} {again / first:7.0%} {memory / 1024:5.0f} MB {floor:5.2f} s"
    )


def _run(place: Path, book: Path, file: Path) -> tuple[float, float]:
    """Return the seconds of CPU of an import, and the most memory it held, in kilobytes."""
    told = {"ENTREGENT_CONFIG": str(place), "ENTREGENT_BOOK": str(book), "ENTREGENT_LANG": "en"}
    environment = {**os.environ, **told}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "entregent", "import", str(file), "--json"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{file.name}: exit {process.returncode}")
    return used.ru_utime + used.ru_stime, float(used.ru_maxrss)


def _floor(place: Path, book: Path) -> float:
    """Return the seconds in which SQLite writes the same rows as they are, with their indices."""
    bare = place / "bare.db"
    bare.unlink(missing_ok=True)
    source = sqlite3.connect(book)
    shapes = list(source.execute("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL"))
    tables = [name for kind, name, _ in shapes if kind == "table"]
    rows = {name: list(source.execute(f"SELECT * FROM {name}")) for name in tables}  # noqa: S608
    source.close()
    target = sqlite3.connect(bare, isolation_level=None)
    target.execute("PRAGMA journal_mode=WAL")
    before = resource.getrusage(resource.RUSAGE_SELF)
    target.execute("BEGIN")
    for _, _, sql in shapes:
        target.execute(sql)
    for name, held in rows.items():
        if held:
            marks = ",".join("?" * len(held[0]))
            target.executemany(f"INSERT INTO {name} VALUES ({marks})", held)  # noqa: S608
    target.execute("COMMIT")
    target.close()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _humans(count: int) -> Iterator[Human]:
    dice = Random(SEED)
    for number in range(count):
        family = dice.choice(BEGINS) + dice.choice(MIDDLES) + dice.choice(ENDS)
        firm = f"{dice.choice(_FIRMS)} {dice.choice(('', 'France', 'Group', str(number % 900)))}"
        yield Human(number, dice.choice(GIVEN), family, firm.strip(), dice.choice(_TITLES))


def write_cards(place: Path, count: int) -> Path:
    """Write an address book of invented people into a folder; return the file."""
    file = place / "phone.vcf"
    with file.open("w", encoding="utf-8", newline="") as out:
        for one in _humans(count):
            lines = [
                "BEGIN:VCARD",
                "VERSION:3.0",
                f"N:{one.family};{one.given};;;",
                f"FN:{one.given} {one.family}",
                f"EMAIL;TYPE=INTERNET,HOME:{one.family.lower()}.{one.number}@exemple.fr",
                f"TEL;TYPE=CELL:+33 6 {one.number:08d}",
                f"ORG:{one.firm};Paris",
                f"TITLE:{one.title}",
                "CATEGORIES:fac,tennis",
                f"NOTE:Rencontre n° {one.number}\\, au salon.",
                "X-PROGRAM:invented",
                "END:VCARD",
            ]
            out.write("\r\n".join(lines) + "\r\n")
    return file


def _table(place: Path, count: int) -> Path:
    file = place / "Connections.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write('Notes:\n"Some of your connections may not share an address."\n\n')
        out.write("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n")
        for one in _humans(count):
            slug = f"{one.given}-{one.family}-{one.number:x}".lower()
            shared = f"{one.number}@exemple.fr" if one.number % 20 == 0 else ""
            told = (one.given, one.family, f"https://www.linkedin.com/in/{slug}", shared)
            day = f"{one.number % 28 + 1:02d} Mar {2008 + one.number % 17}"
            out.write(",".join((*told, one.firm, one.title, day)) + "\n")
    return file


def _letters(place: Path, count: int) -> Path:
    file = place / "big.mbox"
    script = Path(__file__).with_name("letters.py")
    command = [sys.executable, str(script), "--messages", str(count), "--out", str(file)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return file


if __name__ == "__main__":
    main()
