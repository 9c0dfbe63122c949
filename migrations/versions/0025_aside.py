"""aside."""

import sqlalchemy as sa
from alembic import op


revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

MARKED = ("vote", "item_view")


def upgrade() -> None:
    for table in MARKED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(
                sa.Column("is_aside", sa.Boolean(), server_default=sa.false(), nullable=False)
            )
    op.create_table(
        "set_aside",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *_keys("set_aside", proposal_id="proposal", person_id="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_aside")),
        sa.UniqueConstraint(
            "proposal_id", "person_id", name=op.f("uq_set_aside_proposal_id_person_id")
        ),
    )
    op.create_index(op.f("ix_set_aside_person_id"), "set_aside", ["person_id"])
    op.create_table(
        "votes_aside",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("keeps_id", sa.Uuid(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=False),
        sa.Column("agreed_by_id", sa.Uuid(), nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("ended_by_id", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "because",
            sa.Enum("appeal", "mistake", name="because", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("ended_why", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "agreed_by_id <> proposed_by_id", name=op.f("ck_votes_aside_two_people")
        ),
        *_keys(
            "votes_aside",
            proposal_id="proposal",
            keeps_id="person",
            proposed_by_id="person",
            agreed_by_id="person",
            ended_by_id="person",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_votes_aside")),
    )
    op.create_index(op.f("ix_votes_aside_proposal_id"), "votes_aside", ["proposal_id"])
    op.create_table(
        "votes_aside_person",
        sa.Column("aside_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *_keys("votes_aside_person", aside_id="votes_aside", person_id="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_votes_aside_person")),
        sa.UniqueConstraint(
            "aside_id", "person_id", name=op.f("uq_votes_aside_person_aside_id_person_id")
        ),
    )
    op.create_index(op.f("ix_votes_aside_person_person_id"), "votes_aside_person", ["person_id"])


def downgrade() -> None:
    op.drop_table("votes_aside_person")
    op.drop_table("votes_aside")
    op.drop_table("set_aside")
    for table in MARKED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("is_aside")


def _keys(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, other in columns.items()
    ]
