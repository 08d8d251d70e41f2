"""Laws of imports: undo gives back the very same book, a dry run tells what the real one does."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entregent.domain.facts import Encounter
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Job, Reading, Stated
from entregent.domain.words import Channel, Origin, Said
from entregent.services.desk import Desk
from entregent.services.importing import import_files
from entregent.services.known_again import standing_marks
from entregent.services.undoing import undo
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook
from entregent.store.opening import open_book
from entregent.store.snapshot import dump

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAMES = ("Léa Martin", "MARTIN Léa", "L. Martin", "Omar Haddad", "Ana", "")
EMAILS = ("lea@exemple.fr", "info@exemple.fr", "omar@exemple.fr", "o.haddad@safran.example")
PHONES = ("+33 6 11 22 33 44", "06 11 22 33 44", "06 55 66 77 88")
FIRMS = ("Airbus", "Safran SA", "Safran")
ORIGINS = (Origin.VCARD, Origin.LINKEDIN, Origin.MAIL, Origin.CALENDAR)

some = st.booleans()


@st.composite
def cards(draw, number):
    name = draw(st.sampled_from(NAMES))
    emails = draw(st.lists(st.sampled_from(EMAILS), max_size=2, unique=True))
    if not name:
        emails = ["zoe@exemple.fr"]
    return Card(
        PersonId(f"p{number}"),
        f"card={number}",
        (name,) if name else (),
        emails=tuple(emails),
        phones=tuple(draw(st.lists(st.sampled_from(PHONES), max_size=1))),
        jobs=tuple(Job(firm) for firm in draw(st.lists(st.sampled_from(FIRMS), max_size=1))),
        details=((Said.NOTE, "salon"),) if draw(some) else (),
        extra={"X-A": "1"} if draw(some) else {},
        known=draw(some),
    )


@st.composite
def readings(draw):
    count = draw(st.integers(1, 4))
    told = tuple(draw(cards(number)) for number in range(count))
    refs = [ME, *(card.ref for card in told)]
    pairs = st.tuples(st.sampled_from(refs), st.sampled_from(refs), st.integers(1, 3), some)
    facts = tuple(
        Stated(
            f"message={number}",
            Encounter(
                *(one, other, date(2026, 1, number)),
                *(Channel.WROTE, "Lyon" if where else ""),
                key=f"k{number}",
            ),
        )
        for one, other, number, where in draw(st.lists(pairs, max_size=3))
        if one != other
    )
    return Reading("a", draw(st.sampled_from(ORIGINS)), count + 3, told, facts)


def files_of(readings):
    """Give each file of one import a path of its own."""
    return [replace(one, path=f"{number}") for number, one in enumerate(readings)]


batches = st.lists(
    st.lists(readings(), min_size=1, max_size=2).map(files_of), min_size=1, max_size=3
)


def desk_of(shelf, folder):
    ids = Uuids()
    if shelf == "memory":
        book = MemoryBook(ids, now=lambda: NOW)
    else:
        book = open_book(Path(folder) / "book.db", create=True, ids=ids, now=lambda: NOW)
    return Desk(book, ids, NOW.date(), NOW, Settings())


few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("shelf", ["memory", "sqlite"])
@given(imports=batches)
@few
def test_undone_one_by_one_every_book_is_the_very_same_again(shelf, imports):
    with TemporaryDirectory() as folder:
        desk = desk_of(shelf, folder)
        books = []
        for files in imports:
            before = dump(desk.book)
            if import_files(desk, files, dry_run=False).batch:
                books.append(before)
            else:
                assert dump(desk.book) == before
        for before in reversed(books):
            undo(desk, None)
            assert dump(desk.book) == before
        desk.book.close()


@pytest.mark.parametrize("shelf", ["memory", "sqlite"])
@given(imports=batches)
@few
def test_a_dry_run_tells_just_what_the_real_one_does(shelf, imports):
    with TemporaryDirectory() as folder:
        desk = desk_of(shelf, folder)
        for files in imports:
            before = dump(desk.book)
            dry = import_files(desk, files, dry_run=True)
            assert dump(desk.book) == before
            real = import_files(desk, files, dry_run=False)
            assert [replace(one, changes=()) for one in dry.files] == [
                replace(one, changes=()) for one in real.files
            ]
            assert len(dry.suggestions) == len(real.suggestions)
        desk.book.close()


@given(imports=st.lists(readings(), min_size=1, max_size=3))
@few
def test_what_is_drawn_of_newcomers_is_what_the_tables_say(imports):
    with TemporaryDirectory() as folder:
        desk = desk_of("sqlite", folder)
        for reading in imports:
            import_files(desk, [reading], dry_run=False)
        assert desk.book.check().well
        desk.book.close()


@given(reading=readings())
@few
def test_every_record_is_accounted_for(reading):
    desk = desk_of("memory", "")
    for _ in range(2):
        (report,) = import_files(desk, [reading], dry_run=False).files
        assert report.read == report.new + report.changed + report.same + len(report.problems)


@given(files=batches.map(lambda imports: imports[0]))
@few
def test_the_same_files_again_change_nothing(files):
    desk = desk_of("memory", "")
    import_files(desk, files, dry_run=False)
    before = dump(desk.book)
    again = import_files(desk, files, dry_run=False)
    assert all(one.new == one.changed == 0 for one in again.files)
    assert dump(desk.book) == before


def test_an_address_that_joins_two_lets_another_join_them_to_a_third():
    def card(number, name, *emails):
        return Card(PersonId(f"p{number}"), f"card={number}", (name,), emails=emails)

    namesake = card(2, "Léa Martin")

    files = [
        Reading("0", Origin.VCARD, 1, (card(0, "Léa Martin", "info@exemple.fr"),)),
        Reading(
            "1",
            Origin.VCARD,
            3,
            (
                card(0, "Léa Martin", "lea@exemple.fr"),
                card(1, "L. Martin", "lea@exemple.fr", "info@exemple.fr"),
                namesake,
            ),
        ),
    ]
    desk = desk_of("memory", "")
    import_files(desk, files, dry_run=False)
    assert [len(person.emails) for person in desk.book.people()] == [0, 2, 0]
    before = dump(desk.book)
    import_files(desk, files, dry_run=False)
    assert dump(desk.book) == before


@pytest.mark.parametrize("shelf", ["memory", "sqlite"])
@given(imports=batches)
@few
def test_what_is_known_again_is_what_reading_it_again_would_tell(shelf, imports):
    with TemporaryDirectory() as folder:
        desk = desk_of(shelf, folder)
        held = {}
        for number, files in enumerate(imports):
            mark = f"bytes:{number}"
            held[mark] = [
                replace(one, path=f"{place}.file", mark=mark) for place, one in enumerate(files)
            ]
            import_files(desk, held[mark], dry_run=False)
            for marks in standing_marks(desk.book):
                (known_by,) = set(marks.values())
                unread = [replace(one, cards=(), facts=(), again=True) for one in held[known_by]]
                known = import_files(desk, unread, dry_run=False)
                assert all(one.new == one.changed == 0 for one in known.files)
                if known_by != mark:
                    continue  # read anew, a bare namesake may fit whom a later source told of
                read = import_files(desk, held[known_by], dry_run=True)
                assert known.files == read.files
                assert known.suggestions == read.suggestions
        desk.book.close()
