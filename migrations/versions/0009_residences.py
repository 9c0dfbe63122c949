"""Where residents live, postcodes, letter codes, and equality answers as counts."""

import sqlalchemy as sa
from alembic import op


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("council") as table:
        table.add_column(
            sa.Column("asks_equality", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    op.create_table(
        "residence",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("ward", sa.String(length=120), nullable=True),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_residence_council_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_residence_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_residence")),
        sa.UniqueConstraint(
            "council_id", "person_id", name=op.f("uq_residence_council_id_person_id")
        ),
    )
    op.create_index(op.f("ix_residence_person_id"), "residence", ["person_id"])
    op.create_table(
        "postcode",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("postcode", sa.String(length=7), nullable=False),
        sa.Column("ward", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_postcode_council_id")
        ),
        sa.PrimaryKeyConstraint("council_id", "postcode", name=op.f("pk_postcode")),
    )
    op.create_table(
        "letter_code",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("batch", sa.String(length=20), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_used", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_letter_code_council_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_code")),
        sa.UniqueConstraint(
            "council_id", "code_hash", name=op.f("uq_letter_code_council_id_code_hash")
        ),
    )
    op.create_table(
        "equality_asked",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_equality_asked_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_equality_asked_proposal_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "proposal_id", name=op.f("pk_equality_asked")),
    )
    op.create_table(
        "equality_tally",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.String(length=120), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.CheckConstraint("people >= 0", name=op.f("ck_equality_tally_never_negative")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_equality_tally_proposal_id")
        ),
        sa.PrimaryKeyConstraint(
            "proposal_id", "question", "answer", name=op.f("pk_equality_tally")
        ),
    )


def downgrade() -> None:
    for table in ("equality_tally", "equality_asked", "letter_code", "postcode", "residence"):
        op.drop_table(table)
    with op.batch_alter_table("council") as council:
        council.drop_column("asks_equality")
