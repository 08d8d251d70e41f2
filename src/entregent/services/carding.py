"""A card said as facts."""

from entregent.domain.facts import Connected, Detail, Fact, Position, Profile
from entregent.domain.ids import ME, PersonId
from entregent.domain.months import Month
from entregent.domain.reading import Card, Job
from entregent.domain.words import Said
from entregent.identity.facets import ALIAS


def said_by(card: Card, person: PersonId, owner: PersonId) -> list[Fact]:
    """Return what a card says of a person, each once; `owner` is the book's."""
    tie = tie_of(card, person, owner)
    return [*profile_of(card, person), *([tie] if tie else [])]


def tie_of(card: Card, person: PersonId, owner: PersonId) -> Connected | None:
    """Return the tie with the owner that a card makes by being there, if it does."""
    return Connected(person, owner) if card.known and person != owner else None


def profile_of(card: Card, person: PersonId) -> list[Profile]:
    """Return what a card says of a person alone, each once."""
    details = dict.fromkeys(_details(card))
    facts: list[Profile] = [Detail(person, said, value) for said, value in details if value.strip()]
    if card.exact and card.ref not in (ME, person):
        facts.append(Detail(person, Said.OTHER, f"{ALIAS}={card.ref}"))
    jobs = dict.fromkeys(card.jobs) if len(card.jobs) > 1 else card.jobs
    facts += dict.fromkeys([_position(person, job) for job in jobs if job.company])
    titles = dict.fromkeys([job.title for job in jobs if job.title and not job.company])
    facts += [Detail(person, Said.TITLE, one) for one in titles if (Said.TITLE, one) not in details]
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
