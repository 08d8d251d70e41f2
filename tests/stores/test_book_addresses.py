"""What only a database server can suffer."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from entregent.services.ports import BookError
from entregent.store.opening import open_book
from entregent.store.postgres import DEFAULT_SCHEMA, PostgresVault


def refused(key, action, *arguments, **options):
    with pytest.raises(BookError) as caught:
        action(*arguments, **options)
    assert caught.value.key == key
    return caught.value.details


def test_a_book_is_made_in_its_schema_only_when_wanted(postgres):
    address = f'{postgres}&schema=a "b" c'
    assert refused("book.missing", open_book, address)["path"].endswith('(a "b" c)')
    book = open_book(address, create=True)
    other = open_book(address, create=True)
    assert other.owner == book.owner
    third = open_book(f"{postgres}&schema=another", create=True)
    assert third.owner != book.owner
    for one in (book, other, third):
        one.close()


def test_a_schema_of_something_else_is_left_alone(postgres):
    address = f"{postgres}&schema=other"
    vault = PostgresVault(address, patience=1)
    with vault.writing() as connection:
        vault.make_schema(connection)
        connection.execute(text("CREATE TABLE things (n INTEGER)"))
    vault.close()
    refused("book.not-a-book", open_book, address, create=True)


def test_a_writer_waits_only_so_long(postgres, pen_for):
    address = f"{postgres}&schema=waiting"
    book = open_book(address, create=True, patience=0.1)
    pen = pen_for(book)
    other = PostgresVault(address, patience=1)
    with other.writing():
        refused("book.busy", pen.write)
        assert len(book.people()) == 1
    pen.write()
    other.close()
    book.close()


def test_many_writers_take_turns(postgres, pen_for):
    address = f"{postgres}&schema=turns"
    open_book(address, create=True).close()

    def write(name):
        book = open_book(address)
        for n in range(5):
            pen = pen_for(book)
            pen.write(new=[f"{name}{n}"], met=[pen.met(f"{name}{n}", "me", "2026-02-01")] * 50)
        book.close()

    with ThreadPoolExecutor(3) as writers:
        list(writers.map(write, "ABC"))
    book = open_book(address)
    assert book.check().counts["encounter"] == 3 * 5 * 50
    assert book.check().well
    book.close()


def test_a_book_that_may_only_be_read_can_be_read(postgres, pen_for):
    address = f"{postgres}&schema=read-only"
    open_book(address, create=True).close()
    book = open_book(f"{address}&options=-c%20default_transaction_read_only%3Don")
    assert len(book.people()) == 1
    refused("book.read-only", pen_for(book).write)
    book.close()


def test_a_server_that_is_not_there_says_so_without_the_password(tmp_path):
    pytest.importorskip("psycopg")
    address = f"postgresql://me:secret@/x?host={tmp_path}"
    details = refused("book.unreachable", open_book, address, create=True)
    assert "secret" not in details["path"]
    assert DEFAULT_SCHEMA in details["path"]


def test_an_address_that_is_none_is_refused():
    refused("book.bad-address", open_book, "postgresql://host:port/x")


def test_without_the_driver_the_extra_is_named():
    body = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from entregent.store.opening import open_book\n"
        "from entregent.services.ports import BookError\n"
        "try: open_book('postgresql://me@/x')\n"
        "except BookError as error: print(error.key)\n"
    )
    told = subprocess.run([sys.executable, "-c", body], capture_output=True, text=True, check=True)
    assert told.stdout == "book.no-driver\n"
