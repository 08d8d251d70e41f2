"""A card that is written and read again says the same of the same person."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.domain.facts import Position
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.reading import Card, Job
from entregent.domain.text import fold, tokens
from entregent.domain.words import Said
from entregent.exchange import vcard
from entregent.exchange.text import clean, one_line
from entregent.exchange.vcard.writer import Version, write

WRITTEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ID = PersonId("0195c6a0-0000-7000-8000-000000000001")

texts = st.text(st.one_of(st.characters(), st.sampled_from("\\,;:\"^= \n'")), max_size=120)
words = texts.map(one_line).filter(lambda text: bool(tokens(text)))
notes = texts.map(clean).filter(bool)
names = words.filter(lambda name: len(tokens(name)) > 1)
labels = st.from_regex(r"[a-z0-9.]{1,12}", fullmatch=True)
emails = st.builds("{}@{}.example".format, labels, labels)
phones = st.from_regex(r"\+33 6 39 98 \d\d \d\d", fullmatch=True)
urls = st.builds("https://{}.example/{}".format, labels, labels)
months = st.builds(Month, st.integers(1990, 2026), st.integers(1, 12))
days = st.dates(min_value=datetime(1900, 1, 1, tzinfo=UTC).date()).map(str)
birthdays = st.one_of(days, st.sampled_from(["--02-29", "--12-31"])).filter(
    lambda day: not day.startswith("1604")
)
heads = st.from_regex(r"X-[A-D]{3}(;X-[E-H]{2}=[a-z ,:^]{1,9})?", fullmatch=True)
values = st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1)


def distinct(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(strategy, max_size=3, unique_by=lambda text: fold(text) or text).map(tuple)


@st.composite
def positions(draw: st.DrawFn) -> tuple[Position, ...]:
    companies = draw(distinct(words))
    return tuple(
        Position(
            ID,
            company,
            draw(st.one_of(st.just(""), words)),
            draw(st.one_of(st.none(), months)),
            draw(st.one_of(st.none(), months)),
        )
        for company in companies
    )


@st.composite
def people(draw: st.DrawFn) -> Person:
    held = draw(distinct(names))
    mails = draw(distinct(emails))
    jobs = draw(positions())
    title = next((job.title for job in jobs if job.end is None and job.title), "")
    details = [(Said.NOTE, note) for note in draw(distinct(notes))]
    details += [(Said.BIRTHDAY, day) for day in draw(distinct(birthdays))[:1]]
    details += [(Said.PLACE, place) for place in draw(distinct(words))]
    return Person(
        ID,
        next(iter((*held, *mails)), "?"),
        held,
        mails,
        draw(distinct(phones)),
        draw(distinct(urls)),
        title or draw(st.one_of(st.just(""), words)),
        jobs,
        tags=draw(distinct(words.filter(lambda tag: "mycontacts" not in fold(tag)))),
        topics=draw(distinct(words)),
        details=tuple(details),
    )


def said(card: Card, word: Said) -> set[str]:
    return {value for kind, value in card.details if kind is word}


def there_and_back(person: Person, version: Version, kept: dict[str, str]) -> tuple[str, Card]:
    text = "".join(write([(person, kept)], version, written=WRITTEN))
    (card,) = vcard.read(text.encode(), "x", zone=ZoneInfo("Europe/Paris")).cards
    return text, card


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@given(person=people())
def test_a_person_comes_back(version: Version, person: Person) -> None:
    text, card = there_and_back(person, version, {})
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert set(card.names) == set(person.names or ([] if person.emails else ["?"]))
    assert card.emails == person.emails
    assert card.phones == person.phones
    assert card.urls == person.urls
    assert said(card, Said.NOTE) == {text for word, text in person.details if word is Said.NOTE}
    assert said(card, Said.PLACE) == {town for word, town in person.details if word is Said.PLACE}
    assert said(card, Said.BIRTHDAY) == {
        day for word, day in person.details if word is Said.BIRTHDAY
    }
    assert said(card, Said.TAG) == set(person.tags)
    assert said(card, Said.TOPIC) == set(person.topics)
    jobs = {
        Job(job.company, job.title, str(job.start or ""), str(job.end or ""))
        for job in person.positions
    }
    stray = {job for job in card.jobs if not job.company}
    assert set(card.jobs) - stray == jobs
    assert {job.title for job in stray} <= {person.title}


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@given(kept=st.dictionaries(heads, values, max_size=4))
def test_what_the_book_has_no_word_for_comes_back(version: Version, kept: dict[str, str]) -> None:
    _, card = there_and_back(Person(ID, "Zoé Lefèvre", ("Zoé Lefèvre",)), version, kept)
    again, twice = there_and_back(
        Person(ID, "Zoé Lefèvre", ("Zoé Lefèvre",)), version, dict(card.extra)
    )
    assert twice.extra == card.extra
    for head, value in kept.items():
        if value.strip(" ;,") and not value.lower().startswith("data:"):
            assert f":{value}" in again.replace("\r\n ", ""), head
