"""One message, as its headers tell it: who, to whom, when, through a list or not, in reply."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from entregent.exchange.mail import headers as mail_headers
from entregent.exchange.mail.headers import Headers, Mailbox
from entregent.exchange.mail.people import is_list, is_listed, is_machine, is_machine_name

_ASIDE = re.compile(r"\b(?:spam|junk|drafts?|brouillons?|courrier indésirable)\b", re.IGNORECASE)
_LIST_POST = re.compile(rb"mailto:([^\s>?@]+@[^\s>?]+)", re.IGNORECASE)
_LIST_HOST = re.compile(rb"<([\w-]+)\.([\w.-]+\.\w+)>")
_EZMLM = re.compile(rb"contact ([\w.+-]+)-help@([\w.-]+)")


@dataclass(frozen=True, slots=True)
class Message:
    """A message as far as encounters go; addresses are in lower case.

    `sender` is None when a machine or nobody in person sent it. `recipients` are all mailboxes
    written to but the sender's, `people` those of them that are persons. `on` is None when the
    date cannot be read. `key` tells the message from all others; `parent` is the key of the one
    it replies to, or empty. `lists` are the addresses that this message shows to be lists.
    """

    key: str
    sender: Mailbox | None
    recipients: tuple[Mailbox, ...]
    people: tuple[Mailbox, ...]
    on: date | None
    listed: bool
    lists: tuple[str, ...]
    parent: str


class NoSenderError(ValueError):
    """A message whose sender cannot be read."""


def parse(block: bytes, delivered: bytes, zone: ZoneInfo) -> Message | None:
    """Read a block of header lines; None for spam, drafts, and bounces that bear no address.

    `delivered` is the date on the mailbox's own line, used when the message bears none.
    Raises NoSenderError without a sender, and the standard parser's errors.
    """
    found = mail_headers.scan(block)
    if _is_aside(found):
        return None
    author = found.get("from", b"")
    senders = mail_headers.addresses(author)
    if not senders and is_machine_name(mail_headers.text(author)):
        return None
    if not senders:
        raise NoSenderError
    name, address = senders[0]
    recipients = _recipients(found, address)
    at = _instant(found, delivered)
    return Message(
        key=_key(found, address, at),
        sender=None if is_machine(address, name, found) else senders[0],
        recipients=recipients,
        people=tuple(box for box in recipients if not is_machine(box[1], box[0])),
        on=at.astimezone(zone).date() if at else None,
        listed=is_listed(found) or any(is_list(box[1], box[0]) for box in recipients),
        lists=tuple(_lists(found)),
        parent=_parent(found),
    )


def _is_aside(found: Headers) -> bool:
    if found.get("x-spam-flag", b"").strip().upper() == b"YES":
        return True
    labels = found.get("x-gmail-labels")
    return labels is not None and bool(_ASIDE.search(mail_headers.text(labels)))


def _recipients(found: Headers, sender: str) -> tuple[Mailbox, ...]:
    boxes: dict[str, Mailbox] = {}
    for header in ("to", "cc", "bcc"):
        if header in found:
            for box in mail_headers.addresses(found[header]):
                boxes.setdefault(box[1], box)
    boxes.pop(sender, None)
    return tuple(boxes.values())


def _instant(found: Headers, delivered: bytes) -> datetime | None:
    for raw in (found.get("date"), delivered):
        if raw:
            try:
                return mail_headers.instant(raw)
            except ValueError:
                continue
    return None


def _key(found: Headers, sender: str, at: datetime | None) -> str:
    ids = mail_headers.message_ids(found.get("message-id", b""))
    return ids[0] if ids else f"{sender}/{at.isoformat() if at else ''}"


def _parent(found: Headers) -> str:
    """Return the id in In-Reply-To, else the last of References."""
    answered = mail_headers.message_ids(found.get("in-reply-to", b""))
    if answered:
        return answered[0]
    thread = mail_headers.message_ids(found.get("references", b""))
    return thread[-1] if thread else ""


def _lists(found: Headers) -> Iterator[str]:
    """Yield the addresses that the headers call a list."""
    for header, pattern in (
        ("list-post", _LIST_POST),
        ("list-id", _LIST_HOST),
        ("mailing-list", _EZMLM),
    ):
        shown = pattern.search(found.get(header, b""))
        if shown:
            yield b"@".join(shown.groups()).decode("ascii", errors="replace").lower()
