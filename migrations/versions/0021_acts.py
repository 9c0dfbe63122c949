"""acts."""

import sqlalchemy as sa
from alembic import op


revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("locked_why", sa.String(length=40), nullable=True))
    op.create_table(
        "contribution_limit",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("per_day", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=True),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "per_day BETWEEN 0 AND 20", name=op.f("ck_contribution_limit_per_day_fits")
        ),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{table}.id"], name=op.f(f"fk_contribution_limit_{column}")
            )
            for column, table in (
                ("council_id", "council"),
                ("person_id", "person"),
                ("comment_id", "comment"),
                ("proposed_by_id", "person"),
                ("decided_by_id", "person"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution_limit")),
    )
    for column in ("person_id", "comment_id"):
        op.create_index(op.f(f"ix_contribution_limit_{column}"), "contribution_limit", [column])
    op.create_index(
        "uq_contribution_limit_open",
        "contribution_limit",
        ["council_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("contribution_limit")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_column("locked_why")
