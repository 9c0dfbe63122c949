"""holding."""

import sqlalchemy as sa
from alembic import op


revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("council_checks",
    sa.Column("council_id", sa.Uuid(), nullable=False),
    sa.Column("duty_email", sa.String(length=254), nullable=True),
    sa.Column("publishes_held", sa.Boolean(), nullable=False),
    sa.Column("phones", sa.JSON(), nullable=False),
    sa.Column("mailboxes", sa.JSON(), nullable=False),
    sa.Column("postcodes", sa.JSON(), nullable=False),
    sa.Column("names", sa.JSON(), nullable=False),
    sa.Column("cues_added", sa.JSON(), nullable=False),
    sa.Column("cues_removed", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_council_checks_council_id")),
    sa.PrimaryKeyConstraint("council_id", name=op.f("pk_council_checks"))
    )
    op.create_table("comment_held",
    sa.Column("comment_id", sa.Uuid(), nullable=False),
    sa.Column("why", sa.Enum("private", "abuse", "threat", "danger", name="heldfor", native_enum=False, length=40), nullable=False),
    sa.Column("words", sa.Text(), nullable=False),
    sa.Column("id", sa.Uuid(), nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_comment_held_comment_id")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_held")),
    sa.UniqueConstraint("comment_id", name=op.f("uq_comment_held_comment_id"))
    )
    with op.batch_alter_table("moderation_action", schema=None) as batch_op:
        batch_op.alter_column("moderator_id",
               existing_type=sa.Uuid(),
               nullable=True)



def downgrade() -> None:
    op.execute("DELETE FROM moderation_action WHERE moderator_id IS NULL")
    with op.batch_alter_table("moderation_action", schema=None) as batch_op:
        batch_op.alter_column("moderator_id",
               existing_type=sa.Uuid(),
               nullable=False)

    op.drop_table("comment_held")
    op.drop_table("council_checks")
