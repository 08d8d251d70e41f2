"""The JSON that others build on: keys are added, never renamed.

Days are `YYYY-MM-DD`, months `YYYY-MM`, what is unknown null.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

from entregent.cli.names import Names
from entregent.domain.asking import (
    Goal,
    Noted,
    ToCompany,
    ToFriends,
    ToPerson,
    ToSector,
    ToTopic,
)
from entregent.domain.batches import BatchLine, FileReport
from entregent.domain.facts import Entry, Fact, Gave, Received, Seen, Source
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person, Tie
from entregent.drafts.brief import Draft
from entregent.identity import Alike, Like
from entregent.locale.speech import Speech
from entregent.locale.wording import problem_sentence
from entregent.services.accounts import LedgerLine
from entregent.services.backgrounds import Background
from entregent.services.dossiers import Dossier
from entregent.services.importing import ImportReport

Document: TypeAlias = dict[str, Any]


def plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return any value of ours as JSON has it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, Month) else value


def named(names: Names, person: PersonId) -> Document:
    """Return somebody by id and name."""
    return {"id": person, "name": names.full(person)}


def target(goal: Goal, names: Names) -> Document:
    """Return what a goal aims at."""
    match goal.target:
        case ToPerson(person=person):
            return {"person": named(names, person)}
        case ToCompany(name=name):
            return {"company": name}
        case ToSector(name=name):
            return {"sector": name}
        case ToTopic(words=words):
            return {"topic": words}
        case ToFriends():
            return {"friends": "close"}


def goal(planned: Goal, names: Names) -> Document:
    """Return a planned ask."""
    return {
        "id": planned.id,
        "kind": planned.kind.value,
        "target": target(planned, names),
        "for": planned.purpose or None,
        "by": plain(planned.by),
        "continues": planned.continues,
        "done": plain(planned.done),
    }


def noted(fact: Noted, names: Names) -> Document:
    """Return a dated fact that a reason rests on."""
    return {
        "date": plain(fact.on),
        "what": fact.what,
        "text": fact.text,
        "person": named(names, fact.person),
    }


def source(where: Source) -> Document:
    """Return where a fact comes from."""
    return {"origin": where.origin.value, "file": where.file, "record": where.record}


def person(portrait: Person, today: date) -> Document:
    """Return a portrait as a list of people shows it; sources that name a file only."""
    return {
        "id": portrait.id,
        "name": portrait.name,
        "names": list(portrait.names),
        "emails": list(portrait.emails),
        "phones": list(portrait.phones),
        "companies": list(portrait.companies(today)),
        "sources": [
            {"file": where.file, "record": where.record}
            for where in portrait.sources
            if where.file or where.record
        ],
    }


def entry(kept: Entry) -> Document:
    """Return a fact with its kind, its values, its source and its batch."""
    return {
        "id": kept.id,
        **fact(kept.fact),
        **({"extra": dict(kept.extra)} if kept.extra else {}),
        "source": source(kept.source),
        "batch": kept.batch,
    }


def file_report(report: FileReport, speech: Speech) -> Document:
    """Return what became of a file's records."""
    return {
        "path": report.path,
        "kind": report.origin.value,
        "read": report.read,
        "new": report.new,
        "changed": report.changed,
        "same": report.same,
        "problems": [
            {"where": problem.where, "what": problem_sentence(speech, problem)}
            for problem in report.problems
        ],
        "changes": [
            {
                "person": {"id": change.person, "name": change.name},
                "field": change.field,
                "was": change.was or None,
                "now": change.now,
            }
            for change in report.changes
        ],
    }


def because(pair: Alike[PersonId]) -> list[str]:
    """Return the codes of what speaks for two being one, how their names are alike first."""
    named_alike = [] if pair.names in (Like.NONE, Like.OTHER) else [f"{pair.names.value}"]
    return [*named_alike, *(sign.value for sign in pair.because)]


def imported(report: ImportReport, speech: Speech, names: Names) -> Document:
    """Return what an import did."""
    return {
        "batch": report.batch,
        "files": [file_report(one, speech) for one in report.files],
        "suggestions": [
            {
                "person": named(names, pair.other),
                "other": named(names, pair.one),
                "because": because(pair),
                "against": [sign.value for sign in pair.against],
            }
            for pair in report.suggestions
        ],
    }


def batches(lines: Sequence[BatchLine], speech: Speech) -> list[Document]:
    """Return batches as a list shows them, the latest first."""
    return [
        {
            "batch": line.id,
            "kind": line.kind.value,
            "at": line.at.isoformat(),
            "title": line.title,
            "files": [file_report(one, speech) for one in line.files],
        }
        for line in reversed(lines)
    ]


def fact(said: Fact) -> Document:
    """Return a fact with its kind and what it says."""
    values = {each.name: plain(getattr(said, each.name)) for each in fields(said)}
    told = {name: value for name, value in values.items() if value not in ("", None)}
    return {"fact": type(said).__name__.lower(), **told}


def tie(known: Tie) -> Document:
    """Return what a tie is, in words and dates."""
    return {
        "context": plain(known.context),
        "address": plain(known.address),
        "closeness": plain(known.closeness),
        "since": known.since or None,
        "first": plain(known.first),
        "last": plain(known.last),
        "encounters": known.count,
    }


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


def draft(written: Draft) -> Document:
    """Return a draft."""
    return {
        "subject": written.subject,
        "body": written.body,
        "forward": written.forward,
        "questions": list(written.questions),
        "kit": list(written.kit),
        "language": written.language,
        "address": written.address.value,
        "channel": written.channel.value,
    }
