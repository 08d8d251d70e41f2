"""Who is who: a card of some source is somebody known, or somebody new, with the reason.

Only what is safe is decided here; what is merely likely is a suggestion for the owner.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card
from entregent.domain.text import company_key, fold, tokens
from entregent.domain.words import TRACES, Origin
from entregent.identity import handles
from entregent.identity.directory import Directory, Known, file_of
from entregent.identity.names import Name, compatible, parse

_FREE_MAIL = frozenset(
    "gmail googlemail yahoo hotmail outlook live msn aol gmx orange wanadoo free laposte sfr "
    "bbox icloud me mac proton protonmail posteo mailbox web t-online btinternet sky".split()
)

_COMMON = 50
"""A name that more people than this bear suggests nobody in particular."""


class Because(StrEnum):
    """What tells that two records are one human."""

    OWNER = "owner"
    ALIAS = "alias"
    PROFILE = "url"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    RECORD = "record"
    NAMESAKES = "namesakes"
    """Nobody in particular: several bear this name, or one who may be another human."""


@dataclass(frozen=True, slots=True)
class Match:
    """The person a card belongs to; None is somebody new.

    `perhaps` may be the same human; `doubles` are, for the card bears handles of each.
    """

    person: PersonId | None
    because: Because | None = None
    perhaps: tuple[PersonId, ...] = ()
    doubles: tuple[PersonId, ...] = ()


def resolve(
    card: Card, origin: Origin, path: str, directory: Directory, *, namesakes: int = 1
) -> Match:
    """Decide whose a card is.

    `namesakes` counts the cards of this source that bear the card's name, itself included.
    """
    if card.ref == ME:
        return Match(directory.owner, Because.OWNER)
    name = _name(card)
    found = (
        _by_alias(card, directory)
        or _by_handles(card, name, directory)
        or _by_name(card, name, (origin, path), directory, namesakes)
    )
    more = set(_nicknamed(card, name, directory)) - {found.person, *found.doubles, directory.owner}
    return replace(found, perhaps=tuple(sorted({*found.perhaps, *more})))


def _by_name(
    card: Card, name: Name, source: tuple[Origin, str], directory: Directory, namesakes: int
) -> Match:
    origin, path = source
    bearers = directory.by("name", name.key)
    again = (directory.by_record(file_of(origin, path), card.record) & bearers) - {directory.owner}
    if again:
        return Match(min(again), Because.RECORD)
    if not bearers or not (name.full or origin is Origin.JOURNAL):
        return Match(None)
    if len(bearers) > _COMMON:
        return Match(None, Because.NAMESAKES)
    alike = sorted(bearers - {directory.owner})
    if card.exact:  # two ids that journals gave are two people
        alike = [person for person in alike if directory.known[person].aliases <= {fold(person)}]
    if not alike:
        return Match(None)
    if len(alike) == 1 and namesakes == 1 and _safe(card, origin, directory.known[alike[0]]):
        return Match(alike[0], Because.NAME)
    return Match(None, Because.NAMESAKES, tuple(alike))


def _name(card: Card) -> Name:
    return parse(card.names[0], card.given, card.family) if card.names else Name((), ())


def _by_alias(card: Card, directory: Directory) -> Match | None:
    found = directory.by("alias", fold(card.ref)) if card.exact else set()
    return Match(next(iter(found)), Because.ALIAS) if len(found) == 1 else None


def _by_handles(card: Card, name: Name, directory: Directory) -> Match | None:
    found: dict[PersonId, Because] = {}
    for kind, because, value in _handles(card):
        bearers = directory.by(kind, value)
        if directory.owner in bearers and _mine(kind, value, name, directory):
            return Match(directory.owner, Because.OWNER)
        bearers = bearers - {directory.owner}
        bearer = _bearer(kind, value, name, bearers, directory)
        if bearer is not None:
            found.setdefault(bearer, because)
    if not found:
        return None
    person, *doubles = sorted(found)  # ids are made in time: whoever was known first stays
    return Match(person, found[person], doubles=tuple(doubles))


def _mine(kind: str, value: str, name: Name, directory: Directory) -> bool:
    """Tell whether a handle of the owner's makes a card the owner's.

    One's own profile or address does, whatever the name; a number or a role's address, which
    others may share, only with a name that agrees.
    """
    if kind == "url" or (kind == "email" and not handles.is_role(value)):
        return True
    return _fits(kind, value, name, directory.known[directory.owner])


def _handles(card: Card) -> list[tuple[str, Because, str]]:
    """Return a card's handles, the most telling first."""
    return [
        *(("url", Because.PROFILE, handles.url(value)) for value in card.urls),
        *(("email", Because.EMAIL, handles.email(value)) for value in card.emails),
        *(("phone", Because.PHONE, handles.phone(value)) for value in card.phones),
    ]


def _bearer(
    kind: str, value: str, name: Name, bearers: Iterable[PersonId], directory: Directory
) -> PersonId | None:
    """Return the one human who may bear a handle and this name, if there is just one."""
    fitting = [p for p in sorted(bearers) if _fits(kind, value, name, directory.known[p])]
    exact = [p for p in fitting if name.key and name.key in directory.known[p].names]
    for found in (exact, fitting):
        if len(found) == 1:
            return found[0]
    return None


def _nicknamed(card: Card, name: Name, directory: Directory) -> tuple[PersonId, ...]:
    """Return who shares a handle where one of both has half a name: one human, or a household."""
    bearers = {p for kind, _, value in _handles(card) for p in directory.by(kind, value)}
    return tuple(
        person
        for person in sorted(bearers)
        if not (name.full and any(known.full for known in directory.known[person].names.values()))
    )


def _fits(kind: str, value: str, name: Name, known: Known) -> bool:
    """Tell whether a shared handle may mean one human, seeing both names.

    A profile is one human's. An address of a function or a household, or a number, needs names
    that agree; an address of one's own only needs names that do not contradict each other.
    """
    if kind == "url":
        return True
    if not name.key or not known.names:
        return not (kind == "email" and handles.is_role(value)) or name.key == ""
    if kind == "email" and handles.is_role(value):
        return name.key in known.names
    return any(compatible(name, other) for other in known.names.values())


def _safe(card: Card, origin: Origin, known: Known) -> bool:
    """Tell whether a full name that is unique on both sides is enough."""
    if origin is Origin.JOURNAL or known.origins <= {Origin.JOURNAL, Origin.HAND}:
        return True
    if _contradicts(map(handles.url, card.urls), known.urls):
        return False
    addressed = any(card.emails) or any(card.phones)
    if origin in known.origins and addressed and (known.emails or known.phones):
        return False
    employers = {company_key(job.company) for job in card.jobs if job.company}
    if employers and known.companies and not employers & known.companies:
        return False
    return origin not in TRACES or not known.emails or _works_there(card, known)


def _contradicts(values: Iterable[str], held: set[str]) -> bool:
    given = {value for value in values if value}
    return bool(given and held and not given & held)


def _works_there(card: Card, known: Known) -> bool:
    for address in card.emails:
        host = handles.email(address).rpartition("@")[2].split(".")
        label = host[-2] if len(host) > 1 else ""
        if label in _FREE_MAIL:
            continue
        if any(label in tokens(company) for company in known.companies):
            return True
    return False
