"""together."""

import sqlalchemy as sa
from alembic import op


revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("moderation_action", schema=None) as batch_op:
        batch_op.add_column(sa.Column("batch_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_moderation_action_batch_id"), ["batch_id"])
        batch_op.create_index("ix_moderation_action_log", ["council_id", "created_at", "id"])
        batch_op.drop_index("ix_moderation_action_council_id")
    op.create_table(
        "queue_view",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_queue_view_council_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_queue_view_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_view")),
        sa.UniqueConstraint("person_id", "council_id", "name", name=op.f("uq_queue_view_person_id_council_id_name")),
    )
    op.create_index(op.f("ix_queue_view_council_id"), "queue_view", ["council_id"])
    op.create_table(
        "queue_digest",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_queue_digest_council_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_queue_digest_person_id")),
        sa.PrimaryKeyConstraint("person_id", "council_id", name=op.f("pk_queue_digest")),
    )


def downgrade() -> None:
    op.drop_table("queue_digest")
    op.drop_table("queue_view")
    with op.batch_alter_table("moderation_action", schema=None) as batch_op:
        batch_op.create_index("ix_moderation_action_council_id", ["council_id"])
        batch_op.drop_index("ix_moderation_action_log")
        batch_op.drop_index(batch_op.f("ix_moderation_action_batch_id"))
        batch_op.drop_column("batch_id")
