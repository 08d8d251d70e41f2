"""What encounters add up to stands beside them, so that no question has to read them all."""

import sqlalchemy as sa
from alembic import op

from entregent.store.reading import plainly
from entregent.store.tracing import fill

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and add up what is there."""
    op.create_table(
        "trace",
        sa.Column("person", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("other", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("weight", sa.Float(53), nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    fill(plainly(op.get_bind()))
