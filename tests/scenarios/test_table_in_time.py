"""The table of verdicts holds in time: journals judged day by day over a quarter, twice.

Each journal in `journals/` says in its comments what is asked of it and from which day on. What
the product answers is compared with the table as `table.py` tells it, which shares no code with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.asking import (
    Candidate,
    Code,
    Goal,
    Judgement,
    Target,
    ToCompany,
    ToFriends,
    ToPerson,
    ToSector,
    ToTopic,
)
from entregent.domain.ids import AskId
from entregent.domain.words import Kind
from entregent.exchange import journal
from entregent.services.asking import judge
from entregent.services.desk import Desk
from entregent.services.importing import import_files
from entregent.services.meant import who
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook

from .draw import drawn
from .plain import Ask, read
from .table import Table, Told

JOURNALS = sorted((Path(__file__).parent / "journals").glob("*.journal"))
QUARTER = 92
JOURNALS_WANTED = 60
TARGETS = {"company": ToCompany, "sector": ToSector, "topic": ToTopic}


@dataclass(frozen=True)
class Story:
    """A journal with what its comments say: the asks, the other goals, the first day."""

    text: str
    asks: tuple[Ask, ...]
    goals: tuple[Ask, ...]
    start: date

    @classmethod
    def of(cls, text: str) -> "Story":
        asks, goals, start = [], [], None
        for line in text.splitlines():
            words = line.removeprefix(";").split()
            if not line.startswith(";") or not words:
                continue
            if words[0] in ("ask", "goal"):
                (asks if words[0] == "ask" else goals).append(ask_of(words[1:]))
            elif words[0] == "from":
                start = date.fromisoformat(words[1])
        assert asks
        assert start is not None
        return cls(text, tuple(asks), tuple(goals), start)

    def days(self) -> Iterator[date]:
        return (self.start + timedelta(days=n) for n in range(QUARTER))


def ask_of(words: list[str]) -> Ask:
    kind, sort, name, _, continues = (*words, "", "", "", "")[:5]
    return Ask(kind, sort, name, continues)


class Product:
    """The product's answers about a journal, in the words of the table."""

    def __init__(self, story: Story) -> None:
        """Import the journal as any other."""
        reading = journal.read(story.text.encode(), "story.journal", ZoneInfo("Europe/Paris"))
        assert reading.problems == ()
        noon = datetime(2030, 1, 1, 12, tzinfo=UTC)
        ids = Uuids()
        self.desk = Desk(MemoryBook(ids), ids, noon.date(), noon, Settings())
        import_files(self.desk, [reading], dry_run=False)
        for number, ask in enumerate(story.goals):
            self.desk.book.keep(self.goal(ask, f"goal-{number}"))
        self.names = {person.id: person.name for person in self.desk.book.people()}

    def goal(self, ask: Ask, name: str = "this") -> Goal:
        target: Target = ToFriends()
        if ask.sort == "person":
            target = ToPerson(who(self.desk, ask.name).id)
        elif ask.sort:
            target = TARGETS[ask.sort](ask.name)
        continues = AskId(ask.continues) if ask.continues else None
        return Goal(AskId(name), Kind(ask.kind), target, continues=continues)

    def judge(self, ask: Ask, today: date) -> Judgement:
        return judge(replace(self.desk, today=today), self.goal(ask))

    def told(self, one: Candidate) -> Told:
        return Told(
            one.verdict.value,
            frozenset(reason.code.value for reason in one.because),
            frozenset(reason.code.value for reason in one.mind),
            one.until,
            frozenset(self.names[other] for other in one.instead),
        )


@pytest.mark.parametrize("path", JOURNALS, ids=[path.stem for path in JOURNALS])
def test_the_table_holds_day_by_day(path: Path) -> None:
    compare(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", range(6))
def test_it_holds_for_drawn_journals(seed: int) -> None:
    compare(drawn(seed))


def test_every_code_of_the_table_is_met_in_a_journal() -> None:
    stories = [Story.of(path.read_text(encoding="utf-8")) for path in JOURNALS]
    met = {
        code
        for story in stories
        for ask in story.asks
        for today in story.days()
        for told in Table(read(story.text), today, story.goals).judge(ask).values()
        for code in told.because | told.mind
    }
    assert met == set(Code)
    assert len(stories) >= JOURNALS_WANTED


def compare(text: str) -> None:
    story, lines = Story.of(text), read(text)
    product = Product(story)
    for ask in story.asks:
        for today in story.days():
            table = Table(lines, today, story.goals)
            expected, judgement = table.judge(ask), product.judge(ask, today)
            found = {product.names[one.person]: product.told(one) for one in judgement.candidates}
            assert sure(found, expected) == sure(expected, expected), f"{today} {ask}"
            nobody = judgement.nobody
            told = (nobody.code.value, nobody.until) if nobody else None
            assert told == table.nobody(expected), f"{today} {ask}"


def sure(found: dict[str, Told], expected: dict[str, Told]) -> dict[str, Told]:
    """Return what is told, without codes on which the best chain decides."""
    doubts = {name: told.unsure for name, told in expected.items()}
    return {
        name: replace(
            told,
            because=told.because - doubts.get(name, frozenset()),
            mind=told.mind - doubts.get(name, frozenset()),
            unsure=frozenset(),
        )
        for name, told in found.items()
    }
