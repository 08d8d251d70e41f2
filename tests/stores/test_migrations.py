import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from entregent.services.ports import BookError
from entregent.store import migrating, sqlite
from entregent.store.opening import open_book
from entregent.store.postgres import PostgresVault
from entregent.store.schema import HEAD
from entregent.store.tables import METADATA

NEXT = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "9998", "{head}"
branch_labels = depends_on = None

def upgrade():
    op.add_column("person", sa.Column("mood", sa.Text))
    print("half way", flush=True)
    {then}
    op.execute("UPDATE meta SET key = 'owner2' WHERE key = 'owner'")
"""


@pytest.fixture
def revisions(tmp_path: Path) -> Path:
    """Copy the migrations, with one to come."""
    folder = tmp_path / "migrations %"
    (folder / "versions").mkdir(parents=True)
    for one in (Path("env.py"), *(migrating.REVISIONS / "versions").glob("r*.py")):
        source = migrating.REVISIONS / one
        (folder / source.relative_to(migrating.REVISIONS)).write_text(source.read_text())
    return folder


def add_next(revisions: Path, then: str) -> None:
    written = NEXT.format(head=HEAD, then=then)
    (revisions / "versions" / "r9998.py").write_text(written)


def where(index):
    options = index.get("dialect_options", {})
    return sorted((name, str(value)) for name, value in options.items())


def shape(connection):
    """Return what a database says of its tables, in comparable form."""
    inspector = inspect(connection)
    found = {}
    for table in sorted(inspector.get_table_names()):
        columns = [
            (one["name"], str(one["type"]), one["nullable"], one["default"])
            for one in inspector.get_columns(table)
        ]
        keys = sorted(
            (tuple(one["constrained_columns"]), one["referred_table"])
            for one in inspector.get_foreign_keys(table)
        )
        indexes = sorted(
            (one["name"], tuple(one["column_names"]), one["unique"], where(one))
            for one in inspector.get_indexes(table)
        )
        unique = sorted(
            tuple(one["column_names"]) for one in inspector.get_unique_constraints(table)
        )
        primary = inspector.get_pk_constraint(table)["constrained_columns"]
        found[table] = (columns, keys, indexes, unique, primary)
    return found


def test_migrations_lead_to_the_schema_of_a_new_file(tmp_path):
    open_book(tmp_path / "new.db", create=True).close()
    (tmp_path / "old.db").touch()
    shapes = []
    for name in ("new.db", "old.db"):
        vault = sqlite.SqliteVault(tmp_path / name, patience=1)
        with vault.writing() as connection:
            if name == "old.db":
                migrating.upgrade(connection)
            shapes.append(shape(connection))
            version = connection.scalar(text("SELECT version_num FROM alembic_version"))
            assert version == HEAD
        vault.close()
    assert shapes[0] == shapes[1]
    assert set(shapes[0]) == set(METADATA.tables)


def test_migrations_lead_to_the_schema_of_a_new_database(postgres):
    open_book(f"{postgres}&schema=migrated-new", create=True).close()
    shapes = []
    for name in ("migrated-new", "migrated-old"):
        vault = PostgresVault(f"{postgres}&schema={name}", patience=1)
        with vault.writing() as connection:
            if name == "migrated-old":
                vault.make_schema(connection)
                migrating.upgrade(connection)
            shapes.append(shape(connection))
        vault.close()
    assert shapes[0] == shapes[1]


FIRST_BOOK = """
INSERT INTO meta VALUES ('owner', 'me'), ('salt', '00');
INSERT INTO batch VALUES (1, 'b1', 'import', '2026-03-09T08:30:00+00:00', 'carnet.vcf', '[]');
INSERT INTO person (n, id, batch) VALUES (1, 'me', NULL), (2, 'lea', 1), (3, 'omar', 1);
INSERT INTO file VALUES (1, 'carnet.vcf');
INSERT INTO fact VALUES
    (5, 'f1', 1, 'Detail', 2, NULL, NULL, '{"said":"name","value":"Léa"}', 'vcard', 1, '1', ''),
    (9, 'f2', 1, 'Apart', 2, 3, NULL, '{}', 'vcard', 1, '1', '');
INSERT INTO encounter VALUES
    (7, 1, 2, 3, 739684, 'wrote', '', '', 'k1', 'vcard', 1, '2')
"""
"""What the first layout held: two people said to be two, and a letter."""


def test_a_book_of_the_first_layout_keeps_all_it_holds(tmp_path):
    path = tmp_path / "carnet.db"
    with sqlite.drafted(path, 1) as draft, draft.writing() as connection:
        migrating.upgrade(connection, "0001")
        sqlite.mark(connection, "0001")
        for statement in FIRST_BOOK.split(";"):
            connection.execute(text(statement.replace(":", r"\:")))
    book = open_book(path)
    assert [(one.id, one.source.file) for one in book.entries()] == [
        ("f1", "carnet.vcf"),
        ("f2", "carnet.vcf"),
    ]
    assert [(met.key, source.file) for met, source, _ in book.encounters()] == [
        ("k1", "carnet.vcf")
    ]
    with book.vault.reading() as connection:
        assert list(connection.scalars(text("SELECT seq FROM fact ORDER BY seq"))) == [5, 9]
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    book.close()


def test_an_older_book_is_migrated_after_a_backup(tmp_path, revisions):
    add_next(revisions, "pass")
    path = tmp_path / "carnet [1].db"
    open_book(path, create=True).close()
    vault = sqlite.found(path, 1)
    for _ in range(2):
        migrating.bring_up_to_date(vault, head="9998", revisions=revisions)
    with vault.reading() as connection:
        assert migrating.stored_version(connection, "") == "9998"
        assert connection.scalar(text("PRAGMA user_version")) == 9998
        assert "mood" in [one["name"] for one in inspect(connection).get_columns("person")]
    [backup] = sqlite.backups(path)
    assert backup.name == "carnet [1].db.before-9998"
    with closing(sqlite3.connect(backup)) as copy:
        columns = [row[1] for row in copy.execute("PRAGMA table_info(person)")]
        assert "mood" not in columns
    vault.close()
    with pytest.raises(BookError) as caught:
        open_book(path)
    assert caught.value.key == "book.newer"
    book = open_book(backup)
    assert book.check().well
    book.close()


def test_a_database_is_migrated_too(postgres, revisions):
    add_next(revisions, "pass")
    address = f"{postgres}&schema=to-migrate"
    open_book(address, create=True).close()
    vault = PostgresVault(address, patience=1)
    migrating.bring_up_to_date(vault, head="9998", revisions=revisions)
    with vault.reading() as connection:
        assert migrating.stored_version(connection, "") == "9998"
    vault.close()


def test_a_migration_that_fails_or_is_killed_leaves_the_old_book(tmp_path, revisions):
    path = tmp_path / "carnet.db"
    open_book(path, create=True).close()
    body = textwrap.dedent("""
        import sys
        from pathlib import Path
        from entregent.store import migrating, sqlite
        vault = sqlite.found(Path(sys.argv[1]), 1)
        migrating.bring_up_to_date(vault, head="9998", revisions=Path(sys.argv[2]))
    """)
    for then in ("raise ValueError", "import time; time.sleep(60)"):
        add_next(revisions, then)
        migrator = subprocess.Popen(
            [sys.executable, "-c", body, str(path), str(revisions)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert migrator.stdout.readline() == "half way\n"
        if "sleep" in then:
            migrator.send_signal(signal.SIGKILL)
        migrator.communicate(timeout=60)
        assert migrator.returncode != 0
        book = open_book(path)
        assert book.check().well
        book.close()
        with closing(sqlite3.connect(path)) as file:
            assert "mood" not in str(file.execute("SELECT sql FROM sqlite_master").fetchall())


def test_opening_and_making_a_book_needs_no_alembic(tmp_path):
    body = (
        "import sys; from entregent.store.opening import open_book;"
        f"book = open_book({str(tmp_path / 'carnet.db')!r}, create=True); book.people();"
        "assert not {'alembic', 'psycopg', 'numpy', 'pydantic'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", body], check=True, timeout=60)
