"""The invented network, read whole, gets the answers that `cases.toml` expects."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.asking import (
    Candidate,
    Judgement,
    Target,
    ToCompany,
    ToFriends,
    ToPerson,
    ToSector,
    ToTopic,
)
from entregent.domain.ids import AskId, PersonId
from entregent.domain.words import Kind
from entregent.exchange.files import FileReaders
from entregent.services import asking
from entregent.services.desk import Desk
from entregent.services.importing import ImportReport, import_files
from entregent.services.ports import Book, Opened
from entregent.settings import Settings
from entregent.store.memory import MemoryBook

EXAMPLES = Path(__file__).parents[3] / "examples"
CASES = tomllib.loads((EXAMPLES / "cases.toml").read_text(encoding="utf-8"))
CAST = tomllib.loads((EXAMPLES / "cast.toml").read_text(encoding="utf-8"))["people"]
ZONE = "Europe/Paris"


class Counting:
    """Ids in order."""

    def __init__(self) -> None:
        self.count = 0

    def new(self) -> str:
        return self.run(1)

    def run(self, count: int) -> str:
        first = self.count + 1
        self.count += count
        return f"{first:032x}"


def _desk(book: Book, ids: Counting, today: date) -> Desk:
    now = datetime(today.year, today.month, today.day, 9, tzinfo=UTC)
    return Desk(book, ids, today, now, Settings(timezone=ZONE))


@pytest.fixture(scope="module")
def ids() -> Counting:
    return Counting()


@pytest.fixture(scope="module")
def empty(ids: Counting) -> Iterator[MemoryBook]:
    made = MemoryBook(ids)
    yield made
    made.close()


@pytest.fixture(scope="module")
def report(empty: MemoryBook, ids: Counting) -> ImportReport:
    readings = FileReaders(ZoneInfo(ZONE)).read(Opened((EXAMPLES / "network",)))
    return import_files(_desk(empty, ids, CASES["today"]), readings, dry_run=False)


@pytest.fixture(scope="module")
def book(empty: MemoryBook, report: ImportReport) -> MemoryBook:
    """The book that holds the whole network."""
    assert report.batch
    return empty


@pytest.fixture(scope="module")
def people(book: MemoryBook) -> dict[str, PersonId]:
    """Whom each name means: the first to have it, those of the journal before others."""
    known: dict[str, PersonId] = {}
    for person in sorted(book.people(), key=lambda one: one.id):
        for name in (person.name, *person.names):
            known.setdefault(name, person.id)
    return known


def _target(goal: dict[str, str], people: dict[str, PersonId]) -> Target:
    match goal:
        case {"person": name}:
            return ToPerson(people[name])
        case {"company": name}:
            return ToCompany(name)
        case {"sector": name}:
            return ToSector(name)
        case {"topic": words}:
            return ToTopic(words)
        case _:
            return ToFriends()


def _answer(
    case: dict[str, Any], book: MemoryBook, ids: Counting, people: dict[str, PersonId]
) -> Judgement:
    desk = _desk(book, ids, case.get("today", CASES["today"]))
    for kept in book.goals():
        book.drop_goal(kept.id)
    if other := case.get("open"):
        asking.plan(desk, Kind(other["kind"]), _target(other, people))
    goal = case["goal"]
    matter = AskId(goal["continues"]) if "continues" in goal else None
    target = _target(goal, people)
    return asking.judge(desk, asking.plan(desk, Kind(goal["kind"]), target, continues=matter))


def _found(answer: Judgement, person: PersonId) -> Candidate:
    return next(candidate for candidate in answer.candidates if candidate.person == person)


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: f"{c['goal']['kind']}-{c['who']}")
def test_a_person_is_judged_as_the_rules_say(
    case: dict[str, Any], book: MemoryBook, ids: Counting, people: dict[str, PersonId]
) -> None:
    found = _found(_answer(case, book, ids, people), people[case["who"]])

    assert found.verdict == case["verdict"]
    assert {reason.code for reason in found.because} == set(case["because"])
    assert {reason.code for reason in found.mind} == set(case["mind"])
    if case.get("until") != "any":
        assert found.until == case.get("until")
    if "chain" in case:
        assert found.chain.people == tuple(people[name] for name in case["chain"])
    if "instead" in case:
        assert found.instead[0] == people[case["instead"]]


@pytest.mark.parametrize("case", CASES["answer"], ids=lambda case: str(case["goal"]))
def test_a_whole_answer_holds_whom_it_should(
    case: dict[str, Any], book: MemoryBook, ids: Counting, people: dict[str, PersonId]
) -> None:
    answer = _answer(case, book, ids, people)
    listed = [candidate.person for candidate in answer.candidates]

    assert not {people[name] for name in case.get("absent", ())} & set(listed)
    if "best" in case:
        assert listed[0] == people[case["best"]]
    if "exactly" in case:
        assert set(listed) == {people[name] for name in case["exactly"]}
        assert (answer.nobody.code if answer.nobody else None) == case.get("nobody")
    if "until" in case:
        assert answer.nobody is not None
        assert answer.nobody.until == case["until"]


def test_every_record_is_read_but_a_firm(report: ImportReport) -> None:
    problems = [problem.what for file in report.files for problem in file.problems]

    assert problems == ["vcard.not-a-person"]


def test_everybody_of_the_cast_enters_the_book(people: dict[str, PersonId]) -> None:
    assert {person["name"] for person in CAST} <= set(people)


@pytest.mark.parametrize("case", CASES["same"], ids=lambda case: case["names"][0])
def test_one_human_under_two_names_is_one_person(case: dict[str, Any], book: MemoryBook) -> None:
    wanted = set(case["names"])
    holders = {p.id for p in book.people() if wanted & {p.name, *p.names}}

    assert len(holders) == 1


@pytest.mark.parametrize("case", CASES["alike"], ids=lambda case: case["names"][0])
def test_who_may_be_one_human_is_one_or_is_suggested(
    case: dict[str, Any], book: MemoryBook, report: ImportReport
) -> None:
    wanted = set(case["names"])
    holders = {p.id for p in book.people() if wanted & {p.name, *p.names}}
    pairs = [{suggested.one, suggested.other} for suggested in report.suggestions]

    assert len(holders) == 1 or holders in pairs


@pytest.mark.parametrize("case", CASES["apart"], ids=lambda case: case["why"])
def test_two_humans_stay_two(case: dict[str, Any], book: MemoryBook) -> None:
    first = [{p.id for p in book.people() if p.emails[:1] == (a,)} for a in case["emails"]]

    assert all(len(holders) == 1 for holders in first)
    assert len(set.union(*first)) == len(case["emails"])


@pytest.mark.parametrize("address", CASES["nobody"]["addresses"])
def test_machines_lists_and_teams_are_nobody(address: str, book: MemoryBook) -> None:
    assert not [person.name for person in book.people() if address in person.emails]
