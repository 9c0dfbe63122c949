"""moderation cases."""

from datetime import timedelta
from uuid import uuid4

import sqlalchemy as sa
from alembic import op


revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

OPEN = sa.text("settled_at IS NULL")
OF_A_COMMENT = sa.text("settled_at IS NULL AND comment_id IS NOT NULL AND kind <> 'legal'")
TWO_DAYS = timedelta(days=2)


def upgrade() -> None:
    op.create_table("moderation_case",
    sa.Column("council_id", sa.Uuid(), nullable=False),
    sa.Column("proposal_id", sa.Uuid(), nullable=True),
    sa.Column("comment_id", sa.Uuid(), nullable=True),
    sa.Column("kind", sa.Enum("held", "reported", "appealed", "legal", name="casekind", native_enum=False, length=40), nullable=False),
    sa.Column("rank", sa.Integer(), nullable=False),
    sa.Column("why", sa.String(length=40), nullable=True),
    sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
    sa.Column("claimed_by_id", sa.Uuid(), nullable=True),
    sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
    sa.Column("id", sa.Uuid(), nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(["claimed_by_id"], ["person.id"], name=op.f("fk_moderation_case_claimed_by_id")),
    sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_moderation_case_comment_id")),
    sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_moderation_case_council_id")),
    sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_moderation_case_proposal_id")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_moderation_case"))
    )
    with op.batch_alter_table("moderation_case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_moderation_case_claimed_by_id"), ["claimed_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_moderation_case_comment_id"), ["comment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_moderation_case_proposal_id"), ["proposal_id"], unique=False)
        batch_op.create_index("ix_moderation_case_waiting", ["council_id", "rank", "due_at", "id"], unique=False, sqlite_where=OPEN, postgresql_where=OPEN)
        batch_op.create_index("uq_moderation_case_open", ["comment_id", "kind"], unique=True, sqlite_where=OF_A_COMMENT, postgresql_where=OF_A_COMMENT)


    _open_for_reports()


def _open_for_reports() -> None:
    """Whatever was reported and waits has its place on the list of what waits."""
    id_, moment = sa.Uuid(), sa.DateTime(timezone=True)
    report = sa.table(
        "report",
        sa.column("comment_id", id_),
        sa.column("council_id", id_),
        sa.column("created_at", moment),
        sa.column("settled_at", moment),
    )
    comment = sa.table("comment", sa.column("id", id_), sa.column("proposal_id", id_))
    case = sa.table(
        "moderation_case",
        *(sa.column(name, id_) for name in ("id", "council_id", "proposal_id", "comment_id")),
        sa.column("kind", sa.String()),
        sa.column("rank", sa.Integer()),
        *(sa.column(name, moment) for name in ("due_at", "created_at")),
    )
    waiting = (
        sa.select(
            report.c.comment_id,
            report.c.council_id,
            comment.c.proposal_id,
            sa.func.min(report.c.created_at).label("created_at"),
        )
        .join(comment, comment.c.id == report.c.comment_id)
        .where(report.c.settled_at.is_(None))
        .group_by(report.c.comment_id, report.c.council_id, comment.c.proposal_id)
    )
    rows = [
        row._asdict()
        | {"id": uuid4(), "kind": "reported", "rank": 1, "due_at": row.created_at + TWO_DAYS}
        for row in op.get_bind().execute(waiting)
    ]
    if rows:
        op.bulk_insert(case, rows)


def downgrade() -> None:
    with op.batch_alter_table("moderation_case", schema=None) as batch_op:
        batch_op.drop_index("uq_moderation_case_open", sqlite_where=OF_A_COMMENT, postgresql_where=OF_A_COMMENT)
        batch_op.drop_index("ix_moderation_case_waiting", sqlite_where=OPEN, postgresql_where=OPEN)
        batch_op.drop_index(batch_op.f("ix_moderation_case_proposal_id"))
        batch_op.drop_index(batch_op.f("ix_moderation_case_comment_id"))
        batch_op.drop_index(batch_op.f("ix_moderation_case_claimed_by_id"))

    op.drop_table("moderation_case")
