"""A book to use the verbs on: what is known of it stands in a test's docstring, as a journal."""

import inspect
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.asking import ToCompany, ToFriends, ToPerson, ToSector, ToTopic
from entregent.domain.facts import Asked
from entregent.domain.ids import AskId
from entregent.domain.words import Kind, Said
from entregent.exchange import journal, linkedin, vcard
from entregent.services.asking import plan
from entregent.services.desk import Desk
from entregent.services.importing import import_files
from entregent.services.meant import who
from entregent.services.ports import BookError
from entregent.services.recording import record
from entregent.services.reference import Reference
from entregent.services.searching import find
from entregent.services.shown import shown
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook
from entregent.store.opening import open_book
from entregent.store.snapshot import dump

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass
class Carnet:
    """A book open on a day, and short words for what tests do with it."""

    desk: Desk

    @property
    def book(self):
        return self.desk.book

    def on(self, day: str) -> "Carnet":
        """The same book, on another day."""
        today = date.fromisoformat(day)
        now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
        return Carnet(replace(self.desk, today=today, now=now))

    def take(self, *readings, dry_run=False):
        """Import what readers read."""
        return import_files(self.desk, readings, dry_run=dry_run)

    def tell(self, text, path="facts.journal", *, dry_run=False):
        """Import a journal that can be read to its last line."""
        return self.take(journal_of(text, path), dry_run=dry_run)

    def cards(self, *cards, path="phone.vcf", dry_run=False):
        """Import an address book; each card is its properties, a line each."""
        return self.take(address_book(*cards, path=path), dry_run=dry_run)

    def connections(self, *rows, path="Connections.csv"):
        """Import LinkedIn's list; a row is given, family, profile, e-mail, company, title."""
        return self.take(connections(*rows, path=path))

    def informed(self) -> "Carnet":
        """The same book, with tables of sectors, domains and fields (invented ones)."""
        return Carnet(replace(self.desk, reference=Reference(Tables())))

    def shown(self) -> "Carnet":
        """The same book as answers see it, without who lies in the trash."""
        return Carnet(replace(self.desk, book=shown(self.desk.book)))

    def person(self, words):
        return who(self.desk, words)

    def id(self, words):
        return self.person(words).id

    def names(self, query=""):
        return [person.name for person in find(self.desk, query)]

    def told(self, words, said: Said):
        """What somebody's portrait says under one word that has no attribute of its own."""
        return [value for key, value in self.person(words).details if key is said]

    def plan(self, kind, *, person="", company="", sector="", topic="", **more):
        target = ToFriends()
        if person:
            target = ToPerson(self.id(person))
        elif company:
            target = ToCompany(company)
        elif sector:
            target = ToSector(sector)
        elif topic:
            target = ToTopic(topic)
        return plan(self.desk, Kind(kind), target, **more)

    def asked(self, name, day, kind, *, ask=None, text=""):
        fact = Asked(self.id(name), date.fromisoformat(day), Kind(kind), text, ask and AskId(ask))
        return record(self.desk, [fact], "asked")

    def deeds(self, kind):
        """The facts of one sort, as the book holds them."""
        return [entry.fact for entry in self.book.entries((kind,))]

    def dump(self):
        return dump(self.book)


class Tables:
    """A catalogue of small tables."""

    def template(self, name):
        return TABLES[name.removeprefix("vocabulary/")]


TABLES = {
    "search": {"fields": {"company": ["société"], "was-at": ["ancien"], "sector": ["secteur"]}},
    "domains": {
        "providers": ["postier.fr"],
        "members": ["ecole-du-lac.fr"],
        "parts": ["alumni"],
        "endings": ["co.uk"],
    },
    "roles": {
        "role": [{"code": "buyer", "telling": ["acheteuse", "buyer"]}],
        "level": [{"code": "head", "telling": ["directrice"]}],
    },
    "private": {"words": ["dietary"]},
    "meaning": {
        "small": ["a", "un", "une"],
        "common": ["cherche"],
        "endings": ["ing", "er"],
        "alike": [{"words": ["vélo", "bike"]}],
    },
    "team": {"openings": ["je cherche", "looking for"]},
    "sectors": {
        "generic": ["groupe"],
        "sector": [
            {
                "code": "aerospace",
                "fr": "aéronautique",
                "en": "aerospace",
                "also": ["aviation"],
                "telling": [],
                "companies": ["Volèle"],
            },
            {
                "code": "banking",
                "fr": "banque",
                "en": "banking",
                "also": [],
                "telling": ["banque"],
                "companies": [],
            },
        ],
    },
}


def journal_of(text, path="facts.journal"):
    reading = journal.read(inspect.cleandoc(text).encode(), path, PARIS)
    assert reading.problems == ()
    return reading


def address_book(*cards, path="phone.vcf"):
    text = "".join(
        f"BEGIN:VCARD\nVERSION:3.0\n{inspect.cleandoc(card)}\nEND:VCARD\n" for card in cards
    )
    return vcard.read(text.encode(), path, zone=PARIS)


def connections(*rows, path="Connections.csv"):
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    lines = [",".join([*row, "03 Mar 2024"]) for row in rows]
    return linkedin.read("\n".join([header, *lines, ""]).encode(), path, zone=PARIS)


@pytest.fixture
def refused():
    """Return what expects a refusal: its key, and what words it."""

    @contextmanager
    def expected(key, **details):
        with pytest.raises(BookError) as error:
            yield
        assert (error.value.key, error.value.details) == (key, details)

    return expected


@pytest.fixture
def counts():
    """Return what gives each file's read, new, changed, same and problems."""

    def of(report):
        return [(f.read, f.new, f.changed, f.same, len(f.problems)) for f in report.files]

    return of


@pytest.fixture
def vcf():
    """Return the reader of an address book; each card is its properties, a line each."""
    return address_book


@pytest.fixture
def shelf():
    """Where books are kept; tests on which it matters ask for both kinds."""
    return "memory"


@pytest.fixture
def carnet(shelf, tmp_path):
    """Return an empty book on the first of March 2026."""
    ids = Uuids()
    if shelf == "memory":
        book = MemoryBook(ids, now=lambda: NOW)
    else:
        book = open_book(tmp_path / "book.sqlite", create=True, ids=ids, now=lambda: NOW)
    yield Carnet(Desk(book, ids, NOW.date(), NOW, Settings()))
    book.close()


@pytest.fixture
def other():
    """Return another empty book, on the same day."""
    return Carnet(Desk(MemoryBook(Uuids(), now=lambda: NOW), Uuids(), NOW.date(), NOW, Settings()))


@pytest.fixture
def story(request, carnet):
    """Return the book that the test's docstring tells."""
    report = carnet.tell(request.function.__doc__)
    assert [problem for file in report.files for problem in file.problems] == []
    return carnet
