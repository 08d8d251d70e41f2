"""The JSON of one person: all that is known of them, and what passed between us."""

from datetime import date

from entregent.cli.json_shapes import Document, entry, named, person, plain, source, tie
from entregent.cli.names import Names
from entregent.domain.facts import Gave, Received, Seen
from entregent.services.accounts import LedgerLine
from entregent.services.backgrounds import Background
from entregent.services.dossiers import Dossier


def dossier(known: Dossier, names: Names, today: date) -> Document:
    """Return everything known of somebody, each fact with its source."""
    owner = names.owner
    return {
        "person": person(known.person, today),
        "tie": tie(known.tie) if known.tie else None,
        "facts": [entry(one) for one in known.entries if not isinstance(one.fact, Seen)],
        "encounters": [
            {
                "date": met.on.isoformat(),
                "channel": met.channel.value,
                "by": "me" if met.person == owner else "them",
                "with": named(names, met.other if met.person == known.person.id else met.person),
                "where": met.where or None,
                "note": met.note or None,
                "source": source(where),
            }
            for met, where in known.encounters
        ],
        "encounter_count": known.encounter_count,
        "knows": [{"person": named(names, one.id), **tie(other)} for one, other in known.known_to],
        **background(known.background, names),
    }


def background(told: Background, names: Names) -> Document:
    """Return what companies tell of somebody, with what tells it."""
    return {
        "by_address": [{"company": one.company, "address": one.address} for one in told.addressed],
        "by_company": [
            {"company": company, "sector": sector.code, "fr": sector.fr, "en": sector.en}
            for company, sector in told.sectors
        ],
        "colleagues": [
            {
                "person": named(names, one.person.id),
                "company": one.company,
                "start": plain(one.start),
                "end": plain(one.end),
            }
            for one in told.colleagues
        ],
    }


def ledger_line(line: LedgerLine) -> Document:
    """Return the facts of one person and whose turn it is; never a total."""
    return {
        "person": {"id": line.person.id, "name": line.person.name},
        "asked": [
            {
                "date": past.asked.on.isoformat(),
                "kind": past.asked.kind.value,
                "text": past.asked.text,
                "ask": past.asked.ask,
                "continues": past.continues,
                "reply": past.answer.reply.value if past.answer else None,
            }
            for past in line.asked
        ],
        "answered": [
            {"date": one.on.isoformat(), "reply": one.reply.value, "kind": plain(one.kind)}
            for one in line.answered
        ],
        "received": [_favour(one) for one in line.received],
        "gave": [_favour(one) for one in line.gave],
        "thanked": [{"date": one.on.isoformat()} for one in line.thanked],
        "thanks_owed": line.thanks_owed,
        "resting_until": plain(line.resting_until),
        "turn": plain(line.turn),
    }


def _favour(deed: Received | Gave) -> Document:
    return {"date": deed.on.isoformat(), "text": deed.text}
