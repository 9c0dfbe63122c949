"""suggestions."""

import sqlalchemy as sa
from alembic import op


revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ANSWERS = ("open", "accepted", "accepted_in_part", "declined")


def upgrade() -> None:
    with op.batch_alter_table("comment") as batch:
        batch.add_column(sa.Column("replaces", sa.Text(), nullable=True))
    op.create_table(
        "suggestion",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("part_id", sa.String(length=80), nullable=False),
        sa.Column("column_key", sa.String(length=40), nullable=False),
        sa.Column("wants_credit", sa.Boolean(), nullable=False),
        sa.Column("supporters", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(*ANSWERS, name="answer", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("was", sa.Text(), nullable=True),
        sa.Column("taken", sa.Text(), nullable=True),
        sa.Column("in_version", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("supporters >= 0", name=op.f("ck_suggestion_never_negative")),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_suggestion_comment_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_suggestion_proposal_id")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_suggestion_answered_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
        sa.UniqueConstraint("comment_id", name=op.f("uq_suggestion_comment_id")),
    )
    with op.batch_alter_table("suggestion") as batch:
        batch.create_index("ix_suggestion_part", ["proposal_id", "part_id", "created_at", "id"])
        batch.create_index("ix_suggestion_answer", ["proposal_id", "answer", "created_at", "id"])
    op.create_table(
        "support",
        sa.Column("suggestion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["suggestion_id"], ["suggestion.id"], name=op.f("fk_support_suggestion_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_support_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support")),
        sa.UniqueConstraint(
            "suggestion_id", "person_id", name=op.f("uq_support_suggestion_id_person_id")
        ),
    )
    with op.batch_alter_table("support") as batch:
        batch.create_index(batch.f("ix_support_person_id"), ["person_id"])


def downgrade() -> None:
    op.drop_table("support")
    op.drop_table("suggestion")
    with op.batch_alter_table("comment") as batch:
        batch.drop_column("replaces")
