"""Real mail by many hands; skipped where the corpus is absent."""

import inspect
import mailbox
import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path
from typing import TypeAlias
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Encounter
from entregent.domain.words import Channel
from entregent.exchange.mail import headers as mail_headers
from entregent.exchange.mail import mbox
from entregent.exchange.mail.addresses import addresses
from entregent.exchange.mail.dates import Days
from entregent.exchange.mail.mailbox import MailMemory

SIBLING = Path(__file__).parents[3] / "shared"
IMPORTS = Path(os.environ.get("ENTREGENT_SHARED", SIBLING)) / "data" / "imports"
ZONE = ZoneInfo("Europe/Paris")
STRICT = "strict" in inspect.signature(getaddresses).parameters
LISTS = IMPORTS / "mbox-ponymail" / "corpus"

pytestmark = pytest.mark.skipif(not IMPORTS.is_dir(), reason="no corpus of real files here")


def files() -> Iterator[Path]:
    for path in sorted(IMPORTS.rglob("*")):
        if path.is_file() and path.relative_to(IMPORTS).parts[0].startswith(("mail-", "mbox-")):
            yield path


def test_every_file_is_read_without_fuss() -> None:
    for path in files():
        reading = mbox.read(path.read_bytes(), str(path), ZONE)
        assert len(reading.problems) <= max(1, reading.read)


def test_nearly_every_file_is_recognised() -> None:
    mail = [path for path in files() if path.suffix in {".eml", ".mbox"}]
    known = [path for path in mail if mbox.recognises(path.read_bytes()[:8192], path.name)]
    assert len(known) >= 0.98 * len(mail)


def test_messages_are_split_as_the_standard_library_does(tmp_path: Path) -> None:
    for path in LISTS.glob("*.mbox"):
        data = path.read_bytes()
        copy = tmp_path / path.name
        copy.write_bytes(data)
        with closing(mailbox.mbox(copy, create=False)) as standard:
            assert len(list(mbox.spans(data))) == len(standard), path.name


def test_people_and_days_are_those_of_the_standard_parser() -> None:
    """Lists every message whose addresses or whose day differ; one in a thousand may.

    Where the standard library finds nobody, or letters it cannot read, we may find more.
    """
    different: list[str] = []
    total = 0
    days = Days(ZONE)
    for path in files():
        for number, (block, _) in enumerate(mbox.blocks(path.read_bytes()), start=1):
            total += 1
            expected = _by_the_book(block)
            if expected and (found := _found(block, days, expected)) != expected:
                different.append(f"{path.name} {number}: {found} is not {expected}")
    assert total > 1_000
    assert len(different) <= 0.001 * total, "\n".join(different)


Told: TypeAlias = dict[str, list[str] | date | None]


def _by_the_book(block: bytes) -> Told:
    """Return addresses and day as the standard library reads them; nothing where it gives up."""
    told: Told = {}
    try:
        message = BytesHeaderParser().parsebytes(_without_from_line(block))
        for header in ("from", "to", "cc"):
            values = [str(value) for value in message.get_all(header, [])]
            pairs = getaddresses(values, strict=False) if STRICT else getaddresses(values)
            boxes = [found.lower() for _, found in pairs if "@" in found]
            if boxes and "\ufffd" not in "".join(boxes):
                told[header] = boxes
        at = parsedate_to_datetime(str(message["date"]))
    except (ValueError, AttributeError, IndexError, RecursionError, TypeError):
        return told
    told["day"] = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(ZONE).date()
    return told


def _without_from_line(block: bytes) -> bytes:
    return block.partition(b"\n")[2] if block.startswith(b"From ") else block


def _found(block: bytes, days: Days, expected: Told) -> Told:
    found = mail_headers.scan(block)
    told: Told = {
        header: [address for _, address in addresses(found.get(header, b""))]
        for header in ("from", "to", "cc")
        if header in expected
    }
    if "day" in expected:
        told["day"] = days.of(found.get("date", b""))
    return told


def test_public_lists_hold_people_who_answer_each_other() -> None:
    memory = MailMemory()
    people: set[str] = set()
    crossings = 0
    for path in sorted(LISTS.glob("*.mbox")):
        reading = mbox.read(path.read_bytes(), path.name, ZONE, memory)
        people.update(address for card in reading.cards for address in card.emails)
        facts = [one.fact for one in reading.facts if isinstance(one.fact, Encounter)]
        assert all(fact.channel is Channel.CROSSED for fact in facts)
        crossings += len(facts)
    locals_ = {address.partition("@")[0] for address in people}
    assert crossings > 400
    assert len(people) > 50
    assert not locals_ & {"dev", "users", "commits", "issues", "git", "gitbox", "jenkins", "jira"}
    assert not people & memory.lists
