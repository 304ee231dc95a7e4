"""Each version of a record is kept, beginning with the present one of what is published; relays are counted.

Relays of sessions already published are not known here: they come when these are published again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the versions, with a first row for each session, and the relays."""
    op.add_column("sessions", sa.Column("relays", sa.Integer(), nullable=True))
    link = sa.ForeignKey("sessions.id", ondelete="CASCADE")
    op.create_table(
        "session_versions",
        sa.Column("session_id", sa.String(32), link, primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
    )
    op.execute("INSERT INTO session_versions SELECT id, record_version, status, record FROM sessions")
