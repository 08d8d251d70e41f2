"""A draft as an e-mail file: opened by a mail program as a message still to be sent."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from pathlib import Path

from entregent.cli.files import write
from entregent.domain.people import Person
from entregent.drafts.brief import Draft


def message(draft: Draft, owner: Person, *readers: Person) -> EmailMessage:
    """Return the message: UTF-8, marked unsent, to its readers openly, never with a blind copy."""
    made = EmailMessage(policy=SMTP)
    if owner.emails:
        made["From"] = _address(owner)
    if to := [_address(reader) for reader in readers if reader.emails]:
        made["To"] = ", ".join(to)
    made["Subject"] = " ".join(draft.subject.split())
    made["X-Unsent"] = "1"
    body = draft.body.rstrip() + "\n"
    if draft.forward and draft.forward not in draft.body:
        body += f"\n----\n\n{draft.forward.rstrip()}\n"
    made.set_content(body, charset="utf-8")
    return made


def plain(draft: Draft) -> str:
    """Return the draft as plain text: its subject, its body, what may be forwarded."""
    parts = [draft.subject, draft.body]
    if draft.forward not in draft.body:
        parts.append(draft.forward)
    return "\n\n".join(part for part in parts if part) + "\n"


def _address(person: Person) -> str:
    return formataddr((" ".join(person.name.split()), person.emails[0]))


def save(path: Path, draft: Draft, owner: Person, *readers: Person) -> None:
    """Write the draft to a file: a message for `.eml`, plain text otherwise."""
    if path.suffix.casefold() == ".eml":
        content = message(draft, owner, *readers).as_bytes()
    else:
        content = plain(draft).encode()
    write(path, content)
