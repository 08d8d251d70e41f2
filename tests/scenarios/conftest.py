"""A scenario: the journal in a test's docstring, a day, a goal; and who is judged how."""

import inspect
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.asking import (
    Candidate,
    Goal,
    Judgement,
    ToCompany,
    ToFriends,
    ToPerson,
    ToSector,
    ToTopic,
)
from entregent.domain.ids import AskId
from entregent.domain.words import Kind
from entregent.exchange import journal
from entregent.services.asking import judge, plan
from entregent.services.desk import Desk
from entregent.services.importing import import_files
from entregent.services.meant import who
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.opening import open_book

PARIS = ZoneInfo("Europe/Paris")


@dataclass
class Story:
    """A book made of one journal, and the questions a test puts to it."""

    desk: Desk

    def ask(
        self, kind, *, person="", company="", sector="", topic="", continues=None, keep=False
    ) -> Judgement:
        """Judge a goal; it is kept as a plan only where a test says so."""
        target = ToFriends()
        if person:
            target = ToPerson(who(self.desk, person).id)
        elif company:
            target = ToCompany(company)
        elif sector:
            target = ToSector(sector)
        elif topic:
            target = ToTopic(topic)
        goal = Goal(AskId("asked"), Kind(kind), target, continues=continues)
        if keep:
            goal = plan(self.desk, Kind(kind), target, continues=continues)
        return judge(self.desk, goal)

    def candidates(self, kind, **goal) -> dict[str, Candidate]:
        found = self.ask(kind, **goal).candidates
        return {self.name(candidate.person): candidate for candidate in found}

    def verdicts(self, kind, **goal) -> dict[str, str]:
        """Return each candidate as `wait resting, mind friend, until 2026-03-15`, best first."""
        return {name: said(candidate) for name, candidate in self.candidates(kind, **goal).items()}

    def name(self, person) -> str:
        return self.desk.book.person(person).name


def said(candidate: Candidate) -> str:
    words = [candidate.verdict, *sorted(reason.code for reason in candidate.because)]
    mind = sorted(reason.code for reason in candidate.mind)
    until = candidate.until.isoformat() if candidate.until else ""
    parts = [" ".join(words), *(["mind " + " ".join(mind)] if mind else [])]
    return ", ".join([*parts, *([f"until {until}"] if until else [])])


@pytest.fixture
def story(request, tmp_path):
    """Return a function that opens the test's docstring as a book, on a day."""
    books = []

    def tell(today: str, *, more: str = "") -> Story:
        text = inspect.cleandoc(request.function.__doc__ or "") + "\n" + more
        reading = journal.read(text.encode(), "story.journal", PARIS)
        assert reading.problems == ()
        book = open_book(tmp_path / f"{len(books)}.sqlite", create=True)
        books.append(book)
        now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        desk = Desk(book, Uuids(), date.fromisoformat(today), now, Settings())
        report = import_files(desk, [reading], dry_run=False)
        assert [problem for file in report.files for problem in file.problems] == []
        return Story(desk)

    yield tell
    for book in books:
        book.close()
