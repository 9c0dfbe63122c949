"""places."""

import sqlalchemy as sa
from alembic import op


revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paired_reasons",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_paired_reasons_council_id")
        ),
        sa.PrimaryKeyConstraint("council_id", name=op.f("pk_paired_reasons")),
    )
    op.create_table(
        "hiding_proposed",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("moderator_id", sa.Uuid(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "abuse_or_threat",
                "hate",
                "personal_data",
                "personal_data_child",
                "defamation_risk",
                "contempt_or_legal",
                "confidential_case",
                "illegal_other",
                "impersonation",
                "spam_or_advert",
                "duplicate_account",
                "off_topic",
                "election_sensitive",
                "unreadable",
                "author_request",
                name="reason",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("explanation", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_hiding_proposed_comment_id")
        ),
        sa.ForeignKeyConstraint(
            ["moderator_id"], ["person.id"], name=op.f("fk_hiding_proposed_moderator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hiding_proposed")),
    )
    with op.batch_alter_table("hiding_proposed", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_hiding_proposed_moderator_id"), ["moderator_id"], unique=False
        )
        batch_op.create_index(
            "uq_hiding_proposed_open",
            ["comment_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("same_as_id", sa.Uuid(), nullable=True))
        batch_op.create_index(
            "ix_comment_same",
            ["same_as_id", "created_at", "id"],
            unique=False,
            sqlite_where=sa.text("same_as_id IS NOT NULL"),
            postgresql_where=sa.text("same_as_id IS NOT NULL"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_comment_same_as_id"), "comment", ["same_as_id"], ["id"]
        )

    with op.batch_alter_table("moderation_action", schema=None) as batch_op:
        batch_op.add_column(sa.Column("was", sa.String(length=80), nullable=True))
        batch_op.add_column(sa.Column("second_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_moderation_action_second_id"), "person", ["second_id"], ["id"]
        )

    op.create_table(
        "covered_name",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("plain", sa.String(length=120), nullable=False),
        sa.Column("covered_by", sa.Uuid(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_covered_name_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_covered_name")),
    )
    op.create_index(
        "uq_covered_name",
        "covered_name",
        ["person_id", "plain", "covered_by"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("covered_name")

    with op.batch_alter_table("moderation_action", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_moderation_action_second_id"), type_="foreignkey")
        batch_op.drop_column("second_id")
        batch_op.drop_column("was")

    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_comment_same_as_id"), type_="foreignkey")
        batch_op.drop_index(
            "ix_comment_same",
            sqlite_where=sa.text("same_as_id IS NOT NULL"),
            postgresql_where=sa.text("same_as_id IS NOT NULL"),
        )
        batch_op.drop_column("same_as_id")
        batch_op.drop_column("moved_at")

    with op.batch_alter_table("hiding_proposed", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_hiding_proposed_open",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_hiding_proposed_moderator_id"))

    op.drop_table("hiding_proposed")
    op.drop_table("paired_reasons")
