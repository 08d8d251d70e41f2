"""What is read within a moment is of that moment, though another writes meanwhile."""

from datetime import UTC, datetime

import pytest

from entregent.domain.facts import Need
from entregent.store.book import SqlBook
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook


@pytest.fixture
def another(book):
    """The same book, as another process has it open."""
    if isinstance(book, MemoryBook):
        return book
    return SqlBook(book.vault, Uuids(), lambda: datetime(2026, 3, 9, tzinfo=UTC))


def test_what_is_written_meanwhile_is_seen_after(book, another, pen, pen_for):
    pen.write(new=["Léa"])
    writer = pen_for(another)
    writer.people = pen.people
    with book.moment():
        assert book.entries((Need,)) == []
        if another is not book:
            writer.write(Need(writer.who("Léa"), "un stage"), new=["Omar"])
        with book.moment():
            assert len(book.people()) == 2
        assert book.entries((Need,)) == []
        assert (book.goals(), book.search(["omar"])) == ([], [])
    assert len(book.people()) == (2 if another is book else 3)


def test_a_moment_ends_when_something_goes_wrong(book, pen):
    with pytest.raises(AttributeError), book.moment():
        book.nothing_of_the_kind()
    pen.write(new=["Léa"])
    assert len(book.people()) == 2
