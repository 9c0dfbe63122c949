"""pictures."""

import sqlalchemy as sa
from alembic import op


revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("embed_picture",
    sa.Column("proposal_id", sa.Uuid(), nullable=False),
    sa.Column("key", sa.String(length=32), nullable=False),
    sa.Column("png", sa.LargeBinary(), nullable=False),
    sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_embed_picture_proposal_id")),
    sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_embed_picture"))
    )


def downgrade() -> None:
    op.drop_table("embed_picture")
