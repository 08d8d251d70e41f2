"""Laws of the book, on both kinds of it: the order of entry, undo, and what forget leaves."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entregent.domain.asking import Goal, ToCompany, ToPerson
from entregent.domain.batches import Batch, BatchKind
from entregent.domain.facts import (
    Answered,
    Asked,
    Boundary,
    Busy,
    Detail,
    Encounter,
    Entry,
    Gave,
    Invited,
    Lifted,
    Need,
    Offer,
    Position,
    Received,
    Source,
    Thanked,
    Tied,
)
from entregent.domain.ids import AskId, BatchId, FactId, PersonId
from entregent.domain.inbox import Brokered, Party, Requested, Responded, Response, Step
from entregent.domain.upkeep import (
    Kept,
    Lead,
    LeadEnded,
    Planned,
    Promised,
    Rhythm,
    Settled,
    Settling,
    Side,
)
from entregent.domain.words import Channel, Closeness, Context, Kind, Origin, Reply, Said
from entregent.services.accounts import ledger
from entregent.services.agenda import agenda
from entregent.services.asking import judge
from entregent.services.contradicting import remarks
from entregent.services.desk import Desk
from entregent.services.forgetting import forget
from entregent.services.giving import giving
from entregent.services.inbox import inbox
from entregent.services.introducing import introduced
from entregent.services.leads import followed
from entregent.services.promises import promises
from entregent.services.undoing import undo
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook
from entregent.store.opening import open_book
from entregent.store.snapshot import dump

TODAY = date(2026, 6, 1)
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
PEOPLE = {"ana": "Ana Costa", "lea": "Léa Martin", "omar": "Omar Haddad"}
WORDS = {"ana": "anamots", "lea": "leamots", "omar": "omarmots"}
"""Free words that stand in facts about each, and nowhere else."""
HAND = Source(Origin.HAND)
SLOW = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))

WHO = st.sampled_from(sorted(PEOPLE))
DAY = st.integers(0, 120).map(lambda ago: TODAY - timedelta(days=ago))
AHEAD = st.integers(0, 40).map(lambda days: TODAY + timedelta(days=days))
KIND = st.sampled_from([Kind.ADVICE, Kind.INTRODUCTION, Kind.REFERENCE])
OTHERS = {"ana": "lea", "lea": "omar", "omar": "ana"}


def told(person: str) -> st.SearchStrategy:
    """Facts about one person; their words stand in them, and another's id where there is one."""
    who, other, words = PersonId(person), PersonId(OTHERS[person]), WORDS[person]
    said, same = st.just(words), st.just(who)
    return st.one_of(
        st.builds(Asked, same, DAY, KIND, said),
        st.builds(Answered, same, DAY, st.sampled_from(Reply)),
        st.builds(Received, same, DAY, said, st.integers(1, 5)),
        st.builds(Gave, same, DAY, said),
        st.builds(Thanked, same, DAY),
        st.builds(Invited, same, DAY),
        st.builds(Lifted, same, DAY, KIND),
        st.builds(Boundary, same, st.frozensets(KIND, max_size=1), AHEAD, said),
        st.builds(Busy, same, DAY, AHEAD, said),
        st.builds(Need, same, said),
        st.builds(Offer, same, said),
        st.builds(Promised, same, DAY, said, st.sampled_from(Side), AHEAD),
        st.builds(Kept, same, DAY, said, st.sampled_from(Side)),
        st.builds(Lead, same, DAY, said, st.none() | st.just(other)),
        st.builds(LeadEnded, same, DAY, said, st.none() | st.just(other), said),
        st.builds(Requested, same, DAY, KIND, st.just(f"r-{person}"), said, st.just(other)),
        st.builds(Responded, same, DAY, st.just(f"r-{person}"), st.sampled_from(Response)),
        st.builds(
            Brokered,
            *(same, st.just(other), DAY, st.just(f"i-{person}")),
            *(st.sampled_from(Step), said, st.none() | st.sampled_from(Party)),
        ),
        st.builds(Rhythm, DAY, st.sampled_from([7, 30]), same),
        st.builds(Settled, DAY, said, st.sampled_from(Settling), same),
        st.builds(Planned, same, DAY, st.just("besoin"), st.just("goal"), KIND, AHEAD),
        st.builds(Encounter, same, st.just("me"), DAY, st.sampled_from(Channel), said),
    )


def _said_of(fact: object) -> object:
    """Return what is drawn once: of two such words the later entered stands, by what they are.

    So it is with a road map, which replaces the one before, and with what I said on one day.
    """
    if isinstance(fact, Planned):
        return Planned
    if isinstance(fact, Rhythm | Settled | Requested | Responded | LeadEnded):
        return (type(fact), fact.person, fact.on)
    return fact


FACT = st.one_of([told(person) for person in PEOPLE])
FACTS = st.lists(FACT, max_size=14, unique_by=_said_of)


@pytest.fixture(params=["memory", "sqlite"])
def shelf(request):
    return request.param


class Carnet:
    """A book with three people whose ids are known, and what is asked of it."""

    def __init__(self, shelf: str, folder: str) -> None:
        self.ids = Uuids()
        self.path = Path(folder) / "book.sqlite"
        if shelf == "memory":
            book = MemoryBook(self.ids, now=lambda: NOW)
        else:
            book = open_book(self.path, create=True, ids=self.ids, now=lambda: NOW)
        self.desk = Desk(book, self.ids, TODAY, NOW, Settings())
        me = book.owner
        known = [Detail(PersonId(who), Said.NAME, name) for who, name in PEOPLE.items()]
        known += [Position(PersonId(who), f"Maison {who}") for who in PEOPLE]
        known += [
            Tied(PersonId("ana"), me, Context.PERSONAL, closeness=Closeness.CLOSE),
            Tied(PersonId("lea"), me, closeness=Closeness.GOOD),
            Tied(PersonId("omar"), PersonId("lea")),
        ]
        self.batch(known, people=list(PEOPLE))
        book.keep(Goal(AskId("goal"), Kind.INTRODUCTION, ToPerson(PersonId("omar")), "voir clair"))
        self.house = Goal(AskId("house"), Kind.ADVICE, ToCompany("Maison lea"))
        self.omar = Goal(AskId("omar"), Kind.INTRODUCTION, ToPerson(PersonId("omar")))

    def batch(self, facts, people=()) -> BatchId:
        batch = BatchId(self.ids.new())
        met = [
            Encounter(one.person, self.desk.book.owner, one.on, one.channel, one.where)
            for one in facts
            if isinstance(one, Encounter)
        ]
        self.desk.book.apply(
            Batch(
                batch,
                BatchKind.HAND,
                NOW,
                people=tuple(map(PersonId, people)),
                entries=[
                    Entry(FactId(self.ids.new()), batch, fact, HAND)
                    for fact in facts
                    if not isinstance(fact, Encounter)
                ],
                encounters=[(one, HAND) for one in met],
            )
        )
        return batch

    def answers(self) -> dict[str, object]:
        """All that is told of what happened, whichever way it was entered."""
        desk = self.desk
        seen = introduced(desk)
        return {
            "ledger": ledger(desk),
            "house": judge(desk, self.house).candidates,
            "omar": judge(desk, self.omar).candidates,
            "agenda": agenda(desk),
            "give": giving(desk).items,
            "inbox": inbox(desk),
            "introductions": [(one, seen.due(one)) for one in seen.introductions],
            "leads": followed(desk),
            "promises": promises(desk),
            "remarks": sorted(
                (r.found.what, r.found.person, str(r.found.on)) for r in remarks(desk)
            ),
        }


@SLOW
@given(facts=FACTS, dice=st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(shelf, facts, dice):
    shuffled = list(facts)
    dice.shuffle(shuffled)
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        books = [Carnet(shelf, one), Carnet(shelf, two)]
        for book, told_so in zip(books, (facts, shuffled), strict=True):
            for fact in told_so:
                book.batch([fact])
        first, second = (plain(book) for book in books)
        for book in books:
            book.desk.book.close()
    assert second == first


def plain(book: Carnet) -> dict[str, str]:
    """Return every answer as text, the owner's own id as `me`: it differs from book to book."""
    me = book.desk.book.owner
    return {name: repr(told).replace(me, "me") for name, told in book.answers().items()}


@SLOW
@given(before=FACTS, after=FACTS)
def test_undo_is_exact(shelf, before, after):
    with TemporaryDirectory() as folder:
        book = Carnet(shelf, folder)
        book.batch(before)
        export = json.dumps(dump(book.desk.book))
        answers = plain(book)
        batch = book.batch(after)
        undo(book.desk, batch)
        assert json.dumps(dump(book.desk.book)) == export
        assert plain(book) == answers
        book.desk.book.close()


@SLOW
@given(facts=FACTS)
def test_forget_leaves_no_trace_in_any_answer(shelf, facts):
    with TemporaryDirectory() as folder:
        book = Carnet(shelf, folder)
        for fact in facts:
            book.batch([fact])
        forget(book.desk, PersonId("lea"), never_again=False)
        told_after = json.dumps([plain(book), dump(book.desk.book)], ensure_ascii=False)
        book.desk.book.close()
        raw = b"".join(file.read_bytes() for file in Path(folder).rglob("*") if file.is_file())
    for trace in ("Léa", WORDS["lea"], "Maison lea", "'lea'", '"lea"', "r-lea", "i-lea"):
        assert trace not in told_after
        assert trace.encode() not in raw
