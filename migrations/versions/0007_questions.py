"""the days by which questions are answered, and the answers."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("council") as batch_op:
        batch_op.add_column(
            sa.Column("answer_days", sa.Integer(), server_default="10", nullable=False)
        )
        batch_op.create_check_constraint("answer_days_fit", "answer_days BETWEEN 1 AND 60")
    with op.batch_alter_table("comment") as batch_op:
        batch_op.add_column(sa.Column("answer_due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("answer_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("answers_id", sa.Uuid(), nullable=True))
        for column in ("answer_id", "answers_id"):
            batch_op.create_foreign_key(
                batch_op.f(f"fk_comment_{column}"), "comment", [column], ["id"]
            )
        batch_op.create_index(
            "ix_comment_questions",
            ["proposal_id", "created_at", "id"],
            unique=False,
            sqlite_where=sa.text("answer_due_on IS NOT NULL"),
            postgresql_where=sa.text("answer_due_on IS NOT NULL"),
        )
    _link_answers()


def _link_answers() -> None:
    """Replies that councils gave before answer what they stand under; no day was promised."""
    op.execute("UPDATE comment SET answers_id = parent_id WHERE is_official")
    op.execute(
        """
        UPDATE comment SET answer_id = (
            SELECT reply.id FROM comment AS reply
            WHERE reply.answers_id = comment.id AND reply.visibility IN ('shown', 'redacted')
            ORDER BY reply.created_at, reply.id LIMIT 1
        )
        WHERE id IN (SELECT answers_id FROM comment WHERE answers_id IS NOT NULL)
          AND visibility <> 'deleted'
        """
    )
    op.execute(
        """
        UPDATE comment SET answered_at = (
            SELECT reply.created_at FROM comment AS reply WHERE reply.id = comment.answer_id
        )
        WHERE answer_id IS NOT NULL
        """
    )


def downgrade() -> None:
    with op.batch_alter_table("comment") as batch_op:
        batch_op.drop_index("ix_comment_questions")
        for column in ("answers_id", "answer_id"):
            batch_op.drop_constraint(batch_op.f(f"fk_comment_{column}"), type_="foreignkey")
        for column in ("answers_id", "answer_id", "answer_due_on"):
            batch_op.drop_column(column)
    with op.batch_alter_table("council") as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_council_answer_days_fit"), type_="check")
        batch_op.drop_column("answer_days")
