"""comments on parts."""

import sqlalchemy as sa
from alembic import op

revision = "0003_parts"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("quote", sa.Text(), nullable=True))
        batch_op.create_index(
            "ix_comment_part", ["proposal_id", "part_id", "created_at", "id"], unique=False
        )
    op.create_table(
        "part_tally",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("part_id", sa.String(length=80), nullable=False),
        sa.Column("comments", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("comments >= 0", name=op.f("ck_part_tally_never_negative")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_part_tally_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_part_tally")),
        sa.UniqueConstraint(
            "proposal_id", "part_id", name=op.f("uq_part_tally_proposal_id_part_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("part_tally")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_index("ix_comment_part")
        batch_op.drop_column("quote")
