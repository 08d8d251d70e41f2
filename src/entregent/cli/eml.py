"""A draft as an e-mail file: opened by a mail program as a message still to be sent."""

from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from pathlib import Path

from entregent.cli.files import write
from entregent.domain.people import Person
from entregent.drafts.brief import Draft


def message(
    draft: Draft, owner: Person, *readers: Person, copied: Sequence[Person] = ()
) -> EmailMessage:
    """Return the message: UTF-8, marked unsent, to its readers openly.

    Whoever is `copied` stands in blind copy. People without an address, or with one that is none,
    are left to be filled in.
    """
    rows = {"From": _addresses([owner]), "To": _addresses(readers), "Bcc": _addresses(copied)}
    plain_ = all(one.addr_spec.isascii() for row in rows.values() for one in row)
    made = EmailMessage(policy=SMTP if plain_ else SMTPUTF8)
    for name, row in rows.items():
        if row:
            made[name] = row
    made["Subject"] = " ".join(draft.subject.split())
    made["X-Unsent"] = "1"
    made.set_content(body(draft), charset="utf-8")
    return made


def body(draft: Draft) -> str:
    """Return the text of the message, with the paragraph to forward where it is not in it."""
    text = draft.body.rstrip() + "\n"
    if draft.forward and draft.forward not in draft.body:
        text += f"\n----\n\n{draft.forward.rstrip()}\n"
    return text


def plain(draft: Draft) -> str:
    """Return the draft as plain text: its subject, its body, what may be forwarded."""
    parts = [draft.subject, draft.body]
    if draft.forward not in draft.body:
        parts.append(draft.forward)
    return "\n\n".join(part for part in parts if part) + "\n"


def save(
    path: Path, draft: Draft, owner: Person, *readers: Person, copied: Sequence[Person] = ()
) -> None:
    """Write the draft to a file: a message for `.eml`, plain text otherwise."""
    if path.suffix.casefold() == ".eml":
        content = message(draft, owner, *readers, copied=copied).as_bytes()
    else:
        content = plain(draft).encode()
    write(path, content)


def _addresses(people: Sequence[Person]) -> tuple[Address, ...]:
    read = (_address(person) for person in people if person.emails)
    return tuple(one for one in read if one is not None)


def _address(person: Person) -> Address | None:
    name = " ".join("".join(c if c.isprintable() else " " for c in person.name).split())
    local, _, domain = person.emails[0].strip().rpartition("@")
    try:
        return Address(name, username=local, domain=domain)
    except (ValueError, IndexError):
        return None
