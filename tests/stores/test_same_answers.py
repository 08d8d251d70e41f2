"""Whatever is done to them, a book in a database and the one in memory answer alike."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from entregent.domain.batches import Batch, BatchKind
from entregent.domain.facts import Detail, Encounter, Entry, Need, Position, Source, Thanked, Tied
from entregent.domain.months import Month
from entregent.domain.words import Channel, Origin, Said
from entregent.network.ties import LANDMARK as KEPT_AT
from entregent.services.ports import BookError
from entregent.store.memory import MemoryBook
from entregent.store.plain import HALF_LIFE_DAYS
from entregent.store.snapshot import dump, load

LANDMARK = date(2026, 1, 1)
REMOVED = {"removed": "yes"}
WORDS = ("Léa", "Omar", "100%", "salon", "Airbus", "a_b", "Martin")


def changes(random, ids, book):
    """Return one change as a function of a book, the same for both."""
    people = [person.id for person in book.people()]
    batches = [line.id for line in book.batches()]
    choice = random.randrange(10)
    if choice == 0 and batches:
        gone = random.choice(batches[-3:])
        return lambda one: one.undo(gone, {})
    if choice == 1 and len(people) > 3:
        forgotten = random.choice(people[1:])
        return lambda one: one.forget(forgotten, ["h"])
    if choice == 2 and (entries := book.entries()):
        withdrawn = [entry.id for entry in random.sample(entries, min(3, len(entries)))]
        return lambda one: one.withdraw(withdrawn)
    batch = a_batch(random, ids, [*people, *book.redirects()])
    return lambda one: one.apply(batch)


def a_batch(random, ids, people):
    new = [ids.new() for _ in range(random.randrange(4))]
    everybody = [*people, *new]
    made = ids.new()

    def some():
        return random.choice(everybody)

    def word():
        return " ".join(random.sample(WORDS, 2))

    def month():
        return random.choice([None, Month(random.randrange(2000, 2026), 3)])

    makers = (
        lambda: Detail(some(), random.choice(list(Said)), word()),
        lambda: Position(some(), random.choice(WORDS), word(), month(), month()),
        lambda: Tied(some(), some(), since=word()),
        lambda: Need(some(), word()),
        lambda: Thanked(some(), LANDMARK),
    )
    origin = random.choice(list(Origin))
    source = Source(origin, word(), word())
    met = [
        Encounter(
            *(some(), some(), LANDMARK + timedelta(days=random.randrange(-900, 900))),
            random.choice(list(Channel)),
            key=random.choice(["", *map(str, range(8))]),
            note=random.choice(["", word()]),
        )
        for _ in range(random.randrange(9))
    ]
    merges = [(some(), some())] if random.random() < 0.3 else []
    return Batch(
        made,
        random.choice(list(BatchKind)),
        datetime(2026, 1, 1, tzinfo=UTC),
        new,
        [
            Entry(ids.new(), made, random.choice(makers)(), source, random.choice([{}, REMOVED]))
            for _ in range(random.randrange(9))
        ],
        [(one, source) for one in met],
        merges,
        title=word(),
    )


def answers(book):
    traces = [
        one
        for day in (date(2025, 10, 1), date(2027, 1, 1), date(2030, 1, 1))
        for landmark, half_life in ((LANDMARK, 90), (KEPT_AT, HALF_LIFE_DAYS))
        for one in book.traces(day, landmark, half_life)
    ]
    return {
        "snapshot": dump(book),
        "people": book.people(),
        "entries": book.entries(),
        "of one": [book.entries(person=person.id) for person in book.people()],
        "encounters": list(book.encounters()),
        "redirects": dict(book.redirects()),
        "traces": [(one.person, one.other, one.channel, one.times, one.last) for one in traces],
        "weights": [f"{one.weight:.9g}" for one in traces],
        "search": {word: book.search([word]) for word in WORDS},
        "keys": book.known_keys(map(str, range(9))),
        "goals": book.goals(),
    }


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("kind", ["sqlite", "postgres"], indirect=True)
def test_the_book_in_memory_answers_as_the_database_does(book, seed, pen):
    twin = MemoryBook()
    load(twin, dump(book))
    random = Random(seed)
    for _ in range(40):
        change = changes(random, pen.ids, twin)
        keys = []
        for one in (twin, book):
            try:
                change(one)
            except BookError as error:
                keys.append(error.key)
            else:
                keys.append("")
        assert keys[0] == keys[1]
    assert answers(book) == answers(twin)
    assert book.check().well
