"""widgets."""

import sqlalchemy as sa
from alembic import op


revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("embed_spent",
    sa.Column("token_hash", sa.String(length=64), nullable=False),
    sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_embed_spent"))
    )
    with op.batch_alter_table("embed_spent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_embed_spent_expires_at"), ["expires_at"], unique=False)

    op.create_table("embed_openness",
    sa.Column("council_id", sa.Uuid(), nullable=False),
    sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_embed_openness_council_id")),
    sa.PrimaryKeyConstraint("council_id", name=op.f("pk_embed_openness"))
    )
    op.create_table("embed_site",
    sa.Column("council_id", sa.Uuid(), nullable=False),
    sa.Column("origin", sa.String(length=255), nullable=False),
    sa.Column("line", sa.String(length=120), nullable=False),
    sa.Column("proof", sa.Enum("file", "dns", name="proof", native_enum=False, length=40), nullable=True),
    sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True),
    sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
    sa.Column("problem", sa.String(length=300), nullable=True),
    sa.Column("added_by_id", sa.Uuid(), nullable=False),
    sa.Column("id", sa.Uuid(), nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(["added_by_id"], ["person.id"], name=op.f("fk_embed_site_added_by_id")),
    sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_embed_site_council_id")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_embed_site")),
    sa.UniqueConstraint("council_id", "origin", name=op.f("uq_embed_site_council_id_origin"))
    )
    with op.batch_alter_table("embed_site", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_embed_site_added_by_id"), ["added_by_id"], unique=False)

    op.create_table("embed_sighting",
    sa.Column("proposal_id", sa.Uuid(), nullable=False),
    sa.Column("origin", sa.String(length=255), nullable=False),
    sa.Column("view", sa.String(length=20), nullable=False),
    sa.Column("day", sa.Date(), nullable=False),
    sa.Column("seen", sa.Integer(), nullable=False),
    sa.Column("used", sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_embed_sighting_proposal_id")),
    sa.PrimaryKeyConstraint("proposal_id", "origin", "view", "day", name=op.f("pk_embed_sighting"))
    )


def downgrade() -> None:
    op.drop_table("embed_sighting")
    with op.batch_alter_table("embed_site", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_embed_site_added_by_id"))

    op.drop_table("embed_site")
    op.drop_table("embed_openness")
    with op.batch_alter_table("embed_spent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_embed_spent_expires_at"))

    op.drop_table("embed_spent")
