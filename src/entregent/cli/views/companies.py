"""Companies on a sheet, and as JSON has them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.cli.views.people import job
from entregent.domain.people import Person
from entregent.services.companies import Company

_SHOWN = 20


def index(face: Face, found: Sequence[Company], limit: int) -> Paper:
    """Lay out companies by name, with how many people of the book are there."""
    paper = face.paper()
    if not found:
        paper.write(face.say("company.none"))
        return paper
    some = found[: limit or None]
    for one in some:
        there = len(one.here) + len(one.addressed)
        told = [face.say("people.count", n=there)] if there else [face.say("company.only-before")]
        told += filter(None, [sector(face, one)])
        paper.across(one.name, " · ".join(told))
    paper.air()
    paper.write(face.say("company.count", n=len(found)), touch=Touch.SOFT)
    if len(some) < len(found):
        paper.write(face.say("list.more", shown=len(some), n=len(found)), touch=Touch.SOFT)
    return paper


def sheet(face: Face, known: Company, today: date) -> Paper:
    """Lay out all that is known of one company."""
    paper = face.paper()
    paper.across(known.name, sector(face, known))
    rows = [
        (face.say("company.sector"), _sector_told(face, known)),
        (face.say("company.usage"), face.say(f"company.referrals-{known.referrals or 'unknown'}")),
        (face.say("company.domains"), ", ".join(known.domains)),
    ]
    paper.pairs(rows)
    _people(paper, face, "company.here", ((one, job(one, today)) for one in known.here))
    told = ((one, face.say("show.from-address", address=at)) for one, at in known.addressed)
    _people(paper, face, "company.addressed", told)
    _people(paper, face, "company.was-here", ((one, job(one, today)) for one in known.was_here))
    paper.air()
    paper.write(face.say("company.next", company=known.name), touch=Touch.SOFT)
    return paper


def sector(face: Face, known: Company) -> str:
    """Return the sector, in the person's language where the table tells it."""
    table = known.known
    told = table.called(face.speech.lang) if table else ""
    return known.sector or told


def line(face: Face, known: Company) -> dict[str, Any]:
    """Return a company as a list shows it."""
    return {
        "name": known.name,
        "people": len(known.here) + len(known.addressed),
        "were": len(known.was_here),
        "sector": sector(face, known) or None,
        "sector_from": known.sector_from,
        "referrals": known.referrals.value if known.referrals else None,
    }


def document(face: Face, known: Company) -> dict[str, Any]:
    """Return all that is known of a company."""
    return {
        **line(face, known),
        "domains": list(known.domains),
        "here": [_named(one) for one in known.here],
        "by_address": [{**_named(one), "address": address} for one, address in known.addressed],
        "was_here": [_named(one) for one in known.was_here],
    }


def _named(person: Person) -> dict[str, Any]:
    return {"id": person.id, "name": person.name}


def _sector_told(face: Face, known: Company) -> str:
    if known.sector_from == "table":
        return face.say("company.from-table", sector=sector(face, known))
    return known.sector or face.say("company.no-sector")


def _people(paper: Paper, face: Face, key: str, rows: Iterable[tuple[Person, str]]) -> None:
    told = list(rows)
    if not told:
        return
    paper.label(face.say(key))
    for person, what in told[:_SHOWN]:
        paper.write(f"{person.name}, {what}" if what else person.name, indent=2, lead="· ")
    if len(told) > _SHOWN:
        paper.write(face.say("company.more", n=len(told) - _SHOWN), indent=4, touch=Touch.SOFT)
