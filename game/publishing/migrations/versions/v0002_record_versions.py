"""Each version of a record is kept; those of the sessions already published begin with the present one."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the versions, with a first row for each session."""
    link = sa.ForeignKey("sessions.id", ondelete="CASCADE")
    op.create_table(
        "session_versions",
        sa.Column("session_id", sa.String(32), link, primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
    )
    op.execute("INSERT INTO session_versions SELECT id, record_version, status, record FROM sessions")
