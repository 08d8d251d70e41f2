"""One message, as its headers tell it: who, to whom, when, through a list or not, in reply."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from entregent.exchange.mail.addresses import mailbox, pairs, usual_pair
from entregent.exchange.mail.aside import is_aside
from entregent.exchange.mail.dates import Days, instant
from entregent.exchange.mail.headers import Headers, message_id, scan, text
from entregent.exchange.mail.people import (
    is_automatic,
    is_list,
    is_listed,
    is_machine,
    is_machine_name,
)

_LIST_POST = re.compile(rb"mailto:([^\s>?@]+@[^\s>?]+)", re.IGNORECASE)
_LIST_HOST = re.compile(rb"<([\w-]+)\.([\w.-]+\.\w+)>")
_EZMLM = re.compile(rb"contact ([\w.+-]+)-help@([\w.-]+)")
_ASIDE = frozenset({"x-spam-flag", "x-mozilla-status", "x-gmail-labels"})
_NOT_KEPT = 0x0008
"""The bit of X-Mozilla-Status that says: deleted, but still in the file."""
_SHORT, _LONG = 200, 16_384
_MET = 131_072
"""How many spellings of mailboxes are remembered, within the bound of memory."""


class Someone(NamedTuple):
    """A mailbox as headers name it: `machine` when it is nobody's own, `listed` when a list's."""

    name: str
    address: str
    machine: bool
    listed: bool


class Message(NamedTuple):
    """A message as far as encounters go; addresses are in lower case.

    `sender` is None when a machine or nobody in person sent it. `recipients` are all mailboxes
    written to but the sender's, machines included; the first `visible` of them all could see.
    `on` is None when the date cannot be read. `key` tells the message from all others; `parent`
    is the key of the one it replies to on a list, or empty. `lists` are the addresses that this
    message shows to be lists.
    """

    key: str
    sender: Someone | None
    recipients: tuple[Someone, ...]
    visible: int
    on: date | None
    listed: bool
    lists: tuple[str, ...]
    parent: str


class NoSenderError(ValueError):
    """A message whose sender cannot be read."""


def parse(block: bytes, delivered: bytes, days: Days) -> Message | None:
    """Read a block of header lines; None for spam, drafts, and bounces that bear no address.

    `delivered` is the date on the mailbox's own line, used when the message bears none.
    Raises NoSenderError without a sender, ValueError, and the standard parser's errors
    (AttributeError, IndexError, RecursionError, OverflowError).
    """
    found = scan(block)
    if _is_aside(found):
        return None
    author = found.get("from", b"")
    if not author:
        raise NoSenderError
    senders = someones(author)
    if not senders:
        if is_machine_name(text(author)):
            return None
        raise NoSenderError
    sender = senders[0]
    recipients, visible = _recipients(found, sender.address)
    listed = is_listed(found) or any(one.listed for one in recipients)
    return Message(
        _key(found, sender.address, delivered),
        None if sender.machine or is_automatic(found) else sender,
        recipients,
        visible,
        _day(found, delivered, days),
        listed,
        tuple(_lists(found)) if listed else (),
        _parent(found) if listed else "",
    )


def someones(raw: bytes) -> tuple[Someone, ...]:
    """Return the mailboxes of an address header and what each is; errors as for `addresses`.

    Most headers hold one usual mailbox a line, which is soon remembered as it stands.
    """
    if len(raw) < _SHORT and b",\n" not in raw and (alone := _usual(raw)):
        return (alone,)
    found = [_usual(line) for line in raw.split(b",\n")] if len(raw) < _LONG else [None]
    if None in found:
        found = [_someone(*pair) for pair in pairs(raw)]
    return tuple([one for one in found if one])


@lru_cache(maxsize=_MET)
def _usual(line: bytes) -> Someone | None:
    pair = usual_pair(line)
    return _someone(*pair) if pair else None


def _someone(name: str, address: str) -> Someone | None:
    box = mailbox(name, address)
    if box is None:
        return None
    name, address = box
    return Someone(name, address, is_machine(address, name), is_list(address, name))


def _is_aside(found: Headers) -> bool:
    if _ASIDE.isdisjoint(found):
        return False
    if "x-spam-flag" in found and found["x-spam-flag"].strip().upper() == b"YES":
        return True
    if "x-mozilla-status" in found:
        status = found["x-mozilla-status"].strip()[:4]
        if re.fullmatch(rb"[0-9a-fA-F]+", status) and int(status, 16) & _NOT_KEPT:
            return True
    if "x-gmail-labels" not in found:
        return False
    return any(is_aside(label) for label in text(found["x-gmail-labels"]).split(","))


def _recipients(found: Headers, sender: str) -> tuple[tuple[Someone, ...], int]:
    """Return whom a message was written to, and how many of them all could see."""
    boxes = someones(found["to"]) if "to" in found else ()
    if "cc" not in found and "bcc" not in found and len(boxes) == 1:
        return ((), 0) if boxes[0].address == sender else (boxes, 1)
    if "cc" in found:
        boxes += someones(found["cc"])
    kept: dict[str, Someone] = {}
    for one in boxes:
        kept.setdefault(one.address, one)
    kept.pop(sender, None)
    visible = len(kept)
    for one in someones(found["bcc"]) if "bcc" in found else ():
        if one.address != sender:
            kept.setdefault(one.address, one)
    return tuple(kept.values()), visible


def _day(found: Headers, delivered: bytes, days: Days) -> date | None:
    for raw in (found.get("date"), delivered):
        if raw:
            try:
                return days.of(raw)
            except ValueError:
                continue
    return None


def _key(found: Headers, sender: str, delivered: bytes) -> str:
    """Return what tells this message from others: its id, else who wrote it and when."""
    own = message_id(found["message-id"]) if "message-id" in found else ""
    if own:
        return own
    for raw in (found.get("date"), delivered):
        if raw:
            try:
                return f"{sender}/{instant(raw).isoformat()}"
            except ValueError:
                continue
    return f"{sender}/"


def _parent(found: Headers) -> str:
    """Return the id in In-Reply-To, else the last of References."""
    answered = message_id(found["in-reply-to"]) if "in-reply-to" in found else ""
    if answered or "references" not in found:
        return answered
    references = found["references"]
    return message_id(references[max(0, references.rfind(b"<")) :])


def _lists(found: Headers) -> Iterator[str]:
    """Yield the addresses that the headers call a list."""
    for header, pattern in (
        ("list-post", _LIST_POST),
        ("list-id", _LIST_HOST),
        ("mailing-list", _EZMLM),
    ):
        shown = pattern.search(found[header]) if header in found else None
        if shown:
            yield b"@".join(shown.groups()).decode("ascii", errors="replace").lower()
