"""The first layout: facts, encounters, people, batches, goals."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_ground()
    _make_people()
    _make_facts()
    _make_encounters()
    op.create_table(
        "goal",
        sa.Column("seq", sa.Integer, primary_key=True),
        _text("id", unique=True),
        _to("person"),
        _text("data"),
    )
    _index("goal", "person")
    op.create_table("forgotten", sa.Column("hash", sa.Text, primary_key=True))


def _text(name: str, *, unique: bool = False, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, unique=unique or None, server_default=default)


def _to(name: str, table: str = "", *, nullable: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table or name}.n"), nullable=nullable)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _make_ground() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "batch",
        sa.Column("n", sa.Integer, primary_key=True),
        _text("id", unique=True),
        *(_text(name) for name in ("kind", "at", "title", "files")),
    )
    op.create_table(
        "file", sa.Column("n", sa.Integer, primary_key=True), _text("path", unique=True)
    )


def _make_people() -> None:
    op.create_table(
        "person",
        sa.Column("n", sa.Integer, primary_key=True),
        _text("id", unique=True),
        _to("batch"),
        _to("into", "person"),
        _to("merged", "batch"),
        _to("root", "person"),
        _text("portrait", default=""),
        _text("search", default=""),
    )
    _index("person", "batch", "into", "merged", "root")


def _make_facts() -> None:
    op.create_table(
        "fact",
        sa.Column("seq", sa.Integer, primary_key=True),
        _text("id", unique=True),
        _to("batch", nullable=False),
        _text("kind"),
        _to("person"),
        _to("other", "person"),
        sa.Column("day", sa.Integer),
        *(_text(name) for name in ("data", "origin")),
        _to("file"),
        *(_text(name) for name in ("record", "extra")),
    )
    _index("fact", "batch", "kind", "person", "other", "file")


def _make_encounters() -> None:
    op.create_table(
        "encounter",
        sa.Column("seq", sa.Integer, primary_key=True),
        _to("batch", nullable=False),
        _to("person", nullable=False),
        _to("other", "person", nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        *(_text(name) for name in ("channel", "place", "note")),
        sa.Column("key", sa.Text),
        _text("origin"),
        _to("file"),
        _text("record"),
    )
    _index("encounter", "batch", "person", "other", "file")
    trace = ["key", "person", "other"]
    op.create_index("ix_encounter_key", "encounter", trace, unique=True)
