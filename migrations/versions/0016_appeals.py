"""appeals."""

import sqlalchemy as sa
from alembic import op


revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("appeal",
    sa.Column("action_id", sa.Uuid(), nullable=False),
    sa.Column("case_id", sa.Uuid(), nullable=False),
    sa.Column("words", sa.Text(), nullable=True),
    sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
    sa.Column("decided_by_id", sa.Uuid(), nullable=True),
    sa.Column("outcome", sa.Enum("upheld", "upheld_in_part", "overturned", "withdrawn", name="outcome", native_enum=False, length=40), nullable=True),
    sa.Column("answer", sa.Text(), nullable=True),
    sa.Column("act_id", sa.Uuid(), nullable=True),
    sa.Column("id", sa.Uuid(), nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(decided_at IS NULL) = (outcome IS NULL)", name=op.f("ck_appeal_decided_with_outcome")),
    sa.ForeignKeyConstraint(["act_id"], ["moderation_action.id"], name=op.f("fk_appeal_act_id")),
    sa.ForeignKeyConstraint(["action_id"], ["moderation_action.id"], name=op.f("fk_appeal_action_id")),
    sa.ForeignKeyConstraint(["case_id"], ["moderation_case.id"], name=op.f("fk_appeal_case_id")),
    sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"], name=op.f("fk_appeal_decided_by_id")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_appeal")),
    sa.UniqueConstraint("action_id", name=op.f("uq_appeal_action_id"))
    )
    with op.batch_alter_table("appeal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appeal_act_id"), ["act_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appeal_case_id"), ["case_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("appeal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appeal_case_id"))
        batch_op.drop_index(batch_op.f("ix_appeal_act_id"))

    op.drop_table("appeal")
