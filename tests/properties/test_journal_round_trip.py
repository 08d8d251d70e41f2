"""A journal that was written reads back as the same facts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.domain.facts import (
    Answered,
    Apart,
    Asked,
    Boundary,
    Busy,
    Discreet,
    Encounter,
    Entry,
    Fact,
    Gave,
    House,
    Invited,
    LeftOut,
    Lifted,
    Need,
    Offer,
    Position,
    Received,
    Source,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.ids import ME, AskId, BatchId, FactId, PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.reading import Card, Reading
from entregent.domain.upkeep import Kept, Lead, LeadEnded, Promised, Rhythm, Side
from entregent.domain.words import (
    Address,
    Channel,
    Closeness,
    Context,
    Kind,
    Origin,
    Reply,
    Said,
    Usage,
)
from entregent.exchange import journal
from entregent.exchange.journal import writer as journal_writer

OTHERS = tuple(PersonId(f"p{number}") for number in range(4))
OWNER = PersonId("owner")

text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
"""What a book can hold: a NUL never enters one."""
words = text.filter(bool)
several = st.lists(words, max_size=2, unique=True).map(tuple)
names = st.one_of(st.sampled_from(["Léa", "lea", "me", "--", "@p1", "Jean Martin", "; x"]), text)
days = st.dates(date(1990, 1, 1), date(2040, 1, 1))
months = st.one_of(st.none(), st.builds(Month, st.integers(1980, 2030), st.integers(1, 12)))
spans = st.tuples(months, months).filter(lambda span: None in span or span[0] <= span[1])
periods = st.tuples(days, days).map(sorted)
other = st.sampled_from(OTHERS)
anybody = st.sampled_from((OWNER, *OTHERS))
pairs = st.tuples(anybody, anybody).filter(lambda pair: pair[0] != pair[1])
asks = st.one_of(st.none(), st.sampled_from([AskId("a1"), AskId("a 2")]))
channels = st.sampled_from([one for one in Channel if one is not Channel.CROSSED])


def maybe(words: type) -> st.SearchStrategy:
    return st.one_of(st.none(), st.sampled_from(list(words)))


ties = st.builds(
    lambda pair, *said: Tied(*(pair[::-1] if pair[0] == OWNER else pair), *said),
    pairs,
    maybe(Context),
    maybe(Address),
    maybe(Closeness),
    text,
)
encounters = st.builds(
    lambda pair, *rest: Encounter(*pair, *rest), pairs, days, channels, text, text, text
)
weights = st.integers(1, 5)
facts = st.one_of(
    ties,
    st.builds(lambda who, where, span: Worked(who, where, *span), other, words, spans),
    st.builds(House, words, text, maybe(Usage)),
    st.builds(
        Boundary, anybody, st.frozensets(st.sampled_from(list(Kind))), st.none() | days, text
    ),
    st.builds(lambda who, period, why: Busy(who, *period, why), anybody, periods, text),
    st.builds(Need, anybody, text),
    st.builds(Offer, anybody, text),
    st.builds(LeftOut, other),
    st.builds(Discreet, other, text),
    st.builds(Discreet, st.none(), words),
    st.builds(lambda pair: Apart(*pair), pairs),
    st.builds(Asked, other, days, st.sampled_from(list(Kind)), text, asks, asks),
    st.builds(Answered, other, days, st.sampled_from(list(Reply))),
    st.builds(Invited, other, days),
    st.builds(Received, other, days, text, weights),
    st.builds(Gave, other, days, text, weights),
    st.builds(Thanked, other, days),
    st.builds(Lifted, other, days, st.sampled_from(list(Kind))),
    st.builds(Promised, other, days, text, st.sampled_from(list(Side)), st.none() | days),
    st.builds(Kept, other, days, text, st.sampled_from(list(Side))),
    st.builds(Rhythm, days, st.none() | st.integers(1, 400), other),
    st.builds(Rhythm, days, st.none() | st.integers(1, 400), st.none(), words),
    st.builds(
        lambda who, on, said: Lead(who[0], on, said, who[1]), st.permutations(OTHERS), days, text
    ),
    st.builds(Lead, other, days, text, st.none(), text, text, asks),
    st.builds(LeadEnded, other, days, text, st.none(), text, st.none() | days),
)
extras = st.dictionaries(st.sampled_from(["x", "shoe-size", "école"]), text, max_size=2)
entries = st.builds(
    Entry,
    st.just(FactId("f")),
    st.just(BatchId("b")),
    facts,
    st.just(Source(Origin.HAND)),
    extras,
)


@st.composite
def portraits(draw: st.DrawFn, who: PersonId) -> Person:
    held = draw(st.lists(st.tuples(words, text, spans), max_size=2))
    return Person(
        who,
        draw(names),
        emails=draw(several),
        phones=draw(several),
        urls=draw(several),
        title=draw(text),
        positions=tuple(Position(who, company, title, *span) for company, title, span in held),
        sectors=draw(several),
        circles=draw(several),
        tags=draw(several),
        projects=draw(several),
        topics=draw(several),
        lang=draw(text),
        details=tuple((Said.NOTE, note) for note in draw(several)),
    )


people = st.tuples(*(portraits(who) for who in (OWNER, *OTHERS)))


def read(written: str) -> Reading:
    return journal.read(written.encode(), "x.journal", ZoneInfo("UTC"))


def as_owned(fact: Fact) -> Fact:
    """Call the owner by the book's id again."""
    mine = {
        one.name: OWNER
        for one in fields(fact)
        if one.name in {"person", "other"} and getattr(fact, one.name) == ME
    }
    return replace(fact, **mine)


def with_extra(fact: Fact, extra: Mapping[str, str]) -> tuple[Fact, frozenset[tuple[str, str]]]:
    return fact, frozenset(extra.items())


@given(people, st.lists(entries, max_size=6), st.lists(encounters, max_size=4))
@settings(deadline=None, max_examples=150)
def test_facts_come_back_as_they_were(
    people: tuple[Person, ...], entries: list[Entry], encounters: list[Encounter]
):
    written = journal_writer.write(people, entries, encounters, OWNER)
    reading = read(written)
    stated = [one for one in reading.facts if not isinstance(one.fact, Position)]
    assert reading.problems == ()
    assert Counter(with_extra(as_owned(one.fact), one.extra) for one in stated) == Counter(
        [*(with_extra(one.fact, one.extra) for one in entries)]
        + [with_extra(one, {}) for one in encounters]
    )


@given(people)
@settings(deadline=None, max_examples=100)
def test_portraits_come_back_as_they_were(people: tuple[Person, ...]):
    reading = read(journal_writer.write(people, (), (), OWNER))
    assert reading.problems == ()
    cards = {OWNER if one.ref == ME else one.ref: one for one in reading.cards}
    assert cards.keys() == {person.id for person in people}
    for person in people:
        held = [repr(one.fact) for one in reading.facts if _is_of(one.fact, person.id)]
        assert _said(person) == _read(cards[person.id], person.id, held)


def _is_of(fact: Fact, who: PersonId) -> bool:
    return isinstance(fact, Position) and fact.person == (ME if who == OWNER else who)


def _said(person: Person) -> tuple[object, ...]:
    details = [
        *((Said.TITLE, title) for title in [person.title] if title),
        *((Said.LANG, lang) for lang in [person.lang] if lang),
        *((Said.SECTOR, one) for one in person.sectors),
        *((Said.CIRCLE, one) for one in person.circles),
        *((Said.TAG, one) for one in person.tags),
        *((Said.PROJECT, one) for one in person.projects),
        *((Said.TOPIC, one) for one in person.topics),
        *person.details,
    ]
    return (
        tuple(filter(None, [person.name])),
        person.emails,
        person.phones,
        person.urls,
        details,
        Counter(map(repr, person.positions)),
    )


def _read(card: Card, who: PersonId, held: list[str]) -> tuple[object, ...]:
    jobs = [
        repr(Position(who, job.company, job.title, _month(job.start), _month(job.end)))
        for job in card.jobs
    ]
    return (
        card.names,
        card.emails,
        card.phones,
        card.urls,
        list(card.details),
        Counter([*jobs, *(one.replace(repr(ME), repr(OWNER)) for one in held)]),
    )


def _month(text: str) -> Month | None:
    return Month.parse(text) if text else None


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_fuss(data: bytes):
    reading = journal.read(data, "x", ZoneInfo("UTC"))
    assert reading.read >= len(reading.problems)
    journal.recognises(data, "x.journal")


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                'me person tie met "Léa" Omar @o id:o -- 2026-01-02 asked advice no:all " ; x:'
                " from:2020 company:A weight:3 by:them".split()
            ),
            max_size=6,
        ).map(" ".join),
        max_size=6,
    )
)
def test_every_line_is_accounted_for(lines: list[str]):
    reading = read("\n".join(lines))
    records = {one.record for one in (*reading.cards, *reading.facts)}
    problems = [one.where for one in reading.problems]
    assert len(problems) == len(set(problems))
    assert len(records) + len(problems) == reading.read
    assert not records & set(problems)
