"""Views on single parts of a proposal, and their counters."""

import sqlalchemy as sa
from alembic import op


revision = '0006'
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('item_tally',
    sa.Column('proposal_id', sa.Uuid(), nullable=False),
    sa.Column('part_id', sa.String(length=80), nullable=False),
    sa.Column('view', sa.Enum('fine', 'with_safeguards', 'no', name='comfort', native_enum=False, length=40), nullable=False),
    sa.Column('level', sa.Enum('email_verified', 'address_verified', 'organisation', name='verification', native_enum=False, length=40), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('people >= 0', name=op.f('ck_item_tally_never_negative')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_item_tally_proposal_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_tally')),
    sa.UniqueConstraint('proposal_id', 'part_id', 'view', 'level', name=op.f('uq_item_tally_proposal_id_part_id_view_level'))
    )
    op.create_table('item_turnout',
    sa.Column('proposal_id', sa.Uuid(), nullable=False),
    sa.Column('level', sa.Enum('email_verified', 'address_verified', 'organisation', name='verification', native_enum=False, length=40), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('people >= 0', name=op.f('ck_item_turnout_never_negative')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_item_turnout_proposal_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_turnout')),
    sa.UniqueConstraint('proposal_id', 'level', name=op.f('uq_item_turnout_proposal_id_level'))
    )
    op.create_table('item_view',
    sa.Column('proposal_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('part_id', sa.String(length=80), nullable=False),
    sa.Column('view', sa.Enum('fine', 'with_safeguards', 'no', name='comfort', native_enum=False, length=40), nullable=False),
    sa.Column('safeguards', sa.JSON(), nullable=False),
    sa.Column('own_words', sa.String(length=300), nullable=True),
    sa.Column('level', sa.Enum('email_verified', 'address_verified', 'organisation', name='verification', native_enum=False, length=40), nullable=False),
    sa.Column('version_number', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_item_view_person_id')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_item_view_proposal_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_view')),
    sa.UniqueConstraint('proposal_id', 'person_id', 'part_id', name=op.f('uq_item_view_proposal_id_person_id_part_id'))
    )
    with op.batch_alter_table('item_view', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_item_view_person_id'), ['person_id'], unique=False)

    op.create_table('safeguard_tally',
    sa.Column('proposal_id', sa.Uuid(), nullable=False),
    sa.Column('part_id', sa.String(length=80), nullable=False),
    sa.Column('safeguard', sa.String(length=80), nullable=False),
    sa.Column('level', sa.Enum('email_verified', 'address_verified', 'organisation', name='verification', native_enum=False, length=40), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('people >= 0', name=op.f('ck_safeguard_tally_never_negative')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_safeguard_tally_proposal_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_safeguard_tally')),
    sa.UniqueConstraint('proposal_id', 'part_id', 'safeguard', 'level', name=op.f('uq_safeguard_tally_proposal_id_part_id_safeguard_level'))
    )


def downgrade() -> None:
    op.drop_table('safeguard_tally')
    with op.batch_alter_table('item_view', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_item_view_person_id'))

    op.drop_table('item_view')
    op.drop_table('item_turnout')
    op.drop_table('item_tally')
