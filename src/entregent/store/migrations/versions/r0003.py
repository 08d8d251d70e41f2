"""What one record tells of one person may stand in one row, which older programs cannot read."""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change no table: rows that hold one fact stay as they are."""
