"""A draft as a link that opens a mail program: RFC 6068, in ASCII."""

from collections.abc import Sequence
from urllib.parse import quote

from entregent.cli.eml import body
from entregent.domain.people import Person
from entregent.drafts.brief import Draft


def link(draft: Draft, *readers: Person, copied: Sequence[Person] = ()) -> str:
    """Return the link: to the readers' addresses where known, lines parted by %0D%0A."""
    to = ",".join(_addresses(readers))
    fields = {
        "bcc": ",".join(_addresses(copied)),
        "subject": quote(" ".join(draft.subject.split()), safe=""),
        "body": quote(body(draft).rstrip("\n").replace("\n", "\r\n"), safe=""),
    }
    told = "&".join(f"{name}={value}" for name, value in fields.items() if value)
    return f"mailto:{to}?{told}"


def _addresses(people: Sequence[Person]) -> list[str]:
    return [quote(person.emails[0], safe="@") for person in people if person.emails]
