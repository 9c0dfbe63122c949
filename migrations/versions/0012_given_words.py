"""given words."""

import sqlalchemy as sa
from alembic import op


revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

WRITTEN = (("vote", "reason", "ix_vote_reasons"), ("item_view", "own_words", "ix_item_view_words"))


def upgrade() -> None:
    for table, column, name in WRITTEN:
        written = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            name,
            table,
            ["proposal_id", "changed_at", "id"],
            sqlite_where=written,
            postgresql_where=written,
        )


def downgrade() -> None:
    for table, _column, name in WRITTEN:
        op.drop_index(name, table)
