"""Real mail by many hands; skipped where the corpus is absent."""

import mailbox
import os
from collections.abc import Iterator
from contextlib import closing
from email.parser import BytesHeaderParser
from email.utils import getaddresses
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Encounter
from entregent.domain.words import Channel
from entregent.exchange.mail import headers as mail_headers
from entregent.exchange.mail import mbox
from entregent.exchange.mail.mbox import MailMemory

SIBLING = Path(__file__).parents[3] / "shared"
IMPORTS = Path(os.environ.get("ENTREGENT_SHARED", SIBLING)) / "data" / "imports"
ZONE = ZoneInfo("Europe/Paris")
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


def test_addresses_are_those_of_the_standard_parser() -> None:
    different = total = 0
    for path in files():
        data = path.read_bytes()
        for start, end in mbox.spans(data):
            total += 1
            different += not _agree(data[start:end])
    assert total > 1_000
    assert different <= 0.005 * total


def _agree(raw: bytes) -> bool:
    block = raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    try:
        message = BytesHeaderParser().parsebytes(raw)
        expected = {
            header: [
                address.lower()
                for _, address in getaddresses([str(value) for value in message.get_all(header)])
                if "@" in address
            ]
            for header in ("from", "to", "cc")
            if header in message
        }
    except (ValueError, AttributeError, IndexError, RecursionError):
        return True
    found = mail_headers.scan(block)
    return all(
        [address for _, address in mail_headers.addresses(found.get(header, b""))] == addresses
        for header, addresses in expected.items()
    )


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
