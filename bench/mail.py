"""How fast mail is read, beside the standard library in the same run, in CPU time on one core.

    python bench/mail.py                      # writes 200,000 invented messages first, 1.1 GB
    python bench/mail.py --messages 20000     # fewer
    python bench/mail.py FOLDER_OR_FILE…      # real mailboxes instead

Prints messages a second of CPU for our reader (up to people and facts), for `BytesHeaderParser`
and for `mailbox.mbox` with addresses parsed, the ratio, and the anonymous memory our reader took
(mapped pages of the file do not count). The peers read the first messages only, as many as
`--peers` says. With `--book`, also the whole of `entregent import` in a process of its own.
"""

import argparse
import mailbox
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from letters import MESSAGES, write

from entregent.bootstrap import gathering
from entregent.domain.reading import Encounters
from entregent.exchange.mail import mbox

ZONE = ZoneInfo("Europe/Paris")
PEERS = 20_000
_HARDLY = (ValueError, AttributeError, IndexError, RecursionError)
"""What the standard library raises on real mail."""


def main() -> None:
    """Measure on the mailboxes given, or on one written for the purpose."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--peers", type=int, default=PEERS)
    parser.add_argument("--book", action="store_true", help="measure the import into a book too")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = list(_files(told.paths))
        if not paths:
            paths = [Path(folder, "big.mbox")]
            size = write(paths[0], told.messages)
            print(f"{told.messages} invented messages, {size / 1e6:.0f} MB")
        measure(paths, told.peers)
        if told.book:
            _import(paths, Path(folder, "book.db"))


def measure(paths: Sequence[Path], peers: int) -> None:
    """Print our rate, the peers', and the memory taken."""
    before = _anonymous()
    with gathering():  # as every import does
        ours = _rate("our reader, to people and facts", lambda: sum(map(_ours, paths)))
    print(f"{'anonymous memory it took':34} {_anonymous() - before:7.0f} MB")
    parser = _rate("BytesHeaderParser (compat32)", lambda: _until(peers, paths, _parsed))
    _rate("mailbox.mbox", lambda: _until(peers, paths, _boxed))
    print(f"{'ratio to BytesHeaderParser':34} {ours / parser:7.2f}")


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.mbox")) if path.is_dir() else [path]


def _rate(label: str, job: Callable[[], int]) -> float:
    start = time.process_time()
    messages = job()
    rate = messages / (time.process_time() - start)
    print(f"{label:34} {rate:7.0f} messages/s CPU ({messages} messages)")
    return rate


def _ours(path: Path) -> int:
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        reading = mbox.read(data, path.name, ZONE)
        for _ in cast("Encounters", reading.facts).rows():
            pass
        return reading.read


def _until(most: int, paths: Sequence[Path], job: Callable[[Path], Iterator[Message]]) -> int:
    """Extract ids, dates and addresses from the messages that a job yields, up to `most`."""
    count = 0
    for path in paths:
        for message in job(path):
            count += 1
            _ = message["date"], message["message-id"]
            for header in ("from", "to", "cc"):
                try:
                    getaddresses([str(value) for value in message.get_all(header, [])])
                except _HARDLY:
                    continue
            if count == most:
                return count
    return count


def _parsed(path: Path) -> Iterator[Message]:
    parser = BytesHeaderParser()
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        start = data.find(b"\n") + 1
        while start:
            end = data.find(b"\n\nFrom ", start)
            blank = data.find(b"\n\n", start)
            yield parser.parsebytes(data[start : blank + 1 if blank > 0 else len(data)])
            start = data.find(b"\n", end + 2) + 1 if end >= 0 else 0


def _boxed(path: Path) -> Iterator[Message]:
    yield from mailbox.mbox(path, create=False)


def _anonymous() -> float:
    """Return the anonymous memory of this process in megabytes; 0 where the system does not say."""
    status = Path("/proc/self/status")
    told = status.read_text(encoding="ascii", errors="replace") if status.exists() else ""
    line = next((line for line in told.splitlines() if line.startswith("RssAnon")), "RssAnon: 0 kB")
    return int(line.split()[1]) / 1024


def _import(paths: Sequence[Path], book: Path) -> None:
    """Print the rate of a whole import, from the start of the process to its end, twice."""
    command = [sys.executable, "-m", "entregent", "--book", str(book), "import", *map(str, paths)]
    messages = sum(1 for path in paths for _ in _parsed(path))
    for label in ("import into the book, everything", "the same once more"):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, env=os.environ, check=False, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"{label:34} {messages / spent:7.0f} messages/s CPU")
        print(f"{'its largest memory, file included':34} {after.ru_maxrss / 1024:7.0f} MB")


if __name__ == "__main__":
    main()
