"""follows."""

import sqlalchemy as sa
from alembic import op


revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "follow",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_follow_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_follow_proposal_id_proposal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow")),
        sa.UniqueConstraint("proposal_id", "person_id", name=op.f("uq_follow_proposal_id_person_id")),
    )
    with op.batch_alter_table("follow") as batch:
        batch.create_index(batch.f("ix_follow_person_id"), ["person_id"])
    with op.batch_alter_table("mail") as batch:
        batch.add_column(sa.Column("unsubscribe", sa.String(length=500), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("mail") as batch:
        batch.drop_column("unsubscribe")
    op.drop_table("follow")
