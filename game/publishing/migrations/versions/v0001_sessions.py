"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SEAL = sa.String(32)
_SESSIONS: tuple[sa.Column[Any], ...] = (
    sa.Column("id", _SEAL, primary_key=True),
    sa.Column("name", sa.Text(), nullable=False),
    sa.Column("form", sa.Integer(), nullable=False),
    sa.Column("record_format", sa.Integer(), nullable=False),
    sa.Column("record_version", sa.Integer(), nullable=False),
    sa.Column("journal_lines", sa.Integer(), nullable=False),
    sa.Column("journal_seal", _SEAL, nullable=False),
    sa.Column("type", sa.Text(), nullable=False),
    sa.Column("title", sa.Text(), nullable=False),
    sa.Column("day", sa.Date(), nullable=False),
    sa.Column("month", sa.String(7), nullable=False),
    sa.Column("half_days", sa.Text(), nullable=False),
    sa.Column("started_at", sa.DateTime(), nullable=False),
    sa.Column("ended_at", sa.DateTime(), nullable=True),
    sa.Column("place", sa.Text(), nullable=False),
    sa.Column("mode", sa.Text(), nullable=False),
    sa.Column("format", sa.Text(), nullable=False),
    sa.Column("format_title", sa.Text(), nullable=False),
    sa.Column("status", sa.Text(), nullable=False),
    sa.Column("minutes", sa.Float(), nullable=False),
    sa.Column("people", sa.Integer(), nullable=False),
    sa.Column("newcomers", sa.Integer(), nullable=True),
    sa.Column("pilots", sa.Integer(), nullable=True),
    sa.Column("staff", sa.Integer(), nullable=True),
    sa.Column("exchanges", sa.Integer(), nullable=False),
    sa.Column("incident", sa.Boolean(), nullable=True),
    sa.Column("note", sa.Text(), nullable=False),
    sa.Column("cooperative", sa.Boolean(), nullable=False),
    sa.Column("on_paper", sa.Boolean(), nullable=False),
    sa.Column("record", sa.JSON(), nullable=False),
)
_PARTS: dict[str, tuple[sa.Column[Any], ...]] = {
    "acts": (
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Float(), nullable=False),
    ),
    "cards": (
        sa.Column("card", sa.Text(), primary_key=True),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Float(), nullable=False),
    ),
    "envelopes": (
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    ),
    "events": (
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("rank", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=True),
        sa.Column("team", sa.Integer(), nullable=True),
        sa.Column("card", sa.Text(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=True),
    ),
    "facilitators": (sa.Column("code", sa.Text(), primary_key=True),),
    "labels": (
        sa.Column("theme", sa.Text(), primary_key=True),
        sa.Column("source", sa.Text(), primary_key=True),
        sa.Column("label", sa.Text(), primary_key=True),
    ),
    "learnings": (
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
    ),
    "moods": (
        sa.Column("moment", sa.Text(), primary_key=True),
        sa.Column("rank", sa.Integer(), primary_key=True),
        sa.Column("weather", sa.Text(), nullable=False),
        sa.Column("hands", sa.Integer(), nullable=False),
    ),
    "next_steps": (
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("theme_title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
    ),
    "poll": (
        sa.Column("question_rank", sa.Integer(), primary_key=True),
        sa.Column("answer_rank", sa.Integer(), primary_key=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.Column("after", sa.Integer(), nullable=True),
    ),
    "sendings": (
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
    ),
    "teams": (
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
    ),
    "themes": (
        sa.Column("theme", sa.Text(), primary_key=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("exchanges", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Float(), nullable=False),
    ),
    "words": (
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("word", sa.Text(), nullable=False),
    ),
}


def upgrade() -> None:
    """Make the tables."""
    op.create_table("sessions", *_SESSIONS)
    for name, columns in _PARTS.items():
        link = sa.ForeignKey("sessions.id", ondelete="CASCADE")
        op.create_table(name, sa.Column("session_id", _SEAL, link, primary_key=True), *columns)
