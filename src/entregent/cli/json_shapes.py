"""The JSON that others build on: keys are added, never renamed.

Days are `YYYY-MM-DD`, months `YYYY-MM`, what is unknown null.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

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
from entregent.domain.facts import Entry, Fact, Source
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person, Tie
from entregent.domain.time_of_day import TimeOfDay

if TYPE_CHECKING:
    from entregent.drafts.brief import Draft

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
    return str(value) if isinstance(value, Month | TimeOfDay) else value


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


def draft(written: "Draft") -> Document:
    """Return a draft."""
    return {
        "subject": written.subject,
        "body": written.body,
        "forward": written.forward,
        "questions": list(written.questions),
        "closing": written.closing or None,
        "agenda": list(written.agenda),
        "minutes": written.minutes,
        "kit": list(written.kit),
        "language": written.language,
        "address": written.address.value,
        "channel": written.channel.value,
    }
