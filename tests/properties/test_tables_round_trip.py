"""A table that is written and read again says the same of the same people."""

from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from entregent.domain.facts import Position
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Job
from entregent.domain.words import Origin, Said
from entregent.exchange.csvbook import write
from entregent.exchange.detect import FORMATS, Kind, recognise

GOOGLE = FORMATS[Kind.GOOGLE]

words = st.from_regex(r"[A-Z][a-zé]{3,9}", fullmatch=True).filter(
    lambda word: word not in ("None", "Null", "Unknown", "Unspecified")  # these say nothing
)
names = st.builds("{} {}".format, words, words)
emails = st.from_regex(r"[a-z]{1,9}@[a-z]{1,9}\.example", fullmatch=True)
phones = st.from_regex(r"\+33 6 39 98 \d\d \d\d", fullmatch=True)
notes = st.from_regex(r"[=+@a-z\"';,|-][a-z\"';, \n()!]{0,20}[a-z]", fullmatch=True)


def some(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(strategy, max_size=3, unique_by=str.casefold).map(tuple)


@st.composite
def people(draw: st.DrawFn) -> Person:
    identity = PersonId("someone")
    held = draw(st.lists(names, min_size=1, max_size=2, unique_by=lambda n: frozenset(n.split())))
    companies = draw(some(words))
    jobs = tuple(
        Position(identity, firm, draw(st.sampled_from(["", "Achats"]))) for firm in companies
    )
    title = next((job.title for job in jobs if job.title), "")
    details = [(Said.NOTE, note) for note in draw(some(notes))]
    details += [(Said.BIRTHDAY, day) for day in draw(some(st.sampled_from(["--03-12"])))]
    return Person(
        identity,
        held[0],
        tuple(held),
        draw(some(emails)),
        draw(some(phones)),
        title=title,
        positions=jobs,
        tags=draw(some(words)),
        details=tuple(details),
    )


@given(st.lists(people(), min_size=1, max_size=4, unique_by=lambda one: one.name))
def test_people_come_back(rows: list[Person]) -> None:
    data = write(rows).encode()
    assert recognise(data[:8192], "people.csv") is GOOGLE
    reading = GOOGLE.read(data, "people.csv", zone=ZoneInfo("Europe/Paris"))
    assert (reading.origin, reading.problems) == (Origin.GOOGLE, ())
    assert reading.read == len(rows)
    for card, person in zip(reading.cards, rows, strict=True):
        assert card.names == person.names
        assert card.emails == person.emails
        assert card.phones == person.phones
        assert set(card.jobs) == {Job(job.company, job.title) for job in person.positions}
        told = [pair for pair in card.details if pair[0] is not Said.TAG]
        assert sorted(told) == sorted(person.details)
        assert {tag for word, tag in card.details if word is Said.TAG} == set(person.tags)
