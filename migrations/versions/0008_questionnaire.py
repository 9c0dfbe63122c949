"""Questions, responses, answers and their counters."""

import sqlalchemy as sa
from alembic import op


revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "questionnaire_draft",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_questionnaire_draft_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_questionnaire_draft_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_draft")),
        sa.UniqueConstraint(
            "proposal_id", "person_id", name=op.f("uq_questionnaire_draft_proposal_id_person_id")
        ),
    )
    with op.batch_alter_table("questionnaire_draft", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_questionnaire_draft_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "questionnaire_question",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "choice",
                "choices",
                "scale",
                "short_text",
                "long_text",
                "matrix",
                "ranking",
                name="kind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("hint", sa.Text(), nullable=True),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("low_words", sa.String(length=80), nullable=True),
        sa.Column("high_words", sa.String(length=80), nullable=True),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("is_protected", sa.Boolean(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_questionnaire_question_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_question")),
    )
    with op.batch_alter_table("questionnaire_question", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_questionnaire_question_proposal_id"), ["proposal_id"], unique=False
        )

    op.create_table(
        "questionnaire_response",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "email_verified",
                "address_verified",
                "organisation",
                name="verification",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("receipt", sa.String(length=20), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_questionnaire_response_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_questionnaire_response_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_response")),
        sa.UniqueConstraint(
            "proposal_id", "person_id", name=op.f("uq_questionnaire_response_proposal_id_person_id")
        ),
        sa.UniqueConstraint("receipt", name=op.f("uq_questionnaire_response_receipt")),
    )
    with op.batch_alter_table("questionnaire_response", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_questionnaire_response_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "questionnaire_response_tally",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "email_verified",
                "address_verified",
                "organisation",
                name="verification",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "people >= 0", name=op.f("ck_questionnaire_response_tally_never_negative")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposal.id"],
            name=op.f("fk_questionnaire_response_tally_proposal_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_response_tally")),
        sa.UniqueConstraint(
            "proposal_id", "level", name=op.f("uq_questionnaire_response_tally_proposal_id_level")
        ),
    )
    op.create_table(
        "questionnaire_answer",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questionnaire_question.id"],
            name=op.f("fk_questionnaire_answer_question_id"),
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["questionnaire_response.id"],
            name=op.f("fk_questionnaire_answer_response_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_answer")),
        sa.UniqueConstraint(
            "response_id",
            "question_id",
            name=op.f("uq_questionnaire_answer_response_id_question_id"),
        ),
    )
    with op.batch_alter_table("questionnaire_answer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_questionnaire_answer_question_id"), ["question_id"], unique=False
        )

    op.create_table(
        "questionnaire_answer_tally",
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("cell", sa.String(length=30), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "email_verified",
                "address_verified",
                "organisation",
                name="verification",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "people >= 0", name=op.f("ck_questionnaire_answer_tally_never_negative")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questionnaire_question.id"],
            name=op.f("fk_questionnaire_answer_tally_question_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_answer_tally")),
        sa.UniqueConstraint(
            "question_id",
            "cell",
            "level",
            name=op.f("uq_questionnaire_answer_tally_question_id_cell_level"),
        ),
    )


def downgrade() -> None:
    op.drop_table("questionnaire_answer_tally")
    with op.batch_alter_table("questionnaire_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_questionnaire_answer_question_id"))

    op.drop_table("questionnaire_answer")
    op.drop_table("questionnaire_response_tally")
    with op.batch_alter_table("questionnaire_response", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_questionnaire_response_person_id"))

    op.drop_table("questionnaire_response")
    with op.batch_alter_table("questionnaire_question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_questionnaire_question_proposal_id"))

    op.drop_table("questionnaire_question")
    with op.batch_alter_table("questionnaire_draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_questionnaire_draft_person_id"))

    op.drop_table("questionnaire_draft")
