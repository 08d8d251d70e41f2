"""A message understood: whose request it is, what it asks, of whom, by when; nothing is made up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from entregent.domain.facts import Detail
from entregent.domain.ids import BatchId, PersonId, RequestId
from entregent.domain.inbox import Requested
from entregent.domain.letters import Letter, Sent, Writer
from entregent.domain.people import Person
from entregent.domain.text import company_key, fold, tokens
from entregent.domain.words import Kind, Said
from entregent.drafts.recognise import OwnShapes
from entregent.drafts.wording import parse
from entregent.identity import handles
from entregent.ledger.inbox.deadline import deadline
from entregent.ledger.inbox.detect import detect
from entregent.ledger.inbox.named import company, spaced, stands, whom
from entregent.ledger.inbox.sentences import Sentence, language_of, sentences
from entregent.ledger.inbox.words import Language, RequestWords
from entregent.ledger.inbox.zones import zones
from entregent.locale.phrases import flat
from entregent.services.desk import Desk
from entregent.services.inbox import add, inbox
from entregent.services.ports import BookError, Catalogue

_MOST = 300
"""So many letters of a request are kept: the sentences that ask."""


class Without(StrEnum):
    """Why a message holds no request to me."""

    NO_REQUEST = "no-request"
    MINE = "mine"
    """I wrote it myself."""
    MACHINE = "machine"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Nothing:
    """A message that asks nothing of me, and why."""

    why: Without


@dataclass(frozen=True, slots=True)
class Understood:
    """A request as it was understood; what could not be told is None, or empty.

    `person` is who asks, if the book knows them; `writer` is who the message says. `whom` is the
    name of whom they want to meet as they wrote it, `other` that person, if the book knows one.
    """

    kind: Kind
    language: Language | None
    text: str
    on: date
    writer: Writer
    person: Person | None = None
    whom: str = ""
    other: Person | None = None
    company: str = ""
    by: date | None = None


Reading: TypeAlias = Understood | Nothing


@dataclass(frozen=True, slots=True)
class _Part:
    """What one person wrote, of a message that may hold several people's words."""

    writer: Writer
    subject: str
    text: str
    on: date


class InboxReader:
    """Understands messages by the shapes of our own asks, then by the vocabulary."""

    def __init__(self, desk: Desk, catalogue: Catalogue) -> None:
        """Take the book that knows people, and the words to understand by."""
        self._desk = desk
        self._words = RequestWords(catalogue.template("vocabulary/requests"))
        self._shapes = OwnShapes(
            parse("ask", catalogue.template("templates/ask"))
            | parse("common", catalogue.template("templates/common"))
        )

    def read(self, letter: Letter, kind: Kind | None = None) -> Reading:
        """Return the request that a message holds: its author's, or that of whom they forward.

        `kind` is what I say it is, for a message that does not tell by itself.
        """
        parts = [part for part in self._parts(letter) if not self._is_mine(part.writer)]
        for part in parts:
            if found := self._asked(part):
                return found
        if kind is not None and parts and (parts[0].text or parts[0].subject):
            return self._said(parts[0], kind)
        return Nothing(self._why(letter))

    def _parts(self, letter: Letter) -> Iterator[_Part]:
        """Yield each person's own words, the sender's first, then those they pass on."""
        on = min(letter.on or self._desk.today, self._desk.today)
        found = zones(letter.text, self._words)
        passed, bare = found.passed, not found.own and found.passed is not None
        if letter.sent is Sent.BY_PERSON and not bare and not self._bulk(letter.text):
            yield _Part(letter.writer, letter.subject, found.own, on)
        if passed is not None and not self._bulk(passed.text):
            subject = passed.subject or (letter.subject if bare else "")
            yield _Part(passed.writer, subject, passed.text, on)
        if letter.inner is not None:
            yield from self._parts(letter.inner)

    def _bulk(self, text: str) -> bool:
        return self._words.part("list").search(flat(text)) is not None

    def _is_mine(self, writer: Writer) -> bool:
        owner = self._desk.book.person(self._desk.book.owner)
        mine = map(handles.email, owner.emails if owner else ())
        return bool(writer.address) and handles.email(writer.address) in set(mine)

    def _why(self, letter: Letter) -> Without:
        if letter.sent is Sent.TO_A_LIST:
            return Without.LIST
        if letter.sent is Sent.BY_MACHINE or self._bulk(letter.text):
            return Without.MACHINE
        return Without.MINE if self._is_mine(letter.writer) else Without.NO_REQUEST

    def _asked(self, part: _Part) -> Understood | None:
        said = tuple(sentences(part.text))
        if ours := self._shapes.recognise(part.subject, part.text):
            own = detect(part.text, self._words)
            asking = own.text if own else (said[0].text if said else part.subject)
            named = (ours.person, ours.company)
            return self._complete(part, ours.kind, ours.language, asking, named)
        found = detect(part.text, self._words) or detect(part.subject, self._words)
        if found is None:
            return None
        named = self._named(found.kind, found.language, (*found.sentences, *said))
        return self._complete(part, found.kind, found.language, found.text, named)

    def _said(self, part: _Part, kind: Kind) -> Understood:
        language = language_of(part.text, self._words)
        asking = " ".join((part.text or part.subject).split())
        named = self._named(kind, language, tuple(sentences(part.text))) if language else ("", "")
        return self._complete(part, kind, language, asking, named)

    def _named(self, kind: Kind, language: Language, said: tuple[Sentence, ...]) -> tuple[str, str]:
        """Return whom and which company a request names; only some kinds are about either."""
        tongue = self._words.tongues[language]
        names = map(whom, said, [tongue] * len(said)) if kind is Kind.INTRODUCTION else ()
        about = kind in (Kind.INTRODUCTION, Kind.REFERRAL)
        places = map(company, said, [tongue] * len(said)) if about else ()
        return next(filter(None, names), ""), next(filter(None, places), "")

    def _complete(
        self,
        part: _Part,
        kind: Kind,
        language: Language | None,
        asking: str,
        named: tuple[str, str],
    ) -> Understood:
        person = self._writer(part.writer)
        other = self._bearer(named[0]) or self._colleague(*named)
        if kind is Kind.INTRODUCTION and not named[0]:
            other = self._mentioned(self._told(part, language, asking), named[1], person)
        if other is not None and person is not None and other.id == person.id:
            other = None
        text = asking if len(asking) <= _MOST else asking[: _MOST - 1].rstrip() + "…"
        by = self._by(part, language)
        return Understood(
            kind, language, text, part.on, part.writer, person, named[0], other, named[1], by
        )

    def _by(self, part: _Part, language: Language | None) -> date | None:
        """Return the first day that any sentence sets."""
        if language is None:
            return None
        tongue = self._words.tongues[language]
        days = (deadline(said.flat, tongue, part.on) for said in sentences(part.text))
        return next(filter(None, days), None)

    def _writer(self, writer: Writer) -> Person | None:
        """Return who in the book has the writer's address, else alone bears their name."""
        address = handles.email(writer.address) if writer.address else ""
        if address:
            people = self._desk.book.people()
            found = [one for one in people if address in map(handles.email, one.emails)]
            if found:
                return found[0] if len(found) == 1 else None
        return self._bearer(writer.name)

    def _bearer(self, name: str) -> Person | None:
        """Return the one person, not me, who bears a name."""
        if not fold(name):
            return None
        people = self._desk.book.people()
        found = [one for one in people if fold(name) in map(fold, (one.name, *one.names))]
        mine = self._desk.book.owner
        return found[0] if len(found) == 1 and found[0].id != mine else None

    def _colleague(self, name: str, company: str) -> Person | None:
        """Return the one person at a company whose name is a part of this one, or holds it."""
        wanted, key, today = set(tokens(name)), company_key(company), self._desk.today
        if not (wanted and key):
            return None
        found = [
            one
            for one in self._desk.book.people()
            if key in map(company_key, one.companies(today))
            and one.id != self._desk.book.owner
            and (wanted <= set(tokens(one.name)) or set(tokens(one.name)) <= wanted)
        ]
        return found[0] if len(found) == 1 else None

    def _told(self, part: _Part, language: Language | None, asking: str) -> str:
        """Return where to look for whom they want to meet: "put us in touch" may follow a name."""
        both = language is not None and self._words.tongues[language].both.search(flat(asking))
        return part.text if both else asking

    def _mentioned(self, text: str, company: str, writer: Person | None) -> Person | None:
        """Return the one person whose full name stands in a text, neither the writer nor I.

        Where a company is named, somebody known to be elsewhere is not the one.
        """
        desk, key, said = self._desk, company_key(company), spaced(tokens(text))
        others = {desk.book.owner, writer.id if writer else desk.book.owner}
        found = [
            one
            for one in desk.book.people()
            if one.id not in others and any(stands(name, said) for name in (one.name, *one.names))
        ]
        if len(found) != 1:
            return None
        places = [company_key(one) for one in found[0].companies(desk.today)]
        return found[0] if not (key and places) or key in places else None


def keep(desk: Desk, found: Understood, person: Person | None) -> tuple[Requested, Person, BatchId]:
    """Keep a request that I confirmed, of `person` if I name one; the asker may be new.

    Where they want to meet somebody by name whom the book does not know, their company is not
    kept: anybody there will not do.
    Raises BookError: inbox.no-sender, inbox.already, and those of `add`.
    """
    asker = person or found.person
    newcomer = [] if asker else _newcomer(desk, found.writer)
    who = asker.id if asker else newcomer[0].person
    other = found.other.id if found.other else None
    company = "" if found.whom and other is None else found.company
    asked = Requested(
        who, found.on, found.kind, RequestId(""), found.text, other, company, found.by
    )
    for one in inbox(desk):
        if replace(one.asked, request=RequestId("")) == asked:
            raise BookError("inbox.already", number=str(one.number))
    kept, batch = add(desk, asked, newcomer=newcomer)
    return kept, asker or desk.book.person(who) or Person(who, found.writer.name), batch


def _newcomer(desk: Desk, writer: Writer) -> list[Detail]:
    """Return what makes a person of who wrote."""
    if not writer.name:
        raise BookError("inbox.no-sender")
    person = PersonId(desk.ids.new())
    said = ((Said.NAME, writer.name), (Said.EMAIL, writer.address))
    return [Detail(person, word, value) for word, value in said if value]
