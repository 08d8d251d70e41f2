"""The book's tables. Their integer keys never leave the store.

`person`: a person merged away points to the one it went `into`, for as long as `merged` (a batch)
stands; `root`, derived, is where the chain of redirects ends (NULL: here). `portrait` (JSON) and
`search` (folded words) are derived from facts, and kept only for those who stay.
`fact`: one, or all that one record tells of one person (see `tellings`), under the id of the first.
`fact`, `encounter`: bear the person they were said of, whatever merges came later. `day` is a
proleptic ordinal (1 is 0001-01-01). `trace`, derived, holds what encounters add up to (see
`tracing`). A trace stands once a direction; what was said by hand has no
`key`, and NULLs are never the same. Their `file` is no foreign key: nothing asks what a file says,
and an index that only deletes need would cost an import a tenth of its time.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()


def _index_where_set(*columns: Column[int]) -> None:
    """Index columns that most rows leave empty, without those rows."""
    for column in columns:
        is_set = column.is_not(None)
        name = f"ix_{column.table.name}_{column.name}"
        Index(name, column, sqlite_where=is_set, postgresql_where=is_set)


alembic_version = Table(
    "alembic_version", METADATA, Column("version_num", String(32), primary_key=True)
)

meta = Table(
    "meta",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

batch = Table(
    "batch",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("files", Text, nullable=False),
)

person = Table(
    "person",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("batch", ForeignKey("batch.n"), index=True),
    Column("into", ForeignKey("person.n")),
    Column("merged", ForeignKey("batch.n")),
    Column("root", ForeignKey("person.n")),
    Column("portrait", Text, nullable=False, server_default=""),
    Column("search", Text, nullable=False, server_default=""),
)
_index_where_set(person.c.into, person.c.merged, person.c.root)

file = Table(
    "file",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("path", Text, nullable=False, unique=True),
)

fact = Table(
    "fact",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("batch", ForeignKey("batch.n"), nullable=False, index=True),
    Column("kind", Text, nullable=False, index=True),
    Column("person", ForeignKey("person.n"), index=True),
    Column("other", ForeignKey("person.n")),
    Column("day", Integer),
    Column("data", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("file", Integer),
    Column("record", Text, nullable=False),
    Column("extra", Text, nullable=False),
)
_index_where_set(fact.c.other)

encounter = Table(
    "encounter",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("batch", ForeignKey("batch.n"), nullable=False, index=True),
    Column("person", ForeignKey("person.n"), nullable=False, index=True),
    Column("other", ForeignKey("person.n"), nullable=False, index=True),
    Column("day", Integer, nullable=False),
    Column("channel", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("key", Text),
    Column("origin", Text, nullable=False),
    Column("file", Integer),
    Column("record", Text, nullable=False),
)
Index("ix_encounter_key", encounter.c.key, encounter.c.person, encounter.c.other, unique=True)

trace = Table(
    "trace",
    METADATA,
    Column("person", Integer, primary_key=True, autoincrement=False),
    Column("other", Integer, primary_key=True, autoincrement=False),
    Column("channel", Text, primary_key=True),
    Column("weight", Float(53), nullable=False),
    Column("times", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)

goal = Table(
    "goal",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("person", ForeignKey("person.n"), index=True),
    Column("data", Text, nullable=False),
)

forgotten = Table("forgotten", METADATA, Column("hash", Text, primary_key=True))
