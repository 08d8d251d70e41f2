"""People said by hand: adding them with a free phrase, editing them, the owner's own profile."""

from dataclasses import dataclass
from typing import Literal

from entregent.domain.batches import Batch, BatchKind
from entregent.domain.facts import Connected, Detail, Fact, Position, Tied, Worked
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.text import fold
from entregent.domain.words import Address, Closeness, Context, Said
from entregent.identity import handles
from entregent.locale.phrase import PhraseFacts, understand
from entregent.locale.phrase_text import Vocabulary
from entregent.services.desk import Desk
from entregent.services.fitting import WAS_AT
from entregent.services.ports import BookError
from entregent.services.recording import record


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What may be said of somebody by hand; what is empty is not said."""

    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    title: str = ""
    company: str = ""
    start: Month | None = None
    end: Month | None = None
    sectors: tuple[str, ...] = ()
    circles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    note: str = ""
    context: Context | None = None
    address: Address | None = None
    closeness: Closeness | None = None
    since: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """The new person, what was understood of the phrase, and what was kept as a note."""

    person: Person
    facts: tuple[Fact, ...]
    note: str
    batch: BatchId


def add(
    desk: Desk,
    name: str,
    phrase: str,
    about: About,
    *,
    vocabulary: Vocabulary,
    namesake: Literal["refuse", "allow"] = "refuse",
) -> Added:
    """Add somebody the owner knows, with one free phrase in the words of `vocabulary`.

    Raises BookError: person.no-name, person.exists.
    """
    if not fold(name):
        raise BookError("person.no-name")
    book = desk.book
    if namesake == "refuse" and any(fold(p.name) == fold(name) for p in book.people()):
        raise BookError("person.exists", name=name)
    person = PersonId(desk.ids.new())
    heard = understand(phrase, vocabulary)
    facts = [
        Detail(person, Said.NAME, name.strip()),
        Connected(person, book.owner),
        *_heard(person, book.owner, heard),
        *_said(person, book.owner, about),
    ]
    batch = record(desk, facts, f"add {name}", people=(person,))
    portrait = book.person(person) or Person(person, name)
    return Added(portrait, tuple(facts[2:]), heard.note, batch)


def edit(desk: Desk, person: PersonId, about: About, *, without: tuple[str, ...] = ()) -> BatchId:
    """Say more of somebody, or of the owner; `without` takes values away (an old address, say).

    An address that is now the owner's folds whoever bore it into the owner. Raises BookError:
    edit.nothing, edit.no-such-value.
    """
    facts = _said(person, desk.book.owner, about)
    gone = _gone(desk, person, without)
    if not facts and not gone:
        raise BookError("edit.nothing")
    if gone:
        batch = record(desk, gone, "edit", extra={"removed": "yes"})
    if facts:
        batch = record(desk, facts, "edit")
    if person == desk.book.owner:
        _claim(desk, about.emails)
    return batch


def _gone(desk: Desk, person: PersonId, values: tuple[str, ...]) -> list[Fact]:
    portrait = desk.book.person(person)
    entries = desk.book.entries((Detail, Position), person=person)
    said = [fact for entry in entries if isinstance(fact := entry.fact, Detail | Position)]
    gone: list[Fact] = []
    for value in values:
        same = [fact for fact in said if _value(fact) == fold(value)]
        if portrait is None or not same or not _shows(portrait, fold(value)):
            raise BookError("edit.no-such-value", value=value)
        gone += list(dict.fromkeys(same))
    return gone


def _value(fact: Detail | Position) -> str:
    return fold(fact.value if isinstance(fact, Detail) else fact.company)


def _shows(person: Person, folded: str) -> bool:
    """Tell whether a portrait still holds a value, wherever it stands."""
    values = [
        *(person.names + person.emails + person.phones + person.urls),
        *(person.sectors + person.circles + person.tags + person.projects + person.topics),
        *(held.company for held in person.positions),
        *(value for _, value in person.details),
        person.title,
        person.lang,
    ]
    return folded in map(fold, values)


def _claim(desk: Desk, emails: tuple[str, ...]) -> None:
    owner = desk.book.owner
    mine = {handles.email(address) for address in emails} - {""}
    merges = [
        (person.id, owner)
        for person in desk.book.people()
        if person.id != owner
        and any(
            handles.email(address) in mine and not handles.is_role(handles.email(address))
            for address in person.emails
        )
    ]
    if merges:
        batch = BatchId(desk.ids.new())
        desk.book.apply(Batch(batch, BatchKind.MERGE, desk.now, merges=merges, title="me"))


def _heard(person: PersonId, owner: PersonId, heard: PhraseFacts) -> list[Fact]:
    about = About(
        company=heard.company,
        title=heard.title,
        start=heard.start,
        sectors=(heard.sector,),
        circles=heard.circles,
        note=heard.note,
        context=heard.context,
        address=heard.address,
        closeness=heard.closeness,
        since=heard.since,
    )
    facts = _said(person, owner, about)
    if heard.place:
        facts.append(Detail(person, Said.PLACE, heard.place))
    if heard.past_company:
        facts.append(Detail(person, Said.OTHER, f"{WAS_AT}={heard.past_company}"))
    if heard.worked:
        facts.append(Worked(person, heard.worked_at, heard.worked_from, heard.worked_to))
    return facts


def _said(person: PersonId, owner: PersonId, about: About) -> list[Fact]:
    values = [
        (Said.NAME, (about.name,)),
        (Said.EMAIL, about.emails),
        (Said.PHONE, about.phones),
        (Said.URL, about.urls),
        (Said.SECTOR, about.sectors),
        (Said.CIRCLE, about.circles),
        (Said.TAG, about.tags),
        (Said.PROJECT, about.projects),
        (Said.CLIENT, about.clients),
        (Said.TOPIC, about.topics),
        (Said.ADVICE, about.advice),
        (Said.LANG, about.langs),
        (Said.NOTE, (about.note,)),
        (Said.TITLE, () if about.company else (about.title,)),
    ]
    facts: list[Fact] = [
        Detail(person, said, value.strip())
        for said, given in values
        for value in given
        if value.strip()
    ]
    if about.company:
        facts.append(Position(person, about.company, about.title, about.start, about.end))
    tied = Tied(person, owner, about.context, about.address, about.closeness, about.since)
    if person != owner and tied != Tied(person, owner):
        facts.append(tied)
    return facts
