"""A card said as facts."""

from entregent.domain.facts import Connected, Detail, Fact, Position
from entregent.domain.ids import ME, PersonId
from entregent.domain.months import Month
from entregent.domain.reading import Card, Job
from entregent.domain.words import Said
from entregent.identity import ALIAS


def said_by(card: Card, person: PersonId, owner: PersonId) -> list[Fact]:
    """Return what a card says of a person, provenance apart; `owner` is the book's."""
    facts: list[Fact] = [
        Detail(person, said, value) for said, value in _details(card) if value.strip()
    ]
    if card.exact and card.ref not in (ME, person):
        facts.append(Detail(person, Said.OTHER, f"{ALIAS}={card.ref}"))
    facts += [_position(person, job) for job in card.jobs if job.company]
    facts += [
        Detail(person, Said.TITLE, job.title) for job in card.jobs if job.title and not job.company
    ]
    if card.known and person != owner:
        facts.append(Connected(person, owner))
    return facts


def _details(card: Card) -> list[tuple[Said, str]]:
    pairs = [(Said.NAME, name) for name in card.names]
    pairs += [(Said.GIVEN, card.given), (Said.FAMILY, card.family)]
    pairs += [(Said.EMAIL, address) for address in card.emails]
    pairs += [(Said.PHONE, number) for number in card.phones]
    pairs += [(Said.URL, url) for url in card.urls]
    pairs += list(card.details)
    return pairs


def _position(person: PersonId, job: Job) -> Position:
    return Position(
        person,
        job.company,
        job.title,
        Month.parse(job.start) if job.start else None,
        Month.parse(job.end, otherwise=12) if job.end else None,
    )
