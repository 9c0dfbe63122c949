"""threads that people can read: search, helpful marks, answered and pinned comments."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0003_parts"
branch_labels = None
depends_on = None

ANSWERED = sa.text("answered_at IS NOT NULL")
PINNED = sa.text("pinned_at IS NOT NULL")
HIDDEN = sa.text("visibility = 'hidden'")

SQLITE_INDEX = """
CREATE VIRTUAL TABLE search_fts USING fts5(
    scope, title, body, tokenize='unicode61 remove_diacritics 0'
)
"""
POSTGRESQL_INDEX = (
    """
    ALTER TABLE search_doc ADD COLUMN words tsvector GENERATED ALWAYS AS
    (to_tsvector('simple', scope || ' ' || title || ' ' || body)) STORED
    """,
    "CREATE INDEX ix_search_doc_words ON search_doc USING gin (words)",
)


def upgrade() -> None:
    with op.batch_alter_table("comment") as batch_op:
        batch_op.add_column(
            sa.Column("helpful", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("pinned_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("comment") as batch_op:
        batch_op.create_index(
            "ix_comment_helpful", ["proposal_id", "parent_id", "helpful", "created_at", "id"]
        )
        batch_op.create_index(
            "ix_comment_stance",
            ["proposal_id", "parent_id", "stance", "helpful", "created_at", "id"],
        )
        for name, where, columns in (
            ("ix_comment_answered", ANSWERED, ["proposal_id", "created_at", "id"]),
            ("ix_comment_hidden", HIDDEN, ["proposal_id"]),
        ):
            batch_op.create_index(name, columns, sqlite_where=where, postgresql_where=where)
        batch_op.create_index(
            "ix_comment_pinned",
            ["proposal_id"],
            unique=True,
            sqlite_where=PINNED,
            postgresql_where=PINNED,
        )
    op.execute(
        """
        UPDATE comment SET answered_at = (
            SELECT min(reply.created_at) FROM comment AS reply
            WHERE reply.parent_id = comment.id AND reply.is_official
              AND reply.visibility IN ('shown', 'redacted')
        )
        WHERE parent_id IS NULL AND replies > 0
        """
    )
    op.create_table(
        "helpful",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_helpful_comment_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_helpful_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helpful")),
        sa.UniqueConstraint("comment_id", "person_id", name=op.f("uq_helpful_comment_id_person_id")),
    )
    with op.batch_alter_table("helpful") as batch_op:
        batch_op.create_index(batch_op.f("ix_helpful_person_id"), ["person_id"])
    _search()


def _search() -> None:
    op.create_table(
        "search_doc",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("ref", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_doc")),
        sa.UniqueConstraint("kind", "ref", name=op.f("uq_search_doc_kind_ref")),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(SQLITE_INDEX)
    else:
        for statement in POSTGRESQL_INDEX:
            op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_fts")
    op.drop_table("search_doc")
    op.drop_table("helpful")
    with op.batch_alter_table("comment") as batch_op:
        for name in ("pinned", "hidden", "answered", "stance", "helpful"):
            batch_op.drop_index(f"ix_comment_{name}")
    with op.batch_alter_table("comment") as batch_op:
        for column in ("pinned_at", "answered_at", "helpful"):
            batch_op.drop_column(column)
