"""signals."""

import sqlalchemy as sa
from alembic import op


revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "signal",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=True),
        sa.Column(
            "pattern",
            sa.Enum(
                "same_words", "comments", "votes", name="pattern", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("usual", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum("nothing", "looking", "open", name="found", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_signal_comment_id")),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_signal_council_id")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_signal_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
    )
    with op.batch_alter_table("signal", schema=None) as batch_op:
        batch_op.create_index("ix_signal_board", ["council_id", "last_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signal_comment_id"), ["comment_id"], unique=False)
        batch_op.create_index(
            "ix_signal_pattern", ["proposal_id", "pattern", "last_at"], unique=False
        )

    op.create_table(
        "signal_look",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("moderator_id", sa.Uuid(), nullable=False),
        sa.Column(
            "found",
            sa.Enum("nothing", "looking", "open", name="found", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["moderator_id"], ["person.id"], name=op.f("fk_signal_look_moderator_id")
        ),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_signal_look_signal_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_look")),
    )
    with op.batch_alter_table("signal_look", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_signal_look_moderator_id"), ["moderator_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_signal_look_signal_id"), ["signal_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("signal_look", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signal_look_signal_id"))
        batch_op.drop_index(batch_op.f("ix_signal_look_moderator_id"))

    op.drop_table("signal_look")
    with op.batch_alter_table("signal", schema=None) as batch_op:
        batch_op.drop_index("ix_signal_pattern")
        batch_op.drop_index(batch_op.f("ix_signal_comment_id"))
        batch_op.drop_index("ix_signal_board")

    op.drop_table("signal")
