"""All figures about imports, side by side with the peers, in one run.

    python bench/imports.py                        # on what the benches write themselves
    python bench/imports.py --corpus FOLDER        # also on a folder of real files by other hands

CPU seconds throughout, of one core. Peers: vobject (cards, calendars), icalendar (calendars), the
standard library (mail), splink (who is who, where it is installed: the extra `bench`).
"""

import argparse
import contextlib
import io
import logging
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import vobject
from icalendar import Calendar

from entregent.domain.reading import Reading
from entregent.exchange import calendar, vcard

ZONE = ZoneInfo("Europe/Paris")
HERE = Path(__file__).parent
MESSAGES = 200_000


def main() -> None:
    """Print a section after the other."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--corpus", type=Path, help="a folder of real files")
    parser.add_argument("--messages", type=int, default=MESSAGES)
    given = parser.parse_args()
    if given.corpus:
        of_cards(given.corpus)
        of_calendars(given.corpus)
    section("Mail headers, beside the standard library")
    script("mail.py", "--messages", str(given.messages))
    section("Into the book: first import, the same again, memory, the floor of SQLite alone")
    script("importing.py", "--letters", str(given.messages))
    section("Who is who: an invented network of 500 humans")
    script("merging.py")
    if given.corpus:
        section("Who is who: public sets, beside splink")
        script("linkage.py", str(given.corpus))


def section(title: str) -> None:
    """Print a title."""
    print(f"\n{title}", flush=True)


def script(name: str, *arguments: str) -> None:
    """Run another bench in a process of its own."""
    subprocess.run([sys.executable, str(HERE / name), *arguments], check=False)


def of_cards(corpus: Path) -> None:
    """Count the cards that each reader reads of all files that hold any, and time it."""
    files = [data for data in whole(corpus) if vcard.recognises(data[:8192], "a.vcf")]
    section(f"Cards in {len(files)} real files")
    row("ours, kept as people", lambda: sum(map(_people, files)))
    row("vobject, parsed only", lambda: sum(_vobject(data, lenient=False) for data in files))
    row(
        "vobject, lenient, parsed only", lambda: sum(_vobject(data, lenient=True) for data in files)
    )


def of_calendars(corpus: Path) -> None:
    """Count the events that each reader reads of all files that hold any, and time it."""
    files = [data for data in whole(corpus) if calendar.recognises(data[:8192], "a.ics")]
    section(f"Events in {len(files)} real calendars")
    row("ours, told as encounters", lambda: sum(map(_events, files)))
    row("icalendar, parsed only", lambda: sum(map(_icalendar, files)))
    row("vobject, parsed only", lambda: sum(_vobject(data, lenient=True) for data in files))


def row(label: str, job: Callable[[], int]) -> None:
    """Print what a reader read, and the CPU it took."""
    logging.disable(logging.CRITICAL)
    before = time.process_time()
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        count = job()
    print(f"  {label:30} {count:8,} read {time.process_time() - before:8.2f} s", flush=True)


def whole(corpus: Path) -> Iterator[bytes]:
    """Yield the bytes of every file."""
    for path in sorted(corpus.rglob("*")):
        if path.is_file():
            yield path.read_bytes()


def _vobject(data: bytes, *, lenient: bool) -> int:
    """Count the cards or events of a file up to where the library gives up."""
    count = 0
    text = data.decode("utf-8", errors="replace")
    with contextlib.suppress(Exception):
        for one in vobject.readComponents(text, ignoreUnreadable=lenient):
            inside = getattr(one, "vevent_list", ())
            count += len(inside) if one.name == "VCALENDAR" else one.name == "VCARD"
    return count


def _people(data: bytes) -> int:
    return len(vcard.read(data, "a.vcf", zone=ZONE).cards)


def _events(data: bytes) -> int:
    return _readable(calendar.read(data, "a.ics", zone=ZONE))


def _readable(reading: Reading) -> int:
    """Count the records of a reading that are no problem."""
    return reading.read - len({problem.where for problem in reading.problems})


def _icalendar(data: bytes) -> int:
    """Count the events of a file; none when the library refuses it."""
    count = 0
    with contextlib.suppress(Exception):
        for one in Calendar.from_ical(data, multiple=True):
            count += len(one.walk("VEVENT"))
    return count


if __name__ == "__main__":
    main()
