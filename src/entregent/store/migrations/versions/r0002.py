"""Fewer and smaller indices: none of files, and none of the empty places of rare columns."""

from alembic import op
from sqlalchemy import column

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_RARE = (("fact", "other"), ("person", "into"), ("person", "merged"), ("person", "root"))
_NAMED = {"fk": "%(table_name)s_%(column_0_name)s_fkey"}
"""How PostgreSQL names a foreign key; SQLite, which gives it no name, is told to do the same."""


def upgrade() -> None:
    """Let go of the files' keys and indices, and index rare columns only where they are set."""
    for table, rare in _RARE:
        op.drop_index(f"ix_{table}_{rare}", table)
    for table in ("fact", "encounter"):
        op.drop_index(f"ix_{table}_file", table)
        with op.batch_alter_table(table, naming_convention=_NAMED) as changed:
            changed.drop_constraint(f"{table}_file_fkey", type_="foreignkey")
    for table, rare in _RARE:
        is_set = column(rare).is_not(None)
        name = f"ix_{table}_{rare}"
        op.create_index(name, table, [rare], sqlite_where=is_set, postgresql_where=is_set)
